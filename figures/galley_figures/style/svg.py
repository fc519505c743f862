"""A matplotlib figure as clean SVG text that a strict page can show inline.

What matplotlib writes is parsed and written anew, smaller: no ``style`` attribute, no ``<style>``,
no metadata; each property is a presentation attribute; each colour a CSS variable with the light
value as fall-back; text stays text in the page's font; ids exist only where something refers to
them and start with a prefix made from the drawing itself. The same figure gives the same text.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from typing import Final
from xml.etree import ElementTree as ET
from xml.sax.saxutils import escape, quoteattr

from matplotlib.figure import Figure

from galley_figures.style.canvas import height_px, house_style, width_px
from galley_figures.style.fonts import FONT_FAMILY
from galley_figures.style.palette import variable
from galley_figures.style.renderers import matplotlib_svg
from galley_figures.style.svg_paths import compact, moved_path, short_path

_SVG: Final = "{http://www.w3.org/2000/svg}"
_HREF: Final = "{http://www.w3.org/1999/xlink}href"

# What matplotlib writes into `style` and a presentation attribute can say as well.
_PROPERTIES: Final = frozenset(
    {
        "fill",
        "fill-opacity",
        "fill-rule",
        "font-family",
        "font-size",
        "font-weight",
        "opacity",
        "stroke",
        "stroke-dasharray",
        "stroke-dashoffset",
        "stroke-linecap",
        "stroke-linejoin",
        "stroke-miterlimit",
        "stroke-opacity",
        "stroke-width",
        "text-anchor",
    }
)

# What a reader of SVG assumes anyway, so it need not be written. The root says how lines join.
_DEFAULTS: Final = {
    "fill-rule": "nonzero",
    "font-weight": "400",
    "stroke-dashoffset": "0",
    "stroke-linecap": "butt",
    "stroke-linejoin": "round",
    "stroke-miterlimit": "100000",
    "stroke-width": "1",
    "text-anchor": "start",
}

_DROPPED: Final = frozenset({f"{_SVG}metadata", f"{_SVG}style"})
_NUMBER: Final = re.compile(r"-?\d*\.?\d+(?:e-?\d+)?")
_REFERENCE: Final = re.compile(r"url\(#([^)]+)\)")
_GEOMETRY: Final = frozenset(
    {"x", "y", "width", "height", "d", "transform", "stroke-width", "stroke-dasharray", "font-size"}
)


def render_svg(figure: Figure, *, alt: str, lang: str) -> str:
    """Return the figure as SVG text.

    Parameters
    ----------
    figure
        Drawn in the house style; every colour from the palette.
    alt
        Its text alternative, written as ``aria-label`` and ``<title>``.
    lang
        Language of its words.

    Raises
    ------
    ValueError
        If a colour is not in the palette, or a property has no presentation attribute.
    """
    with house_style():
        return svg_in_style(figure, alt=alt, lang=lang)


def svg_in_style(figure: Figure, *, alt: str, lang: str) -> str:
    """Do what `render_svg` does where the house style is in force already."""
    root = ET.fromstring(matplotlib_svg(figure))  # noqa: S314 - matplotlib's own text
    _inline_single_uses(root)
    body = _with_own_ids(_cleaned(root))
    width, height = compact(width_px(figure)), compact(height_px(figure))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
        f'width="{width}" height="{height}" role="img" aria-label={quoteattr(alt)} '
        f"lang={quoteattr(lang)} font-family={quoteattr(FONT_FAMILY)} "
        f'stroke-linejoin="round"><title>{escape(alt)}</title>{body}</svg>'
    )


def _inline_single_uses(root: ET.Element) -> None:
    """Put each path that is used once where it is used."""
    uses = [use.get(_HREF, "").removeprefix("#") for use in root.iter(f"{_SVG}use")]
    single = {name for name, count in Counter(uses).items() if count == 1}
    paths = {path.get("id", ""): path for path in root.iter(f"{_SVG}path")}
    for parent in list(root.iter()):
        for place, child in enumerate(parent):
            name = child.get(_HREF, "").removeprefix("#")
            if child.tag == f"{_SVG}use" and name in single & paths.keys():
                parent[place] = _inlined(child, paths[name])
    for defs in root.iter(f"{_SVG}defs"):
        for path in [path for path in defs if path.get("id", "") in single]:
            defs.remove(path)


def _inlined(use: ET.Element, path: ET.Element) -> ET.Element:
    x, y = (float(use.get(name, "0")) for name in ("x", "y"))
    # What the path itself says comes last, as it would win over the use.
    style = ";".join(filter(None, (use.get("style"), path.get("style"))))
    kept = {name: value for name, value in use.attrib.items() if name == "clip-path"}
    attributes = {**kept, "d": moved_path(path.get("d", ""), x, y), "style": style}
    return ET.Element(f"{_SVG}path", attributes)


def _cleaned(root: ET.Element) -> list[ET.Element]:
    """Return the drawing's elements: groups that say nothing opened, defaults left out."""
    kept_ids = _referenced_ids(root)
    return _cleaned_children(root, kept_ids)


def _cleaned_children(parent: ET.Element, kept_ids: frozenset[str]) -> list[ET.Element]:
    cleaned: list[ET.Element] = []
    for child in parent:
        if child.tag not in _DROPPED:
            cleaned.extend(_cleaned_element(child, kept_ids))
    return cleaned


def _cleaned_element(element: ET.Element, kept_ids: frozenset[str]) -> list[ET.Element]:
    tag = element.tag.removeprefix(_SVG)
    attributes = _clean_attributes(element, kept_ids)
    children = _cleaned_children(element, kept_ids)
    if tag in {"g", "defs"} and not children:
        return []
    if tag == "g" and not attributes:
        return children
    if _is_invisible(tag, attributes):
        return []
    cleaned = ET.Element(tag, attributes)
    cleaned.text = element.text if tag == "text" else None
    cleaned.extend(children)
    return [cleaned]


def _is_invisible(tag: str, attributes: dict[str, str]) -> bool:
    # Marks inside <defs> take their paint from where they are used, so only a path that refuses
    # both paints is dropped.
    return tag == "path" and attributes.get("fill") == "none" and "stroke" not in attributes


def _referenced_ids(root: ET.Element) -> frozenset[str]:
    found: set[str] = set()
    for element in root.iter():
        for name, value in element.attrib.items():
            found.update(_REFERENCE.findall(value))
            if name in {_HREF, "href"}:
                found.add(value.removeprefix("#"))
    return frozenset(found)


def _clean_attributes(element: ET.Element, kept_ids: frozenset[str]) -> dict[str, str]:
    attributes: dict[str, str] = {}
    for name, value in element.attrib.items():
        if name == "style":
            attributes.update(_presentation(value))
        elif name == _HREF:
            attributes["href"] = value
        elif name != "id" or value in kept_ids:
            attributes[name] = _coloured(name, value)
    attributes = {name: _rounded(name, value) for name, value in attributes.items()}
    return _without_defaults(attributes)


def _presentation(style: str) -> dict[str, str]:
    """Turn the text of a ``style`` attribute into presentation attributes.

    Raises
    ------
    ValueError
        If a property is not among those that can be one.
    """
    declarations = [part.split(":", 1) for part in style.split(";") if part.strip()]
    properties = {name.strip(): value.strip() for name, value in declarations}
    unknown = sorted(properties.keys() - _PROPERTIES)
    if unknown:
        raise ValueError(
            f"the property {unknown[0]!r} cannot be a presentation attribute; "
            f"a figure may use {', '.join(sorted(_PROPERTIES))}"
        )
    properties.pop("font-family", None)  # the root names it once
    return {name: _coloured(name, value) for name, value in properties.items()}


def _coloured(name: str, value: str) -> str:
    # A hatch is a pattern that the paint refers to; its colours lie in the pattern.
    if name not in {"fill", "stroke"} or value == "none" or _REFERENCE.fullmatch(value):
        return value
    return variable(value)


def _without_defaults(attributes: dict[str, str]) -> dict[str, str]:
    kept = {
        name: value
        for name, value in attributes.items()
        if value and _DEFAULTS.get(name) != value and not _is_idle_rotation(name, value)
    }
    if kept.get("stroke") == "none":
        kept.pop("stroke")
    return kept


def _is_idle_rotation(name: str, value: str) -> bool:
    return name == "transform" and re.match(r"rotate\(-?0[ )]", value) is not None


def _rounded(name: str, value: str) -> str:
    if name == "font-size":
        return compact(float(value.removesuffix("px")))
    if name not in _GEOMETRY:
        return value
    if name == "d":
        return short_path(value)
    return _NUMBER.sub(lambda match: compact(float(match[0])), " ".join(value.split()))


def _with_own_ids(elements: list[ET.Element]) -> str:
    """Write the drawing, its ids with a prefix made from it, so that two figures share none."""
    text = "".join(_written(element) for element in elements)
    ids = re.findall(r' id="([^"]+)"', text)
    if not ids:
        return text
    prefix = "fig-" + hashlib.sha256(text.encode()).hexdigest()[:8]
    names = {old: f"{prefix}-{number}" for number, old in enumerate(dict.fromkeys(ids), start=1)}
    for element in elements:
        for part in element.iter():
            part.attrib.update({key: _renamed(value, names) for key, value in part.attrib.items()})
    return "".join(_written(element) for element in elements)


def _renamed(value: str, names: dict[str, str]) -> str:
    reference = _REFERENCE.fullmatch(value)
    if reference:
        return f"url(#{names[reference[1]]})"
    if value.startswith("#") and value[1:] in names:
        return f"#{names[value[1:]]}"
    return names.get(value, value)


def _written(element: ET.Element) -> str:
    attributes = "".join(f" {name}={quoteattr(value)}" for name, value in element.attrib.items())
    content = escape(element.text or "") + "".join(_written(child) for child in element)
    if not content:
        return f"<{element.tag}{attributes}/>"
    return f"<{element.tag}{attributes}>{content}</{element.tag}>"
