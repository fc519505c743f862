"""The words of the decay of LTP: what there is to say, and what the table calls it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from galley_figures.locale import Lang

COLUMNS: Final[dict[Lang, tuple[str, ...]]] = {
    "en": ("item", "published", "environment_from_day", "source", "status"),
    "id": ("butir", "yang_diterbitkan", "lingkungan_sejak_hari", "sumber", "status"),
}


@dataclass(frozen=True)
class RowNames:
    """What the table says: the items, what was published of them, and the status of a drawing."""

    fading: str
    stable: str
    environment: str
    weakened: str
    heights: str
    time_constants: str
    hours_to_weeks: str
    months_or_longer: str
    at_least_a_year: str
    reversed: str
    not_reversed: str
    exists: str
    chosen: str
    drawn: str


ROWS: Final[dict[Lang, RowNames]] = {
    "en": RowNames(
        fading="decremental LTP, dentate gyrus",
        stable="stable LTP, dentate gyrus",
        environment="stable LTP and an enriched environment, rats",
        weakened="LTD, cultured neurons",
        heights="heights and steepness of the shapes",
        time_constants="time constants of the decay classes",
        hours_to_weeks="hours to weeks",
        months_or_longer="months or longer",
        at_least_a_year="months, up to at least one year (rats)",
        reversed="reversed",
        not_reversed="not reversed",
        exists="weakening exists; no duration is drawn",
        chosen="chosen for the drawing",
        drawn="not a measurement",
    ),
    "id": RowNames(
        fading="LTP dekremental, girus dentatus",
        stable="LTP stabil, girus dentatus",
        environment="LTP stabil dan lingkungan yang diperkaya, tikus",
        weakened="LTD, neuron dalam kultur",
        heights="tinggi dan kecuraman bentuk",
        time_constants="tetapan waktu kelas peluruhan",
        hours_to_weeks="berjam-jam sampai berminggu-minggu",
        months_or_longer="berbulan-bulan atau lebih lama",
        at_least_a_year="berbulan-bulan, sampai sedikitnya satu tahun (tikus)",
        reversed="berbalik",
        not_reversed="tidak berbalik",
        exists="pelemahan memang ada; lamanya tidak digambar",
        chosen="dipilih untuk gambar",
        drawn="bukan pengukuran",
    ),
}


@dataclass(frozen=True)
class Words:
    """Every word of the drawing and of what explains it.

    Attributes
    ----------
    ticks
        Hour, day, week, month, year.
    before
        The strength before, on the upright axis.
    stimulated
        Over the line where it all begins.
    reversed_day, not_reversed_day
        Beside the days on which the environment began; clinicians only.
    """

    time: str
    ticks: tuple[str, str, str, str, str]
    strength: str
    before: str
    stimulated: str
    stable: str
    fading: str
    weakened: str
    reversed_day: str
    not_reversed_day: str
    band: str
    asides: tuple[tuple[str, str], ...]
    caption: str
    alt: str
    description: str
    note: str
