"""A path of somebody's computer, with the name under which they log in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from galley.checks.rule import Cost, Group, Manuscript, Remark, Rule
from galley.checks.structure.shown_text import Where, read_shown
from galley.findings import Severity

_PATH = re.compile(
    r"(?:(?<![\w/.~:-])|(?<=file://))/(?:home|Users)/(?P<unix>[\w.-]+)"
    r"|(?<!\w)/mnt/[a-z]/Users/(?P<subsystem>[\w.-]+)"
    r"|\b[A-Za-z]:[\\/]{1,2}(?:Users|Documents and Settings)[\\/]{1,2}"
    r"(?P<windows>[^\\/\s\"'<>|:*?\[\]]+)"
)
# Names that stand for anybody, and those that machines in the cloud give to everybody.
_NOBODY_TEXT = """
    anda codespace default guest jovyan me name nama nama-anda nama_anda namaanda pengguna public
    runner runneradmin shared user username users vscode you your-name your_name yourname xxx
"""
_NOBODY = frozenset(_NOBODY_TEXT.split())
_WORDS: dict[Where, str] = {
    "text": "the text",
    "output": "the output of this cell",
    "code": "the code that readers see",
    "figure": "what this figure says",
}
_FIXES: dict[Where, str] = {
    "text": "write the path from the notebook's own folder, for example data/scores.csv.",
    "output": "let the code print the file's name alone, and run the cell again.",
    "code": "name files from the notebook's own folder, for example data/scores.csv.",
    "figure": "write the path from the notebook's own folder, for example data/scores.csv.",
}


def find(manuscript: Manuscript) -> Iterator[Remark]:
    """Find paths of a home folder in text, outputs, captions and code that readers see."""
    for shown in read_shown(manuscript):
        for match in _PATH.finditer(shown.text):
            if (match[match.lastgroup or 0]).lower() not in _NOBODY:
                yield Remark(
                    shown.place,
                    f"{_WORDS[shown.where]} shows '{match[0]}', the folder of one person "
                    "on one computer",
                    _FIXES[shown.where],
                )
                break


RULE = Rule(
    id="output-path",
    severity=Severity.WARNING,
    group=Group.STRUCTURE,
    what="a path with the name of a computer's user",
    why="It tells strangers a name, and leads a reader to nothing.",
    harm=2,
    cost=Cost.WORD,
    find=find,
)
