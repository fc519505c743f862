"""What the synthetic QEEG map draws: electrodes with their ratio, areas of colour, words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Final, Literal, TypeAlias

from galley_figures.explanatory import Cell, DataTable, Evidence
from galley_figures.gallery.qeeg_map.levels import EDGES, Area, areas_of
from galley_figures.locale import CHECKED, Audience, Lang, number
from galley_figures.locale.qeeg_map import FOCUS_LABEL, FOCUS_NAMES, MADE_UP, WORDS, Words
from galley_figures.models.electrodes import ELECTRODES, electrode_indices, electrode_positions
from galley_figures.models.inputs import FloatArray
from galley_figures.parameters import Choice, validated

Focus: TypeAlias = Annotated[
    Literal["C3", "F3", "P3", "C4", "O2"], Choice(label=FOCUS_LABEL, values=FOCUS_NAMES)
]
"""Electrodes around which slow waves can be put in."""

SEED: Final = 0
SOURCE: Final = "finnigan2016"
THRESHOLD: Final = 3.7
"""Of the mean ratio, published; chosen and tested in the same people, so it is never drawn."""

_NEIGHBOURS: Final = 3


@dataclass(frozen=True)
class Electrode:
    """An electrode: its place in radii of the head, its powers and their ratio."""

    name: str
    x: float
    y: float
    delta_uv2: float
    alpha_uv2: float
    ratio: float
    is_focus: bool


@dataclass(frozen=True)
class Data:
    """All that is drawn.

    Attributes
    ----------
    areas
        From the lowest ratio, which fills the head, to the highest.
    edges
        The ratios between them, as the key prints them.
    small_print
        Sentences beside the key.
    """

    electrodes: tuple[Electrode, ...]
    areas: tuple[Area, ...]
    edges: tuple[str, ...]
    small_print: tuple[str, ...]
    focus: str
    words: Words
    lang: Lang
    audience: Audience


@validated
def compute(*, lang: Lang = "en", audience: Audience = "patient", focus: Focus = "C3") -> Data:
    """Make the signals, take their ratio, and put the map into words."""
    words = WORDS[lang, audience]
    positions = electrode_positions()
    delta_uv2, alpha_uv2 = _powers(positions, focus)
    ratio = delta_uv2 / alpha_uv2
    return Data(
        electrodes=tuple(
            Electrode(name, x, y, delta, alpha, share, is_focus=name == focus)
            for name, (x, y), delta, alpha, share in zip(
                ELECTRODES,
                positions.tolist(),
                delta_uv2.tolist(),
                alpha_uv2.tolist(),
                ratio.tolist(),
                strict=True,
            )
        ),
        areas=areas_of(ratio, positions),
        edges=tuple(number(edge, lang) for edge in EDGES),
        small_print=tuple(sentence.format(focus=focus) for sentence in words.small_print),
        focus=focus,
        words=words,
        lang=lang,
        audience=audience,
    )


def _powers(positions: FloatArray, focus: str) -> tuple[FloatArray, FloatArray]:
    """Return delta and alpha power of a synthetic EEG at each electrode, uV^2."""
    # scipy is slow to load, and no other figure needs it.
    from galley_figures.models import eeg_spectra
    from galley_figures.models.synthetic_eeg import synthetic_eeg

    x, y = positions[electrode_indices((focus,))[0]]
    eeg = synthetic_eeg(positions, focus=(float(x), float(y)), seed=SEED)
    spectrum = eeg_spectra.welch_spectrum(eeg.signals_uv, sampling_hz=eeg.sampling_hz)
    return (
        eeg_spectra.band_power_uv2(spectrum, band_hz=eeg_spectra.DELTA_HZ),
        eeg_spectra.band_power_uv2(spectrum, band_hz=eeg_spectra.ALPHA_HZ),
    )


def describe(data: Data) -> tuple[str, str]:
    """Return the text alternative and the long description of what is drawn."""
    return _filled(data.words.alt, data), _filled(data.words.description, data)


def evidence(data: Data) -> Evidence:
    """Return what the map rests on, in the figure's language."""
    return Evidence("synthetic", (SOURCE,), _filled(data.words.note, data))


def _filled(text: str, data: Data) -> str:
    first, *others = sorted(data.electrodes, key=lambda one: one.ratio, reverse=True)
    neighbours = (f"{one.name} ({_short(one.ratio, data.lang)})" for one in others[:_NEIGHBOURS])
    return text.format(
        focus=first.name,
        highest=_short(first.ratio, data.lang),
        lowest=_short(others[-1].ratio, data.lang),
        faster=others[-1].name,
        neighbours=", ".join(neighbours),
        first_edge=data.edges[0],
        last_edge=data.edges[-1],
        seed=SEED,
        threshold=number(THRESHOLD, data.lang),
    )


def _short(ratio: float, lang: Lang) -> str:
    return number(ratio, lang, decimals=1 if ratio < 10 else 0)  # noqa: PLR2004 - two digits


def table(data: Data) -> DataTable:
    """Return the powers and the ratio at each electrode; for clinicians also the threshold."""
    rows = [_table_row(one, data) for one in data.electrodes]
    if data.words.threshold_row:
        checked = CHECKED[data.lang]
        rows.append((data.words.threshold_row, None, None, THRESHOLD, None, SOURCE, checked))
    return DataTable(data.words.columns, tuple(rows))


def _table_row(one: Electrode, data: Data) -> tuple[Cell, ...]:
    return (
        one.name,
        round(one.delta_uv2, 1),
        round(one.alpha_uv2, 1),
        round(one.ratio, 2),
        SEED,
        None,
        MADE_UP[data.lang],
    )
