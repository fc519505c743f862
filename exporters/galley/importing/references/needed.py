"""Which entries an import has to put into the bibliography."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from galley.citing.pasted import PastedWork, read_pasted
from galley.importing.settling import Fate, Imported


def needed_works(imported: Iterable[Imported]) -> tuple[PastedWork, ...]:
    """Return the works that the notebooks of an import need and the bibliography lacks.

    A post that is written brings all its works. One that is there already brings those that its
    notebook cites, so that an import that was interrupted is made whole by the next one.
    """
    posts = list(imported)
    cited = "\n".join(_text(each) for each in posts if _is_there(each))
    works = {
        work.entry.key: work
        for each in posts
        for work in _works(each)
        if each.fate.is_written or f"@{work.entry.key}" in cited
    }
    return tuple(works.values())


def _works(imported: Imported) -> Iterator[PastedWork]:
    for text in imported.post.entries:
        yield from read_pasted(text).works


def _is_there(imported: Imported) -> bool:
    return imported.fate.is_written or imported.fate is Fate.UNCHANGED


def _text(imported: Imported) -> str:
    return imported.files[imported.notebook].decode("utf-8", "replace")
