"""Shapes of a document: what belongs together, and what a block is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from galley.importing.ast_tables import TableCell
from galley.importing.callout_words import callout_of_style
from galley.importing.post import Block

Ast = dict[str, Any]

TEXTUAL = ("Para", "Plain")
_CAPTION_STYLE = re.compile(
    r"(?:image|figure|table|text)? ?(?:caption|legend|keterangan|beschriftung|l[ée]gende)",
    re.IGNORECASE,
)
_LABEL = r"(?:figure|fig\.?|gambar|table|tabel|bagan|grafik)"
_NUMBERED = re.compile(rf"\**{_LABEL} *\d+(?:[.-]\d+)?\** *[.:：—–-]?\** *", re.IGNORECASE)
_FRAMED = frozenset(["Math", "Span"])


def flat(ast: Iterable[Ast]) -> Iterator[Ast]:
    """Yield blocks without the frames that say nothing; styles that matter stay."""
    for item in ast:
        if item["t"] == "Div" and not _is_meant(item):
            yield from flat(item["c"][1])
        else:
            yield item


def _is_meant(div: Ast) -> bool:
    (_, classes, values), _ = div["c"]
    style = dict(values).get("custom-style", "")
    is_ours = any(name.startswith("galley-") for name in classes)
    return is_ours or bool(callout_of_style(style)) or is_caption(div)


def is_caption(item: Ast) -> bool:
    """Tell whether a paragraph has the style of a caption."""
    style = dict(item["c"][0][2]).get("custom-style", "") if item["t"] == "Div" else ""
    return bool(_CAPTION_STYLE.fullmatch(style))


def with_captions(items: Iterable[Ast]) -> Iterator[Ast]:
    """Join a picture or table with the paragraph beside it that is styled as its caption."""
    queue = list(items)
    index = 0
    while index < len(queue):
        item = queue[index]
        following = queue[index + 1] if index + 1 < len(queue) else None
        if following is not None and _takes_caption(item) and is_caption(following):
            yield _captioned(item, following["c"][1])
            index += 2
        elif following is not None and is_caption(item) and following["t"] == "Table":
            yield _captioned(following, item["c"][1])
            index += 2
        else:
            yield item
            index += 1


def _takes_caption(item: Ast) -> bool:
    return item["t"] == "Table" or (item["t"] in TEXTUAL and is_picture_line(item))


def _captioned(item: Ast, caption: list[Ast]) -> Ast:
    if item["t"] == "Table":
        content = list(item["c"])
        content[1] = [None, content[1][1] or caption]
        return {"t": "Table", "c": content}
    plain = {"t": "Plain", "c": item["c"]}
    return {"t": "Figure", "c": [["", [], []], [None, caption], [plain]]}


def joined_callouts(items: Iterable[Ast]) -> Iterator[Ast]:
    """Join paragraphs in a row that have the same style of a callout."""
    last: Ast | None = None
    for item in items:
        if last is not None and _style(item) and _style(item) == _style(last):
            last = {"t": "Div", "c": [last["c"][0], [*last["c"][1], *item["c"][1]]]}
            continue
        if last is not None:
            yield last
        last = item
    if last is not None:
        yield last


def _style(item: Ast) -> str:
    style = dict(item["c"][0][2]).get("custom-style", "") if item["t"] == "Div" else ""
    return style if callout_of_style(style) else ""


def is_line(cell: TableCell) -> bool:
    """Tell whether a cell is one line of text."""
    if not cell.blocks:
        return True
    only = cell.blocks[0]
    if len(cell.blocks) > 1 or only["t"] not in TEXTUAL:
        return False
    return not any(each["t"] == "LineBreak" or is_formula([each]) for each in only["c"])


def is_picture_line(item: Ast) -> bool:
    """Tell whether a paragraph is a picture and nothing else."""
    return item["t"] in TEXTUAL and lone_picture(item["c"]) is not None


def lone_picture(inlines: Sequence[Ast]) -> Ast | None:
    """Return the picture where a paragraph is nothing else."""
    written = [each for each in inlines if each["t"] not in {"Space", "SoftBreak", "LineBreak"}]
    if len(written) != 1:
        return None
    only: Ast = written[0]
    if only["t"] == "Image":
        return only
    inside = {"Link": 1, "Span": 1, "Strong": None, "Emph": None, "Underline": None}
    if only["t"] not in inside:
        return None
    at = inside[only["t"]]
    return lone_picture(only["c"] if at is None else only["c"][at])


def pictures_in(blocks: Iterable[Ast]) -> Iterator[Ast]:
    """Yield the pictures of blocks."""
    for block in blocks:
        if block["t"] in TEXTUAL:
            yield from (each for each in _deep(block["c"]) if each["t"] == "Image")
        elif block["t"] in {"Div", "Figure"}:
            yield from pictures_in(block["c"][-1])


def _deep(inlines: Iterable[Ast]) -> Iterator[Ast]:
    for each in inlines:
        yield each
        content = each.get("c")
        nested = content[1] if each["t"] in {"Link", "Span"} and content else content
        if each["t"] in {"Link", "Span", "Strong", "Emph"} and isinstance(nested, list):
            yield from _deep(nested)


def is_formula(part: Sequence[Ast]) -> bool:
    """Tell whether a part of a paragraph is a formula with lines of its own."""
    is_one = len(part) == 1 and part[0]["t"] == "Math"
    return is_one and part[0]["c"][0]["t"] == "DisplayMath"


def is_short_item(blocks: Sequence[Ast]) -> bool:
    """Tell whether an item is a line, perhaps with a list below it."""
    lists = {"BulletList", "OrderedList"}
    is_line = not blocks or blocks[0]["t"] in {*TEXTUAL, *lists}
    return is_line and all(block["t"] in lists for block in blocks[1:])


def split_at_formulas(inlines: Sequence[Ast]) -> Iterator[list[Ast]]:
    """Yield a paragraph in parts, so that a formula has its own lines."""
    part: list[Ast] = []
    for each in _without_frames(inlines):
        if is_formula([each]):
            yield part
            yield [each]
            part = []
        else:
            part.append(each)
    yield part


def unnumbered(caption: str) -> str:
    """Leave out ``Figure 1.``, which the page counts itself."""
    return _NUMBERED.sub("", caption, count=1) if _NUMBERED.match(caption) else caption


def without_emphasis(heading: str) -> str:
    """Return a heading without marks around the whole of it, which Word's authors often set."""
    match = re.fullmatch(r"(\*{1,3})([^*]+)\1", heading)
    return match[2] if match else heading


def apart(block: Block, previous: Block | None) -> Block:
    """Return a list in the other marks where one precedes it, lest the two become one."""
    if previous is None or block.kind != "list" or previous.kind != "list":
        return block
    is_same = block.text[:2] == previous.text[:2] == "- "
    return replace(block, text=re.sub(r"(?m)^- ", "* ", block.text)) if is_same else block


def _without_frames(inlines: Sequence[Ast]) -> Iterator[Ast]:
    """Take formulas out of the spans in which pages wrap them."""
    for each in inlines:
        if each["t"] == "Span" and len(each["c"][1]) == 1 and each["c"][1][0]["t"] in _FRAMED:
            yield from _without_frames(each["c"][1])
        else:
            yield each
