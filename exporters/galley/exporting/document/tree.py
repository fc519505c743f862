"""pandoc's blocks as they come from our HTML → the blocks of a document.

Marks become what they stand for (formulas, notes, figures with their parts), alignment moves from
classes into tables, links lead where they still lead outside the site, and no two things have one
id: some writers stop at a second, or at a link to none.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import urljoin, urlsplit

from galley.exporting.document.model import Node, Part, classes_of
from galley.exporting.document.tables import aligned_table, captioned

FORMULA_MARK = "galley-formula"
NOTE_MARK = "galley-note"

_SIZES = ("width",)
_OUTSIDE = ("http", "https", "mailto", "tel", "doi")
Step = Callable[[Node], Sequence[Node] | None]
"""An element whose inside is finished → what stands in its place; None to keep it."""


def rewritten(nodes: Iterable[Node], step: Step) -> list[Node]:
    """Return blocks or inlines with a step taken at each element, from the inside out."""
    out: list[Node] = []
    for node in nodes:
        inside = {**node, "c": _inside(node["c"], step)} if "c" in node else node
        changed = step(inside)
        out.extend([inside] if changed is None else changed)
    return out


def _inside(value: Part, step: Step) -> Part:
    if not isinstance(value, list):
        return value
    if value and all(isinstance(item, dict) and "t" in item for item in value):
        return rewritten(value, step)
    return [_inside(item, step) for item in value]


def walk_nodes(value: Part) -> Iterator[Node]:
    """Yield every element, outer before inner."""
    waiting = [value]
    while waiting:
        current = waiting.pop()
        if isinstance(current, dict) and "t" in current:
            yield current
            waiting.append(current.get("c"))
        elif isinstance(current, list | tuple):
            waiting.extend(reversed(current))


def plain_words(value: Part) -> str:
    """Return the words of blocks or inlines, with single spaces."""
    return " ".join("".join(_pieces(value)).split())


def _pieces(value: Part) -> Iterator[str]:
    for node in walk_nodes(value):
        match node["t"]:
            case "Str":
                yield str(node["c"])
            case "Space" | "SoftBreak" | "LineBreak":
                yield " "
            case "Code" | "Math" | "CodeBlock":
                yield str(node["c"][1])
            case "Para" | "Plain" | "Header" | "DefinitionList":
                yield " "


@dataclass
class DocumentTree:
    """Makes the blocks of one document.

    Attributes
    ----------
    formulas
        TeX that pandoc reads, and whether it stands on lines of its own, by number.
    notes
        The blocks of each footnote, by number from 1.
    address
        The article's page, against which relative links are seen; empty where nobody knows.
    """

    formulas: Sequence[tuple[str, bool]] = ()
    notes: Mapping[int, list[Node]] = field(default_factory=dict)
    address: str = ""

    def blocks(self, read: Iterable[Node]) -> tuple[Node, ...]:
        """Return the blocks of a document from those that pandoc read."""
        return tuple(_with_living_links(self.shaped(read)))

    def shaped(self, read: Iterable[Node]) -> list[Node]:
        """Return a part of a document; whether its links lead anywhere is not seen to yet."""
        return rewritten(rewritten(read, self._mark), self._shape)

    def _mark(self, node: Node) -> list[Node] | None:
        """Put a formula or a note where its mark stands; a forged mark stays as it is written."""
        if node["t"] == "Code" and FORMULA_MARK in node["c"][0][1]:
            return self._formula(str(node["c"][1]))
        if node["t"] == "Span" and NOTE_MARK in node["c"][0][1]:
            number = plain_words(node["c"][1])
            note = self.notes.get(int(number)) if number.isdecimal() else None
            return [{"t": "Note", "c": copy.deepcopy(note)}] if note else []
        return None

    def _formula(self, number: str) -> list[Node] | None:
        if not number.isdecimal() or int(number) >= len(self.formulas):
            return None
        tex, is_display = self.formulas[int(number)]
        kind = {"t": "DisplayMath" if is_display else "InlineMath"}
        return [{"t": "Math", "c": [kind, tex]}]

    def _shape(self, node: Node) -> list[Node] | None:
        shapes: dict[str, Step] = {
            "Header": _header,
            "Image": _image,
            "Link": self._link,
            "Table": aligned_table,
            "Figure": _figure,
            "Div": _div,
            "Span": _span,
            "RawBlock": lambda _node: [],
            "RawInline": lambda _node: [],
        }
        shape = shapes.get(node["t"])
        return list(shaped) if shape and (shaped := shape(node)) is not None else None

    def _link(self, node: Node) -> list[Node]:
        _attributes, words, (href, _title) = node["c"]
        target = href if href.startswith("#") or not href else urljoin(self.address, href)
        leads = target.startswith("#") or urlsplit(target).scheme in _OUTSIDE
        if not leads:
            return list(words)
        return [{"t": "Link", "c": [["", [], []], words, [target, ""]]}]


def _header(node: Node) -> list[Node]:
    """Return a heading of a document, whose sections are of the first level."""
    level, (anchor, _classes, _attributes), words = node["c"]
    return [{"t": "Header", "c": [max(1, level - 1), [anchor, [], []], words]}]


def _image(node: Node) -> list[Node]:
    (anchor, classes, attributes), alt, target = node["c"]
    share = next((c.removeprefix("width-") for c in classes if c.startswith("width-")), "")
    size = [["width", f"{share}%"]] if share else [a for a in attributes if a[0] in _SIZES]
    return [{"t": "Image", "c": [[anchor, [], size], alt, [target[0], ""]]}]


def _div(node: Node) -> list[Node] | None:
    (anchor, classes, attributes), blocks = node["c"]
    if "table-block" in classes:
        return [{"t": "Div", "c": [[anchor, ["table-block"], []], captioned(blocks)]}]
    if "section" in classes or "scroll" in classes:
        return list(blocks) if not anchor else None
    kept = [[name, text] for name, text in attributes if name in {"cell", "lang", "dir"}]
    return [{"t": "Div", "c": [[anchor, classes, kept], blocks]}]


def _span(node: Node) -> list[Node] | None:
    (anchor, classes, attributes), words = node["c"]
    kept = [[name, text] for name, text in attributes if name in {"lang", "dir"}]
    if not (anchor or kept or set(classes) - {"citation", "abbr"}):
        return list(words)
    return [{"t": "Span", "c": [[anchor, classes, kept], words]}]


# ------------------------------------------------------------------ figures


def _figure(node: Node) -> list[Node]:
    """Return a figure with nothing but its picture, then what stands below it."""
    (anchor, _classes, _attributes), (_short, caption), blocks = node["c"]
    below = [block for block in blocks if _is_below(block)]
    shown = [block for block in blocks if not _is_below(block)]
    pictures = [n for block in shown for n in walk_nodes(block) if n["t"] == "Image"]
    if len(pictures) == 1:
        shown = [{"t": "Plain", "c": [pictures[0]]}]
    figure = {"t": "Figure", "c": [[anchor, [], []], [None, _as_plain(caption)], shown]}
    return [{"t": "Div", "c": [["", ["figure-block"], []], [figure, *below]]}]


def _is_below(block: Node) -> bool:
    return bool({"evidence", "figure-details"}.intersection(classes_of(block)))


def _as_plain(blocks: list[Node]) -> list[Node]:
    return [{**block, "t": "Plain"} if block["t"] == "Para" else block for block in blocks]


# ------------------------------------------------------------------ ids


_IDS: Mapping[str, Callable[[Node], list[Part]]] = {
    **dict.fromkeys(("Div", "Span", "Figure", "Image", "Table", "Link"), lambda node: node["c"][0]),
    "Header": lambda node: node["c"][1],
}


def id_of(node: Node) -> str:
    """Return the id of an element; empty for one that has none."""
    get = _IDS.get(node["t"])
    return str(get(node)[0]) if get else ""


def _with_living_links(blocks: Iterable[Node]) -> list[Node]:
    """Drop an id that was there before, and links to ids that are nowhere."""
    seen: set[str] = set()

    def once(node: Node) -> None:
        get = _IDS.get(node["t"])
        attributes = get(node) if get else None
        if attributes and attributes[0]:
            if attributes[0] in seen:
                attributes[0] = ""
            else:
                seen.add(attributes[0])

    found = list(blocks)
    for node in walk_nodes(found):
        once(node)

    def living(node: Node) -> list[Node] | None:
        if node["t"] != "Link" or not node["c"][2][0].startswith("#"):
            return None
        return None if node["c"][2][0][1:] in seen else list(node["c"][1])

    return rewritten(found, living)
