"""``list-table``: a list of lists becomes the tokens of a table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from markdown_it.token import Token

_LISTS = ("bullet_list", "ordered_list")


def push_list_table(tokens: Sequence[Token], options: Mapping[str, str]) -> list[Token]:
    """Return table tokens; the tokens as they are where they are not a list of lists."""
    rows = [_children(item, _LISTS) for item in _children(tokens, _LISTS)]
    if not rows or not all(rows):
        return list(tokens)
    count = options.get("header-rows", "0")
    headers = min(int(count), len(rows)) if count.isdecimal() else 0
    stub = 1 if options.get("stub-columns", "0") not in {"", "0"} else 0
    return table_of_cells(rows, headers, stub)


def table_of_cells(rows: Sequence[Sequence[list[Token]]], heads: int, stub: int) -> list[Token]:
    """Return table tokens for rows of cells, of which each is a list of tokens."""
    return _wrap(
        "table", [*_section("thead", rows[:heads], stub), *_section("tbody", rows[heads:], stub)]
    )


def _children(tokens: Sequence[Token], names: Iterable[str]) -> list[list[Token]]:
    """Return the contents of each item of the first list in the tokens."""
    opens = {f"{name}_open" for name in names}
    start = next((i for i, token in enumerate(tokens) if token.type in opens), None)
    if start is None:
        return []
    base = tokens[start].level
    items: list[list[Token]] = []
    for token in tokens[start + 1 :]:
        if token.level <= base:
            break
        if token.level == base + 1 and token.type == "list_item_open":
            items.append([])
        elif token.level > base + 1 and items:
            items[-1].append(token)
    return items


def _section(name: str, rows: Sequence[Sequence[list[Token]]], stub: int) -> list[Token]:
    if not rows:
        return []
    content: list[Token] = []
    for row in rows:
        cells: list[Token] = []
        for index, cell in enumerate(row):
            is_head = name == "thead" or index < stub
            cells += _wrap("th" if is_head else "td", _tight(cell))
        content += _wrap("tr", cells)
    return _wrap(name, content)


def _tight(cell: Sequence[Token]) -> list[Token]:
    """Hide the paragraph of a cell that holds only one."""
    if [token.type for token in cell] == ["paragraph_open", "inline", "paragraph_close"]:
        cell[0].hidden = cell[2].hidden = True
    return list(cell)


def _wrap(tag: str, content: Sequence[Token]) -> list[Token]:
    opening, closing = Token(f"{tag}_open", tag, 1), Token(f"{tag}_close", tag, -1)
    opening.block = closing.block = True
    return [opening, *content, closing]
