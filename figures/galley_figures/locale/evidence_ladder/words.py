"""The words that `galley_figures.evidence_ladder` needs in each language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class RungWords:
    """One rung in words.

    Attributes
    ----------
    study, detail
        What kind of study it is.
    tested
        What was tested in it.
    finding
        What it found, after the word for where it points; empty where that was not checked.
    """

    study: str
    tested: str
    finding: str = ""
    detail: str = ""


@dataclass(frozen=True)
class Words:
    """Every word in the figure and beside it, for one language and reader.

    Attributes
    ----------
    rungs
        By the keys of `galley_figures.gallery.evidence_ladder.rungs`, held-back ones included.
    directions
        The word beside each mark.
    heads
        What the rungs are, what was tested, and which way it points.
    counts
        For the text alternative: how many rungs have each mark.
    """

    rungs: Mapping[str, RungWords]
    directions: Mapping[str, str]
    heads: tuple[str, str, str]
    note: str
    caption: str
    alt: str
    counts: Mapping[str, str]
    description: str
    evidence: str
    columns: tuple[str, ...]
