"""The formats of `galley export`; a format's module is loaded only where it is asked for.

To add one: a module with ``make(request: ExportRequest) -> Exported``, and a line here.
"""

from __future__ import annotations

import importlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from galley.findings import UsageError, did_you_mean

if TYPE_CHECKING:
    from galley.exporting.epub.binding import Binder
    from galley.exporting.request import Exported, ExportRequest


@dataclass(frozen=True)
class Format:
    """One form that an article can be exported in.

    Attributes
    ----------
    what
        A few words for `galley export --help`.
    module
        Has the function ``make``.
    options
        Which of `ExportOptions` mean something to it.
    binder
        The module whose ``Binder`` makes one file of all articles, where ``--all`` means that.
    """

    name: str
    what: str
    module: str
    options: frozenset[str] = frozenset()
    binder: str = ""

    def make(self, request: ExportRequest) -> Exported:
        """Return the files of an article; what the format needs is loaded now."""
        made: Exported = importlib.import_module(self.module).make(request)
        return made

    def bind_all(self) -> Binder | None:
        """Return what makes one file of all articles; None where each has a file of its own."""
        if not self.binder:
            return None
        bound: Binder = importlib.import_module(self.binder).Binder()
        return bound


FORMATS = (
    Format("docx", "a Word file for a colleague's comments", "galley.exporting.word.making"),
    Format(
        "bundle",
        "parts for a site of your own",
        "galley.exporting.bundle.making",
        frozenset({"heading_level", "assets_at"}),
    ),
    Format("pdf", "to print or send", "galley.exporting.typeset.making"),
    Format(
        "epub",
        "a book to read, with --all one of all articles",
        "galley.exporting.epub.making",
        binder="galley.exporting.epub.binding",
    ),
    Format("handout", "one page to take home", "galley.exporting.typeset.handout"),
)


def find_format(name: str) -> Format:
    """Return the format of a name.

    Raises
    ------
    UsageError
        If there is none.
    """
    found = next((each for each in FORMATS if each.name == name), None)
    if found is None:
        names = [each.name for each in FORMATS]
        guess = did_you_mean(name, names)
        listing = f"The formats are: {', '.join(names)}."
        raise UsageError(f"there is no format '{name}'", f"{guess} {listing}".strip())
    return found
