"""Where everything in a curve figure goes, on a page and on a phone; it draws nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from typing import Final

from galley_figures.kinds.curve.annotations import (
    Header,
    header_of,
    header_words,
    lying_labels,
    on_lying_lines,
    point_words,
    reference_strokes,
    strokes_cloud,
)
from galley_figures.kinds.curve.end_labels import (
    BETWEEN,
    COLUMN_WIDTH,
    FAR,
    NARROW_WIDTH,
    NEAR,
    above_or_below,
    beside_early_ends,
    column_heights,
    end_labels,
    in_column,
    is_moved,
    rows_of_key,
)
from galley_figures.kinds.curve.lines import LineInPx, lines_in_px
from galley_figures.kinds.curve.spec import Curves
from galley_figures.kinds.plane.axis import ends_of
from galley_figures.kinds.plane.beside_points import dots_cloud
from galley_figures.kinds.plane.boxes import Cloud, Point, along, joined
from galley_figures.kinds.plane.frame import MARGIN, Frame, Room, frame_of
from galley_figures.kinds.plane.notes import Note, bottom_of, notes_below
from galley_figures.kinds.plane.words import Label, PlacedWords
from galley_figures.locale import Lang
from galley_figures.style.canvas import Layout

SAMPLE: Final = 30
"""Length of a line's sample in a key."""

_TO_NAME: Final = 10
_HEIGHT: Final = 270
_NARROW_HEIGHT: Final = 290
_SHADED: Final[dict[Lang, str]] = {"en": "Shaded: {band}.", "id": "Arsiran: {band}."}


@dataclass(frozen=True)
class Plan:
    """Everything in its place.

    Attributes
    ----------
    key
        Names beside samples of their lines, in place of names at the lines' ends.
    notes
        Sentences under the axis.
    """

    frame: Frame
    lines: tuple[LineInPx, ...]
    words: tuple[PlacedWords, ...]
    key: tuple[PlacedWords, ...]
    references: tuple[tuple[Point, Point], ...]
    points: tuple[Point, ...]
    notes: tuple[Note, ...]
    height: float


@dataclass(frozen=True)
class _Names:
    """Names of the curves and of the lying lines, placed; a key where they had no room."""

    frame: Frame
    words: tuple[PlacedWords, ...]
    key: tuple[PlacedWords, ...] = ()


@dataclass(frozen=True)
class _Sheet:
    """What is to be laid out, and for whom."""

    curves: Curves
    header: Header
    layout: Layout
    lang: Lang

    def frame(self, *, beside: float = 0, above: float = 0, height: float = _HEIGHT) -> Frame:
        """Lay out the axes with room for names beside them, or for a key above them."""
        room = Room(self.layout, self.header.height + above, beside, height)
        ends = (
            ends_of(self.curves.x, self.curves.x_values, is_rounded=False),
            ends_of(self.curves.y, self.curves.y_values, is_rounded=True),
        )
        return frame_of(self.curves.x, self.curves.y, ends, room, self.lang)

    def labels(self, frame: Frame) -> tuple[Label, ...]:
        """Return the names of the curves and of the lying lines."""
        lines = lines_in_px(self.curves, frame.plane)
        return (
            *end_labels(lines, width_px=COLUMN_WIDTH),
            *lying_labels(self.curves, frame.plane, width_px=COLUMN_WIDTH),
        )

    def obstacles(self, frame: Frame) -> Cloud:
        """Return points along the reference lines and around the marked points."""
        places = [frame.plane.point(point.x, point.y) for point in self.curves.points]
        strokes = reference_strokes(self.curves, frame.plane)
        return joined(strokes_cloud(strokes), dots_cloud(places))


@lru_cache(maxsize=4)  # figures ask where the axes of a curve are that has been drawn
def plan_curves(curves: Curves, layout: Layout, lang: Lang) -> Plan:
    """Lay out curves, names, reference lines, points and notes."""
    header = header_of(curves, layout)
    sheet = _Sheet(curves, header, layout, lang)
    names = _narrow(sheet) if layout.is_narrow else _wide(sheet)
    plane = names.frame.plane
    strokes = reference_strokes(curves, plane)
    lines = lines_in_px(curves, plane)
    above = header_words(header, plane, layout)
    dotted, numbered = point_words(
        curves,
        plane,
        layout,
        first_number=len(header.notes) + 1,
        taken=[words.box for words in (*names.words, *above)],
        marks=joined(
            _marks(lines),
            sheet.obstacles(names.frame),
            *(along(words.leader) for words in names.words),
        ),
    )
    notes = _notes(sheet, (*header.notes, *numbered), names.frame.bottom + 4)
    return Plan(
        frame=names.frame,
        lines=lines,
        words=(*names.words, *above, *dotted),
        key=names.key,
        references=strokes,
        points=tuple(plane.point(point.x, point.y) for point in curves.points),
        notes=notes,
        height=bottom_of(notes, names.frame.bottom),
    )


def _marks(lines: Sequence[LineInPx]) -> Cloud:
    return joined(*(line.cloud for line in lines), *(line.band_cloud for line in lines))


def _wide(sheet: _Sheet) -> _Names:
    """Set names into a column at the right, or beside the ends of curves that end early."""
    heights = [label.height + BETWEEN for label in sheet.labels(sheet.frame())]
    height = max(_HEIGHT, sum(heights))
    frame = sheet.frame(height=height)
    labels = sheet.labels(frame)
    if not labels:
        return _Names(frame, ())
    middles = column_heights(labels, frame.plane.box)
    moved = any(is_moved(label, m) for label, m in zip(labels, middles, strict=True))
    gap = FAR if moved else NEAR
    frame = sheet.frame(beside=gap + max(label.width for label in labels), height=height)
    return _Names(frame, _in_column_or_inside(sheet, frame, gap))


def _in_column_or_inside(sheet: _Sheet, frame: Frame, gap: float) -> tuple[PlacedWords, ...]:
    """Set early names inside if no leader to the column would run through them."""
    labels = sheet.labels(frame)
    early = beside_early_ends(
        labels,
        lines_in_px(sheet.curves, frame.plane),
        frame.plane.box,
        obstacles=sheet.obstacles(frame),
    )
    inside = tuple(words for words in early if words)
    rest = [label for label, words in zip(labels, early, strict=True) if words is None]
    column = _column(rest, frame, gap)
    is_crossed = any(
        words.box.distance_to(along(other.leader)) < BETWEEN for words in inside for other in column
    )
    return _column(labels, frame, gap) if is_crossed else (*inside, *column)


def _column(labels: Sequence[Label], frame: Frame, gap: float) -> tuple[PlacedWords, ...]:
    box = frame.plane.box
    middles = column_heights(labels, box)
    return in_column(labels, middles, left=box.right + gap, right_of_plane=box.right)


def _narrow(sheet: _Sheet) -> _Names:
    """Set names above or below the lines' ends, or all of them into a key above the plane."""
    frame = sheet.frame(height=_NARROW_HEIGHT)
    words = _inside(sheet, frame)
    if words is not None:
        return _Names(frame, words)
    key_height = rows_of_key(_key_labels(sheet.labels(frame), sheet.layout))
    frame = sheet.frame(above=key_height, height=_NARROW_HEIGHT)
    return _Names(frame, (), _key(sheet, frame, key_height))


def _inside(sheet: _Sheet, frame: Frame) -> tuple[PlacedWords, ...] | None:
    plane, obstacles = frame.plane, sheet.obstacles(frame)
    lines = lines_in_px(sheet.curves, plane)
    labels = end_labels(lines, width_px=NARROW_WIDTH)
    names = above_or_below(labels, lines, plane.box, obstacles=obstacles)
    if names is None:
        return None
    lying = on_lying_lines(
        lying_labels(sheet.curves, plane, width_px=plane.box.width * 0.7),
        plane.box,
        taken=[words.box for words in names],
        marks=joined(_marks(lines), obstacles),
    )
    return None if lying is None else (*names, *lying)


def _key_labels(labels: Sequence[Label], layout: Layout) -> tuple[Label, ...]:
    """Return the names broken to the page, in the order of the lines' ends from the top."""
    width = layout.width_px - 2 * MARGIN - SAMPLE - _TO_NAME
    return tuple(
        label.rewrapped(width) for label in sorted(labels, key=lambda label: label.anchor[1])
    )


def _key(sheet: _Sheet, frame: Frame, height: float) -> tuple[PlacedWords, ...]:
    labels = _key_labels(sheet.labels(frame), sheet.layout)
    top = frame.plane.box.top - sheet.header.height - height
    tops = accumulate((label.height for label in labels), initial=top)
    return tuple(
        label.placed(MARGIN + SAMPLE + _TO_NAME, top)
        for label, top in zip(labels, tops, strict=False)
    )


def _notes(sheet: _Sheet, numbered: Sequence[str], y: float) -> tuple[Note, ...]:
    curves = sheet.curves
    shaded = _SHADED[sheet.lang].format(band=curves.shaded) if curves.shaded else ""
    return notes_below(numbered, [shaded, curves.note], sheet.layout, y)
