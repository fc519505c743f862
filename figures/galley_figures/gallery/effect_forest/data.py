"""What a panel draws: its checked estimates, in words, on the panel's axis."""

from __future__ import annotations

from dataclasses import dataclass

from galley_figures.explanatory import Cell, DataTable, Evidence
from galley_figures.gallery.effect_forest.estimates import ESTIMATES, MEASURES, Estimate
from galley_figures.kinds.forest import Forest, ForestAxis, ForestGroup, ForestLine, ForestRow
from galley_figures.locale import (
    CHECKED,
    NOT_CHECKED,
    Audience,
    Lang,
    number,
)
from galley_figures.locale.effect_forest import Panel, Verdict, Words, words_for
from galley_figures.parameters import validated
from galley_figures.style.palette import ColourName


@dataclass(frozen=True)
class Data:
    """All that is drawn, and the estimates behind it."""

    panel: Panel
    forest: Forest
    drawn: tuple[Estimate, ...]
    held_back: tuple[Estimate, ...]
    words: Words
    lang: Lang
    audience: Audience


@validated
def compute(
    *, panel: Panel = "timing_odds", lang: Lang = "en", audience: Audience = "patient"
) -> Data:
    """Choose a panel's checked estimates and put them into words."""
    words = words_for(panel, lang, audience)
    estimates = [estimate for estimate in ESTIMATES if estimate.panel == panel]
    drawn = tuple(estimate for estimate in estimates if estimate.is_checked)
    return Data(
        panel=panel,
        forest=_forest(panel, drawn, words, lang),
        drawn=drawn,
        held_back=tuple(estimate for estimate in estimates if not estimate.is_checked),
        words=words,
        lang=lang,
        audience=audience,
    )


def _forest(panel: Panel, drawn: tuple[Estimate, ...], words: Words, lang: Lang) -> Forest:
    measure = MEASURES[panel]
    groups = dict.fromkeys(estimate.group for estimate in drawn)
    threshold = measure.threshold
    return Forest(
        groups=tuple(
            ForestGroup(
                words.groups[group],
                tuple(_row(e, words, lang) for e in drawn if e.group == group),
            )
            for group in groups
        ),
        axis=ForestAxis(
            scale=measure.scale,
            limits=measure.limits,
            ticks=tuple((tick, number(tick, lang)) for tick in measure.ticks),
            label=words.axis,
            low_side=words.low_side,
            high_side=words.high_side,
        ),
        no_effect=ForestLine(measure.no_effect, words.no_effect),
        thresholds=() if threshold is None else (ForestLine(threshold, words.threshold),),
        numbers_title=words.numbers_title,
        note=words.note,
    )


def _row(estimate: Estimate, words: Words, lang: Lang) -> ForestRow:
    verdict = verdict_of(estimate)
    colour_name, verdict_colour_name = _colours(estimate, verdict)
    return ForestRow(
        name=estimate.id,
        label=words.rows[estimate.id],
        source=source_label(estimate.source),
        estimate=estimate.value,
        low=estimate.low,
        high=estimate.high,
        numbers=numbers(estimate, lang),
        verdict=words.verdicts[estimate.group][verdict],
        colour_name=colour_name,
        verdict_colour_name=verdict_colour_name,
    )


def verdict_of(estimate: Estimate) -> Verdict:
    """Return on which side of no effect the whole interval lies, if it lies on one."""
    no_effect = MEASURES[estimate.panel].no_effect
    if estimate.low > no_effect:
        return "high"
    return "low" if estimate.high < no_effect else "unclear"


def _colours(estimate: Estimate, verdict: Verdict) -> tuple[ColourName, ColourName]:
    """Return the colours of a bar and of its verdict."""
    better = MEASURES[estimate.panel].better[estimate.group]
    if verdict == "unclear":
        return "uncertainty", "ink-soft"
    if better == "neither":
        return "ink", "ink-soft"
    return ("restoration", "restoration") if verdict == better else ("harm", "harm")


def numbers(estimate: Estimate, lang: Lang) -> str:
    """Write estimate and interval, ``1.76 (1.06–2.92)``; with a word where a minus is near."""
    decimals = MEASURES[estimate.panel].decimals
    value, low, high = (
        number(part, lang, decimals=decimals)
        for part in (estimate.value, estimate.low, estimate.high)
    )
    dash = f" {'to' if lang == 'en' else 'sampai'} " if estimate.low < 0 else "–"
    return f"{value} ({low}{dash}{high})"


def source_label(key: str) -> str:
    """Write a citation key for readers: ``dinoff2016`` is Dinoff 2016.

    >>> source_label("dinoff2016")
    'Dinoff 2016'
    """
    return f"{key[:-4].capitalize()} {key[-4:]}"


def describe(data: Data) -> tuple[str, str]:
    """Return the text alternative and the long description of what is drawn."""
    decimals = MEASURES[data.panel].decimals
    values = {e.id: number(e.value, data.lang, decimals=decimals) for e in data.drawn}
    parts = [_group_in_words(group) for group in data.forest.groups]
    axis = data.forest.axis
    lines = [f"{axis.label}.", *parts, data.words.note]
    return data.words.alt.format(**values), " ".join(_capitalised(line) for line in lines)


def _group_in_words(group: ForestGroup) -> str:
    rows = "; ".join(
        f"{row.label}: {row.numbers}, {row.verdict} ({row.source})" for row in group.rows
    )
    return f"{group.title}. {_capitalised(rows)}."


def _capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]


def evidence(data: Data) -> Evidence:
    """Return what the drawn rows rest on."""
    sources = (*(e.source for e in data.drawn), *MEASURES[data.panel].further_sources)
    return Evidence("data", tuple(dict.fromkeys(sources)), data.words.evidence)


def table(data: Data) -> DataTable:
    """Return every estimate of the panel; numbers that were not checked are left out."""
    return DataTable(
        columns=(
            "outcome",
            "row",
            "measure",
            "estimate",
            "interval_low",
            "interval_high",
            "interval_percent",
            "source",
            "status",
        ),
        rows=tuple(_table_row(e, data) for e in (*data.drawn, *data.held_back)),
    )


def _table_row(estimate: Estimate, data: Data) -> tuple[Cell, ...]:
    values: tuple[Cell, ...] = (
        estimate.value,
        estimate.low,
        estimate.high,
        estimate.interval_percent,
    )
    status = CHECKED if estimate.is_checked else NOT_CHECKED
    return (
        data.words.groups[estimate.group],
        data.words.rows[estimate.id],
        data.words.measure,
        *(values if estimate.is_checked else (None,) * len(values)),
        estimate.source,
        status[data.lang],
    )
