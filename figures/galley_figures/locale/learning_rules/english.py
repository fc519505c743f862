"""English words of `galley_figures.learning_rules`."""

from __future__ import annotations

from typing import Final

from galley_figures.locale.learning_rules.words import PanelWords, Words

_CAPTIONS: Final = {
    "all": (
        "Learning that only strengthens runs away; a rule that also weakens stays bounded, and one "
        "with a moving threshold becomes selective."
    ),
    "hebb": "Learning that only strengthens connections has no end.",
    "oja": "Learning that also forgets a little keeps connections bounded.",
    "bcm": "Learning with a moving threshold makes a cell respond to one pattern only.",
}
PATIENT: Final = Words(
    panels={
        "hebb": PanelWords(
            title="Hebb: runs away",
            says="A link grows whenever both of its cells are active. Nothing stops it.",
            measure="strength of the links",
            curves=("{value} after {steps} steps, still growing",),
            curve_names=("strength of the links",),
            alt=(
                "Toy cell under Hebb’s rule: the strength of its links grows faster and faster, to "
                "{value} after {steps} steps."
            ),
            sentence=(
                "Hebb’s rule strengthens a link whenever both of its cells are active. The "
                "strength of the links grows faster and faster, to {value} after {steps} steps."
            ),
        ),
        "oja": PanelWords(
            title="Oja: stays bounded",
            says="The same, but links also lose a little each time. They settle.",
            measure="strength of the links",
            curves=("settles at {value}",),
            curve_names=("strength of the links",),
            alt=(
                "Toy cell under Oja’s rule: the strength of its links rises and settles at {value}."
            ),
            sentence=(
                "Oja’s rule adds forgetting. With the same inputs the strength of the links rises "
                "and settles; after {steps} steps it is {value}."
            ),
        ),
        "bcm": PanelWords(
            title="BCM: becomes selective",
            says="Strong responses grow, weak ones shrink. The cell picks one pattern.",
            measure="response of the cell",
            curves=("to one pattern", "to the other"),
            curve_names=("response to one pattern", "response to the other pattern"),
            alt=(
                "Toy cell under the BCM rule: its responses to two patterns rise together, then "
                "one takes over and the other fades to {loser}."
            ),
            sentence=(
                "The rule of Bienenstock, Cooper and Munro strengthens responses above a moving "
                "threshold and weakens those below. The responses to two patterns first rise "
                "together; then one keeps moving around {level} and the other fades to {loser}."
            ),
        ),
    },
    steps="learning steps",
    paragraphs=(
        (
            "A slogan that is not Hebb’s",
            (
                "“Cells that fire together wire together”: Hebb wrote, in 1949, of one cell that "
                "takes part in firing another. The wording is from 1992 (Löwel and Singer, among "
                "others)."
            ),
        ),
        (
            "Strengthening needs weakening",
            (
                "Strengthening alone (long-term potentiation, LTP) would run away, as under "
                "Hebb’s rule. Real connections can weaken too (long-term depression, LTD)."
            ),
        ),
        (
            "A toy, not a measurement",
            ("One made-up cell with two inputs. No number was measured or comes from the papers."),
        ),
    ),
    own_scales="Each panel has its own scale.",
    captions=_CAPTIONS,
    alt=(
        "Three toy learning rules: under Hebb’s, links grow to {hebb}; under Oja’s they settle at "
        "{oja}; BCM picks one pattern."
    ),
    opening="Simulations of one toy nerve cell with two inputs.",
    note=(
        "Toy simulation (seed: {seed}) of ideas from the sources; all numbers were chosen or "
        "simulated, none was measured or taken from the papers. Strengthening (LTP) without "
        "weakening (LTD) would run away."
    ),
)

CLINICIAN: Final = Words(
    panels={
        "hebb": PanelWords(
            title="Hebb: runs away",
            says="Δw = η y x. Weights only follow correlation; nothing bounds them.",
            measure="length of the weights",
            curves=("{value} after {steps} steps, still growing",),
            curve_names=("length of the weights",),
            alt=(
                "Toy neuron under Hebb’s rule: the length of its weight vector grows exponentially "
                "to {value} after {steps} steps."
            ),
            sentence=(
                "Plain Hebbian learning (Δw = η y x, η = 0.01, inputs of correlation 0.7) has no "
                "bound: the length of the weights is {value} after {steps} steps."
            ),
        ),
        "oja": PanelWords(
            title="Oja: stays bounded",
            says="Δw = η y (x − y w). Decay holds the length of the weights near 1.",
            measure="length of the weights",
            curves=("settles at {value}",),
            curve_names=("length of the weights",),
            alt=(
                "Toy neuron under Oja’s rule: the length of its weight vector rises and settles "
                "at {value}."
            ),
            sentence=(
                "Oja’s rule, Δw = η y (x − y w), adds a decay. With the same inputs the length of "
                "the weights settles; after {steps} steps it is {value}."
            ),
        ),
        "bcm": PanelWords(
            title="BCM: becomes selective",
            says="Δw = η y (y − θ) x. The threshold θ follows y², so one pattern wins.",
            measure="response y",
            curves=("to one pattern", "to the other"),
            curve_names=("response to one pattern", "response to the other pattern"),
            alt=(
                "Toy neuron under the BCM rule: responses to two patterns rise together, then one "
                "takes over and the other fades to {loser}."
            ),
            sentence=(
                "The BCM rule, Δw = η y (y − θ) x, has a threshold θ that follows y² (η = 0.02, "
                "time constant 10 steps). The responses to two patterns rise together; then one "
                "keeps moving around {level} and the other fades to {loser}."
            ),
        ),
    },
    steps="steps",
    paragraphs=(
        (
            "A slogan that is not Hebb’s",
            (
                "“Cells that fire together wire together”: Hebb (1949) wrote of one cell taking "
                "part in firing another, which implies order. The wording is from 1992 (Löwel and "
                "Singer, among others)."
            ),
        ),
        (
            "LTP needs LTD",
            (
                "Potentiation without depression would run away, as under Hebb’s rule. Oja’s "
                "decay and the BCM threshold are two ways to weaken."
            ),
        ),
        (
            "A toy, not a measurement",
            (
                "One simulated neuron with two inputs. No value was measured or comes from the "
                "papers."
            ),
        ),
    ),
    own_scales="Each panel has its own scale.",
    captions=_CAPTIONS,
    alt=(
        "Three toy learning rules: Hebb’s weights grow to {hebb}, Oja’s settle at {oja}, BCM comes "
        "to respond to one pattern."
    ),
    opening="Simulations of one toy neuron with two inputs.",
    note=(
        "Toy simulation (seed: {seed}); rules after the sources, learning rates, starts and time "
        "constants chosen for the demonstration, no value from the papers. LTP without LTD would "
        "run away."
    ),
)
