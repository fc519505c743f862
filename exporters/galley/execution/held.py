"""Outputs that a notebook holds from an earlier run: shown where its code does not run here."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from galley.execution.code import runs_anything
from galley.execution.model import CellFailure, Job
from galley.findings import Finding, Place, Severity, UsageError

if TYPE_CHECKING:  # kernels are made ready before it is loaded
    from collections.abc import Mapping

    from nbformat import NotebookNode

_WAY = "To show the outputs that the notebook holds, build with --no-execute."
_NO_MODULE = re.compile(r"No module named '([^']+)'")


def holds_outputs(notebook: NotebookNode) -> bool:
    """Tell whether any of a notebook's code was run before."""
    return any(
        cell.cell_type == "code" and bool(cell.outputs or cell.execution_count)
        for cell in notebook.cells
    )


def missing_module(failure: CellFailure) -> str:
    """Return the package that code could not load; empty where it stopped for another reason."""
    if failure.ename != "ModuleNotFoundError":
        return ""
    found = _NO_MODULE.search(failure.evalue)
    return found[1].split(".")[0] if found else ""


def check_parameters_have_effect(parameters: Mapping[str, object]) -> None:
    """Refuse parameters from the command line where nothing is run.

    Raises
    ------
    UsageError
        If there are any.
    """
    if parameters:
        raise UsageError(
            f"'{next(iter(parameters))}' has no effect, because no code is run",
            "Leave out -p, or let the code run: without --no-execute, and without "
            "'execute = false' in site.toml.",
        )


def finding_of_unrun(job: Job) -> Finding | None:
    """Return what to say of an article whose code is not run because nothing is to run."""
    if not runs_anything(job.source.notebook):
        return None
    if job.edition and job.parameters:
        return Finding(
            rule="code-not-run",
            severity=Severity.ERROR,
            place=Place(job.source.file),
            message=f"the edition '{job.edition}' has parameters of its own, and no code is run",
            fix="Let the code run: without --no-execute, and without 'execute = false' "
            "in site.toml.",
        )
    if holds_outputs(job.source.notebook):
        return None
    return Finding(
        rule="code-not-run",
        severity=Severity.WARNING,
        place=Place(job.source.file),
        message="the code is not run, and the notebook holds no outputs; "
        "readers see its text alone",
        fix="Run all cells in JupyterLab and save, or let Galley run the code.",
    )


def finding_of_stand_in(job: Job, failure: CellFailure) -> Finding | None:
    """Return what to say where the outputs in a notebook stand in for a run; ``None``: they do not.

    They do where a package is missing, as where a kernel is: that is nothing of the article's own.
    They do not where an earlier run of the article is known, because that is what readers have, nor
    where parameters would have made other outputs.
    """
    module = missing_module(failure)
    if not module or job.parameters or not _is_held_alone(job):
        return None
    return Finding(
        rule="module-missing",
        severity=Severity.WARNING,
        place=Place(job.source.file),
        message=f"'{module}', which the code needs, is not installed; "
        "the outputs stored in the notebook are shown",
        fix=f"Install '{module}' where Galley is installed, for example with "
        f"'pip install {module}', or put the module beside the notebook.",
    )


def with_way_to_held(job: Job, finding: Finding) -> Finding:
    """Say with a failure how the outputs in the notebook can be shown, where they are all there is.

    Of an article that ran before, readers have the last good version.
    """
    return replace(finding, fix=f"{finding.fix} {_WAY}") if _is_held_alone(job) else finding


def _is_held_alone(job: Job) -> bool:
    is_first = job.expected_s is None and job.kept is None
    return is_first and holds_outputs(job.source.notebook)
