"""The simulated runs behind the learning rules, and the scale on which each is drawn."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from galley_figures.locale.learning_rules import RuleName
from galley_figures.models.inputs import FloatArray
from galley_figures.models.learning_rules import (
    correlated_inputs,
    simulate_bcm,
    simulate_hebb,
    simulate_oja,
)
from galley_figures.style.palette import ColourName

SEED: Final = 0
CORRELATION: Final = 0.7
THRESHOLD_TAU_STEPS: Final = 10.0
"""A fast threshold, so that the winning response swings little."""


@dataclass(frozen=True)
class Line:
    """How a curve is drawn.

    Attributes
    ----------
    label_step, label_value
        Where its words end on the right, on their last baseline.
    """

    colour_name: ColourName
    is_dashed: bool
    label_step: float
    label_value: float


@dataclass(frozen=True)
class Run:
    """One rule: its simulation, its source, and its axes.

    Attributes
    ----------
    simulate
        From a number of steps to one column per curve, the start included.
    every
        One step of so many is drawn.
    table_every
        One step of so many is in the table.
    """

    simulate: Callable[[int], FloatArray]
    source: str
    steps: int
    every: int
    table_every: int
    step_ticks: tuple[float, ...]
    value_ticks: tuple[float, ...]
    value_end: float
    decimals: int
    lines: tuple[Line, ...]


def _hebb(steps: int) -> FloatArray:
    inputs = correlated_inputs(correlation=CORRELATION, n_steps=steps, seed=SEED)
    return simulate_hebb(inputs).lengths[:, None]


def _oja(steps: int) -> FloatArray:
    inputs = correlated_inputs(correlation=CORRELATION, n_steps=steps, seed=SEED)
    return simulate_oja(inputs).lengths[:, None]


def _bcm(steps: int) -> FloatArray:
    """Return the responses, that of the pattern that wins first."""
    path = simulate_bcm(n_steps=steps, seed=SEED, threshold_tau_steps=THRESHOLD_TAU_STEPS)
    is_second_higher = path.responses[-1, 1] > path.responses[-1, 0]
    return path.responses[:, ::-1] if is_second_higher else path.responses


RUNS: Final[Mapping[RuleName, Run]] = MappingProxyType(
    {
        "hebb": Run(
            simulate=_hebb,
            source="hebb1949",
            steps=400,
            every=4,
            table_every=100,
            step_ticks=(0, 200, 400),
            value_ticks=(0, 50, 100),
            value_end=100,
            decimals=0,
            lines=(Line("gain", is_dashed=False, label_step=345, label_value=70),),
        ),
        "oja": Run(
            simulate=_oja,
            source="oja1982",
            steps=400,
            every=4,
            table_every=100,
            step_ticks=(0, 200, 400),
            value_ticks=(0, 0.5, 1, 1.5),
            value_end=1.5,
            decimals=1,
            lines=(Line("gain", is_dashed=False, label_step=400, label_value=1.1),),
        ),
        "bcm": Run(
            simulate=_bcm,
            source="bienenstock1982",
            steps=2000,
            every=20,
            table_every=250,
            step_ticks=(0, 1000, 2000),
            value_ticks=(0, 1, 2, 3),
            value_end=3,
            decimals=1,
            lines=(
                Line("gain", is_dashed=False, label_step=2000, label_value=2.65),
                Line("loss", is_dashed=True, label_step=2000, label_value=0.35),
            ),
        ),
    }
)
"""Hebb and Oja get the same inputs over the same steps, so that they can be compared."""
