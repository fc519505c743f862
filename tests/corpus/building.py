"""Builds an area once, and keeps what came of it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import psutil
from tests.corpus.case import Area, Case
from tests.corpus.folders import INNOCENT, write_innocent, write_to_build
from tests.hostile.builds import Run, build, environment

from galley.plain_words import plain_line

# Whatever a build starts inherits it, and is known by it.
MARK = "GALLEY_CORPUS"


@dataclass(frozen=True)
class Built:
    """An area, the run that built it, and its innocent article built alone.

    Attributes
    ----------
    before
        Names in the folder around the content before the build.
    processes
        Command lines of what still ran after it.
    """

    area: Area
    run: Run
    alone: Run
    before: frozenset[str]
    processes: tuple[str, ...]

    @property
    def site(self) -> Path:
        return self.run.site

    @cached_property
    def pages(self) -> dict[str, Path]:
        """The page of each article: its file → path."""
        return {
            article["file"].removeprefix("blog/"): self.site / article["address"]
            for article in self.run.report["articles"]
            if not article["edition"] and (self.site / article["address"]).is_file()
        }

    @cached_property
    def cases(self) -> dict[Path, Case]:
        """The case of each page."""
        known = {plain_line(case.file): case for case in self.area.cases}
        return {page: known[file] for file, page in self.pages.items() if file in known}

    def state(self, case: Case) -> str:
        return self.run.states.get(f"blog/{plain_line(case.file)}", "")

    def html(self, case: Case) -> str:
        page = self.pages.get(plain_line(case.file))
        return page.read_text(encoding="utf-8") if page else ""

    def said(self, case: Case) -> list[tuple[str, str]]:
        """Return rule and message of every finding in a case's files."""
        names = (case.file, *case.files, *case.links)
        files = [f"blog/{plain_line(name)}" for name in names]
        return [
            (found["rule"], found["message"])
            for file in dict.fromkeys(files)
            for found in self.run.findings(file)
        ]


def build_area(area: Area, folder: Path, alone: Run | None = None) -> Built:
    """Build an area in an empty folder; its innocent article alone too, unless that is known."""
    crowd = folder / "crowd"
    crowd.mkdir()
    write_to_build(area, crowd)
    before = frozenset(path.name for path in crowd.iterdir())
    mark = f"{area.name} {os.getpid()}"
    with _marked(mark):
        apart = {"env": environment()} if area.is_apart else {}
        run = build(crowd, "blog", *area.arguments, **apart)
    left = _left_running(mark)
    return Built(area, run, alone or build_alone(area, folder / "alone"), before, left)


def build_alone(area: Area, folder: Path) -> Run:
    """Build an area's innocent article, and nothing else."""
    folder.mkdir()
    write_innocent(area, folder)
    return build(folder, "blog", *area.arguments)


def article_of(run: Run, file: str = INNOCENT) -> str:
    """Return an article as a site shows it, without what leads to its neighbours."""
    page = (run.site / file).with_suffix(".html").read_text(encoding="utf-8")
    return page[page.index("<article") : page.index("</article>")]


@contextmanager
def _marked(mark: str) -> Iterator[None]:
    os.environ[MARK] = mark
    try:
        yield
    finally:
        del os.environ[MARK]


def _left_running(mark: str) -> tuple[str, ...]:
    # One that was killed needs a moment to be gone.
    ours = [process for process in psutil.process_iter() if _is_marked(process, mark)]
    _, alive = psutil.wait_procs(ours, timeout=5)
    return tuple(_told(process) for process in alive if _is_marked(process, mark))


def _is_marked(process: psutil.Process, mark: str) -> bool:
    try:
        return process.environ().get(MARK) == mark and not _is_own(process)
    except psutil.Error:
        return False


def _is_own(process: psutil.Process) -> bool:
    """Tell whether it is this process, or the pandoc that it keeps for the next build."""
    is_child = process.ppid() == os.getpid()
    return process.pid == os.getpid() or (is_child and process.name() == "pandoc")


def _told(process: psutil.Process) -> str:
    try:
        return " ".join(process.cmdline())
    except psutil.Error:
        return f"process {process.pid}"
