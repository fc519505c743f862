"""One of two articles that are compared: what it says, and where."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from galley.article.model import Figure
from galley.checks.rule import Manuscript
from galley.checks.site.harm_words import speaks_of_harm
from galley.checks.site.numbers import Number, numbers
from galley.findings import Place


@dataclass(frozen=True)
class Side:
    """An article of a pair, in one edition."""

    manuscript: Manuscript

    @property
    def file(self) -> str:
        """The notebook's path as the author knows it."""
        return self.manuscript.article.file

    @cached_property
    def texts(self) -> tuple[tuple[Place, str], ...]:
        """Everything that is said, and where."""
        article = self.manuscript.article
        front_matter = article.front_matter
        head = (article.title, front_matter.description, *front_matter.key_points)
        return (
            *((Place(article.file), text) for text in head),
            *((passage.place, passage.text) for passage in self.manuscript.passages),
        )

    @cached_property
    def numbers(self) -> tuple[tuple[Number, Place], ...]:
        """Every number, and where it stands."""
        lang = self.manuscript.lang
        return tuple((each, place) for place, text in self.texts for each in numbers(text, lang))

    @cached_property
    def citations(self) -> Mapping[str, Place]:
        """Each key, and where it is cited first; a figure's own sources stand with the article."""
        found: dict[str, Place] = {}
        for passage in self.manuscript.passages:
            for work in passage.citations:
                found.setdefault(work.key, passage.place)
        return {key: found.get(key, Place(self.file)) for key in self.manuscript.article.cited}

    @cached_property
    def figures(self) -> Mapping[str, Place]:
        """Each label of a figure, and the cell that shows it, once it has been run."""
        article = self.manuscript.article
        shown = {
            each.label: Place(self.file, each.cell_id)
            for each in article.blocks
            if isinstance(each, Figure) and each.label
        }
        return {**dict.fromkeys(article.declared_labels, Place(self.file)), **shown}

    @cached_property
    def harms(self) -> Mapping[str | None, Place]:
        """Each cell that speaks of harm, and where it does so first; None is the front matter."""
        found: dict[str | None, Place] = {}
        for place, text in self.texts:
            if speaks_of_harm(text, self.manuscript.lang):
                found.setdefault(place.cell, place)
        return found

    @cached_property
    def cells(self) -> Mapping[str, Place]:
        """Where the words of each cell begin."""
        found: dict[str, Place] = {}
        for place, _ in self.texts:
            if place.cell:
                found.setdefault(place.cell, place)
        return found

    def beside(self, place: Place) -> Place:
        """Return where this article speaks of what the other has at a place, as far as is known.

        A translation is begun as a copy, so that its cells have the ids of the original's.
        """
        return self.cells.get(place.cell or "", Place(self.file))
