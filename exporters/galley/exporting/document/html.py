"""An article as one piece of plain HTML with marks: what pandoc reads a document from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape

from markupsafe import Markup

from galley.article.model import (
    Article,
    Block,
    CellError,
    Code,
    Figure,
    Output,
    Prose,
    Stream,
)
from galley.exporting.document.pictures import DocumentPictures
from galley.exporting.document.rules import DOCUMENT_RULES, code_block, numbered
from galley.html.blocks import BlockRenderer
from galley.html.context import (
    ArticleContext,
    CellValue,
    FigureContext,
    PersonContext,
    TableContext,
)
from galley.html.evidence_line import evidence_line
from galley.html.figures import FigureRenderer
from galley.html.prose import render_tokens
from galley.html.prose_context import ProseContext
from galley.html.render import key_point_tokens
from galley.html.surroundings import Surroundings

_ANSI = re.compile(r"\x1b\[[0-?]*[ -/]*[@-~]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)?|\x1b")


@dataclass(frozen=True)
class DocumentHtml:
    """Writes the parts of one article."""

    article: Article
    context: ArticleContext
    surroundings: Surroundings
    prose: ProseContext
    pictures: DocumentPictures

    def parts(self) -> Iterator[str]:
        """Yield the parts in reading order; each is one ``<div>``."""
        words = self.prose.words
        if self.context.withdrawn:
            yield from self._withdrawn()
        if self.context.overdue:
            text = words.overdue_text.format(day=self.context.overdue.text)
            yield _div("overdue", f"<p>{escape(text)}</p>")
        if self.context.key_points:
            yield _div("key-points", _heading(words.key_points) + self._key_points())
        yield from self._cells()
        yield from self._references()
        yield from self._glossary()
        yield from self._people()
        if self.context.kind == "article":
            yield _div("about", _heading(words.about_article) + "".join(self._about()))

    def notes(self) -> str:
        """Return the footnotes as a list, in the order of their numbers."""
        return render_tokens(self.article.footnotes, self.prose, DOCUMENT_RULES)

    # -- head ---------------------------------------------------------------------

    def _withdrawn(self) -> Iterator[str]:
        words, withdrawn = self.prose.words, self.context.withdrawn
        if withdrawn is not None:
            said = f"{words.withdrawn_on} {withdrawn.day.text}. {withdrawn.note}"
            label = f'<div class="callout-label"><p>{escape(words.withdrawn)}</p></div>'
            text = f"<p>{escape(said)}</p><p>{escape(words.withdrawn_advice)}</p>"
            yield _div("withdrawn", label + text)

    def _key_points(self) -> str:
        points = key_point_tokens(self.article)
        return _listed(render_tokens(tokens, self.prose, DOCUMENT_RULES) for tokens in points)

    # -- body ---------------------------------------------------------------------

    def _cells(self) -> Iterator[str]:
        for block in self.article.blocks:
            html = self._block(block)
            if html:
                yield f'<div class="cell" data-cell="{escape(block.cell_id)}">{html}</div>'

    def _block(self, block: Block) -> str:
        match block:
            case Prose():
                return render_tokens(block.tokens, self.prose, DOCUMENT_RULES)
            case Code():
                return code_block(block.source, block.language)
            case Figure():
                return self._figure(block)
            case Output():
                return self._output(block)
            case Stream():
                return code_block(_ANSI.sub("", block.text))
            case CellError():
                text = block.traceback or f"{block.name}: {block.message}"
                return code_block(_ANSI.sub("", text))

    def _output(self, block: Output) -> str:
        html = str(BlockRenderer(self.article, self.surroundings, self.prose).render(block).html)
        caption = render_tokens(block.caption, self.prose, DOCUMENT_RULES)
        number = numbered(self.prose.words.table, block.number)
        if not (number or caption):
            return html
        anchor = f' id="{escape(block.anchor)}"' if block.anchor else ""
        named = f'<div class="table-caption">{number}{caption}</div>'
        return f'<div class="table-block"{anchor}>{named}{html}</div>'

    def _figure(self, block: Figure) -> str:
        figure = FigureRenderer(self.article, self.surroundings, self.prose).render(block)
        source = self.pictures.drawing(block) or (figure.image.src if figure.image else "")
        caption = render_tokens(block.caption, self.prose, DOCUMENT_RULES)
        number = numbered(self.prose.words.figure, figure.number)
        image = f'<img src="{escape(source)}" alt="{escape(figure.alt)}">' if source else ""
        return (
            f'<figure id="{escape(figure.anchor)}">'
            f"<figcaption>{number}{caption}</figcaption><p>{image}</p>"
            f"{''.join(self._below(figure))}</figure>"
        )

    def _below(self, figure: FigureContext) -> Iterator[str]:
        words = self.prose.words
        line = evidence_line(figure.evidence, words) if figure.evidence else Markup("")
        if figure.shown_state:
            said = words.figure_states.format(
                count=len(figure.states), state=figure.shown_state.label
            )
            line = Markup("{} {}").format(line, said) if line else Markup(escape(said))  # noqa: S704 - escaped
        if line:
            yield _div("evidence", f"<p>{line}</p>")
        details = "".join(self._details(figure))
        if details:
            yield _div("figure-details", details)

    def _details(self, figure: FigureContext) -> Iterator[str]:
        if figure.description:
            yield _div("description", f"<p>{escape(figure.description)}</p>")
        if figure.table:
            yield self._data(figure.table)
        if figure.made_by_html:
            yield f"<p>{figure.made_by_html}</p>"

    def _data(self, table: TableContext) -> str:
        head = "".join(f"<th>{escape(column)}</th>" for column in table.columns)
        rows = (
            "".join(
                f'<td class="{"number" if table.is_of_numbers(place) else ""}">'
                f"{self._value(value)}</td>"
                for place, value in enumerate(row)
            )
            for row in table.rows
        )
        body = "".join(f"<tr>{row}</tr>" for row in rows)
        return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"

    def _value(self, value: CellValue) -> str:
        if value is None:
            return ""
        if isinstance(value, Markup):
            return str(value)
        return escape(value if isinstance(value, str) else self.prose.words.number(value))

    # -- end ----------------------------------------------------------------------

    def _references(self) -> Iterator[str]:
        if not self.context.references:
            return
        entries = "".join(
            f'<div class="reference" id="ref-{escape(entry.key)}"><p>'
            f"{f'<span class=number>{escape(entry.number)}.</span> ' if entry.number else ''}"
            f"{entry.html}</p></div>"
            for entry in self.context.references
        )
        yield _div("references", _heading(self.prose.words.references) + entries)

    def _glossary(self) -> Iterator[str]:
        explained = [meaning for meaning in self.context.meanings if meaning.definition]
        if not explained:
            return
        entries = "".join(
            f"<dt>{escape(meaning.short if not meaning.is_listed else meaning.word)}</dt>"
            f"<dd>{meaning.html}</dd>"
            for meaning in explained
        )
        yield _div("glossary", f"{_heading(self.prose.words.glossary)}<dl>{entries}</dl>")

    def _people(self) -> Iterator[str]:
        words, context = self.prose.words, self.context
        authors, reviewers = context.authors, context.reviewers
        title = words.about_author if len(authors) == 1 else words.about_authors
        parts = [
            _heading(name) + "".join(map(self._person, people))
            for name, people in ((title, authors), (words.reviewed_by, reviewers))
            if people
        ]
        if parts:
            yield _div("people", "".join(parts))

    def _person(self, person: PersonContext) -> str:
        words = self.prose.words
        credentials = f", {escape(person.credentials)}" if person.credentials else ""
        lines = [
            f"<strong>{escape(person.name)}</strong>{credentials}",
            escape(person.affiliation),
            escape(person.bio),
            f"{escape(words.registration)}: {escape(person.registration)}"
            if person.registration
            else "",
            f"{escape(words.orcid)}: {_link('https://orcid.org/' + person.orcid)}"
            if person.orcid
            else "",
            _link(person.url) if person.url else "",
        ]
        return _div("person", f"<p>{'<br>'.join(filter(None, lines))}</p>")

    def _about(self) -> Iterator[str]:
        yield f"<p>{self.context.disclaimer_html or escape(self.prose.words.disclaimer)}</p>"
        facts = "".join(f"<dt>{escape(term)}</dt><dd>{html}</dd>" for term, html in self._facts())
        if facts:
            yield f"<dl>{facts}</dl>"

    def _facts(self) -> Iterator[tuple[str, str]]:
        words, context, trust = self.prose.words, self.context, self.context.trust
        days = ", ".join(self._days())
        if days:
            yield words.dates, escape(days)
        if context.changes:
            yield (
                words.changes,
                _listed(f"{escape(c.day.text)}: {escape(c.note)}" for c in context.changes),
            )
        if context.disclosures:
            is_none = context.disclosures == "none"
            yield (
                words.disclosures,
                escape(words.disclosures_none if is_none else context.disclosures),
            )
        if context.funding:
            yield words.funding, _or_none(context.funding, words.funding_none)
        if trust.licence:
            yield words.licence, _link(trust.licence.href, trust.licence.text)
        if trust.corrections:
            tell = _link(trust.corrections.href, trust.corrections.text)
            yield words.mistake, f"{escape(words.mistake_tell)} {tell}"
        if context.own_citation:
            yield words.cite_article, str(context.own_citation.html)

    def _days(self) -> Iterator[str]:
        words, context = self.prose.words, self.context
        due = words.review_was_due if context.overdue else words.review_by
        named = (
            (words.published, context.published),
            (words.updated, context.updated),
            (words.reviewed, context.reviewed),
            (due, context.review_by),
        )
        return (f"{label} {day.text}" for label, day in named if day)


def _or_none(text: str, none: str) -> str:
    return escape(none if text == "none" else text)


def _div(name: str, html: str) -> str:
    return f'<div class="{name}">{html}</div>'


def _heading(text: str) -> str:
    return f"<h2>{escape(text)}</h2>"


def _listed(items: Iterable[str]) -> str:
    return f"<ul>{''.join(f'<li>{item}</li>' for item in items)}</ul>"


def _link(href: str, text: str = "") -> str:
    shown = escape(text or href.removeprefix("https://").removeprefix("http://").rstrip("/"))
    return f'<a href="{escape(href)}">{shown}</a>' if href else shown
