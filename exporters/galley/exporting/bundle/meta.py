"""What a host is told of an article: ``meta.json``, which `meta.schema.json` describes."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from mimetypes import guess_type
from typing import Any

from markupsafe import Markup

from galley.article.model import Figure
from galley.exporting.bundle.addresses import FOLDER, BundleAddresses
from galley.exporting.bundle.body import moved_level
from galley.exporting.bundle.pictures import FigurePictures
from galley.exporting.bundle.rendering import RenderedBundle
from galley.exporting.request import ExportRequest, export_name
from galley.html.context import FigureContext, PersonContext
from galley.html.evidence_line import evidence_line
from galley.html.linked_data import ArticleFacts, article_data, cited_works
from galley.html.words import words_for
from galley.site.languages import language_name
from galley.site.model import SiteArticle
from galley.site.redirects import alias_path

SCHEMA = 1
"""Grows where a field goes or changes its meaning; new fields may come at any time."""
NAME = "meta.json"

_TYPES = {".woff2": "font/woff2", ".webp": "image/webp", ".bib": "application/x-bibtex"}
_TYPES |= {".ris": "application/x-research-info-systems", ".csv": "text/csv"}

Record = dict[str, Any]


@dataclass(frozen=True)
class Meta:
    """What the description is made from.

    Attributes
    ----------
    pictures
        A figure's anchor → its pictures.
    """

    request: ExportRequest
    rendered: RenderedBundle
    addresses: BundleAddresses
    pictures: Mapping[str, FigurePictures]

    def render(self, files: Mapping[str, bytes]) -> bytes:
        """Return the description of a bundle; `files` are the others in its folder."""
        record = self._article() | self._places() | self._content()
        record["files"] = [_file(path, data) for path, data in sorted(files.items())]
        return json.dumps(record, ensure_ascii=False, indent=1).encode() + b"\n"

    def _article(self) -> Record:
        """Return what is said of the article, as its front matter and the site have it."""
        front, context = self.request.article.front_matter, self.rendered.context
        withdrawn = front.withdrawn
        return {
            "schema": SCHEMA,
            "title": context.title,
            "description": context.description,
            "slug": self.request.article.slug,
            "lang": self.request.article.lang,
            "edition": self.request.article.edition,
            "kind": context.kind,
            "draft": front.draft,
            "noindex": self.rendered.page.noindex,
            "authors": [_person(person) for person in context.authors],
            "reviewers": [_person(person) for person in context.reviewers],
            "dates": {
                "published": _day(front.date),
                "updated": _day(front.updated),
                "reviewed": _day(front.reviewed),
                "review_by": _day(front.review_by),
            },
            "changes": [{"date": _day(each.date), "note": each.note} for each in front.changes],
            "withdrawn": withdrawn and {"date": _day(withdrawn.date), "reason": withdrawn.reason},
            "category": front.category,
            "tags": list(front.tags),
            "reading_minutes": context.reading_minutes,
            "key_points": [_text(point) for point in context.key_points],
            "licence": str(self.rendered.page.site.licence),
            "disclosures": front.disclosures,
            "funding": front.funding,
        }

    def _places(self) -> Record:
        """Return where the article is, was, and is in other words."""
        request, graph = self.request, self.request.frame.graph
        return {
            "address": request.frame.absolute(request.item.path),
            "path": self.addresses.page(request.item.path),
            "aliases": [
                self.addresses.page(alias_path(alias))
                for alias in request.article.front_matter.aliases
            ],
            "editions": [self._version(page) for page in graph.editions(request.item)],
            "translations": [self._version(page) for page in graph.translations(request.item)],
        }

    def _version(self, page: SiteArticle) -> Record:
        lang, edition = page.article.lang, page.article.edition
        return {
            "lang": lang,
            "language": language_name(lang),
            "edition": edition,
            "name": words_for(lang).edition_name(edition) if edition else "",
            "title": page.article.title,
            "address": self.request.frame.absolute(page.path),
            "path": self.addresses.page(page.path),
            "folder": export_name(page, self.request.workspace.config.language),
            "current": page.path == self.request.item.path,
        }

    def _content(self) -> Record:
        """Return what the article holds."""
        rendered = self.rendered
        facts = ArticleFacts(rendered.article.edition, cited_works(rendered.works))
        data = article_data(rendered.page, rendered.context, facts)
        return {
            "contents": [
                {"level": self._level(entry.level), "text": entry.text, "anchor": entry.anchor}
                for entry in rendered.article.headings
            ],
            "figures": list(self._figures()),
            "references": json.loads(rendered.works) if rendered.works else [],
            "json_ld": {"@context": "https://schema.org", "@graph": data} if data else None,
        }

    def _level(self, own: int) -> int:
        return moved_level(own, self.request.options.heading_level)

    def _figures(self) -> Iterator[Record]:
        blocks = {
            each.anchor: each for each in self.rendered.article.blocks if isinstance(each, Figure)
        }
        for block in self.rendered.context.blocks:
            if block.figure and block.figure.anchor in blocks:
                yield self._figure(block.figure, blocks[block.figure.anchor])

    def _figure(self, figure: FigureContext, block: Figure) -> Record:
        evidence, pictures = block.evidence, self.pictures.get(figure.anchor)
        return {
            "anchor": figure.anchor,
            "number": figure.number,
            "caption": _text(figure.caption_html),
            "alt": figure.alt,
            "description": figure.description,
            "evidence": evidence
            and {
                "kind": evidence.kind,
                "sources": list(evidence.sources),
                "note": evidence.note,
                "line": _text(evidence_line(figure.evidence, self.rendered.page.words))
                if figure.evidence
                else "",
            },
            "picture": pictures
            and {
                "src": self.addresses.led(pictures.src),
                "width": pictures.width,
                "height": pictures.height,
            },
            "downloads": [self.addresses.led(link.href) for link in figure.downloads],
        }


def _person(person: PersonContext) -> Record:
    names = ("name", "credentials", "affiliation", "orcid", "url", "registration", "bio", "seen")
    return {name: getattr(person, name) for name in names}


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _text(html: Markup) -> str:
    return html.striptags()


def _file(path: str, data: bytes) -> Record:
    suffix = path[path.rfind(".") :]
    kind = _TYPES.get(suffix) or guess_type(path)[0] or "application/octet-stream"
    return {
        "path": path,
        "type": kind,
        "bytes": len(data),
        "sha256": hashlib.sha256(data).hexdigest(),
        "role": _role(path),
    }


def _role(path: str) -> str:
    named = {"body.html": "body", "body-pictures.html": "body-pictures", "style.css": "style"}
    return named.get(path) or ("file" if path.startswith(f"{FOLDER}/") else "font")
