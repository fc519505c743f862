"""The table of what each file of an area yields."""

from __future__ import annotations

from collections.abc import Iterable

from tests.corpus.building import Built
from tests.corpus.case import Area, Case

_HEAD = """# What the files of `{name}` yield

Written by `python -m tests.corpus {name}` from a real build; the tests compare it.
"Failed first" marks what did not yield this when it was first tried.

| File | What it is | State | What is said | Failed first |
| --- | --- | --- | --- | --- |
"""


def table(built: Built) -> str:
    """Return an area's table as Markdown."""
    rows = "".join(_row(built, case) for case in built.area.cases)
    return _HEAD.format(name=built.area.name) + rows


def _row(built: Built, case: Case) -> str:
    rules = sorted({rule for rule, _ in built.said(case)})
    cells = (
        f"`{_plain(case.file)}`",
        _plain(case.what),
        built.state(case) or "no article",
        ", ".join(rules) or "–",
        "yes" if case.failed_first else "",
    )
    return f"| {' | '.join(cells)} |\n"


def _plain(text: str) -> str:
    """Return text that a cell of a Markdown table can hold."""
    short = text if len(text) <= 80 or " " in text else f"{text[:40]}… ({len(text)} characters)"
    return "".join(c if c.isprintable() else f"\\x{ord(c):02x}" for c in short).replace("|", "\\|")


_ABOUT = {
    "foreign": """# Notebooks as people have them

Nothing here was made for Galley. What real folders contain was counted, and each file is one line
of that count: old formats, the spellings of other tools, every kind of output. All were written
for these tests.
""",
    "hostile": """# Notebooks that break or attack

Each file is one behaviour that could break a build, another article's page, the machine or a
reader's browser. All were written for these tests; what they would run only leaves a mark.
""",
}
_OVERVIEW = """
`cases` says what each file is and what it yields; `python -m tests.corpus` writes the files and
the tables from it. One build for each subject, the real one, is judged by `tests/corpus`: nothing
runs and nothing asks another host in a real browser with the page's policy switched off, every
page is valid HTML, nothing outside the folder is read or written, no process is left, and an
innocent article beside them has the bytes that it has alone.

| Subject | Files | Failed when first tried | What each yields |
| --- | ---: | ---: | --- |
"""


def overview(corpus: str, areas: Iterable[Area]) -> str:
    """Return what a corpus holds, as Markdown."""
    own = [area for area in areas if area.name.startswith(f"{corpus}/")]
    rows = [
        f"| {_subject(area)} | {len(area.cases)} | {_failed(area)} |"
        f" [cases/{area.table.name}](cases/{area.table.name}) |\n"
        for area in own
    ]
    total = f"| all | {sum(len(a.cases) for a in own)} | {sum(map(_failed, own))} | |\n"
    return _ABOUT[corpus] + _OVERVIEW + "".join(rows) + total


def _subject(area: Area) -> str:
    return area.name.split("/")[1].replace("_", " ")


def _failed(area: Area) -> int:
    return sum(case.failed_first for case in area.cases)
