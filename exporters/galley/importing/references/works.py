"""The works that posts may cite while they are read: the folder's, and those given beside."""

from __future__ import annotations

import re
from collections.abc import Iterable

from galley.article.bibliography_entry import BibliographyEntry
from galley.citing.keys import KeyMaker, why_not_key
from galley.citing.pasted import PastedWork
from galley.importing.references.known_works import WorkIndex

# Programs give their works numbers, addresses and random letters for keys; people give names.
_LOOKS_CHOSEN = re.compile(r"[A-Za-z][a-z]{2,}[\w:.+-]{0,40}")


class Works:
    """The works that can be cited while posts are read, one after the other.

    Parameters
    ----------
    folder
        Those of the folder's bibliography; what posts add comes to them.
    beside
        Works in files that were given beside; one is added where a post cites it.
    """

    def __init__(
        self, folder: Iterable[BibliographyEntry], beside: Iterable[PastedWork] = ()
    ) -> None:
        self.folder = {entry.key: entry for entry in folder}
        self.added: dict[str, str] = {}
        self.keys = KeyMaker(self.folder.values())
        self._index = WorkIndex(self.folder.values())
        # By its own key, as long as the bibliography has neither the key nor the work.
        self.beside = {
            work.entry.key: work
            for work in beside
            if work.entry.key not in self.folder and not self._index.find(work.entry)
        }
        self._beside = WorkIndex(work.entry for work in self.beside.values())

    def find(self, one: BibliographyEntry) -> str:
        """Return the key of the same work; one that was given beside is added for that."""
        same = self._index.find(one)
        if same:
            return same.key
        given = self._beside.find(one)
        work = self.beside.get(given.key) if given else None
        return self.add_given(work) if work else ""

    def add(self, text: str, entry: BibliographyEntry) -> None:
        """Take a new entry into the bibliography."""
        self.added[entry.key] = text
        self.folder[entry.key] = entry
        self.keys.take(entry.key)
        self._index.add(entry)

    def add_given(self, work: PastedWork) -> str:
        """Add a work as it was given, under its own key where that is free and was chosen."""
        self.beside.pop(work.entry.key, None)
        key = work.entry.key
        if why_not_key(key, self.folder) or not _LOOKS_CHOSEN.fullmatch(key):
            key = self.keys.propose(work.entry)
        keyed = work.with_key(key)
        self.add(keyed.text, keyed.entry)
        return key
