"""The standards of the sheet: which lines each has, and what a machine can see for them.

JAMA benchmarks: authorship, attribution, disclosure, currency (Silberg 1997). DISCERN: its 16
questions (Charnock 1999). PIF TICK: its ten criteria as pifonline.org.uk/pif-tick/about lists
them. NHS: the standard for creating health content of service-manual.nhs.uk, and plain words,
review dates and when to get help. The questions are put in our own words, in ``locale``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from galley.findings import UsageError, did_you_mean
from galley.review import observing as see
from galley.review.observing import Desk, Look, Seen
from galley.review.reading_ease import see_readability
from galley.signing.texts import TEXT


@dataclass(frozen=True)
class Item:
    """One line of the sheet.

    Attributes
    ----------
    id
        ``DISCERN-8``; its question stands under this name in ``locale``.
    looks
        What is looked for; none where only a person can tell.
    rests_on_dates, rests_on_original
        Whether a signature ends when dates change, or the original of a translation.
    """

    id: str
    looks: tuple[Look, ...] = ()
    rests_on_dates: bool = False
    rests_on_original: bool = False

    def seen(self, desk: Desk) -> Iterator[Seen]:
        """Yield what is seen of this line."""
        for look in self.looks:
            yield from look(desk)


@dataclass(frozen=True)
class Standard:
    """A standard with its lines, and where it comes from."""

    id: str
    source: str
    items: tuple[Item, ...] = field(repr=False)


def _items(name: str, *looks: tuple[Look, ...], dates: tuple[int, ...] = ()) -> tuple[Item, ...]:
    return tuple(
        Item(f"{name}-{number}", found, rests_on_dates=number in dates)
        for number, found in enumerate(looks, start=1)
    )


_uncertainty, _risks = see.see_topic("uncertainty"), see.see_topic("risks")
_sources: tuple[Look, ...] = (see.see_sources, see.see_dois)

JAMA = Standard(
    "JAMA",
    "Silberg 1997",
    _items(
        "JAMA",
        (see.see_authors,),
        _sources,
        (see.see_disclosures,),
        (see.see_dates, see.see_review_date),
        dates=(4,),
    ),
)
DISCERN = Standard(
    "DISCERN",
    "Charnock 1999",
    _items(
        "DISCERN",
        (see.see_description,),
        (),
        (),
        _sources,
        (see.see_sources, see.see_dates),
        (),
        (see.see_links,),
        (_uncertainty,),
        (),
        (),
        (_risks,),
        (see.see_topic("without_treatment"),),
        (),
        (see.see_topic("options"),),
        (see.see_topic("deciding"),),
        (),
        dates=(5,),
    ),
)
PIF = Standard(
    "PIF",
    "https://pifonline.org.uk/pif-tick/about/",
    _items(
        "PIF",
        (),
        (),
        (),
        (*_sources, _uncertainty),
        (),
        (see_readability, see.see_translations, see.see_alternatives),
        (see.see_outline, see.see_figures),
        (see.see_mail,),
        (),
        (),
    ),
)
NHS = Standard(
    "NHS",
    "https://service-manual.nhs.uk/content/standard-for-creating-health-content",
    (
        *_items(
            "NHS",
            (see.see_reviewers,),
            (see.see_dates, see.see_review_date),
            (see.see_publisher, see.see_disclosures),
            _sources,
            dates=(2,),
        ),
        Item("NHS-5", (see.see_translations,), rests_on_original=True),
        Item("NHS-6", (see.see_licence, see.see_pictures)),
        Item("NHS-7"),
        Item("NHS-8", (see_readability,)),
        Item("NHS-9", (see.see_help,)),
        Item("NHS-10", (see.see_alternatives, see.see_translations)),
    ),
)

STANDARDS = (JAMA, DISCERN, PIF, NHS)
"""In the order of the sheet."""

ITEMS = {item.id: item for standard in STANDARDS for item in standard.items}
"""Every line by its id."""


WHOLE = Item(TEXT)
"""The text as a whole, which `galley sign` signs; no line of the sheet."""


def find_items(typed: tuple[str, ...]) -> tuple[Item, ...]:
    """Return the lines that were typed, each once.

    Raises
    ------
    UsageError
        If the sheet has no such line.
    """
    names = [name for text in typed for name in text.replace(",", " ").split()]
    if not names:
        raise UsageError("no line of the sheet is named", "name one, for example --sign DISCERN-8")
    return tuple(dict.fromkeys(_find_item(name) for name in names))


def _find_item(name: str) -> Item:
    wanted = name.upper()
    if wanted not in ITEMS:
        lines = ", ".join(f"{standard.id}-1 to {standard.items[-1].id}" for standard in STANDARDS)
        guess = did_you_mean(wanted, ITEMS)
        raise UsageError(
            f"the sheet has no line '{name}'",
            f"{guess} The lines are {lines}; each is signed by its name.".strip(),
        )
    return ITEMS[wanted]
