"""Numbers that quantitative EEG makes of signals: spectra, band power, two ratios.

The delta/alpha ratio compares slow with alpha waves at one electrode; the pairwise brain symmetry
index compares left with right. Papers differ in their bands and windows, so a figure prints those
that it used. A published threshold of either index is no diagnosis: the best-known one was chosen
and judged on the same few people.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from scipy import signal

from galley_figures.models.inputs import FloatArray, check_positive, finite, not_negative

DELTA_HZ: Final = (1.0, 4.0)
"""Edges of the delta band unless others are asked for; papers differ."""

ALPHA_HZ: Final = (8.0, 13.0)
"""Edges of the alpha band unless others are asked for; papers differ."""

SYMMETRY_HZ: Final = (1.0, 25.0)
"""Range of the symmetry index unless another is asked for; papers differ."""

WINDOW_S: Final = 4.0
"""Length of the windows that are averaged; 4 s resolve 0.25 Hz."""


@dataclass(frozen=True, eq=False)
class Spectrum:
    """Power spectral density of several signals.

    Attributes
    ----------
    frequency_hz
        Shape (n_frequencies,), rising.
    power_uv2_per_hz
        Shape (n_signals, n_frequencies), one-sided.
    """

    frequency_hz: FloatArray
    power_uv2_per_hz: FloatArray


def welch_spectrum(
    signals_uv: FloatArray, *, sampling_hz: int, window_s: float = WINDOW_S
) -> Spectrum:
    """Power spectral density by Welch's method: Hann windows, half overlapping, averaged.

    Parameters
    ----------
    signals_uv : array, shape (n_signals, n_samples), uV
    sampling_hz : int, Hz
        Positive.
    window_s : float, s
        Length of a window; at least two samples and at most the length of the signals.

    Returns
    -------
    Spectrum

    Raises
    ------
    ValueError
        If a sample is not finite, or a window does not fit.
    """
    signals = finite("signals_uv", signals_uv)
    check_positive("sampling_hz", sampling_hz)
    n_window = round(window_s * sampling_hz)
    if not 2 <= n_window <= signals.shape[-1]:  # noqa: PLR2004 - a wave needs two samples
        raise ValueError(
            f"window_s must span from 2 to {signals.shape[-1]} samples, not {n_window}"
        )
    frequency_hz, power = signal.welch(signals, fs=sampling_hz, window="hann", nperseg=n_window)
    return Spectrum(np.asarray(frequency_hz), np.asarray(power))


def band_power_uv2(spectrum: Spectrum, *, band_hz: tuple[float, float]) -> FloatArray:
    """Power between two frequencies: the area under the density, by trapezia.

    An edge between two frequencies of the spectrum takes a density between theirs, so the powers of
    neighbouring bands add up to that of both.

    Parameters
    ----------
    spectrum : Spectrum
    band_hz : (float, float), Hz
        Lower and upper edge, within the frequencies of the spectrum.

    Returns
    -------
    array, shape (n_signals,), uV^2

    Raises
    ------
    ValueError
        If the band is empty or reaches beyond the spectrum.
    """
    low, high = _checked_band(band_hz, spectrum.frequency_hz)
    hz = spectrum.frequency_hz
    inside = np.concatenate([[low], hz[(hz > low) & (hz < high)], [high]])
    density = [np.interp(inside, hz, row) for row in spectrum.power_uv2_per_hz]
    return np.asarray(np.trapezoid(np.array(density), inside, axis=-1), dtype=np.float64)


def delta_alpha_ratio(
    spectrum: Spectrum,
    *,
    delta_hz: tuple[float, float] = DELTA_HZ,
    alpha_hz: tuple[float, float] = ALPHA_HZ,
) -> FloatArray:
    """Delta power over alpha power of each signal.

    Parameters
    ----------
    spectrum : Spectrum
    delta_hz, alpha_hz : (float, float), Hz
        Edges of the bands; a figure prints them.

    Returns
    -------
    array, shape (n_signals,), dimensionless, 0 or above
        The index of a recording is the mean over its electrodes.

    Raises
    ------
    ValueError
        If a band is empty or reaches beyond the spectrum, or a signal has no alpha power.

    References
    ----------
    finnigan2016 (key in references.bib).
    """
    alpha_uv2 = band_power_uv2(spectrum, band_hz=alpha_hz)
    if not (alpha_uv2 > 0).all():
        raise ValueError("a signal has no power in the alpha band, so the ratio has no value")
    return np.asarray(band_power_uv2(spectrum, band_hz=delta_hz) / alpha_uv2, dtype=np.float64)


def within_band(spectrum: Spectrum, *, band_hz: tuple[float, float] = SYMMETRY_HZ) -> Spectrum:
    """Part of a spectrum from one frequency to another, both kept.

    Parameters
    ----------
    spectrum : Spectrum
    band_hz : (float, float), Hz
        Lower and upper edge, within the frequencies of the spectrum.

    Returns
    -------
    Spectrum

    Raises
    ------
    ValueError
        If the band is empty or reaches beyond the spectrum.
    """
    low, high = _checked_band(band_hz, spectrum.frequency_hz)
    kept = (spectrum.frequency_hz >= low) & (spectrum.frequency_hz <= high)
    return Spectrum(spectrum.frequency_hz[kept], spectrum.power_uv2_per_hz[:, kept])


def pairwise_symmetry_index(left: FloatArray, right: FloatArray) -> float:
    """Pairwise derived brain symmetry index: mean of ``|right - left| / (right + left)``.

    The mean runs over pairs of mirrored electrodes and over frequencies. The density of a finite
    recording is noisy and the index counts every difference as positive, so it is above 0 even for
    a symmetric brain. Related indices average before they take the absolute value.

    Parameters
    ----------
    left, right : array, shape (n_pairs, n_frequencies), any unit of power
        Density at the electrodes of each pair; not negative, and not 0 on both sides.

    Returns
    -------
    float, dimensionless, from 0 (equal) to 1 (one side silent)

    Raises
    ------
    ValueError
        If the shapes differ, a density is negative, or a pair is silent.

    References
    ----------
    vanputten2004 (key in references.bib) for the symmetry index; this variant is the one that is
    described as ranging from 0 to 1.
    """
    of_left, of_right = not_negative("left", left), not_negative("right", right)
    if of_left.shape != of_right.shape or not of_left.size:
        raise ValueError("left and right must have the same shape, with at least one value")
    both = of_left + of_right
    if not (both > 0).all():
        raise ValueError("a pair has no power on either side, so its symmetry has no value")
    return float(np.mean(np.abs(of_right - of_left) / both))


def _checked_band(band_hz: tuple[float, float], frequency_hz: FloatArray) -> tuple[float, float]:
    low, high = band_hz
    if not frequency_hz[0] <= low < high <= frequency_hz[-1]:
        raise ValueError(
            f"a band must rise and lie within {frequency_hz[0]:g} to {frequency_hz[-1]:g} Hz, "
            f"not {low:g} to {high:g}"
        )
    return low, high
