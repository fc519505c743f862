"""From an author's table to a forest plot, or to the reason why it would mislead."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, cast, get_args

from galley_figures.errors import FigureError, nearest
from galley_figures.kinds.forest.axis import axis_for
from galley_figures.kinds.forest.spec import (
    Better,
    Forest,
    ForestGroup,
    ForestLine,
    ForestRow,
    Scale,
    check_interval,
    check_scale,
    colours_of,
    side_of,
)
from galley_figures.kinds.forest.words import NUMBERS_TITLE, numbers_in_words, verdict_word
from galley_figures.locale import Lang, number
from galley_figures.tables import Column, Record, TableSource, read_table

COLUMNS: Final = (
    Column("label", "nama", "the name that stands beside its interval"),
    Column("estimate", "taksiran", "its number", "number"),
    Column("low", "batas_bawah", "the lower end of its interval", "number", is_required=False),
    Column("high", "batas_atas", "the upper end of its interval", "number", is_required=False),
    Column("group", "kelompok", "the outcome that it is about", is_required=False),
    Column("source", "sumber", "the citation key of its study", is_required=False),
    Column("measure", "ukuran", "what its number is", is_required=False),
    Column("better", "lebih_baik", "which side is good: low, high or neither", is_required=False),
)
_KEY: Final = re.compile(r"@?([a-z][a-z-]*)(\d{4})([a-z]?)")
_MOST_DECIMALS: Final = 4


@dataclass(frozen=True)
class Reading:
    """What an author says beside the table; see `galley_figures.forest`."""

    measure: str
    scale: Scale
    no_effect: float
    no_effect_label: str
    better: Better
    sides: tuple[str, str]
    threshold: float | None
    threshold_label: str
    interval: str
    remark: str
    caution: str
    decimals: int | None
    lang: Lang

    def __post_init__(self) -> None:
        check_choice("scale", self.scale, get_args(Scale))
        check_choice("better", self.better, get_args(Better))
        check_scale(self.measure, self.scale, self.no_effect)
        if self.threshold is not None and not self.threshold_label:
            raise FigureError(
                f"forest: there is a line at {self.threshold:g}, but nothing says what it is",
                'Say it, for example threshold_label="smallest change that counts".',
            )

    @property
    def thresholds(self) -> tuple[ForestLine, ...]:
        """The threshold, where there is one, with its value, which may stand between ticks."""
        if self.threshold is None:
            return ()
        label = f"{self.threshold_label} ({number(self.threshold, self.lang)})"
        return (ForestLine(self.threshold, label),)


def check_choice(name: str, value: str, legal: Sequence[str]) -> None:
    """Refuse a word that is not among the legal ones."""
    if value not in legal:
        raise FigureError(
            f"forest: {name} must be one of {', '.join(legal)}, not {value!r}",
            nearest(str(value), legal),
        )


def refuse_pooled(*, pooled: bool) -> None:
    """Refuse a diamond: it would say more than the table can."""
    if pooled:
        raise FigureError(
            "forest: no pooled diamond is drawn: it would say that all rows measure the same in "
            "the same kind of people, which this table cannot show, and its numbers would be "
            "calculated here, not published",
            "If a review has pooled the studies, give its estimate as a row with its own source.",
        )


def read_forest(table: TableSource, reading: Reading) -> Forest:
    """Return the table's rows on the axis they share."""
    records = read_table(table, COLUMNS, figure="forest", lang=reading.lang)
    _refuse_unlike_measures(records, reading.measure)
    for record in records:
        _check_row(record, reading)
    decimals = _decimals(records) if reading.decimals is None else reading.decimals
    lines = (reading.no_effect, *(line.value for line in reading.thresholds))
    return Forest(
        groups=_groups(records, reading, decimals),
        axis=axis_for(
            [*lines, *(_number(record, end) for record in records for end in ("low", "high"))],
            scale=reading.scale,
            no_effect=reading.no_effect,
            label=reading.measure,
            sides=reading.sides,
            lang=reading.lang,
        ),
        no_effect=ForestLine(reading.no_effect, reading.no_effect_label),
        numbers_title=NUMBERS_TITLE[reading.lang].format(interval=reading.interval),
        note=reading.remark,
        thresholds=reading.thresholds,
        caution=reading.caution,
    )


def _refuse_unlike_measures(records: Iterable[Record], measure: str) -> None:
    named = [str(record["measure"] or measure).strip() for record in records]
    unlike = list({name.casefold(): name for name in (measure.strip(), *named)}.values())
    if len(unlike) > 1:
        raise FigureError(
            f"forest: the rows have unlike measures: {', '.join(unlike)}; a pooled axis for unlike "
            "measures would invite a comparison that none of the studies made",
            "Draw one figure for each measure.",
        )


def _check_row(record: Record, reading: Reading) -> None:
    label = str(record["label"])
    if record["low"] is None or record["high"] is None:
        raise FigureError(
            f"forest: {label!r} has no interval; a number without its uncertainty is not drawn",
            "Look up both ends of its interval, or leave the row out.",
        )
    estimate, low, high = (_number(record, name) for name in ("estimate", "low", "high"))
    check_interval(label, estimate, low, high)
    lowest = min(low, reading.no_effect, *(line.value for line in reading.thresholds))
    if reading.scale == "log" and lowest <= 0:
        where = f"{label!r}: its interval begins" if low <= 0 else "no effect or the threshold lies"
        raise FigureError(
            f"forest: {where} at {lowest:g}, and a log axis has no place for 0 or less",
            'Look the numbers up again; differences belong on scale="linear".',
        )


def _number(record: Record, name: str) -> float:
    return cast("float", record[name])


def _groups(records: Sequence[Record], reading: Reading, decimals: int) -> tuple[ForestGroup, ...]:
    """Gather rows of one group, in the order in which groups first appear."""
    rows: dict[str, list[ForestRow]] = {}
    for place, record in enumerate(records, start=1):
        title = str(record["group"] or "")
        rows.setdefault(title, []).append(_row(record, place, reading, decimals))
    return tuple(ForestGroup(title, tuple(inside)) for title, inside in rows.items())


def _row(record: Record, place: int, reading: Reading, decimals: int) -> ForestRow:
    estimate, low, high = (_number(record, name) for name in ("estimate", "low", "high"))
    better = str(record["better"] or reading.better)
    check_choice("better", better, get_args(Better))
    side = side_of(low, high, reading.no_effect)
    colour_name, verdict_colour_name = colours_of(side, cast("Better", better))
    key = str(record["source"] or "")
    return ForestRow(
        name=str(place),
        label=str(record["label"]),
        source=source_in_words(key),
        estimate=estimate,
        low=low,
        high=high,
        numbers=numbers_in_words(estimate, low, high, reading.lang, decimals),
        verdict=verdict_word(side, cast("Better", better), reading.lang),
        colour_name=colour_name,
        verdict_colour_name=verdict_colour_name,
        key=key,
    )


def source_in_words(key: str) -> str:
    """Write a citation key for readers; other words stay as they are.

    >>> source_in_words("dinoff2016"), source_in_words("@bi-poo1998a")
    ('Dinoff 2016', 'Bi-Poo 1998a')
    """
    match = _KEY.fullmatch(key.strip())
    return f"{match[1].title()} {match[2]}{match[3]}" if match else key


def _decimals(records: Iterable[Record]) -> int:
    """Return how many decimals the most exact number of the table has."""
    numbers = (_number(record, name) for record in records for name in ("estimate", "low", "high"))
    written = (f"{number:.{_MOST_DECIMALS}f}".rstrip("0") for number in numbers)
    return max(len(text.partition(".")[2]) for text in written)
