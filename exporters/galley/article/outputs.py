"""From a cell's outputs to blocks: figures, tables, text, streams and errors."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from markdown_it.token import Token
from nbformat import NotebookNode

from galley.article.figure_bundle import FIGURE_BUNDLE, SaidBundle, parse_figure_bundle
from galley.article.figure_states import StatesBundle, parse_states
from galley.article.model import (
    Block,
    CellError,
    Evidence,
    Figure,
    FigureChoice,
    FigureState,
    Output,
    Stream,
)

_DRAWING_TYPES = ("image/svg+xml", "image/png", "image/jpeg", "image/webp", "image/gif")
_READABLE_TYPES = (
    *_DRAWING_TYPES,
    "text/html",
    "text/markdown",
    "text/latex",
    "text/plain",
)
# What a bare last line such as `plt.plot(...)` leaves behind: an address, of use to nobody.
_OBJECT_REPR = re.compile(r"^\W*<[^<>]* at 0x[0-9a-fA-F]+>|^<Figure size |^Text\(|^\(?array\(\[<")


@dataclass(frozen=True)
class CellCaption:
    """What the author wrote about a cell's figure or table, already parsed."""

    label: str = ""
    tokens: tuple[Token, ...] = ()
    alt: str = ""
    evidence: Evidence | None = None


def collect_outputs(cell: NotebookNode, caption: CellCaption) -> tuple[Block, ...]:
    """Return the blocks that a code cell's outputs become.

    The first figure or table takes the cell's label and caption; anchors and numbers are
    given later, when the whole article is known.
    """
    blocks: list[Block] = []
    remaining = caption
    for output in _without_progress(cell.get("outputs", ())):
        block = _read_output(cell.id, output, remaining)
        if block is None:
            continue
        if isinstance(block, Figure | Output):
            remaining = CellCaption()
        blocks.append(block)
    return tuple(blocks)


def _without_progress(outputs: Sequence[NotebookNode]) -> Iterator[NotebookNode]:
    """Merge neighbouring prints, so that a line overwritten by the next is seen once."""
    pending: NotebookNode | None = None
    for output in outputs:
        is_print = output.output_type == "stream" and output.get("name") == "stdout"
        if is_print and pending is not None:
            pending = NotebookNode(pending, text=_text(pending.text) + _text(output.text))
            continue
        if pending is not None:
            yield pending
        pending = output if is_print else None
        if not is_print:
            yield output
    if pending is not None:
        yield pending


def _read_output(cell_id: str, output: NotebookNode, caption: CellCaption) -> Block | None:
    match output.output_type:
        case "stream":
            text = collapse_carriage_returns(_text(output.text))
            return Stream(cell_id, text) if output.name == "stdout" and text.strip() else None
        case "error":
            return CellError(
                cell_id, output.ename, output.evalue, "\n".join(output.get("traceback", ()))
            )
        case "display_data" | "execute_result":
            return _read_display(cell_id, output, caption)
        case _:
            return None


def collapse_carriage_returns(text: str) -> str:
    r"""Keep of each line what a terminal would show at its end: the text after the last ``\r``."""
    lines = text.replace("\r\n", "\n").split("\n")
    return "\n".join(line.rstrip("\r").rsplit("\r", 1)[-1] for line in lines)


def _read_display(cell_id: str, output: NotebookNode, caption: CellCaption) -> Block | None:
    data = _readable(output.data)
    metadata = output.get("metadata", {})
    drawings = {kind: data[kind] for kind in _DRAWING_TYPES if kind in data}
    bundle = parse_figure_bundle(output.data.get(FIGURE_BUNDLE)) if drawings else None
    if bundle is not None:
        figure = _explanatory_figure(cell_id, bundle, drawings, caption)
        states = parse_states(output.data[FIGURE_BUNDLE])
        return _with_states(figure, states, caption) if states else figure
    if drawings:
        return _plain_figure(cell_id, drawings, metadata, caption)
    if not data or _is_object_repr(data):
        return None
    return Output(cell_id, data, metadata, label=caption.label, caption=caption.tokens)


def _readable(data: Mapping[str, Any]) -> dict[str, Any]:
    return {kind: _text(data[kind]) for kind in _READABLE_TYPES if data.get(kind)}


def _is_object_repr(data: Mapping[str, Any]) -> bool:
    return set(data) == {"text/plain"} and bool(_OBJECT_REPR.match(data["text/plain"].strip()))


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
    )


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
