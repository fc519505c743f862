"""What a panel draws: its checked estimates, in words, on the panel's axis."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Final, TypeAlias

from galley_figures.explanatory import Cell, DataTable, Evidence
from galley_figures.gallery.effect_forest.estimates import ESTIMATES, MEASURES, Estimate
from galley_figures.kinds.forest import (
    Forest,
    ForestAxis,
    ForestGroup,
    ForestLine,
    ForestRow,
    capitalised,
    colours_of,
    groups_in_words,
    numbers_in_words,
    side_of,
    source_in_words,
)
from galley_figures.locale import CHECKED, NOT_CHECKED, Audience, Lang, number
from galley_figures.locale.effect_forest import (
    PANEL_LABEL,
    PANEL_NAMES,
    Panel,
    Words,
    words_for,
)
from galley_figures.parameters import Choice, validated

PanelChoice: TypeAlias = Annotated[Panel, Choice(label=PANEL_LABEL, values=PANEL_NAMES)]

_SOURCE_NAMES: Final = {"ramoscastaneda2022": "Ramos-Castañeda 2022"}
"""Names that a citation key cannot spell."""


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
    *, panel: PanelChoice = "timing_odds", lang: Lang = "en", audience: Audience = "patient"
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
        caution=words.caution,
    )


def _row(estimate: Estimate, words: Words, lang: Lang) -> ForestRow:
    measure = MEASURES[estimate.panel]
    side = side_of(estimate.low, estimate.high, measure.no_effect)
    colour_name, verdict_colour_name = colours_of(side, measure.better[estimate.group])
    return ForestRow(
        name=estimate.id,
        label=words.rows[estimate.id],
        source=_source(estimate.source),
        estimate=estimate.value,
        low=estimate.low,
        high=estimate.high,
        numbers=numbers(estimate, lang),
        verdict=words.verdicts[estimate.group][side],
        colour_name=colour_name,
        verdict_colour_name=verdict_colour_name,
    )


def _source(key: str) -> str:
    return _SOURCE_NAMES.get(key, source_in_words(key))


def numbers(estimate: Estimate, lang: Lang) -> str:
    """Write estimate and interval as readers see them."""
    return numbers_in_words(
        estimate.value, estimate.low, estimate.high, lang, estimate.shown_decimals
    )


def describe(data: Data) -> tuple[str, str]:
    """Return the text alternative and the long description of what is drawn."""
    values = {e.id: number(e.value, data.lang, decimals=e.shown_decimals) for e in data.drawn}
    label = capitalised(data.forest.axis.label)
    parts = (f"{label}.", groups_in_words(data.forest), data.words.caution, data.words.note)
    return data.words.alt.format(**values), " ".join(filter(None, parts))


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
