"""Documents as the chapters of one book: nothing of one can be taken for something of another."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from pathlib import PurePosixPath

from galley.exporting.document.model import Document, Node, Part, classes_of, person_name
from galley.exporting.document.tree import Step, rewritten
from galley.html.words import words_for

_IDS: Mapping[str, Callable[[Node], list[Part]]] = {
    **dict.fromkeys(("Div", "Span", "Figure", "Image", "Table", "Link"), lambda node: node["c"][0]),
    "Header": lambda node: node["c"][1],
}


@dataclass(frozen=True)
class Chapter:
    """One article of a book, with the files that it shows."""

    blocks: tuple[Node, ...]
    files: Mapping[str, bytes] = field(repr=False)


def chapters_of(documents: Sequence[Document]) -> tuple[Chapter, ...]:
    """Return a chapter for each document; in a book of one, its names stay as they are."""
    addresses = {
        document.address: f"{_prefix(place)}start"
        for place, document in enumerate(documents, start=1)
        if document.address
    }
    return tuple(
        _chapter(document, _prefix(place), addresses)
        for place, document in enumerate(documents, start=1)
    )


def _prefix(place: int) -> str:
    return f"a{place}-"


def _chapter(document: Document, prefix: str, addresses: Mapping[str, str]) -> Chapter:
    files = {_renamed(path, prefix): data for path, data in document.files.items()}
    own: Step = lambda node: _own(node, prefix, addresses)  # noqa: E731 - one line reads better
    body = rewritten(rewritten(document.blocks, _shaped(document)), own)
    return Chapter((*_head(document, prefix), *body), files)


def _head(document: Document, prefix: str) -> Iterator[Node]:
    """Yield title, standfirst, people and days: what a page says at its top."""
    article, words = document.article, words_for(document.lang)
    title = {"t": "Header", "c": [1, [f"{prefix}start", [], []], _words(document.title)]}
    yield title
    if article.description:
        yield _div("standfirst", [_para(article.description)])
    lines = []
    if article.authors and article.kind == "article":
        lines.append(f"{words.by} {'; '.join(map(person_name, article.authors))}")
    days = (
        (words.published, article.published),
        (words.updated, article.updated),
        (words.reviewed, article.reviewed),
    )
    dated = " · ".join(f"{label} {day.text}" for label, day in days if day)
    byline = [_para(line) for line in (*lines, dated) if line]
    if document.address:
        shown = document.address.removeprefix("https://").removeprefix("http://")
        link = {"t": "Link", "c": [["", [], []], _words(shown), [document.address, ""]]}
        byline.append({"t": "Para", "c": [link]})
    if byline:
        yield _div("byline", byline)


def _shaped(document: Document) -> Step:
    """Return the step that puts blocks into the form of a book."""
    words = words_for(document.lang)

    def step(node: Node) -> list[Node] | None:
        if node["t"] == "Header":
            level, attributes, inlines = node["c"]
            return [{"t": "Header", "c": [level + 1, attributes, inlines]}]
        classes = classes_of(node)
        if "cell" in classes:
            return list(node["c"][1])
        if "figure-details" in classes:
            return list(_folded(node["c"][1], words.figure_details))
        if "figure-block" in classes:
            return [_with_its_id(node)]
        if "references" in classes:
            attributes = ["", ["references"], [["role", "doc-bibliography"]]]
            return [{"t": "Div", "c": [attributes, node["c"][1]]}]
        return None

    return step


def _folded(blocks: Sequence[Node], summary: str) -> Iterator[Node]:
    """Yield what opens on demand, where a reader knows how; else it is all there."""
    yield _html(f"<details><summary>{escape(summary)}</summary>")
    yield from blocks
    yield _html("</details>")


def _with_its_id(block: Node) -> Node:
    """Move the id of a figure to its block, where links between chapters find it."""
    attributes, (figure, *below) = block["c"]
    if figure["t"] != "Figure":
        return block
    (anchor, *rest), caption, shown = figure["c"]
    bare = {"t": "Figure", "c": [["", *rest], caption, shown]}
    return {"t": "Div", "c": [[anchor, *attributes[1:]], [bare, *below]]}


def _own(node: Node, prefix: str, addresses: Mapping[str, str]) -> list[Node] | None:
    """Give ids and files the chapter's own names, and lead links between articles to chapters."""
    get = _IDS.get(node["t"])
    if get and get(node)[0]:
        get(node)[0] = f"{prefix}{get(node)[0]}"
    if node["t"] == "Image":
        attributes, alt, (path, title) = node["c"]
        return [{"t": "Image", "c": [attributes, alt, [_renamed(path, prefix), title]]}]
    if node["t"] == "Link":
        attributes, words, (target, title) = node["c"]
        return [{"t": "Link", "c": [attributes, words, [_led(target, prefix, addresses), title]]}]
    return None


def _led(target: str, prefix: str, addresses: Mapping[str, str]) -> str:
    if target.startswith("#"):
        return f"#{prefix}{target[1:]}"
    return f"#{addresses[target]}" if target in addresses and len(addresses) > 1 else target


def _renamed(path: str, prefix: str) -> str:
    pure = PurePosixPath(path)
    return str(pure.with_name(f"{prefix}{pure.name}"))


def _words(text: str) -> list[Node]:
    return [{"t": "Str", "c": text}]


def _para(text: str) -> Node:
    return {"t": "Para", "c": _words(text)}


def _div(name: str, blocks: Sequence[Node]) -> Node:
    return {"t": "Div", "c": [["", [name], []], list(blocks)]}


def _html(source: str) -> Node:
    return {"t": "RawBlock", "c": ["html", source]}
