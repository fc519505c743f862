"""How long a change of synaptic strength lasts: decaying classes, a stable one, and weakening.

Long-term potentiation in the dentate gyrus is either decremental, lasting hours to weeks, or
stable, lasting months or longer (checked: abraham2003, and abraham2002 for one year; rats). A
decaying class is one exponential; the stable class is the same with an endless time constant.

The time constants of the classes below are not checked, so no figure may print them or a number
that follows from them. A figure may draw the shapes as a schematic, without ticks.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from galley_figures.models.inputs import FloatArray, check_between, finite, not_negative

HOURS_PER_DAY: Final = 24.0

BASELINE_PERCENT: Final = 100.0
"""Strength before anything was induced: a trace is in percent of it."""


@dataclass(frozen=True)
class DecayClass:
    """One way in which a potentiated synapse returns to its former strength.

    Attributes
    ----------
    name
        The usual name of the class.
    tau_h
        Hours after which 1/e of the change is left; ``inf`` where nothing is lost.
    """

    name: str
    tau_h: float


LTP1: Final = DecayClass("LTP1", 2.1)
"""Lost within hours (time constant not checked: from memory, so no figure may print it)."""

LTP2: Final = DecayClass("LTP2", 3.5 * HOURS_PER_DAY)
"""Lost within days (time constant not checked: from memory, so no figure may print it)."""

LTP3: Final = DecayClass("LTP3", 20.3 * HOURS_PER_DAY)
"""Lost within weeks (time constant not checked: from memory, so no figure may print it)."""

STABLE: Final = DecayClass("stable", np.inf)
"""Not lost while it was measured, up to a year (checked: abraham2002, rats)."""

DECAY_CLASSES: Final = (LTP1, LTP2, LTP3, STABLE)


def remaining_share(time_h: FloatArray, *, tau_h: float) -> FloatArray:
    """Share of a change that is left some time after its induction, ``exp(-time / tau)``.

    Parameters
    ----------
    time_h : array, any shape, h
        Time since induction; finite and not negative.
    tau_h : float, h
        Time after which 1/e is left; ``inf`` for a change that does not decay.

    Returns
    -------
    array, shape of `time_h`, dimensionless, between 0 and 1

    Raises
    ------
    ValueError
        If a time is negative or not finite, or the time constant is not positive.

    References
    ----------
    abraham2003 (key in references.bib) for decaying and stable classes; it gives the words, and
    the time constants are the caller's.
    """
    times_h = not_negative("time_h", time_h)
    if not tau_h > 0:
        raise ValueError(f"tau_h must be a positive number or inf, not {tau_h!r}")
    return np.asarray(np.exp(-times_h / tau_h), dtype=np.float64)


def potentiation_trace_percent(
    time_h: FloatArray, *, rise_percent: float, tau_h: float, stable_share: float = 0.0
) -> FloatArray:
    """Illustrative strength of a synapse that was strengthened at time 0.

    Parameters
    ----------
    time_h : array, any shape, h
        Time since induction; finite. Before 0 the strength is the baseline.
    rise_percent : float, percent of baseline
        Rise above baseline at time 0; positive. A choice of the drawing, not a measurement.
    tau_h : float, h
        Time constant of the part that is lost.
    stable_share : float, dimensionless
        Part of the rise, from 0 to 1, that is never lost.

    Returns
    -------
    array, shape of `time_h`, percent of baseline, never below 100

    Raises
    ------
    ValueError
        If a time is not finite, the rise or the time constant is not positive, or the share is
        outside 0 to 1.
    """
    if not (np.isfinite(rise_percent) and rise_percent > 0):
        raise ValueError(f"rise_percent must be a positive number, not {rise_percent!r}")
    left = _share_after_induction(time_h, tau_h=tau_h, stable_share=stable_share)
    return np.asarray(BASELINE_PERCENT + rise_percent * left, dtype=np.float64)


def depression_trace_percent(
    time_h: FloatArray, *, fall_percent: float, tau_h: float, stable_share: float = 0.0
) -> FloatArray:
    """Illustrative strength of a synapse that was weakened at time 0 (long-term depression).

    Parameters
    ----------
    time_h : array, any shape, h
        Time since induction; finite. Before 0 the strength is the baseline.
    fall_percent : float, percent of baseline
        Fall below baseline at time 0, above 0 and up to 100: a synapse cannot lose more than it
        has. A choice of the drawing, not a measurement.
    tau_h : float, h
        Time constant of the part that comes back.
    stable_share : float, dimensionless
        Part of the fall, from 0 to 1, that never comes back.

    Returns
    -------
    array, shape of `time_h`, percent of baseline, from 0 to 100

    Raises
    ------
    ValueError
        If a time is not finite, the fall is outside its range, the time constant is not positive,
        or the share is outside 0 to 1.
    """
    if not 0 < fall_percent <= BASELINE_PERCENT:
        raise ValueError(f"fall_percent must be above 0 and up to 100, not {fall_percent!r}")
    left = _share_after_induction(time_h, tau_h=tau_h, stable_share=stable_share)
    return np.asarray(BASELINE_PERCENT - fall_percent * left, dtype=np.float64)


def _share_after_induction(time_h: FloatArray, *, tau_h: float, stable_share: float) -> FloatArray:
    """Return 0 before time 0, then a stable part and a decaying rest."""
    times_h = finite("time_h", time_h)
    check_between("stable_share", stable_share, 0, 1)
    decaying = remaining_share(np.maximum(times_h, 0), tau_h=tau_h)
    left = stable_share + (1 - stable_share) * decaying
    return np.where(times_h < 0, 0.0, left)
