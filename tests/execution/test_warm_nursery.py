"""The nursery: which kernels it forks, and that it leaves no process behind."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import psutil
import pytest

pytestmark = [
    pytest.mark.kernel,
    pytest.mark.skipif(sys.platform != "linux", reason="kernels are forked on Linux only"),
]
HERE = Path(__file__).parent
PATIENCE_S = 30
LAUNCHER = ("-m", "ipykernel_launcher", "-f", "{connection_file}")
KINDS = pytest.mark.parametrize("kernel", ["warm", "ordinary"])
IS_WARM = "import os\n'launch_nursery' in open(f'/proc/{os.getpid()}/cmdline').read()"
# A process of its own session, whose parent has ended: the hardest to find again.
DAEMON = """
import os, subprocess, sys
subprocess.run([sys.executable, "-c", '''
import os
if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        open("daemon", "w").write(str(os.getpid()))
        os.execvp("sleep", ["sleep", "600"])
'''])
while not os.path.exists("daemon") or not open("daemon").read(): pass
"""


def kernel_spec(folder: Path, name: str, **fields: Any) -> None:
    place = folder / "jupyter" / "kernels" / name
    place.mkdir(parents=True)
    spec = {
        "argv": [sys.executable, *LAUNCHER],
        "display_name": name,
        "language": "python",
    } | fields
    (place / "kernel.json").write_text(json.dumps(spec))


def test_python_kernels_are_forked_unless_that_is_unwanted(content: Any, text: Any) -> None:
    content.article("a.ipynb", IS_WARM, cache="never")
    assert text(content.build()["a"]) == "True"
    assert text(content.build(warm=False)["a"]) == "False"


@pytest.mark.parametrize(
    ("name", "fields"),
    [
        ("settings", {"env": {"DOSE": "7"}}),
        ("options", {"argv": [sys.executable, "-I", *LAUNCHER]}),
        ("elsewhere", {"argv": ["{link}", *LAUNCHER]}),
    ],
)
def test_a_kernel_that_is_not_quite_this_python_starts_in_the_ordinary_way(
    content: Any, text: Any, monkeypatch: Any, name: str, fields: Any
) -> None:
    tmp_path = content.root / "aside"
    tmp_path.mkdir()
    link = tmp_path / "bin" / "python"
    link.parent.mkdir()
    link.write_text(f'#!/bin/sh\nexec {sys.executable} "$@"\n')
    link.chmod(0o755)
    kernel_spec(tmp_path, name, **json.loads(json.dumps(fields).replace("{link}", str(link))))
    monkeypatch.setenv("JUPYTER_PATH", str(tmp_path / "jupyter"))
    content.article("a.ipynb", IS_WARM, kernel={"name": name})
    assert text(content.build()["a"]) == "False"


def test_a_package_that_starts_threads_keeps_kernels_from_being_forked(tmp_path: Path) -> None:
    from galley.execution.kernel_environment import kernel_environment
    from galley.execution.warm.nursery import open_nursery

    packages = tmp_path / "lib" / "site-packages"
    packages.mkdir(parents=True)
    (packages / "busy.py").write_text(
        "import threading, time\n"
        "threading.Thread(target=time.sleep, args=(600,), daemon=True).start()\n"
    )
    env = kernel_environment(os.environ) | {"PYTHONPATH": str(packages)}
    nursery = open_nursery(env, ["busy"])
    nursery.prepare()
    assert nursery.problem.result(PATIENCE_S) == "a package starts threads when it is loaded"
    nursery.close()


def test_a_module_that_is_not_installed_keeps_kernels_from_being_forked(tmp_path: Path) -> None:
    from galley.execution.kernel_environment import kernel_environment
    from galley.execution.warm.nursery import open_nursery

    (tmp_path / "mine.py").write_text("")
    env = kernel_environment(os.environ) | {"PYTHONPATH": str(tmp_path)}
    nursery = open_nursery(env, ["mine", "not_there_at_all"])
    nursery.prepare()
    assert nursery.problem.result(PATIENCE_S) == "mine is not an installed package"
    nursery.close()


@KINDS
def test_what_a_cell_leaves_running_ends_with_its_article(content: Any, kernel: str) -> None:
    content.article("a.ipynb", DAEMON, "subprocess.Popen(['sleep', '600']).pid")
    executed = content.build(warm=kernel == "warm")["a"]
    assert executed.status == "succeeded"
    assert not psutil.pid_exists(int((content.root / "daemon").read_text()))
    assert not psutil.pid_exists(int(executed.notebook.cells[1].outputs[0].data["text/plain"]))


@KINDS
def test_a_daemon_of_a_cell_lives_as_long_as_its_kernel(
    content: Any, text: Any, kernel: str
) -> None:
    alive = "import time; time.sleep(1); os.path.exists('/proc/' + open('daemon').read())"
    content.article("a.ipynb", DAEMON, alive)
    content.article("b.ipynb", "1")
    assert text(content.build(warm=kernel == "warm")["a"]) == "True"


@KINDS
def test_a_build_that_is_killed_leaves_nothing_behind(tmp_path: Path, kernel: str) -> None:
    stubborn = "import signal\nfor n in (2, 15): signal.signal(n, signal.SIG_IGN)\n"
    code = (
        f"import sys; sys.path.insert(0, {str(HERE)!r})\n"
        "import pathlib, conftest\n"
        f"content = conftest.Content(pathlib.Path({str(tmp_path)!r}))\n"
        f"content.article('a.ipynb', {DAEMON!r}, {stubborn + 'while True: pass'!r})\n"
        f"content.build(warm={kernel == 'warm'})"
    )
    daemon = tmp_path / "daemon"
    with subprocess.Popen([sys.executable, "-c", code]) as build:
        while not (daemon.exists() and daemon.read_text()) and build.poll() is None:
            time.sleep(0.05)
        below = psutil.Process(build.pid).children(recursive=True)
        build.kill()
    # The nursery, the kernel and the daemon; and the daemon's parent, which nobody has buried.
    assert int(daemon.read_text()) in {process.pid for process in below}
    assert len(below) >= 3
    assert psutil.wait_procs(below, timeout=PATIENCE_S)[1] == []


def test_without_a_nursery_the_running_article_fails_and_the_next_is_run_all_the_same(
    content: Any, text: Any
) -> None:
    kill = f"import os, time; os.kill(os.getppid(), {int(signal.SIGKILL)}); time.sleep(60)"
    content.article("a.ipynb", kill)
    content.article("b.ipynb", "1 + 1")
    done = content.build(jobs_at_once=1)
    assert done["a"].status == "excepted"
    assert done["a"].findings[0].message == "the kernel died while it ran the code"
    assert text(done["b"]) == "2"


def test_sockets_are_only_for_the_user(content: Any, text: Any) -> None:
    code = (
        "import os, ipykernel.connect as c\n"
        "folder = os.path.dirname(c.get_connection_file())\n"
        "oct(os.stat(folder).st_mode & 0o777), min(os.listdir(folder))"
    )
    content.article("a.ipynb", code)
    assert text(content.build()["a"]) == "('0o700', 'kernel-1')"
