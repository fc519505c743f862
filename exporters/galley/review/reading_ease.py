"""How hard an article is to read, as a line of the sheet: shown, not judged."""

from __future__ import annotations

from collections.abc import Iterator

from galley.checks.language.readability import Readability, readability
from galley.review.observing import Desk, Seen


def see_readability(desk: Desk) -> Iterator[Seen]:
    """See the length of sentences, LIX, and for English the grade with its method."""
    counts = readability(desk.manuscript)
    if not counts.sentences:
        yield Seen("no_readability", {})
        return
    mean, lix = round(counts.mean_sentence), round(counts.lix)
    yield Seen("readability", {"mean": mean, "longest": counts.longest_sentence, "lix": lix})
    if counts.grade is not None:
        yield Seen("grade", _grades(counts))


def _grades(counts: Readability) -> dict[str, object]:
    terms = counts.grade if counts.grade_with_terms is None else counts.grade_with_terms
    return {
        "grade": f"{counts.grade:.1f}",
        "grade_with_terms": f"{terms:.1f}",
        "method": counts.method,
    }
