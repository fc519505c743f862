"""Formulas in one line of signs, for those who hear them: ``τ = a/b``."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from xml.etree import ElementTree as ET

from galley.exporting.document.model import Document
from galley.exporting.document.tree import walk_nodes
from galley.exporting.pandoc_files import write_pandoc

_MATHML = "{http://www.w3.org/1998/Math/MathML}"
_RAISED = str.maketrans("0123456789+-−=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ")
_LOWERED = str.maketrans("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎")
_RAISABLE = re.compile(r"[0-9+\-−=()n]+")
_LOWERABLE = re.compile(r"[0-9+\-−=()]+")
_SPACED = re.compile(r"[=<>≤≥≈≠→±×·+−-]")
_FORMULA = re.compile(r"<math\b.*?</math>", re.DOTALL)


def spoken_formulas(document: Document) -> dict[str, str]:
    """Return each formula of a document in signs, by its TeX."""
    found = dict.fromkeys(
        str(node["c"][1]) for node in walk_nodes(document.blocks) if node["t"] == "Math"
    )
    if not found:
        return {}
    blocks = [{"t": "Para", "c": [{"t": "Math", "c": [{"t": "InlineMath"}, tex]}]} for tex in found]
    html = write_pandoc(document.as_pandoc(blocks), ["--to", "html", "--mathml"]).decode()
    formulas = _FORMULA.findall(html)
    if len(formulas) != len(found):
        return {}
    return {
        tex: said for tex, mathml in zip(found, formulas, strict=True) if (said := _said(mathml))
    }


def _said(mathml: str) -> str:
    try:
        return " ".join(in_signs(ET.fromstring(mathml)).split())  # noqa: S314 - written by pandoc
    except (ET.ParseError, RecursionError):
        return ""


def in_signs(element: ET.Element) -> str:
    """Return an element of MathML as one line."""
    name = element.tag.removeprefix(_MATHML)
    parts = [in_signs(child) for child in element]
    text = (element.text or "").strip()
    known = _SHAPES.get(name)
    if known:
        return known(parts)
    if name in {"annotation", "annotation-xml", "mspace"}:
        return " " if name == "mspace" else ""
    if name == "mo" and _SPACED.fullmatch(text):
        return f" {text} "
    return text if not parts else "".join(parts)


def _fraction(parts: Sequence[str]) -> str:
    above, below = parts
    return f"{_grouped(above)}/{_grouped(below)}"


def _raised(parts: Sequence[str]) -> str:
    base, above = parts
    return base + _superscript(above)


def _lowered(parts: Sequence[str]) -> str:
    base, below = parts
    return base + _subscript(below)


def _both(parts: Sequence[str]) -> str:
    base, below, above = parts
    return base + _subscript(below) + _superscript(above)


def _superscript(text: str) -> str:
    text = text.strip()
    return text.translate(_RAISED) if _RAISABLE.fullmatch(text) else f"^{_grouped(text)}"


def _subscript(text: str) -> str:
    text = text.strip()
    return text.translate(_LOWERED) if _LOWERABLE.fullmatch(text) else f"_{_grouped(text)}"


def _grouped(text: str) -> str:
    text = text.strip()
    return text if re.fullmatch(r"[\w.,]+|\(.*\)", text) else f"({text})"


def _root(parts: Sequence[str]) -> str:
    return f"√{_grouped(''.join(parts))}"


_SHAPES: Mapping[str, Callable[[Sequence[str]], str]] = {
    "mfrac": _fraction,
    "msup": _raised,
    "mover": _raised,
    "msub": _lowered,
    "munder": _lowered,
    "msubsup": _both,
    "munderover": _both,
    "msqrt": _root,
    "mtr": " ".join,
    "mtable": "; ".join,
    "mroot": lambda parts: f"{_superscript(parts[1])}√{_grouped(parts[0])}",
    "semantics": lambda parts: parts[0],
}
