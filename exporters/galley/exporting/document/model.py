"""The value between an article and every document that is made of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from galley.findings import Finding
from galley.html.context import ArticleContext, PersonContext

Node = dict[str, Any]
"""A block or inline of pandoc's JSON: its type in ``t``, its content in ``c``."""

Part = Any
"""Whatever stands inside a `Node`: text, numbers, other nodes, lists of all these."""

API_VERSION = (1, 23, 1)
"""The version of pandoc's types that these documents are written in."""


@dataclass(frozen=True)
class Document:
    """One article, in one language and edition, as a pandoc document.

    Its blocks stand in `Div` elements whose classes say what they are:

    ================= ======================================================================
    ``withdrawn``     that the article was withdrawn, and why
    ``overdue``       that its review is due
    ``key-points``    a heading and a list
    ``cell``          what one cell of the notebook shows; its attribute ``cell`` has the id
    ``callout``       and ``callout--help`` …; ``callout-label`` first inside
    ``figure-block``  a `Figure`, then ``evidence``, then ``figure-details``: the long
                      ``description``, the data, what drew it
    ``table-block``   a table with ``table-caption`` before it
    ``equation``      a paragraph with the formula, and ``equation-number``
    ``references``    a heading, then one ``reference`` for each work, reached at ``ref-KEY``
    ``glossary``      a heading and a definition list of the words that were explained
    ``people``        who wrote it, who reviewed it
    ``about``         interests, funding, licence and what else makes it accountable
    ================= ======================================================================

    Attributes
    ----------
    article
        What the page says of the article: people, days, editions.
    address
        Where its page is; empty where nobody knows.
    site
        The name of the site.
    files
        Path that the blocks name → content: pictures.
    image, image_alt
        Path and words of the picture that the front matter names for the article; empty for none.
    png
        Path of a drawing → path of the same as PNG, where a writer cannot use SVG.
    """

    lang: str
    title: str
    article: ArticleContext
    blocks: tuple[Node, ...] = field(repr=False)
    slug: str = ""
    edition: str = ""
    address: str = ""
    site: str = ""
    image: str = ""
    image_alt: str = ""
    files: Mapping[str, bytes] = field(default_factory=dict, repr=False)
    png: Mapping[str, str] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()

    @property
    def days(self) -> tuple[tuple[str, str], ...]:
        """ISO days of publication, update and review, by their names in front matter."""
        article = self.article
        named = {
            "date": article.published,
            "updated": article.updated,
            "reviewed": article.reviewed,
        }
        return tuple((name, day.iso) for name, day in named.items() if day)

    @property
    def newest_day(self) -> str:
        """The day that stands for the moment at which the text came to be; empty for none."""
        days = dict(self.days)
        return days.get("updated") or days.get("date") or ""

    def as_pandoc(self, blocks: Sequence[Node] | None = None) -> dict[str, Any]:
        """Return pandoc's JSON; `blocks` stand in place of the document's own."""
        return {
            "pandoc-api-version": list(API_VERSION),
            "meta": dict(self._meta()),
            "blocks": list(self.blocks if blocks is None else blocks),
        }

    def _meta(self) -> Iterator[tuple[str, Node]]:
        """Yield what is said of the document as a whole, under the names pandoc's writers know."""
        texts = {
            "title": self.title,
            "lang": self.lang,
            "date": self.newest_day,
            "description": self.article.description,
            "subject": self.article.category.text if self.article.category else "",
            "rights": self.article.trust.licence.text if self.article.trust.licence else "",
            "publisher": self.site,
        }
        yield from ((name, _string(text)) for name, text in texts.items() if text)
        if self.article.authors:
            yield "author", _strings(person_name(person) for person in self.article.authors)
        if self.article.tags:
            yield "keywords", _strings(tag.text for tag in self.article.tags)


def person_name(person: PersonContext) -> str:
    """Return a person's name as it stands on a title page."""
    return ", ".join(filter(None, (person.name, person.credentials)))


def _string(text: str) -> Node:
    return {"t": "MetaString", "c": text}


def _strings(texts: Iterator[str]) -> Node:
    return {"t": "MetaList", "c": [_string(text) for text in texts]}


def classes_of(node: Node) -> Sequence[str]:
    """Return the classes of a `Div` or `Span`; none for what has none."""
    return node["c"][0][1] if node["t"] in {"Div", "Span"} else ()
