"""English words of `galley_figures.treatment_workflow`."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from galley_figures.locale.treatment_workflow.words import StepKey, StepWords, Words

_CREDIT: Final = "One author’s framework, not an established classification."
_COLUMNS: Final = (
    "number",
    "step",
    "text",
    "kind",
    "after",
    "answer",
    "origin",
    "source",
    "what_the_source_says",
    "status",
)
_ORIGINS: Final = MappingProxyType({False: "author’s framework", True: "added here"})

_SAYINGS: Final[Mapping[tuple[StepKey, str], str]] = MappingProxyType(
    {
        ("goal", "kwakkel2023"): (
            "Results of tests are discussed with patients and carers to set personal goals."
        ),
        ("outside", "kwakkel2023"): "Motor rehabilitation works through learning and through use.",
        ("ways", "levin2009"): "Compensation is an old movement done in a new way.",
        ("ways", "kwakkel2023"): (
            "Adaptation: same body part, unusual movement. Substitution: another body part."
        ),
        ("inside", "finnigan2013"): (
            "A review: QEEG indices can inform prognosis and management in acute and subacute "
            "ischaemic stroke."
        ),
        ("choice", "nuwer1997"): (
            "Two societies assessed EEG maps. What they recommend was not read; a later reply "
            "disputes it."
        ),
        ("practice", "kwakkel2023"): (
            "Training is repetitive, goal-oriented, progressive, and specific to task and context."
        ),
        ("measure", "kwakkel2023"): (
            "Rehabilitation is guided by regular assessment, including what patients report."
        ),
        ("measure", "levin2009"): (
            "Tests of function say little about how an improvement was achieved."
        ),
        ("decide", "kwakkel2023"): "Results are discussed with patients and their carers.",
    }
)

PATIENT: Final = Words(
    steps=MappingProxyType(
        {
            "goal": StepWords("Your goal", "What do you want to do again?"),
            "outside": StepWords("From the outside in", "Train movements."),
            "ways": StepWords("Learn ways around", "Such as the other hand."),
            "adapt": StepWords("Adapt", "With aids and changes at home."),
            "inside": StepWords("From the inside out", "Map brain function (QEEG)."),
            "choice": StepWords("Choose stimulation by this map?", "Evidence: insufficient"),
            "research": StepWords(
                "Treat it as research", "Only in a study, with your consent.", "in a study"
            ),
            "caution": StepWords(
                "Not by the map alone", "Ask what trials showed, and what harm.", "in usual care"
            ),
            "practice": StepWords("Practise real tasks", "Here, both ways meet."),
            "measure": StepWords("Measure again", "What changed, and how?"),
            "decide": StepWords(
                "Decide with your team", "Go on, change or stop? Then back to the goal."
            ),
        }
    ),
    credit=_CREDIT,
    alt=(
        "Treatment {outside} and {inside} meets in practice; evidence for choosing by a QEEG map "
        "is insufficient."
    ),
    caption=(
        "Training movements and mapping the brain are two ways to begin. They meet in practice, "
        "and a map alone is no reason to choose a treatment."
    ),
    note=(
        "A sketch of one author’s framework, not measured data; in care its steps overlap. We "
        "added the goal, the question about the map, the measuring and the decision. QEEG is a map "
        "calculated from brain waves. We know of no trial in which choosing by such a map led to "
        "better recovery, but we did not search for one systematically."
    ),
    columns=_COLUMNS,
    origins=_ORIGINS,
    sayings=_SAYINGS,
)

CLINICIAN: Final = Words(
    steps=MappingProxyType(
        {
            "goal": StepWords("Goals", "Set with patient and carers."),
            "outside": StepWords("Outside in", "Train movements."),
            "ways": StepWords("Learn ways around", "Adaptation, substitution."),
            "adapt": StepWords("Adapt to what remains", "Aids, surroundings."),
            "inside": StepWords("Inside out", "Map brain function (QEEG)."),
            "choice": StepWords("QEEG-guided selection of stimulation?", "Evidence: insufficient"),
            "research": StepWords(
                "Treat as research", "Protocol, ethics review, consent.", "in a study"
            ),
            "caution": StepWords(
                "Not by the map alone",
                "Use trials of the treatment, examination, goals, harm.",
                "in usual care",
            ),
            "practice": StepWords("Functional practice", "Task-specific; here, both meet."),
            "measure": StepWords("Re-measure", "Restitution or compensation?"),
            "decide": StepWords(
                "Shared decision", "Patient, carers, team: go on, change or stop; back to goals."
            ),
        }
    ),
    credit=_CREDIT,
    alt=(
        "Two approaches, {outside} and {inside}, meet in functional practice; evidence for "
        "QEEG-guided selection is insufficient."
    ),
    caption=(
        "Outside-in and inside-out planning meet in functional practice; for selecting stimulation "
        "by QEEG the evidence is insufficient."
    ),
    note=(
        "A sketch of one author’s framework, not measured data; in care its steps overlap. Goals, "
        "the decision about QEEG (quantitative electroencephalography), re-measurement and shared "
        "decision were added here. We know of no randomised trial in which QEEG-guided selection "
        "of stimulation improved outcome after stroke, but did not search systematically."
    ),
    columns=_COLUMNS,
    origins=_ORIGINS,
    sayings=_SAYINGS,
)
