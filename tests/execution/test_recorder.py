"""Kernels of every kind record the same: forked, started as a program, of another environment."""

import json
import os
import sys
import time
import venv
from pathlib import Path
from typing import Any

import pytest

pytestmark = [pytest.mark.kernel, pytest.mark.usefixtures("no_orphans")]

CELLS = (
    "import matplotlib.pyplot as plt, numpy as np, os, helper",
    "%%capture\nplt.plot(np.loadtxt('data.csv'))",
    "",
    "plt.show()\nprint(sorted(os.listdir('many')), os.environ.get('GALLEY_TEST_YEAR'))",
)


@pytest.fixture
def article(content: Any) -> Any:
    for name, text in {"data.csv": "1\n2\n", "helper.py": "K = 1\n", "many/a.txt": ""}.items():
        (content.root / name).parent.mkdir(exist_ok=True)
        (content.root / name).write_text(text, encoding="utf-8")
    content.article("a.ipynb", *CELLS, cache="never")
    return content


@pytest.fixture
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("elsewhere")


def install_kernel(folder: Path, python: str, **env: str) -> dict[str, str]:
    """Install a kernelspec and return what a notebook says of it."""
    spec = {
        "argv": [python, "-m", "ipykernel_launcher", "-f", "{connection_file}"],
        "display_name": "Other",
        "language": "python",
        "env": env,
    }
    place = folder / "kernels" / "other"
    place.mkdir(parents=True)
    (place / "kernel.json").write_text(json.dumps(spec), encoding="utf-8")
    return {"name": "other", "display_name": "Other", "language": "python"}


def trace_of(content: Any, **options: Any) -> Any:
    (executed,) = content.build(**options).values()
    assert (executed.status, executed.was_run, executed.findings) == ("succeeded", True, ())
    return executed.job.kept.trace


def test_a_forked_kernel_records_what_an_ordinary_one_does(article: Any) -> None:
    warm, cold = trace_of(article), trace_of(article, warm=False)
    assert warm == cold
    assert set(warm.modules) == {"helper.py"}
    assert set(warm.files) == {"data.csv"}
    assert set(warm.folders) == {"many"}
    assert warm.beside is None
    assert {"numpy", "matplotlib", "matplotlib-inline", "ipykernel"} <= set(warm.packages)
    assert "pandas" not in warm.packages
    # The empty cell does not run; the one with a magic runs another one inside itself.
    assert (warm.cells["data.csv"], warm.cells["many"]) == ([1], [2])


def test_a_kernel_with_an_environment_of_its_own_is_recorded(
    article: Any, elsewhere: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usual = trace_of(article)
    monkeypatch.setenv("JUPYTER_PATH", str(elsewhere / "jupyter"))
    kernel = install_kernel(elsewhere / "jupyter", sys.executable, OTHER="1")
    article.article("a.ipynb", *CELLS, kernel=kernel, cache="never")
    assert trace_of(article) == usual


@pytest.mark.skipif(sys.platform == "win32", reason="environments lie otherwise there")
def test_a_kernel_of_another_environment_depends_on_that_one(
    article: Any, elsewhere: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = elsewhere / "environment"
    venv.create(place, symlinks=True, with_pip=False)
    python = place / "bin" / "python"
    site = next(place.glob("lib/python*/site-packages"))
    (site / "usual.pth").write_text("\n".join(p for p in sys.path if p.endswith("site-packages")))
    monkeypatch.setenv("JUPYTER_PATH", str(elsewhere / "jupyter"))
    kernel = install_kernel(elsewhere / "jupyter", str(python))
    article.article("a.ipynb", "import helper", kernel=kernel)
    trace = trace_of(article)
    assert set(trace.modules) == {"helper.py"}
    assert (trace.executable, str(site) in trace.sites) == (str(python), True)
    assert set(trace.files) == {str(python.resolve())}
    assert article.reasons() == {"a": ""}


def test_a_kernel_that_nobody_can_follow_depends_on_all_files(
    article: Any, elsewhere: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JUPYTER_PATH", str(elsewhere / "jupyter"))
    kernel = install_kernel(elsewhere / "jupyter", sys.executable)
    program = elsewhere / "own_kernel.py"
    program.write_text("from ipykernel.kernelapp import launch_new_instance as go\ngo()")
    spec = elsewhere / "jupyter" / "kernels" / "other" / "kernel.json"
    argv = [sys.executable, str(program), "-f", "{connection_file}"]
    spec.write_text(json.dumps(json.loads(spec.read_text()) | {"argv": argv}))
    article.article("a.ipynb", "import helper; open('out.txt', 'w').write('1')", kernel=kernel)
    trace = trace_of(article)
    assert set(trace.beside) == {"data.csv", "helper.py", "many/a.txt"}
    assert article.reasons() == {"a": "a file beside the articles changed: out.txt"}
    article.build()
    assert article.reasons() == {"a": ""}
    (article.root / "new.csv").write_text("")
    assert article.reasons() == {"a": "a file beside the articles changed: new.csv"}


@pytest.fixture
def writing_bytecode(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PYTHONDONTWRITEBYTECODE", raising=False)


@pytest.mark.usefixtures("writing_bytecode")
def test_bytecode_of_a_module_that_was_just_saved_is_not_kept(content: Any, text: Any) -> None:
    saved_s = time.time() + 5  # as seen by a kernel that takes its time to start
    content.article("a.ipynb", "import helper\nhelper.K", cache="never")
    for number in ("1", "2"):
        # Saved within a second and in the same size, Python would take one for the other.
        (content.root / "helper.py").write_text(f"K = {number}\n")
        os.utime(content.root / "helper.py", (saved_s, saved_s))
        assert text(content.build()["a"]) == number


@pytest.mark.usefixtures("writing_bytecode")
def test_bytecode_of_other_modules_is_kept(content: Any) -> None:
    (content.root / "helper.py").write_text("K = 1\n")
    os.utime(content.root / "helper.py", (1, 1))
    content.article("a.ipynb", "import helper")
    content.build()
    assert list(content.root.glob("__pycache__/helper.*.pyc"))


def test_code_that_closes_all_files_loses_no_record(content: Any) -> None:
    (content.root / "data.csv").write_text("1")
    content.article(
        "a.ipynb",
        "import os\nfor number in range(3, 40):\n"
        "    if os.path.realpath(f'/proc/self/fd/{number}').endswith('.jsonl'): os.close(number)",
        "open('data.csv').read()",
    )
    (executed,) = content.build().values()
    assert set(executed.job.kept.trace.files) == {"data.csv"}


def test_a_fork_of_the_kernel_records_as_well(content: Any) -> None:
    (content.root / "data.csv").write_text("1")
    content.article(
        "a.ipynb",
        "import multiprocessing as m\n"
        "def read(name): return len(open(name).read())\n"
        "with m.get_context('fork').Pool(1) as pool: print(pool.map(read, ['data.csv']))",
    )
    (executed,) = content.build().values()
    assert set(executed.job.kept.trace.files) == {"data.csv"}
