"""What parameters are called in a form or at a reader's control, where they do not say it.

A parameter's own `Range` or `Choice` comes first; these are for names that mean the same in every
figure. A test compares them with the signatures of all public figures.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from galley_figures.locale import Lang

NAMES: Final[Mapping[str, tuple[str, str]]] = MappingProxyType(
    {
        "after": ("Name of the time after", "Nama waktu sesudah"),
        "alt": (
            "For readers who cannot see it: what it shows",
            "Bagi pembaca yang tidak dapat melihatnya: apa isinya",
        ),
        "audience": ("Written for", "Ditulis untuk"),
        "axis": ("Axis", "Sumbu"),
        "band": ("What the band is", "Arti pita"),
        "before": ("Name of the time before", "Nama waktu sebelum"),
        "begin": ("Axis begins at", "Sumbu mulai pada"),
        "better": ("Better is", "Yang lebih baik"),
        "caption": ("Caption inside the figure", "Keterangan di dalam gambar"),
        "caution": ("What it must not be taken for", "Jangan disalahartikan sebagai"),
        "colours": ("Colours of the words", "Warna kata"),
        "comparison": ("Row that had no treatment, or none", "Baris tanpa terapi, atau none"),
        "consent": ("How the people agreed", "Bagaimana orangnya setuju"),
        "credit": ("Who made it", "Pembuat"),
        "decimals": ("Decimals", "Angka desimal"),
        "description": ("Long description", "Penjelasan panjang"),
        "event": ("What is counted", "Yang dihitung"),
        "evidence": ("What it rests on", "Dasar gambar ini"),
        "high_side": ("Words at the high side", "Kata di sisi tinggi"),
        "interval": ("What the interval is", "Arti interval"),
        "label": ("Name of the readers’ control", "Nama kendali pembaca"),
        "lang": ("Language", "Bahasa"),
        "limit": ("Axis ends at", "Sumbu berakhir pada"),
        "limits": ("Lowest and highest possible value", "Nilai terendah dan tertinggi"),
        "low_side": ("Words at the low side", "Kata di sisi rendah"),
        "meanings": ("What the colours say", "Arti warna"),
        "measure": ("What is measured", "Yang diukur"),
        "middle": ("Name of the time between", "Nama waktu di antaranya"),
        "no_effect": ("Value of no effect", "Nilai tanpa efek"),
        "no_effect_label": ("Words at no effect", "Kata pada nilai tanpa efek"),
        "note": ("Note on the evidence", "Catatan tentang dasarnya"),
        "otherwise": ("What the others are", "Keadaan yang lain"),
        "out_of": ("Of how many people", "Dari berapa orang"),
        "path": ("Picture file", "Berkas gambar"),
        "points": ("Marked points", "Titik yang ditandai"),
        "pooled": ("Last row is pooled", "Baris terakhir gabungan"),
        "reference_lines": ("Lines to compare with", "Garis pembanding"),
        "remark": ("Remark beside the figure", "Catatan di samping gambar"),
        "rounded": ("Round to whole people", "Bulatkan menjadi orang utuh"),
        "scale": ("Scale", "Skala"),
        "second_y_label": ("Second label at the side", "Label kedua di samping"),
        "shapes": ("What the shapes say", "Arti bentuk"),
        "shown": ("Shown first", "Ditampilkan pertama"),
        "shows_person": ("Shows a person", "Menampilkan orang"),
        "sources": ("Citation keys", "Kunci sitasi"),
        "start": ("Axis starts at", "Sumbu mulai dari"),
        "table": ("Table", "Tabel"),
        "threshold": ("Smallest change that matters", "Perubahan terkecil yang berarti"),
        "threshold_label": ("Words at that change", "Kata pada perubahan itu"),
        "unit": ("Unit", "Satuan"),
        "until": ("Axis ends at", "Sumbu berakhir pada"),
        "x_label": ("Across: what it is", "Mendatar: besaran"),
        "x_limits": ("Across: lowest and highest", "Mendatar: terendah dan tertinggi"),
        "x_scale": ("Across: scale", "Mendatar: skala"),
        "x_ticks": ("Across: marks", "Mendatar: tanda"),
        "x_unit": ("Across: unit", "Mendatar: satuan"),
        "x_words": ("Across: words in order", "Mendatar: kata berurutan"),
        "y_label": ("Up: what it is", "Tegak: besaran"),
        "y_limits": ("Up: lowest and highest", "Tegak: terendah dan tertinggi"),
        "y_scale": ("Up: scale", "Tegak: skala"),
        "y_ticks": ("Up: marks", "Tegak: tanda"),
        "y_unit": ("Up: unit", "Tegak: satuan"),
        "y_words": ("Up: words in order", "Tegak: kata berurutan"),
        "zones": ("Zones", "Wilayah"),
    }
)
"""English, Indonesian."""

_SCALES: Final[Mapping[str, tuple[str, str]]] = MappingProxyType(
    {
        "linear": ("even", "merata"),
        "log": ("logarithmic", "logaritmik"),
        "segmented": ("each phase for itself", "tiap fase sendiri"),
    }
)

VALUES: Final[Mapping[str, Mapping[str, tuple[str, str]]]] = MappingProxyType(
    {
        "audience": {
            "patient": ("patients", "pasien"),
            "clinician": ("clinicians", "klinisi"),
        },
        "better": {
            "low": ("a low value", "nilai rendah"),
            "high": ("a high value", "nilai tinggi"),
            "neither": ("neither", "tidak keduanya"),
        },
        "evidence": {
            "data": ("data, measured", "data, diukur"),
            "model": ("model, calculated", "model, dihitung"),
            "schematic": ("schematic, drawn", "skematis, digambar"),
            "synthetic": ("synthetic, made up", "buatan"),
        },
        "lang": {"en": ("English", "Inggris"), "id": ("Indonesian", "Indonesia")},
        "axis": _SCALES,
        "scale": _SCALES,
        "x_scale": _SCALES,
        "y_scale": _SCALES,
    }
)
"""By parameter, then by value: English, Indonesian."""


def name_in_words(name: str, lang: Lang) -> str:
    """Return what a parameter is called; its name, spelled out, where nothing else is known.

    >>> name_in_words("measure", "id"), name_in_words("start_angle", "en")
    ('Yang diukur', 'Start angle')
    """
    return _in(NAMES.get(name), lang) or name.replace("_", " ").capitalize()


def value_in_words(name: str, value: str, lang: Lang) -> str:
    """Return what a word of a choice is called.

    >>> value_in_words("evidence", "model", "en"), value_in_words("side", "left_hand", "en")
    ('model, calculated', 'left hand')
    """
    return _in(VALUES.get(name, {}).get(value), lang) or value.replace("_", " ")


def _in(words: tuple[str, str] | None, lang: Lang) -> str:
    return words[lang == "id"] if words else ""
