"""What the icon array of early deaths draws: both groups of AVERT as 100 people each."""

from __future__ import annotations

from dataclasses import dataclass

from galley_figures.explanatory import Cell, DataTable, Evidence
from galley_figures.gallery.avert_numbers import (
    DEATH_ODDS_RATIO,
    EARLY_DEATH,
    USUAL_DEATH,
    USUAL_OUT_OF_BED,
    Share,
)
from galley_figures.kinds.icon_array import IconArray, PeopleGroup, describe_icon_array
from galley_figures.kinds.icon_array.words import thousands
from galley_figures.locale import CHECKED, Audience, Lang, number
from galley_figures.locale.early_deaths_icons import WORDS, Words
from galley_figures.models.trial_statistics import percentage
from galley_figures.parameters import validated


@dataclass(frozen=True)
class Data:
    """All that is drawn, and the shares behind it."""

    array: IconArray
    shares: tuple[Share, Share]
    words: Words
    lang: Lang
    audience: Audience


@validated
def compute(*, lang: Lang = "en", audience: Audience = "patient") -> Data:
    """Make 100 people of each group."""
    words = WORDS[lang]
    shares = (EARLY_DEATH, USUAL_DEATH)
    array = IconArray(
        tuple(_group(share, words.arms[audience][share.arm], words, lang) for share in shares),
        event=words.event,
        otherwise=words.otherwise,
        is_rounded=True,
    )
    return Data(array, shares, words, lang, audience)


def _group(share: Share, label: str, words: Words, lang: Lang) -> PeopleGroup:
    events, total = _counts(share)
    return PeopleGroup(
        label=label,
        count=share.of_100,
        detail=words.counted.format(events=thousands(events, lang), total=thousands(total, lang)),
        # Both groups' filled people died.
        meaning="harm",
        source=share.source,
    )


def _counts(share: Share) -> tuple[int, int]:
    if share.counts is None:
        raise ValueError("people are drawn from counts only")
    return share.counts.events, share.counts.total


def describe(data: Data) -> tuple[str, str]:
    """Return the text alternative and the long description of what is drawn."""
    early, usual = (group.filled for group in data.array.groups)
    _alt, description = describe_icon_array(data.array, data.lang)
    return data.words.alt.format(early=early, usual=usual), description


def evidence(data: Data) -> Evidence:
    """Return what the people rest on."""
    early, usual = (number(share.of_100, data.lang, decimals=1) for share in data.shares)
    ends = (DEATH_ODDS_RATIO.low, DEATH_ODDS_RATIO.high)
    note = data.words.notes[data.audience].format(
        early_exact=early,
        usual_exact=usual,
        bed=number(percentage(USUAL_OUT_OF_BED), data.lang, decimals=0),
        bed_events=thousands(USUAL_OUT_OF_BED.events, data.lang),
        bed_total=thousands(USUAL_OUT_OF_BED.total, data.lang),
        ratio=number(DEATH_ODDS_RATIO.estimate, data.lang, decimals=2),
        ratio_ends="–".join(number(end, data.lang, decimals=2) for end in ends),
    )
    return Evidence("data", ("bernhardt2021", "avert2015"), note)


def table(data: Data) -> DataTable:
    """Return the counts, what they are of 100 people, and how many are drawn."""
    return DataTable(
        data.words.columns,
        tuple(
            _row(share, group, data)
            for share, group in zip(data.shares, data.array.groups, strict=True)
        ),
    )


def _row(share: Share, group: PeopleGroup, data: Data) -> tuple[Cell, ...]:
    return (
        group.label,
        *_counts(share),
        round(share.of_100, 2),
        group.filled,
        share.source,
        f"{CHECKED[data.lang]}; {data.words.status}",
    )
