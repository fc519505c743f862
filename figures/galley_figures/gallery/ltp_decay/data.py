"""What the decay of LTP draws: shapes that last as long as published words say."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from galley_figures.explanatory import Cell, DataTable, Evidence
from galley_figures.gallery.ltp_decay import shapes
from galley_figures.kinds.curve import Axis, Curves, MarkedPoint, ReferenceLine, Series
from galley_figures.locale import CHECKED, CHECKED_SECONDARY, NOT_CHECKED, Audience, Lang
from galley_figures.locale.ltp_decay import COLUMNS, ROWS, WORDS, Words
from galley_figures.parameters import validated

CLASSES_SOURCE: Final = "abraham2003"
STABLE_SOURCE: Final = "abraham2002"
WEAKENING_SOURCE: Final = "bi1998"
"""For weakening as such, in cultured neurons; not for how long it lasts."""
SOURCES: Final = (CLASSES_SOURCE, STABLE_SOURCE, WEAKENING_SOURCE)

REVERSED_DAY: Final = 14
NOT_REVERSED_DAY: Final = 90
"""Days after induction on which an enriched environment began (checked: abraham2002, abstract)."""

_BOTTOM: Final = -0.8
_TOP: Final = 1.15
_TOP_WITH_DAYS: Final = 1.5
"""Room for the words of the days."""


@dataclass(frozen=True)
class Data:
    """All that is drawn.

    Attributes
    ----------
    asides
        Headings and texts below.
    reversal
        Where along the axis stable strengthening was reversed; None where it is said in words.
    """

    curves: Curves
    asides: tuple[tuple[str, str], ...]
    reversal: float | None
    words: Words
    lang: Lang
    audience: Audience


@validated
def compute(*, lang: Lang = "en", audience: Audience = "patient") -> Data:
    """Choose the shapes and their words."""
    words = WORDS[lang, audience]
    has_days = audience == "clinician"
    return Data(
        curves=_curves(words, has_days=has_days),
        asides=tuple((heading, _filled(text)) for heading, text in words.asides),
        reversal=shapes.place_of_day(REVERSED_DAY) if has_days else None,
        words=words,
        lang=lang,
        audience=audience,
    )


def _curves(words: Words, *, has_days: bool) -> Curves:
    """Return the shapes; the days on which the environment began stand on the stable one."""
    days = ((REVERSED_DAY, words.reversed_day), (NOT_REVERSED_DAY, words.not_reversed_day))
    points = (MarkedPoint(shapes.place_of_day(day), 1.0, _filled(text)) for day, text in days)
    return Curves(
        series=(
            Series(words.stable, shapes.stable(), "gain"),
            Series(words.fading, shapes.fading(), "gain"),
            Series(words.weakened, shapes.weakened(), "loss"),
        ),
        x=_time(words),
        y=_strength(words, top=_TOP_WITH_DAYS if has_days else _TOP),
        band=words.band,
        references=(ReferenceLine("x", shapes.STIMULATED, words.stimulated),),
        points=tuple(points) if has_days else (),
    )


def _time(words: Words) -> Axis:
    places = (shapes.HOUR, shapes.DAY, shapes.WEEK, shapes.MONTH, shapes.YEAR)
    return Axis(
        "ltp_decay",
        "x",
        words.time,
        limits=(shapes.START, shapes.END),
        ticks=tuple(zip(places, words.ticks, strict=True)),
        is_schematic=True,
    )


def _strength(words: Words, *, top: float) -> Axis:
    return Axis(
        "ltp_decay",
        "y",
        words.strength,
        limits=(_BOTTOM, top),
        ticks=((0.0, words.before),),
        is_schematic=True,
    )


def describe(data: Data) -> tuple[str, str]:
    """Return the text alternative and the long description of what is drawn."""
    asides = (f"{heading}. {text}" for heading, text in data.asides)
    return data.words.alt, " ".join((_filled(data.words.description), *asides))


def evidence(data: Data) -> Evidence:
    """Return what the shapes rest on, in the figure's language."""
    return Evidence("schematic", SOURCES, data.words.note)


def _filled(text: str) -> str:
    return text.format(reversed=REVERSED_DAY, not_reversed=NOT_REVERSED_DAY)


def table(data: Data) -> DataTable:
    """Return what was published of each shape, in words; time constants are held back."""
    names, checked = ROWS[data.lang], CHECKED[data.lang]
    rows: tuple[tuple[Cell, ...], ...] = (
        (names.fading, names.hours_to_weeks, None, CLASSES_SOURCE, checked),
        (names.stable, names.months_or_longer, None, CLASSES_SOURCE, checked),
        (names.stable, names.at_least_a_year, None, STABLE_SOURCE, checked),
        (names.environment, names.reversed, REVERSED_DAY, STABLE_SOURCE, checked),
        (names.environment, names.not_reversed, NOT_REVERSED_DAY, STABLE_SOURCE, checked),
        (names.weakened, names.exists, None, WEAKENING_SOURCE, CHECKED_SECONDARY[data.lang]),
        (names.heights, names.chosen, None, None, names.drawn),
        (names.time_constants, None, None, None, NOT_CHECKED[data.lang]),
    )
    return DataTable(COLUMNS[data.lang], rows)
