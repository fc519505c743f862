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
_STAY_INSIDE = (
    "Write into the notebook's own folder, or into a folder that tempfile makes. If the notebook "
    "is not yours, look what it changed, and build it with --sandbox."
)
_NO_NETWORK = (
    "Put what it fetches beside the notebook and read it from there, or, if you trust the "
    "notebook, build with --no-sandbox."
)
_WRITTEN = (
    "If a page is to show it, display it from the code, or put the file beside the notebook. "
    "Otherwise nothing is to be done."
)
_NAME_FILES = "Name its files in the front matter, for example inputs: [data/trial.csv]."


def remark_findings(
    trace: Trace, source: ArticleSource, *, is_sandboxed: bool = False
) -> tuple[Finding, ...]:
    """Return what the author should know, unless the front matter takes care of it already."""
    own = _sandbox_findings if is_sandboxed else _stray_findings
    return (*_findings(trace, source, is_sandboxed=is_sandboxed), *own(trace, source))


def _findings(trace: Trace, source: ArticleSource, *, is_sandboxed: bool) -> Iterator[Finding]:
    for remark in trace.remarks:
        if remark.rule not in _SAYINGS or _is_answered(remark, source):
            continue
        if is_sandboxed and remark.rule == "network":
            continue  # it read nothing there
        say, fix = _SAYINGS[remark.rule]
        place = _place(remark, source)
        yield Finding(f"reading-{remark.rule}", Severity.ADVICE, place, say(remark.detail), fix)


def _stray_findings(trace: Trace, source: ArticleSource) -> Iterator[Finding]:
    for remark in trace.remarks:
        if remark.rule in _STRAYS:
            message = f"{_STRAYS[remark.rule]} ({remark.detail})"
            place = _place(remark, source)
            yield Finding("writing-outside", Severity.WARNING, place, message, _STAY_INSIDE)


def _sandbox_findings(trace: Trace, source: ArticleSource) -> Iterator[Finding]:
    for remark in trace.remarks:
        if remark.rule == "network":
            message = f"the code asked for the network ({remark.detail}), which the sandbox refused"
            place = _place(remark, source)
            yield Finding("sandbox-network", Severity.WARNING, place, message, _NO_NETWORK)
    made = [name for name in trace.made if not trace.folders.get(name)]
    if made:
        more = f" and {len(made) - 1} more" if len(made) > 1 else ""
        message = f"what the code wrote in the sandbox is gone ({made[0]}{more})"
        yield Finding("sandbox-written", Severity.ADVICE, Place(source.file), message, _WRITTEN)


def _place(remark: Remark, source: ArticleSource) -> Place:
    cells = [str(cell.get("id", "")) or None for cell in code_cells(source.notebook)]
    is_known = remark.cell is not None and remark.cell < len(cells)
    return Place(source.file, cells[remark.cell or 0] if is_known else None)


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
_STRAYS = {
    "outside-write": "the code writes outside its own folder",
    "outside-remove": "the code removes or renames what is outside its own folder",
    "site-write": "the code writes over a file that the site is made of",
    "site-remove": "the code removes or renames a file that the site is made of",
}
