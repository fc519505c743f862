"""The texts that are being mended: as they lie on the disk, and as they would be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from galley.article.notebook_text import replace_source, source_of, source_spans
from galley.discovery import is_text_name

_BOM = "\ufeff"


@dataclass(frozen=True, order=True)
class Piece:
    """What is mended as one text: the source of a cell, or a whole file that is no notebook."""

    file: str
    cell: str = ""

    def __str__(self) -> str:
        return f"{self.file}#{self.cell}" if self.cell else self.file


@dataclass(frozen=True)
class FileText:
    """A file as it was read.

    Attributes
    ----------
    data
        Its bytes; None where there is no such file yet.
    """

    path: Path
    data: bytes | None

    @property
    def text(self) -> str | None:
        """What it says; None where it is not UTF-8 and so is not mended."""
        try:
            return (self.data or b"").decode("utf-8")
        except UnicodeDecodeError:
            return None


@dataclass(frozen=True)
class Change:
    """One piece before and after."""

    piece: Piece
    before: str
    after: str


@dataclass(frozen=True)
class Desk:
    """Files by the name that the author gives them, and what is to be changed in them.

    Attributes
    ----------
    mended
        The pieces that are to be different.
    unsaved
        Cells as they are in a program that has them open; their files are not asked.
    """

    files: Mapping[str, FileText]
    mended: Mapping[Piece, str] = field(default_factory=dict)
    unsaved: Mapping[Piece, str] = field(default_factory=dict)

    def text(self, piece: Piece) -> str | None:
        """Return a piece as it is by now; None where there is none."""
        return self.mended.get(piece, self._before(piece))

    def with_text(self, piece: Piece, text: str) -> Desk:
        """Return the desk with another text in place of a piece."""
        return replace(self, mended={**self.mended, piece: text})

    def changes(self) -> tuple[Change, ...]:
        """Return what is to be different, in the order of the files."""
        return tuple(
            Change(piece, before, after)
            for piece, after in sorted(self.mended.items())
            if (before := self._before(piece)) is not None and before != after
        )

    def mended_files(self) -> Iterator[tuple[FileText, bytes]]:
        """Yield each file that is to be different, with its new bytes."""
        by_file: dict[str, list[Change]] = {}
        for change in self.changes():
            by_file.setdefault(change.piece.file, []).append(change)
        for file, changes in by_file.items():
            text = _mended_text(file, self.files[file].text or "", changes)
            yield self.files[file], text.encode("utf-8")

    def _before(self, piece: Piece) -> str | None:
        if piece in self.unsaved:
            return self.unsaved[piece]
        text = self.files[piece.file].text if piece.file in self.files else None
        if text is None:
            return None
        if not piece.cell:
            return text.removeprefix(_BOM)
        return _source(piece, text)


def _source(piece: Piece, text: str) -> str | None:
    if is_text_name(piece.file):
        from galley.article.text_notebook import text_cells  # few articles are text

        cell = text_cells(text, piece.file).get(piece.cell)
        return cell.source if cell else None
    span = source_spans(text).get(piece.cell)
    return source_of(span) if span else None


def _mended_text(file: str, text: str, changes: Iterable[Change]) -> str:
    for change in changes:
        if not change.piece.cell:
            bom = _BOM if text.startswith(_BOM) else ""
            return bom + change.after
        # The positions are read anew after each change, because they have moved.
        if is_text_name(file):
            text = _mended_cell(file, text, change)
            continue
        span = source_spans(text)[change.piece.cell]
        text = replace_source(text, span, change.after).apply(text)
    return text


def _mended_cell(file: str, text: str, change: Change) -> str:
    from galley.article.text_notebook import replace_cell, text_cells

    return replace_cell(text, text_cells(text, file)[change.piece.cell], change.after)


def read_desk(paths: Mapping[str, Path]) -> Desk:
    """Read files; one that is not there begins empty."""
    return Desk({file: FileText(path, _read(path)) for file, path in paths.items()})


def _read(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None
