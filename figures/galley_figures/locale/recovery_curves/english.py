"""English words of `galley_figures.recovery_curves`."""

from __future__ import annotations

from typing import Final

from galley_figures.locale.recovery_curves.words import Words

_ALT: Final = (
    "Model of arm recovery: from {start}, five groups reach {ends} of {highest} after {weeks} "
    "weeks."
)
PATIENT: Final = Words(
    time="Weeks from the start",
    score="How well the arm moves, Fugl-Meyer score",
    score_unit="points, {highest} is best",
    groups=(
        "Poor: little returns",
        "Moderate: about half returns, slowly",
        "Moderate: most returns, slowly",
        "Good: most returns, fast",
        "Good: most returns, fastest",
    ),
    start="start: {start}, chosen here",
    asides=(
        (
            "About groups, not about you",
            (
                "Group averages under usual care, not a personal forecast. The picture cannot say "
                "which curve a person will follow. All curves start at {start} because that was "
                "chosen; the real start scores of the groups were not seen."
            ),
        ),
        (
            "How far predictions missed",
            (
                "Of the predictions made one week after the stroke, half missed the final score "
                "by {error} points or more, and a quarter by {high} or more. The bar has the "
                "scale of the curves."
            ),
        ),
    ),
    caption=(
        "From the same start, recovery of the arm differs widely: in some groups most of it comes "
        "back, in one group little."
    ),
    alt=_ALT,
    list="{others} and {last}",
    opening=(
        "Five curves from a model of {people} people after a first ischaemic stroke. They show the "
        "Fugl-Meyer score of the arm, from 0 to {highest} points, over {weeks} weeks. All start at "
        "{start}, a score that was chosen."
    ),
    group_sentence="{name}; {end} points at the end.",
    note=(
        "Group averages under usual care, not a personal forecast. The parameters are published; "
        "that they apply to the points missing from the start score to {highest} was not checked. "
        "Predictions at one week missed by a median of {error} points (middle half {low} to "
        "{high})."
    ),
)

CLINICIAN: Final = Words(
    time="Weeks from the start score",
    score="FM-UE score",
    score_unit="points, 0–{highest}",
    groups=(
        "Poor (1): r\u00a0=\u00a0{r},\u00a0τ\u00a0=\u00a0{tau}\u00a0weeks",
        "Moderate (2): r\u00a0=\u00a0{r},\u00a0τ\u00a0=\u00a0{tau}\u00a0weeks",
        "Moderate (3): r\u00a0=\u00a0{r},\u00a0τ\u00a0=\u00a0{tau}\u00a0weeks",
        "Good (4): r\u00a0=\u00a0{r},\u00a0τ\u00a0=\u00a0{tau}\u00a0weeks",
        "Good (5): r\u00a0=\u00a0{r},\u00a0τ\u00a0=\u00a0{tau}\u00a0weeks",
    ),
    start="FM₀ = {start}, chosen",
    asides=(
        (
            "Group averages",
            (
                "Group averages under usual care, not a personal forecast. {equation}; that r "
                "applies to {missing} was not checked. FM₀ is chosen: the subgroups’ start scores "
                "were not seen."
            ),
        ),
        (
            "Prediction error",
            (
                "Endpoint FM-UE predicted at 1 week after stroke, cross-validated: median absolute "
                "error {error} points (IQR\u00a0{low}–{high}). The bar is drawn to the scale of "
                "the curves."
            ),
        ),
    ),
    caption=(
        "Five subgroups of upper limb recovery from the same start score: the share regained and "
        "the speed both differ."
    ),
    alt=_ALT,
    list="{others} and {last}",
    opening=(
        "Five exponential curves of the mixture model fitted to {people} people after a first "
        "ischaemic stroke: FM-UE, 0 to {highest} points, over {weeks} weeks, all from {start}, a "
        "score that was chosen."
    ),
    group_sentence="{name}; {end} points at the end.",
    note=(
        "Group averages under usual care, not a personal forecast. r, τ and clusters as published; "
        "that r applies to {missing} was not checked, and FM₀ is chosen. Endpoint predicted "
        "at 1 week after stroke: median absolute error {error} points (IQR\u00a0{low}–{high})."
    ),
)
