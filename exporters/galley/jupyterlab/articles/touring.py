"""The tour: an article to try things in, in a folder that is no part of the author's site."""

from __future__ import annotations

import hashlib
import os
from datetime import date
from pathlib import Path

from galley.console.starter import (
    BIBLIOGRAPHY,
    day_values,
    fill,
    starter_bibliography,
    starter_file,
    starter_language,
    write_text,
)
from galley.discovery import TOUR_MARK
from galley.disk import write_whole

TOUR_FOLDER = "galley-tour"
NOTEBOOKS = {"en": "tour.ipynb", "id": "tur.ipynb"}
STARTED_BY_GALLEY = "GALLEY_LAB"
"""An environment variable: this server was started by ``galley lab``, so the tour may greet."""


def make_tour(root: Path, lang: str, day: date) -> Path:
    """Lay the tour into a folder, where it is not there yet; return its notebook.

    Raises
    ------
    EnvironmentFault
        If the folder cannot be written.
    """
    lang = starter_language(lang)
    folder = root / TOUR_FOLDER
    if not (folder / TOUR_MARK).exists():
        # First of all, lest the folder is taken for part of the site meanwhile.
        write_whole(folder / TOUR_MARK, b"Not part of the site: the tour of Galley.\n")
    name = NOTEBOOKS[lang]
    values = {"lang_line": "", **day_values(day)}
    files = {
        ".gitignore": "*\n",
        "site.toml": starter_file("tour", lang, "site.toml").read_text(encoding="utf-8"),
        BIBLIOGRAPHY: starter_bibliography(),
        name: fill(name, starter_file("tour", lang, name).read_text(encoding="utf-8"), values),
    }
    for path, text in files.items():
        if not (folder / path).exists():
            write_text(folder / path, text)
    return folder / name


def greets(root: Path, memory: Path) -> bool:
    """Tell whether the tour is to be shown by itself: once for each person and folder.

    Parameters
    ----------
    memory
        The person's own folder, in which it is noted that the tour was shown.
    """
    if not os.environ.get(STARTED_BY_GALLEY):
        return False
    note = memory / hashlib.sha256(os.fsencode(root)).hexdigest()[:32]
    if note.exists():
        return False
    write_whole(note, b"")
    return True
