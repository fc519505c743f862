"""English words of `galley_figures.ltp_decay`."""

from __future__ import annotations

from typing import Final

from galley_figures.locale.ltp_decay.words import Words

_TICKS: Final = ("hour", "day", "week", "month", "year")

PATIENT: Final = Words(
    time="Time since stimulation, not to scale",
    ticks=_TICKS,
    strength="Strength of a connection between two brain cells",
    before="as before",
    stimulated="stimulation",
    stable="Lasting: months, a year or longer",
    fading="Fading: gone in hours to weeks",
    weakened="Weakened (LTD); duration not drawn",
    reversed_day="",
    not_reversed_day="",
    band="fading, from the briefest to the longest",
    asides=(
        (
            "Rats, not patients",
            (
                "Seen in the brains of rats, in one region. Nobody can say from this how long a "
                "connection in a patient’s brain stays strong."
            ),
        ),
        (
            "Even lasting can be undone",
            (
                "In rats that were put into a richer environment from two weeks on, the lasting "
                "kind was lost. When this began after three months, it stayed."
            ),
        ),
        (
            "Strengthening needs weakening",
            (
                "Long-term strengthening (LTP) and weakening (LTD) go together. LTP is a leading "
                "candidate for how memory works, not the whole answer."
            ),
        ),
    ),
    caption=(
        "A strengthened connection between brain cells may fade within hours to weeks or last for "
        "months, and connections are weakened too."
    ),
    alt=(
        "Schematic, from rats: strengthened connections fade in hours to weeks or last a year; "
        "weakened ones lie below the start."
    ),
    description=(
        "Drawn shapes without a scale: the strength of a connection between two brain cells, from "
        "before a stimulation to a year after it. After the stimulation, one shape rises and stays "
        "high through hour, day, week, month and year: lasting strengthening. Another rises and "
        "comes back to where it was; a shaded area shows that this takes from hours to weeks. A "
        "third falls below where it was: weakening. Its line ends early, because how long "
        "weakening lasts is not drawn."
    ),
    note=(
        "Shapes only: how long each kind lasts is published in words, for one brain region, in "
        "rats where a year is named. Heights and steepness were chosen. Rats, not patients."
    ),
)

CLINICIAN: Final = Words(
    time="Time since induction, not to scale",
    ticks=_TICKS,
    strength="Synaptic strength",
    before="baseline",
    stimulated="induction",
    stable="Stable LTP: months, at least one year",
    fading="Decremental LTP: hours to weeks",
    weakened="LTD; duration not drawn",
    reversed_day="enriched environment from day\u00a0{reversed}: reversed",
    not_reversed_day="from day\u00a0{not_reversed}: not reversed",
    band="decremental LTP, from the briefest to the longest",
    asides=(
        (
            "Rats, not patients",
            (
                "Dentate gyrus; one year in rats. Nothing here was measured in patients, and other "
                "brain areas may differ."
            ),
        ),
        (
            "Stable, yet reversible",
            (
                "Enriched environment reversed stable LTP from day\u00a0{reversed}, not from "
                "day\u00a0{not_reversed}. Under naturalistic conditions LTP may normally be brief."
            ),
        ),
        (
            "LTP with LTD",
            (
                "Spike timing can also weaken synapses below baseline (LTD, cultured neurons). LTP "
                "is a leading candidate mechanism of memory, not the basis of memory."
            ),
        ),
    ),
    caption=(
        "Long-term potentiation is decremental (hours to weeks) or stable (months, at least one "
        "year in rats), can be reversed, and has its counterpart in LTD."
    ),
    alt=(
        "Schematic, rat dentate gyrus: decremental LTP fades in hours to weeks, stable LTP lasts a "
        "year; LTD lies below baseline."
    ),
    description=(
        "Drawn shapes without a scale: synaptic strength from before induction to one year after. "
        "Stable LTP rises at induction and stays high through hour, day, week, month and year. "
        "Decremental LTP rises and returns to baseline; a shaded area shows that this takes from "
        "hours to weeks. Two points on stable LTP mark when an enriched environment began: from "
        "day\u00a0{reversed} it reversed stable LTP, an arrow down to baseline; from "
        "day\u00a0{not_reversed} it did not. LTD lies below baseline; its line ends early, because "
        "its duration is not drawn."
    ),
    note=(
        "Shapes only: ranges in words as published for the dentate gyrus, one year and the "
        "reversal in rats; LTD as such in cultured neurons. Heights and steepness were chosen; "
        "time constants were not checked and take no part. Rats, not patients."
    ),
)
