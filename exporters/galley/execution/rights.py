"""What is said before code of others runs for the first time: that it has its author's rights."""

from __future__ import annotations

from pathlib import Path

from galley.execution.batch import starts_kernel
from galley.execution.model import Job, Plan

FIRST_RUN = "first run"
_ADVICE = "with your rights; if you do not know it, stop with Ctrl-C and build with --sandbox"


def note_of_rights(planned: Plan, root: Path) -> str:
    """Return one sentence, where code runs here first that may not be its author's; else nothing.

    Notebooks that were written with Galley have front matter, and their folder a ``site.toml``.
    """
    is_own_site = (root / "site.toml").is_file()
    files = {
        job.source.file
        for job in planned.jobs
        if _is_new(job) and not (is_own_site and job.source.has_front_matter)
    }
    if not files:
        return ""
    if len(files) == 1:
        return f"The code of {min(files)} runs here for the first time, {_ADVICE}"
    return f"The code of {len(files)} notebooks runs here for the first time, {_ADVICE}"


def _is_new(job: Job) -> bool:
    return starts_kernel(job) and not job.limits.sandbox and job.reason == FIRST_RUN
