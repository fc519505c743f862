"""The NMDA receptor as a gate: magnesium plugs the channel until the cell is excited.

The share of channels that magnesium leaves open at a voltage is
``1 / (1 + magnesium / 3.57 mmol/l * exp(-0.062 / mV * voltage))``. The channel lets calcium in
only when the sender has released glutamate and the receiver is excited: a detector of both at
once. The model says how far the gate is open, not whether a synapse then changes.
"""

from __future__ import annotations

from typing import Final

import numpy as np

from galley_figures.models.inputs import FloatArray, check_positive, finite

HALF_BLOCK_MMOL_PER_L: Final = 3.57
"""Magnesium that blocks half of the channels at 0 mV (checked: jahr1990 as quoted by public
models, among them those of ModelDB)."""

STEEPNESS_PER_MV: Final = 0.062
"""How fast excitation expels magnesium (checked: jahr1990 as quoted by public models)."""

USUAL_MAGNESIUM_MMOL_PER_L: Final = 1.0
"""Magnesium outside the cell in the public models that use this gate (checked there)."""


def open_share(
    voltage_mv: FloatArray, *, magnesium_mmol_per_l: float = USUAL_MAGNESIUM_MMOL_PER_L
) -> FloatArray:
    """Share of channels not blocked by magnesium at a membrane voltage.

    Parameters
    ----------
    voltage_mv : array, any shape, mV
        Voltage inside the cell against outside; finite.
    magnesium_mmol_per_l : float, mmol/l
        Magnesium outside the cell; positive.

    Returns
    -------
    array, shape of `voltage_mv`, dimensionless, from 0 (all blocked) to 1 (none blocked)

    Raises
    ------
    ValueError
        If a voltage is not finite or the magnesium is not positive.

    References
    ----------
    jahr1990 (key in references.bib).
    """
    above_half_mv = finite("voltage_mv", voltage_mv) - half_open_voltage_mv(
        magnesium_mmol_per_l=magnesium_mmol_per_l
    )
    # The logistic function as a tanh: equal to the formula above, and no exponential overflows.
    return np.asarray(0.5 * (1 + np.tanh(STEEPNESS_PER_MV * above_half_mv / 2)), dtype=np.float64)


def half_open_voltage_mv(*, magnesium_mmol_per_l: float = USUAL_MAGNESIUM_MMOL_PER_L) -> float:
    """Voltage at which magnesium leaves half of the channels open.

    Parameters
    ----------
    magnesium_mmol_per_l : float, mmol/l
        Magnesium outside the cell; positive. More of it moves the voltage up.

    Returns
    -------
    float, mV

    Raises
    ------
    ValueError
        If the magnesium is not positive.

    References
    ----------
    jahr1990 (key in references.bib), solved for a share of 1/2.
    """
    check_positive("magnesium_mmol_per_l", magnesium_mmol_per_l)
    return float(np.log(magnesium_mmol_per_l / HALF_BLOCK_MMOL_PER_L) / STEEPNESS_PER_MV)
