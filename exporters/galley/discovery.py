"""Finding the articles of a content folder: notebooks, and texts that say that they are some."""

from __future__ import annotations

import os
import posixpath
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from galley.content_files import leads_inside
from galley.findings import Finding, Place, Severity
from galley.plain_words import plain_line
from galley.static_files import static_folder
from galley.text_articles import TextLook, look_at_text

SUFFIX = ".ipynb"
TEXT_SUFFIXES = (".md", ".qmd")
"""How the names of articles end that are written as text."""
SUFFIXES = (SUFFIX, *TEXT_SUFFIXES)

# Folders in which other tools put what they made; a folder with a dot is nobody's article either.
_MACHINE_FOLDERS = frozenset({"__pycache__", "node_modules", "_build", "_site", "_book"})
# The list of published files marks a folder as a site that Galley made.
_SITE_MARK = ".galley-published.json"
TOUR_MARK = ".galley-tour"
"""A file that marks a folder as the tour, which is no part of a site."""


@dataclass(frozen=True)
class FoundNotebook:
    """A notebook file.

    Attributes
    ----------
    relative
        Its path under the content folder, as it is on disk.
    file
        Its path as the author knows it, with forward slashes and composed accents.
    partner
        The ``.ipynb`` of the same name beside a text: both are one article, which is read from
        the text.
    """

    path: Path
    relative: PurePosixPath
    file: str
    partner: Path | None = None


@dataclass(frozen=True)
class TranslationPair:
    """Which notebook another one translates, and into which language."""

    original: PurePosixPath
    lang: str


def shown_path(path: Path, root: Path, name: str) -> str:
    """Return a path as the author would write it, who calls the folder `root` by `name`."""
    try:
        relative = Path(os.path.relpath(path, root)).as_posix()
    except ValueError:
        # On another drive of Windows there is no way from one to the other.
        relative = path.name
    shown = plain_line(_normal(posixpath.join(name, relative)))
    composed = unicodedata.normalize("NFC", "" if shown == "." else shown)
    # A name that is not Unicode at all cannot be printed; it is still told apart.
    return composed.encode("utf-8", "replace").decode("utf-8")


def _normal(path: str) -> str:
    """Return a path without detours; the slashes of an address stay (``s3://bucket/…``)."""
    start, mark, rest = path.rpartition("://")
    return f"{start}{mark}{posixpath.normpath(rest)}"


def found_notebook(path: Path, root: Path, name: str, partner: Path | None = None) -> FoundNotebook:
    """Return one notebook of a content folder."""
    relative = PurePosixPath(path.relative_to(root).as_posix())
    return FoundNotebook(path, relative, shown_path(path, root, name), partner)


def is_article_name(name: str) -> bool:
    """Tell whether a file may be an article by its name; of a text, what it says decides."""
    return name.lower().endswith(SUFFIXES)


def without_suffix(name: str) -> str:
    """Return the name of an article's file without its suffix."""
    found = next((each for each in SUFFIXES if name.lower().endswith(each)), "")
    return name[: len(name) - len(found)]


def is_text_name(name: str) -> bool:
    """Tell whether a file is text, and no notebook, by its name."""
    return name.lower().endswith(TEXT_SUFFIXES)


def with_partner(path: Path) -> Path | None:
    """Return the notebook that is one article with a text; None where there is none."""
    if not is_text_name(path.name):
        return None
    partner = path.with_suffix(SUFFIX)
    return partner if partner.is_file() else None


def find_notebooks(root: Path, name: str) -> tuple[tuple[FoundNotebook, ...], tuple[Finding, ...]]:
    """Find the articles of a folder, in the order of their names, and what is left out."""
    paths = [path for path in _walk(root) if path.name.lower().endswith(SUFFIXES)]
    looks = {path: look_at_text(path) for path in paths if is_text_name(path.name)}
    findings = [
        finding for path in paths if (finding := _left_out(path, root, name, looks.get(path)))
    ]
    left_out = {finding.place.file for finding in findings}
    paths = [
        path
        for path in paths
        if (path not in looks or looks[path].is_article)
        and shown_path(path, root, name) not in left_out
    ]
    partners = {path: partner for path in paths if (partner := with_partner(path)) in paths}
    notebooks = (
        found_notebook(path, root, name, partners.get(path))
        for path in paths
        if path not in partners.values()
    )
    return tuple(notebooks), tuple(findings)


def _walk(root: Path) -> Iterator[Path]:
    """Yield the files of a folder; links to other folders are not followed."""
    static = static_folder(root)
    for folder, folders, files in os.walk(root):
        here = Path(folder)
        folders[:] = sorted(
            name for name in folders if _is_searched(here / name) and here / name != static
        )
        yield from (here / file for file in sorted(files) if not file.startswith("."))


def _is_searched(folder: Path) -> bool:
    is_hidden = folder.name.startswith(".") or folder.name in _MACHINE_FOLDERS
    marks = (_SITE_MARK, TOUR_MARK)
    return not is_hidden and not any((folder / mark).is_file() for mark in marks)


def _left_out(path: Path, root: Path, name: str, look: TextLook | None) -> Finding | None:
    place = Place(shown_path(path, root, name))
    if look is not None:
        return _left_out_text(path, root, place, look)
    if path.name.startswith("_"):
        return Finding(
            "notebook-left-out",
            Severity.ADVICE,
            place,
            "the notebook is left out, because its name begins with _",
            "Rename it to publish it.",
        )
    if path.exists() and not path.is_file():
        return Finding(
            "notebook-left-out",
            Severity.WARNING,
            place,
            "the notebook is left out, because it is a pipe or a device, not a file",
            "Remove it from the content folder.",
        )
    if not leads_inside(path, root):
        return Finding(
            "notebook-left-out",
            Severity.WARNING,
            place,
            "the notebook is left out, because it is a link to a file outside the content folder",
            "Copy the notebook into the content folder.",
        )
    return None


def _left_out_text(path: Path, root: Path, place: Place, look: TextLook) -> Finding | None:
    """Say why a text is left out, where its author may not know; most texts are no articles."""
    if look.is_article and not leads_inside(path, root):
        return Finding(
            "notebook-left-out",
            Severity.WARNING,
            place,
            "the text is left out, because it is a link to a file outside the content folder",
            "Copy it into the content folder.",
        )
    if not look.is_unclear:
        return None
    return Finding(
        "notebook-left-out",
        Severity.ADVICE,
        place,
        "the text is left out, because it has no title in front matter",
        "To publish it, begin it with a line --- then title: and its title, then a line ---.",
    )


def pair_translations(
    notebooks: Iterable[FoundNotebook], languages: Collection[str]
) -> Mapping[PurePosixPath, TranslationPair]:
    """Find the translations: ``x.id.ipynb`` where ``id`` is a language and ``x.ipynb`` is there.

    A text may translate a notebook, and the other way round.
    """
    paths = {found.relative for found in notebooks}
    by_stem = {path.with_suffix(""): path for path in sorted(paths, reverse=True)}
    spelled = {language.lower(): language for language in languages}
    pairs = {}
    for path in paths:
        named, code = split_language(path)
        original = named if named in paths else by_stem.get(named.with_suffix(""))
        if code.lower() in spelled and original is not None:
            pairs[path] = TranslationPair(original, spelled[code.lower()])
    return pairs


def split_language(path: PurePosixPath) -> tuple[PurePosixPath, str]:
    """Split ``x.id.ipynb`` into ``x.ipynb`` and ``id``; the code is empty where there is none."""
    stem = PurePosixPath(path.stem)
    return path.with_name(f"{stem.stem}{path.suffix}"), stem.suffix.removeprefix(".")
