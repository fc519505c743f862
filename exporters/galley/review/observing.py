"""What a machine can see for the lines of the sheet: facts with their places, no judgement."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from galley.article.front_matter import FrontMatter, Person
from galley.article.markdown import walk
from galley.article.model import Figure, Prose
from galley.checks.rule import Manuscript
from galley.config import SiteConfig
from galley.findings import Place
from galley.review.lexicon import find_sentences, search_topic
from galley.review.quoting import quote
from galley.workspace import ArticleSource

_MOST_QUOTES = 2
_MAIL = re.compile(r"mailto:([^?\s]+)|\b([\w.+-]+@[\w-]+(?:\.[\w-]+)+)")


@dataclass(frozen=True)
class Desk:
    """An article on the editor's desk, and what lies around it.

    Attributes
    ----------
    is_run
        Whether the manuscript holds what the article's code shows.
    translations
        The same article in other languages; empty for a translation.
    original
        The article that this one translates.
    """

    manuscript: Manuscript
    config: SiteConfig
    is_run: bool = True
    translations: tuple[ArticleSource, ...] = ()
    original: ArticleSource | None = None

    @property
    def front_matter(self) -> FrontMatter:
        """What the author says of the article."""
        return self.manuscript.article.front_matter

    @property
    def place(self) -> Place:
        """The article's file."""
        return Place(self.manuscript.article.file)


@dataclass(frozen=True)
class Seen:
    """One thing seen: a key of the table of words with its values, and where it stands."""

    key: str
    values: Mapping[str, object]
    place: Place | None = None


Look = Callable[[Desk], Iterator[Seen]]


def see_authors(desk: Desk) -> Iterator[Seen]:
    """See who wrote the article."""
    yield from _people(desk, desk.front_matter.authors, "authors")


def see_reviewers(desk: Desk) -> Iterator[Seen]:
    """See who is named as reviewer."""
    yield from _people(desk, desk.front_matter.reviewers, "reviewers")


def see_sources(desk: Desk) -> Iterator[Seen]:
    """See how many works are cited, and how old they are."""
    works = desk.manuscript.cited_works
    years = sorted(work.year for work in works if work.year)
    if not works:
        yield Seen("no_sources", {})
    elif not years:
        yield Seen("sources_undated", {"count": len(works)})
    else:
        key = "sources" if len(works) > 1 else "sources_one"
        yield Seen(key, {"count": len(works), "newest": years[-1], "oldest": years[0]})


def see_dois(desk: Desk) -> Iterator[Seen]:
    """See how many works cited have a DOI, and which are marked as retracted or corrected."""
    works = desk.manuscript.cited_works
    if works:
        found = sum(bool(work.doi) for work in works)
        yield Seen("with_doi", {"count": len(works), "found": found})
    for work in works:
        if work.notice:
            place = Place(desk.manuscript.context.bibliography_file, line=work.line)
            yield Seen("marked", {"key": work.key, "notice": work.notice.kind}, place)


def see_dates(desk: Desk) -> Iterator[Seen]:
    """See the dates of publication and of the last change."""
    front = desk.front_matter
    yield Seen("date", {"date": front.date}) if front.date else Seen("no_date", {})
    if front.updated:
        yield Seen("updated", {"date": front.updated})


def see_review_date(desk: Desk) -> Iterator[Seen]:
    """See when the article is due for review."""
    due = desk.front_matter.review_by
    yield Seen("review_by", {"date": due}) if due else Seen("no_review_by", {})


def see_disclosures(desk: Desk) -> Iterator[Seen]:
    """See what is declared of interests and funding."""
    front = desk.front_matter
    text, funding = front.disclosures, front.funding
    yield Seen("disclosures", {"text": text}) if text else Seen("no_disclosures", {})
    yield Seen("funding", {"text": funding}) if funding else Seen("no_funding", {})


def see_description(desk: Desk) -> Iterator[Seen]:
    """See what stands under the title."""
    front = desk.front_matter
    if front.description:
        yield Seen("description", {"quote": quote(front.description)}, desk.place)
    else:
        yield Seen("no_description", {})
    if front.key_points:
        yield Seen("key_points", {"count": len(front.key_points)}, desk.place)


def see_links(desk: Desk) -> Iterator[Seen]:
    """See the links that lead to other sites."""
    found = [
        (address, sentence.place)
        for passage in desk.manuscript.passages
        for sentence in passage.sentences
        for address in sentence.links
        if address.startswith(("http://", "https://"))
    ]
    if not found:
        yield Seen("no_links", {})
        return
    address, place = found[0]
    yield Seen("links", {"count": len(found), "address": address}, place)


def see_topic(topic: str) -> Look:
    """Return what sees the sentences of a topic, the first of them in their own words."""

    def look(desk: Desk) -> Iterator[Seen]:
        found = list(find_sentences(desk.manuscript, topic))
        for sentence, match, _ in found[:_MOST_QUOTES]:
            words = {"quote": quote(sentence.text, match.start())}
            yield Seen(topic, words, sentence.place)
        if len(found) > _MOST_QUOTES:
            yield Seen("more", {"count": len(found) - _MOST_QUOTES, "topic": topic})
        if not found:
            yield Seen(f"no_{topic}", {})

    return look


def see_help(desk: Desk) -> Iterator[Seen]:
    """See what tells when to get help, in the article and in what every page says."""
    yield from see_topic("help")(desk)
    lang = desk.manuscript.lang
    said = desk.config.in_language(lang).disclaimer
    match = search_topic(said, "help", lang)
    if match:
        yield Seen("help_site", {"quote": quote(said, match.start())})


def see_figures(desk: Desk) -> Iterator[Seen]:
    """See which figures there are, by what they rest on."""
    if not desk.is_run:
        yield Seen("figures_unknown", {})
        return
    figures = _figures(desk)
    kinds = Counter(figure.evidence.kind if figure.evidence else "none" for figure in figures)
    if figures:
        yield Seen("figures", {"count": len(figures), "kinds": kinds})
    else:
        yield Seen("no_figures", {})


def see_alternatives(desk: Desk) -> Iterator[Seen]:
    """See how many figures and images have a text in their stead."""
    if not desk.is_run:
        yield Seen("figures_unknown", {})
        return
    texts = [figure.alt for figure in _figures(desk)] + _image_texts(desk)
    if texts:
        found = sum(bool(text.strip()) for text in texts)
        yield Seen("alternatives", {"count": len(texts), "found": found})
    else:
        yield Seen("no_figures", {})


def see_pictures(desk: Desk) -> Iterator[Seen]:
    """See whose pictures are shown, and whether those in them agreed."""
    pictures = [figure for figure in _figures(desk) if figure.origin == "picture"]
    if not pictures:
        yield Seen("no_pictures" if desk.is_run else "figures_unknown", {})
        return
    credit, consent = (
        sum(bool(getattr(picture, name)) for picture in pictures) for name in ("credit", "consent")
    )
    yield Seen("pictures", {"count": len(pictures), "credit": credit, "consent": consent})


def see_translations(desk: Desk) -> Iterator[Seen]:
    """See in which languages the article is there, and which changed last."""
    if desk.original:
        yield _other("original", desk.original)
    for source in desk.translations:
        yield _other("translation", source)
    if not (desk.original or desk.translations):
        yield Seen("no_translation", {})


def see_publisher(desk: Desk) -> Iterator[Seen]:
    """See who publishes."""
    yield Seen("publisher", {"title": desk.config.in_language(desk.manuscript.lang).title})


def see_licence(desk: Desk) -> Iterator[Seen]:
    """See under which licence."""
    text = desk.config.in_language(desk.manuscript.lang).licence
    yield Seen("licence", {"text": text}) if text else Seen("no_licence", {})


def see_mail(desk: Desk) -> Iterator[Seen]:
    """See whether readers find an address to write to."""
    texts = desk.config.in_language(desk.manuscript.lang)
    links = [item.href for item in texts.navigation]
    in_article = (
        part
        for passage in desk.manuscript.passages
        for sentence in passage.sentences
        for part in (*sentence.links, sentence.text)
    )
    for text in (texts.footer, texts.disclaimer, *links, *in_article):
        match = _MAIL.search(text)
        if match:
            yield Seen("mail", {"address": match[1] or match[2]})
            return
    yield Seen("no_mail", {})


def see_outline(desk: Desk) -> Iterator[Seen]:
    """See how long the article is, and into how many parts it is divided."""
    article = desk.manuscript.article
    yield Seen("headings", {"count": len(article.headings), "words": article.word_count})


def last_change(front_matter: FrontMatter) -> date | None:
    """Return the day on which an article was changed last, as far as it says so."""
    days = (front_matter.date, front_matter.updated, *(c.date for c in front_matter.changes))
    return max((day for day in days if day), default=None)


def _people(desk: Desk, people: tuple[Person, ...], key: str) -> Iterator[Seen]:
    lang = desk.manuscript.lang
    for person in people:
        yield Seen(key, {"person": desk.config.in_words_of(person, lang)}, desk.place)
    if not people:
        yield Seen(f"no_{key}", {})


def _other(key: str, source: ArticleSource) -> Seen:
    day = last_change(source.front_matter)
    return Seen(key, {"file": source.file, "lang": source.lang, "date": day})


def _figures(desk: Desk) -> list[Figure]:
    return [block for block in desk.manuscript.article.blocks if isinstance(block, Figure)]


def _image_texts(desk: Desk) -> list[str]:
    return [
        token.content
        for block in desk.manuscript.article.blocks
        if isinstance(block, Prose)
        for token in walk(block.tokens)
        if token.type == "image"
    ]
