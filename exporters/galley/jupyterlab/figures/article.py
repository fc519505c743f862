"""The cells of an open article, as the panel sends them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

from galley.jupyterlab.figures.code import Code, readable
from galley.jupyterlab.figures.names import LibraryNames, bound_names, library_names

PARAMETERS: Final = "parameters"
_LANG: Final = re.compile(r"\A\s*---\s*\n(?:.*\n)*?lang\s*:\s*[\"']?([\w-]+)")
_LANG_OF_FILE: Final = re.compile(r"\.([a-z]{2})\.(?:ipynb|q?md)$")
_LABELS: Final = (
    re.compile(r"^#\|\s*label\s*:\s*[\"']?([^\s\"']+)", re.MULTILINE),
    re.compile(r"^\(([^)\s]+)\)=\s*$", re.MULTILINE),
    re.compile(r"^:(?:name|label):\s*(\S+)", re.MULTILINE),
    re.compile(r"\{#([\w:.-]+)"),
)


@dataclass(frozen=True)
class SentCell:
    """A cell as it stands in the lab."""

    id: str
    is_code: bool
    source: str
    tags: frozenset[str] = frozenset()

    @cached_property
    def code(self) -> Code | None:
        """Its code; none in a Markdown cell, or where it cannot be read."""
        return readable(self.source) if self.is_code else None

    @cached_property
    def labels(self) -> frozenset[str]:
        """What it gives a label to."""
        return frozenset(label for form in _LABELS for label in form.findall(self.source))


@dataclass(frozen=True)
class SentArticle:
    """All cells, in order."""

    cells: tuple[SentCell, ...]

    def index_of(self, cell_id: str) -> int | None:
        """Return where a cell stands."""
        return next((at for at, cell in enumerate(self.cells) if cell.id == cell_id), None)

    def names(self, public: Sequence[str]) -> LibraryNames:
        """Return how the article calls the library, in whichever cell it says so."""
        return library_names((cell.code for cell in self.cells if cell.code), public)

    def parameters(self) -> frozenset[str]:
        """Return the names that its cells of parameters give a value to."""
        return frozenset(
            name for cell in self._parameter_cells() if cell.code for name in bound_names(cell.code)
        )

    def lang(self, path: str) -> str:
        """Return the language that the front matter says, or else the name of the file."""
        first = self.cells[0].source if self.cells else ""
        said = _LANG.search(first) or _LANG_OF_FILE.search(path)
        return said[1] if said else ""

    def below_parameters(self, after: str) -> str:
        """Return the cell below which a new one may use the parameters: `after`, or theirs."""
        index = self.index_of(after)
        last = max((self.index_of(cell.id) or 0 for cell in self._parameter_cells()), default=-1)
        return after if index is None or index >= last else self.cells[last].id

    def labels_beside(self, cell_id: str = "") -> frozenset[str]:
        """Return the labels that other cells give."""
        return frozenset().union(*(cell.labels for cell in self.cells if cell.id != cell_id))

    def _parameter_cells(self) -> Iterator[SentCell]:
        return (cell for cell in self.cells if PARAMETERS in cell.tags)


def parse_article(sent: object) -> SentArticle:
    """Return the cells that were sent; what is no cell is left out."""
    listed = sent if isinstance(sent, list) else []
    return SentArticle(tuple(_cell(each) for each in listed if isinstance(each, dict)))


def _cell(sent: Mapping[str, Any]) -> SentCell:
    tags = sent.get("tags")
    return SentCell(
        id=str(sent.get("id") or ""),
        is_code=sent.get("type") == "code",
        source=str(sent.get("source") or ""),
        tags=frozenset(map(str, tags)) if isinstance(tags, list) else frozenset(),
    )
