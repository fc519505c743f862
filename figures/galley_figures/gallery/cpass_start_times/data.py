"""What the CPASS figure draws: its groups in words and, once they are checked, their gains."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from galley_figures.explanatory import Cell, DataTable, Evidence
from galley_figures.gallery.cpass_start_times.groups import (
    GROUPS,
    MEASURED_AGAIN_MONTH,
    MOST_POINTS,
    Gain,
    Group,
    are_checked,
)
from galley_figures.kinds.comparison_matrix import Mark
from galley_figures.kinds.forest import (
    Forest,
    ForestGroup,
    ForestLine,
    ForestRow,
    axis_for,
    colours_of,
    groups_in_words,
    numbers_in_words,
    side_of,
)
from galley_figures.locale import CHECKED, NOT_CHECKED, Audience, Lang, number
from galley_figures.locale.cpass_start_times import Words, words_for
from galley_figures.models.trial_statistics import Interval, normal_interval
from galley_figures.parameters import validated

SOURCES: Final = ("dromerick2021", "edwardson2022")
_MARKS: Final[dict[str, Mark]] = {"largest": "up", "smaller": "up", "unclear": "level"}
_DECIMALS: Final = 2


@dataclass(frozen=True)
class Row:
    """One group in words.

    Attributes
    ----------
    details
        Lines under its name.
    months
        When its extra training began; None without.
    mark
        The shape before its finding; None for the group that others are compared with.
    """

    began: str
    details: tuple[str, ...]
    months: tuple[float, float] | None
    mark: Mark | None
    word: str
    text: str


@dataclass(frozen=True)
class Data:
    """All that is drawn, words included.

    Attributes
    ----------
    forest
        The gains with their intervals; None until all of them are checked.
    """

    groups: tuple[Group, ...]
    rows: tuple[Row, ...]
    forest: Forest | None
    words: Words
    lang: Lang


@validated
def compute(*, lang: Lang = "en", audience: Audience = "patient") -> Data:
    """Put the groups into words."""
    return data_of(GROUPS, lang=lang, audience=audience)


def data_of(groups: tuple[Group, ...], *, lang: Lang, audience: Audience) -> Data:
    """Return what is drawn of the groups: their gains only if all of them are checked."""
    words = words_for(lang, audience)
    return Data(
        groups=groups,
        rows=tuple(_row(group, words, lang) for group in groups),
        forest=_forest(groups, words, lang) if are_checked(groups) else None,
        words=words,
        lang=lang,
    )


def _row(group: Group, words: Words, lang: Lang) -> Row:
    word, text = words.findings[group.finding]
    return Row(
        began=words.began[group.key],
        details=_details(group, words, lang),
        months=group.months,
        mark=_MARKS.get(group.finding),
        word=word,
        text=text,
    )


def _details(group: Group, words: Words, lang: Lang) -> tuple[str, ...]:
    people = words.people.format(people=group.people)
    if group.hours is not None and group.hours_sd is not None:
        hours = words.hours.format(hours=number(group.hours, lang), sd=number(group.hours_sd, lang))
        people = f"{people}, {hours}"
    score = words.score.format(
        score=number(group.score, lang), sd=number(group.score_sd, lang), most=MOST_POINTS
    )
    return people, score


def _forest(groups: tuple[Group, ...], words: Words, lang: Lang) -> Forest:
    rows = tuple(
        _gain_row(group, group.gain, words, lang) for group in groups if group.gain is not None
    )
    return Forest(
        groups=(ForestGroup("", rows),),
        axis=axis_for(
            [end for row in rows for end in (row.low, row.high)],
            scale="linear",
            no_effect=0,
            label=words.gain_measure,
            sides=words.gain_sides,
            lang=lang,
        ),
        no_effect=ForestLine(0, words.no_effect),
        numbers_title=words.gain_numbers,
        note=words.note,
    )


def _gain_row(group: Group, gain: Gain, words: Words, lang: Lang) -> ForestRow:
    interval = interval_of(gain)
    side = side_of(interval.low, interval.high, 0)
    colour_name, verdict_colour_name = colours_of(side, "high")
    return ForestRow(
        name=group.key,
        label=words.began[group.key],
        source=_details(group, words, lang)[0],
        estimate=interval.estimate,
        low=interval.low,
        high=interval.high,
        numbers=numbers_in_words(interval.estimate, interval.low, interval.high, lang, _DECIMALS),
        verdict=words.gain_verdicts[side],
        colour_name=colour_name,
        verdict_colour_name=verdict_colour_name,
        key=SOURCES[0],
    )


def interval_of(gain: Gain) -> Interval:
    """Return the 95% interval that the standard error gives."""
    return normal_interval(gain.points, standard_error=gain.standard_error)


def describe(data: Data) -> tuple[str, str]:
    """Return the text alternative and the long description of what is drawn."""
    words = data.words
    if data.forest is not None:
        points = {row.name: _in_alt(row, words, data.lang) for row in data.forest.rows}
        description = f"{groups_in_words(data.forest)} {words.note}"
        return words.gain_alt.format(**points), description
    rows = " ".join(
        words.row.format(began=r.began, details="; ".join(r.details), word=r.word, text=r.text)
        for r in data.rows
    )
    return words.alt.format(**words.starts), words.description.format(
        months=MEASURED_AGAIN_MONTH, rows=rows, note=words.note
    )


def _in_alt(row: ForestRow, words: Words, lang: Lang) -> str:
    points = number(row.estimate, lang, decimals=_DECIMALS)
    is_unclear = side_of(row.low, row.high, 0) == "unclear"
    return f"{points} ({words.gain_verdicts['unclear']})" if is_unclear else points


def evidence(data: Data) -> Evidence:
    """Return what the drawing rests on."""
    note = data.words.gain_evidence if data.forest is not None else data.words.evidence
    return Evidence("data", SOURCES, note)


def table(data: Data) -> DataTable:
    """Return every group; gains that were not checked are named without their numbers."""
    rows = tuple(
        _table_row(group, row, data) for group, row in zip(data.groups, data.rows, strict=True)
    )
    return DataTable(data.words.columns, rows)


def _table_row(group: Group, row: Row, data: Data) -> tuple[Cell, ...]:
    design = (
        row.began,
        group.people,
        group.hours,
        group.hours_sd,
        group.score,
        group.score_sd,
        row.word,
        SOURCES[0],
        CHECKED[data.lang],
    )
    return (*design, *_gain_cells(group.gain, data))


def _gain_cells(gain: Gain | None, data: Data) -> tuple[Cell, ...]:
    if gain is None:
        return None, None, None, None
    if data.forest is None:
        return None, None, None, NOT_CHECKED[data.lang]
    interval = interval_of(gain)
    return (
        interval.estimate,
        round(interval.low, 2),
        round(interval.high, 2),
        CHECKED[data.lang],
    )
