"""What commands say of their own, in the author's language."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files

from galley.plain_words import plain_words
from galley.speech.language import spoken_language


def say(words: str, **values: object) -> str:
    """Return a sentence in the author's language, its holes filled as `str.format` does.

    The English sentence is the key; what ``LANG/verbs.toml`` does not have is said in English.
    """
    plain = {
        name: plain_words(value) if isinstance(value, str) else value
        for name, value in values.items()
    }
    return read_words(spoken_language()).get(words, words).format(**plain)


def mark(words: str) -> str:
    """Return words as they are: they are said later, by another `say`."""
    return words


@lru_cache(maxsize=4)
def read_words(lang: str) -> Mapping[str, str]:
    """Return English sentence → sentence of a language; nothing where there are none."""
    path = files("galley.speech").joinpath(lang, "verbs.toml")
    return tomllib.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
