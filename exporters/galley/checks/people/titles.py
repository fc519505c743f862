"""What stands behind a name: titles that everybody knows, and groups that have none."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from galley.article.front_matter import Person

# Degrees, registrations and Indonesian titles, without dots and in small letters.
_WELL_KNOWN_WORDS = """
amd amdkep ba bmed bsc bsn ch crna dds dmd do dphil dphm dr dra drg drs facp frcp frcpch frcs
jd lld lln llm ma mbbs mbchb mbiomed mbbch md mgizi mh mhum mkep mkes mkm mm mmed mmedsc mmr
mnurs mpd mpharm mph mphil mpsi mrcp mrcpsych mrcs ms msc msi msn np ot pa pa-c pharmd phd
prof psyd pt rd rn rph sag sc scd sc.d sfarm sfis sft sgz sh sip skeb sked skep skm skom sip
sp spd spsi spdi ssi ssos sst stkes str strkep ners ns apt ft
"""
_WELL_KNOWN = frozenset(_WELL_KNOWN_WORDS.split())
# Indonesian specialists: Sp.N, Sp.KFR, Sp.S(K); academic degrees S.…, M.…, Dr.…
_PATTERN = re.compile(r"(?:Sp|S|M|D|Dr|A\.Md)\.\s?\w[\w.()]*", re.ASCII)
_SPECIALIST = re.compile(r"Sp[A-Z]\w*(?:\(K\))?")
_LETTERS = re.compile(r"[A-Z]{2,6}")
_LONG_FORM = re.compile(r"\([^)]*\)")

_GROUP = re.compile(
    r"\b(?:association|board|centre|center|clinic|college|committee|company|council|department"
    r"|desk|editors?|editorial|examples?|foundation|group|hospital|institute|journal|network"
    r"|office|organi[sz]ation|project|society|staff|team|trust|unit|university|asosiasi|badan"
    r"|bagian|balai|contoh|dewan|dinas|ikatan|instalasi|kelompok|kementerian|klinik|komite"
    r"|lembaga|organisasi|panitia|perhimpunan|perkumpulan|program|proyek|puskesmas|redaksi"
    r"|rumah sakit|tim|universitas|yayasan)\b",
    re.IGNORECASE,
)


def is_group(person: Person) -> bool:
    """Tell whether the name, or the id in ``site.toml``, is that of a group of people."""
    return bool(_GROUP.search(f"{person.name} {(person.id or '').replace('-', ' ')}"))


def unexplained_titles(credentials: str, explained: Collection[str]) -> Iterator[str]:
    """Yield the letters of a byline that a reader cannot know.

    Parameters
    ----------
    explained
        Letters that are explained elsewhere.
    """
    # A part that explains its letters, "FNR (Fellow in …)", needs nothing more.
    for part in re.split(r"[,;]", _LONG_FORM.sub("(", credentials)):
        letters = part.strip()
        if _LETTERS.fullmatch(letters) and not _is_known(letters) and letters not in explained:
            yield letters


def _is_known(letters: str) -> bool:
    plain = letters.replace(".", "").replace(" ", "").lower()
    return plain in _WELL_KNOWN or bool(
        _PATTERN.fullmatch(letters) or _SPECIALIST.fullmatch(letters)
    )
