"""Citations, reference lists and formulas through pandoc: its citeproc and its TeX reader.

pandoc never sees our Markdown. It gets the citations and formulas of one article as data and
gives back HTML for each.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape, unescape
from typing import Any
from urllib.parse import quote

import nh3

from galley.article.markdown.class_names import free_classes
from galley.article.model import Citation, CitationCluster
from galley.html.bib_entries import select_csl_json, select_entries
from galley.html.mathml import set_formula
from galley.html.maths import clean_mathml, is_settable, normalise_tex
from galley.html.pandoc_types import (
    ExportedWorks,
    PandocRequest,
    PandocResult,
    Reference,
)
from galley.html.running_pandoc import RunningPandoc, own_style, style_address

__all__ = ["STYLES", "Pandoc", "PandocRequest", "PandocResult", "Reference", "convert"]

STYLES = ("author-year", "numeric")
"""The styles Galley brings; any other is given as the text of a CSL file."""

# pandoc reads locators in the words of the article's language only.
_LOCATORS: Mapping[str, tuple[tuple[str, str], ...]] = {
    "id": ((r"^pp?\.", "hlm."), (r"^ch(?:ap)?s?\.", "bab"), (r"^fig\.", "gbr.")),
    "en": ((r"^(?:hlm|hal)\.", "p."), (r"^bab\b", "chap.")),
}
_JOINING = {"en": ("and", "et al."), "id": ("dan", "dkk.")}
_CITATION = re.compile(r'^<span class="citation"[^>]*>(?P<html>.*)</span>$', re.DOTALL)
_NOT_IN_ADDRESSES = re.compile(r"[\s\"<>\\^`{|}]")
_UNKNOWN = re.compile(
    r'<a href="#ref-[^"]*"(?: role="doc-biblioref")?><strong>(?P<key>[^<]*)\?</strong></a>'
    r"|<strong>(?P<bare>[^<]*)\?</strong>"
)
_NUMBER = re.compile(r'<div class="csl-left-margin">(?P<number>.*?)</div>', re.DOTALL)
_WRAPPERS = re.compile(r"</?(?:p|div)(?: [^>]*)?>")
_SPANS = re.compile(r"</?span[^>]*>")
_HREF = re.compile(r'<a href="([^"]+)"')


class Pandoc(RunningPandoc):
    """A pandoc that is started when it is first asked and serves many articles.

    Safe to share between threads. A process that dies is started again once per request.

    ::

        with Pandoc() as pandoc:
            result = pandoc.convert(PandocRequest(formulas=(("x^2", False),)))
    """

    def convert(self, request: PandocRequest) -> PandocResult:
        """Return the HTML of an article's citations, references and formulas: `convert`."""
        return convert(self, request)


def convert(pandoc: RunningPandoc, request: PandocRequest) -> PandocResult:
    """Return the HTML of an article's citations, references and formulas.

    Raises
    ------
    EnvironmentFault
        If pandoc is missing, too old, or dies twice over the same article.
    """
    if not (request.clusters or request.formulas or request.own):
        return PandocResult((), (), ())
    return _result(request, pandoc.ask(json.dumps(_question(request))))


def _question(request: PandocRequest) -> dict[str, Any]:
    keys = {citation.key for cluster in request.clusters for citation in cluster.citations}
    csl_json = select_csl_json(request.bibliography, keys)
    entries = () if csl_json else select_entries(request.bibliography, keys)
    return {
        "lang": request.lang or "en",
        "csl": _style(request.style),
        # Empty text rather than null, which Lua would take for something.
        "csljson": csl_json or "",
        "own": request.own,
        "entries": [{"key": e.key, "text": e.text} if e.key else {"text": e.text} for e in entries],
        "clusters": [_cluster(cluster, request.lang) for cluster in request.clusters],
        "formulas": [
            {"tex": normalise_tex(tex, request.numbers), "display": is_display}
            for tex, is_display in request.formulas
            if is_settable(tex)
        ],
    }


def _cluster(cluster: CitationCluster, lang: str) -> list[dict[str, str]]:
    return [_citation(citation, lang) for citation in cluster.citations]


def _citation(citation: Citation, lang: str) -> dict[str, str]:
    return {
        "key": citation.key,
        "mode": citation.mode,
        "prefix": citation.prefix,
        "suffix": _locator(citation.suffix, lang),
    }


def _locator(suffix: str, lang: str) -> str:
    """Spell a locator in the article's language, whichever the author used."""
    for pattern, word in _LOCATORS.get(lang.lower().partition("-")[0], ()):
        suffix = re.sub(pattern, word, suffix)
    return suffix


def _style(style: str) -> str:
    """Return the style as an address that holds the style itself: pandoc reads those too."""
    is_own = not style.lstrip().startswith("<")
    return style_address(own_style(style if style in STYLES else STYLES[0]) if is_own else style)


def _result(request: PandocRequest, answer: Mapping[str, Any]) -> PandocResult:
    return PandocResult(
        clusters=_with_names(request, answer),
        references=tuple(_reference(item) for item in _list(answer, "references")),
        formulas=tuple(_formulas(request, answer)),
        unreadable=tuple(_list(answer, "unreadable")),
        works=_works(answer.get("works") or {}),
        own=_works(answer.get("own") or {}),
    )


def _works(answer: Mapping[str, str]) -> ExportedWorks:
    return ExportedWorks(answer.get("csljson", ""), answer.get("biblatex", ""))


def _formulas(request: PandocRequest, answer: Mapping[str, Any]) -> Iterator[str | None]:
    """Yield the MathML of each formula; None for one that pandoc was not asked or could not read.

    One whose elements lie too deep in each other for Python counts as unread too.
    """
    answers = iter(_list(answer, "formulas"))
    for tex, _ in request.formulas:
        try:
            yield _formula(next(answers)) if is_settable(tex) else None
        except RecursionError:
            yield None


def _formula(mathml: str) -> str | None:
    return set_formula(clean_mathml(mathml)) if mathml else None


def _list(answer: Mapping[str, Any], name: str) -> Iterable[Any]:
    """Return a list of the answer; Lua writes an empty one as an object."""
    return answer.get(name) or ()


def _with_names(request: PandocRequest, answer: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the clusters; in the numbered style a narrative one begins with the names."""
    htmls = [_clean_cluster(html) for html in _list(answer, "clusters")]
    if request.style != "numeric":
        return tuple(htmls)
    names: Mapping[str, list[str]] = answer.get("names") or {}
    return tuple(
        f"{_names(names.get(cluster.citations[0].key) or (), request.lang)}{html}"
        if cluster.citations[0].mode == "narrative"
        else html
        for cluster, html in zip(request.clusters, htmls, strict=True)
    )


def _names(families: Sequence[str], lang: str) -> str:
    """Return ``Smith``, ``Smith and Lee`` or ``Smith et al.``, and a space."""
    both, more = _JOINING.get(lang.lower().partition("-")[0], _JOINING["en"])
    match len(families):
        case 0:
            return ""
        case 1:
            text = families[0]
        case 2:
            text = f"{families[0]} {both} {families[1]}"
        case _:
            text = f"{families[0]} {more}"
    return f"{escape(text, quote=False)} "


def _clean_cluster(html: str) -> str:
    match = _CITATION.match(html.strip())
    return _UNKNOWN.sub(_unknown, _safe(match["html"] if match else html))


def _safe(html: str) -> str:
    """Keep what a style prints; a bibliography from elsewhere may hold any address."""
    return nh3.clean(
        html,
        tags={"a", "b", "code", "em", "i", "span", "strong", "sub", "sup"},
        attributes={"a": {"href", "role"}, "span": {"class"}},
        attribute_filter=_printed_attribute,
        url_schemes={"http", "https", "mailto"},
        link_rel=None,
    )


def _printed_attribute(_tag: str, name: str, value: str) -> str | None:
    """Return an attribute as a page may have it: older DOIs hold signs that no address may."""
    if name == "href":
        return _NOT_IN_ADDRESSES.sub(lambda sign: quote(sign[0]), value)
    return " ".join(free_classes(value.split())) or None if name == "class" else value


def _unknown(match: re.Match[str]) -> str:
    return f'<span class="citation__unknown">{match["key"] or match["bare"]}?</span>'


def _reference(item: Mapping[str, str]) -> Reference:
    html = item["html"]
    number = _NUMBER.search(html)
    html = _safe(_SPANS.sub("", _WRAPPERS.sub("", _NUMBER.sub("", html))).strip())
    links = _HREF.findall(html)
    return Reference(
        key=item["key"],
        html=html,
        url=unescape(links[-1]) if links else "",
        number=number["number"].strip(" .") if number else "",
    )
