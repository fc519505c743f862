"""The second figure of every other article: what three groups gained."""

from galley_figures.explanatory import ExplanatoryFigure
from galley_figures.kinds.bars import bars

LIMIT = 40


def gains(*, early: float, late: float, usual: float) -> ExplanatoryFigure:
    """Draw the gains side by side."""
    return bars(
        [
            {"label": "Early training", "value": early, "meaning": "restoration"},
            {"label": "Late training", "value": late, "meaning": "time"},
            {"label": "Usual care", "value": usual, "meaning": "neutral"},
        ],
        measure="Gain of the arm score in 26 weeks",
        unit="points of 66",
        limit=LIMIT,
        decimals=1,
        evidence="model",
        sources=["study01"],
        note="Numbers made up for the benchmark.",
    )
