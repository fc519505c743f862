"""What curves say in words: text alternative, long description, table; in both languages."""

from __future__ import annotations

from itertools import pairwise
from typing import Final, Literal, TypeAlias

from galley_figures.explanatory import Cell, DataTable
from galley_figures.kinds.alternatives import MAX_ALT_CHARACTERS, first_that_fits
from galley_figures.kinds.amounts import span_of
from galley_figures.kinds.curve.spec import Curves, Series
from galley_figures.kinds.plane.axis import Axis, ends_of
from galley_figures.kinds.plane.boxes import Point
from galley_figures.kinds.plane.numerals import numeral
from galley_figures.locale import Lang

Course: TypeAlias = Literal["rises", "falls", "peak", "dip", "level", "varies"]

_LEVEL: Final = 0.02
"""A move of less than this share of all that is drawn is none."""

_COURSES: Final[dict[Lang, dict[Course, str]]] = {
    "en": {
        "rises": "rises",
        "falls": "falls",
        "peak": "rises, then falls",
        "dip": "falls, then rises",
        "level": "stays level",
        "varies": "goes up and down",
    },
    "id": {
        "rises": "naik",
        "falls": "turun",
        "peak": "naik, lalu turun",
        "dip": "turun, lalu naik",
        "level": "tetap",
        "varies": "naik turun",
    },
}
_ALT: Final[dict[Lang, tuple[str, ...]]] = {
    "en": (
        "{curves}. {y}: {ends}. Across: {x}.",
        "{curves}. {y}, highest at the end: {top}, lowest: {bottom}. Across: {x}.",
        "{curves}. {y}. Across: {x}.",
        "{curves}. {y}.",
    ),
    "id": (
        "{curves}. {y}: {ends}. Sumbu datar: {x}.",
        "{curves}. {y}, tertinggi di akhir: {top}, terendah: {bottom}. Sumbu datar: {x}.",
        "{curves}. {y}. Sumbu datar: {x}.",
        "{curves}. {y}.",
    ),
}
_FROM_TO: Final[dict[Lang, str]] = {
    "en": "{name}{first} to {last}",
    "id": "{name}{first} ke {last}",
}
_AXES: Final[dict[Lang, str]] = {
    "en": "Horizontal axis: {x}, from {low} to {high}. Vertical axis: {y}.",
    "id": "Sumbu datar: {x}, dari {low} sampai {high}. Sumbu tegak: {y}.",
}
_SHAPE_AXES: Final[dict[Lang, str]] = {
    "en": "Drawn shapes without a scale. Horizontal axis: {x}. Vertical axis: {y}.",
    "id": "Bentuk yang digambar tanpa skala. Sumbu datar: {x}. Sumbu tegak: {y}.",
}
_ROW: Final[dict[Lang, str]] = {
    "en": "{name} {course}: {first} at {start}, {last} at {end}.",
    "id": "{name} {course}: {first} pada {start}, {last} pada {end}.",
}
_INTERVALS: Final[dict[Lang, str]] = {
    "en": " Its interval is {first} at the start and {last} at the end.",
    "id": " Rentangnya {first} di awal dan {last} di akhir.",
}
_GAPS: Final[dict[Lang, str]] = {
    "en": " Nothing is known at {places}, where the curve has a gap.",
    "id": " Tidak ada data pada {places}, sehingga kurva terputus di sana.",
}
_LINES: Final[dict[Lang, str]] = {"en": "Lines mark {items}.", "id": "Garis menandai {items}."}
_DOTS: Final[dict[Lang, str]] = {"en": "Dots mark {items}.", "id": "Titik menandai {items}."}
_SHADED: Final[dict[Lang, str]] = {"en": "Shaded: {band}.", "id": "Arsiran: {band}."}
_THE_CURVE: Final[dict[Lang, str]] = {"en": "The curve", "id": "Kurva"}
_COLUMNS: Final[dict[Lang, tuple[str, str, str, str]]] = {
    "en": ("series", "low", "high", "source"),
    "id": ("seri", "batas_bawah", "batas_atas", "sumber"),
}
_SHAPE_COLUMNS: Final[dict[Lang, tuple[str, str]]] = {
    "en": ("series", "course"),
    "id": ("seri", "arah"),
}


def describe_curve(curves: Curves, lang: Lang) -> tuple[str, str]:
    """Return the text alternative and the long description of what is drawn."""
    texts = [template.format(**_alt_words(curves, lang)) for template in _ALT[lang]]
    parts = [_axes(curves, lang), *(_in_words(series, curves, lang) for series in curves.series)]
    parts += [_marks(curves, lang), _band(curves, lang), curves.note]
    return _cut(first_that_fits(*texts)), " ".join(part for part in parts if part)


def course_of(series: Series, *, reach: float) -> Course:
    """Return how a curve runs; moves that are small against a reach count as none.

    Parameters
    ----------
    reach
        From the lowest to the highest of all that is drawn.
    """
    y = [point[1] for point in series.known]
    turns: list[int] = []
    held = y[0]
    for value in y[1:]:
        if abs(value - held) > _LEVEL * reach:
            turns.append(1 if value > held else -1)
            held = value
    runs = [turn for before, turn in pairwise([0, *turns]) if before != turn]
    known: dict[tuple[int, ...], Course] = {
        (): "level",
        (1,): "rises",
        (-1,): "falls",
        (1, -1): "peak",
        (-1, 1): "dip",
    }
    return known.get(tuple(runs), "varies")


def _reach(curves: Curves) -> float:
    return max(curves.y_values) - min(curves.y_values)


def _alt_words(curves: Curves, lang: Lang) -> dict[str, str]:
    ranked = sorted(curves.series, key=lambda series: series.known[-1][1])
    return {
        "curves": _count(len(curves.series), lang),
        "x": curves.x.column,
        "y": curves.y.column,
        "ends": "; ".join(_ends(series, curves, lang) for series in curves.series),
        "top": ranked[-1].label or _THE_CURVE[lang],
        "bottom": ranked[0].label or _THE_CURVE[lang],
    }


def _count(count: int, lang: Lang) -> str:
    if lang == "id":
        return f"{count} kurva"
    return f"{count} curve{'' if count == 1 else 's'}"


def _ends(series: Series, curves: Curves, lang: Lang) -> str:
    name = f"{series.label} " if series.label else ""
    if curves.is_schematic:
        return name + _COURSES[lang][course_of(series, reach=_reach(curves))]
    first, last = (numeral(point[1], lang) for point in (series.known[0], series.known[-1]))
    return _FROM_TO[lang].format(name=name, first=first, last=last)


def _cut(text: str) -> str:
    """Cut a text that is still too long at a word."""
    if len(text) <= MAX_ALT_CHARACTERS:
        return text
    return text[: MAX_ALT_CHARACTERS - 1].rsplit(" ", 1)[0].rstrip(",;: ") + "…"


def _axes(curves: Curves, lang: Lang) -> str:
    if curves.is_schematic:
        return _SHAPE_AXES[lang].format(x=curves.x.label, y=curves.y.label)
    low, high = ends_of(curves.x, curves.x_values, is_rounded=False)
    words = dict(curves.x.ticks)
    return _AXES[lang].format(
        x=curves.x.title(lang),
        y=curves.y.title(lang),
        low=words.get(low, numeral(low, lang, digits=6)),
        high=words.get(high, numeral(high, lang, digits=6)),
    )


def _in_words(series: Series, curves: Curves, lang: Lang) -> str:
    name = series.label or _THE_CURVE[lang]
    course = _COURSES[lang][course_of(series, reach=_reach(curves))]
    if curves.is_schematic:
        return f"{name} {course}."
    (start, first), (end, last) = series.known[0], series.known[-1]
    text = _ROW[lang].format(
        name=name,
        course=course,
        first=numeral(first, lang),
        last=numeral(last, lang),
        start=_at(curves.x, start, lang),
        end=_at(curves.x, end, lang),
    )
    return text + _interval_words(series, lang) + _gap_words(series, curves.x, lang)


def _at(axis: Axis, value: float, lang: Lang) -> str:
    """Write a place on an axis: its own words, or the number with its unit."""
    text = numeral(value, lang, digits=6)
    unit = f"{text} {axis.unit}" if axis.unit else f"{axis.label} {text}"
    return dict(axis.ticks).get(value, unit)


def _interval_words(series: Series, lang: Lang) -> str:
    if not series.bands:
        return ""
    first, last = (
        span_of(numeral(low, lang), numeral(high, lang), lang)
        for _x, low, high in (series.bands[0][0], series.bands[-1][-1])
    )
    return _INTERVALS[lang].format(first=first, last=last)


def _gap_words(series: Series, axis: Axis, lang: Lang) -> str:
    missing = [sample.x for sample in series.samples if sample.y is None]
    if not missing:
        return ""
    return _GAPS[lang].format(places=", ".join(_at(axis, x, lang) for x in missing))


def _marks(curves: Curves, lang: Lang) -> str:
    axes = {"x": curves.x, "y": curves.y}
    lines = [
        line.label
        if curves.is_schematic
        else f"{line.label} ({_at(axes[line.axis], line.at, lang)})"
        for line in curves.references
    ]
    dots = [
        point.label
        if curves.is_schematic
        else f"{point.label} ({_pair((point.x, point.y), curves, lang)})"
        for point in curves.points
    ]
    parts = [
        template[lang].format(items="; ".join(items))
        for template, items in ((_LINES, lines), (_DOTS, dots))
        if items
    ]
    return " ".join(parts)


def _pair(point: Point, curves: Curves, lang: Lang) -> str:
    return f"{_at(curves.x, point[0], lang)}, {_at(curves.y, point[1], lang)}"


def _band(curves: Curves, lang: Lang) -> str:
    return _SHADED[lang].format(band=curves.shaded) if curves.shaded else ""


def table_of_curve(curves: Curves, lang: Lang) -> DataTable:
    """Return every number that is drawn; of a schematic, which has none, how each curve runs."""
    if curves.is_schematic:
        courses = _COURSES[lang]
        return DataTable(
            _SHAPE_COLUMNS[lang],
            tuple(
                (series.label, courses[course_of(series, reach=_reach(curves))])
                for series in curves.series
            ),
        )
    rows: list[tuple[Cell, ...]] = [
        (series.label or None, s.x, s.y, s.low, s.high, s.source or None)
        for series in curves.series
        for s in series.samples
    ]
    series_name, low, high, source = _COLUMNS[lang]
    ends = [f"{end} ({curves.y.unit})" if curves.y.unit else end for end in (low, high)]
    names = [series_name, curves.x.column, curves.y.column, *ends, source]
    kept = [i for i in range(len(names)) if i in {1, 2} or any(row[i] is not None for row in rows)]
    return DataTable(
        tuple(names[i] for i in kept), tuple(tuple(row[i] for i in kept) for row in rows)
    )
