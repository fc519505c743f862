r"""TeX as notebooks write it → TeX that pandoc reads; and its MathML made fit for the page.

MathJax forgives old and odd spellings (``\over``, ``{\rm x}``, ``\\`` without an environment) that
texmath does not read at all. Each step below mends one of them; what no step mends is shown to
the reader as TeX, and to the author as a finding.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from galley.article.markdown.macros import expand_macros
from galley.html.tex_chemistry import chemical
from galley.html.tex_groups import group_bounds, replace_call, replace_command
from galley.html.tex_physics import physical
from galley.html.tex_spellings import DROPPED, ENVIRONMENTS, RESPELT, SPACES, WITH_OPTION
from galley.html.tex_units import measured

Step = Callable[[str], str]

_LONGEST = 20_000
_MOST = 200
"""Replacements of one kind in one formula; no formula that people read needs more."""
_DEEPEST = 40
_DEEPEST_WITH_SCRIPTS = 12
"""Braces in each other; in an exponent or index, pandoc's time doubles with each."""
_BRACES = re.compile(r"(?<!\\)[{}]")

_FONTS = {
    "bf": "mathbf",
    "bfseries": "mathbf",
    "cal": "mathcal",
    "em": "mathit",
    "it": "mathit",
    "itshape": "mathit",
    "mit": "mathit",
    "rm": "mathrm",
    "rmfamily": "mathrm",
    "sc": "mathrm",
    "scr": "mathscr",
    "sf": "mathsf",
    "sl": "mathit",
    "tt": "mathtt",
}
_FONT = re.compile(rf"\\({'|'.join(_FONTS)})(?![A-Za-z])\s*")
_FRACTIONS = {"over": r"\frac", "atop": r"\binom", "choose": r"\binom"}
_FRACTION = re.compile(rf"\\({'|'.join(_FRACTIONS)})(?![A-Za-z])\s*")
_ENVIRONMENT_NAMES = re.compile(rf"\\(begin|end)\s*\{{({'|'.join(ENVIRONMENTS)})\*?\}}")
_EMPHASISED = re.compile(r"\\(begin|end)\{empheq\}(?:\s*\[[^\]]*\]\s*\{([a-z]+\*?)\})?")
_IEEE = re.compile(
    r"\\begin\{IEEEeqnarray(?:box)?\*?\}\s*\{([^{}]*)\}"
    r"|\\end\{IEEEeqnarray(?:box)?\*?\}"
)
_PARAGRAPH_COLUMN = re.compile(r"(\\begin\{array\}\s*\{[^{}]*)\b[pmb]\{[^{}]*\}")
_ABOVE = re.compile(r"\\above\s*[\d.]+\s*(?:em|ex|mu|pt|cm|mm)")
_BUILT = re.compile(r"\\buildrel\s*(.+?)\\over\s*(\\[A-Za-z]+|\{[^{}]*\}|\S)", re.DOTALL)
_SLASH = re.compile(r"\\(?:[bB]igg?[lrm]?|left|right)\s*(/|\\backslash)")
_VERBATIM = re.compile(r"\\verb\*?(?![A-Za-z*\s])(.)(.*?)\1")
_DONE = "\\text\ue000{"
_STYLED_WORDS = re.compile(r"\\text(?:bf|it|rm|sf|tt|sc|normal|up)\s*\{([^{}]*)\}")
_ROOT = re.compile(r"\\root\s*(\{[^{}]*\}|\S)\s*\\of\s*(\{[^{}]*\}|\\?[A-Za-z0-9]+)")
_EQREF = re.compile(r"\\(eqref|ref)\s*\{([^{}]*)\}")
_BOLD = re.compile(r"\\mathbf\s*(?:\{\s*([A-Za-z0-9]+)\s*\}|\s([A-Za-z0-9])|([0-9]))")
_LONE_BACKSLASH = re.compile(r"(?<!\\)(?:\\\\)*\\$")
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
    tex = _with_numbers(tex, numbers or {}).strip()
    # `\ ` at the end has lost its space, and a backslash alone means nothing.
    return tex[:-1] if _LONE_BACKSLASH.search(tex) else tex


def _with_numbers(tex: str, numbers: Mapping[str, str]) -> str:
    def number(match: re.Match[str]) -> str:
        text = numbers.get(match[2].strip(), match[2])
        return rf"\text{{({text})}}" if match[1] == "eqref" else rf"\text{{{text}}}"

    return _EQREF.sub(number, tex)


def _drop_what_is_not_shown(tex: str) -> str:
    return SPACES.sub(r"\\;", WITH_OPTION.sub(r"\1", DROPPED.sub("", tex)))


def _respell(tex: str) -> str:
    return expand_macros(tex, RESPELT)


def _other_languages(tex: str) -> str:
    r"""Write out what has a language of its own: ``\ce``, ``\SI``, ``\dv``."""
    return physical(measured(replace_command(tex, "ce", chemical)))


def _words(tex: str) -> str:
    r"""Leave texts in ``\text`` plain, and write ``\verb|x_1|`` as one."""
    tex = _VERBATIM.sub(_verbatim_words, tex)
    # Marked, so that what is done is not found again.
    return replace_command(tex, "text(?=\\{)", _plain_words).replace(_DONE, r"\text{")


def _verbatim_words(match: re.Match[str]) -> str:
    words = re.sub(r"([_#&%$])", r"\\\1", match[2])
    return rf"\text{{{words}}}"


def _plain_words(words: str) -> str:
    return f"{_DONE}{_STYLED_WORDS.sub(_first_group, words)}}}"


def _first_group(match: re.Match[str]) -> str:
    return match[1]


def _characters_and_roots(tex: str) -> str:
    tex = _SLASH.sub(r"\1", tex)
    tex = _UNICODE.sub(lambda match: _character(match[1]), tex)
    return _ROOT.sub(lambda match: rf"\sqrt[{match[1].strip('{}')}]{{{match[2].strip('{}')}}}", tex)


def _character(code: str) -> str:
    number = int(code[1:], 16) if code.startswith("x") else int(code)
    return chr(number) if 32 < number < 0x110000 and not 0xD800 <= number < 0xE000 else ""  # noqa: PLR2004


def _environments(tex: str) -> str:
    def rename(match: re.Match[str]) -> str:
        name = ENVIRONMENTS[match[2]]
        return rf"\{match[1]}{{{name}}}" if name else ""

    tex = _empheq(_IEEE.sub(_ieee, tex))
    return _PARAGRAPH_COLUMN.sub(r"\1l", _ENVIRONMENT_NAMES.sub(rename, tex))


def _empheq(tex: str) -> str:
    names = [match[2] for match in _EMPHASISED.finditer(tex) if match[2]]
    if not names:
        return tex
    return _EMPHASISED.sub(lambda match: rf"\{match[1]}{{{names[0]}}}", tex)


def _ieee(match: re.Match[str]) -> str:
    if match[1] is None:
        return r"\end{array}"
    return rf"\begin{{array}}{{{re.sub('[^lcr]', '', match[1].lower())}}}"


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
    tex = replace_call(tex, "genfrac", 6, _general_fraction)
    tex = _ABOVE.sub(r"\\over ", _BUILT.sub(r"\\overset{\1}{\2}", tex))
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


def _general_fraction(_option: str, groups: Sequence[str]) -> str:
    left, right, bar, _, above, below = (*groups, *[""] * 6)[:6]
    has_bar = re.match(r"\s*0", bar) is None
    inner = (
        rf"\frac{{{above}}}{{{below}}}"
        if has_bar
        else rf"\begin{{matrix}}{above}\\{below}\end{{matrix}}"
    )
    return rf"\left{left or '.'}{inner}\right{right or '.'}"


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
    _other_languages,
    _words,
    _environments,
    _respell,
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
