"""Which kinds of things an author has already been shown, so that only new ones are shown again."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from galley.disk import write_whole
from galley.publishing.leaving.model import Leaving, Mark, PageLeaving
from galley.seal import read_sealed, sealed

_SCHEMA = 1


def kinds_of(leaving: Leaving) -> frozenset[str]:
    """Return the kinds of things that leave; each identifier and mail address is one of its own."""
    return frozenset(_kinds(leaving))


def _kinds(leaving: Leaving) -> Iterator[str]:
    yield f"at:{leaving.address}"
    for page in leaving.pages:
        yield from _kinds_of_page(page)
    for picture in leaving.pictures:
        yield "picture"
        yield from (f"removed:{kind}" for kind in picture.removed)
        yield from (f"left:{kind}" for kind in picture.left)
    yield from (f"download:{item.kind}" for item in leaving.downloads)
    yield from (f"own:{item.kind}" for item in leaving.own_files)
    yield from (_kind_of_mark(path, mark) for path, mark in leaving.marks)


def _kinds_of_page(page: PageLeaving) -> Iterator[str]:
    yield "page" if page.is_listed else "page:unlisted"
    counted = {"folded": page.folded, "tables": page.tables, "figures": page.figures}
    yield from (name for name, count in counted.items() if count)
    if page.printed:
        yield "printed"
    if page.is_scripted:
        yield "scripted"
    if page.hosts:
        yield "hosts"
    yield from (f"mail:{mail}" for mail in page.mails)


def _kind_of_mark(path: str, mark: Mark) -> str:
    # Kept as a digest: what should not be public should not lie in one more file either.
    words = f"{path}\n{mark.kind}\n{mark.words}"
    return f"mark:{hashlib.sha256(words.encode()).hexdigest()[:16]}"


def read_shown(path: Path) -> frozenset[str]:
    """Return what was shown before; nothing where the file is not there or damaged."""
    try:
        # Of a store that came from elsewhere, nobody knows who said yes.
        value = read_sealed(path, path.name) or {"schema": 0}
        return frozenset(map(str, value["shown"])) if value["schema"] == _SCHEMA else frozenset()
    except (OSError, ValueError, KeyError, TypeError):
        # Shown once more, it harms nobody.
        return frozenset()


def keep_shown(path: Path, kinds: frozenset[str]) -> None:
    """Remember what an author was shown and has said yes to, beside what was remembered before."""
    value = {"schema": _SCHEMA, "shown": sorted(read_shown(path) | kinds)}
    path.parent.mkdir(parents=True, exist_ok=True)
    write_whole(path, sealed(value, path.name))
