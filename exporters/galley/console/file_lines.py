"""From a line of a cell to the line of the notebook's file, for tools that know only files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from galley.article.json_spans import Span
from galley.article.notebook_text import line_at, source_spans
from galley.findings import Place


@dataclass
class FileLines:
    """The files that findings name; each is read once, and only if it is asked for.

    Attributes
    ----------
    paths
        A file as the author knows it → where it lies.
    """

    paths: Mapping[str, Path] = field(default_factory=dict)
    _read: dict[str, tuple[str, dict[str, Span]]] = field(default_factory=dict)

    def line(self, place: Place) -> int | None:
        """Return the line of the file; None where it is not known."""
        if place.cell is None:
            return place.line
        text, spans = self._file(place.file)
        span = spans.get(place.cell)
        return line_at(text, span, place.line) if span else None

    def _file(self, file: str) -> tuple[str, dict[str, Span]]:
        if file not in self._read:
            text = _read_text(self.paths.get(file, Path(file)))
            self._read[file] = (text, source_spans(text))
        return self._read[file]


def _read_text(path: Path) -> str:
    try:
        # The breaks as they are: a line of the file is what an editor counts.
        return path.read_bytes().decode("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return ""
