"""What of a cell's outputs cannot reach readers: damaged pictures, and what needs a script."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from galley.article.model import Article, Output
from galley.findings import Finding, Place, Severity
from galley.html.context import RenderedBlock
from galley.html.own_findings import own_html_findings
from galley.html.safety import active_elements

SCRIPT_RULE = "output-needs-script"
DAMAGED_RULE = "figure-damaged"


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
        elif isinstance(block, Output) and "script" in active_elements(_html(block)):
            yield _needs_script(place)


def _html(block: Output) -> str:
    return str(block.data.get("text/html") or "")


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
