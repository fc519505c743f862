"""Elements of a page: their attributes, and new ones."""

from __future__ import annotations

from bs4 import BeautifulSoup
from bs4.element import Tag

_MAKER = BeautifulSoup("", "html.parser")


def new_tag(name: str, attributes: dict[str, str] | None = None) -> Tag:
    """Return a new element."""
    return _MAKER.new_tag(name, attrs=attributes or {})


def attribute(tag: Tag, name: str) -> str:
    """Return what an element says under a name; empty where it says nothing."""
    value = tag.get(name)
    return " ".join(value) if isinstance(value, list) else str(value or "")
