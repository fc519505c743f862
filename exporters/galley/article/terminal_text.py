r"""What a terminal shows in the end: lines overwritten with ``\r``, letters erased, moves obeyed.

A progress bar is one line that was written a hundred times; readers see the last of them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_MOVES = re.compile(r"[\r\x08]|\x1b\[[0-?]*[ -/]*[@-ln-~]")
_PIECE = re.compile(
    r"(?P<colour>\x1b\[[\d;:]*m)|\x1b\[(?P<counts>[0-?]*)[ -/]*(?P<move>[@-~])"
    r"|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)?|\x1b(?![\[\]])[^\n]?|(?P<sign>[\s\S])"
)
_LONGEST = 500_000
_MOST_COLUMNS = 5_000
_SHORT_NUMBER = re.compile(r"[0-9]{1,5}")
_RESET = re.compile(r"\x1b\[0*m")
_TERMINAL_ROWS = 60
"""How far up a cursor can go: what has left the screen is never written again."""


def shown_at_last(text: str) -> str:
    r"""Return text as a terminal shows it when all is printed, its colours kept.

    >>> shown_at_last("10%\r50%\r100%\ndone")
    '100%\ndone'
    """
    text = text.replace("\r\n", "\n")
    if len(text) > _LONGEST or not _MOVES.search(text):
        return _last_of_each_line(text) if "\r" in text else text
    screen = _Screen()
    for piece in _PIECE.finditer(text):
        screen.take(piece)
    return screen.text()


def _last_of_each_line(text: str) -> str:
    return "\n".join(line.rstrip("\r").rsplit("\r", 1)[-1] for line in text.split("\n"))


@dataclass
class _Screen:
    """Rows of signs, each with the colour codes it was written under, and a cursor."""

    rows: list[list[tuple[str, str]]] = field(default_factory=lambda: [[]])
    row: int = 0
    column: int = 0
    colour: str = ""
    is_overwriting: bool = False

    def take(self, piece: re.Match[str]) -> None:
        """Obey one sign, colour or move."""
        if piece["colour"]:
            self.colour = "" if _RESET.fullmatch(piece["colour"]) else self.colour + piece["colour"]
        elif piece["move"]:
            self._move(piece["move"], piece["counts"])
        elif piece["sign"]:
            self._write(piece["sign"])

    def text(self) -> str:
        """Return what stands there, a colour code wherever the colour changes."""
        return "\n".join(map(_row_text, self.rows))

    def _write(self, sign: str) -> None:
        if sign == "\n":
            self._go_down()
            self.column, self.is_overwriting = 0, False
        elif sign == "\r":
            self.column, self.is_overwriting = 0, True
        elif sign == "\x08":
            self.column = max(0, self.column - 1)
            self._erase(self.column)
        elif self.column < _MOST_COLUMNS:
            if self.is_overwriting:
                # Whoever begins a line anew means all of it, also where it was longer before.
                del self.rows[self.row][self.column :]
                self.is_overwriting = False
            row = self.rows[self.row]
            row += [(" ", "")] * (self.column - len(row))
            row[self.column : self.column + 1] = [(sign, self.colour)]
            self.column += 1

    def _go_down(self, count: int = 1) -> None:
        self.row += count
        while len(self.rows) <= self.row:
            self.rows.append([])

    def _erase(self, start: int) -> None:
        del self.rows[self.row][start:]

    def _move(self, move: str, counts: str) -> None:
        first = counts.split(";", maxsplit=1)[0]
        count = min(int(first), _MOST_COLUMNS) if _SHORT_NUMBER.fullmatch(first) else 0
        match move:
            case "A" | "F":
                lowest = max(0, len(self.rows) - _TERMINAL_ROWS)
                self.row = max(lowest, self.row - (count or 1))
            case "B" | "E":
                self._go_down(min(count or 1, _TERMINAL_ROWS, len(self.rows) - self.row - 1))
            case "C":
                self.column = min(self.column + (count or 1), _MOST_COLUMNS)
            case "D":
                self.column = max(0, self.column - (count or 1))
            case "G":
                self.column = max(0, count - 1)
            case "K":
                self._erase_in_line(count)
            case "J":
                del self.rows[self.row + 1 :]
                self._erase(self.column)
            case _:
                return
        if move in "EF":
            self.column = 0

    def _erase_in_line(self, which: int) -> None:
        if which == 0:
            self._erase(self.column)
        elif which == 1:
            row = self.rows[self.row]
            row[: self.column] = [(" ", "")] * min(self.column, len(row))
        else:
            self._erase(0)


def _row_text(row: list[tuple[str, str]]) -> str:
    parts, colour = [], ""
    for sign, own in row:
        if own != colour:
            parts.append(("\x1b[0m" if colour else "") + own)
            colour = own
        parts.append(sign)
    return "".join(parts).rstrip(" ") + ("\x1b[0m" if colour else "")
