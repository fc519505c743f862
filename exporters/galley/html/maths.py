r"""TeX as notebooks write it → TeX that pandoc reads; and its MathML made fit for the page.

MathJax forgives old and odd spellings (``\over``, ``{\rm x}``, ``\\`` without an environment) that
texmath does not read at all. Each step below mends one of them; what no step mends is shown to
the reader as TeX, and to the author as a finding.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from galley.article.markdown.macros import Macros, expand_macros
from galley.html.tex_groups import group_bounds, replace_command

Step = Callable[[str], str]

_LONGEST = 20_000
_MOST = 200
"""Replacements of one kind in one formula; no formula that people read needs more."""
_DEEPEST = 40
_DEEPEST_WITH_SCRIPTS = 12
"""Braces in each other; in an exponent or index, pandoc's time doubles with each."""
_BRACES = re.compile(r"(?<!\\)[{}]")

_RESPELT: Macros = {
    r"\And": (0, r"\&"),
    r"\Bbb": (0, r"\mathbb"),
    r"\bmatrix": (1, r"\begin{bmatrix}#1\end{bmatrix}"),
    r"\cases": (1, r"\begin{cases}#1\end{cases}"),
    r"\class": (2, "{#2}"),
    r"\cr": (0, r"\\"),
    r"\cssId": (2, "{#2}"),
    r"\degree": (0, "°"),
    r"\displaylimits": (0, ""),
    r"\displaylines": (1, r"\begin{gathered}#1\end{gathered}"),
    r"\emph": (0, r"\textit"),
    r"\ensuremath": (1, "{#1}"),
    r"\frak": (0, r"\mathfrak"),
    r"\hbox": (0, r"\text"),
    r"\hphantom": (0, r"\phantom"),
    r"\href": (2, "{#2}"),
    r"\mathbbm": (0, r"\mathbb"),
    r"\mathclap": (1, "{#1}"),
    r"\mathllap": (1, "{#1}"),
    r"\mathrlap": (1, "{#1}"),
    r"\matrix": (1, r"\begin{matrix}#1\end{matrix}"),
    r"\middle": (0, ""),
    r"\newline": (0, r"\\"),
    r"\nicefrac": (2, "{#1}/{#2}"),
    r"\nonumber": (0, ""),
    r"\notag": (0, ""),
    r"\pmatrix": (1, r"\begin{pmatrix}#1\end{pmatrix}"),
    r"\pu": (1, r"\mathrm{#1}"),
    r"\qty": (2, r"#1\,\mathrm{#2}"),
    r"\sfrac": (2, "{#1}/{#2}"),
    r"\SI": (2, r"#1\,\mathrm{#2}"),
    r"\si": (1, r"\mathrm{#1}"),
    r"\smash": (1, "{#1}"),
    r"\style": (2, "{#2}"),
    r"\surd": (0, "√"),
    r"\textcolor": (2, "{#2}"),
    r"\textup": (0, r"\text"),
    r"\unit": (1, r"\mathrm{#1}"),
    r"\xleftrightarrow": (1, r"\overset{#1}{\leftrightarrow}"),
}
"""Commands texmath does not know, as macros of what it knows."""

_FONTS = {
    "bf": "mathbf",
    "cal": "mathcal",
    "it": "mathit",
    "mit": "mathit",
    "rm": "mathrm",
    "scr": "mathscr",
    "sf": "mathsf",
    "tt": "mathtt",
}
_FONT = re.compile(rf"\\({'|'.join(_FONTS)})(?![A-Za-z])\s*")
_FRACTIONS = {"over": r"\frac", "atop": r"\binom", "choose": r"\binom"}
_FRACTION = re.compile(rf"\\({'|'.join(_FRACTIONS)})(?![A-Za-z])\s*")
_WITHOUT_ARGUMENTS = re.compile(r"\\(?:tag\*?|label|color|vphantom|require)\s*\{[^{}]*\}")
_RULES = re.compile(r"\\(?:hline|toprule|midrule|bottomrule)(?![A-Za-z])|\\cline\s*\{[^{}]*\}")
_SPACES = re.compile(r"\\(?:hskip|kern|mskip|mkern)\s*-?[\d.]+\s*(?:em|ex|mu|pt|cm|mm)")
_BOXES = re.compile(r"\\rule\s*(?:\[[^\]]*\])?\s*\{[^{}]*\}\s*\{[^{}]*\}")
_ENVIRONMENT_NAMES = re.compile(r"\\(begin|end)\s*\{(subequations|dcases|rcases)\}")
_ROOT = re.compile(r"\\root\s*(\{[^{}]*\}|\S)\s*\\of\s*(\{[^{}]*\}|\\?[A-Za-z0-9]+)")
_EQREF = re.compile(r"\\(eqref|ref)\s*\{([^{}]*)\}")
_BOLD = re.compile(r"\\mathbf\s*(?:\{\s*([A-Za-z0-9]+)\s*\}|\s([A-Za-z0-9])|([0-9]))")
_UNICODE = re.compile(r"\\unicode\s*\{\s*(x[0-9A-Fa-f]+|\d+)\s*\}")


def is_settable(tex: str) -> bool:
    """Tell whether a formula may be given to pandoc: it is not too long, nor nested too deeply."""
    depth = deepest = 0
    for sign in _BRACES.findall(tex):
        depth += 1 if sign == "{" else -1
        deepest = max(deepest, depth)
    limit = _DEEPEST_WITH_SCRIPTS if re.search(r"[\^_]", tex) else _DEEPEST
    return deepest <= limit and len(tex) <= _LONGEST


def normalise_tex(tex: str, numbers: Mapping[str, str] | None = None) -> str:
    r"""Return TeX that texmath can read and that means the same.

    Parameters
    ----------
    numbers
        Equation label → number, for ``\eqref`` inside a formula.
    """
    if len(tex) > _LONGEST:
        return tex
    for step in _STEPS:
        tex = step(tex)
    return _with_numbers(tex, numbers or {}).strip()


def _with_numbers(tex: str, numbers: Mapping[str, str]) -> str:
    def number(match: re.Match[str]) -> str:
        text = numbers.get(match[2].strip(), match[2])
        return rf"\text{{({text})}}" if match[1] == "eqref" else rf"\text{{{text}}}"

    return _EQREF.sub(number, tex)


def _drop_what_is_not_shown(tex: str) -> str:
    for pattern in (_WITHOUT_ARGUMENTS, _RULES, _BOXES):
        tex = pattern.sub("", tex)
    return _SPACES.sub(r"\\;", tex)


def _respell(tex: str) -> str:
    return expand_macros(replace_command(tex, "ce", chemical), _RESPELT)


def _characters_and_roots(tex: str) -> str:
    tex = _UNICODE.sub(lambda match: _character(match[1]), tex)
    return _ROOT.sub(lambda match: rf"\sqrt[{match[1].strip('{}')}]{{{match[2].strip('{}')}}}", tex)


def _character(code: str) -> str:
    number = int(code[1:], 16) if code.startswith("x") else int(code)
    return chr(number) if 32 < number < 0x110000 and not 0xD800 <= number < 0xE000 else ""  # noqa: PLR2004


def chemical(formula: str) -> str:
    r"""Return a simple formula of ``\ce`` in plain TeX: ``Ca^2+`` → ``\mathrm{Ca^{2+}}``."""
    text = re.sub(r"\^(\{[^{}]*\}|\d*[+-])", lambda m: f"^{{{m[1].strip('{}')}}}", formula)
    text = re.sub(r"(?<=[A-Za-z)\]])(\d+)", r"_{\1}", text)
    for sign, arrow in (
        ("<=>", r"\rightleftharpoons "),
        ("->", r"\rightarrow "),
        ("<-", r"\leftarrow "),
    ):
        text = text.replace(sign, arrow)
    return rf"\mathrm{{{text}}}"


def _environments(tex: str) -> str:
    def rename(match: re.Match[str]) -> str:
        return "" if match[2] == "subequations" else rf"\{match[1]}{{cases}}"

    return _ENVIRONMENT_NAMES.sub(rename, tex)


def _fonts(tex: str) -> str:
    r"""Turn ``{\rm x y}`` into ``{\mathrm{x y}}``: a switch holds to the end of its group."""
    for _ in range(_MOST):
        match = _FONT.search(tex)
        if match is None:
            break
        end = group_bounds(tex, match.end())[1]
        inner = tex[match.end() : end]
        tex = rf"{tex[: match.start()]}\{_FONTS[match[1]]}{{{inner}}}{tex[end:]}"
    return tex


def _fractions(tex: str) -> str:
    r"""Turn ``{a \over b}`` into ``{\frac{a}{b}}``."""
    for _ in range(_MOST):
        match = _FRACTION.search(tex)
        if match is None:
            break
        # `\left \over` has no group before it; its delimiter is the command itself.
        start = min(group_bounds(tex, match.start())[0], match.start())
        end = group_bounds(tex, match.end())[1]
        above, below = tex[start : match.start()].strip(), tex[match.end() : end].strip()
        if match[1] == "atop":
            new = rf"\begin{{matrix}}{above}\\{below}\end{{matrix}}"
        else:
            new = f"{_FRACTIONS[match[1]]}{{{above}}}{{{below}}}"
        tex = tex[:start] + new + tex[end:]
    return tex


def _bold(tex: str) -> str:
    r"""Make ``\mathbf{x}`` upright, as TeX does; texmath would slant it."""

    def bold(match: re.Match[str]) -> str:
        # In braces, because texmath takes a bold letter behind `\top` for part of that name.
        return f"{{{''.join(map(_bold_sign, match[1] or match[2] or match[3]))}}}"

    return _BOLD.sub(bold, tex)


def _bold_sign(sign: str) -> str:
    if sign.isdigit():
        return chr(0x1D7CE + int(sign))
    base = 0x1D400 - ord("A") if sign.isupper() else 0x1D41A - ord("a")
    return chr(base + ord(sign))


def _rows(tex: str) -> str:
    r"""Put an environment around ``a &= b \\ c &= d`` that has none."""
    signs = set(_outer_signs(tex))
    if not signs:
        return tex
    name = "aligned" if "&" in signs else "gathered"
    return rf"\begin{{{name}}}{tex}\end{{{name}}}"


def _outer_signs(tex: str) -> Iterator[str]:
    """Yield the row and column signs that stand outside all groups and environments."""
    depth = 0
    for match in re.finditer(r"\\begin\b|\\end\b|\\\\|\\.|[{}&]", tex, re.DOTALL):
        sign = match[0]
        depth += {"{": 1, r"\begin": 1, "}": -1, r"\end": -1}.get(sign, 0)
        if depth == 0 and sign in {"&", r"\\"}:
            yield sign


_STEPS: tuple[Step, ...] = (
    _drop_what_is_not_shown,
    _characters_and_roots,
    _respell,
    _environments,
    _fractions,
    _fonts,
    _bold,
    _rows,
)
"""In this order: a font switch inside a fraction must find its group unchanged."""

_ANNOTATION = re.compile(r"<annotation\b.*?</annotation>", re.DOTALL)
_SEMANTICS = re.compile(r"</?semantics>")
_ATTRIBUTE = re.compile(r'\s(columnalign|style|mathvariant|notation)="([^"]*)"')
# Rows of `align` are display maths, with large sums and fractions; cells of a matrix are not.
_ALIGNED = re.compile(r'<mtable>(?=<mtr><mtd class="right tight")')
_ENCLOSED = re.compile(r'<menclose(?: class="([^"]*)")?>(.*?)</menclose>', re.DOTALL)


def clean_mathml(mathml: str) -> str:
    """Return MathML without style attributes and the TeX copy inside; alignment as classes.

    Only what browsers' MathML knows is kept: bold and script letters are characters of their own
    already, a frame is a class.
    """
    mathml = _SEMANTICS.sub("", _ANNOTATION.sub("", mathml))
    mathml = re.sub(r"<[a-z]+\b[^<>]*>", _clean_tag, mathml)
    mathml = _ALIGNED.sub('<mtable displaystyle="true">', mathml)
    return _ENCLOSED.sub(r'<mrow class="\1">\2</mrow>', mathml)


def _clean_tag(match: re.Match[str]) -> str:
    tag = match[0]
    found = dict(_ATTRIBUTE.findall(tag))
    if not found:
        return tag
    bare = _ATTRIBUTE.sub("", tag)
    extra = ' mathvariant="normal"' if found.get("mathvariant") == "normal" else ""
    classes = " ".join(_classes(found))
    extra += f' class="{classes}"' if classes else ""
    return re.sub(r"^<[a-z]+", lambda name: name[0] + extra, bare)


def _classes(found: Mapping[str, str]) -> Iterator[str]:
    if found.get("columnalign") in {"left", "right"}:
        yield found["columnalign"]
    if "padding" in found.get("style", ""):
        yield "tight"
    if "notation" in found:
        yield "math-box" if found["notation"] == "box" else "math-strike"
