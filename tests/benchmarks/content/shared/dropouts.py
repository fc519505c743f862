"""The second figure of the other articles: how many of each group did not come back."""

from galley_figures.explanatory import ExplanatoryFigure
from galley_figures.kinds.bars import bars

LIMIT = 40


def dropouts(*, early: float, late: float, usual: float) -> ExplanatoryFigure:
    """Draw the shares side by side."""
    return bars(
        [
            {"label": "Early training", "value": early, "meaning": "caution"},
            {"label": "Late training", "value": late, "meaning": "time"},
            {"label": "Usual care", "value": usual, "meaning": "neutral"},
        ],
        measure="People who did not come to the last visit",
        unit="of 100 people",
        limit=LIMIT,
        decimals=1,
        evidence="model",
        sources=["study01"],
        note="Numbers made up for the benchmark.",
    )
