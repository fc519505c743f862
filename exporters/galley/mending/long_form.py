"""An abbreviation is written out where it is used first, in the words of the glossary."""

from __future__ import annotations

import re

from galley.findings import Finding
from galley.mending.desk import Desk, Piece
from galley.mending.mender import Surroundings

RULE = "abbreviation-unexpanded"
_SHORT = re.compile(r"([\w-]+) is (?:never written out|used before it is written out)")
# Code, formulas, addresses and names in braces are not read as words.
_APART = re.compile(r"`+[^`]*`+|\$[^$]*\$|\]\([^)]*\)|\[[^\]]*@[^\]]*\]|\{[^}]*\}|<[^>]*>")
_BEGINS_SENTENCE = re.compile(r"(?:^|[.!?]\s+)[\s>*_#-]*$")


def mend(finding: Finding, desk: Desk, around: Surroundings) -> Desk | None:
    """Write ``long form (ABC)`` in place of the first ``ABC``."""
    said, source = _SHORT.match(finding.message), around.source(finding.place.file)
    if said is None or source is None or not finding.place.cell or not finding.place.line:
        return None
    long = around.workspace.glossary.abbreviations(source.lang).get(said[1])
    piece = Piece(finding.place.file, finding.place.cell)
    lines = (desk.text(piece) or "").split("\n")
    for index in range(finding.place.line - 1, len(lines)):
        line = lines[index]
        at = _first_use(said[1], line)
        if long and at is not None:
            begins = _BEGINS_SENTENCE.search(_before(lines, index, at))
            words = long[:1].upper() + long[1:] if begins else long
            lines[index] = f"{line[:at]}{words} ({said[1]}){line[at + len(said[1]) :]}"
            return desk.with_text(piece, "\n".join(lines))
        if not line.strip():
            # The paragraph that was meant ends here.
            return None
    return None


def _first_use(short: str, line: str) -> int | None:
    blanked = _APART.sub(lambda match: " " * len(match[0]), line)
    match = re.search(rf"(?<![\w.@#/\\-]){re.escape(short)}(?![\w@/\\-])", blanked)
    return match.start() if match else None


def _before(lines: list[str], index: int, at: int) -> str:
    """Return the text of the paragraph before a place."""
    start = index
    while start > 0 and lines[start - 1].strip():
        start -= 1
    return " ".join([*lines[start:index], lines[index][:at]])
