"""Notes that are kept in the store until the author has dealt with them, and files as sent.

::

    CONTENT/.galley/
      reviews/NOTEBOOK.json   what colleagues said of a notebook, and what of it is done
      sent/NAME.docx          a file as it was given to colleagues

What is damaged counts as absent.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from galley.disk import write_whole
from galley.review.returned.notes import Note, note_of, note_record

_SCHEMA = 1
_NAME = re.compile(r"[0-9a-f]{8,64}")


@dataclass(frozen=True)
class Kept:
    """What colleagues said of a notebook.

    Attributes
    ----------
    done
        Keys of notes that the author has dealt with.
    """

    notes: tuple[Note, ...] = ()
    done: frozenset[str] = frozenset()

    @property
    def open(self) -> tuple[Note, ...]:
        """Those that wait for the author."""
        return tuple(each for each in self.notes if each.key not in self.done)

    def with_notes(self, notes: Iterable[Note]) -> Kept:
        """Return the same with other notes beside them; what came again is told as it is now."""
        came = {note.key: note for note in notes}
        stay = {note.key: note for note in self.notes}
        settled = {key for key, note in came.items() if note.is_settled}
        return Kept(tuple((stay | came).values()), self.done | settled)

    def with_done(self, keys: Iterable[str]) -> Kept:
        """Return the same with some of the notes done."""
        return replace(self, done=self.done | {*keys} & {note.key for note in self.notes})

    def without_done(self, keys: Iterable[str]) -> Kept:
        """Return the same with some of the notes waiting again."""
        return replace(self, done=self.done - {*keys})


@dataclass(frozen=True)
class Reviews:
    """The notes of a content folder.

    Attributes
    ----------
    store
        The folder of its store.
    root
        The content folder.
    """

    store: Path
    root: Path

    def read(self, notebook: Path) -> Kept:
        """Return what is kept of a notebook."""
        try:
            value = json.loads(self._path(notebook).read_text(encoding="utf-8"))
            if value["schema"] != _SCHEMA:
                return Kept()
            return Kept(tuple(map(note_of, value["notes"])), frozenset(map(str, value["done"])))
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return Kept()

    def write(self, notebook: Path, kept: Kept) -> None:
        """Keep it; a notebook of which nobody says anything has no file.

        Raises
        ------
        EnvironmentFault
            If the store cannot be written.
        """
        value = {
            "schema": _SCHEMA,
            "notes": [note_record(note) for note in kept.notes],
            "done": sorted(kept.done),
        }
        text = json.dumps(value, ensure_ascii=False, indent=1)
        write_whole(self._path(notebook), text.encode("utf-8", "replace"))

    def keep_sent(self, name: str, data: bytes) -> None:
        """Keep a file as it is given to colleagues."""
        write_whole(self._sent(name), data)

    def read_sent(self, name: str) -> bytes | None:
        """Return a file as it was given to colleagues; None where it was not made here."""
        if not _NAME.fullmatch(name):
            return None
        try:
            return self._sent(name).read_bytes()
        except OSError:
            return None

    def _sent(self, name: str) -> Path:
        return self.store / "sent" / f"{name}.docx"

    def _path(self, notebook: Path) -> Path:
        inside = notebook.resolve().relative_to(self.root.resolve()).as_posix()
        return self.store / "reviews" / f"{inside}.json"
