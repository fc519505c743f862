"""A synthetic EEG: random signals with a chosen spectrum, and slow waves around a chosen spot.

Every electrode has a background that falls as 1/frequency and a bump at the alpha rhythm. Around
the focus a bump of delta waves is added; it fades with the distance on the disc of the head as a
Gaussian. Phases are random, so the signals have this spectrum and nothing else of an EEG.

This is not a recording and not a patient. A figure that shows it is of the class "synthetic",
carries the watermark and prints the seed. The shape is a choice that makes the demonstration clear.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from galley_figures.models.inputs import FloatArray, check_positive, finite, not_negative

LOWEST_HZ: Final = 0.5
"""Below this there is no power: 1/frequency has no end there."""


@dataclass(frozen=True)
class SpectrumShape:
    """Shape of the spectra, all of it chosen.

    Attributes
    ----------
    background_uv2
        Height of the background times the frequency.
    alpha_uv2_per_hz, alpha_hz, alpha_width_hz
        Height, place and width (standard deviation) of the alpha bump.
    delta_uv2_per_hz, delta_hz, delta_width_hz
        The same for the delta bump, at the focus.
    focus_width
        Distance from the focus, in radii of the disc, in which the delta bump falls to 61 %
        (standard deviation).
    """

    background_uv2: float = 10.0
    alpha_uv2_per_hz: float = 3.0
    alpha_hz: float = 10.0
    alpha_width_hz: float = 1.0
    delta_uv2_per_hz: float = 375.0
    delta_hz: float = 2.0
    delta_width_hz: float = 0.5
    focus_width: float = 0.23


@dataclass(frozen=True, eq=False)
class SyntheticEeg:
    """Synthetic signals of several electrodes.

    Attributes
    ----------
    sampling_hz
        Samples per second.
    signals_uv
        Shape (n_electrodes, n_samples), microvolts.
    """

    sampling_hz: int
    signals_uv: FloatArray


DEFAULT_SHAPE: Final = SpectrumShape()


def delta_gain(
    positions: FloatArray, *, focus: tuple[float, float], focus_width: float
) -> FloatArray:
    """Height of the delta bump at each position, as a share of that at the focus.

    Parameters
    ----------
    positions : array, shape (n, 2), in radii of the disc
    focus : (float, float), in radii of the disc
    focus_width : float, in radii of the disc
        Standard deviation of the Gaussian; positive.

    Returns
    -------
    array, shape (n,), dimensionless, from 0 to 1 at the focus

    Raises
    ------
    ValueError
        If a position is not finite or the width is not positive.
    """
    check_positive("focus_width", focus_width)
    distance = np.hypot(*(finite("positions", positions) - finite("focus", focus)).T)
    return np.asarray(np.exp(-0.5 * (distance / focus_width) ** 2), dtype=np.float64)


def model_spectrum_uv2_per_hz(
    frequency_hz: FloatArray, *, gain: FloatArray, shape: SpectrumShape = DEFAULT_SHAPE
) -> FloatArray:
    """One-sided power spectral density from which the signals are made.

    Parameters
    ----------
    frequency_hz : array, shape (n_frequencies,), Hz
        Finite and not negative. Below 0.5 Hz the density is 0.
    gain : array, shape (n_electrodes,), dimensionless
        Height of the delta bump at each electrode, as `delta_gain` gives it; not negative.
    shape : SpectrumShape

    Returns
    -------
    array, shape (n_electrodes, n_frequencies), uV^2/Hz

    Raises
    ------
    ValueError
        If a frequency or a gain is negative or not finite.
    """
    hz = not_negative("frequency_hz", frequency_hz)
    gains = not_negative("gain", gain)
    background = shape.background_uv2 / np.maximum(hz, LOWEST_HZ)
    alpha = shape.alpha_uv2_per_hz * _bump(hz, shape.alpha_hz, shape.alpha_width_hz)
    delta = shape.delta_uv2_per_hz * _bump(hz, shape.delta_hz, shape.delta_width_hz)
    density = background + alpha + gains[:, np.newaxis] * delta
    return np.where(hz < LOWEST_HZ, 0.0, density)


def synthetic_eeg(
    positions: FloatArray,
    *,
    focus: tuple[float, float],
    seed: int,
    shape: SpectrumShape = DEFAULT_SHAPE,
    duration_s: int = 120,
    sampling_hz: int = 128,
) -> SyntheticEeg:
    """Signals with the model's spectrum and random phases.

    Parameters
    ----------
    positions : array, shape (n_electrodes, 2), in radii of the disc
        Such as `electrodes.electrode_positions` gives.
    focus : (float, float), in radii of the disc
        Where the slow waves are strongest.
    seed : int
        Of the phases; the same seed gives the same signals.
    shape : SpectrumShape
    duration_s : int, s
        At least 1.
    sampling_hz : int, Hz
        At least 2.

    Returns
    -------
    SyntheticEeg

    Raises
    ------
    ValueError
        If a position is not finite, or duration or sampling is too small.
    """
    n_samples = _number_of_samples(duration_s, sampling_hz)
    gain = delta_gain(positions, focus=focus, focus_width=shape.focus_width)
    frequency_hz = np.asarray(np.fft.rfftfreq(n_samples, d=1 / sampling_hz), dtype=np.float64)
    density = model_spectrum_uv2_per_hz(frequency_hz, gain=gain, shape=shape)
    density[:, -1] = 0  # a wave at half the sampling rate has no phase of its own
    wave_uv = np.sqrt(2 * density * sampling_hz / n_samples)
    phase = np.random.default_rng(seed).uniform(0, 2 * np.pi, density.shape)
    coefficients = wave_uv * n_samples / 2 * np.exp(1j * phase)
    signals_uv = np.fft.irfft(coefficients, n=n_samples, axis=-1)
    return SyntheticEeg(sampling_hz, np.asarray(signals_uv, dtype=np.float64))


def _bump(hz: FloatArray, centre_hz: float, width_hz: float) -> FloatArray:
    """Return a Gaussian of height 1."""
    return np.asarray(np.exp(-0.5 * ((hz - centre_hz) / width_hz) ** 2), dtype=np.float64)


def _number_of_samples(duration_s: int, sampling_hz: int) -> int:
    if duration_s < 1 or sampling_hz < 2:  # noqa: PLR2004 - a wave needs two samples
        raise ValueError(
            "duration_s must be at least 1 and sampling_hz at least 2, "
            f"not {duration_s!r} and {sampling_hz!r}"
        )
    return duration_s * sampling_hz
