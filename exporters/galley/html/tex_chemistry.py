r"""Chemical formulas of ``\ce{…}``, as mhchem reads them, in plain TeX."""

from __future__ import annotations

import re

_ARROWS = {
    "<=>>": r"\rightleftharpoons",
    "<<=>": r"\rightleftharpoons",
    "<=>": r"\rightleftharpoons",
    "<-->": r"\leftrightarrow",
    "<->": r"\leftrightarrow",
    "->": r"\rightarrow",
    "<-": r"\leftarrow",
}
_WORD = r"\[([^\]]*)\]"
_TOKEN = re.compile(
    rf"""(?P<maths>\$[^$]*\$)
    |(?P<arrow>{"|".join(map(re.escape, _ARROWS))})(?:{_WORD})?(?:{_WORD})?
    |\^\s*(?P<above>\{{[^{{}}]*\}}|\d*[+-]|[\w*]+)
    |_\s*(?P<below>\{{[^{{}}]*\}}|\w)
    |(?<=[A-Za-z)\]}}])(?P<count>\d+(?:[.,]\d+)?)
    |(?<=[A-Za-z0-9)\]}}])(?P<charge>[+-])(?=\s|$|[\])_])
    |(?P<bond>(?<=\w)[-=\#](?=\w))
    |(?P<gap>\s+)""",
    re.VERBOSE,
)


def chemical(formula: str) -> str:
    r"""Return a formula of ``\ce`` in plain TeX: ``Ca^2+`` → ``\mathrm{Ca^{2+}}``."""
    return rf"\mathrm{{{_TOKEN.sub(_written, formula)}}}"


def _written(token: re.Match[str]) -> str:
    if token["arrow"]:
        return _arrow(_ARROWS[token["arrow"]], token[3], token[4])
    if token["maths"]:
        return f"{{{token['maths'][1:-1]}}}"
    if token["bond"]:
        return {"-": r"{\text{–}}", "=": "{=}", "#": r"{\equiv}"}[token["bond"]]
    if token["gap"]:
        return r"\ "
    above, below = token["above"] or token["charge"], token["below"] or token["count"]
    return f"^{{{above.strip('{}')}}}" if above else f"_{{{below.strip('{}')}}}"


def _arrow(arrow: str, above: str | None, below: str | None) -> str:
    if above:
        arrow = rf"\overset{{{chemical(above)}}}{{{arrow}}}"
    if below:
        arrow = rf"\underset{{{chemical(below)}}}{{{arrow}}}"
    return f" {arrow} "
