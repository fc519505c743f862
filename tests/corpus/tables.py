"""The table of what each file of an area yields."""

from __future__ import annotations

from tests.corpus.building import Built
from tests.corpus.case import Case

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
