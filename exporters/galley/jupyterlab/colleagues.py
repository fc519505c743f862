"""What colleagues said of a notebook in Word, at the cells as they are open."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from galley.execution.store import find_store
from galley.findings import Finding
from galley.review.returned.keeping import Reviews
from galley.review.returned.telling import placed_notes
from galley.workspace import find_root


def open_notes(
    notebook: Path, root: Path, cells: Mapping[str, str], file: str
) -> Mapping[Finding, str]:
    """Return what is not done yet, as finding → the key by which it is marked as done.

    Parameters
    ----------
    cells
        Cell → its text, in the notebook's order.
    file
        How the author calls the notebook.
    """
    if not notebook.resolve().is_relative_to(root.resolve()):
        return {}
    notes = reviews_of(root).read(notebook).open
    return {each.finding: each.note.key for each in placed_notes(notes, cells, file, "")}


def mark_done(notebook: Path, keys: Iterable[str], *, is_done: bool) -> bool:
    """Mark what colleagues said as done or not; return whether any of it is kept.

    Raises
    ------
    EnvironmentFault
        If the store cannot be written.
    """
    reviews = reviews_of(find_root(notebook) or notebook.parent)
    kept = reviews.read(notebook)
    wanted = {*keys} & {note.key for note in kept.notes}
    if wanted:
        reviews.write(notebook, kept.with_done(wanted) if is_done else kept.without_done(wanted))
    return bool(wanted)


def reviews_of(root: Path) -> Reviews:
    """Return what is kept of the notebooks of a content folder."""
    return Reviews(find_store(root).root, root)
