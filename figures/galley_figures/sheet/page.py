"""The sheet as one HTML page that asks nothing of the network."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from html import escape
from importlib.resources import files
from typing import Final

from galley_figures.explanatory import ExplanatoryFigure
from galley_figures.legibility import TOLD_APART
from galley_figures.sheet.catalogue import Entry
from galley_figures.sheet.faces import font_faces
from galley_figures.sheet.measures import COLUMNS, Measures
from galley_figures.style.palette import Theme, css_variables

LEAST: Final = {
    "smallest_text_px": 12,
    "text_contrast_light": 3,
    "text_contrast_dark": 3,
    "mark_contrast_light": 3,
    "mark_contrast_dark": 3,
}
MOST: Final = {"both_bytes": 12 * 1024, "states_bytes": 40 * 1024, "alt_characters": 125}

_HOW_TO_READ: Final = (
    "Bytes are those of gzip. Contrast is the lowest anywhere beneath a text, and what two thirds "
    "of a mark reach. Distance is the smallest CIEDE2000 of two colours with a meaning, over both "
    f"layouts and themes; from {TOLD_APART:g} in every kind of sight, colour alone tells marks "
    "apart. A value beyond its limit is bold and red."
)
_ID: Final = re.compile(r"fig-[0-9a-f]{8}")
_BLACK: Final = ("ink", "ink-soft")


@dataclass(frozen=True)
class Sheet:
    """One drawing with its measures."""

    entry: Entry
    figure: ExplanatoryFigure
    measures: Measures


@dataclass(frozen=True)
class _Panel:
    """One way to see a drawing."""

    label: str
    theme: str
    layout: str
    svg: Callable[[ExplanatoryFigure], str]


_PANELS: Final = (
    _Panel("Wide, light", "light", "wide", lambda figure: figure.wide_svg),
    _Panel("Wide, dark", "dark", "wide", lambda figure: figure.wide_svg),
    _Panel("Narrow, light", "light", "narrow", lambda figure: figure.narrow_svg),
    _Panel("Narrow, dark", "dark", "narrow", lambda figure: figure.narrow_svg),
    _Panel("Wide, printed in grey", "print", "wide", lambda figure: figure.wide_svg),
    _Panel("Narrow, in grey", "print", "narrow", lambda figure: figure.narrow_svg),
)


def render_page(sheets: Sequence[Sheet]) -> str:
    """Return the whole page."""
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width">\n'
        f"<title>Contact sheet of {len(sheets)} drawings</title>\n"
        f'<link rel="icon" href="data:,">\n<style>\n{_stylesheet(sheets)}</style>\n'
        f"</head>\n<body>\n<h1>Contact sheet of {len(sheets)} drawings</h1>\n"
        f"<p>{_HOW_TO_READ}</p>\n"
        f'<div class="measures scroll">\n{render_table(sheet.measures for sheet in sheets)}</div>\n'
        + "".join(map(_section, sheets))
        + "</body>\n</html>\n"
    )


def render_table(rows: Iterable[Measures]) -> str:
    """Return the measures as an HTML table; a value beyond its limit is marked."""
    head = "".join(f'<th scope="col">{name.replace("_", " ")}</th>' for name in COLUMNS)
    body = "".join(f"<tr>{_cells(row)}</tr>\n" for row in rows)
    return f"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{body}</tbody>\n</table>\n"


def render_one(figure: ExplanatoryFigure) -> str:
    """Return a page with one figure, as an article shows it: re-laid on a phone, black in print."""
    faces = font_faces(figure.wide_svg + figure.narrow_svg)
    print_rules = "".join(f"{name}:{value};" for name, value in print_variables().items())
    return (
        f'<!DOCTYPE html><html lang="{figure.lang}"><meta charset="utf-8">'
        f"<title>{escape(figure.alt)}</title><style>{faces}"
        f":root{{{_declarations('light')}}}"
        f"@media screen and (prefers-color-scheme:dark){{:root{{{_declarations('dark')}}}}}"
        f"@media print{{:root{{{print_rules}}}}}"
        "body{margin:0;padding:20px;background:var(--fig-paper)}svg{display:block}"
        ".narrow{display:none}@media(max-width:30rem){.narrow{display:block}.wide{display:none}}"
        f'</style><div class="wide">{figure.wide_svg}</div>'
        f'<div class="narrow">{figure.narrow_svg}</div></html>'
    )


def print_variables() -> dict[str, str]:
    """Return the colours of a printed page: words in black on white."""
    black = {f"--fig-{name}": "#000000" for name in _BLACK}
    return {**css_variables("light"), **black, "--fig-paper": "#ffffff"}


def _cells(row: Measures) -> str:
    return "".join(_cell(name, getattr(row, name), row) for name in COLUMNS)


def _cell(name: str, value: object, row: Measures) -> str:
    text = "" if value is None else escape(str(value))
    if name == "name":
        text = f'<a href="#{escape(_address(row))}">{text}</a>'
    return f'<td class="low">{text}</td>' if _is_beyond(name, value) else f"<td>{text}</td>"


def _is_beyond(name: str, value: object) -> bool:
    if isinstance(value, int | float):
        return value < LEAST.get(name, value) or value > MOST.get(name, value)
    return name == "told_apart_by" and "nothing" in str(value)


def _address(row: Measures) -> str:
    values = re.findall(r"=([^,]+)", row.parameters)
    return "-".join([row.name, *values])


def _section(sheet: Sheet) -> str:
    panels = "".join(_panel(panel, sheet.figure) for panel in _PANELS)
    return (
        f'<section class="figure" id="{escape(sheet.entry.key)}">\n'
        f"<h2>{escape(sheet.entry.title)}</h2>\n"
        f'<p lang="{sheet.figure.lang}">{escape(sheet.figure.caption or "")}</p>\n'
        f'<p lang="{sheet.figure.lang}">{escape(sheet.figure.alt)}</p>\n'
        f'<div class="panels">\n{panels}</div>\n</section>\n'
    )


def _panel(panel: _Panel, figure: ExplanatoryFigure) -> str:
    # The same drawing stands here several times, but an id may only once.
    svg = _ID.sub(rf"\g<0>-{panel.theme}", panel.svg(figure))
    return (
        f'<figure class="panel {panel.theme} {panel.layout}">'
        f"<figcaption>{panel.label}</figcaption>{svg}</figure>\n"
    )


def _stylesheet(sheets: Sequence[Sheet]) -> str:
    css = (files("galley_figures.sheet") / "sheet.css").read_text("utf-8")
    words = "".join(sheet.figure.wide_svg + sheet.figure.narrow_svg for sheet in sheets)
    print_rules = "".join(f"{name}:{value};" for name, value in print_variables().items())
    return (
        font_faces(words)
        + f".light{{{_declarations('light')}}}\n.dark{{{_declarations('dark')}}}\n"
        + f".print{{{print_rules}}}\n"
        + f"@media print{{.light{{{print_rules}}}}}\n"
        + css
    )


def _declarations(theme: Theme) -> str:
    return "".join(f"{name}:{value};" for name, value in css_variables(theme).items())
