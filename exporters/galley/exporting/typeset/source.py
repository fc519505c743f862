"""A document's blocks as typst's templates expect them, and their source as pandoc writes it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from galley.exporting.document.model import Document, Node, Part, classes_of
from galley.exporting.document.tree import Step, id_of, plain_words, rewritten, walk_nodes
from galley.exporting.pandoc_files import write_pandoc
from galley.exporting.typeset.widths import TableRoom, room_for, row_count

_WRAPPED = {
    "withdrawn": "notice",
    "overdue": "notice",
    "key-points": "key-points",
    "callout-label": "callout-label",
    "side-note": "side-note",
    "pull-quote": "pull-quote",
    "references": "references",
    "reference": "reference",
    "glossary": "end-part",
    "people": "end-part",
    "about": "end-part",
    "person": "person",
}
"""Class of a `Div` → the function of the template that sets what is in it."""

_LONGEST_WHOLE_TABLE = 9
"""Rows of a table that is not divided between two pages."""
_NUMBER_SIGNS = 4


@dataclass
class TypstSource:
    """Turns the blocks of one document into typst's source.

    Attributes
    ----------
    formulas
        TeX → the same in words, for those who hear it.
    prints_addresses
        Whether a link says beside it where it leads, for those who read on paper.
    crowded
        Captions or first words of tables for which no page is wide enough.
    """

    document: Document
    formulas: Mapping[str, str] = field(default_factory=dict)
    prints_addresses: bool = True
    crowded: list[str] = field(default_factory=list)
    _names: dict[str, str] = field(default_factory=dict)

    def write(self, blocks: Iterable[Node] | None = None) -> str:
        """Return the source of blocks, as a rule of all."""
        chosen = list(self.document.blocks if blocks is None else blocks)
        self._names = _named_targets(chosen)
        shaped = rewritten(_in_steps(rewritten(chosen, _for_paper)), self._shape)
        return write_pandoc(
            self.document.as_pandoc(shaped), ["--to", "typst", "--wrap=none"]
        ).decode()

    def _shape(self, node: Node) -> list[Node] | None:
        shapes: dict[str, Step] = {
            "DefinitionList": lambda found: list(_definitions(found)),
            "Div": self._div,
            "Header": self._header,
            "Image": lambda found: [_raw_inline(f"#inline-picture({_picture_arguments(found)});")],
            "Link": self._link,
            "Math": self._math,
            "Para": _picture_alone,
            "Plain": _picture_alone,
            "Span": self._span,
            "Table": self._table,
        }
        shape = shapes.get(node["t"])
        shaped = shape(node) if shape else None
        return None if shaped is None else list(shaped)

    def _header(self, node: Node) -> list[Node]:
        level, (anchor, *_), words = node["c"]
        return [{"t": "Header", "c": [level, [self._name(anchor), [], []], words]}]

    def _name(self, anchor: str) -> str:
        return self._names.get(anchor, "")

    def _div(self, node: Node) -> list[Node]:
        (anchor, classes, _attributes), blocks = node["c"]
        name = self._name(anchor)
        if "figure-block" in classes:
            return list(self._figure(blocks))
        if "equation" in classes:
            return list(_equation(blocks))
        if "callout" in classes:
            kind = next((c for c in classes if c.startswith("callout--")), "callout--note")
            return _called(f"callout({_text(kind.removeprefix('callout--'))})", blocks, name)
        for known, function in _WRAPPED.items():
            if known in classes:
                return _called(function, blocks, name)
        if name:
            return [_raw(f"#anchor({_text(name)})"), *blocks]
        return list(blocks)

    def _span(self, node: Node) -> list[Node]:
        (anchor, classes, attributes), words = node["c"]
        name = self._name(anchor)
        before = [_raw_inline(f"#anchor({_text(name)});")] if name else []
        if attributes and not name:
            return [{"t": "Span", "c": [["", classes, attributes], words]}]
        return [*before, *words]

    def _link(self, node: Node) -> list[Node]:
        _attributes, words, (target, _title) = node["c"]
        if not target.startswith("#"):
            after = _printed_address(target, plain_words(words)) if self.prints_addresses else ""
            printed = [_raw_inline(f"#printed-address({_text(after)});")] if after else []
            opening = _raw_inline(f"#link({_text(target)})[")
            return [opening, *words, _raw_inline("];"), *printed]
        name = self._name(target[1:])
        if not name:
            return list(words)
        return [_raw_inline(f"#link(label({_text(name)}))["), *words, _raw_inline("];")]

    def _math(self, node: Node) -> list[Node]:
        kind, tex = node["c"]
        said = _text(self.formulas.get(tex) or tex)
        function = "shown-formula" if kind["t"] == "DisplayMath" else "formula"
        return [_raw_inline(f"#{function}({said})["), node, _raw_inline("];")]

    def _figure(self, blocks: Sequence[Node]) -> Iterator[Node]:
        """Yield a figure: its picture, caption and evidence as three arguments of one call."""
        figure, *below = blocks
        if figure["t"] != "Figure":
            yield from blocks
            return
        (anchor, *_), (_short, caption), shown = figure["c"]
        yield _raw(f"#document-figure({_text(self._name(anchor))})[")
        yield from shown
        yield _raw("][")
        yield from caption
        yield _raw("][")
        yield from below
        yield _raw("]")

    def _table(self, node: Node) -> list[Node]:
        attributes, (_short, caption), *rest = node["c"]
        room = room_for(node)
        if room is None:
            self.crowded.append(_shortened(plain_words(caption) or plain_words(rest)))
            room = TableRoom.narrowest()
        bare = {"t": "Table", "c": [["", [], []], [None, []], *rest]}
        is_long = "true" if row_count(node) > _LONGEST_WHOLE_TABLE else "false"
        arguments = f"{room.type_pt:g}pt, {_text(room.place)}, {is_long}"
        named = self._name(attributes[0])
        anchor = [_raw(f"#anchor({_text(named)})")] if named else []
        return [
            *anchor,
            _raw(f"#document-table({arguments})["),
            *[{**block, "t": "Plain"} if block["t"] == "Para" else block for block in caption],
            _raw("]["),
            bare,
            _raw("]"),
        ]


# ------------------------------------------------------------------ pieces


def _for_paper(node: Node) -> list[Node] | None:
    """Leave out what the page shows on demand, and let no figure be without words."""
    if "figure-details" in classes_of(node):
        return []
    if node["t"] != "Figure":
        return None
    attributes, caption, shown = node["c"]

    def in_words(inner: Node) -> list[Node] | None:
        if inner["t"] != "Image" or inner["c"][1]:
            return None
        words = plain_words(caption) or "–"
        return [{"t": "Image", "c": [inner["c"][0], [{"t": "Str", "c": words}], inner["c"][2]]}]

    return [{"t": "Figure", "c": [attributes, caption, rewritten(shown, in_words)]}]


def _called(call: str, blocks: Sequence[Node], name: str = "") -> list[Node]:
    anchor = f"#anchor({_text(name)})\n" if name else ""
    return [_raw(f"{anchor}#{call}["), *blocks, _raw("]")]


def _definitions(node: Node) -> Iterator[Node]:
    """Yield each term before its meaning, on one line: paper is dear."""
    for term, meanings in node["c"]:
        first, *more = [block for meaning in meanings for block in meaning] or [None]
        name = {"t": "Strong", "c": term}
        is_text = first is not None and first["t"] in {"Para", "Plain"}
        text = [name, {"t": "Space"}, *first["c"]] if first and is_text else [name]
        yield {"t": "Para", "c": text}
        yield from ([first] if first and not is_text else [])
        yield from more


def _equation(blocks: Sequence[Node]) -> Iterator[Node]:
    """Yield a formula on a line of its own, its number at the right."""
    words = [inline for block in blocks for inline in _inlines(block)]
    formula = [inline for inline in words if not _is_number(inline)]
    numbers = [inline for inline in words if _is_number(inline)]
    opening, middle, closing = (_raw_inline(text) for text in ("#equation[", "][", "];"))
    yield {"t": "Para", "c": [opening, *formula, middle, *numbers, closing]}


def _inlines(block: Node) -> Sequence[Node]:
    return block["c"] if block["t"] in {"Para", "Plain"} else ()


def _is_number(inline: Node) -> bool:
    return inline["t"] in {"Str", "Space"} or (
        inline["t"] == "RawInline" and str(inline["c"][1]).startswith("#anchor(")
    )


def _picture_alone(node: Node) -> list[Node] | None:
    """Let a picture that is a paragraph by itself have the whole width."""
    if len(node["c"]) != 1 or node["c"][0]["t"] != "RawInline":
        return None
    command = str(node["c"][0]["c"][1])
    name = "#inline-picture("
    return [_raw(command.replace(name, "#picture(", 1))] if command.startswith(name) else None


def _picture_arguments(node: Node) -> str:
    (_anchor, _classes, attributes), alt, (source, _title) = node["c"]
    width = dict(attributes).get("width", "")
    size = f", width: {_width(width)}" if _width(width) else ""
    return f"{_text(source)}, {_text(plain_words(alt))}{size}"


def _printed_address(target: str, words: str) -> str:
    """Return an address as it is read and typed; empty where the words of its link say it."""
    bare = (
        re.sub(r"^(?:https?://(?:www\.)?|mailto:|tel:)", "", target).partition("?")[0].rstrip("/")
    )
    # The number of a work says it, too; a short last part may be any word.
    last = bare.rpartition("/")[2]
    is_said = bare in words or (len(last) >= _NUMBER_SIGNS and last in words)
    return "" if is_said else bare


def _width(written: str) -> str:
    """Return a width in typst's units; empty for one that is not understood."""
    number = written.removesuffix("%").removesuffix("px").strip()
    if not number.isdecimal():
        return ""
    return f"{number}%" if written.endswith("%") else f"{int(number) * 0.75:g}pt"


def _raw(source: str) -> Node:
    return {"t": "RawBlock", "c": ["typst", source]}


def _raw_inline(source: str) -> Node:
    return {"t": "RawInline", "c": ["typst", source]}


def _text(text: str) -> str:
    """Return a text as a string of typst, in which nothing is a command."""
    return json.dumps("".join(sign for sign in text if sign >= " "), ensure_ascii=False)


def _shortened(words: str) -> str:
    return words if len(words) <= 60 else f"{words[:60]} …"  # noqa: PLR2004 - fits a line


def _named_targets(blocks: Part) -> dict[str, str]:
    """Return a name of typst's for each id that something leads to; other ids are not needed."""
    present = {name for node in walk_nodes(blocks) if (name := id_of(node))}
    targets = [
        str(node["c"][2][0])[1:]
        for node in walk_nodes(blocks)
        if node["t"] == "Link" and str(node["c"][2][0]).startswith("#")
    ]
    led_to = [target for target in dict.fromkeys(targets) if target in present]
    return {target: f"to-{place}" for place, target in enumerate(led_to, start=1)}


def _in_steps(blocks: list[Node]) -> list[Node]:
    """Let no heading lie more than one level below the one before: readers count on that."""
    before = 0

    def step(node: Node) -> list[Node] | None:
        nonlocal before
        if node["t"] != "Header":
            return None
        level, *rest = node["c"]
        before = min(level, before + 1)
        return [{"t": "Header", "c": [before, *rest]}]

    return rewritten(blocks, step)
