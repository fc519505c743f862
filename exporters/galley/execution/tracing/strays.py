"""What an execution wrote or removed outside of its own folder, or over the files of a site."""

# Paths are text here, as the recorder writes them.
# ruff: noqa: PTH118

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from galley.execution.tracing.places import Places
from galley.execution.tracing.present import Present
from galley.execution.tracing.ran import Ran
from galley.execution.tracing.record import Deed, Record
from galley.execution.tracing.trace import Remark

STRAYS = ("outside-write", "outside-remove", "site-write", "site-remove")
"""The rules of these remarks: in the order in which an author is told."""
# What articles and a site are made of; an article makes none of it.
_OF_THE_SITE = frozenset({"site.toml", "references.bib", "glossary.yml", "retractions.csv"})
_WRITING = (".ipynb", ".md", ".qmd", ".bib")
_CACHES = frozenset({"__pycache__", ".ipynb_checkpoints", ".pytest_cache", ".virtual_documents"})
# Where packages keep what they have fetched or worked out, in the home of whoever runs them.
_HOME_CACHES = (
    *(".cache", ".config/matplotlib", ".matplotlib", ".ipython", ".jupyter", ".astropy"),
    *(".keras", ".mne", ".torch", ".dask", ".local/share/jupyter", "Library/Caches"),
    *("AppData/Local", "nltk_data", "scikit_learn_data", "seaborn-data", "nilearn_data"),
    *("mne_data", "tensorflow_datasets"),
)
_TEMPORARY = ("/tmp", "/var/tmp", "/dev", "/proc", "/run/user")  # noqa: S108 - never written here
_SHOWN_PARTS = 2


@dataclass(frozen=True)
class Strays:
    """What a record tells of writing, judged by where the article is at home."""

    record: Record
    ran: Ran
    places: Places
    home: Path
    variables: Mapping[str, str]

    def remarks(self) -> Iterator[Remark]:
        """Yield one remark of each kind of deed: its first place and how many more."""
        found: dict[str, dict[str, Deed]] = {}
        for deed in self.record.deeds:
            rule = self._rule(deed)
            if rule:
                found.setdefault(rule, {}).setdefault(deed.path, deed)
        for rule in STRAYS:
            first = next(iter(found.get(rule, {}).values()), None)
            if first is not None:
                more = len(found[rule]) - 1
                told = f"{self._shown(first.path)}{f' and {more} more' if more else ''}"
                yield Remark(rule, told, next(self.ran.indices([first.cell]), None))

    def _rule(self, deed: Deed) -> str:
        what = "remove" if deed.is_removal else "write"
        if deed.is_removal and self._is_made(deed.path):
            return ""
        parts = deed.path.replace("\\", "/").split("/")
        if not _CACHES.isdisjoint(parts) or self._is_passing(deed.path):
            return ""
        if self._is_own(deed.path):
            name = parts[-1]
            is_writing = name in _OF_THE_SITE or name.endswith(_WRITING)
            is_meant = is_writing and (deed.was_there or name.endswith(".ipynb"))
            return f"site-{what}" if is_meant else ""
        return f"outside-{what}"

    def _is_made(self, path: str) -> bool:
        use = self.record.files.get(path)
        return use is not None and use.is_made

    def _is_own(self, path: str) -> bool:
        if any(_is_within(path, folder) for folder in self._galleys_own):
            return False
        return any(_is_within(path, folder) for folder in self._own)

    def _is_passing(self, path: str) -> bool:
        """Tell whether a file lies where programs keep what they need for a while."""
        if any(_is_within(path, folder) for folder in self._caches):
            return True
        root = str(self.places.root.absolute())
        return any(
            _is_within(path, folder)
            and not (_is_within(root, folder) and os.path.commonpath([root, path]) != folder)
            for folder in self._temporary
        )

    @cached_property
    def _own(self) -> tuple[str, ...]:
        return _both(self.ran.folder)

    @cached_property
    def _galleys_own(self) -> tuple[str, ...]:
        return tuple(form for path in self.places.excluded for form in _both(path))

    @cached_property
    def _temporary(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys((*_both(Path(tempfile.gettempdir())), *_TEMPORARY)))

    @cached_property
    def _caches(self) -> tuple[str, ...]:
        named = (self.variables.get(name) for name in ("XDG_CACHE_HOME", "MPLCONFIGDIR"))
        home = (os.path.join(self.home, name) for name in _HOME_CACHES)
        return (*filter(None, named), *home)

    def _shown(self, path: str) -> str:
        """Return a path as it may be told: nothing of it names a machine or a person."""
        folder, root = str(self.ran.folder), str(self.places.root.absolute())
        if _is_within(path, root):
            return os.path.relpath(path, folder).replace(os.sep, "/")
        if _is_within(path, str(self.home)):
            return f"~/{os.path.relpath(path, self.home)}".replace(os.sep, "/")
        return "/".join(("…", *Path(path).parts[-_SHOWN_PARTS:])).replace("…//", "/")


def strays_of(record: Record, ran: Ran, present: Present) -> Iterator[Remark]:
    """Yield at most one remark of each kind of deed that strays."""
    if record.deeds:
        strays = Strays(record, ran, present.places, Path.home(), present.variables)
        yield from strays.remarks()


def _both(path: Path) -> tuple[str, ...]:
    return tuple(dict.fromkeys((str(path.absolute()), str(path.resolve()))))


def _is_within(path: str, folder: str) -> bool:
    return path == folder or path.startswith(folder.rstrip(os.sep) + os.sep)
