"""Taking an article off: what is written into it, what alone is sent, and who still names it."""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import replace
from datetime import date
from urllib.parse import unquote

from galley.findings import UsageError
from galley.publishing.changes import Goal
from galley.publishing.staged import Staged
from galley.publishing.version import Version
from galley.site.site_addresses import downloads_folder

_FENCE = re.compile(r"---\s*")
_CLOSING = re.compile(r"(?:---|\.\.\.)\s*")
_LINK = re.compile(r'\bhref="([^"#?]*)')


def with_withdrawal(source: str, day: date, reason: str) -> str:
    """Return the text of the first cell with ``withdrawn:`` at the end of its front matter.

    Raises
    ------
    UsageError
        If the front matter is not written between ``---`` lines.
    """
    lines = source.split("\n")
    start = next((i for i, line in enumerate(lines) if line.strip()), 0)
    end = next((i for i in range(start + 1, len(lines)) if _CLOSING.fullmatch(lines[i])), None)
    if not _FENCE.fullmatch(lines[start]) or end is None:
        raise UsageError(
            "the front matter is not written between --- lines",
            f"write withdrawn: {{date: {day.isoformat()}, reason: ...}} into it by hand, then "
            "publish",
        )
    lines[end:end] = withdrawal_lines(day, reason)
    return "\n".join(lines)


def withdrawal_lines(day: date, reason: str) -> tuple[str, ...]:
    """Return the lines of front matter that withdraw an article."""
    text = json.dumps(" ".join(reason.split()), ensure_ascii=False)
    return ("withdrawn:", f"  date: {day.isoformat()}", f"  reason: {text}")


def goal_of_page_alone(
    public: Version, staged: Staged, own: Collection[str], size_of: Callable[[str], int]
) -> Goal:
    """Return the site that readers know with nothing but one article's pages made anew.

    Parameters
    ----------
    own
        The article's pages.
    size_of
        Digest → size of what is in the store.
    """
    folders = tuple(f"{downloads_folder(page)}/" for page in own)

    def is_own(path: str) -> bool:
        return path in own or path.startswith(folders)

    made = staged.goal.digests
    left = {path: digest for path, digest in public.files.items() if not is_own(path)}
    new = {path: digest for path, digest in made.items() if is_own(path)}
    # A page may want type and styles that are new since then.
    assets = {path: digest for path, digest in made.items() if path.startswith("assets/")}
    digests = assets | left | new
    sizes = {
        path: staged.goal.sizes[path] if made.get(path) == digest else size_of(digest)
        for path, digest in digests.items()
    }
    return replace(staged.goal, digests=digests, sizes=sizes, lists=frozenset(public.lists))


def pages_naming(
    own: Collection[str], pages: Collection[str], read: Callable[[str], bytes]
) -> Iterator[str]:
    """Yield the pages that have a link to an article, in order."""
    names = {posixpath.basename(page).encode() for page in own}
    for path in sorted(set(pages) - set(own)):
        data = read(path)
        if any(name in data for name in names) and _links(path, data) & set(own):
            yield path


def _links(path: str, page: bytes) -> set[str]:
    folder = posixpath.dirname(path)
    hrefs = _LINK.findall(page.decode("utf-8", "replace"))
    return {posixpath.normpath(posixpath.join(folder, unquote(href))) for href in hrefs if href}


def readable_pages(files: Mapping[str, str]) -> list[str]:
    """Return which files of a site are pages."""
    return [path for path in files if path.endswith(".html")]
