"""The rungs of the evidence ladder, the strongest kind of study first, and which way each points.

What a rung says was read in the sources named, mostly in their abstracts; the first half of the
large trial's finding in a plain summary of it. Works whose results are known from memory only are
"not checked": the table names them, and nothing of them is drawn.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from galley_figures.kinds.comparison_matrix import Mark

RungKey: TypeAlias = Literal[
    "guideline",
    "pooled",
    "large_trial",
    "implant_trial",
    "small_trial",
    "cohort",
    "mice",
    "tdcs_guideline",
    "tdcs_review",
    "tdcs_trial",
]
Status: TypeAlias = Literal["checked", "secondary", "not checked"]


@dataclass(frozen=True)
class Rung:
    """One kind of study with its example.

    Attributes
    ----------
    mark
        Which way it points: up for benefit, down for harm, level for no clear difference, unknown
        where it cannot tell. None where that was not checked.
    status
        Whether its words were read in the source, or in a secondary one.
    """

    key: RungKey
    mark: Mark | None
    sources: tuple[str, ...]
    status: Status


RUNGS: Final = (
    Rung("guideline", "up", ("lefaucheur2020",), "checked"),
    Rung("pooled", "up", ("lohse2014",), "checked"),
    Rung("large_trial", "down", ("avert2015", "bernhardt2021"), "secondary"),
    Rung("implant_trial", "up", ("dawson2021",), "checked"),
    Rung("small_trial", "level", ("lang2016",), "checked"),
    Rung("cohort", "unknown", ("ward2019",), "checked"),
    Rung("mice", "unknown", ("fritsch2010",), "checked"),
)
"""From the top; the order of kinds of study is a convention."""

HELD_BACK: Final = (
    Rung("tdcs_guideline", None, ("lefaucheur2017",), "not checked"),
    Rung("tdcs_review", None, ("elsner2020",), "not checked"),
    Rung("tdcs_trial", None, ("schlaug2025",), "not checked"),
)
"""Works on direct current whose results have not been read."""
