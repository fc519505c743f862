"""The explanatory figure: two drawings of the same data, with everything that explains them.

This is the contract between a figure and whatever publishes it. A figure displays itself in
JupyterLab and travels through papermill by `ExplanatoryFigure._repr_mimebundle_`: HTML for the
notebook, the wide drawing as SVG, a PNG for programs without SVG, and one JSON bundle with all the
rest.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.metadata import PackageNotFoundError, distribution, version
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias, get_args

from galley_figures.notebook_html import notebook_html

if TYPE_CHECKING:  # the contract itself needs no matplotlib
    from matplotlib.figure import Figure

    from galley_figures.style.canvas import Layout

FIGURE_BUNDLE: Final = "application/vnd.galley.figure+json"
"""Media type of the JSON bundle."""

SCHEMA: Final = 1
"""Version of the JSON bundle."""

EvidenceClass: TypeAlias = Literal["data", "model", "schematic", "synthetic"]
Cell: TypeAlias = str | float | int | None
Parameter: TypeAlias = str | float | int | bool | None


@dataclass(frozen=True)
class Evidence:
    """What a figure rests on.

    Attributes
    ----------
    kind
        ``data``: published numbers drawn as published; ``model``: an equation with published
        parameters; ``schematic``: a shape without a scale; ``synthetic``: made-up numbers.
    sources
        Citation keys, as in the bibliography.
    note
        One or two plain sentences in the figure's language: what was drawn, what is not known.
    """

    kind: EvidenceClass
    sources: tuple[str, ...]
    note: str

    def __post_init__(self) -> None:
        if self.kind not in get_args(EvidenceClass):
            legal = ", ".join(get_args(EvidenceClass))
            raise ValueError(f"evidence kind must be one of {legal}, not {self.kind!r}")


@dataclass(frozen=True)
class DataTable:
    """A tidy table of what is drawn; a column's unit is part of its name, as in ``start_days``."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]

    def __post_init__(self) -> None:
        for number, row in enumerate(self.rows, start=1):
            if len(row) != len(self.columns):
                raise ValueError(
                    f"row {number} has {len(row)} cells, but there are {len(self.columns)} columns"
                )


def versions() -> dict[str, str]:
    """Return the versions that draw a figure; a library that is not installed has none."""
    packages = {"galley_figures": "galley-articles", "matplotlib": "matplotlib"}
    found = {name: _version(package) for name, package in packages.items()}
    return {name: known for name, known in found.items() if known is not None}


@cache
def _version(package: str) -> str | None:
    try:
        text = distribution(package).read_text("METADATA") or ""
    except PackageNotFoundError:
        return None
    # The library reads the whole file as an e-mail, which took a tenth of a first figure.
    found = re.search(r"^Version: (.+)$", text, re.MULTILINE)
    return found[1].strip() if found else version(package)


@dataclass(frozen=True)
class MadeBy:
    """The public function, the parameters and the versions that drew a figure."""

    function: str
    parameters: Mapping[str, Parameter] = field(default_factory=dict)
    versions: Mapping[str, str] = field(default_factory=versions)


@dataclass(frozen=True)
class ExplanatoryFigure:
    """Two drawings of the same data and what explains them.

    Attributes
    ----------
    wide_svg, narrow_svg
        SVG text, 720 and 350 px wide: no ``style``, colours as CSS variables with a fall-back.
    png
        The wide drawing for programs that show no SVG, at two pixels per px.
    alt
        What a reader who cannot see it needs first; 125 characters at most where possible.
    description
        The long form, made from the same data.
    data
        The table behind the drawing.
    evidence
        What the drawing rests on.
    lang
        Language of every word in it.
    made_by
        How to draw it again.
    caption
        One sentence that says what to see; an article's own caption takes its place.
    redraw
        Draws a layout again as a matplotlib figure, so that a test or a contact sheet can ask
        where its words are; a picture has none.
    """

    wide_svg: str = field(repr=False)
    narrow_svg: str = field(repr=False)
    png: bytes = field(repr=False)
    alt: str
    description: str
    data: DataTable
    evidence: Evidence
    lang: str
    made_by: MadeBy
    caption: str | None = None
    redraw: Callable[[Layout], Figure] | None = field(default=None, repr=False, compare=False)

    def __post_init__(self) -> None:
        if not self.alt.strip():
            raise ValueError("alt must say what the figure shows; it is empty")

    def bundle(self) -> dict[str, Any]:
        """Return everything but the wide drawing, ready for JSON."""
        return {
            "schema": SCHEMA,
            "alt": self.alt,
            "description": self.description,
            "caption": self.caption,
            "lang": self.lang,
            "evidence": {
                "class": self.evidence.kind,
                "sources": list(self.evidence.sources),
                "note": self.evidence.note,
            },
            "data": {
                "columns": list(self.data.columns),
                "rows": [list(row) for row in self.data.rows],
            },
            "narrow_svg": self.narrow_svg,
            "made_by": {
                "function": self.made_by.function,
                "parameters": dict(self.made_by.parameters),
                "versions": dict(self.made_by.versions),
            },
        }

    def _repr_mimebundle_(
        self,
        include: object = None,  # noqa: ARG002 - IPython's protocol; it filters by itself
        exclude: object = None,  # noqa: ARG002 - the same
    ) -> tuple[dict[str, Any], dict[str, dict[str, str]]]:
        """Return data and metadata for a notebook's output."""
        data = {
            "image/svg+xml": self.wide_svg,
            "image/png": base64.b64encode(self.png).decode("ascii"),
            "text/html": self._notebook_html(),
            "text/plain": self.alt,
            FIGURE_BUNDLE: self.bundle(),
        }
        return data, {kind: {"alt": self.alt} for kind in ("image/svg+xml", "image/png")}

    def _notebook_html(self) -> str:
        return notebook_html(
            alt=self.alt,
            caption=self.caption,
            evidence_kind=self.evidence.kind,
            note=self.evidence.note,
            png=self.png,
            lang=self.lang,
            sources=self.evidence.sources,
            description=self.description,
            table=self.data,
        )
