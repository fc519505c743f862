"""What every kind is told beside its table: evidence, sources, note, caption, language."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import get_args

from galley_figures.errors import FigureError, nearest
from galley_figures.explanatory import Evidence, EvidenceClass
from galley_figures.locale import LANGS, Lang

_MEANINGS = "data (measured), model (calculated), schematic (drawn) or synthetic (made up)"


@dataclass(frozen=True)
class About:
    """The answers to what, from where and for whom; checked once for every kind.

    Attributes
    ----------
    figure
        Name of the figure function, with which messages begin.
    """

    figure: str
    evidence: Evidence
    lang: Lang
    caption: str | None


def about_figure(
    figure: str,
    *,
    evidence: EvidenceClass,
    sources: Sequence[str],
    note: str,
    caption: str,
    lang: Lang,
    row_sources: Iterable[str] = (),
) -> About:
    """Check what an author says about a figure.

    Parameters
    ----------
    row_sources
        Keys that rows name for themselves; they follow those of the whole figure.

    Raises
    ------
    FigureError
        If the language or the evidence class is unknown, or data or a model name neither a source
        nor, in a note, where the numbers come from.
    """
    _check("lang", lang, LANGS, figure, "")
    _check("evidence", evidence, get_args(EvidenceClass), figure, f"Write {_MEANINGS}.")
    if isinstance(sources, str):
        sources = [sources]
    keys = tuple(dict.fromkeys(_key(key) for key in (*sources, *row_sources)))
    if evidence in {"data", "model"} and not keys and not note.strip():
        raise FigureError(
            f"{figure}: nothing says where the numbers come from",
            'Name the works, sources=["key"], or say in note="…" how they were measured.',
        )
    return About(figure, Evidence(evidence, keys, note.strip()), lang, caption.strip() or None)


def _key(text: str) -> str:
    """Take a key also as it is cited in prose, ``@bi2001``."""
    return text.strip().removeprefix("@")


def _check(name: str, value: str, legal: Sequence[str], figure: str, fix: str) -> None:
    if value not in legal:
        guess = nearest(str(value), legal)
        raise FigureError(
            f"{figure}: {name} must be one of {', '.join(legal)}, not {value!r}",
            f"{guess} {fix}".strip(),
        )
