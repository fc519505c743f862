"""A work in the list of references as readers find it: its words, what became of it, the way."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from html import escape

from galley.article.bibliography import Bibliography
from galley.article.bibliography_notice import Notice
from galley.html import pandoc_types
from galley.html.context import Reference
from galley.html.markup import finished
from galley.html.words import Words


@dataclass(frozen=True)
class Style:
    """How works are cited and where they are listed.

    Attributes
    ----------
    notices
        Key → that the work was retracted, corrected or doubted.
    pmids
        Key → the number of the work in PubMed.
    languages
        Key → the language of the work, where the bibliography names it.
    """

    bibliography: str = ""
    citation_style: str = "author-year"
    notices: Mapping[str, Notice] = field(default_factory=dict)
    pmids: Mapping[str, str] = field(default_factory=dict)
    languages: Mapping[str, str] = field(default_factory=dict)


def style_of(bibliography: Bibliography, citation_style: str) -> Style:
    """Return how the works of a bibliography are cited."""
    entries = bibliography.entries.items()
    return Style(
        bibliography.text,
        citation_style,
        bibliography.notices,
        pmids={key: entry.pmid for key, entry in entries if entry.pmid},
        languages={key: entry.language for key, entry in entries if entry.language},
    )


def listed(reference: pandoc_types.Reference, style: Style, words: Words, lang: str) -> Reference:
    """Return a reference for a page in language `lang`."""
    html = _spoken(reference, style.languages.get(reference.key, ""), lang)
    html = _marked(html, style.notices.get(reference.key), words)
    html = _with_pubmed(html, style.pmids.get(reference.key, ""))
    return Reference(reference.key, finished(html), reference.number)


def _spoken(reference: pandoc_types.Reference, own: str, lang: str) -> str:
    """Return a reference that says its language where the page has another (WCAG 3.1.2)."""
    is_same = not own or own.partition("-")[0] == lang.lower().partition("-")[0]
    return reference.html if is_same else f'<span lang="{own}">{reference.html}</span>'


def _marked(html: str, notice: Notice | None, words: Words) -> str:
    """Return a reference with the word that tells a reader what became of the work."""
    if notice is None:
        return html
    word = escape(words.notice_on_work(notice.kind))
    return f'<strong class="references__notice">{word}</strong> {html}'


def _with_pubmed(html: str, pmid: str) -> str:
    address = f"https://pubmed.ncbi.nlm.nih.gov/{pmid}/"
    if not pmid.isdecimal() or address.rstrip("/") in html:
        return html
    return f'{html} <a href="{address}">PubMed {pmid}</a>'
