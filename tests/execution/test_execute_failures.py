"""Code that fails, hangs, dies or is stopped."""

import signal
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path
from typing import Any

import psutil
import pytest

from galley.config import Limits, SiteConfig
from galley.execution.batch import execute_all
from galley.execution.model import Progress

HERE = Path(__file__).parent
pytestmark = pytest.mark.kernel


def test_one_of_three_fails_and_its_last_good_outcome_stays(content: Any, text: Any) -> None:
    content.article("a.ipynb", "'a'")
    content.article("b.ipynb", "'good'")
    content.article("c.ipynb", "'c'")
    content.build(jobs_at_once=3)
    content.article("b.ipynb", "'before'", "x = 1\nimport helper; helper.fail()", "'after'")
    (content.root / "helper.py").write_text("def fail():\n    raise ValueError('too\\nlong')\n")
    done = content.build(jobs_at_once=3)
    assert {name: executed.status for name, executed in done.items()} == {
        "a": "succeeded",
        "b": "excepted",
        "c": "succeeded",
    }
    failure = done["b"].failure
    assert failure is not None
    assert (failure.cell_id, failure.ename, failure.evalue) == ("cell-2", "ValueError", "too\nlong")
    assert failure.source == "x = 1\nimport helper; helper.fail()"
    assert "helper.py:2" in failure.traceback
    assert "\x1b" not in failure.traceback
    assert str(content.root) not in failure.traceback
    assert str(done["b"].findings[0]) == (
        "notebooks/b.ipynb#cell-2:2: the code stopped with ValueError: too\n"
        "  Fix: In JupyterLab, choose Run > Restart Kernel and Run All Cells to see it happen. "
        "If readers are to see this error, tag the cell 'raises-exception'."
    )
    assert text(done["b"]) == "'before'"
    assert "papermill" not in str(done["b"].notebook)
    last = content.store.read_notebook(content.store.read_last("b.ipynb", ""))
    assert last.cells[0].source == "'good'"
    assert content.reasons()["b"] == "code changed"


@pytest.mark.parametrize(
    ("code", "message", "fix"),
    [
        (
            "input('Name? ')",
            (
                "the code stopped with StdinNotImplementedError: raw_input was called, but this "
                "frontend does not support input requests."
            ),
            "Nobody can answer during a build; give the value in the 'parameters' cell.",
        ),
        (
            "import nowhere.at.all",
            "the code stopped with ModuleNotFoundError: No module named 'nowhere'",
            (
                "Install 'nowhere' where Galley is installed, for example with 'pip install "
                "nowhere', or put the module beside the notebook."
            ),
        ),
        (
            "open('gone.csv')",
            (
                "the code stopped with FileNotFoundError: [Errno 2] No such file or directory: "
                "'gone.csv'"
            ),
            "Files are looked for from the notebook's own folder; check the name and the folder.",
        ),
        (
            "import os; os._exit(3)",
            "the kernel died while it ran the code",
            (
                "The code ended its own process or ran out of memory. In JupyterLab, choose Run > "
                "Restart Kernel and Run All Cells to see it happen."
            ),
        ),
        (
            "import sys; sys.exit()",
            "the code stopped with SystemExit",
            (
                "In JupyterLab, choose Run > Restart Kernel and Run All Cells to see it happen. "
                "If readers are to see this error, tag the cell 'raises-exception'."
            ),
        ),
    ],
)
def test_a_failing_cell_is_told_with_its_fix(
    content: Any, code: Any, message: Any, fix: Any
) -> None:
    content.article("a.ipynb", code, "'never'")
    executed = content.build()["a"]
    assert executed.status == "excepted"
    assert (executed.findings[0].message, executed.findings[0].fix) == (message, fix)
    assert executed.findings[0].place.cell == "cell-1"


@pytest.mark.parametrize(
    ("limits", "code", "message"),
    [
        (
            {"cell_seconds": 1},
            "import time; time.sleep(60)",
            "the cell ran longer than its limit of 1 s and was stopped",
        ),
        (
            {"article_seconds": 1},
            "while True: pass",
            "the article's code ran longer than its limit of 1 s and was stopped",
        ),
        (
            {"output_megabytes": 0.5},
            "while True: print('x' * 10_000)",
            "the code put out more than its limit of 0.5 MB and was stopped",
        ),
    ],
)
def test_code_that_never_ends_is_stopped_at_its_limit(
    content: Any, limits: Any, code: Any, message: Any
) -> None:
    content.config = SiteConfig(limits=Limits(**limits))
    content.article("a.ipynb", code)
    executed = content.build()["a"]
    assert (executed.status, executed.findings[0].message) == ("excepted", message)
    assert executed.seconds < 30


def test_a_kernel_that_cannot_start_is_told_with_what_it_said(
    content: Any, monkeypatch: Any, tmp_path: Any
) -> None:
    kernels = tmp_path / "jupyter" / "kernels" / "broken"
    kernels.mkdir(parents=True)
    (kernels / "kernel.json").write_text(
        '{"argv": ["python", "-c", "raise SystemExit(\'no such thing\')"], '
        '"display_name": "Broken", "language": "python"}'
    )
    monkeypatch.setenv("JUPYTER_PATH", str(tmp_path / "jupyter"))
    content.article("a.ipynb", "1", kernel={"name": "broken"})
    executed = content.build()["a"]
    assert executed.status == "errored"
    assert executed.findings[0].message == ("the kernel 'broken' could not start: no such thing")


def test_wrong_parameters_keep_the_kernel_from_starting(content: Any, tagged: Any) -> None:
    content.article("a.ipynb", tagged("days = 3", "parameters"), editions={"patient": {"dayz": 4}})
    executed = content.build()["a/patient"]
    assert (executed.status, executed.was_run) == ("errored", False)


def test_an_outcome_that_cannot_be_kept_is_still_good_and_said(content: Any, text: Any) -> None:
    content.article("a.ipynb", "1 + 1")
    (job,) = content.plan().jobs
    store = content.store
    (store.root / "runs").write_text("in the way", encoding="utf-8")
    (executed,) = execute_all([job], store=store, jobs_at_once=1)
    assert (executed.status, text(executed)) == ("succeeded", "2")
    assert [finding.rule for finding in executed.findings] == ["store-unwritable"]


def test_progress_counts_the_cells_that_hold_code(content: Any, tagged: Any) -> None:
    content.article("a.ipynb", tagged("days = 3", "parameters"), "", "days")
    seen: list[Progress] = []
    jobs = content.plan(parameters={"days": "4"}).jobs
    list(execute_all(jobs, store=content.store, jobs_at_once=1, on_progress=seen.append))
    assert [(event.stage, event.cell, event.cells) for event in seen] == [
        ("started", 0, 2),
        ("cell", 1, 2),
        ("cell", 2, 2),
        ("finished", 2, 2),
    ]


def test_stopping_early_ends_every_kernel_within_seconds(content: Any) -> None:
    content.article("a.ipynb", "1")
    content.article("b.ipynb", "import os; os.system('sleep 60')")
    content.article("c.ipynb", "while True: pass")
    jobs = content.plan().jobs
    with closing(execute_all(jobs, store=content.store, jobs_at_once=2)) as outcomes:
        assert next(outcomes).status == "succeeded"
        wait_for_kernels(1)
        stopped_s = time.monotonic()
    assert time.monotonic() - stopped_s < 5


def test_an_interrupted_build_ends_its_kernels(tmp_path: Any) -> None:
    code = (
        f"import sys; sys.path.insert(0, {str(HERE)!r})\n"
        "import pathlib, conftest\n"
        f"content = conftest.Content(pathlib.Path({str(tmp_path)!r}))\n"
        "content.article('a.ipynb', 'while True: pass')\n"
        "content.build()"
    )
    with subprocess.Popen([sys.executable, "-c", code], stderr=subprocess.PIPE) as build:
        kernels = wait_for_kernels(2)
        build.send_signal(signal.SIGINT)
        _, said = build.communicate(timeout=30)
    assert build.returncode != 0
    assert b"KeyboardInterrupt" in said
    assert psutil.wait_procs(kernels, timeout=3)[1] == []


def wait_for_kernels(count: Any) -> None:
    """Return the processes below this one, once there are that many."""
    for _ in range(300):
        children = psutil.Process().children(recursive=True)
        if len(children) >= count:
            time.sleep(1)
            return children
        time.sleep(0.1)
    raise AssertionError("no kernel started")
