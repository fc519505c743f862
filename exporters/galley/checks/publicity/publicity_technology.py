"""New technology that an author may offer, without a word on how good the evidence is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from galley.checks.publicity.basis import Basis, with_basis
from galley.checks.publicity.wording import phrases
from galley.checks.rule import Cost, Group, Manuscript, Remark, Rule
from galley.checks.text import Passage
from galley.findings import Severity

_TECHNOLOGY = phrases(
    r"""
    q-?eeg|r?tms|tdcs|tacs|tes|prp|dsa|neurofeedback|exosomes?|eksosom|exoskeletons?|robot\w*
    stem cells?|sel punca|gene therapy|terapi gen|hyperbaric\w*|hiperbarik|shock ?wave therapy
    neuro-?modulation|neuromodulasi|brain stimulation|stimulasi otak
    transcranial \w+( \w+)? stimulation|stimulasi (\w+ )?transkranial
    brain[- ]computer interfaces?|artificial intelligence|kecerdasan buatan
    brain([- ]function)? mapping|pemetaan otak|cuci otak
    """
)
_OWN_SERVICE = phrases(
    r"""
    (our|my) (\w+ )?(clinic|practice|hospital|cent(re|er)|team|service|patients)
    (we|i) (now )?(offer|provide|use|perform|speciali[sz]e)
    (klinik|praktik|rumah sakit|tim|layanan|pusat|pasien) (kami|saya)
    (kami|saya) (\w+ )?(menyediakan|menawarkan|menggunakan|melakukan|menerapkan|melayani)
    tersedia di
    """
)
_EVIDENCE = phrases(
    """
    evidence|trials?|stud(y|ies)|guidelines?|reviews?|research
    uncertain|unproven|experimental|not (been )?(shown|proven)
    bukti|uji klinis|uji coba|penelitian|studi|pedoman|tinjauan|eksperimental
    belum (terbukti|pasti)
    """
)
_DOCTOR = re.compile(r"\b(?:MD|dr\.?|MBBS|MBChB|Sp\.? ?[A-Z]\w*)(?![\w])")


def find(manuscript: Manuscript) -> Iterator[Remark]:
    """Find the first technology that is offered without its evidence.

    It counts as offered where the passage speaks of the author's service, or where a doctor writes
    and may be thought to offer it. A citation, or a word on studies, in the passage is enough.
    """
    is_by_doctor = _is_by_doctor(manuscript)
    for passage in manuscript.prose:
        match = _TECHNOLOGY.search(passage.text)
        is_offered = is_by_doctor or _OWN_SERVICE.search(passage.text)
        if match and is_offered and not _says_how_sure(passage):
            yield Remark(passage.place, _message(match[0]), _FIX)
            return


def _is_by_doctor(manuscript: Manuscript) -> bool:
    authors = manuscript.article.front_matter.authors
    return any(_DOCTOR.search(f"{each.name}, {each.credentials}") for each in authors)


def _says_how_sure(passage: Passage) -> bool:
    return bool(passage.citations or _EVIDENCE.search(passage.text))


def _message(technology: str) -> str:
    return (
        f"{technology} may be read as new technology that the author offers, "
        "and the passage does not say how good the evidence is"
    )


_FIX = with_basis(
    "say what kind of studies there are and what is not known, with a citation, and whether you "
    "offer it yourself.",
    Basis.ADVERTISING,
)

RULE = Rule(
    id="publicity-technology",
    severity=Severity.ADVICE,
    group=Group.PUBLICITY,
    what="new technology without its level of evidence",
    why="A reader takes what a doctor offers for something that is known to work.",
    harm=3,
    cost=Cost.SEARCH,
    find=find,
    is_asked=True,
)
