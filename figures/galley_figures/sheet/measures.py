"""What is measured of each drawing of the sheet."""

from __future__ import annotations

import csv
import gzip
import io
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from typing import Final, cast, get_args

import numpy as np
from matplotlib.figure import Figure

import galley_figures
from galley_figures.explanatory import ExplanatoryFigure
from galley_figures.inspection import Painted, painted, visible_texts
from galley_figures.legibility import SIGHTS, ColourPair, Reading, Sight
from galley_figures.legibility.contrast import readings_of
from galley_figures.legibility.pairs import pairs_of
from galley_figures.parameters import ParameterInfo, Range, Value, parameters_of
from galley_figures.sheet.catalogue import Entry
from galley_figures.style.canvas import LAYOUTS
from galley_figures.style.palette import Theme

THEMES: Final[tuple[Theme, ...]] = get_args(Theme)
_STATES_OF_A_RANGE: Final = 5


@dataclass(frozen=True)
class Measures:
    """Sizes, contrast and colour distance of one drawing; ``None`` where there is nothing of it.

    Attributes
    ----------
    states_bytes
        Both layouts of every state, if a reader may switch the figure's first parameter; measured
        once for each language.
    distance_normal, distance_protan, distance_deutan, distance_tritan, distance_grey
        The smallest CIEDE2000 distance of two colours with a meaning, over layouts and themes.
    told_apart_by
        What tells the pairs apart: ``colour``, ``form``, ``labels``, or ``nothing``.
    """

    name: str
    parameters: str
    wide_bytes: int
    narrow_bytes: int
    both_bytes: int
    states_bytes: int | None
    smallest_text_px: float | None
    text_contrast_light: float | None
    text_contrast_dark: float | None
    mark_contrast_light: float | None
    mark_contrast_dark: float | None
    distance_normal: float | None
    distance_protan: float | None
    distance_deutan: float | None
    distance_tritan: float | None
    distance_grey: float | None
    told_apart_by: str
    alt_characters: int


COLUMNS: Final = tuple(field.name for field in fields(Measures))


def measure(entry: Entry, figure: ExplanatoryFigure) -> Measures:
    """Measure one drawing; sizes are those of gzip, as a page is sent."""
    drawings = [figure.redraw(layout) for layout in LAYOUTS] if figure.redraw else []
    things = [painted(drawing) for drawing in drawings]
    readings = {theme: _readings(things, theme) for theme in THEMES}
    pairs = [pair for theme in THEMES for one in things for pair in pairs_of(one, theme)]
    distances = {sight: _smallest(pair.distances[sight] for pair in pairs) for sight in SIGHTS}
    return Measures(
        name=entry.name,
        parameters=", ".join(f"{name}={value}" for name, value in entry.parameters.items()),
        wide_bytes=gzip_bytes(figure.wide_svg),
        narrow_bytes=gzip_bytes(figure.narrow_svg),
        both_bytes=gzip_bytes(figure.wide_svg + figure.narrow_svg),
        states_bytes=_states_bytes(entry),
        smallest_text_px=_smallest(map(_smallest_text_px, drawings)),
        text_contrast_light=_lowest(readings["light"], "text"),
        text_contrast_dark=_lowest(readings["dark"], "text"),
        mark_contrast_light=_lowest(readings["light"], "mark"),
        mark_contrast_dark=_lowest(readings["dark"], "mark"),
        **_by_sight(distances),
        told_apart_by=_told_apart_by(pairs),
        alt_characters=len(figure.alt),
    )


def gzip_bytes(text: str) -> int:
    """Return how many bytes a text has when it is sent."""
    return len(gzip.compress(text.encode(), mtime=0))


def render_csv(rows: Iterable[Measures]) -> str:
    """Return the measures as CSV text."""
    stream = io.StringIO()
    writer = csv.DictWriter(stream, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(asdict(row) for row in rows)
    return stream.getvalue()


def _readings(things: Iterable[Sequence[Painted]], theme: Theme) -> list[Reading]:
    return [reading for one in things for reading in readings_of(one, theme)]


def _lowest(readings: Iterable[Reading], kind: str) -> float | None:
    return _smallest(reading.ratio for reading in readings if reading.kind == kind)


def _smallest_text_px(drawing: Figure) -> float:
    return min(float(text.get_fontsize()) for text in visible_texts(drawing))


def _smallest(values: Iterable[float]) -> float | None:
    found = min(values, default=None)
    return None if found is None else round(found, 2)


def _by_sight(distances: Mapping[Sight, float | None]) -> Mapping[str, float | None]:
    return {f"distance_{sight}": value for sight, value in distances.items()}


def _told_apart_by(pairs: Iterable[ColourPair]) -> str:
    cues = {pair.told_apart_by[0] if pair.told_apart_by else "nothing" for pair in pairs}
    return " ".join(sorted(cues))


def _states_bytes(entry: Entry) -> int | None:
    if entry.group != "gallery" or set(entry.parameters) != {"lang"}:
        return None
    function = cast("Callable[..., ExplanatoryFigure]", getattr(galley_figures, entry.name))
    explorable = _explorable(parameters_of(function))
    if not explorable:
        return None
    calls = [{**entry.parameters, **one} for one in explorable]
    figures = [function(**call) for call in calls]
    return gzip_bytes("".join(figure.wide_svg + figure.narrow_svg for figure in figures))


def _explorable(parameters: Mapping[str, ParameterInfo]) -> list[dict[str, Value]]:
    """Return the states a reader might get: every value of the first parameter that can change."""
    for name, parameter in parameters.items():
        values = _values(parameter)
        if name not in {"lang", "audience"} and values:
            return [{name: value} for value in values]
    return []


def _values(parameter: ParameterInfo) -> tuple[Value, ...]:
    if not isinstance(parameter.legal, Range):
        return parameter.legal or ()
    spread = np.linspace(parameter.legal.low, parameter.legal.high, _STATES_OF_A_RANGE)
    return tuple(int(value) if parameter.kind is int else float(value) for value in spread)
