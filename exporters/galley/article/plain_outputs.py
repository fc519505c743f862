"""Outputs that are text: what of it a reader could make use of."""

from __future__ import annotations

import json
import re

# What a bare last line such as `plt.plot(...)` leaves behind: an object, of use to nobody.
_OBJECT = re.compile(
    r"\W*<[^<>]* at 0x[0-9a-fA-F]+>|<Figure size |Text\(|\(?array\(\[<|\W*<(?:Axes|AxesSubplot)[:>]"
    r"|<(?:function|bound method|module|generator|IPython\.\S+ \S*object|class) ?[^\n]*>\s*\Z"
    r"|<\S+ object>\s*\Z|<pandas\.io\.formats\.style\.Styler|<folium\.|<Container object of"
)
_ADDRESS = re.compile(r"(<[^<>\n]{0,300}?) at 0x[0-9a-fA-F]+(?=[^<>\n]*>)")
_TIMES = re.compile(
    r"^(?:CPU times: |Wall time: |Compiler : |Parser   : ).*(?:\n|\Z)", re.MULTILINE
)
_INSTALLATION = re.compile(
    r"(?:[!%]+\s*(?:\{?sys\.executable\}?\s*-m\s*)?(?:python3?\s+-m\s+)?"
    r"(?:uv\s+)?(?:pip3?|conda|mamba|apt|apt-get|npm|R -e|brew)\b|import sys\b|#).*"
)
_FORMULA = re.compile(r"\s*(?:\$|\\begin\{|\\\[|\\\()")
_WHOLE = re.compile(r"\s*\$(?!\$)((?:\\.|[^$\\])+)\$\s*", re.DOTALL)
_LONGEST_JSON = 20_000


def is_object(text: str) -> bool:
    """Tell whether a text is only the name of an object."""
    return bool(_OBJECT.match(text.strip()))


def without_addresses(text: str) -> str:
    """Return text in which objects are named without their place in memory."""
    return _ADDRESS.sub(r"\1", text) if " at 0x" in text else text


def without_times(text: str) -> str:
    """Return text without what ``%%time`` measured, which is another at each run."""
    return _TIMES.sub("", text) if " time" in text else text


def installs_only(source: str) -> bool:
    """Tell whether a cell does nothing but install packages."""
    lines = [line.strip() for line in source.splitlines() if line.strip()]
    return any(line[0] in "!%" for line in lines) and all(map(_INSTALLATION.fullmatch, lines))


def is_formula(latex: str) -> bool:
    """Tell whether LaTeX is a formula, which a page sets better than a picture of it."""
    return bool(_FORMULA.match(latex))


def as_display(latex: str) -> str:
    r"""Return a formula that stands alone as a displayed one: ``$x$`` → ``$$x$$``."""
    match = _WHOLE.fullmatch(latex)
    return f"$${match[1].strip()}$$" if match else latex


def spelt_out(value: object) -> str:
    """Return JSON as indented text."""
    text = json.dumps(value, indent=2, ensure_ascii=False)
    return text if len(text) <= _LONGEST_JSON else f"{text[:_LONGEST_JSON]}\n…"
