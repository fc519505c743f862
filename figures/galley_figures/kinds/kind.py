"""What every kind is made of, and how its parts become a figure."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Generic, TypeVar

from matplotlib.figure import Figure

from galley_figures.compose import compose
from galley_figures.explanatory import DataTable, ExplanatoryFigure, MadeBy, Parameter
from galley_figures.kinds.about import About
from galley_figures.locale import Lang
from galley_figures.style.canvas import Layout

SpecT = TypeVar("SpecT")


@dataclass(frozen=True)
class Kind(Generic[SpecT]):
    """A kind: its name, and how its spec is drawn, described and tabled in a language.

    Attributes
    ----------
    name
        Of the public function, ``galley_figures.NAME``.
    describe
        Returns the text alternative and the long description.
    """

    name: str
    draw: Callable[[SpecT, Layout, Lang], Figure]
    describe: Callable[[SpecT, Lang], tuple[str, str]]
    table: Callable[[SpecT, Lang], DataTable]

    def figure(self, spec: SpecT, about: About, **parameters: Parameter) -> ExplanatoryFigure:
        """Return the figure of a spec; `parameters` are those that "how it was made" names."""
        lang = about.lang
        alt, description = self.describe(spec, lang)
        return compose(
            partial(_drawn, self.draw, lang),
            spec,
            alt=alt,
            description=description,
            table=self.table(spec, lang),
            evidence=about.evidence,
            lang=lang,
            made_by=MadeBy(f"galley_figures.{self.name}", {**parameters, "lang": lang}),
            caption=about.caption,
        )


def _drawn(
    draw: Callable[[SpecT, Layout, Lang], Figure], lang: Lang, spec: SpecT, layout: Layout
) -> Figure:
    return draw(spec, layout, lang)
