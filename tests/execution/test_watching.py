"""What a build without changes has to look at besides the content folder."""

import sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from galley.execution.tracing.trace import Trace
from galley.execution.watching import Watched, watch

TODAY = date(2026, 11, 23)


@pytest.fixture
def watched(content: Any) -> Any:
    """Return a function that keeps an outcome with a trace, and says what is watched for it."""

    def ask(trace: Trace, **front_matter: Any) -> Watched:
        content.article("a.ipynb", "1 + 1", **front_matter)
        (job,) = content.plan().jobs
        own = replace(trace, executable=trace.executable or job.present.executable)
        content.store.write(job.parts, own, "", job.source.notebook, day="2026-11-20", seconds=1)
        return watch(content.plan().jobs, content.store, TODAY)

    return ask


def test_files_of_the_content_folder_and_of_the_figure_library_are_watched_anyway(
    watched: Any,
) -> None:
    trace = Trace(
        files={"data/a.csv": "1", "<galley_figures>/style/galley.mplstyle": "1"},
        modules={"models/a.py": "1"},
        folders={".": "1", "data": "1"},
        search=(".",),
        packages={"numpy": "2.0"},
    )
    assert watched(trace) == Watched()


@pytest.mark.parametrize("name", [".hidden/a.csv", "data/.a.csv", "node_modules/a.js"])
def test_hidden_files_are_watched_by_themselves(content: Any, watched: Any, name: str) -> None:
    assert watched(Trace(files={name: "1"})).files == (str(content.root / name),)


def test_files_elsewhere_and_environment_variables_are_watched(
    watched: Any, tmp_path: Path
) -> None:
    other = str(tmp_path.parent / "shared.csv")
    trace = Trace(files={other: "1"}, modules={"/opt/model.py": "1"}, variables={"YEAR": ""})
    assert watched(trace) == Watched(
        files=tuple(sorted((other, "/opt/model.py"))), variables=("YEAR",)
    )


@pytest.mark.parametrize(
    "trace",
    [
        Trace(folders={"/data": "1"}),
        Trace(folders={"data/.cache": "1"}),
        Trace(search=("/opt/lib",)),
        Trace(executable="/other/python"),
        Trace(sites=(sys.base_prefix,)),
    ],
)
def test_what_is_no_file_and_lies_elsewhere_is_compared_by_planning(
    watched: Any, trace: Trace
) -> None:
    assert watched(trace).due == TODAY


@pytest.mark.parametrize(
    ("cache", "due"),
    [("never", TODAY), ("5 days", date(2026, 11, 25)), ("auto", date.max)],
)
def test_an_article_that_grows_old_names_the_day(watched: Any, cache: str, due: date) -> None:
    assert watched(Trace(), cache=cache).due == due
