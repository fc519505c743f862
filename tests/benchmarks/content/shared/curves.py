"""The first figure of every article: how two groups recover, as curves with their intervals."""

from collections.abc import Iterator

import numpy as np

from galley_figures.explanatory import ExplanatoryFigure
from galley_figures.kinds.curve import curve

LAST_WEEK = 26
INTERVAL_POINTS = 3.0

Row = dict[str, float | str]


def recovery(*, start: float, gain: float, tau_weeks: float) -> ExplanatoryFigure:
    """Draw the usual course, and the course of a group that gains a third more."""
    rows = [
        *_course("Usual training", start, gain, tau_weeks, "neutral"),
        *_course("More training", start, gain * 4 / 3, tau_weeks, "restoration"),
    ]
    return curve(
        rows,
        x_label="Time after the stroke",
        x_unit="weeks",
        y_label="Arm score",
        y_unit="points of 66",
        y_limits=(0, 66),
        band="95% interval",
        evidence="model",
        sources=["study01"],
        note="Numbers made up for the benchmark.",
    )


def _course(name: str, start: float, gain: float, tau: float, meaning: str) -> Iterator[Row]:
    weeks = np.arange(0, LAST_WEEK + 1, 2)
    scores = start + gain * (1 - np.exp(-weeks / tau))
    for week, score in zip(weeks.tolist(), scores.round(1).tolist(), strict=True):
        yield {
            "series": name,
            "x": week,
            "y": score,
            "low": round(score - INTERVAL_POINTS, 1),
            "high": round(score + INTERVAL_POINTS, 1),
            "meaning": meaning,
        }
