"""The words of a cell that a finding is about, so that they can be underlined.

A finding knows its line; its message quotes the words it speaks of. They are looked for from that
line to the end of the paragraph; where they are not found, the line itself is meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from galley.findings import Finding

# 'permanently', "Dopamine is a …", and abbreviations, which stand without quotation marks.
_QUOTED = re.compile(r"(?<!\w)'(.+?)'(?!\w)|\"(.+?)\"|\b(\w*[A-Z]\w*[A-Z]\w*)\b")
_CUT_SHORT = re.compile(r"\s*…$")
# What may stand between two words of the page in the text it is made of.
_BETWEEN_WORDS = r"(?:[\s*_]|\n[ \t]*>)+"
_LINE_WORDS = re.compile(r"\S(?:.*\S)?")


@dataclass(frozen=True)
class MarkedWords:
    """A part of a cell's source.

    Attributes
    ----------
    start, end
        In units of UTF-16, as browsers count.
    text
        What stands there, so that it is found again when the cell has changed.
    is_whole_line
        Whether only the line is known.
    """

    start: int
    end: int
    text: str
    is_whole_line: bool

    def record(self) -> dict[str, str | int | bool]:
        """Return the part as JSON values."""
        return {
            "start": self.start,
            "end": self.end,
            "text": self.text,
            "is_whole_line": self.is_whole_line,
        }


def marked_words(finding: Finding, source: str) -> MarkedWords | None:
    """Return the words that a finding is about; None where it names no line of the cell."""
    line = finding.place.line
    begin = _start_of_line(source, line) if line else None
    if begin is None:
        return None
    paragraph = source[begin : _end_of_paragraph(source, begin)]
    for quoted in _quoted(finding.message):
        if found := _pattern(quoted).search(paragraph):
            return _part(source, begin + found.start(), begin + found.end(), is_whole_line=False)
    written = _LINE_WORDS.search(paragraph.partition("\n")[0])
    if not written:
        return None
    return _part(source, begin + written.start(), begin + written.end(), is_whole_line=True)


def _start_of_line(source: str, line: int) -> int | None:
    lines = source.split("\n")
    return sum(len(each) + 1 for each in lines[: line - 1]) if line <= len(lines) else None


def _end_of_paragraph(source: str, begin: int) -> int:
    ends = re.compile(r"\n[ \t]*(?:\n|$)").search(source, begin)
    return ends.start() if ends else len(source)


def _quoted(message: str) -> Iterator[str]:
    for match in _QUOTED.finditer(message):
        text = _CUT_SHORT.sub("", next(filter(None, match.groups()), ""))
        if text.strip():
            yield text


def _pattern(quoted: str) -> re.Pattern[str]:
    words = _BETWEEN_WORDS.join(map(re.escape, quoted.split()))
    before = r"(?<!\w)" if quoted[0].isalnum() else ""
    after = r"(?!\w)" if quoted[-1].isalnum() else ""
    return re.compile(f"{before}{words}{after}")


def _part(source: str, start: int, end: int, *, is_whole_line: bool) -> MarkedWords:
    text = source[start:end]
    first = _units(source[:start])
    return MarkedWords(first, first + _units(text), text, is_whole_line)


def _units(text: str) -> int:
    return len(text) + sum(letter > "\uffff" for letter in text)
