"""English words of `galley_figures.proportional_recovery_artefact`."""

from __future__ import annotations

from typing import Final

from galley_figures.locale.proportional_recovery_artefact.words import PanelWords, Words

PATIENT: Final = Words(
    end=PanelWords(
        title="Start and end: no relation (r = {r})",
        says="Each dot is a made-up person. Knowing the start does not help to guess the end.",
        measure="score at the end, in points",
    ),
    change=PanelWords(
        title="Start and change: a line appears (r = {r})",
        says="The same people. Change is the end minus the start, nothing else is new.",
        measure="change, in points",
    ),
    start="score at the start, in points",
    highest="66, the highest score",
    most="no one can gain more than this",
    line="looks as if everyone regained {share} of what was missing",
    asides=(
        (
            "Why the line appears",
            (
                "The start is part of the change: whoever starts low can rise far, whoever starts "
                "near 66 can only stay or fall. Such a line comes even from random numbers."
            ),
        ),
        (
            "What this does not show",
            (
                "Real recovery may still follow a rule. But a strong relation between start and "
                "change does not prove it. (r says how closely two things go together: 0 is not "
                "at all, 1 or −1 is perfectly.)"
            ),
        ),
    ),
    caption=(
        "A statistical trap: where people end has nothing to do with where they start, and yet "
        "their change seems to follow a rule."
    ),
    alt=(
        "{people} made-up people: end not related to start (r = {r_end}), yet change strongly "
        "related to start (r = {r_change})."
    ),
    description=(
        "Two panels with the same {people} made-up people, on a score from 0 to {highest}. On the "
        "first, the score at the end is drawn against the score at the start: the dots are "
        "scattered without a relation (r = {r_end}). On the second, the change is drawn against "
        "the start: the dots fall along a line (r = {r_change}), as if everyone had regained "
        "{share} of what was missing. Nobody did; start and end were drawn independently "
        "(seed: {seed}). The line appears because the start is part of the change and nobody can "
        "rise above {highest}. A strong relation between start and change does not prove that "
        "recovery follows a rule, nor that it does not."
    ),
    note=(
        "Random numbers (seed: {seed}), no patients. The sources describe this trap and the rule "
        "of proportional recovery that it concerns; their numbers are not shown."
    ),
)

CLINICIAN: Final = Words(
    end=PanelWords(
        title="Start and end: no relation (r = {r})",
        says="Synthetic initial and final scores, drawn independently and cut off at 0 and 66.",
        measure="final score, points",
    ),
    change=PanelWords(
        title="Start and change: a line appears (r = {r})",
        says=(
            "The same people. Change = final\u00a0−\u00a0initial, so the initial score is on both "
            "axes."
        ),
        measure="change, points",
    ),
    start="initial score, points",
    highest="66, the ceiling",
    most="largest possible change, 66\u00a0−\u00a0initial",
    line="apparent rule: change =\u00a0{share}\u00a0×\u00a0(66\u00a0−\u00a0initial)",
    asides=(
        (
            "Coupling and ceiling",
            (
                "Independent scores of equal spread already give r\u00a0=\u00a0−1/√2, about "
                "−0.71; a ceiling narrows the final scores and moves r further towards −1."
            ),
        ),
        (
            "What follows",
            (
                "A strong correlation of initial score and change is no evidence for proportional "
                "recovery, nor against it. Compare final scores and their spread instead."
            ),
        ),
    ),
    caption=(
        "Mathematical coupling: change correlates strongly with the initial score although initial "
        "and final scores are independent."
    ),
    alt=(
        "{people} synthetic people: initial and final score r = {r_end}, initial score and "
        "change r = {r_change}, an artefact."
    ),
    description=(
        "Two scatter plots of the same {people} synthetic people on a scale of 0 to {highest} "
        "points. Final against initial score: r = {r_end}. Change against initial score: r = "
        "{r_change}; a line through the ceiling has the slope of a rule by which {share} of what "
        "is missing is regained. Scores were drawn independently of each other, normal and cut "
        "off at both ends (seed: {seed}). Change contains the initial score with a minus sign, and "
        "the ceiling narrows the final scores; both push the correlation towards −1. It is no "
        "evidence for proportional recovery, nor against it."
    ),
    note=(
        "Independent random scores (seed: {seed}); means and spreads were chosen for the "
        "demonstration. The sources describe the artefact and the proportional recovery rule; the "
        "published share is not printed, as it was not checked."
    ),
)
