"""The paragraphs of a Word file: as they were sent, as they are now, and what was done to them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal

from galley.review.returned.anchors import first_anchor

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# Formulas are no text: each program writes them anew in its own way when it saves.
_TEXT = {f"{W}t", f"{W}delText"}
_SIGNS = {f"{W}tab": " ", f"{W}br": " ", f"{W}cr": " ", f"{W}noBreakHyphen": "\u2011"}
_ADDED, _REMOVED = {f"{W}ins", f"{W}moveTo"}, {f"{W}del", f"{W}moveFrom"}
# Drawn twice for old programs, or not part of the text.
_SKIPPED = {
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
    f"{W}instrText",
    f"{W}delInstrText",
    f"{W}txbxContent",
}


@dataclass(frozen=True)
class Change:
    """Words that somebody put in the place of others with Word's tracking on; either may be empty.

    Attributes
    ----------
    day
        As Word has it: `2026-11-20T10:00:00Z`.
    """

    by: str
    day: str
    old: str = ""
    new: str = ""


@dataclass(frozen=True)
class Paragraph:
    """One paragraph.

    Attributes
    ----------
    anchor
        The bookmark of its cell; empty where it is in none.
    before, now
        Its text without and with tracked changes.
    marked
        Comment → the words that it is about in this paragraph.
    ends_before
        Whether it was a paragraph of its own before tracked changes.
    """

    anchor: str = ""
    before: str = ""
    now: str = ""
    changes: tuple[Change, ...] = ()
    marked: tuple[tuple[str, str], ...] = ()
    ends_before: bool = True


def read_paragraphs(root: Element) -> tuple[Paragraph, ...]:
    """Return the paragraphs of a document, tables included, in reading order."""
    reader = _Reader()
    for is_start, element in _walk(root):
        (reader.start if is_start else reader.end)(element)
    return tuple(reader.done)


def texts_before(paragraphs: tuple[Paragraph, ...]) -> Iterator[Paragraph]:
    """Yield paragraphs as they were before tracked changes: one that was split is whole."""
    begun: Paragraph | None = None
    for paragraph in paragraphs:
        joined = (
            replace(begun, before=begun.before + paragraph.before, ends_before=True)
            if begun
            else paragraph
        )
        if paragraph.ends_before:
            yield joined
            begun = None
        else:
            begun = joined
    if begun:
        yield begun


def flat(text: str) -> str:
    """Return text with single spaces."""
    return " ".join(text.split())


def _walk(root: Element) -> Iterator[tuple[bool, Element]]:
    """Yield each element when it starts and when it ends; not by recursion, which has an end."""
    stack: list[tuple[Element, Iterator[Element]]] = [(root, iter(root))]
    while stack:
        element, children = stack[-1]
        child = next(children, None)
        if child is None:
            stack.pop()
            yield False, element
        elif child.tag not in _SKIPPED:
            yield True, child
            stack.append((child, iter(child)))


_Kind = Literal["", "ins", "del"]


@dataclass
class _Reader:
    """Reads elements in their order.

    Attributes
    ----------
    bookmarks
        Those of cells that are open, by the number that Word gives them.
    comments
        Those whose words begin above.
    """

    done: list[Paragraph] = field(default_factory=list)
    bookmarks: dict[str, str] = field(default_factory=dict)
    comments: dict[str, None] = field(default_factory=dict)
    _paragraph: list[_Open] = field(default_factory=list)
    _tracked: list[tuple[_Kind, str, str]] = field(default_factory=list)
    _in_mark: int = 0

    def start(self, element: Element) -> None:
        """Take up what begins."""
        tag, name = element.tag, element.get(f"{W}id", "")
        if tag == f"{W}p":
            self._paragraph.append(_Open(self._anchor(), dict.fromkeys(self.comments, "")))
        elif tag == f"{W}pPr":
            self._in_mark += 1
        elif tag in _ADDED | _REMOVED:
            self._start_tracked(element, "ins" if tag in _ADDED else "del")
        elif tag == f"{W}bookmarkStart" and (anchor := first_anchor(element.get(f"{W}name", ""))):
            self.bookmarks[name] = anchor
        elif tag == f"{W}bookmarkEnd":
            self.bookmarks.pop(name, None)
        elif tag == f"{W}commentRangeStart":
            self.comments[name] = None
            self._mark(name)
        elif tag == f"{W}commentRangeEnd":
            self.comments.pop(name, None)
        elif tag == f"{W}commentReference":
            self._mark(name)
        elif (tag in _TEXT or tag in _SIGNS) and self._paragraph and not self._in_mark:
            self._write(_SIGNS.get(tag) or element.text or "")

    def end(self, element: Element) -> None:
        """Put away what ends."""
        if element.tag == f"{W}p" and self._paragraph:
            self.done.append(self._paragraph.pop().closed())
        elif element.tag == f"{W}pPr":
            self._in_mark -= 1
        elif element.tag in _ADDED | _REMOVED and not self._in_mark and self._tracked:
            self._tracked.pop()

    def _start_tracked(self, element: Element, kind: _Kind) -> None:
        by, day = element.get(f"{W}author", ""), element.get(f"{W}date", "")
        if not self._in_mark:
            self._tracked.append((kind, by, day))
        elif self._paragraph and kind == "ins":
            # The paragraph's own mark: somebody pressed Enter here.
            self._paragraph[-1].ends_before = False

    def _anchor(self) -> str:
        return next(reversed(self.bookmarks.values()), "")

    def _mark(self, comment: str) -> None:
        if self._paragraph:
            self._paragraph[-1].marked.setdefault(comment, "")

    def _write(self, text: str) -> None:
        paragraph = self._paragraph[-1]
        if not (paragraph.before or paragraph.now):
            # Word moves a bookmark's start into the first paragraph, its end into the next.
            paragraph.anchor = self._anchor()
        kind, by, day = self._tracked[-1] if self._tracked else ("", "", "")
        paragraph.write(text, kind, by, day)
        if kind != "del":
            for comment in self.comments:
                paragraph.marked[comment] = paragraph.marked.get(comment, "") + text


@dataclass
class _Open:
    """A paragraph that is being read."""

    anchor: str
    marked: dict[str, str]
    before: str = ""
    now: str = ""
    changes: list[Change] = field(default_factory=list)
    ends_before: bool = True
    _goes_on: bool = False

    def write(self, text: str, kind: _Kind, by: str, day: str) -> None:
        """Add text, which may have been put in or taken out."""
        if kind != "ins":
            self.before += text
        if kind != "del":
            self.now += text
        if not kind:
            self._goes_on = self._goes_on and not text
            return
        last = self.changes[-1] if self.changes and self._goes_on else None
        if last is None or last.by != by:
            last = Change(by, day)
            self.changes.append(last)
        field_name = "new" if kind == "ins" else "old"
        self.changes[-1] = replace(last, **{field_name: getattr(last, field_name) + text})
        self._goes_on = True

    def closed(self) -> Paragraph:
        """Return the paragraph, read to its end."""
        changes = tuple(change for change in self.changes if flat(change.old) != flat(change.new))
        marked = tuple((comment, flat(words)) for comment, words in self.marked.items())
        return Paragraph(
            self.anchor, self.before, self.now, changes, marked, ends_before=self.ends_before
        )
