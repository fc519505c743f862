"""Whether two titles, names or years mean the same work, however they are written."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from difflib import SequenceMatcher
from html import unescape

_MARKUP = re.compile(r"</?[A-Za-z][^<>]*>|\$|\\[A-Za-z]+|[{}]")
_NOTICE = re.compile(
    r"^\W*(?:retracted|withdrawn|removed|retraction|temporary removal)(?:\s+article)?\s*[:\]\-–—]+",
    re.IGNORECASE,
)
_SUBTITLE = re.compile(r"\s*[:?.]\s+|\s+[-–—]\s+")
_GREEK = {
    "α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "ε": "epsilon", "κ": "kappa",
    "λ": "lambda", "μ": "mu", "τ": "tau", "ω": "omega",
}  # fmt: skip
_SMALL = {"&": " and "}
_NUMBERS = re.compile(r"\d+")
_LIKE = 0.9
_ENOUGH_WORDS = 3


def is_same_title(mine: str, theirs: Iterable[str]) -> bool:
    """Tell whether a title is one of several: case, accents, marks and a subtitle do not count.

    A few letters may differ too: somebody's misprint is not another work.
    """
    return any(_is_same(mine, title) for title in theirs)


def plain_letters(text: str) -> str:
    """Return letters and digits in small, without accents, one blank between words."""
    text = _MARKUP.sub("", unescape(_NOTICE.sub("", unescape(text))))
    spelt = "".join(_GREEK.get(char, _SMALL.get(char, char)) for char in text.casefold())
    plain = unicodedata.normalize("NFKD", spelt)
    kept = (char for char in plain if not unicodedata.combining(char))
    return " ".join("".join(char if char.isalnum() else " " for char in kept).split())


def is_same_name(mine: str, theirs: str) -> bool:
    """Tell whether two family names are one: ``de Vries`` and ``Vries`` count as such."""
    here, there = plain_letters(mine.partition(",")[0]), plain_letters(theirs)
    if not here or not there:
        return False
    return here == there or f" {here}".endswith(f" {there}") or f" {there}".endswith(f" {here}")


def _is_same(mine: str, theirs: str) -> bool:
    here, there = plain_letters(mine), plain_letters(theirs)
    if not here or not there:
        return False
    return (
        _is_alike(here, there)
        or _is_main_part(here, _main_part(theirs))
        or _is_main_part(there, _main_part(mine))
    )


def _is_alike(here: str, there: str) -> bool:
    here, there = here.replace(" ", ""), there.replace(" ", "")
    if here == there:
        return bool(here)
    if _NUMBERS.findall(here) != _NUMBERS.findall(there):
        return False  # "part 1" and "part 2" are two works
    matcher = SequenceMatcher(None, here, there, autojunk=False)
    return matcher.real_quick_ratio() >= _LIKE and matcher.ratio() >= _LIKE


def _is_main_part(whole: str, main: str) -> bool:
    """Tell whether one title is the other without its subtitle; short ones to the letter."""
    return whole == main or (len(main.split()) >= _ENOUGH_WORDS and _is_alike(whole, main))


def _main_part(title: str) -> str:
    return plain_letters(_SUBTITLE.split(_NOTICE.sub("", title), maxsplit=1)[0])
