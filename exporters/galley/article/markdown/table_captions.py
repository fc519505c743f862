"""Captions of tables as pandoc writes them: ``: Doses. {#tbl-dose}`` below a table or above it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from markdown_it.token import Token

from galley.article.markdown.attributes import parse_attributes

_CAPTION = re.compile(
    r"(?:Table)?:(?:\s+(?P<words>.*?))?\s*(?:\{(?P<attributes>[^{}]*)\})?\s*", re.DOTALL
)
_Caption = tuple[Token, str, str]
"""The token of a caption, its words, the label of its table."""


def tables_with_captions(tokens: Sequence[Token]) -> list[Token]:
    """Return the tokens of a cell with each table that has a caption as a table figure."""
    result: list[Token] = []
    index = 0
    while index < len(tokens):
        end = _end_of_table(tokens, index)
        if end is None:
            result.append(tokens[index])
            index += 1
            continue
        table, inside = _without_caption_row(tokens[index:end])
        below = _caption(tokens, end)
        above = None if below or inside else _caption(result, len(result) - 3)
        if above:
            del result[-3:]
        caption = below or inside or above
        result += _figure(table, *caption) if caption else table
        index = end + (3 if below else 0)
    return result


def _end_of_table(tokens: Sequence[Token], index: int) -> int | None:
    """Return where the table ends that begins at `index`, if one does that is in no figure yet."""
    if tokens[index].type != "table_open":
        return None
    before = tokens[index - 1].type if index else ""
    if before in {"figure_open", "figcaption_close"}:
        return None
    level = tokens[index].level
    closing = (
        number
        for number in range(index, len(tokens))
        if tokens[number].type == "table_close" and tokens[number].level == level
    )
    return next(closing, index) + 1


def _without_caption_row(table: Sequence[Token]) -> tuple[Sequence[Token], _Caption | None]:
    """Take off the last row where it is the caption, written with no empty line before it."""
    rows = [index for index, token in enumerate(table) if token.type == "tr_open"]
    row = table[rows[-1] :]
    cells = [token for token in row if token.type == "inline"]
    is_caption = (
        len(rows) > 1
        and bool(cells)
        and re.match(r"(?:Table)?:\s", cells[0].content)
        and not any(cell.content.strip() for cell in cells[1:])
    )
    if not is_caption:
        return table, None
    end = next(index for index, token in enumerate(row) if token.type == "tr_close")
    found = _read(cells[0])
    return ([*table[: rows[-1]], *row[end + 1 :]], found) if found else (table, None)


def _caption(tokens: Sequence[Token], index: int) -> _Caption | None:
    """Return the paragraph at `index` with its words and label, if it is a caption."""
    types = [token.type for token in tokens[index : index + 3]] if index >= 0 else []
    if types != ["paragraph_open", "inline", "paragraph_close"]:
        return None
    return _read(tokens[index + 1])


def _read(inline: Token) -> _Caption | None:
    match = _CAPTION.fullmatch(inline.content)
    attributes = parse_attributes(match["attributes"] or "") if match else None
    if match is None or (match["attributes"] and attributes is None):
        return None
    return inline, match["words"] or "", attributes.anchor if attributes else ""


def _figure(table: Sequence[Token], inline: Token, words: str, label: str) -> list[Token]:
    if not words and not label:
        # Attributes alone, which are for the style of another tool.
        return list(table)
    opening = Token("figure_open", "figure", 1, block=True, map=table[0].map)
    opening.meta = {
        "kind": "table",
        "labels": [label] if label else [],
        "classes": (),
        "place": table[0].meta.get("place"),
    }
    inline.content = words
    caption = [
        Token("figcaption_open", "figcaption", 1, block=True),
        inline,
        Token("figcaption_close", "figcaption", -1, block=True),
    ]
    return [
        opening,
        *(caption if words else []),
        *table,
        Token("figure_close", "figure", -1, block=True),
    ]
