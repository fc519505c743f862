"""What the words of a site mean: terms of its glossary, and abbreviations."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from html import escape

from markupsafe import Markup

from galley.article.markdown import parse_inline
from galley.findings import Place
from galley.glossary import GLOSSARY_FILE, Glossary
from galley.html.markup import finished
from galley.html.prose_context import ProseContext
from galley.html.words import words_for
from galley.slugs import safe_name

_MARKDOWN = re.compile(r"[*_`\[\]$\\{}<>&~^!]")


@dataclass(frozen=True)
class Meaning:
    """A word with what it means.

    Attributes
    ----------
    id
        Part of an address.
    short
        Its abbreviation, if it has one.
    definition
        Inline Markdown; may be empty for a word with an abbreviation.
    is_listed
        Whether the glossary has it.
    lang
        The language of all this.
    """

    id: str
    word: str
    short: str = ""
    definition: str = ""
    lang: str = "en"
    is_listed: bool = True

    @property
    def anchor(self) -> str:
        """The id of its place in the glossary."""
        return f"term-{self.id}"

    @property
    def html(self) -> Markup:
        """The definition."""
        return _definition(self.definition, self.lang)


def meanings_of(glossary: Glossary, lang: str) -> tuple[Meaning, ...]:
    """Return the words of a language that have a meaning or an abbreviation."""
    found: dict[str, Meaning] = {}
    for term in glossary.entries:
        word, short, definition = term.word(lang), term.short(lang), term.definition(lang)
        if word and (short or definition):
            name = safe_name(term.id)
            number = sum(known.partition("--")[0] == name for known in found)
            own = f"{name}--{number + 1}" if number else name
            found[own] = Meaning(own, word, short, definition, lang)
    return tuple(found.values())


@cache
def _definition(text: str, lang: str) -> Markup:
    if not _MARKDOWN.search(text):
        return finished(escape(text, quote=False))
    # Late, since what renders prose knows the values of pages, and those know meanings.
    from galley.html.prose import render_inline

    tokens = parse_inline(text, Place(GLOSSARY_FILE), lang=lang, prefix="glossary")
    return finished(render_inline(tokens, ProseContext(words=words_for(lang))))
