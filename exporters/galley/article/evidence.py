"""Evidence as authors write it: ``data [@avert2015; @lang2016] Crude rates.`` and the like."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import cast, get_args

from galley.article.model import Evidence, EvidenceClass
from galley.findings import Finding, Place, Severity, did_you_mean

EVIDENCE_RULE = "figure-evidence-unknown"
_KEYS = re.compile(r"@([\w:.#$%&+?<>~/-]*\w)")


def parse_evidence(text: str) -> Evidence | None:
    """Read the class, the sources and the note; None where the class is unknown."""
    kind, _, rest = text.strip().partition(" ")
    if kind not in get_args(EvidenceClass):
        return None
    brackets = re.match(r"\s*\[(?P<keys>[^\]]*)\]", rest)
    keys = _KEYS.findall(brackets["keys"]) if brackets else []
    note = rest[brackets.end() :] if brackets else rest
    return Evidence(cast(EvidenceClass, kind), tuple(keys), note.strip())


def evidence_findings(text: str, place: Place) -> Iterator[Finding]:
    """Tell of an evidence class that there is not."""
    if text.strip() and parse_evidence(text) is None:
        word = text.split(maxsplit=1)[0]
        legal = get_args(EvidenceClass)
        guess = did_you_mean(word, legal)
        yield Finding(
            EVIDENCE_RULE,
            Severity.ERROR,
            place,
            f"unknown evidence class '{word}'",
            f"{guess} Legal are {', '.join(legal)}.".strip(),
        )
