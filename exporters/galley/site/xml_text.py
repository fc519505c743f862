"""Small XML documents that machines read: deterministic bytes, nothing XML forbids."""

from __future__ import annotations

import re
from collections.abc import Mapping
from xml.etree import ElementTree as ET

# The last ones turn the direction of what follows in a list of many sites.
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|[\u202a-\u202e]")


def add(
    parent: ET.Element,
    tag: str,
    text: str = "",
    attributes: Mapping[str, str] | None = None,
) -> ET.Element:
    """Append a child with text; characters that XML does not know are left out."""
    clean = {name: _FORBIDDEN.sub("", value) for name, value in (attributes or {}).items()}
    child = ET.SubElement(parent, tag, clean)
    child.text = _FORBIDDEN.sub("", text) or None
    return child


def document(root: ET.Element) -> bytes:
    """Return the document, indented, in UTF-8.

    Name spaces are written as attributes of the root and prefixes as part of the names, because
    `xml.etree` keeps its prefixes in a table that all of a process shares.
    """
    ET.indent(root, " ")
    text = ET.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n'.encode()
