r"""A formula in plain words, for titles, lists and feeds: ``τₘ`` for ``\tau_m``."""

from __future__ import annotations

import re
from functools import lru_cache

_LOW = dict(
    zip("0123456789+-=()aehijklmnoprstuvx", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ", strict=True)
)
_HIGH = dict(zip("0123456789+-=()niT", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱᵀ", strict=True))
_LONGEST = 2
"""Letters of an index; a whole word of small letters below the line is hard to read."""
_SCRIPT = re.compile(r"(?P<sign>[_^])(?:\{(?P<group>[^{}\\]+)\}|(?P<one>[\w+-]))")
# Weights and faces of letters: what they mean is the letter.
_FACES = re.compile(
    r"\\(?:math(?:bf|rm|it|sf|tt|bb|cal|frak|scr)|text(?:bf|rm|it|sf)?|bm|boldsymbol|mbox"
    r"|operatorname\*?)\s*\{([^{}]*)\}|\\(?:bf|rm|it|cal|displaystyle|left|right)(?![A-Za-z])\s*"
)
_LEFT_OVER = re.compile(r"[{}$]|\\(?:[A-Za-z]+|.?)")


@lru_cache(maxsize=1024)
def tex_words(tex: str) -> str:
    """Return a formula as one line of text that can be read aloud."""
    plain = _SCRIPT.sub(_script, _FACES.sub(lambda match: match[1] or "", tex))
    return " ".join(_LEFT_OVER.sub("", _in_words(plain)).split())


def _in_words(tex: str) -> str:
    # Few pages have formulas in headings, and the table of all commands takes time to load.
    from pylatexenc.latex2text import LatexNodes2Text

    converter = LatexNodes2Text(math_mode="text", keep_comments=True)
    try:
        return str(converter.latex_to_text(tex, tolerant_parsing=True))
    except (LookupError, TypeError, ValueError, AttributeError, RecursionError):
        return tex  # commands without what they need, which the library does not expect


def _script(match: re.Match[str]) -> str:
    """Write an index or a power in its own characters, where there are such."""
    letters = _LOW if match["sign"] == "_" else _HIGH
    text = match["group"] or match["one"]
    is_word = len(text) > _LONGEST and text.isalpha()
    if is_word or not all(letter in letters for letter in text):
        return match[0]
    # The braces end the name of a command before it.
    return "{}" + "".join(letters[letter] for letter in text)
