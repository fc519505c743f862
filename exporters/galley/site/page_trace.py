"""What the making of a page asked of the disk, the site and the bibliography."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from galley.content_files import FindFile
from galley.seen import SeenFiles
from galley.site.works import Works


def _no_page(_written: str) -> str:
    return ""


@dataclass
class PageTrace:
    """Questions with their answers; a page stands as long as each would be answered the same.

    Attributes
    ----------
    files
        Address as written → digest of the file it names; empty where it names none.
    pages
        Address as written → path of the page it means; empty where it means none.
    works
        Citation key → digest of its entry; empty where there is none.
    """

    files: dict[str, str] = field(default_factory=dict)
    pages: dict[str, str] = field(default_factory=dict)
    works: dict[str, str] = field(default_factory=dict)
    seen: SeenFiles = field(default_factory=SeenFiles, repr=False, compare=False)

    def noting(self, find: FindFile) -> FindFile:
        """Return a finder that answers like `find` and notes what it was asked."""

        def noted(address: str) -> Path | None:
            path = find(address)
            self.files[address] = self._digest(path)
            return path

        return noted

    def note_page(self, written: str, page: str) -> str:
        """Note which page an address means, and return it."""
        self.pages[written] = page
        return page

    def holds(
        self, find: FindFile, works: Works, page_meant: Callable[[str], str] = _no_page
    ) -> bool:
        """Tell whether every question has the same answer today.

        Parameters
        ----------
        find
            Finds files beside the notebook.
        page_meant
            Address as written → path of the page it means.
        """
        return (
            all(self._digest(find(address)) == was for address, was in self.files.items())
            and all(works.digest(key) == was for key, was in self.works.items())
            and all(page_meant(written) == was for written, was in self.pages.items())
        )

    def _digest(self, path: Path | None) -> str:
        return self.seen.digest(path) if path else ""

    def as_record(self) -> dict[str, Any]:
        """Return the trace as JSON values."""
        return {"files": self.files, "pages": self.pages, "works": self.works}


def trace_of(record: Mapping[str, Any], seen: SeenFiles) -> PageTrace:
    """Return the trace of a record."""
    return PageTrace(record["files"], record["pages"], record["works"], seen)
