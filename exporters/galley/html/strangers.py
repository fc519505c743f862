"""What an element that somebody else wrote may say of itself on the page.

What it looks like is for the site to say, and what it is called must be what is seen: so no class
of the page's own parts, no role, no name or hiding that only a screen reader meets, no place in
the order of the Tab key, and no landmark beside the page's own.
"""

from __future__ import annotations

from collections.abc import Mapping

from galley.article.markdown.anchors import is_free_id
from galley.article.markdown.class_names import free_classes

OWN_MARK = "data-galley"
"""Attribute by which Galley knows what it wrote itself; its value is a secret of the piece."""

_PLAIN = {"aside": "div", "bdo": "bdi", "main": "div", "nav": "div"}


def plain_tag(tag: str) -> str:
    """Return the element that stands for one of a stranger's.

    Landmarks are the few places that readers jump to; and text that runs against its own
    direction reads as something that it is not.
    """
    return _PLAIN.get(tag, tag)


def plain_attributes(attributes: Mapping[str, str | None]) -> dict[str, str | None]:
    """Return what a stranger's element may keep."""
    kept = {name: value for name, value in attributes.items() if _is_kept(name, value or "")}
    if "class" in kept:
        kept["class"] = " ".join(free_classes((kept["class"] or "").split()))
    return {name: value for name, value in kept.items() if value or name != "class"}


def spoken_name(attributes: Mapping[str, str | None]) -> str:
    """Return what a screen reader would have said of the element instead of its words."""
    return (attributes.get("aria-label") or attributes.get("title") or "").strip()


def _is_kept(name: str, value: str) -> bool:
    if name in {"id", "name"}:
        return is_free_id(value.strip())
    return name not in {"role", "tabindex"} and not name.startswith("aria-")
