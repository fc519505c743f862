"""What an author is told when code stops: the cell, the error's last line, and what to do."""

from __future__ import annotations

import re

from galley.execution.held import missing_module
from galley.execution.model import CellFailure
from galley.execution.sandbox.growth import TOO_MUCH_SHARED
from galley.execution.sandbox.refusals import refusal_of
from galley.findings import Finding, Place, Severity

TIMEOUT = "CellTimeoutError"
DEAD_KERNEL = "DeadKernelError"
TOO_MUCH_OUTPUT = "OutputLimitError"
TOO_MUCH_MEMORY = "MemoryLimitError"
TOO_MANY_PROCESSES = "ProcessLimitError"
KERNEL_EXIT = "KernelExitError"
# What Galley itself has to say, and no error of the code.
_OWN = frozenset(
    {
        TOO_MUCH_SHARED,
        TIMEOUT,
        DEAD_KERNEL,
        TOO_MUCH_OUTPUT,
        TOO_MUCH_MEMORY,
        TOO_MANY_PROCESSES,
        KERNEL_EXIT,
    }
)
# More of an error's first line nobody reads in a terminal.
_LONGEST_MESSAGE = 300

_LINE = re.compile(r"Cell In\[\d+\], line (\d+)|^-+> ?(\d+) ", re.MULTILINE)
_MEANT = "If readers are to see this error, tag the cell 'raises-exception'."
_RERUN = "In JupyterLab, choose Run > Restart Kernel and Run All Cells to see it happen."


def describe_failure(failure: CellFailure, file: str, *, is_sandboxed: bool = False) -> Finding:
    """Return the finding for a cell that stopped an article."""
    refused = refusal_of(failure) if is_sandboxed and failure.ename not in _OWN else None
    message, fix = refused or (_message(failure), _fix(failure))
    return Finding(
        rule="cell-failed",
        severity=Severity.ERROR,
        place=Place(file, failure.cell_id or None, _line(failure)),
        message=message,
        fix=fix,
    )


def describe_fault(file: str, problem: str, fix: str) -> Finding:
    """Return the finding for code that could not be run at all."""
    return Finding("execution-failed", Severity.ERROR, Place(file), problem, fix)


def _message(failure: CellFailure) -> str:
    if failure.ename in _OWN:
        return failure.evalue
    lines = failure.evalue.strip().splitlines()
    said = [
        line if len(line) <= _LONGEST_MESSAGE else f"{line[:_LONGEST_MESSAGE]}…" for line in lines
    ]
    return ": ".join((f"the code stopped with {failure.ename}", *said[:1]))


def _line(failure: CellFailure) -> int | None:
    """Return the line of the cell at which it stopped, as the traceback tells it."""
    found = _LINE.search(failure.traceback)
    return int(found[1] or found[2]) if found else None


def _fix(failure: CellFailure) -> str:
    if failure.ename == "ModuleNotFoundError":
        return _fix_missing_module(missing_module(failure) or "the package")
    if failure.setting:
        less = _LESS.get(failure.ename, "")
        return f"{less}, or write {failure.setting} under [limits] in site.toml."
    return _FIXES.get(failure.ename, f"{_RERUN} {_MEANT}")


def is_memory_error(ename: str) -> bool:
    """Tell whether an error says that there is no more memory; numpy has one of its own."""
    return ename.endswith("MemoryError")


def _fix_missing_module(name: str) -> str:
    return (
        f"Install '{name}' where Galley is installed, for example with 'pip install {name}', "
        "or put the module beside the notebook."
    )


_FIXES = {
    TOO_MUCH_SHARED: "Look what its code does before you trust it; honest code has no business "
    "there.",
    "FileNotFoundError": "Files are looked for from the notebook's own folder; "
    "check the name and the folder.",
    "StdinNotImplementedError": "Nobody can answer during a build; "
    "give the value in the 'parameters' cell.",
    DEAD_KERNEL: f"The code ended its own process or ran out of memory. {_RERUN}",
    KERNEL_EXIT: "Leave the call out: a kernel ends by itself when its article is done.",
}
# What helps against passing a limit, other than raising it.
_LESS = {
    TIMEOUT: "Make the code faster",
    TOO_MUCH_MEMORY: "Work on less data at a time",
    TOO_MUCH_OUTPUT: "Print and draw less",
    TOO_MANY_PROCESSES: "Start fewer processes at a time",
}
