"""Text boxes of Word, which lie beside the text: put into it, after the paragraph they hang on."""

from __future__ import annotations

from xml.etree.ElementTree import Element, ParseError, SubElement, register_namespace, tostring

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BOX = f"{_W}txbxContent"
_PARAGRAPH = f"{_W}p"
_CHOICE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Choice"
_ALTERNATE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
STYLE = "GalleyBox"
BOX_STYLE = (
    b'<w:style w:type="paragraph" w:customStyle="1" w:styleId="GalleyBox">'
    b'<w:name w:val="Callout"/></w:style>'
)
"""The style that the words of a box get: they stood in a frame."""


def with_boxes_in_text(document: bytes) -> bytes | None:
    """Return ``document.xml`` with the words of its boxes in the text; None where it has none."""
    if b"txbxContent" not in document:
        return None
    # Late: few documents have any.
    from defusedxml.common import DefusedXmlException  # type: ignore[import-untyped]
    from defusedxml.ElementTree import fromstring  # type: ignore[import-untyped]

    try:
        root = fromstring(document)
    except (ParseError, DefusedXmlException, ValueError):
        return None
    register_namespace("w", _W[1:-1])
    for parent in list(root.iter()):
        if parent.tag != _BOX:
            _unfold(parent)
    return bytes(tostring(root, encoding="utf-8", xml_declaration=True))


def _unfold(parent: Element) -> None:
    for index in range(len(parent) - 1, -1, -1):
        paragraph = parent[index]
        if paragraph.tag == _PARAGRAPH:
            for words in reversed(_framed(paragraph)):
                parent.insert(index + 1, words)


def _framed(paragraph: Element) -> list[Element]:
    """Return the paragraphs of the boxes that hang on one, each marked as framed."""
    found: list[Element] = []
    for box in _boxes(paragraph):
        found += [words for words in box if words.tag == _PARAGRAPH and _has_text(words)]
    for words in found:
        _give_style(words)
    return found


def _boxes(element: Element) -> list[Element]:
    """Find boxes; of the two forms in which Word writes each, the newer one."""
    if element.tag == _BOX:
        return [element]
    children = list(element)
    if element.tag == _ALTERNATE:
        children = [child for child in children if child.tag == _CHOICE] or children
    return [box for child in children for box in _boxes(child)]


def _has_text(words: Element) -> bool:
    return any((text.text or "").strip() for text in words.iter(f"{_W}t"))


def _give_style(words: Element) -> None:
    properties = words.find(f"{_W}pPr")
    if properties is None:
        properties = Element(f"{_W}pPr")
        words.insert(0, properties)
    style = properties.find(f"{_W}pStyle")
    if style is None:
        style = SubElement(properties, f"{_W}pStyle")
    style.set(f"{_W}val", STYLE)
