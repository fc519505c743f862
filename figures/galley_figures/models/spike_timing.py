"""Spike-timing-dependent plasticity: how the order and gap of two spikes change a synapse.

The pair rule has one exponential for each order of the spikes. With ``lag = t_post - t_pre``:

* ``lag > 0`` (the sending cell fired first): ``amplitude_plus * exp(-lag / tau_plus)``, stronger;
* ``lag < 0`` (the receiving cell fired first): ``amplitude_minus * exp(lag / tau_minus)``, weaker;
* ``lag == 0``: undefined. The limits from both sides differ, so a drawing leaves a gap there.

The constants below describe 60 pairings at 1 Hz in cultured rat hippocampal neurons. They say
nothing about people.
"""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

FloatArray = npt.NDArray[np.float64]

TAU_PLUS_MS: Final = 16.8
"""Time constant of strengthening (checked: bi2001 and pfister2006 as quoted by public models)."""

TAU_MINUS_MS: Final = 33.7
"""Time constant of weakening (checked: bi2001 and pfister2006 as quoted by public models)."""

AMPLITUDE_PLUS: Final = 0.777
"""Limit of strengthening at lag 0+ (not checked: from memory, so no figure may show it)."""

AMPLITUDE_MINUS: Final = -0.273
"""Limit of weakening at lag 0- (not checked: from memory, so no figure may show it)."""


def spike_timing_weight_change(
    lag_ms: FloatArray,
    *,
    amplitude_plus: float = AMPLITUDE_PLUS,
    amplitude_minus: float = AMPLITUDE_MINUS,
    tau_plus_ms: float = TAU_PLUS_MS,
    tau_minus_ms: float = TAU_MINUS_MS,
) -> FloatArray:
    """Relative change of synaptic weight for one lag between two spikes.

    Parameters
    ----------
    lag_ms : array, any shape, ms
        Post-synaptic minus pre-synaptic spike time; finite, and never 0, where the rule is
        undefined.
    amplitude_plus, amplitude_minus : float, dimensionless
        Limits of the change as the lag approaches 0 from above (positive) and below (negative).
    tau_plus_ms, tau_minus_ms : float, ms
        Lag over which each side falls to 1/e of its limit.

    Returns
    -------
    array, shape of `lag_ms`, dimensionless

    Raises
    ------
    ValueError
        If a lag is 0 or not finite, an amplitude has the wrong sign, or a time constant is not
        positive.

    References
    ----------
    bi2001, pfister2006 (keys in references.bib).
    """
    lags = _checked_lags(lag_ms)
    _check_parameters(amplitude_plus, amplitude_minus, tau_plus_ms, tau_minus_ms)
    is_sender_first = lags > 0
    amplitude = np.where(is_sender_first, amplitude_plus, amplitude_minus)
    tau_ms = np.where(is_sender_first, tau_plus_ms, tau_minus_ms)
    return np.asarray(amplitude * np.exp(-np.abs(lags) / tau_ms), dtype=np.float64)


def spike_timing_share_of_largest(
    lag_ms: FloatArray,
    *,
    tau_plus_ms: float = TAU_PLUS_MS,
    tau_minus_ms: float = TAU_MINUS_MS,
) -> FloatArray:
    """Signed share of each side's own largest change: +1 and -1 are the limits at lag 0.

    This needs the time constants only, so it can be published where the amplitudes cannot.
    Sides are comparable in width, not in height.

    Parameters
    ----------
    lag_ms : array, any shape, ms
        Post-synaptic minus pre-synaptic spike time; finite and never 0.
    tau_plus_ms, tau_minus_ms : float, ms
        Lag over which each side falls to 1/e of its limit.

    Returns
    -------
    array, shape of `lag_ms`, dimensionless, between -1 and 1

    Raises
    ------
    ValueError
        As `spike_timing_weight_change`.

    References
    ----------
    bi2001, pfister2006 (keys in references.bib).
    """
    return spike_timing_weight_change(
        lag_ms,
        amplitude_plus=1.0,
        amplitude_minus=-1.0,
        tau_plus_ms=tau_plus_ms,
        tau_minus_ms=tau_minus_ms,
    )


def spike_timing_areas_ms(
    *,
    amplitude_plus: float = AMPLITUDE_PLUS,
    amplitude_minus: float = AMPLITUDE_MINUS,
    tau_plus_ms: float = TAU_PLUS_MS,
    tau_minus_ms: float = TAU_MINUS_MS,
) -> tuple[float, float]:
    """Integrals of the rule over all positive and all negative lags.

    Their sum tells whether pairs with random lags strengthen (positive) or weaken a synapse.

    Parameters
    ----------
    amplitude_plus, amplitude_minus : float, dimensionless
        As in `spike_timing_weight_change`.
    tau_plus_ms, tau_minus_ms : float, ms
        As in `spike_timing_weight_change`.

    Returns
    -------
    (float, float), ms
        Area of strengthening (positive) and of weakening (negative).

    Raises
    ------
    ValueError
        If an amplitude has the wrong sign or a time constant is not positive.
    """
    _check_parameters(amplitude_plus, amplitude_minus, tau_plus_ms, tau_minus_ms)
    return amplitude_plus * tau_plus_ms, amplitude_minus * tau_minus_ms


def _checked_lags(lag_ms: FloatArray) -> FloatArray:
    lags = np.asarray(lag_ms, dtype=np.float64)
    if not np.isfinite(lags).all():
        raise ValueError("lag_ms must be finite numbers of milliseconds")
    if (lags == 0).any():
        raise ValueError(
            "lag_ms must not contain 0, where the rule is undefined; leave a gap there"
        )
    return lags


def _check_parameters(
    amplitude_plus: float, amplitude_minus: float, tau_plus_ms: float, tau_minus_ms: float
) -> None:
    _check_positive("amplitude_plus", amplitude_plus)
    _check_positive("tau_plus_ms", tau_plus_ms)
    _check_positive("tau_minus_ms", tau_minus_ms)
    if not (np.isfinite(amplitude_minus) and amplitude_minus < 0):
        raise ValueError(f"amplitude_minus must be a negative number, not {amplitude_minus!r}")


def _check_positive(name: str, value: float) -> None:
    if not (np.isfinite(value) and value > 0):
        raise ValueError(f"{name} must be a positive number, not {value!r}")
