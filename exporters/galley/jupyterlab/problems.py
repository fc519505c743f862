"""Findings as the panel lists them: three things first, then the rest by cell, repeats joined."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from hashlib import blake2b
from typing import Any

from galley.checks.exceptions import OWN_RULES
from galley.checks.rule_facts import known_rules
from galley.console.findings_order import MOST_FIRST, CellOrder, reading_order, things_first
from galley.console.repeats import Repeats, join_repeats
from galley.finding_records import finding_record
from galley.findings import Finding
from galley.jupyterlab.marked_words import MarkedWords, marked_words
from galley.jupyterlab.open_cells import OpenCells
from galley.mending import MENDERS, mend_one

_SUGGESTION = re.compile(r"did you mean '([^']+)'\?", re.IGNORECASE)
_LIKENESS = 0.6


@dataclass(frozen=True)
class Problem:
    """A finding with what can be done about it.

    Attributes
    ----------
    key
        Names the finding as long as nothing about it changes.
    words
        What is underlined; None where no line is known.
    can_be_mended
        Whether it is mechanical.
    may_stay
        Whether the author may set it aside with a reason.
    suggestion
        What was probably meant in place of the words; empty where nobody can tell.
    note
        By which what a colleague said is marked as done; empty for all other findings.
    """

    finding: Finding
    key: str
    words: MarkedWords | None = None
    can_be_mended: bool = False
    may_stay: bool = False
    suggestion: str = ""
    note: str = ""

    def record(self) -> dict[str, Any]:
        """Return the problem as JSON values; those of a finding among them."""
        return {
            **finding_record(self.finding),
            "key": self.key,
            "words": self.words.record() if self.words else None,
            "can_be_mended": self.can_be_mended,
            "may_stay": self.may_stay,
            "suggestion": self.suggestion,
            "note": self.note,
        }


def find_problems(findings: Iterable[Finding], cells: OpenCells | None) -> tuple[Problem, ...]:
    """Return findings with what can be done about them; without cells, that is nothing."""
    return tuple(
        _problem(finding, cells) if cells else Problem(finding, key_of(finding))
        for finding in findings
    )


def key_of(finding: Finding) -> str:
    """Return a short name for a finding."""
    place = finding.place
    told = (finding.rule, place.file, place.cell, place.line, finding.message)
    return blake2b(repr(told).encode("utf-8", "replace"), digest_size=8).hexdigest()


def problem_groups(findings: Sequence[Finding], cells: CellOrder) -> Mapping[str, list[list[int]]]:
    """Return which findings are told together, by their numbers: as ``galley check`` tells them.

    Returns
    -------
    mapping
        ``first``: what would hurt a reader most; ``rest``: the others, as a reader meets them.
    """
    numbers = {finding: number for number, finding in enumerate(findings)}
    told = join_repeats(reading_order(findings, cells))
    first = things_first(told, MOST_FIRST)
    rest = [each for each in told if each not in first]
    return {
        "first": [_numbers(each, numbers) for each in first],
        "rest": [_numbers(each, numbers) for each in rest],
    }


def _problem(finding: Finding, cells: OpenCells) -> Problem:
    source = cells.source_of(finding.place)
    words = marked_words(finding, source) if source is not None else None
    return Problem(
        finding,
        key_of(finding),
        words,
        can_be_mended(finding, cells),
        _may_stay(finding, cells),
        suggested_for(words, finding) if words else "",
        cells.notes.get(finding, ""),
    )


def _may_stay(finding: Finding, cells: OpenCells) -> bool:
    is_exceptable = finding.rule in known_rules() and finding.rule not in OWN_RULES
    return cells.can_except and is_exceptable and finding not in cells.notes


def suggested_for(words: MarkedWords, finding: Finding) -> str:
    """Return what a finding asks whether it was meant, if it was meant in place of the words."""
    asked = _SUGGESTION.search(finding.fix)
    is_like_it = asked and get_close_matches(asked[1], [words.text], cutoff=_LIKENESS)
    return asked[1] if asked and is_like_it and not words.is_whole_line else ""


def can_be_mended(finding: Finding, cells: OpenCells) -> bool:
    """Tell whether a finding can be mended without knowing better than the author."""
    # The texts are not looked at for what no mender knows.
    return finding.rule in MENDERS and mend_one(finding, cells.desk, cells.around) is not None


def _numbers(repeats: Repeats, numbers: Mapping[Finding, int]) -> list[int]:
    return [numbers[finding] for finding in (repeats.first, *repeats.more)]
