r"""Commands of the physics package: derivatives, brackets that grow, bras and kets."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from galley.html.tex_groups import replace_call

Written = Callable[[str, Sequence[str]], str]

_QUANTITY = re.compile(r"\\(?:qty|quantity)\s*([(\[|])")
_CLOSING = {"(": ")", "[": "]", "|": "|"}


def physical(tex: str) -> str:
    """Write out what the package would write."""
    for name, most, written in _CALLS:
        if f"\\{name}" in tex:
            tex = replace_call(tex, name, most, written)
    return _grown(tex)


def _grown(tex: str) -> str:
    r"""Turn ``\qty(x)`` into ``\left(x\right)``, up to the bracket that belongs to it."""
    while match := _QUANTITY.search(tex):
        opening, closing = match[1], _CLOSING[match[1]]
        depth, end = 1, match.end()
        while end < len(tex) and depth:
            depth += (tex[end] == opening != closing) - (tex[end] == closing)
            end += 1
        inner = tex[match.end() : end - 1] if not depth else tex[match.end() :]
        tex = rf"{tex[: match.start()]}\left{opening}{inner}\right{closing}{tex[end:]}"
    return tex


def _derivative(sign: str) -> Written:
    def written(option: str, groups: Sequence[str]) -> str:
        power = f"^{{{option}}}" if option else ""
        if len(groups) == 1:
            return rf"\frac{{{sign}{power}}}{{{sign} {groups[0]}{power}}}"
        if len(groups) > 2:  # noqa: PLR2004 - what is derived, and two variables
            below = f"{sign} {groups[1]} {sign} {groups[2]}"
            return rf"\frac{{{sign}^{{2}} {groups[0]}}}{{{below}}}"
        return rf"\frac{{{sign}{power} {groups[0]}}}{{{sign} {groups[1]}{power}}}"

    return written


def _between(left: str, right: str) -> Written:
    def written(_option: str, groups: Sequence[str]) -> str:
        return rf"\left{left} {' , '.join(groups)} \right{right}"

    return written


def _differential(option: str, groups: Sequence[str]) -> str:
    power = f"^{{{option}}}" if option else ""
    return rf"\mathrm{{d}}{power}{groups[0]}"


def _inner(_option: str, groups: Sequence[str]) -> str:
    return rf"\left\langle {' | '.join(groups)} \right\rangle"


def _outer(_option: str, groups: Sequence[str]) -> str:
    return rf"\left| {groups[0]} \right\rangle \left\langle {groups[-1]} \right|"


def _said(text: str) -> Written:
    def written(_option: str, groups: Sequence[str]) -> str:
        return text.replace("#1", groups[0] if groups else "")

    return written


_ROUND_D = r"\mathrm{d}"
_CALLS: tuple[tuple[str, int, Written], ...] = (
    *((name, 2, _derivative(_ROUND_D)) for name in ("dv", "derivative")),
    *((name, 3, _derivative(r"\partial")) for name in ("pdv", "partialderivative")),
    ("fdv", 2, _derivative(r"\delta")),
    *((name, 1, _differential) for name in ("dd", "differential")),
    *((name, 1, _between("|", r"\rangle")) for name in ("ket", "Ket")),
    *((name, 1, _between(r"\langle", "|")) for name in ("bra", "Bra")),
    *((name, 2, _inner) for name in ("braket", "Braket", "innerproduct", "ip")),
    *((name, 2, _outer) for name in ("ketbra", "dyad", "outerproduct", "op")),
    *((name, 1, _between(r"\langle", r"\rangle")) for name in ("expval", "ev")),
    *((name, 1, _between("|", "|")) for name in ("abs", "absolutevalue")),
    *((name, 1, _between(r"\|", r"\|")) for name in ("norm",)),
    *((name, 2, _between("[", "]")) for name in ("comm", "commutator")),
    *((name, 2, _between(r"\{", r"\}")) for name in ("acomm", "anticommutator", "pb")),
    ("order", 1, _said(r"\mathcal{O}\left(#1\right)")),
    ("eval", 1, _said(r"\left. #1 \right|")),
    *((name, 1, _said(r"\boldsymbol{#1}")) for name in ("vb", "vectorbold")),
    *((name, 1, _said(r"\vec{\boldsymbol{#1}}")) for name in ("va", "vectorarrow")),
    *((name, 1, _said(r"\hat{\boldsymbol{#1}}")) for name in ("vu", "vectorunit")),
    ("grad", 0, _said(r"\nabla ")),
    ("gradient", 0, _said(r"\nabla ")),
    ("divergence", 0, _said(r"\nabla\cdot ")),
    ("curl", 0, _said(r"\nabla\times ")),
    ("laplacian", 0, _said(r"\nabla^{2} ")),
    ("vdot", 0, _said(r"\cdot ")),
    ("cross", 0, _said(r"\times ")),
    ("rank", 0, _said(r"\operatorname{rank}")),
)
