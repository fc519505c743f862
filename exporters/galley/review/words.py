"""The sheet's words in the language of the article, from ``locale/LANG.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

LANGUAGES = ("en", "id")
"""Languages with a table; the first is the fall-back."""


@dataclass(frozen=True)
class SheetWords:
    """Titles of standards, questions, what is seen, and the sheet's own words."""

    lang: str
    standards: Mapping[str, str]
    questions: Mapping[str, str]
    seen: Mapping[str, str]
    sheet: Mapping[str, str]


@cache
def sheet_words(lang: str) -> SheetWords:
    """Return the words of a language; those of the first language where there is no table."""
    short = lang.lower().partition("-")[0]
    known = short if short in LANGUAGES else LANGUAGES[0]
    text = files("galley.review").joinpath(f"locale/{known}.toml").read_text(encoding="utf-8")
    return SheetWords(known, **tomllib.loads(text))
