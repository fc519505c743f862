"""What an author is told of an execution whose reading cannot be followed to the end."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from galley.execution.code import code_cells
from galley.execution.tracing.trace import Remark, Trace
from galley.findings import Finding, Place, Severity
from galley.workspace import ArticleSource

_RUN_AGAIN = (
    "Write 'cache: 1 day' in the front matter to run it again each day, or 'cache: never' to run "
    "it in every build."
)
_NAME_FILES = "Name its files in the front matter, for example inputs: [data/trial.csv]."


def remark_findings(trace: Trace, source: ArticleSource) -> tuple[Finding, ...]:
    """Return what the author should know, unless the front matter takes care of it already."""
    return tuple(_findings(trace, source))


def _findings(trace: Trace, source: ArticleSource) -> Iterator[Finding]:
    cells = [str(cell.get("id", "")) or None for cell in code_cells(source.notebook)]
    for remark in trace.remarks:
        if remark.rule not in _SAYINGS or _is_answered(remark, source):
            continue
        say, fix = _SAYINGS[remark.rule]
        is_known = remark.cell is not None and remark.cell < len(cells)
        place = Place(source.file, cells[remark.cell or 0] if is_known else None)
        yield Finding(f"reading-{remark.rule}", Severity.ADVICE, place, say(remark.detail), fix)


def _is_answered(remark: Remark, source: ArticleSource) -> bool:
    matter = source.front_matter
    answers = matter.inputs if remark.rule in {"program", "unseen"} else ()
    return bool(answers) or matter.cache is not None


def _clock(function: str) -> str:
    return f"the code reads the clock ({function}), so the figure may differ from day to day"


def _network(host: str) -> str:
    return f"the code reads from the network ({host}), so the figure may differ from day to day"


def _program(name: str) -> str:
    return f"the code starts a program ({name}), and which files that reads cannot be seen"


def _unseen(library: str) -> str:
    return f"which files {library} reads cannot be seen, so a change of them would go unnoticed"


def _variables(_detail: str) -> str:
    return "the code reads environment variables whose names are known only while it runs"


_SAYINGS: dict[str, tuple[Callable[[str], str], str]] = {
    "clock": (_clock, _RUN_AGAIN),
    "network": (_network, _RUN_AGAIN),
    "program": (_program, _NAME_FILES),
    "unseen": (_unseen, _NAME_FILES),
    "variables": (
        _variables,
        "Write the names out, for example os.environ['DATA_YEAR'], so that a change is noticed.",
    ),
}
