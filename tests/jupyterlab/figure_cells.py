"""Cells with figures, and the library's list of them, for tests that need no server."""

from __future__ import annotations

from functools import cache

from galley.jupyterlab.figures.article import SentArticle, SentCell
from galley.jupyterlab.figures.catalogue import Catalogue, parse_catalogue
from galley.jupyterlab.figures.changing import Change, changed
from galley.jupyterlab.figures.drawer import list_record

IMPORT = "from galley_figures import bars, explore, plasticity_window\n"


@cache
def catalogue() -> Catalogue:
    return parse_catalogue(list_record())


def article(*sources: str, tags: str = "") -> SentArticle:
    """Return an article of code cells; the first has tags."""
    return SentArticle(
        tuple(
            SentCell(
                f"cell-{at}", True, source, frozenset(tags.split()) if at == 0 else frozenset()
            )
            for at, source in enumerate(sources)
        )
    )


def change(source: str, name: str, value: object, call: int | None = 0) -> str:
    """Change the only cell of an article."""
    return changed(article(source), "cell-0", catalogue(), Change(name, value, call))
