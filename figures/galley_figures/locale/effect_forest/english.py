"""English words of `galley_figures.effect_forest`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from galley_figures.locale.effect_forest.words import Panel, Words

_BDNF: Final = Words(
    groups={
        "exercise": "Exercise programmes and the growth factor BDNF in blood",
        "stimulation": "Brain stimulation and BDNF in blood",
    },
    rows={
        "all": "All kinds of training, at least 2 weeks",
        "aerobic": "of these: aerobic training",
        "resistance": "of these: strength training",
        "neurological": (
            "Aerobic programmes in people with neurological disorders; low-quality studies"
        ),
        "stimulation": "Magnetic or direct-current stimulation in people with depression",
        "single": "A single session",
        "session-after": "A session after a training programme",
        "resting": "Resting level after a training programme",
    },
    verdicts={
        "exercise": {"low": "lower", "high": "higher", "unclear": "no clear change"},
        "stimulation": {"low": "lower", "high": "higher", "unclear": "no clear change"},
    },
    numbers_title="effect (95% interval)",
    axis="difference in standard deviations",
    measure="standardised mean difference",
    low_side="less BDNF",
    high_side="more BDNF",
    no_effect="no change",
    caution="Blood is not brain: all of this was measured in blood.",
    note=("The rows come from three reviews of different people, so no average of all is drawn."),
    caption=(
        "Aerobic training raises BDNF in blood; strength training and brain stimulation did not "
        "clearly do so, and none of it shows what happens in the brain."
    ),
    alt=(
        "BDNF in blood, change in standard deviations: aerobic training {aerobic}, strength "
        "{resistance}, brain stimulation {stimulation}."
    ),
    evidence=(
        "Published pooled estimates, drawn as published. They measure blood, not the brain, in "
        "different groups of people; none shows that more BDNF means better recovery."
    ),
)

_TIMING: Final = Words(
    groups={
        "death": "Dying within 14 days of the stroke",
        "good-outcome": "A good outcome 3 months after the stroke",
    },
    rows={
        "death": "Out of bed within 24 hours, with more training than usual care",
        "sessions": "More sessions out of bed each day",
        "minutes": "More minutes out of bed each day",
        "good-outcome": "Out of bed within 24 hours, with more training than usual care",
    },
    verdicts={
        "death": {"low": "better", "high": "worse", "unclear": "no clear difference"},
        "good-outcome": {"low": "worse", "high": "better", "unclear": "no clear difference"},
    },
    numbers_title="odds ratio (95% interval)",
    axis="odds ratio: 1 = no difference, 2 = double",
    measure="odds ratio",
    low_side="lower odds",
    high_side="higher odds",
    no_effect="no difference",
    note=(
        "All from one trial, AVERT, with 2,104 people. The upper row compares groups made by "
        "chance. The lower rows compare what people happened to get, so they prove less."
    ),
    caption=(
        "Very early, high-dose training raised the odds of dying in the first 14 days; short and "
        "frequent sessions went with better outcomes than long ones."
    ),
    alt=(
        "Odds ratios from the AVERT trial: death within 14 days {death}; good outcome with more "
        "sessions {sessions}, more minutes {minutes}."
    ),
    evidence=(
        "Published odds ratios from one trial, drawn as published; the lower rows are "
        "observational. The size of one step (a session, some minutes) was not checked. The "
        "trial's main result is held back until its numbers have been read in the paper."
    ),
)

_ARM: Final = Words(
    groups={"arm": "Arm movement score (Fugl-Meyer) with stimulation of the vagus nerve"},
    rows={
        "vns": "One trial: 18 training sessions with an implanted stimulator, compared with sham "
        "stimulation",
        "vns-pooled": "A review of 8 studies, 4 with an implanted stimulator and 4 through the "
        "skin",
    },
    verdicts={"arm": {"low": "worse", "high": "better", "unclear": "no clear difference"}},
    numbers_title="points (95% interval)",
    axis="points gained more than in the comparison group",
    measure="difference in points (FMA-UE)",
    low_side="",
    high_side="",
    no_effect="no difference",
    threshold="a response in one person",
    caution="The implant needs an operation.",
    note=(
        "The trial: 108 people, at least 9 months after the stroke. The review covers studies up "
        "to 2021, so the rows may share people. The 6 points are a mark for one person’s gain, not "
        "for a difference between groups."
    ),
    caption=(
        "Training with an implanted nerve stimulator gained a little more than the same training "
        "without; the difference is smaller than the gain counted as a response in one person."
    ),
    alt=(
        "Arm score, Fugl-Meyer: nerve stimulation gained {vns} points more in a trial, "
        "{vns-pooled} in a review; a response is 6."
    ),
    evidence=(
        "Published differences, drawn as published. The trial's device is invasive; the review "
        "mixes it with stimulation through the skin, so neither row speaks for the skin alone."
    ),
)

_GAIN: Final = Words(
    groups={"gain": "Improvement in rehabilitation after stroke"},
    rows={
        "dose": "More time scheduled for therapy, compared with less",
        "tdcs-daily": "Direct-current stimulation: daily activities",
    },
    verdicts={"gain": {"low": "worse", "high": "better", "unclear": "no clear difference"}},
    numbers_title="effect (95% interval)",
    axis="difference in standard deviations (Hedges’ g)",
    measure="standardised mean difference",
    low_side="less gain",
    high_side="more gain",
    no_effect="no difference",
    note=(
        "One review that pooled trials with unequal therapy time. A later trial that counted "
        "repetitions found no relation between amount and gain (Lang 2016)."
    ),
    caption="People given more therapy time improved somewhat more than people given less.",
    alt=(
        "Effect of more therapy time after stroke: {dose} standard deviations more improvement "
        "than with less time; 0 is no difference."
    ),
    evidence=(
        "Published pooled estimate, drawn as published. Scheduled time is not the same as active "
        "practice, and a trial of repetitions found no relation (Lang 2016)."
    ),
)

WORDS: Final[Mapping[Panel, Words]] = {
    "arm_points": _ARM,
    "bdnf": _BDNF,
    "motor_gain": _GAIN,
    "timing_odds": _TIMING,
}

CLINICIAN_ROWS: Final[Mapping[Panel, Mapping[str, str]]] = {
    "bdnf": {
        "all": "Any training of 2 weeks or more, resting level (29 studies)",
        "aerobic": "Aerobic subgroup",
        "resistance": "Resistance subgroup",
        "neurological": "Aerobic programme vs usual care or none, neurological disorders (mean "
        "PEDro 4.3 of 10)",
        "stimulation": "rTMS or tDCS in depression (8 data sets, n = 259)",
    },
    "timing_odds": {
        "death": "Very early mobilisation vs usual care, adjusted for age and NIHSS (48 vs 32 "
        "deaths)",
        "sessions": "Daily frequency of sessions, per step; amount held constant",
        "minutes": "Daily amount in minutes, per step",
    },
    "arm_points": {
        "vns": "Implanted paired VNS vs sham VNS with the same rehabilitation (n = 53 vs 55)",
        "vns-pooled": "Meta-analysis, VNS vs control (8 studies in the review, 4 implanted, 4 "
        "transcutaneous)",
    },
    "motor_gain": {
        "dose": "More vs less scheduled therapy time, randomised trials not matched for time",
    },
}
"""Rows in terms and with group sizes, in place of the plain ones."""
