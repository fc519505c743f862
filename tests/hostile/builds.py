"""The real command, and what it left behind."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from collections.abc import Mapping
from contextlib import chdir, redirect_stderr, redirect_stdout
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from galley.cli import run

GALLEY = (sys.executable, "-m", "galley")
TODAY = ("--today", "2026-06-01")


@dataclass(frozen=True)
class Run:
    """One run of the command.

    Attributes
    ----------
    folder
        Where it ran; the site is ``site`` in it.
    """

    folder: Path
    code: int
    out: str
    err: str
    report: Mapping[str, Any] = field(default_factory=dict)

    @property
    def site(self) -> Path:
        return self.folder / "site"

    @property
    def states(self) -> dict[str, str]:
        return {article["file"]: article["state"] for article in self.report["articles"]}

    def findings(self, file: str) -> list[dict[str, Any]]:
        articles = [a for a in self.report["articles"] if a["file"] == file]
        own = [f for f in self.report["findings"] if f["file"] == file]
        return own + [found for article in articles for found in article["findings"]]

    def rules(self, file: str) -> set[str]:
        return {found["rule"] for found in self.findings(file)}


def galley(folder: Path, *arguments: str, **process: Any) -> Run:
    """Run a verb in a folder: here, or in a process of its own where one is described."""
    if not process:
        return _run_here(folder, arguments)
    done = subprocess.run(
        [*GALLEY, *arguments],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
        **({"env": environment()} | process),
    )
    return Run(folder, done.returncode, done.stdout, done.stderr)


def _run_here(folder: Path, arguments: tuple[str, ...]) -> Run:
    # The same command line without the seconds that a new process needs to load everything.
    out, err = io.StringIO(), io.StringIO()
    with chdir(folder), redirect_stdout(out), redirect_stderr(err):
        code = run(list(arguments))
    return Run(folder, code, out.getvalue(), err.getvalue())


def build(folder: Path, content: str = "blog", *arguments: str, **process: Any) -> Run:
    """Build a content folder into ``site`` beside it, with a report."""
    report = folder / "report.json"
    report.unlink(missing_ok=True)
    asked = ("--output", "site", "--report", "report.json", *TODAY, *arguments)
    done = galley(folder, "build", content, *asked, **process)
    told = json.loads(report.read_text(encoding="utf-8")) if report.is_file() else {}
    return Run(folder, done.code, done.out, done.err, told)


def start_build(folder: Path, *arguments: str) -> subprocess.Popen[str]:
    """Start a build in a process of its own, which leads a group of processes."""
    return subprocess.Popen(
        [*GALLEY, "build", "blog", "--output", "site", *TODAY, *arguments],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        env=environment(),
        start_new_session=True,
    )


def environment(**changes: str) -> dict[str, str]:
    """Return this process's environment, quiet and with some changes."""
    return {**os.environ, "PYTHONWARNINGS": "ignore", **changes}


def write_notebook(path: Path, *sources: str, **metadata: Any) -> None:
    """Write a notebook of Markdown cells; a source that begins with ``%%`` is code."""
    cells = [
        {
            "id": f"cell-{number}",
            "cell_type": "code" if source.startswith("%%") else "markdown",
            "metadata": {},
            "source": source.removeprefix("%%"),
            **({"outputs": [], "execution_count": None} if source.startswith("%%") else {}),
        }
        for number, source in enumerate(sources, start=1)
    ]
    value = {"nbformat": 4, "nbformat_minor": 5, "metadata": metadata, "cells": cells}
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(value), encoding="utf-8")


def files_of(site: Path) -> dict[str, bytes]:
    """Return what readers can see of a site: path → bytes."""
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in sorted(site.rglob("*"))
        if path.is_file() and not path.name.startswith(".galley-")
    }


def left_behind(site: Path) -> list[str]:
    """Return the files that a build wrote beside others and did not put in their place."""
    return [path.name for path in site.rglob(".galley-new-*")]
