"""Dictionaries on this machine: where Hunspell, LibreOffice and the author keep them."""

from __future__ import annotations

import os
import sys
import warnings
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

FOLDER = "dictionaries"
"""The author's own, in the content folder."""
WORD_LIST = "words.txt"
"""Words that are right in every language of the site, one on each line."""

# Where a language has several, the first that is there; English is read in both spellings.
_REGIONS = {
    "en": ("en_GB", "en_US", "en_AU", "en_CA", "en_ZA", "en"),
    "id": ("id_ID", "id"),
}
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True)
class Speller:
    """Knows the words of one language.

    Attributes
    ----------
    dictionary
        The path of a Hunspell dictionary without its suffix; it is read when a word is asked for.
    words
        Words that are right besides, in small letters.
    """

    dictionary: Path
    words: Collection[str] = ()
    _known: dict[str, bool] = field(default_factory=dict, repr=False, compare=False)

    def knows(self, word: str) -> bool:
        """Tell whether a word is right; its capitals do not matter."""
        if word not in self._known:
            self._known[word] = word.lower() in self.words or self._hunspell.lookup(word)
        return self._known[word]

    def nearest(self, word: str) -> str:
        """Return a word that differs in one slip of the pen; empty where there is none.

        Hunspell's own suggestions go farther, and take seconds for an Indonesian word.
        """
        return next(filter(self.knows, _one_slip_away(word)), "")

    @cached_property
    def _hunspell(self) -> Any:  # noqa: ANN401 - spylls ships no types
        # Late: a dictionary takes a second to be read.
        from spylls.hunspell import Dictionary

        with warnings.catch_warnings():
            # It leaves its files to the garbage collector.
            warnings.simplefilter("ignore", ResourceWarning)
            return Dictionary.from_files(str(self.dictionary))


def read_speller(lang: str, root: Path, folders: Iterable[Path] | None = None) -> Speller | None:
    """Return the speller of a language; None where this machine has no dictionary of it.

    Parameters
    ----------
    root
        The content folder; a dictionary there goes first.
    folders
        Where else to look, by default `usual_folders`.
    """
    own = root / FOLDER
    found = find_dictionary(lang, (own, *(usual_folders() if folders is None else folders)))
    return Speller(found, read_words(own / WORD_LIST)) if found else None


def find_dictionary(lang: str, folders: Iterable[Path]) -> Path | None:
    """Return the path of a dictionary without its suffix."""
    names = _names(lang)
    for folder in folders:
        for name in names:
            path = folder / name
            if all(path.with_name(f"{name}{suffix}").is_file() for suffix in (".aff", ".dic")):
                return path
    return None


def read_words(path: Path) -> frozenset[str]:
    """Return the words of a list, in small letters; none where there is no such file."""
    try:
        # A pipe or a device would never end.
        text = path.read_text(encoding="utf-8-sig", errors="replace") if path.is_file() else ""
    except OSError:
        return frozenset()
    lines = (line.partition("#")[0].strip().lower() for line in text.splitlines())
    return frozenset(line for line in lines if line)


def usual_folders() -> Iterator[Path]:
    """Yield the folders in which systems and LibreOffice keep dictionaries."""
    home = Path.home()
    if sys.platform == "win32":
        programs = Path(os.environ.get("PROGRAMFILES", r"C:\Program Files"))
        yield from sorted(programs.glob("LibreOffice*/share/extensions/dict-*"))
    elif sys.platform == "darwin":
        yield from (home / "Library/Spelling", Path("/Library/Spelling"))
        inside = "LibreOffice.app/Contents/Resources/extensions/dict-*"
        yield from sorted(Path("/Applications").glob(inside))
    else:
        yield home / ".local/share/hunspell"
        shared = (Path("/usr/share"), Path("/usr/local/share"))
        yield from (folder / kind for folder in shared for kind in ("hunspell", "myspell"))
        for place in ("/usr/lib", "/usr/lib64", "/opt"):
            yield from sorted(Path(place).glob("libreoffice*/share/extensions/dict-*"))


def _one_slip_away(word: str) -> Iterator[str]:
    """Yield words with two letters swapped, one left out, one too many, and one wrong."""
    splits = [(word[:place], word[place:]) for place in range(len(word) + 1)]
    yield from (head + tail[1] + tail[0] + tail[2:] for head, tail in splits if len(tail) > 1)
    yield from (head + letter + tail for head, tail in splits for letter in _LETTERS)
    yield from (head + tail[1:] for head, tail in splits if tail)
    yield from (head + letter + tail[1:] for head, tail in splits if tail for letter in _LETTERS)


def _names(lang: str) -> tuple[str, ...]:
    short, _, region = lang.partition("-")
    short = short.lower()
    asked = (f"{short}_{region.upper()}",) if region else ()
    return tuple(dict.fromkeys((*asked, *_REGIONS.get(short, (short,)))))
