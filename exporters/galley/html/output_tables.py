"""Tables that libraries write: numbers in columns, headings of rows, a Styler's colours as shades.

The pass over somebody else's HTML sees one tag after the other; what a column holds, and whether
a heading heads its row, shows only when the whole table is there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

_TABLE = re.compile(r"<table\b[^>]*>(?:(?!<table\b).)*?</table>", re.DOTALL)
_HEAD = re.compile(r"<thead\b.*?</thead>", re.DOTALL)
_ROW = re.compile(r"<tr\b[^>]*>.*?</tr>", re.DOTALL)
_CELL = re.compile(
    r"<(?P<tag>t[dh])(?P<attributes>(?: [^>]*)?)>(?P<inner>.*?)</(?P=tag)>", re.DOTALL
)
_TAG = re.compile(r"<[^>]*>")
_SPAN = re.compile(r'\b(col|row)span="(\d{1,4})"')
_CLASS = re.compile(r' class="([^"]*)"')
_ID = re.compile(r' id="([^"]*)"')
_REFERRED = re.compile(r'(?:href="#|headers="|aria-labelledby=")([^"]*)"')
_NUMBER = re.compile(
    r"[-−+±<>≤≥~]?\s?[$€£]?\d[\d.,\s\u00a0\u202f]*(?:[eE][-+]?\d+)?\s?%?\s?\*{0,3}"
    r"|\(?[-−+]?\d[\d.,]*(?:[eE][-+]?\d+)?\)?\s?\*{0,3}"
)
_NO_NUMBER = frozenset(
    {"", "-", "–", "—", "…", "...", "&lt;NA&gt;", "inf", "-inf", "na", "nan", "nat", "none", "null"}
)
_NBSP = re.compile(r"&nbsp;|\s+")
_MOST_CELLS = 60_000


def tidy_output(html: str, written: str) -> str:
    """Return an output's cleaned HTML with better tables, and without the ids of libraries.

    Parameters
    ----------
    written
        The HTML before it was cleaned, in which the styles of cells stand.
    """
    shades = cell_shades(written) if "<style" in written and "#T_" in written else {}
    html = _TABLE.sub(lambda match: _tidy_table(match[0], shades), html)
    return _without_idle_ids(html)


def _without_idle_ids(html: str) -> str:
    """Drop the ids that nothing here refers to: libraries draw them anew at each run."""
    used = {name for match in _REFERRED.finditer(html) for name in match[1].split()}
    return _ID.sub(lambda match: match[0] if match[1] in used else "", html)


@dataclass
class _Cell:
    tag: str
    attributes: str
    inner: str
    column: int
    width: int
    is_in_head: bool
    text: str = ""
    classes: list[str] = field(default_factory=list)

    def written(self) -> str:
        attributes = self.attributes
        if self.classes:
            had = _CLASS.search(attributes)
            classes = dict.fromkeys([*(had[1].split() if had else ()), *self.classes])
            attributes = _CLASS.sub("", attributes) + f' class="{" ".join(classes)}"'
        return f"<{self.tag}{attributes}>{self.inner}</{self.tag}>"


def _tidy_table(html: str, shades: Mapping[str, tuple[str, ...]]) -> str:
    if html.count("<t") > _MOST_CELLS:
        return html
    head = _HEAD.search(html)
    rows = [
        _read_row(match, is_in_head=bool(head and match.end() <= head.end()))
        for match in _ROW.finditer(html)
    ]
    _place(rows)
    numeric = _numeric_columns(rows)
    for row in rows:
        _mark(row, numeric, shades)
    written = iter(rows)
    return _ROW.sub(lambda match: _write_row(match[0], next(written)), html)


def _read_row(match: re.Match[str], *, is_in_head: bool) -> list[_Cell]:
    return [
        _Cell(
            cell["tag"],
            cell["attributes"],
            cell["inner"],
            0,
            _span(cell["attributes"], "col"),
            is_in_head,
            _NBSP.sub(" ", _TAG.sub("", cell["inner"])).strip(),
        )
        for cell in _CELL.finditer(match[0])
    ]


def _span(attributes: str, side: str) -> int:
    found = dict(_SPAN.findall(attributes)) if "span=" in attributes else {}
    return max(1, int(found.get(side, 1)))


def _place(rows: list[list[_Cell]]) -> None:
    """Tell each cell its column, past cells of rows above that reach down."""
    taken: dict[int, int] = {}
    for row in rows:
        column = 0
        below = {at: left - 1 for at, left in taken.items() if left > 1}
        for cell in row:
            while taken.get(column, 0) > 0:
                column += 1
            cell.column = column
            height = _span(cell.attributes, "row")
            if height > 1:
                below |= dict.fromkeys(range(column, column + cell.width), height - 1)
            column += cell.width
        taken = below


def _numeric_columns(rows: list[list[_Cell]]) -> set[int]:
    texts: dict[int, list[str]] = {}
    for row in rows:
        for cell in row:
            if cell.tag == "td" and not cell.is_in_head and cell.width == 1:
                texts.setdefault(cell.column, []).append(cell.text)
    return {column for column, found in texts.items() if _is_numeric(found)}


def _is_numeric(texts: list[str]) -> bool:
    said = [text for text in texts if text.lower() not in _NO_NUMBER]
    return bool(said) and all(map(_NUMBER.fullmatch, said))


def _mark(row: list[_Cell], numeric: set[int], shades: Mapping[str, tuple[str, ...]]) -> None:
    has_values = any(cell.tag == "td" and cell.text for cell in row)
    for cell in row:
        is_heading = cell.tag == "th"
        if is_heading and has_values and not cell.is_in_head:
            cell.attributes = cell.attributes.replace('scope="col"', 'scope="row"')
        heads_column = cell.is_in_head or 'scope="col"' in cell.attributes
        if cell.column in numeric and cell.width == 1 and (heads_column or not is_heading):
            cell.classes.append("number")
        if shades and (found := _ID.search(cell.attributes)):
            cell.classes += shades.get(found[1], ())


def _write_row(html: str, row: list[_Cell]) -> str:
    cells = iter(row)
    return _CELL.sub(lambda _: next(cells).written(), html)


# ------------------------------------------------------------------ a Styler's colours

_RULE = re.compile(r"((?:#T_\w+(?:\s*,\s*)?)+)\s*\{([^{}]*)\}")
_BACKGROUND = re.compile(
    r"background(?:-color)?\s*:\s*(#[0-9a-fA-F]{3,8}|[a-zA-Z]+|rgba?\([^)]*\))"
)
_BOLD = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)")
_SHADES = 5
_NEARLY_WHITE = 0.97


def cell_shades(written: str) -> dict[str, tuple[str, ...]]:
    """Return the classes of a Styler's cells: how dark each is, and what is bold.

    Colours of an author's own would be unreadable on dark paper, and no page may bring a style of
    its own: what stays is which cells stand out, and by how much.
    """
    backgrounds: dict[str, float] = {}
    bold: set[str] = set()
    for names, body in _RULE.findall(written):
        ids = [name.strip()[1:] for name in names.split(",") if name.strip()]
        colour = _BACKGROUND.search(body)
        lightness = _lightness(colour[1]) if colour else None
        if lightness is not None and lightness < _NEARLY_WHITE:
            backgrounds |= dict.fromkeys(ids, lightness)
        bold.update(ids if _BOLD.search(body) else ())
    steps = _steps(backgrounds)
    return {name: tuple(_classes(name, steps, bold)) for name in backgrounds.keys() | bold}


def _classes(name: str, steps: Mapping[str, int], bold: set[str]) -> Iterator[str]:
    if name in steps:
        yield f"shade-{steps[name]}"
    if name in bold:
        yield "strong"


def _steps(backgrounds: Mapping[str, float]) -> dict[str, int]:
    if len(set(backgrounds.values())) <= 1:
        return dict.fromkeys(backgrounds, 3)
    darkest, lightest = min(backgrounds.values()), max(backgrounds.values())
    return {
        name: 1 + round((lightest - value) / (lightest - darkest) * (_SHADES - 1))
        for name, value in backgrounds.items()
    }


def _lightness(colour: str) -> float | None:
    # Late: few outputs are coloured.
    from PIL import ImageColor

    try:
        red, green, blue, *_ = ImageColor.getrgb(colour.lower())
    except ValueError:
        return None
    return (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255
