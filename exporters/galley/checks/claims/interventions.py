"""Which interventions an article holds out to its reader, and what else it says of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from galley.checks.citations.works import typed_list
from galley.checks.claims.hearing import is_question
from galley.checks.claims.words import Pattern, Words, words_of
from galley.checks.rule import Manuscript
from galley.findings import Place


@dataclass(frozen=True)
class Offer:
    """The first sentence that holds out an intervention, and what the sentence calls it."""

    name: str
    place: Place
    words: Words


def first_offer(manuscript: Manuscript) -> Offer | None:
    """Return the first intervention that an article says helps or may be had.

    A page about the site itself offers nothing.
    """
    words = words_of(manuscript.lang)
    if words is None or manuscript.article.front_matter.kind == "page":
        return None
    return next(_offers(manuscript, words), None)


def says(manuscript: Manuscript, sought: Pattern, *, but_not: tuple[Pattern, ...] = ()) -> bool:
    """Whether an article says a word anywhere, headings and tables included."""
    front = manuscript.article.front_matter
    texts = (front.description or "", *front.key_points, *(p.text for p in manuscript.passages))
    for text in texts:
        small = text.lower()
        for sound in but_not:
            small = sound.hushed(small)
        if sought.search(small):
            return True
    return False


def _offers(manuscript: Manuscript, words: Words) -> Iterator[Offer]:
    body = (passage for passage in typed_list(manuscript).body if passage.is_prose)
    for sentence in (sentence for passage in body for sentence in passage.sentences):
        small = sentence.text.lower()
        if is_question(sentence.text) or not words.context["offered"].search(small):
            continue
        for intervention in words.interventions.values():
            if match := intervention.search(small):
                name = sentence.text[match.start() : match.end()].strip()
                yield Offer(name, sentence.place, words)
                break
