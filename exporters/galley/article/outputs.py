"""From a cell's outputs to blocks: figures, tables, text, streams and errors."""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from markdown_it.token import Token
from nbformat import NotebookNode

from galley.article.charts import read_interactive
from galley.article.figure_bundle import FIGURE_BUNDLE, SaidBundle, parse_figure_bundle
from galley.article.figure_states import StatesBundle, parse_states
from galley.article.html_outputs import animation, is_text_in_costume, lone_picture
from galley.article.model import (
    Block,
    CellError,
    Evidence,
    Figure,
    FigureChoice,
    FigureState,
    Interactive,
    Output,
    Stream,
)
from galley.article.notebook_cells import normalise_outputs
from galley.article.plain_outputs import (
    installs_only,
    is_formula,
    is_object,
    spelt_out,
    without_addresses,
    without_times,
)
from galley.article.terminal_text import shown_at_last
from galley.article.widgets import WIDGET_VIEW, Widgets, is_in_words, is_progress, widget_bundles

_DRAWING_TYPES = ("image/svg+xml", "image/png", "image/jpeg", "image/webp", "image/gif")
_READABLE_TYPES = (
    *_DRAWING_TYPES,
    "text/html",
    "text/markdown",
    "text/latex",
    "text/plain",
    "application/pdf",
)
_JSON_TYPES = ("application/json", "application/geo+json")


@dataclass(frozen=True)
class CellCaption:
    """What the author wrote about a cell's figure or table, already parsed."""

    label: str = ""
    tokens: tuple[Token, ...] = ()
    alt: str = ""
    evidence: Evidence | None = None


def collect_outputs(
    cell: NotebookNode, caption: CellCaption, widgets: Widgets | None = None
) -> tuple[Block, ...]:
    """Return the blocks that a code cell's outputs become.

    The first figure or table takes the cell's label and caption; anchors and numbers are
    given later, when the whole article is known.

    Parameters
    ----------
    widgets
        The widgets whose state the notebook holds.
    """
    blocks: list[Block] = []
    remaining = caption
    outputs = _with_widgets(cell.get("outputs", ()), widgets or {})
    for output in _without_progress(outputs, str(cell.get("source", ""))):
        block = _read_output(cell.id, output, remaining)
        if block is None:
            continue
        if isinstance(block, Figure | Output):
            remaining = CellCaption()
        blocks.append(block)
    return tuple(blocks)


def _with_widgets(outputs: Iterable[NotebookNode], widgets: Widgets) -> Iterator[NotebookNode]:
    """Put what a widget last showed in its place, where the notebook holds that."""
    for output in outputs:
        data = output.get("data") or {}
        if WIDGET_VIEW not in data or any(kind in data for kind in _DRAWING_TYPES):
            yield output
            continue
        shown = widget_bundles(data[WIDGET_VIEW], widgets)
        text = _text(data.get("text/plain", ""))
        if shown:
            yield from normalise_outputs(shown)
        elif (shown is None or is_in_words(text)) and not is_progress(text):
            yield output


def _without_progress(outputs: Iterable[NotebookNode], source: str) -> Iterator[NotebookNode]:
    """Merge neighbouring prints, so that a line overwritten by the next is seen once.

    What readers are never shown does not stand between them: warnings, and what installing says.
    """
    pending: NotebookNode | None = None
    is_installation = installs_only(source)
    for output in outputs:
        if output.output_type == "stream":
            if output.get("name") != "stdout" or is_installation:
                continue
            text = _text(output.text)
            pending = NotebookNode(output, text=_text(pending.text) + text if pending else text)
            continue
        if pending is not None:
            yield pending
            pending = None
        yield output
    if pending is not None:
        yield pending


def _read_output(cell_id: str, output: NotebookNode, caption: CellCaption) -> Block | None:
    match output.output_type:
        case "stream":
            text = without_addresses(without_times(shown_at_last(_text(output.text))))
            return Stream(cell_id, text) if text.strip() else None
        case "error":
            return CellError(
                cell_id, output.ename, output.evalue, "\n".join(output.get("traceback", ()))
            )
        case "display_data" | "execute_result":
            return _read_display(cell_id, output, caption)
        case _:
            return None


def _read_display(cell_id: str, output: NotebookNode, caption: CellCaption) -> Block | None:
    data = _readable(output.data)
    metadata = output.get("metadata", {})
    drawings = {kind: data[kind] for kind in _DRAWING_TYPES if kind in data}
    bundle = parse_figure_bundle(output.data.get(FIGURE_BUNDLE)) if drawings else None
    if bundle is not None:
        figure = _explanatory_figure(cell_id, bundle, drawings, caption)
        states = parse_states(output.data[FIGURE_BUNDLE])
        return _with_states(figure, states, caption) if states else figure
    if drawings and not is_formula(data.get("text/latex", "")):
        return _plain_figure(cell_id, drawings, metadata, caption)
    return _read_other(cell_id, output.data, data, metadata, caption)


def _read_other(
    cell_id: str,
    bundle: Mapping[str, Any],
    data: dict[str, Any],
    metadata: Mapping[str, Any],
    caption: CellCaption,
) -> Block | None:
    """Read what is no drawing, unless there is one inside its HTML."""
    html = data.get("text/html", "")
    if picture := lone_picture(html):
        kind, drawing, alt = picture
        drawn = _drawn(kind, drawing)
        return _plain_figure(cell_id, drawn, {kind: {"alt": alt}}, caption)
    if moving := animation(html):
        return _plain_figure(cell_id, {"image/png": moving}, metadata, caption)
    interactive = read_interactive(bundle) or _widget(bundle)
    if not interactive:
        data = _most_readable(bundle, data)
        if not data:
            return None
    return Output(
        cell_id,
        data,
        metadata,
        label=caption.label,
        caption=caption.tokens,
        interactive=interactive,
    )


def _drawn(kind: str, drawing: str) -> dict[str, str]:
    if kind != "image/svg+xml":
        return {kind: drawing}
    try:
        return {kind: base64.b64decode(drawing).decode("utf-8", "replace")}
    except ValueError:
        return {kind: ""}


def _widget(bundle: Mapping[str, Any]) -> Interactive | None:
    if WIDGET_VIEW not in bundle or is_in_words(_text(bundle.get("text/plain", ""))):
        return None
    return Interactive("widget")


def _most_readable(bundle: Mapping[str, Any], data: dict[str, Any]) -> dict[str, Any]:
    """Return what can be read of an output: texts for what lies in costumes, JSON spelt out."""
    plain = data.get("text/plain", "")
    if set(data) <= {"text/plain"} and (not plain or is_object(plain)):
        found = next((bundle[kind] for kind in _JSON_TYPES if kind in bundle), None)
        return {} if found is None else {"text/plain": spelt_out(found)}
    if plain:
        data = data | {"text/plain": without_addresses(plain)}
    return {"text/plain": data["text/plain"]} if _is_in_costume(data) else data


def _is_in_costume(data: Mapping[str, Any]) -> bool:
    return "text/plain" in data and is_text_in_costume(data.get("text/html", ""))


def _readable(data: Mapping[str, Any]) -> dict[str, Any]:
    return {kind: _text(data[kind]) for kind in _READABLE_TYPES if data.get(kind)}


def _plain_figure(
    cell_id: str,
    drawings: Mapping[str, str],
    metadata: Mapping[str, Any],
    caption: CellCaption,
) -> Figure:
    return Figure(
        cell_id=cell_id,
        label=caption.label,
        anchor="",
        number="",
        drawings=drawings,
        caption=caption.tokens,
        alt=caption.alt or _metadata_alt(metadata),
        evidence=caption.evidence,
        origin="plain",
        size=_size(metadata),
    )


def _size(metadata: Mapping[str, Any]) -> tuple[int, int]:
    """Return the size at which a picture is to be shown, as IPython notes it for sharp screens."""
    for part in (*(metadata.get(kind) for kind in _DRAWING_TYPES), metadata):
        if isinstance(part, Mapping):
            width, height = (_pixels(part.get(side)) for side in ("width", "height"))
            if width or height:
                return width, height
    return 0, 0


def _pixels(value: object) -> int:
    match = re.fullmatch(r"\s*(\d{1,5})(?:\.\d+)?(?:px)?\s*", str(value))
    return int(match[1]) if match else 0


def _metadata_alt(metadata: Mapping[str, Any]) -> str:
    for kind in _DRAWING_TYPES:
        own = metadata.get(kind)
        alt = own.get("alt") if isinstance(own, Mapping) else None
        if isinstance(alt, str) and alt:
            return alt
    return ""


def _explanatory_figure(
    cell_id: str, bundle: SaidBundle, drawings: Mapping[str, str], caption: CellCaption
) -> Figure:
    return Figure(
        cell_id=cell_id,
        label=caption.label,
        anchor="",
        number="",
        drawings=drawings,
        caption=caption.tokens or _own_caption(bundle),
        alt=caption.alt or bundle.alt,
        description=bundle.description,
        evidence=caption.evidence or bundle.as_evidence(),
        data=bundle.as_table(),
        narrow_svg=bundle.narrow_svg,
        made_by=bundle.as_made_by(),
        origin="picture" if bundle.is_picture else "explanatory",
        credit=bundle.credit,
        consent=bundle.consent,
    )


def _with_states(figure: Figure, bundle: StatesBundle, caption: CellCaption) -> Figure:
    """Give a figure what readers can switch; an author's alt text is true of one state only."""
    words = replace(caption, label="", alt="")
    states = zip(bundle.places() or (), bundle.states, strict=True)
    return replace(
        figure,
        choices=tuple(
            FigureChoice(choice.label, tuple(value.label for value in choice.values))
            for choice in bundle.choices
        ),
        states=tuple(
            FigureState(places, _explanatory_figure(figure.cell_id, state, state.drawings(), words))
            for places, state in states
        ),
        shown=bundle.shown,
    )


def _own_caption(bundle: SaidBundle) -> tuple[Token, ...]:
    """Wrap a caption that the figure brings itself; it is plain text, not Markdown."""
    return (Token("text", "", 0, content=bundle.caption),) if bundle.caption else ()


def _text(value: object) -> str:
    """Join what nbformat allows to be a list of lines."""
    if isinstance(value, list | tuple):
        return "".join(str(part) for part in value)
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
