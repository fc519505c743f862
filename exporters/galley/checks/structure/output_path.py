"""A path of somebody's computer, with the name under which they log in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from galley.checks.rule import Cost, Group, Manuscript, Remark, Rule
from galley.checks.structure.shown_text import Where, read_shown
from galley.findings import Place, Severity

_PATH = re.compile(
    r"(?:(?<![\w/.~:-])|(?<=file://))/(?:home|Users)/(?P<unix>[\w.-]+)"
    r"|(?<!\w)/mnt/[a-z]/Users/(?P<subsystem>[\w.-]+)"
    r"|\b[A-Za-z]:[\\/]{1,2}(?:Users|Documents and Settings)[\\/]{1,2}"
    r"(?P<windows>[^\\/\s\"'<>|:*?\[\]]+)"
)
_FILE = re.compile(
    r"\.(?:py|ipynb|csv|tsv|txt|json|md|html?|js|png|jpe?g|svg|toml|ya?ml|gitignore)$"
)
_HINT = re.compile(r"[\\/](?:home|Users|Documents and Settings)[\\/]")
# Names that stand for anybody, and those that machines in the cloud give to everybody.
_NOBODY_TEXT = """
    admin anda app codespace data default ec2-user guest jovyan me myself name nama nama-anda
    nama_anda namaanda node_modules pengguna project public root runner runneradmin shared test
    tester ubuntu user username users vscode you your-name your_name yourname xxx
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
    """Find paths of a home folder in text, outputs, captions and code that readers see.

    A path that stands in many places is told once, where it stands first.
    """
    places: dict[tuple[str, Where], list[Place]] = {}
    for shown in read_shown(manuscript):
        for path in _paths(shown.text):
            places.setdefault((path, shown.where), []).append(shown.place)
    for (path, where), found in places.items():
        others = len(set(found)) - 1
        more = f", here and in {others} other place{'s' * (others > 1)}" if others else ""
        yield Remark(
            found[0],
            f"{_WORDS[where]} shows '{path}', the folder of one person on one computer{more}",
            _FIXES[where],
        )


def _paths(text: str) -> Iterator[str]:
    if not _HINT.search(text):
        return
    for match in _PATH.finditer(text):
        name = match[match.lastgroup or 0].lower().rstrip(".")
        if name and name not in _NOBODY and not _FILE.search(name):
            yield match[0].rstrip(".")


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
