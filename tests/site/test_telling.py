from datetime import date
from pathlib import Path

import pytest
from nbformat.v4 import new_notebook

from galley.article.front_matter import FrontMatter
from galley.execution.kernels import Kernel
from galley.execution.model import Executed, Job, Progress
from galley.site.request import BuildRequest, ProgressEvent
from galley.site.telling import Teller
from galley.workspace import ArticleSource

TODAY = date(2026, 11, 23)


def job(name: str, *, reason: str = "code changed", expected_s: float | None = 10) -> Job:
    source = ArticleSource(
        path=Path(f"{name}.ipynb"),
        file=f"notebooks/{name}.ipynb",
        slug=name,
        lang="en",
        front_matter=FrontMatter(),
        notebook=new_notebook(),
        title=name,
    )
    kernel = Kernel("python3", "python")
    return Job(source, name, TODAY, key=name, kernel=kernel, reason=reason, expected_s=expected_s)


@pytest.fixture
def events() -> list[ProgressEvent]:
    return []


@pytest.fixture
def request_(events: list[ProgressEvent]) -> BuildRequest:
    return BuildRequest(Path(), "notebooks", Path("site"), TODAY, on_event=events.append)


def test_what_happens_to_a_job_is_told_with_its_cells_and_what_is_left(
    events: list[ProgressEvent], request_: BuildRequest
) -> None:
    first, second, kept = job("a"), job("b"), job("c", reason="")
    teller = Teller(request_, [first, second, kept])
    teller.hear(Progress(first, "started", 0, 9))
    teller.hear(Progress(first, "cell", 3, 9))
    teller.hear(Progress(first, "finished", 9, 9))
    teller.tell_end(Executed(first, "succeeded", new_notebook, seconds=20, was_run=True), 1)
    teller.tell_end(Executed(kept, "succeeded", new_notebook), 2)
    told = [(e.file, e.state, e.cell, e.cells, e.done, e.total, e.expected_s) for e in events]
    assert told == [
        ("notebooks/a.ipynb", "running", 0, 9, 0, 3, 10),
        ("notebooks/a.ipynb", "running", 3, 9, 0, 3, 10),
        ("notebooks/a.ipynb", "built", 0, 0, 1, 3, 10),
        ("notebooks/c.ipynb", "unchanged", 0, 0, 2, 3, 10),
    ]
    left = [event.left_s for event in events]
    assert left[:2] == pytest.approx([20, 20], abs=1)
    # It took twice as long as last time, and so will the other.
    assert left[2:] == pytest.approx([20, 20], abs=1)


def test_a_failed_article_is_told_as_failed(
    events: list[ProgressEvent], request_: BuildRequest
) -> None:
    failing = job("a")
    Teller(request_, [failing]).tell_end(
        Executed(failing, "excepted", new_notebook, was_run=True), 1
    )
    assert [(event.state, event.message) for event in events] == [("failed", "code changed")]
