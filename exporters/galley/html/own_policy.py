"""What the page's policy must allow so that an author's own HTML works, and nothing besides it.

Scripts and event handlers enter the policy by the digest of their very text: what gets into the
page in any other way still does not run, and nothing comes from another host.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from html import unescape
from html.parser import HTMLParser

_MEDIA = frozenset({"audio", "video"})
# Vega, plotly's maps and others make functions of text.
_EVALUATES = re.compile(r"\b(?:eval|Function)\s*\(")


@dataclass(frozen=True)
class OwnPolicy:
    """What an article's own HTML needs.

    Attributes
    ----------
    scripts
        Sources for ``script-src``.
    is_active
        Whether there are scripts, event handlers or styles.
    """

    scripts: tuple[str, ...] = ()
    is_active: bool = False
    has_media: bool = False


NOTHING_OF_ONES_OWN = OwnPolicy()
"""The policy of every page whose article is not trusted, or holds no such HTML."""


def own_policy(parts: Iterable[str]) -> OwnPolicy:
    """Return what the parts of a page need, as they will be printed."""
    found = _Found()
    for part in parts:
        found.read(part)
    digests = tuple(f"'sha256-{_digest(text)}'" for text in dict.fromkeys(found.scripts))
    handlers = tuple(f"'sha256-{_digest(text)}'" for text in dict.fromkeys(found.handlers))
    needs = (
        *(("'unsafe-hashes'",) if handlers else ()),
        *(("'unsafe-eval'",) if any(map(_EVALUATES.search, found.scripts)) else ()),
    )
    return OwnPolicy(
        scripts=tuple(dict.fromkeys((*digests, *handlers, *needs))),
        is_active=bool(digests or handlers or found.has_styles),
        has_media=found.has_media,
    )


@dataclass
class _Found:
    scripts: list[str] = field(default_factory=list)
    handlers: list[str] = field(default_factory=list)
    has_styles: bool = False
    has_media: bool = False

    def read(self, html: str) -> None:
        """Take note of what an HTML text holds, and of what its frames hold."""
        if "<" in html:
            reader = _Reader(self)
            reader.feed(html)
            reader.close()


class _Reader(HTMLParser):
    def __init__(self, found: _Found) -> None:
        super().__init__()
        self._found = found
        self._in_script = False
        self._drawings = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._in_script = tag == "script"
        self._drawings += tag == "svg"
        found = self._found
        found.has_media |= tag in _MEDIA
        found.has_styles |= tag == "style"
        for name, value in attrs:
            found.has_styles |= name == "style"
            if name.startswith("on") and value:
                found.handlers.append(value)
            if name == "srcdoc" and value:
                found.read(value)

    def handle_data(self, data: str) -> None:
        if self._in_script:
            # Inside a drawing, browsers read references in a script as in any other text.
            self._found.scripts.append(unescape(data) if self._drawings else data)

    def handle_endtag(self, tag: str) -> None:
        self._in_script = False
        self._drawings -= tag == "svg"


def _digest(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
