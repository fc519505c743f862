"""Which article a Word file is of: as it says itself, or as its words show."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from galley.findings import UsageError, did_you_mean
from galley.review.returned.anchors import ARTICLE, LANGUAGE
from galley.review.returned.notes import Note
from galley.review.returned.placing import place_note
from galley.workspace import ArticleSource


def named_article(
    properties: Mapping[str, str], sources: Sequence[ArticleSource], file: str
) -> ArticleSource | None:
    """Return the article that a file names; None where it names none.

    Raises
    ------
    UsageError
        If the folder has no such article.
    """
    slug, lang = properties.get(ARTICLE, ""), properties.get(LANGUAGE, "")
    if not slug:
        return None
    found = next((each for each in sources if (each.slug, each.lang) == (slug, lang)), None)
    if found is None:
        guess = did_you_mean(slug, sorted({source.slug for source in sources} - {slug}))
        raise UsageError(
            f"{file} is of the article '{slug}' ({lang}), which is not in this folder",
            f"{guess} Name the article with --article, or give the folder that it lies in.".strip(),
        )
    return found


def likely_article(notes: Sequence[Note], sources: Sequence[ArticleSource]) -> ArticleSource | None:
    """Return the article in which most of the notes find their words; None where none does.

    Other programs than Word may drop what a file says of itself.
    """
    counts = {source.file: _found(notes, source) for source in sources}
    best = max(sources, key=lambda source: counts[source.file], default=None)
    return best if best is not None and counts[best.file] else None


def cells_of(source: ArticleSource) -> dict[str, str]:
    """Return cell → source of a notebook, in its order."""
    return {str(cell.id): str(cell.source) for cell in source.notebook.cells}


def _found(notes: Sequence[Note], source: ArticleSource) -> int:
    cells = cells_of(source)
    return sum(place_note(note, cells).line is not None for note in notes)
