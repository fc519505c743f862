"""Text inside a paragraph: from pandoc's inlines to Markdown that Galley reads back the same."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from galley.importing.ast_citations import cluster_of
from galley.importing.escaping import address, code_span, escape_text, one_line
from galley.importing.line_pieces import Piece, balanced, joined, tidy
from galley.importing.pictures import PictureBox
from galley.importing.remarks import Remarks

Inline = dict[str, Any]
Attributes = tuple[str, list[str], dict[str, str]]

_MARKS = {"Emph": "*", "Strong": "**", "Strikeout": "~~", "Underline": "*"}
_ROLES = {"Superscript": "sup", "Subscript": "sub"}
_QUOTES = {"SingleQuote": ("‘", "’"), "DoubleQuote": ("“", "”")}
_SAFE_SCHEME = re.compile(r"(?:https?|mailto|tel|doi|ftp):|[^:]*(?:[/?#]|$)", re.IGNORECASE)
_FULL_WIDTH_PX = 600
_WHOLE_PERCENT = 100
_NESTED = frozenset(["Quoted", "Span", "Link", "SmallCaps", "Cite"])
_PX = {"in": 96.0, "cm": 37.8, "mm": 3.78, "pt": 1.333, "pc": 16.0, "px": 1.0, "": 1.0}


class InlineWriter:
    """Writes the inlines of one post; notes are collected for the end of their part."""

    def __init__(self, remarks: Remarks, box: PictureBox, note: Callable[[Inline], str]) -> None:
        self.remarks, self.box, self._note = remarks, box, note
        self.targets: set[str] = set()

    def write(self, inlines: Sequence[Inline]) -> str:
        """Return one line of Markdown; a forced break is a backslash at the end of a line."""
        text = joined(list(self._pieces(inlines)))
        lines = [_SPACE_RUN.sub(" ", line).strip(" ") for line in text.split("\n")]
        return tidy(lines)

    def image(self, inline: Inline) -> tuple[str, str, str]:
        """Return path, alternative text and width of a picture; no path where it is not there."""
        attributes, alt, (source, title) = (
            _attributes(inline["c"][0]),
            inline["c"][1],
            inline["c"][2],
        )
        words = one_line(plain_text(alt)) or one_line(attributes[2].get("alt", ""))
        if _is_far(source):
            self.remarks.picture_missing(
                f"a picture lies at another address: {source}",
                "Save it into the images folder, and name that file in its place.",
            )
            return address(source), words, ""
        path = self.box.keep(source, words or title)
        if not path:
            self.remarks.picture_missing(
                f"a picture cannot be used: {_shortened(source) or words or 'without a name'}",
                "Save it as PNG or JPEG into the images folder, and add it where it belongs.",
            )
        return path, words, _width(attributes[2])

    def _pieces(self, inlines: Iterable[Inline]) -> Iterable[Piece]:
        words: list[str] = []
        for inline in inlines:
            if inline["t"] in _TEXTS:
                words.append(_TEXTS[inline["t"]] or inline["c"])
                continue
            if words:
                yield Piece(escape_text("".join(words)), is_words=True)
                words = []
            yield from self._piece(inline)
        if words:
            yield Piece(escape_text("".join(words)), is_words=True)

    def _piece(self, inline: Inline) -> Iterable[Piece]:
        kind: str = inline["t"]
        content: Any = inline.get("c")
        if kind in _MARKS:
            yield from self._marked(_MARKS[kind], content)
        elif kind in _ROLES:
            yield self._role(_ROLES[kind], content)
        elif kind in _NESTED:
            yield from self._nested(kind, content)
        elif kind == "Image":
            path, alt, width = self.image(inline)
            yield Piece(picture(path, alt, width) if path else escape_text(alt))
        elif kind == "Note":
            yield Piece(self._note(inline))
        elif kind in _LEAVES:
            yield Piece(_LEAVES[kind](content))

    def _nested(self, kind: str, content: Any) -> Iterable[Piece]:  # noqa: ANN401 - pandoc's
        if kind == "Quoted":
            opening, closing = _QUOTES[content[0]["t"]]
            yield from [Piece(opening), *self._pieces(content[1]), Piece(closing)]
        elif kind == "Span":
            yield from self._span(_attributes(content[0]), content[1])
        elif kind == "Link":
            yield from self._link(content[1], content[2][0])
        elif kind == "Cite" and (cluster := cluster_of(content[0], plain_text)):
            yield Piece(cluster)
        else:
            yield from self._pieces(content if kind == "SmallCaps" else content[1])

    def _marked(self, mark: str, content: Sequence[Inline]) -> Iterable[Piece]:
        inner = joined(list(self._pieces(content)))
        stripped = inner.strip()
        if not stripped or "\n" in stripped or stripped.startswith("!["):
            yield Piece(inner)
            return
        before, after = inner[: len(inner) - len(inner.lstrip())], inner[len(inner.rstrip()) :]
        yield from [Piece(before), Piece(stripped, mark), Piece(after)]

    def _role(self, name: str, content: Sequence[Inline]) -> Piece:
        words = one_line(plain_text(content))
        notes = [inline for inline in content if inline["t"] in {"Note", "Link", "Image", "Math"}]
        if notes or not words or "`" in words:
            return Piece(joined(list(self._pieces(content))))
        return Piece(f"{{{name}}}`{words}`")

    def _span(self, attributes: Attributes, content: Sequence[Inline]) -> Iterable[Piece]:
        if "galley-note" in attributes[1]:
            yield Piece(f"[^{attributes[2].get('key', '')}]")
        else:
            yield from self._pieces(content)

    def _link(self, content: Sequence[Inline], url: str) -> Iterable[Piece]:
        words = self.write([inline for inline in content if inline["t"] != "Note"])
        words = words.replace("\\\n", " ")
        if not _SAFE_SCHEME.match(url.strip()):
            self.remarks.left_out(
                f"a link that would run a script or open a program: {_shortened(words)}",
                "Its words are kept; link to a page instead.",
            )
            yield from self._pieces(content)
        elif not words or not url.strip():
            yield from self._pieces(content)
        elif url == plain_text(content) and re.match(r"https?://[^\s<>]+$", url):
            yield Piece(f"<{url}>")
        else:
            if url.startswith("#"):
                self.targets.add(url[1:])
            yield Piece(f"[{balanced(words)}]({address(url)})")
        yield from self._pieces([inline for inline in content if inline["t"] == "Note"])


def plain_text(inlines: Iterable[Inline]) -> str:
    """Return the words of inlines, without marks and notes."""
    return "".join(map(_plain, inlines))


def picture(path: str, alt: str, width: str = "") -> str:
    """Return a picture inside a line."""
    words = balanced(escape_text(alt))
    size = f'{{width="{width}"}}' if width else ""
    return f"![{words}]({path}){size}"


_TEXTS: dict[str, str] = {"Str": "", "Space": " ", "SoftBreak": " "}
_SPACE_RUN = re.compile(r"[ \t]+")
_LEAVES: dict[str, Callable[[Any], str]] = {
    "LineBreak": lambda _content: "\\\n",
    "Code": lambda content: code_span(content[1]),
    "Math": lambda content: _formula(content[0]["t"], content[1]),
}


def _plain(inline: Inline) -> str:
    kind: str = inline["t"]
    content: Any = inline.get("c")
    if kind in _TEXTS:
        return _TEXTS[kind] or str(content)
    if kind == "LineBreak":
        return " "
    if kind in {"Note", "RawInline"}:
        return ""
    if kind in {"Code", "Math"}:
        return str(content[1])
    if isinstance(content, list):
        nested = content[1] if kind in {"Span", "Link", "Image", "Quoted", "Cite"} else content
        return plain_text(nested)
    return ""


def _formula(kind: str, tex: str) -> str:
    tex = tex.strip()
    if not tex:
        return ""
    if kind == "DisplayMath":
        return f"$${tex}$$"
    return f"${one_line(tex)}$"


def _attributes(value: list[Any]) -> Attributes:
    return value[0], value[1], {name.removeprefix("data-"): each for name, each in value[2]}


def _is_far(source: str) -> bool:
    return bool(re.match(r"(?:https?:)?//", source.strip(), re.IGNORECASE))


def _width(values: dict[str, str]) -> str:
    """Return how wide a picture was, where it was narrower than the text."""
    match = re.fullmatch(r"([\d.]+)\s*(in|cm|mm|pt|pc|px|%|)", values.get("width", "").strip())
    if match is None:
        return ""
    try:
        number = float(match[1])
    except ValueError:
        return ""
    if match[2] == "%":
        return f"{number:.0f}%" if number < _WHOLE_PERCENT else ""
    pixels = round(number * _PX[match[2]])
    return f"{pixels}px" if 0 < pixels < _FULL_WIDTH_PX else ""


def _shortened(text: str) -> str:
    longest = 60
    text = one_line(text)
    return text if len(text) <= longest else f"{text[: longest - 1]}…"
