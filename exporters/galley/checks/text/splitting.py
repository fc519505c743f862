"""Where sentences end, in English and in Indonesian."""

from __future__ import annotations

import re
from collections.abc import Iterator

# Titles and joining words: what follows belongs to them, also where it has a capital.
_LEANS = """
    approx bpk ca cf dr dra drg drs e.g h.r hj i.e ir jl jln kab kec kel kol kpt mr mrs ms mt ny
    prof resp sdr st tn u.p a.n d.a s.d viz vs yth
"""
# An end, unless a number follows: "Fig. 2", "No. 12", "hlm. 5", "Nov. 2019".
_COUNTS = """
    art bab ch chap eq eqs ext fig figs gbr hal hlm lamp no nos nr op p par pk pkl pp psl ref refs
    rp sec suppl tab tabs tbl tel tgl thn vol
    jan feb mar apr jun jul aug agu agt sep sept oct okt nov dec des
"""
# What closes a name; a year or another name may follow: "Huang et al. (2014)".
_ET_AL = frozenset({"al", "dkk"})
_END = re.compile(r"(?P<stop>[.!?…]+)[\"'”’»)\]]*(?=\s|$)")
_OPENS = re.compile(r"[\"'“‘«(\[@*_]*(?P<word>\S+)")
_INITIAL = re.compile(r"(?:^|(?P<before>\S+)?\s)\(?(?:[A-Z]\.)*[A-Z]$")
# "Vitamin C." and "hepatitis B." end in a letter that is no initial of a name.
_HAS_LETTER = """
    class fase figure gambar golongan grade group grup hepatitis influenza kelas kelompok level
    panel part phase plan stage tabel table tipe type vitamin
"""
_LEANING = frozenset(_LEANS.split())
_COUNTING = frozenset(_COUNTS.split())
_LETTERED = frozenset(_HAS_LETTER.split())
_ITEM_NUMBER = re.compile(r"^\W*[0-9]{1,2}$")


def sentence_spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield begin and end of each sentence; white space around it is left out."""
    begin = 0
    for match in _END.finditer(text):
        end = match.end()
        if _is_end(text[begin : match.start()], match["stop"], text[end : end + 80]):
            yield from _span(text, begin, end)
            begin = end
    yield from _span(text, begin, len(text))


def _span(text: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
    words = text[begin:end]
    if words.strip():
        yield begin + len(words) - len(words.lstrip()), begin + len(words.rstrip())


def _is_end(before: str, stop: str, after: str) -> bool:
    opening = _OPENS.match(after.lstrip())
    if opening is None:
        return True
    following = opening["word"]
    if _reads_on(following):
        return False
    return stop != "." or not _is_abbreviated(before, following[0])


def _reads_on(word: str) -> bool:
    """Whether a sentence cannot begin so: in small letters, unless it is tDCS, rTMS or "dr."."""
    return word[0].islower() and word.islower() and word not in {"dr.", "drg."}


def _is_abbreviated(before: str, following: str) -> bool:
    last = before[-24:].split()
    word = last[-1].lower().lstrip("(\"'“‘[") if last else ""
    if word in _LEANING:
        return True
    if word in _COUNTING or word in _ET_AL:
        return following.isdigit()
    if _ITEM_NUMBER.match(before):
        return True
    initial = _INITIAL.search(before[-24:])
    return initial is not None and (initial["before"] or "").lower() not in _LETTERED
