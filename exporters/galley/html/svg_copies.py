"""How much a drawing is with its copies: a few lines can say a million millions of elements."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

_NAMED = re.compile(r"url\(\s*[\"']?#([^)\"']+)[\"']?\s*\)|\A#(.+)\Z", re.IGNORECASE)


def drawn_elements(root: Element, most: int) -> int:
    """Return how many elements a browser draws, at most about `most`.

    What an element names (``<use>``, paint, masks) is drawn again with each that names it. One
    that names itself draws nothing more.
    """
    named = {element.get("id", ""): element for element in root.iter() if element.get("id")}
    sizes: dict[int, int] = {}
    waiting: list[tuple[Element, bool]] = [(root, False)]
    while waiting:
        element, is_known = waiting.pop()
        parts = [*element, *_named_by(element, named)]
        if is_known:
            total = 1 + sum(sizes.get(id(part), 0) for part in parts)
            sizes[id(element)] = min(total, most)
        elif id(element) not in sizes:
            # Nothing yet, so that a circle ends; its size is added up after its parts.
            sizes[id(element)] = 0
            waiting.append((element, True))
            waiting += [(part, False) for part in parts if id(part) not in sizes]
    return sizes[id(root)]


def _named_by(element: Element, named: dict[str, Element]) -> Iterator[Element]:
    for value in element.attrib.values():
        if "#" in value:
            for match in _NAMED.finditer(value):
                found = named.get(match[1] or match[2])
                if found is not None:
                    yield found
