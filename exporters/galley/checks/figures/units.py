"""Quantities that mean nothing without their unit, in the words of axes and columns."""

from __future__ import annotations

import re

_QUANTITIES = """
    age ages time duration latency delay dose dosage distance height length width depth weight
    mass temperature pressure concentration voltage current amplitude speed velocity lag
    umur usia waktu durasi latensi jeda dosis jarak tinggi panjang lebar kedalaman berat massa
    suhu tekanan konsentrasi kadar tegangan arus amplitudo kecepatan
"""
_QUANTITY = re.compile(rf"\b(?:{'|'.join(_QUANTITIES.split())})\b", re.IGNORECASE)
# Of a histogram's height "frequency" is a count; along the bottom it is measured in hertz.
_FREQUENCY = re.compile(r"\b(?:frequency|frekuensi)\b", re.IGNORECASE)
_NO_QUANTITY = re.compile(
    r"\b(?:synaptic|body mass index|time ?points?|time ?steps?|age groups?|weights? of|dose groups?"
    r"|kelompok (?:umur|usia|dosis)|langkah waktu|titik waktu|bobot|tekanan hidup)\b",
    re.IGNORECASE,
)
_UNITS = """
    % ‰ percent persen per s sec secs second seconds detik ms msec millisecond milliseconds
    milidetik min mins minute minutes menit h hr hrs hour hours jam d day days hari week weeks
    minggu pekan month months bulan year years yr yrs tahun thn mm cm m km µm μm nm inch inches
    metre metres meter meters g kg mg µg μg ng gram grams kilogram l ml dl mmol mol mm hz hertz khz
    mhz mv v volt volts µv μv ma a ampere µa μa °c °f celsius mmhg kpa pa n nm w watt db bpm
    point points poin score skor rank ratio rasio relative relatif normalised normalized
    ternormalisasi standardised standardized arbitrary a.u. au z log steps step langkah trials
    sessions sesi repetitions ulangan reps fraction proportion proporsi probability peluang count
    jumlah number index indeks sd
"""
_UNIT = re.compile(
    r"(?<![^\W_])(?:" + "|".join(map(re.escape, _UNITS.split())) + r")(?![^\W_])", re.IGNORECASE
)
_SAYS_UNIT = re.compile(r"[(\[][^)\]]+[)\]]|,\s*\S|[%‰°]|/\s*\S|\bin [a-zµμ]+\b|\bdalam [a-zµμ]+\b")


def lacks_unit(label: str, *, is_across: bool = False) -> bool:
    """Tell whether a label names a quantity that has a unit, and no unit.

    Parameters
    ----------
    is_across
        Whether it labels a horizontal axis.
    """
    names_one = _QUANTITY.search(label) or (is_across and _FREQUENCY.search(label))
    if not names_one or _NO_QUANTITY.search(label):
        return False
    return not (_SAYS_UNIT.search(label) or _UNIT.search(label))
