"""Whom a page names as having reviewed its text, and on which day.

A reviewer whom only the front matter names is the author's own claim, and stays. Who signed is
named as long as readers see the text that was signed, and not a word longer.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from galley.article.front_matter import FrontMatter, Person
from galley.config import SiteConfig
from galley.html.context import PersonContext
from galley.html.people import person_context
from galley.html.words import Words
from galley.signing.fingerprint import Fingerprint
from galley.signing.texts import TextSignature


@dataclass(frozen=True)
class Reviewer:
    """Somebody who may be named.

    Attributes
    ----------
    signature
        Theirs of the text; None where only the author says that they reviewed it.
    """

    person: PersonContext
    signature: TextSignature | None = None


def possible_reviewers(
    front: FrontMatter, signatures: Sequence[TextSignature], config: SiteConfig, lang: str
) -> tuple[Reviewer, ...]:
    """Return whom the author names, and who signed the text without having written it."""

    def shown(person: Person) -> PersonContext:
        return person_context(config.in_words_of(person, lang))

    def signer(signature: TextSignature) -> PersonContext:
        person = config.authors.get(signature.person)
        return shown(person) if person else PersonContext(signature.by)

    claimed = tuple(
        Reviewer(shown(person), next((each for each in signatures if each.is_of(person)), None))
        for person in front.reviewers
    )
    known = (*front.authors, *front.reviewers)
    others = (each for each in signatures if not any(map(each.is_of, known)))
    return (*claimed, *(Reviewer(signer(each), each) for each in others))


@dataclass(frozen=True)
class Reviewed:
    """Who is named, and on which day they looked; None where the page names no day."""

    reviewers: tuple[PersonContext, ...] = ()
    day: date | None = None


def reviewed(
    reviewers: Iterable[Reviewer], claimed: date | None, now: Fingerprint, words: Words
) -> Reviewed:
    """Return what a page may say of its reviewers.

    Parameters
    ----------
    claimed
        The day that the front matter names.
    now
        What readers see of the article.
    """
    named: list[PersonContext] = []
    days: list[date] = []
    has_claim, has_signature = False, False
    for each in reviewers:
        if each.signature is None:
            named.append(each.person)
            has_claim = True
            continue
        has_signature = True
        if not each.signature.changed(now):
            day = each.signature.day
            days.append(day)
            seen = words.reviewed_this_text.format(day=words.day(day))
            named.append(replace(each.person, seen=seen))
    stays = has_claim or not has_signature
    return Reviewed(tuple(named), max(days, default=claimed if stays else None))
