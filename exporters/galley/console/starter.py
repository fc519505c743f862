"""The starter content in `galley/starter`: files with ``{{name}}`` where the author's words go."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

from galley.findings import EnvironmentFault

STARTER_LANGUAGES = ("en", "id")
NEW_NOTEBOOK = "new.ipynb"
BIBLIOGRAPHY = "references.bib"
REVIEW_YEARS = 2


def starter_file(*parts: str) -> Traversable:
    """Return a file or folder of the starter content."""
    return resources.files("galley").joinpath("starter", *parts)


def starter_language(lang: str) -> str:
    """Return the language of the starter content that suits an author writing in `lang`."""
    base = lang.partition("-")[0]
    return base if base in STARTER_LANGUAGES else STARTER_LANGUAGES[0]


def starter_files(lang: str, values: Mapping[str, str]) -> dict[str, str]:
    """Return path → text of a new content folder."""
    own = {
        path: text
        for path, text in _texts(starter_file(starter_language(lang))).items()
        if path != NEW_NOTEBOOK
    }
    files = {path: fill(path, text, values) for path, text in own.items()}
    for name, text in _texts(starter_file("common")).items():
        files[".gitignore" if name == "gitignore" else name] = text
    return dict(sorted(files.items()))


def new_notebook(lang: str, values: Mapping[str, str]) -> str:
    """Return the text of a notebook that builds at once."""
    text = starter_file(starter_language(lang), NEW_NOTEBOOK).read_text(encoding="utf-8")
    return fill(NEW_NOTEBOOK, text, values)


def starter_bibliography() -> str:
    """Return the references that the starter's articles and figures cite."""
    return starter_file("common", BIBLIOGRAPHY).read_text(encoding="utf-8")


def fill(path: str, text: str, values: Mapping[str, str]) -> str:
    """Put the values into a text; in a notebook, into its cells, so that it stays a notebook."""
    if not path.endswith(".ipynb"):
        return _replace(text, values)
    notebook = json.loads(text)
    for cell in notebook["cells"]:
        source = _replace("".join(cell["source"]), values)
        cell["source"] = source.splitlines(keepends=True)
    return json.dumps(notebook, ensure_ascii=False, indent=1) + "\n"


def day_values(day: date) -> dict[str, str]:
    """Return an article's dates: published on the day, to be reviewed two years later."""
    last_safe_day = min(day.day, 28)  # every month has it
    review_by = day.replace(year=day.year + REVIEW_YEARS, day=last_safe_day)
    return {"date": day.isoformat(), "review_by": review_by.isoformat()}


def quoted(words: str) -> str:
    """Return words as a string that YAML and TOML both read, whatever is in them."""
    return json.dumps(" ".join(words.split()), ensure_ascii=False)


def write_text(path: Path, text: str, *, mode: str = "x") -> None:
    """Write a file of the author's folder; by default only where there is none.

    Raises
    ------
    EnvironmentFault
        If it cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open(mode, encoding="utf-8", newline="\n") as file:
            file.write(text)
    except OSError as error:
        raise EnvironmentFault(
            f"'{path.as_posix()}' cannot be written: {error.strerror}",
            "choose a folder you may write to, on a disk with some room",
        ) from None


def _texts(folder: Traversable, prefix: str = "") -> dict[str, str]:
    texts: dict[str, str] = {}
    for entry in folder.iterdir():
        if entry.is_dir():
            texts |= _texts(entry, f"{prefix}{entry.name}/")
        else:
            texts[prefix + entry.name] = entry.read_text(encoding="utf-8")
    return texts


def _replace(text: str, values: Mapping[str, str]) -> str:
    for name, value in values.items():
        text = text.replace(f"{{{{{name}}}}}", value)
    return text
