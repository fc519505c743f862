"""The comments of a Word file, with what others answered and whether they are settled."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from galley.review.returned.paragraphs import W, flat, read_paragraphs
from galley.review.returned.parts import COMMENTS, THREADS, DocxParts

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_PARAGRAPH = "{http://schemas.microsoft.com/office/word/2010/wordml}paraId"
_THREAD = "{http://schemas.microsoft.com/office/word/2012/wordml}"
_MOST_LEVELS = 50


@dataclass(frozen=True)
class Reply:
    """What somebody answered to a comment."""

    by: str
    day: str
    text: str


@dataclass(frozen=True)
class Comment:
    """A comment with its answers.

    Attributes
    ----------
    id
        The number that Word gives it, by which paragraphs name it.
    is_settled
        Whether somebody marked it in Word as resolved.
    """

    id: str
    by: str
    day: str
    text: str
    replies: tuple[Reply, ...] = ()
    is_settled: bool = False


@dataclass(frozen=True)
class _Thread:
    parents: dict[str, str]
    settled: frozenset[str]


def read_comments(parts: DocxParts) -> tuple[Comment, ...]:
    """Return the comments in the order of the file; answers stand with what they answer."""
    root = parts.roots.get(COMMENTS)
    if root is None:
        return ()
    elements = {each.get(f"{W}id", ""): each for each in root.iter(f"{W}comment")}
    owners = {mark: name for name, each in elements.items() for mark in _marks(each)}
    thread = _thread(parts.roots.get(THREADS), owners)
    answers: dict[str, list[Reply]] = {}
    for name, element in elements.items():
        if name in thread.parents:
            answers.setdefault(_first(name, thread), []).append(
                Reply(*_who(element), _text(element))
            )
    return tuple(
        Comment(
            name,
            *_who(element),
            _text(element),
            tuple(answers.get(name, ())),
            is_settled=name in thread.settled,
        )
        for name, element in elements.items()
        if name not in thread.parents
    )


def _thread(root: Element | None, owners: dict[str, str]) -> _Thread:
    """Return which comment answers which, and which are settled."""
    parents, settled = {}, set()
    for each in root if root is not None else ():
        name = owners.get(each.get(f"{_THREAD}paraId", ""), "")
        parent = owners.get(each.get(f"{_THREAD}paraIdParent", ""), "")
        if name and parent and parent != name:
            parents[name] = parent
        if name and each.get(f"{_THREAD}done") in {"1", "true"}:
            settled.add(name)
    return _Thread(parents, frozenset(settled))


def _first(name: str, thread: _Thread) -> str:
    for _ in range(_MOST_LEVELS):
        if name not in thread.parents:
            break
        name = thread.parents[name]
    return name


def _marks(comment: Element) -> Iterator[str]:
    for paragraph in comment.iter(f"{W}p"):
        if mark := paragraph.get(_PARAGRAPH):
            yield mark


def _who(comment: Element) -> tuple[str, str]:
    return flat(comment.get(f"{W}author", "")), comment.get(f"{W}date", "")


def _text(comment: Element) -> str:
    return "\n".join(text for each in read_paragraphs(comment) if (text := flat(each.now)))
