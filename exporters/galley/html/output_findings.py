"""What of a cell's outputs cannot reach readers: damaged pictures, and what needs a script."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from galley.article.model import Article, Interactive, Output
from galley.findings import Finding, Place, Severity
from galley.html.context import RenderedBlock
from galley.html.outputs import needs_script
from galley.html.own_findings import own_html_findings

SCRIPT_RULE = "output-needs-script"
DAMAGED_RULE = "figure-damaged"


_FIXES = {
    "plotly": "show a picture of it too: import plotly.io as pio; pio.renderers.default = 'svg' "
    "(with the package kaleido), or draw it with matplotlib.",
    "altair": "show a picture of it too: alt.renderers.enable('svg') (with the package "
    "vl-convert-python), or draw it with matplotlib.",
    "": "show a picture instead, for example a matplotlib figure; if the script is your own, add "
    "the article to trusted in site.toml.",
}
_MISSING = {
    "chart": "this chart needs a script, which this page does not run; readers are told that it "
    "is missing",
    "map": "this map needs a script, which this page does not run; readers are told that it is "
    "missing",
    "widget": "this widget works only in a running notebook; readers are told that it is missing",
}
_WIDGET_FIX = "show what readers need as text, a table or a figure."


def is_empty(block: RenderedBlock) -> bool:
    """Tell whether nothing is left of an output, and no words that could stand alone."""
    figure = block.figure
    if figure:
        return not figure.is_drawn and not (figure.number or figure.caption_html)
    return block.kind == "output" and not (block.html or block.number or block.caption_html)


def output_findings(
    article: Article, rendered: Iterable[RenderedBlock], *, is_trusted: bool = False
) -> Iterator[Finding]:
    """Find the outputs of which readers see less than the author; `rendered` is block by block."""
    for block, shown in zip(article.blocks, rendered, strict=True):
        place = Place(article.file, block.cell_id)
        if shown.figure and not shown.figure.is_drawn:
            yield _damaged(place)
        if is_trusted:
            yield from own_html_findings(block, place)
        elif isinstance(block, Output):
            yield from _of_output(block, place)


def _of_output(block: Output, place: Place) -> Iterator[Finding]:
    if block.interactive:
        yield _interactive(block.interactive, place)
    elif needs_script(block):
        yield _needs_script(place)
    elif set(block.data) <= {"application/pdf", "text/plain"} and "application/pdf" in block.data:
        yield _pdf(place)


def _interactive(interactive: Interactive, place: Place) -> Finding:
    fix = _FIXES.get(interactive.tool, _FIXES[""])
    if interactive.kind == "widget":
        fix = _WIDGET_FIX
    return Finding(SCRIPT_RULE, Severity.WARNING, place, _MISSING[interactive.kind], fix)


def _pdf(place: Place) -> Finding:
    return Finding(
        DAMAGED_RULE,
        Severity.WARNING,
        place,
        "this figure is a PDF, which readers have to open by itself",
        "write %config InlineBackend.figure_formats = ['svg'] in the first code cell, and run the "
        "notebook again.",
    )


def _damaged(place: Place) -> Finding:
    return Finding(
        DAMAGED_RULE,
        Severity.WARNING,
        place,
        "this cell's picture is damaged, so readers do not see it",
        "run the cell again and save the notebook.",
    )


def _needs_script(place: Place) -> Finding:
    return Finding(
        SCRIPT_RULE,
        Severity.WARNING,
        place,
        "this output needs a script, which this page does not run; readers see what is left "
        "without it",
        "show a picture instead, for example a matplotlib figure; if the script is your own, add "
        "the article to trusted in site.toml.",
    )
