"""Footnotes of a page: links to a text that leads back, whatever program wrote them."""

from __future__ import annotations

import re
from urllib.parse import unquote

from bs4.element import Tag

from galley.importing.html_tags import attribute, new_tag

_MARK = re.compile(r"\[?\(?(?:\d{1,3}|[*†‡§]|[ivx]{1,5}|[a-z])\)?\]?", re.IGNORECASE)
_BACK = re.compile(r"^[\s\[\](.)^↩︎⏎↑ \d*†‡§]*$")
_SECTION = re.compile(r"^(?:footnotes?|endnotes?|footnotes-container)$")


def mark_notes(article: Tag) -> None:
    """Find footnotes as every program writes them: a link there, and another one back."""
    ids = {
        attribute(tag, "id") or attribute(tag, "name"): tag
        for tag in article.find_all(True)
        if tag.get("id") or tag.get("name")
    }
    count = 0
    for link in article.find_all("a", href=re.compile(r"^#.")):
        target = None if link.decomposed else ids.get(unquote(attribute(link, "href")[1:]))
        if target is None or target.decomposed or not _MARK.fullmatch(link.get_text().strip()):
            continue
        note = _note_of(target, link, article)
        if note is None:
            continue
        count += 1
        _write_note(article, link, note, str(count))
    for section in article.find_all(class_=_SECTION):
        # What is left of it is its heading.
        if not section.decomposed and not section.find(["p", "li", "dd", "div"]):
            section.decompose()


def bring_notes(article: Tag, page: Tag) -> None:
    """Bring the texts of an article's notes into it, wherever they stand on the page."""
    keys = {attribute(mark, "data-key") for mark in article.find_all("span", class_="galley-note")}
    for text in page.find_all("div", class_="galley-note-text"):
        if attribute(text, "data-key") in keys:
            article.append(text.extract())


def _note_of(target: Tag, link: Tag, article: Tag) -> Tag | None:
    """Return the element with a note's text, if it leads back to the link."""
    home = link.find_parent("sup") or link
    names = {
        attribute(tag, name)
        for tag in (link, home, *home.find_all(True))
        for name in ("id", "name")
    }
    names |= {
        attribute(parent, "id") for parent in list(link.parents)[:2] if isinstance(parent, Tag)
    }
    names.discard("")
    note: Tag | None = target
    for _ in range(4):
        if note is None or note is article or link in note.descendants:
            return None
        backs = {attribute(back, "href").removeprefix("#") for back in note.find_all("a")}
        backs |= {attribute(note, "href").removeprefix("#")} if note.name == "a" else set()
        is_block = note.name in {"li", "p", "div", "aside", "dd", "section", "td"}
        if is_block and ({unquote(back) for back in backs} & names):
            return note
        note = note.parent
    return None


def _write_note(article: Tag, link: Tag, note: Tag, key: str) -> None:
    place = link.find_parent("sup") or link
    _remove_marks(note)
    mark = new_tag("span", {"class": "galley-note", "data-key": key})
    mark.string = key
    place.replace_with(mark)
    text = new_tag("div", {"class": "galley-note-text", "data-key": key})
    container = note.parent
    text.extend(list(note.contents) if note.name != "p" else [note.extract()])
    if note.name != "p":
        note.decompose()
    while (
        isinstance(container, Tag) and container is not article and not container.get_text().strip()
    ):
        above = container.parent
        container.decompose()
        container = above
    article.append(text)


def _remove_marks(note: Tag) -> None:
    """Take the number and the arrow back out of a note."""
    for back in note.find_all("a", href=re.compile(r"^#")):
        if not back.decomposed and _BACK.match(back.get_text()):
            place = back.find_parent("sup")
            (place if place is not None and place in note.descendants else back).decompose()
