"""Path data as short as it can be without being seen: fewer points, relative, rounded."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final, TypeAlias

import numpy as np
import numpy.typing as npt

Point: TypeAlias = tuple[float, float]
Segment: TypeAlias = tuple[str, tuple[Point, ...]]

_LONG_LINE_POINTS: Final = 9
_TOLERANCE_PX: Final = 0.04
"""A curve drawn with fewer points strays this far at most; a screen shows a quarter of a px."""

_COMMAND: Final = re.compile(r"([A-Za-z])([^A-Za-z]*)")
_LONGEST_NUMBER: Final = 12
_POINTS_OF: Final = {"M": 1, "L": 1, "Q": 2, "C": 3}


def short_path(data: str) -> str:
    """Return absolute path data, as matplotlib writes it, in its shortest form.

    >>> short_path("M 10 20 L 10.004 30 L 15 30 z")
    'M10 20v10h5z'
    """
    segments = parse_path(data)
    # Bends of small marks, and lengths of lines dashed into dots, show a twentieth of a px; the
    # many points of a drawn curve do not.
    decimals = 1 if _longest_line(segments) >= _LONG_LINE_POINTS else 2
    return _written(simplified(segments), decimals)


def _longest_line(segments: Sequence[Segment]) -> int:
    commands = "".join(command for command, _points in segments)
    return 0 if "C" in commands or "Q" in commands else max(map(len, re.findall("L*", commands)))


def parse_path(data: str) -> list[Segment]:
    """Return the segments of path data with the absolute commands M, L, Q, C and Z.

    Raises
    ------
    ValueError
        If there is another command.
    """
    segments: list[Segment] = []
    for command, numbers in _COMMAND.findall(data):
        if command in "zZ":
            segments.append(("Z", ()))
            continue
        if command not in _POINTS_OF:
            raise ValueError(f"path data has the command {command!r}, not one of M, L, Q, C, Z")
        values = [float(value) for value in numbers.replace(",", " ").split()]
        points = list(zip(values[::2], values[1::2], strict=True))
        step = _POINTS_OF[command]
        segments.extend(
            (command, tuple(points[start : start + step])) for start in range(0, len(points), step)
        )
    return segments


def moved_path(data: str, x: float, y: float) -> str:
    """Return path data, absolute as above, somewhere else."""
    return "".join(
        command + " ".join(f"{px + x:.6g} {py + y:.6g}" for px, py in points)
        for command, points in parse_path(data)
    )


def simplified(segments: Sequence[Segment]) -> list[Segment]:
    """Return segments without the points of long lines that a straight line passes anyway."""
    kept: list[Segment] = []
    run: list[Point] = []
    for command, points in segments:
        if command == "L":
            run.append(points[0])
            continue
        kept.extend(_line_segments(kept, run))
        run = []
        kept.append((command, points))
    return kept + _line_segments(kept, run)


def _line_segments(before: Sequence[Segment], run: list[Point]) -> list[Segment]:
    if len(run) >= _LONG_LINE_POINTS and before and before[-1][1]:
        run = _fewer_points([before[-1][1][-1], *run])[1:]
    return [("L", (point,)) for point in run]


def _fewer_points(points: list[Point]) -> list[Point]:
    """Return the points that Ramer, Douglas and Peucker keep."""
    places = np.asarray(points)
    keep = np.zeros(len(points), dtype=bool)
    keep[[0, -1]] = True
    spans = [(0, len(points) - 1)]
    while spans:
        first, last = spans.pop()
        if last - first > 1:
            distances = _distances(places[first + 1 : last], places[first], places[last])
            farthest = int(distances.argmax())
            if distances[farthest] > _TOLERANCE_PX:
                middle = first + 1 + farthest
                keep[middle] = True
                spans += [(first, middle), (middle, last)]
    return [point for point, is_kept in zip(points, keep, strict=True) if is_kept]


_Array: TypeAlias = npt.NDArray[np.float64]


def _distances(points: _Array, start: _Array, end: _Array) -> _Array:
    """Return how far points are from the straight line between two others, its ends included."""
    along = end - start
    offset = points - start
    squared = float(along @ along)
    share = np.clip(offset @ along / squared, 0, 1) if squared else np.zeros(len(points))
    return np.asarray(np.hypot(*(offset - share[:, np.newaxis] * along).T))


def _written(segments: Sequence[Segment], decimals: int) -> str:
    text = ""
    last = ""
    here = start = (0.0, 0.0)
    for command, points in segments:
        if command == "M":
            here = start = _round(points[0], decimals)
            text += "M" + _joined(here)
            last = ""
        elif command == "Z":
            here, last = start, ""
            text += "z"
        else:
            letter, numbers, here = _step(command, points, here, decimals)
            if last and letter in "hv" and not numbers[0]:
                continue  # a step to where it stands; alone it would be a dot
            text += _glued(text, letter, numbers, is_same=letter == last)
            last = letter
    return text


def _step(
    command: str, points: Sequence[Point], here: Point, decimals: int
) -> tuple[str, tuple[float, ...], Point]:
    """Return a segment as seen from here, and where it ends as a reader adds it up."""
    ends = [_round(point, decimals) for point in points]
    if ends[-1] == here and points[-1] != here and command == "L":
        # A dot is a line of almost no length; it must keep what little it has.
        ends = [_round(points[-1], 2)]
    steps = [_round((x - here[0], y - here[1]), 2) for x, y in ends]
    if command == "L" and steps[0][1] == 0:
        return "h", (steps[0][0],), ends[-1]
    if command == "L" and steps[0][0] == 0:
        return "v", (steps[0][1],), ends[-1]
    return command.lower(), tuple(value for step in steps for value in step), ends[-1]


def _round(point: Point, decimals: int) -> Point:
    return round(point[0], decimals), round(point[1], decimals)


def _glued(text: str, letter: str, numbers: Sequence[float], *, is_same: bool) -> str:
    """Return what is written after a text: the letter once, and no space that is not needed."""
    joined = _joined(numbers)
    if not is_same:
        return letter + joined
    return joined if _needs_no_space(text, joined) else " " + joined


def _joined(numbers: Sequence[float]) -> str:
    text = compact(numbers[0])
    for number in numbers[1:]:
        word = compact(number)
        text += word if _needs_no_space(text, word) else " " + word
    return text


def _needs_no_space(before: str, word: str) -> bool:
    if not word.startswith("."):
        return word.startswith("-")
    last_number = re.split(r"[ a-zA-Z-]", before[-_LONGEST_NUMBER:])[-1]
    return "." in last_number


@lru_cache(maxsize=16_384)  # the steps of a drawing repeat
def compact(value: float) -> str:
    """Write a number with two decimals at most.

    >>> compact(12.0), compact(-0.001), compact(0.456)
    ('12', '0', '.46')
    """
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    if text in {"-0", ""}:
        return "0"
    return text.replace("0.", ".", 1) if text.startswith(("0.", "-0.")) else text
