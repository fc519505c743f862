"""What the AVERT bars draw: one outcome in both groups, of 100 people."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, TypeAlias

from galley_figures.explanatory import Cell, DataTable, Evidence
from galley_figures.gallery.avert_numbers import (
    DEATH_ODDS_RATIO,
    FEWER_GOOD_OUTCOMES_OF_100,
    USUAL_OUT_OF_BED,
    Share,
    shares,
)
from galley_figures.kinds.bars import Bar, Bars, describe_bars
from galley_figures.locale import (
    CHECKED,
    CHECKED_SECONDARY,
    NOT_CHECKED,
    Audience,
    Lang,
    number,
)
from galley_figures.locale.avert_outcomes import (
    OUTCOME_LABEL,
    OUTCOME_NAMES,
    WORDS,
    OutcomeWords,
    Words,
)
from galley_figures.locale.avert_outcomes import Outcome as OutcomeName
from galley_figures.models.trial_statistics import Interval, percentage, risk_difference
from galley_figures.parameters import Choice, validated

Outcome: TypeAlias = Annotated[OutcomeName, Choice(label=OUTCOME_LABEL, values=OUTCOME_NAMES)]

_DECIMALS: dict[OutcomeName, int] = {"good_outcome": 0, "death": 1}
_LIMITS: dict[OutcomeName, float] = {"good_outcome": 100, "death": 10}


@dataclass(frozen=True)
class Data:
    """All that is drawn, and the shares behind it."""

    outcome: OutcomeName
    bars: Bars
    early: Share
    usual: Share
    words: Words
    lang: Lang
    audience: Audience

    @property
    def own_words(self) -> OutcomeWords:
        """The words of this outcome for this audience."""
        return self.words.outcomes[self.audience][self.outcome]

    @property
    def decimals(self) -> int:
        """How many decimals this outcome is written with."""
        return _DECIMALS[self.outcome]


@validated
def compute(
    *, outcome: Outcome = "good_outcome", lang: Lang = "en", audience: Audience = "patient"
) -> Data:
    """Choose an outcome and put its two groups into bars."""
    words = WORDS[lang]
    early, usual = shares(outcome)
    names = words.arms[audience]
    bars = Bars(
        bars=tuple(_bar(share, names[share.arm], words, lang) for share in (early, usual)),
        measure=words.outcomes[audience][outcome].measure,
        unit=words.unit,
        limit=_LIMITS[outcome],
        decimals=_DECIMALS[outcome],
    )
    return Data(outcome, bars, early, usual, words, lang, audience)


def _bar(share: Share, label: str, words: Words, lang: Lang) -> Bar:
    return Bar(
        label=label,
        value=share.of_100,
        detail=_detail(share, words, lang),
        meaning="harm" if share.arm == "early" else "neutral",
        source=share.source,
    )


def _detail(share: Share, words: Words, lang: Lang) -> str:
    if share.counts is None:
        return words.fewer.format(fewer=FEWER_GOOD_OUTCOMES_OF_100)
    return words.counted.format(
        events=whole(share.counts.events, lang), total=whole(share.counts.total, lang)
    )


def capitalised(text: str) -> str:
    """Begin a text with a capital."""
    return text[:1].upper() + text[1:]


def whole(value: int, lang: Lang) -> str:
    """Write a whole number with the language's sign between thousands."""
    return f"{value:,}" if lang == "en" else f"{value:,}".replace(",", ".")


def describe(data: Data) -> tuple[str, str]:
    """Return the text alternative and the long description of what is drawn."""
    early, usual = (_value(data, share) for share in (data.early, data.usual))
    alt = data.words.alt.format(
        measure=capitalised(OUTCOME_NAMES[data.outcome][data.lang]),
        early=data.words.short_arms["early"],
        usual=data.words.short_arms["usual"],
        early_value=early,
        usual_value=usual,
    )
    _alt, bars = describe_bars(data.bars, data.lang)
    return alt, f"{bars} {caption(data)}"


def _value(data: Data, share: Share) -> str:
    return number(share.of_100, data.lang, decimals=data.decimals)


def caption(data: Data) -> str:
    """Say what to see, with the numbers."""
    return data.own_words.caption.format(**_numbers(data))


def evidence(data: Data) -> Evidence:
    """Return what the bars rest on."""
    sources = dict.fromkeys((data.early.source, data.usual.source, "avert2015"))
    return Evidence("data", tuple(sources), data.own_words.note.format(**_numbers(data)))


def _numbers(data: Data) -> dict[str, str]:
    """Return every number that captions and notes name, written in the figure's language."""
    lang = data.lang
    return {
        "early": _value(data, data.early),
        "usual": _value(data, data.usual),
        "fewer": str(FEWER_GOOD_OUTCOMES_OF_100),
        "bed_events": whole(USUAL_OUT_OF_BED.events, lang),
        "bed_total": whole(USUAL_OUT_OF_BED.total, lang),
        "bed": number(percentage(USUAL_OUT_OF_BED), lang, decimals=0),
        "ratio": number(DEATH_ODDS_RATIO.estimate, lang, decimals=2),
        "ratio_ends": "–".join(
            number(end, lang, decimals=2) for end in (DEATH_ODDS_RATIO.low, DEATH_ODDS_RATIO.high)
        ),
        **_difference(data),
    }


def _difference(data: Data) -> dict[str, str]:
    """Return the crude difference of the groups in words, where both were counted."""
    crude = _crude_difference(data)
    if crude is None:
        return {}
    ends = [number(end, data.lang, decimals=1) for end in (crude.low, crude.high)]
    return {
        "difference": number(crude.estimate, data.lang, decimals=1),
        "difference_ends": data.words.to.join(ends),
        "about_ends": data.words.to.join(str(round(end)) for end in (crude.low, crude.high)),
    }


def _crude_difference(data: Data) -> Interval | None:
    early, usual = data.early.counts, data.usual.counts
    if early is None or usual is None:
        return None
    crude = risk_difference(early, usual)
    return Interval(crude.estimate * 100, crude.low * 100, crude.high * 100)


def table(data: Data) -> DataTable:
    """Return every number with its source; what was not checked is named without its number."""
    rows = [_share_row(data, share) for share in (data.early, data.usual)]
    return DataTable(
        data.words.columns,
        (*rows, _out_of_bed_row(data), *_difference_rows(data), _ratio_row(data)),
    )


def _share_row(data: Data, share: Share) -> tuple[Cell, ...]:
    return (
        data.words.arms[data.audience][share.arm],
        data.words.of_100.format(measure=data.bars.measure),
        round(share.of_100, 2),
        None,
        None,
        share.counts.events if share.counts else None,
        share.people,
        share.source,
        _status(data, share),
    )


def _status(data: Data, share: Share) -> str:
    if not share.is_from_usual_care:
        return CHECKED[data.lang]
    calculated = data.words.calculated.format(
        usual=number(data.usual.of_100, data.lang), fewer=FEWER_GOOD_OUTCOMES_OF_100
    )
    return f"{CHECKED_SECONDARY[data.lang]}; {calculated}"


def _out_of_bed_row(data: Data) -> tuple[Cell, ...]:
    return (
        data.words.arms[data.audience]["usual"],
        data.words.out_of_bed,
        round(percentage(USUAL_OUT_OF_BED), 2),
        None,
        None,
        USUAL_OUT_OF_BED.events,
        USUAL_OUT_OF_BED.total,
        "avert2015",
        CHECKED_SECONDARY[data.lang],
    )


def _difference_rows(data: Data) -> list[tuple[Cell, ...]]:
    crude = _crude_difference(data)
    if crude is None:
        return []
    numbers = [round(part, 2) for part in (crude.estimate, crude.low, crude.high)]
    status = data.words.difference_calculated
    own = (_compared(data), data.words.difference)
    return [(*own, *numbers, None, None, data.early.source, status)]


def _ratio_row(data: Data) -> tuple[Cell, ...]:
    own = (_compared(data), data.words.odds_ratio[data.outcome])
    if data.outcome == "good_outcome":
        return (*own, None, None, None, None, None, "avert2015", NOT_CHECKED[data.lang])
    ratio = DEATH_ODDS_RATIO
    numbers = (ratio.estimate, ratio.low, ratio.high)
    return (*own, *numbers, None, None, "bernhardt2021", CHECKED[data.lang])


def _compared(data: Data) -> str:
    early, usual = (data.words.arms[data.audience][arm] for arm in ("early", "usual"))
    return data.words.compared.format(early=early, usual=usual[:1].lower() + usual[1:])
