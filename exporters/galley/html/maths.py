r"""TeX as notebooks write it → TeX that pandoc's reader knows; and its MathML made fit for the page.

MathJax forgives old and odd spellings (``\over``, ``{\rm x}``, ``\\`` without an environment) that
texmath does not read at all. Each step below mends one of them; what no step mends is shown to
the reader as TeX, and to the author as a finding.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from galley.html.tex_groups import group_bounds, replace_command

Step = Callable[[str], str]

_LONGEST = 20_000
_MOST = 200
"""Replacements of one kind in one formula; no formula that people read needs more."""

_WORDS = {
    "And": r"\&",
    "Bbb": r"\mathbb",
    "cr": r"\\",
    "degree": "°",
    "displaylimits": "",
    "emph": r"\textit",
    "frak": r"\mathfrak",
    "hbox": r"\text",
    "hphantom": r"\phantom",
    "mathbbm": r"\mathbb",
    "middle": "",
    "newline": r"\\",
    "nonumber": "",
    "notag": "",
    "surd": "√",
    "textup": r"\text",
}
_WORD = re.compile(r"\\([A-Za-z]+)")
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


def _replace_words(tex: str) -> str:
    return _WORD.sub(_word, tex)


def _word(match: re.Match[str]) -> str:
    new = _WORDS.get(match[1], match[0])
    follows = match.string[match.end() : match.end() + 1]
    # `\hbox` → `\text` must not swallow a letter that follows; `\cr` → `\\` cannot.
    return f"{new} " if new != match[0] and new[-1:].isalpha() and follows.isalpha() else new


def _unwrap(tex: str) -> str:
    r"""Keep only the last argument of commands that decorate: ``\textcolor{red}{x}`` → ``{x}``."""
    for name, count in (("textcolor", 2), ("href", 2), ("style", 2), ("class", 2), ("cssId", 2)):
        tex = replace_command(tex, name, count, lambda a: f"{{{a[-1]}}}")
    for name in ("mathclap", "mathllap", "mathrlap", "smash", "ensuremath"):
        tex = replace_command(tex, name, 1, lambda a: f"{{{a[0]}}}")
    return tex


def _respell(tex: str) -> str:
    tex = replace_command(tex, "nicefrac", 2, lambda a: f"{{{a[0]}}}/{{{a[1]}}}")
    tex = replace_command(tex, "sfrac", 2, lambda a: f"{{{a[0]}}}/{{{a[1]}}}")
    tex = replace_command(
        tex, "xleftrightarrow", 1, lambda a: rf"\overset{{{a[0]}}}{{\leftrightarrow}}"
    )
    for name in ("matrix", "pmatrix", "bmatrix", "cases"):
        tex = replace_command(tex, name, 1, lambda a, n=name: rf"\begin{{{n}}}{a[0]}\end{{{n}}}")
    tex = replace_command(
        tex, "displaylines", 1, lambda a: rf"\begin{{gathered}}{a[0]}\end{{gathered}}"
    )
    tex = replace_command(tex, "SI", 2, lambda a: rf"{a[0]}\,\mathrm{{{a[1]}}}")
    tex = replace_command(tex, "qty", 2, lambda a: rf"{a[0]}\,\mathrm{{{a[1]}}}")
    tex = replace_command(tex, "si", 1, lambda a: rf"\mathrm{{{a[0]}}}")
    tex = replace_command(tex, "unit", 1, lambda a: rf"\mathrm{{{a[0]}}}")
    tex = replace_command(tex, "ce", 1, lambda a: chemical(a[0]))
    tex = replace_command(tex, "pu", 1, lambda a: rf"\mathrm{{{a[0]}}}")
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
    r"""``{\rm x y}`` → ``{\mathrm{x y}}``: an old font switch holds to the end of its group."""
    for _ in range(_MOST):
        match = _FONT.search(tex)
        if match is None:
            break
        end = group_bounds(tex, match.end())[1]
        inner = tex[match.end() : end]
        tex = rf"{tex[: match.start()]}\{_FONTS[match[1]]}{{{inner}}}{tex[end:]}"
    return tex


def _fractions(tex: str) -> str:
    r"""``{a \over b}`` → ``{\frac{a}{b}}``."""
    for _ in range(_MOST):
        match = _FRACTION.search(tex)
        if match is None:
            break
        start = group_bounds(tex, match.start())[0]
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
    return _BOLD.sub(lambda match: "".join(map(_bold_sign, match[1] or match[2] or match[3])), tex)


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
    _respell,
    _replace_words,
    _unwrap,
    _environments,
    _fractions,
    _fonts,
    _bold,
    _rows,
)


_ANNOTATION = re.compile(r"<annotation\b.*?</annotation>", re.DOTALL)
_SEMANTICS = re.compile(r"</?semantics>")
_ATTRIBUTE = re.compile(r'\s(columnalign|style|mathvariant|notation)="([^"]*)"')
_ENCLOSED = re.compile(r'<menclose(?: class="([^"]*)")?>(.*?)</menclose>', re.DOTALL)


def clean_mathml(mathml: str) -> str:
    """Return MathML without style attributes and the TeX copy inside; alignment as classes.

    Only what browsers' MathML knows is kept: bold and script letters are characters of their own
    already, a frame is a class.
    """
    mathml = _SEMANTICS.sub("", _ANNOTATION.sub("", mathml))
    mathml = re.sub(r"<[a-z]+\b[^<>]*>", _clean_tag, mathml)
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
