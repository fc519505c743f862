"""How others are asked to cite an article: in words, for reference managers, for search engines."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping

from markupsafe import Markup

from galley.article.model import Article
from galley.html.context import MetaTag, PersonContext
from galley.html.surroundings import Surroundings
from galley.html.words import Words

_TITLES = re.compile(r"^(?:(?:prof|dr|drg)\b\.?\s+)+", re.IGNORECASE)


def is_citable(article: Article, surroundings: Surroundings) -> bool:
    """Tell whether an article has all that a citation needs, and stands."""
    front, standing = article.front_matter, surroundings.standing
    is_withdrawn = standing is not None and standing.withdrawn is not None
    is_article = front.kind == "article" and front.date is not None and not is_withdrawn
    return bool(is_article and surroundings.address and surroundings.authors)


def own_work(article: Article, surroundings: Surroundings) -> str:
    """Return the article as CSL JSON."""
    front = article.front_matter
    day = front.updated or front.date
    if day is None:
        return ""
    work = {
        "id": f"{article.slug.rpartition('/')[2]}-{day.year}",
        "type": "webpage",
        "title": article.title,
        "author": [csl_name(person) for person in surroundings.authors],
        "container-title": surroundings.site_title,
        "publisher": surroundings.site_title,
        "issued": {"date-parts": [[day.year, day.month, day.day]]},
        "URL": surroundings.address,
        "language": article.lang,
    }
    return json.dumps([{name: value for name, value in work.items() if value}])


def own_words(article: Article, surroundings: Surroundings, words: Words, style: str) -> Markup:
    """Return the citation in a sentence, its author and year as the article's own style has them.

    The days are given whole: an article on the web changes within a year.
    """
    front = article.front_matter
    if front.date is None:
        return Markup("")
    day = front.updated or front.date
    people = [listed_name(person) for person in surroundings.authors]
    year = f" ({day.year})." if style != "numeric" else "."
    days = f"{words.published} {words.day(front.date)}"
    if front.updated:
        days += f", {words.updated.lower()} {words.day(front.updated)}"
    names = f"{_joined(people)}{year}".replace("..", ".")
    title = article.title if article.title[-1:] in "?!." else f"{article.title}."
    site = f" {surroundings.site_title}." if surroundings.site_title else ""
    return Markup('{} <em>{}</em>{} {}. <a href="{}">{}</a>').format(
        names, title, site, days, surroundings.address, surroundings.address
    )


def own_tags(article: Article, surroundings: Surroundings) -> Iterator[MetaTag]:
    """Yield what Zotero and Google Scholar read in the head of a page."""
    front = article.front_matter
    yield MetaTag("citation_title", article.title)
    for person in surroundings.authors:
        yield from _author_tags(person)
    if front.date:
        yield MetaTag("citation_publication_date", f"{front.date:%Y/%m/%d}")
    if front.updated:
        yield MetaTag("citation_online_date", f"{front.updated:%Y/%m/%d}")
    if surroundings.site_title:
        yield MetaTag("citation_publisher", surroundings.site_title)
    yield from (MetaTag("citation_keywords", tag) for tag in front.tags)
    yield MetaTag("citation_language", article.lang)
    yield MetaTag("citation_public_url", surroundings.address)
    yield MetaTag("citation_fulltext_html_url", surroundings.address)
    # Without it Zotero would take the page for an article in a journal.
    yield MetaTag("z:itemType", "webpage")


def _author_tags(person: PersonContext) -> Iterator[MetaTag]:
    """Yield an author; what follows a name belongs to it, by the order alone."""
    yield MetaTag("citation_author", _indexed(person))
    if person.affiliation:
        yield MetaTag("citation_author_institution", person.affiliation)
    if person.orcid:
        yield MetaTag("citation_author_orcid", f"https://orcid.org/{person.orcid}")


def csl_name(person: PersonContext) -> Mapping[str, str]:
    """Return a name for reference managers; one that may be an organisation's stays whole."""
    name = _TITLES.sub("", person.name)
    words = name.split()
    is_person = person.credentials or person.orcid or person.registration
    if not is_person or len(words) == 1:
        return {"literal": name}
    # ``van den Berg``: the family name begins with its particle.
    start = next((i for i, word in enumerate(words) if i and word.islower()), len(words) - 1)
    return {"family": " ".join(words[start:]), "given": " ".join(words[:start])}


def listed_name(person: PersonContext) -> str:
    """Return ``Berg, M. L.`` as the list of references has it."""
    name = csl_name(person)
    if "literal" in name:
        return name["literal"]
    initials = " ".join(f"{word[0].upper()}." for word in name["given"].split())
    return f"{name['family']}, {initials}"


def _indexed(person: PersonContext) -> str:
    name = csl_name(person)
    return name.get("literal") or f"{name['family']}, {name['given']}"


def _joined(people: Iterable[str]) -> str:
    *others, last = people
    return f"{', '.join(others)}, & {last}" if others else last
