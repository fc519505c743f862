"""No cell can stop the batch, and a stopped build goes on where it was."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import psutil
import pytest

from galley.config import Limits, SiteConfig
from galley.execution.kernel_environment import kernel_environment

pytestmark = pytest.mark.kernel
HERE = Path(__file__).parent
IS_POSIX = os.name == "posix"
STUBBORN = (
    "import signal, time\n"
    "for n in (signal.SIGINT, signal.SIGTERM): signal.signal(n, signal.SIG_IGN)\n"
    "while True:\n"
    "    try: time.sleep(1)\n"
    "    except BaseException: pass"
)
ASLEEP = "import os, signal; os.kill(os.getpid(), signal.SIGSTOP)"
EXIT_FIX = "Leave the call out: a kernel ends by itself when its article is done."
MEMORY_FIX = (
    "Work on less data at a time, or write memory_megabytes = 800 under [limits] in site.toml."
)


@pytest.mark.parametrize("code", ["exit()", "quit()", "exit", "get_ipython().ask_exit()"])
def test_a_cell_that_asks_its_kernel_to_end_is_told_so(content: Any, text: Any, code: str) -> None:
    content.article("a.ipynb", "'first'", code, "'never'")
    content.article("b.ipynb", "1 + 1")
    done = content.build()
    assert (done["a"].status, text(done["a"])) == ("excepted", "'first'")
    assert str(done["a"].findings[0]) == (
        "notebooks/a.ipynb#cell-2: the cell ended its kernel with exit() or quit()\n"
        f"  Fix: {EXIT_FIX}"
    )
    assert text(done["b"]) == "2"


@pytest.mark.parametrize(
    "code",
    [
        "kept = bytearray(600_000_000)\nfor at in range(0, len(kept), 4096): kept[at] = 1\n",
        "import subprocess, sys\n"
        "subprocess.run([sys.executable, '-c', 'b = b\"x\" * 600_000_000; import time; "
        "time.sleep(60)'])",
    ],
)
def test_a_cell_that_takes_too_much_memory_is_stopped_with_what_it_started(
    content: Any, code: str
) -> None:
    content.config = SiteConfig(limits=Limits(memory_megabytes=400))
    content.article("a.ipynb", "1", code + "\nimport time; time.sleep(60)")
    executed = content.build()["a"]
    assert executed.status == "excepted"
    assert str(executed.findings[0]) == (
        "notebooks/a.ipynb#cell-2: the code took more memory than its limit of 400 MB and was "
        f"stopped\n  Fix: {MEMORY_FIX}"
    )


@pytest.mark.skipif(not IS_POSIX, reason="Windows has no fork")
def test_memory_that_forked_processes_share_counts_once(content: Any) -> None:
    content.config = SiteConfig(limits=Limits(memory_megabytes=500))
    code = (
        "kept = b'x' * 200_000_000\n"
        "import multiprocessing, time\n"
        "with multiprocessing.get_context('fork').Pool(4) as pool:\n"
        "    pool.map(time.sleep, [1] * 4)"
    )
    content.article("a.ipynb", code)
    assert content.build()["a"].status == "succeeded"


@pytest.mark.skipif(not IS_POSIX, reason="Windows has no fork")
def test_a_cell_that_forks_and_leaves_both_running_ends_with_its_article(
    content: Any, text: Any
) -> None:
    content.article("a.ipynb", "import os, time\nif os.fork() == 0: time.sleep(600)", "'after'")
    executed = content.build()["a"]
    assert (executed.status, text(executed)) == ("succeeded", "'after'")


def test_a_cell_that_reads_standard_input_finds_nothing_there(content: Any, text: Any) -> None:
    content.article("a.ipynb", "import sys; sys.stdin.readline(), sys.stdin.read()")
    assert text(content.build()["a"]) == "('', '')"


@pytest.mark.skipif(not IS_POSIX, reason="these signals are of POSIX")
@pytest.mark.parametrize(
    "code", [STUBBORN, "import os, signal; os.kill(os.getpid(), signal.SIGSTOP)"]
)
def test_a_cell_that_hears_no_signal_is_stopped_at_its_limit(
    content: Any, text: Any, code: str
) -> None:
    content.config = SiteConfig(limits=Limits(cell_seconds=1))
    content.article("a.ipynb", code)
    content.article("b.ipynb", "1 + 1")
    done = content.build(jobs_at_once=1)
    assert [finding.message for finding in done["a"].findings] == [
        "the cell ran longer than its limit of 1 s and was stopped"
    ]
    assert text(done["b"]) == "2"


def test_numerical_libraries_keep_to_one_thread_unless_the_user_says_otherwise(
    content: Any, text: Any, monkeypatch: Any
) -> None:
    names = "'OMP_NUM_THREADS', 'OPENBLAS_NUM_THREADS', 'MKL_NUM_THREADS'"
    content.article("a.ipynb", f"import os; [os.environ[n] for n in ({names})]", cache="never")
    monkeypatch.delenv("OMP_NUM_THREADS", raising=False)
    monkeypatch.setenv("MKL_NUM_THREADS", "3")
    assert text(content.build()["a"]) == "['1', '1', '3']"
    assert kernel_environment({})["NUMEXPR_NUM_THREADS"] == "1"


@pytest.mark.skipif(not IS_POSIX, reason="Windows presses Ctrl-C in another way")
def test_ctrl_c_stops_a_build_at_once_and_the_next_goes_on_where_it_was(
    content: Any, text: Any, tmp_path: Path, tmp_path_factory: Any
) -> None:
    ready = tmp_path_factory.mktemp("aside") / "ready"
    say_so = f"open({str(ready)!r}, 'w').close()"
    code = (
        f"import sys; sys.path.insert(0, {str(HERE)!r})\n"
        "import pathlib, conftest\n"
        f"content = conftest.Content(pathlib.Path({str(tmp_path)!r}))\n"
        "content.article('a.ipynb', '1 + 1')\n"
        f"content.article('b.ipynb', {say_so!r}, {STUBBORN!r})\n"
        "content.article('c.ipynb', '3')\n"
        "content.build(jobs_at_once=1)"
    )
    with subprocess.Popen([sys.executable, "-c", code], stderr=subprocess.DEVNULL) as build:
        while not ready.exists() and build.poll() is None:
            time.sleep(0.05)
        below = psutil.Process(build.pid).children(recursive=True)
        build.send_signal(signal.SIGINT)
        # The least that a machine under load needs; more is the fault that this test looks for.
        assert build.wait(timeout=10) != 0
    assert len(below) >= 2
    assert psutil.wait_procs(below, timeout=3)[1] == []
    content.article("a.ipynb", "1 + 1")
    content.article("b.ipynb", "'mended'")
    content.article("c.ipynb", "3")
    done = content.build()
    assert {name: executed.was_run for name, executed in done.items()} == {
        "a": False,
        "b": True,
        "c": True,
    }
    assert text(done["b"]) == "'mended'"


@pytest.mark.skipif(not IS_POSIX, reason="Windows presses Ctrl-C in another way")
def test_ctrl_c_stops_a_build_that_is_only_starting(tmp_path: Path) -> None:
    code = (
        f"import sys; sys.path.insert(0, {str(HERE)!r})\n"
        "import os, pathlib, signal, threading, conftest\n"
        f"content = conftest.Content(pathlib.Path({str(tmp_path)!r}))\n"
        "for name in 'abcd': content.article(f'{name}.ipynb', 'import time; time.sleep(60)')\n"
        "jobs = content.plan().jobs\n"
        "stop = lambda: os.kill(os.getpid(), signal.SIGINT)\n"
        "threading.Timer(float(sys.argv[1]), stop).start()\n"
        "list(conftest.execute_all(jobs, store=content.store, jobs_at_once=2))"
    )
    for delay in ("0.01", "0.3", "0.8", "1.5"):
        stopped = subprocess.run(
            [sys.executable, "-c", code, delay], check=False, capture_output=True, timeout=30
        )
        assert stopped.returncode != 0
        assert b"KeyboardInterrupt" in stopped.stderr
