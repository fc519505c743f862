r"""Quantities with units, as siunitx writes them: ``\SI{5}{\milli\volt}``, ``\num{1e5}``."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from galley.html.tex_groups import replace_call

_PREFIXES = {
    "atto": "a",
    "femto": "f",
    "pico": "p",
    "nano": "n",
    "micro": "µ",
    "milli": "m",
    "centi": "c",
    "deci": "d",
    "deca": "da",
    "hecto": "h",
    "kilo": "k",
    "mega": "M",
    "giga": "G",
    "tera": "T",
    "peta": "P",
    "exa": "E",
}
_UNITS = {
    "metre": "m",
    "meter": "m",
    "gram": "g",
    "second": "s",
    "ampere": "A",
    "kelvin": "K",
    "mole": "mol",
    "candela": "cd",
    "hertz": "Hz",
    "newton": "N",
    "pascal": "Pa",
    "joule": "J",
    "watt": "W",
    "coulomb": "C",
    "volt": "V",
    "farad": "F",
    "ohm": "Ω",
    "siemens": "S",
    "weber": "Wb",
    "tesla": "T",
    "henry": "H",
    "lumen": "lm",
    "lux": "lx",
    "becquerel": "Bq",
    "gray": "Gy",
    "sievert": "Sv",
    "katal": "kat",
    "radian": "rad",
    "steradian": "sr",
    "degreeCelsius": "°C",
    "celsius": "°C",
    "degree": "°",
    "percent": "%",
    "minute": "min",
    "hour": "h",
    "day": "d",
    "litre": "l",
    "liter": "L",
    "tonne": "t",
    "electronvolt": "eV",
    "dalton": "Da",
    "molar": "M",
    "decibel": "dB",
    "bel": "B",
    "bar": "bar",
    "mmHg": "mmHg",
    "angstrom": "Å",
    "arcminute": "′",
    "arcsecond": "″",
    "neper": "Np",
    "byte": "B",
    "bit": "bit",
    "unitless": "",
    "kg": "kg",
    "mg": "mg",
    "ms": "ms",
    "mV": "mV",
    "Hz": "Hz",
    "cm": "cm",
    "mm": "mm",
    "um": "µm",
    "nm": "nm",
}
_POWERS = {"squared": "2", "cubed": "3"}
_POWERS_BEFORE = {"square": "2", "cubic": "3"}
_PART = re.compile(
    r"\\([A-Za-z]+)\s*(?:\{([^{}]*)\})?|(\^\s*(?:\{[^{}]*\}|-?\d))|([.~])|([^\\^.~]+)"
)
_NUMBER = re.compile(r"^([-+−]?[\d.,]*)[eEdD]([-+]?\d+)$")
_GAP = r"\,"


def measured(tex: str) -> str:
    r"""Write out the numbers and units of a formula."""
    for names, groups, written in _CALLS:
        for name in names:
            if f"\\{name}" in tex:
                tex = replace_call(tex, name, groups, written)
    return tex


def unit(text: str) -> str:
    r"""Return a unit in plain TeX: ``\meter\per\second\squared`` → ``\mathrm{m/s^{2}}``."""
    written = ""
    power = ""
    is_after_prefix = True
    for name, argument, script, gap, letters in _PART.findall(text):
        if name == "per":
            written += "/"
            is_after_prefix = True
        elif name in _PREFIXES or name in _UNITS or letters.strip():
            sign = _PREFIXES.get(name) or _UNITS.get(name) or letters.strip()
            written += ("" if is_after_prefix else _GAP) + sign.replace("%", r"\%")
            is_after_prefix = name in _PREFIXES
            if power and not is_after_prefix:
                written, power = f"{written}^{{{power}}}", ""
        elif name in _POWERS_BEFORE:
            power = _POWERS_BEFORE[name]
        elif name in _POWERS or name in {"tothe", "raiseto"}:
            written += f"^{{{_POWERS.get(name, argument)}}}"
        elif name == "of":
            written += f"_{{{argument}}}"
        elif name:
            written += rf"\{name}" + (f"{{{argument}}}" if argument else " ")
        else:
            written += script or (_GAP if gap else "")
            is_after_prefix = bool(gap)
    return rf"\mathrm{{{written}}}"


def number(text: str) -> str:
    r"""Return a number in plain TeX: ``1e5`` → ``1\times 10^{5}``."""
    text = text.strip().replace("+-", r"\pm ")
    match = _NUMBER.match(text)
    if match is None:
        return text
    before = f"{match[1]}\\times " if match[1] else ""
    return f"{before}10^{{{match[2]}}}"


def _quantity(_option: str, groups: Sequence[str]) -> str:
    return f"{number(groups[0])}{_GAP}{unit(groups[1])}"


def _range(_option: str, groups: Sequence[str]) -> str:
    return rf"{number(groups[0])}\text{{–}}{number(groups[1])}{_GAP}{unit(groups[2])}"


def _list(_option: str, groups: Sequence[str]) -> str:
    return ", ".join(map(number, groups[0].split(";"))) + _GAP + unit(groups[1])


def _angle(_option: str, groups: Sequence[str]) -> str:
    return "".join(
        part + sign for part, sign in zip(groups[0].split(";"), "°′″", strict=False) if part
    )


_CALLS: tuple[tuple[tuple[str, ...], int, Callable[[str, Sequence[str]], str]], ...] = (
    (("SIrange", "qtyrange"), 3, _range),
    (("SIlist", "qtylist"), 2, _list),
    (("SI", "qty"), 2, _quantity),
    (("si", "unit"), 1, lambda _option, groups: unit(groups[0])),
    (("num",), 1, lambda _option, groups: number(groups[0])),
    (("ang",), 1, _angle),
)
