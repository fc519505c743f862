"""Pandoc's MathML → MathML that browsers set as TeX would.

Pandoc says what a formula means and leaves its looks to the renderer. Browsers know less than TeX
does: they keep the room around operators in small scripts (``τ +``), leave none around the names
of functions (``xsinx``), and stretch every accent (a hat as wide as a roof over one letter).
Each step below mends one of these, with attributes and elements of MathML Core only.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from xml.etree import ElementTree as ET
from xml.etree.ElementTree import Element

Step = Callable[[Element], None]

_SCRIPTED = frozenset(["msub", "msup", "msubsup", "munder", "mover", "munderover"])
_ROWS = frozenset(
    ["math", "menclose", "merror", "mpadded", "mphantom", "mrow", "msqrt", "mstyle", "mtd"]
)
_APPLICATION = "\u2061"
_THIN = "0.167em"

# Signs that no page may hold, written as numbers.
_CONTROLS = re.compile(
    r"&#(?:0*(?:[0-8]|1[1-24-9]|2\d|3[01])|x0*(?:[0-8bcef]|1[0-9a-f]));", re.IGNORECASE
)

_XMLNS, _KEPT = ' xmlns="', ' data-xmlns="'


def set_formula(mathml: str) -> str:
    """Return a formula with TeX's distances and accents."""
    mathml = _CONTROLS.sub("", mathml)
    try:
        # Kept as an attribute, the namespace stays out of every name and where it stood.
        root = ET.fromstring(mathml.replace(_XMLNS, _KEPT))  # noqa: S314 - pandoc wrote it
    except ET.ParseError:
        return mathml  # a sign that XML forbids; browsers read HTML and forgive it
    for step in _STEPS:
        step(root)
    text = ET.tostring(root, encoding="unicode", short_empty_elements=False)
    return text.replace(_KEPT, _XMLNS)


# ------------------------------------------------------------------ scripts


def _tighten_scripts(root: Element) -> None:
    """Take the room from operators in scripts, as TeX does below text size."""
    for operator in _script_operators(root):
        if not operator.attrib.keys() & {"accent", "form", "lspace", "rspace"}:
            operator.set("lspace", "0")
            operator.set("rspace", "0")


def _script_operators(root: Element) -> Iterator[Element]:
    for element in root.iter():
        if element.tag in _SCRIPTED:
            for script in element[1:]:
                yield from script.iter("mo")


# ------------------------------------------------------------------ names of functions


def _space_functions(root: Element) -> None:
    """Put a thin space between the name of a function and what stands beside it."""
    for row in list(root.iter()):
        if row.tag in _ROWS:
            row[:] = list(_spaced(list(row)))


def _spaced(children: list[Element]) -> Iterator[Element]:
    yield from children[:1]
    for left, right in pairwise(children):
        is_after = _is_function(left) and not _begins_with_operator(right)
        is_before = _is_function(right) and _ends_as_word(left)
        if (is_after or is_before) and "mspace" not in {left.tag, right.tag}:
            yield Element("mspace", {"width": _THIN})
        yield right


def _is_function(element: Element) -> bool:
    if element.tag in _SCRIPTED and len(element):
        return _is_function(element[0])
    if element.tag == "mrow" and len(element) == 2:  # noqa: PLR2004 - a name and its application
        return element[1].tag == "mo" and element[1].text == _APPLICATION
    # Letters set upright one by one are identifiers of their own; several in one are a name.
    return element.tag == "mi" and len((element.text or "").strip()) > 1


def _begins_with_operator(element: Element) -> bool:
    while len(element) and element.tag in _SCRIPTED | _ROWS and not _is_function(element):
        element = element[0]
    return element.tag == "mo"


def _ends_as_word(element: Element) -> bool:
    """Return whether a letter, a number or a closing bracket stands last."""
    while len(element) and element.tag in _ROWS and not _is_function(element):
        element = element[-1]
    return element.tag != "mo" or element.get("form") == "postfix"


# ------------------------------------------------------------------ accents and signs

_ALONE = {
    "\u0300": "`",
    "\u0301": "´",
    "\u0302": "ˆ",
    "\u0303": "˜",
    "\u0304": "¯",
    "\u0306": "˘",
    "\u0307": "˙",
    "\u0308": "¨",
    "\u030a": "˚",
    "\u030c": "ˇ",
    "^": "ˆ",
    "~": "˜",
    "‾": "¯",
}
"""Signs that stretch, or hang on the letter before → the same by itself, kept in the middle."""

_OVER_ALL = {"¯": "‾", "^": "\u0302", "~": "\u0303"}


def _fit_accents(root: Element) -> None:
    """Keep the accent of one letter small; let that of several stretch over them all."""
    for over in root.iter("mover"):
        if len(over) != 2 or over[1].get("accent") != "true":  # noqa: PLR2004 - base and accent
            continue
        accent, sign = over[1], (over[1].text or "").strip()
        if not _is_one_letter(over[0]):
            accent.text = _OVER_ALL.get(sign, sign)
            continue
        accent.text = _ALONE.get(sign, sign)
        accent.set("stretchy", "false")
        if sign in {"→", "←"}:
            accent.set("mathsize", "60%")


def _is_one_letter(element: Element) -> bool:
    return element.tag in {"mi", "mn"} and len((element.text or "").strip()) == 1


def _lower_asterisks(root: Element) -> None:
    """Use the asterisk of formulas: that of text is raised already, and would stand too high."""
    for operator in root.iter("mo"):
        if operator.text == "*":
            operator.text = "∗"


# ------------------------------------------------------------------ room that a formula asks for

_LENGTHS = ("width", "height", "depth", "lspace", "rspace", "voffset")
_LENGTH = re.compile(r"([-+]?\d*\.?\d+(?:[eE][-+]?\d+)?)\s*(em|ex|pt|px|cm|mm|in|pc)?\Z")
_EM = {"em": 1, "ex": 0.45, "pt": 0.083, "px": 0.0625, "cm": 2.36, "mm": 0.236, "in": 6, "pc": 1}
_MOST_EM, _LEAST_EM = 12, -3


def _bound_room(root: Element) -> None:
    """Keep a formula in its place: what is kerned far away would cover other parts of the page."""
    for element in root.iter():
        for name in _LENGTHS:
            if name in element.attrib:
                element.set(name, _bounded(element.attrib[name]))


def _bounded(length: str) -> str:
    found = _LENGTH.match(length.strip())
    if found is None:
        return "0"
    ems = float(found[1]) * _EM[found[2] or "em"]
    return length if _LEAST_EM <= ems <= _MOST_EM else f"{_MOST_EM if ems > 0 else _LEAST_EM}em"


_STEPS: tuple[Step, ...] = (
    _tighten_scripts,
    _space_functions,
    _fit_accents,
    _lower_asterisks,
    _bound_room,
)
