"""The text of WordPress before blocks: empty lines part paragraphs, other line breaks stay."""

from __future__ import annotations

import re

_BLOCK = (
    r"(?:table|thead|tfoot|caption|col|colgroup|tbody|tr|td|th|div|dl|dd|dt|ul|ol|li|pre|form|map|area"
    r"|blockquote|address|style|p|h[1-6]|hr|fieldset|legend|section|article|aside|hgroup|header|footer"
    r"|nav|figure|figcaption|details|menu|summary|iframe)"
)
_STARTS_BLOCK = re.compile(rf"\s*</?{_BLOCK}\b", re.IGNORECASE)
_KEPT = re.compile(
    r"<(?P<tag>pre|script|style|table|ul|ol|dl|figure)\b.*?</(?P=tag)\s*>",
    re.IGNORECASE | re.DOTALL,
)
_OPEN, _CLOSE = "\ue000", "\ue001"


def with_paragraphs(text: str) -> str:
    """Return classic content as the HTML that readers were given."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace(_OPEN, "").replace(_CLOSE, "")
    kept: list[str] = []

    def keep(match: re.Match[str]) -> str:
        kept.append(match[0])
        return f"\n\n{_OPEN}{len(kept) - 1}{_CLOSE}\n\n"

    text = _KEPT.sub(keep, text)
    # A tag of a block that stands in a line of its own ends the paragraph before it.
    text = re.sub(rf"(<{_BLOCK}\b[^>]*>)", r"\n\n\1", text, flags=re.IGNORECASE)
    text = re.sub(rf"(</{_BLOCK}\s*>)", r"\1\n\n", text, flags=re.IGNORECASE)
    parts = (part.strip() for part in re.split(r"\n\s*\n", text))
    html = "\n".join(_paragraph(part) for part in parts if part)
    return re.sub(f"{_OPEN}(\\d+){_CLOSE}", lambda match: kept[int(match[1])], html)


def _paragraph(part: str) -> str:
    if part.startswith(_OPEN) or _STARTS_BLOCK.match(part) or _STARTS_BLOCK.search(part[-12:]):
        return part
    lines = re.sub(r"\s*\n\s*", "<br />\n", part)
    return f"<p>{lines}</p>"
