"""English words of `galley_figures.evidence_ladder`."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from galley_figures.locale.evidence_ladder.words import RungWords, Words

PATIENT: Final = Words(
    rungs={
        "guideline": RungWords(
            "Weighed in a guideline",
            "Magnetic stimulation of the brain (rTMS) for the hand, after the acute stage",
            "definite (level A) with slow pulses on the healthy side, probable (level B) with "
            "fast ones on the injured side",
            "experts judged the studies up to 2018",
        ),
        "pooled": RungWords(
            "Many trials together",
            "More hours of therapy, compared with fewer",
            "somewhat more improvement: 0.35 standard deviations (0.26 to 0.45)",
            "a review pooled their results",
        ),
        "large_trial": RungWords(
            "Tested in 2,104 people",
            "Out of bed within 24 hours, more often and for longer than usual",
            "fewer good outcomes after 3 months, more deaths in the first 14 days",
            "one large trial, groups made by lot",
        ),
        "implant_trial": RungWords(
            "Tested in 108 people",
            "Training with a nerve stimulator that is implanted in an operation",
            "2.6 points more on an arm score (1.0 to 4.2)",
            "one trial, groups made by lot",
        ),
        "small_trial": RungWords(
            "Tested in 85 people",
            "More repetitions of arm training, compared with fewer",
            "more repetitions did not bring more gain",
            "one small trial, groups made by lot",
        ),
        "cohort": RungWords(
            "Seen in 224 people",
            "90 hours of arm training in 3 weeks",
            "scores rose, but nobody knows how much the training did",
            "no group to compare with",
        ),
        "mice": RungWords(
            "Tested in mice",
            "Weak direct current, as in tDCS, together with nerve activity",
            "contacts between nerve cells grew stronger; patients were not tested",
            "in slices of their brains",
        ),
        "tdcs_guideline": RungWords("Guideline", "Direct current (tDCS)"),
        "tdcs_review": RungWords("Review of many trials", "Direct current (tDCS) after stroke"),
        "tdcs_trial": RungWords("One trial", "Direct current (tDCS) with arm training"),
    },
    directions={
        "up": "Towards benefit",
        "level": "No clear difference",
        "down": "Towards harm",
        "unknown": "Cannot tell",
    },
    heads=("How it was tested", "What was tested", "Which way it points"),
    note=(
        "A higher rung is a stronger kind of study, not a larger effect. The order is a "
        "convention: one good trial can outweigh a poor review."
    ),
    caption=(
        "How surely something is known depends on how it was tested: in mice, in 108 people, or "
        "in many trials together."
    ),
    alt="Ladder of {count} kinds of study, mice to guideline: {counts}.",
    counts={
        "up": "{n} point to benefit",
        "level": "{n} to no clear difference",
        "down": "{n} to harm",
        "unknown": "{n} cannot tell",
    },
    description=(
        "A ladder whose rungs are kinds of study, the strongest at the top, each with what was "
        "tested and which way it points. {rows} {note}"
    ),
    evidence=(
        "One example for each kind of study, as published; not all that is known about a "
        "treatment. Some works on direct current in patients are left out until their results have "
        "been read."
    ),
    columns=("study", "rung_from_top", "tested", "direction", "finding", "source", "status"),
)

CLINICIAN: Final = replace(
    PATIENT,
    rungs={
        **PATIENT.rungs,
        "guideline": RungWords(
            "Guideline",
            "rTMS of M1 for motor recovery of the hand, post-acute stage",
            "level A (definite): low frequency, contralesional; level B (probable): high "
            "frequency, ipsilesional",
            "studies to the end of 2018",
        ),
        "pooled": RungWords(
            "Meta-analysis",
            "More vs less scheduled therapy time",
            "Hedges’ g 0.35 (0.26 to 0.45)",
            "randomised trials, not matched for time",
        ),
        "large_trial": RungWords(
            "RCT, n = 2,104",
            "Very early, frequent, higher-dose mobilisation vs usual care (AVERT)",
            "fewer favourable outcomes at 3 months; deaths to day 14: aOR 1.76 (1.06 to 2.92)",
            "56 units, single-blind",
        ),
        "implant_trial": RungWords(
            "RCT, n = 108",
            "Implanted VNS paired with rehabilitation vs sham VNS (VNS-REHAB)",
            "FMA-UE difference 2.6 points (1.0 to 4.2)",
            "blinded, sham stimulation",
        ),
        "small_trial": RungWords(
            "RCT, n = 85",
            "3,200, 6,400 or 9,600 repetitions, or the individual maximum, ≥ 6 months",
            "no dose–response relation (ARAT)",
            "phase II, single-blind",
        ),
        "cohort": RungWords(
            "Cohort, n = 224",
            "90 h of upper-limb rehabilitation in 3 weeks, median 18 months after stroke",
            "scores rose; the part of the training is not identifiable",
            "no control group",
        ),
        "mice": RungWords(
            "Slices of mouse M1",
            "Direct current with low-frequency synaptic activation",
            "lasting potentiation that needs NMDA receptors, BDNF and TrkB; no patients",
            "in vitro",
        ),
    },
)
