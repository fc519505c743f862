"""Words of an article that a reader may ask about open what they mean, in place.

Like a citation (`galley.html.previews`), such a word is a link to the glossary where a browser has
no popovers. A term is marked where an article first uses it, an abbreviation wherever its author
explains it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from html import escape, unescape

from markupsafe import Markup

from galley.html.markup import finished
from galley.html.meanings import Meaning
from galley.slugs import safe_name

# What has a job of its own, or is no running text.
_QUIET = (
    "a button caption code dfn figcaption h1 h2 h3 h4 h5 h6 kbd label math pre samp summary svg"
)
_QUIET_TAGS = frozenset(f"{_QUIET} th var".split())
_QUIET_CLASSES = frozenset({"callout__label", "citation", "equation"})
_PIECE = re.compile(
    r"""(?P<abbr><abbr\b[^>]*\btitle="(?P<title>[^"]+)"[^>]*>(?P<short>[^<]+)</abbr>)"""
    r"""|(?P<tag><(?:"[^"]*"|'[^']*'|[^<>"'])*>)|&\#?\w+;|[^<&]+|."""
)
_TAG = re.compile(r"<(?P<end>/?)(?P<name>[A-Za-z][\w-]*)(?P<rest>[^>]*)", re.DOTALL)
_CLASS = re.compile(r'\bclass="([^"]*)"')


@dataclass(frozen=True)
class Explained:
    """Pieces of an article with their words marked, and the meanings that these open."""

    parts: tuple[Markup, ...]
    used: tuple[Meaning, ...] = ()


def explain(
    parts: Iterable[Markup], meanings: tuple[Meaning, ...], lang: str, glossary_href: str = ""
) -> Explained:
    """Mark words in pieces of prose, in reading order.

    Parameters
    ----------
    parts
        HTML of our own, or cleaned: every element is closed.
    glossary_href
        The way to the glossary; empty for a page without one.
    """
    explaining = _Explaining(meanings, lang, glossary_href)
    marked = tuple(finished(explaining.mark(str(part))) for part in parts)
    return Explained(marked, tuple(explaining.used.values()))


@dataclass
class _Explaining:
    meanings: tuple[Meaning, ...]
    lang: str
    glossary_href: str
    used: dict[str, Meaning] = field(default_factory=dict)

    def mark(self, html: str) -> str:
        return "".join(self._marked(html))

    def _marked(self, html: str) -> Iterator[str]:
        quiet, depth = "", 0
        for piece in _PIECE.finditer(html):
            text = piece[0]
            tag = _TAG.match(text) if piece["tag"] else None
            if quiet:
                if tag and tag["name"] == quiet:
                    depth += -1 if tag["end"] else 1
                quiet = quiet if depth else ""
            elif tag and not tag["end"] and _is_quiet(tag):
                quiet, depth = tag["name"], 1
            elif piece["abbr"]:
                text = self._abbreviation(piece)
            elif not piece["tag"] and not text.startswith("&"):
                text = self._words(text)
            yield text

    def _words(self, text: str) -> str:
        pattern = _pattern(self.meanings, self.lang)
        return pattern.sub(self._word, text) if pattern else text

    def _word(self, match: re.Match[str]) -> str:
        meaning = _forms(self.meanings, self.lang)[_form(match)]
        if meaning.id in self.used:
            return match[0]
        return self._opening(meaning, match[0])

    def _abbreviation(self, piece: re.Match[str]) -> str:
        """Open what an abbreviation stands for: as the glossary says it, else as the author did."""
        short, title = unescape(piece["short"]), unescape(piece["title"])
        named = (
            m for m in self.meanings if m.short == short and m.word.casefold() == title.casefold()
        )
        name = safe_name(f"abbr {short} {title}")
        own = Meaning(name, short, definition=title, lang=self.lang, is_listed=False)
        return self._opening(next(named, own), piece["abbr"])

    def _opening(self, meaning: Meaning, shown: str) -> str:
        self.used.setdefault(meaning.id, meaning)
        name = escape(unescape(re.sub(r"<[^>]+>", "", shown)))
        quiet = f'<span aria-hidden="true">{shown}</span>'
        if meaning.is_listed and self.glossary_href:
            href = escape(f"{self.glossary_href}#{meaning.anchor}")
            quiet = f'<a href="{href}" tabindex="-1" aria-hidden="true">{shown}</a>'
        return (
            f'<label class="cite term">{quiet}<button class="cite__open" '
            f'popovertarget="term:{meaning.id}" aria-label="{name}"></button></label>'
        )


def _is_quiet(tag: re.Match[str]) -> bool:
    classes = _CLASS.search(tag["rest"])
    return tag["name"] in _QUIET_TAGS or bool(
        classes and _QUIET_CLASSES.intersection(classes[1].split())
    )


@cache
def _pattern(meanings: tuple[Meaning, ...], lang: str) -> re.Pattern[str] | None:
    """Return what finds the words: whole ones, in any capitals, the longest first."""
    forms = sorted(_forms(meanings, lang), key=lambda form: (-len(form[1]), form))
    words = [_spaced(form) for is_short, form in forms if not is_short]
    shorts = [_spaced(form) for is_short, form in forms if is_short]
    groups = [f"(?P<short>{'|'.join(shorts)})"] if shorts else ["(?P<short>(?!))"]
    if words:
        groups.append(f"(?i:{'|'.join(words)})")
    if not (words or shorts):
        return None
    return re.compile(rf"(?<![\w-])(?:{'|'.join(groups)})(?![\w-])")


@cache
def _forms(meanings: tuple[Meaning, ...], lang: str) -> dict[tuple[bool, str], Meaning]:
    """Return each form that is looked for, and whether it is an abbreviation."""
    forms: dict[tuple[bool, str], Meaning] = {}
    for meaning in meanings:
        if meaning.short:
            forms.setdefault((True, meaning.short), meaning)
        if meaning.definition:
            forms.setdefault((False, meaning.word.lower()), meaning)
    if lang.partition("-")[0] == "en":
        plurals = [(f"{form}s", m) for (is_short, form), m in forms.items() if not is_short]
        for form, meaning in plurals:
            forms.setdefault((False, form), meaning)
    return forms


def _form(match: re.Match[str]) -> tuple[bool, str]:
    if match["short"]:
        return True, match[0]
    return False, " ".join(match[0].lower().split())


def _spaced(form: str) -> str:
    return r"\s+".join(re.escape(part) for part in form.split())
