"""A content folder made by a test, and the workspace read from it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import nbformat
import psutil
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from galley.article.bibliography import Bibliography
from galley.article.front_matter import FrontMatter
from galley.config import SiteConfig
from galley.execution.batch import execute_all
from galley.execution.model import Executed, Plan
from galley.execution.plan import plan
from galley.execution.store import Store, open_store
from galley.execution.warm import processes
from galley.workspace import ArticleSource, Workspace

TODAY = date(2026, 11, 23)
PYTHON = {"name": "python3", "display_name": "Python 3", "language": "python"}


@dataclass
class Content:
    """A content folder with its articles; each method is one thing an author does."""

    root: Path
    sources: dict[str, ArticleSource] = field(default_factory=dict)
    config: SiteConfig = field(default_factory=SiteConfig)
    selected: frozenset[str] = frozenset()

    def article(
        self,
        name: str,
        *cells: str | nbformat.NotebookNode,
        kernel: dict[str, str] | None = None,
        lang: str = "en",
        **front_matter: Any,
    ) -> ArticleSource:
        notebook = new_notebook(cells=[self._cell(i, cell) for i, cell in enumerate(cells)])
        kernelspec = PYTHON if kernel is None else kernel
        if kernelspec:
            notebook.metadata["kernelspec"] = nbformat.from_dict(kernelspec)
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(nbformat.writes(notebook), encoding="utf-8")
        slug = name.removesuffix(".ipynb")
        self.sources[name] = ArticleSource(
            path=path,
            file=f"notebooks/{name}",
            slug=slug,
            lang=lang,
            front_matter=FrontMatter.model_validate(front_matter),
            notebook=notebook,
            title=slug,
        )
        return self.sources[name]

    def _cell(self, index: int, cell: str | nbformat.NotebookNode) -> nbformat.NotebookNode:
        made = new_code_cell(cell) if isinstance(cell, str) else cell
        made["id"] = f"cell-{index + 1}"
        return made

    @property
    def store(self) -> Store:
        return open_store(self.root)

    def workspace(self) -> Workspace:
        return Workspace(
            root=self.root,
            name="notebooks",
            config=self.config,
            bibliography=Bibliography(),
            sources=tuple(self.sources.values()),
            selected=self.selected,
        )

    def plan(self, **options: Any) -> Plan:
        asked = {"parameters": {}, "today": TODAY} | options
        return plan(self.workspace(), self.store, **asked)

    def build(
        self, jobs_at_once: int = 2, *, warm: bool = True, **options: Any
    ) -> dict[str, Executed]:
        """Plan and run everything; return the outcomes by file name and edition."""
        jobs = self.plan(**options).jobs
        done = execute_all(jobs, store=self.store, jobs_at_once=jobs_at_once, warm=warm)
        return {_label(executed): executed for executed in done}

    def reasons(self, **options: Any) -> dict[str, str]:
        jobs = self.plan(**options).jobs
        return {job.source.path.name.removesuffix(".ipynb"): job.reason for job in jobs}


def _label(executed: Executed) -> str:
    name = executed.job.source.path.name.removesuffix(".ipynb")
    return f"{name}/{executed.job.edition}" if executed.job.edition else name


@pytest.fixture
def content(tmp_path: Path) -> Content:
    return Content(tmp_path)


@pytest.fixture(scope="module")
def shared_content(tmp_path_factory: pytest.TempPathFactory) -> Content:
    """Return a content folder that all tests of a file share, because kernels take their time."""
    return Content(tmp_path_factory.mktemp("content"))


@pytest.fixture
def text() -> Callable[..., str]:
    """Return a function that gives all the text an executed notebook shows."""

    def shown(executed: Executed) -> str:
        outputs = [o for c in executed.notebook.cells for o in c.get("outputs", [])]
        return "".join(o.get("text") or o.get("data", {}).get("text/plain", "") for o in outputs)

    return shown


@pytest.fixture
def tagged() -> Callable[..., nbformat.NotebookNode]:
    """Return a function that makes a code cell with tags."""

    def make(source: str, *tags: str) -> nbformat.NotebookNode:
        return new_code_cell(source, metadata={"tags": list(tags)})

    return make


@pytest.fixture
def prose() -> Callable[[str], nbformat.NotebookNode]:
    return new_markdown_cell


@pytest.fixture(autouse=True)
def no_orphans(request: pytest.FixtureRequest) -> Any:
    """Fail if a process that a test with kernels started is still there when it ends.

    On Linux the test's process becomes the parent of all orphans below it, so none escapes.
    """
    if request.node.get_closest_marker("kernel") is None:
        yield
        return
    processes.adopt_orphans()
    before = {process.pid for process in psutil.Process().children(recursive=True)}
    yield
    left = [p for p in psutil.Process().children(recursive=True) if p.pid not in before]
    alive = psutil.wait_procs(left, timeout=3)[1]
    assert [process.cmdline() for process in alive] == []
