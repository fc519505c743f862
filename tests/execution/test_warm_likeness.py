"""A warm kernel gives the same bytes as an ordinary one."""

import difflib
import json
import re
import sys
from pathlib import Path
from typing import Any

import nbformat
import pytest

from galley.execution.run import run_notebook
from galley.execution.running import RunningKernels

pytestmark = [
    pytest.mark.kernel,
    pytest.mark.skipif(sys.platform != "linux", reason="kernels are forked on Linux only"),
]

STATE = """
import importlib.util, logging, os, signal, sys, threading, warnings
unlike = {"GALLEY_TRACE", "JPY_PARENT_PID"}
def show_filters():
    print([(f[0], str(f[1]), f[2].__name__, str(f[3]), f[4]) for f in warnings.filters])
show_filters()
print(sorted(sys.modules))
print(sys.path, sys.argv[:1], sys.argv[3:], len(sys.orig_argv), sys.flags, sys.executable)
print(sorted((k, v) for k, v in os.environ.items() if k not in unlike))
print([signal.getsignal(n) for n in (signal.SIGINT, signal.SIGTERM, signal.SIGCHLD)])
print(sorted(thread.name.split("-")[0] for thread in threading.enumerate()))
print(__name__, sorted(globals()), os.path.samefile(os.getcwd(), "."), os.getpgid(0) == os.getpid())
print(logging.root.handlers, logging.root.level, sys.stdin.read(), sys.getrecursionlimit())
print(hash("same"), sys.dont_write_bytecode, sys.gettrace(), sys.getprofile())
found = importlib.util.find_spec("numpy"), importlib.util.find_spec("csv")
print([(s.origin, s.submodule_search_locations, s.has_location, s.cached) for s in found])
print(sorted(int(n) for n in os.listdir("/proc/self/fd"))[:3])
"""
IMPORTS = """
import matplotlib.pyplot as plt, numpy as np
print(sorted(sys.modules))
print([hasattr(np, name) for name in ("random", "fft", "testing")])
print(plt.get_backend(), sorted(map(str, plt.rcParams.items())))
print(np.__spec__.origin, type(plt.__loader__), plt.__spec__.loader is plt.__loader__)
show_filters()
"""
PLAIN = r"""
fig, ax = plt.subplots()
ax.plot(np.arange(5) ** 2, label="$x^2$")
ax.set_title(r"A title with $\frac{a}{b}$ and é")
ax.legend(); ax.fill_between([1, 2], [3, 4]); ax.imshow(np.eye(3), aspect="auto")
plt.show()
plt.hist(np.random.default_rng(7).normal(size=50));
"""
RANDOM = """
import random
random.seed(3); np.random.seed(4)
print(random.random(), np.random.rand(2), np.random.default_rng(5).random(), {"a", "b", "c", "d"})
"""
PICKLES = """
import dataclasses, pickle, typing
@dataclasses.dataclass
class Dose:
    hours: "float" = 1.0
copied = pickle.loads(pickle.dumps(Dose(2)))
print(copied, type(copied) is Dose, Dose.__module__, typing.get_type_hints(Dose))
print(sys.modules["__main__"].Dose is Dose, pickle.loads(pickle.dumps(np.float64(2))))
"""
MAGICS = """
%matplotlib inline
%config InlineBackend.figure_formats = ["png"]
plt.plot([3, 2, 1])
"""
SHELL = """
!echo from the shell
print(os.popen("echo piped").read())
print("to stderr", file=sys.stderr)
warnings.warn("careful"); np.polyfit([1, 1], [1, 1], 3)
"""
SPREAD = """
import multiprocessing, subprocess
with multiprocessing.get_context("fork").Pool(2) as pool: print(pool.map(abs, [-1, -2]))
with multiprocessing.get_context("spawn").Pool(1) as pool: print(pool.map(abs, [-3]))
print(subprocess.run(["cat"], capture_output=True, text=True).stdout == "")
"""
ERROR = "import helper\nhelper.fail()"
AWAIT = "import asyncio\nawait asyncio.sleep(0, result='awaited')"
SCIENCE = """
import pandas as pd, scipy.stats
print(sorted(sys.modules)); show_filters()
display(pd.DataFrame({"dose": [1.0, 2.0]}))
print(scipy.stats.norm(0, 1).cdf(1), scipy.stats.ttest_ind([1, 2, 3], [2, 3, 5]))
"""
FIGURE = """
from galley_figures import plasticity_window
print(sorted(sys.modules))
plasticity_window(lang="en", audience="patient")
"""
LAST = "print(sorted(sys.modules)); show_filters(); _, __, Out.keys(), len(In)"


def both(content: Any) -> tuple[Any, Any]:
    """Return the outcomes of a warm and of an ordinary run of the content's one article."""
    (warm,) = content.build().values()
    (cold,) = content.build(warm=False).values()
    assert (warm.was_run, cold.was_run) == (True, True)
    return warm, cold


def differences(warm: Any, cold: Any) -> list[str]:
    """Return the words and numbers in which the outputs differ."""
    ours, theirs = (
        re.split(r"(?<=[\s,>])", "\n".join(str(cell.outputs) for cell in executed.notebook.cells))
        for executed in (warm, cold)
    )
    return [line for line in difflib.unified_diff(ours, theirs, n=0) if line[0] in "+-"]


def test_everything_that_code_can_see_is_the_same(content: Any, tagged: Any) -> None:
    (content.root / "helper.py").write_text("def fail():\n    raise ValueError('x')\n")
    meant = tagged(ERROR, "raises-exception")
    visible = (STATE, IMPORTS, PLAIN, RANDOM, PICKLES, MAGICS, SHELL, SPREAD, meant, AWAIT)
    content.article("a.ipynb", *visible, "np.zeros?", LAST, cache="never")
    warm, cold = both(content)
    assert (warm.status, warm.findings) == ("succeeded", ())
    assert "".join(differences(warm, cold)) == ""
    assert nbformat.writes(warm.notebook) == nbformat.writes(cold.notebook)


def test_figures_of_the_library_and_packages_that_were_not_made_ready_are_the_same(
    content: Any,
) -> None:
    content.article("a.ipynb", STATE, FIGURE, SCIENCE, LAST, cache="never")
    warm, cold = both(content)
    assert (warm.status, warm.findings) == ("succeeded", ())
    assert "".join(differences(warm, cold)) == ""


def test_no_two_kernels_have_the_same_random_numbers(content: Any, text: Any) -> None:
    code = "import random, numpy as np\nrandom.random(), np.random.rand(), np.random.randint(10**9)"
    content.article("a.ipynb", code)
    content.article("b.ipynb", code + "\n")
    content.article("c.ipynb", code + "\n\n")
    drawn = [text(executed) for executed in content.build().values()]
    assert len(set(drawn)) == len(drawn) == 3


@pytest.mark.parametrize("name", ["numpy.py", "PIL/__init__.py", "dateutil.py", "csv.py"])
def test_a_module_beside_the_notebook_counts_as_it_would_in_an_ordinary_kernel(
    content: Any, text: Any, name: str
) -> None:
    path = content.root / name
    path.parent.mkdir(exist_ok=True)
    path.write_text("here = True")
    module = name.removesuffix(".py").removesuffix("/__init__")
    content.article("a.ipynb", f"import {module}\nprint(hasattr({module}, 'here'))", cache="never")
    warm, cold = both(content)
    # The standard library comes before the folder, and dateutil is part of the kernel itself.
    assert text(warm) == text(cold) == f"{name in {'numpy.py', 'PIL/__init__.py'}}\n"


def test_a_module_that_a_cell_puts_first_on_the_path_is_the_one_imported(
    content: Any, text: Any
) -> None:
    (content.root / "lib").mkdir()
    (content.root / "lib" / "kiwisolver.py").write_text("__version__ = '99'")
    code = (
        "import sys; sys.path.insert(0, 'lib')\nimport matplotlib, kiwisolver\nkiwisolver.__file__"
    )
    content.article("a.ipynb", code, cache="never")
    warm, cold = both(content)
    assert text(warm) == text(cold)
    assert "lib/kiwisolver.py" in text(warm)


@pytest.mark.parametrize(
    "first",
    [
        "pass",
        "open('matplotlibrc', 'w').write('lines.linewidth: 7')",
        "import os; os.environ['MPLBACKEND'] = 'svg'",
        "import os; os.environ['MATPLOTLIBRC'] = 'other'",
    ],
)
def test_settings_that_matplotlib_reads_when_it_is_loaded_are_heeded(
    content: Any, text: Any, first: str
) -> None:
    (content.root / "other").mkdir()
    (content.root / "other" / "matplotlibrc").write_text("lines.linewidth: 5")
    show = "import matplotlib.pyplot as plt, matplotlib\nplt.figure()\n"
    show += "matplotlib.rcParams['lines.linewidth'], matplotlib.get_backend()"
    content.article("a.ipynb", first, show, cache="never")
    warm, cold = both(content)
    assert text(warm) == text(cold)
    assert ("1.5" in text(warm)) == (first == "pass" or "BACKEND" in first)


def test_what_is_recorded_of_a_run_is_the_same(content: Any) -> None:
    (content.root / "helper.py").write_text("x = 1")
    (content.root / "d.csv").write_text("a,b\n1,2\n")
    content.article(
        "a.ipynb",
        "import matplotlib.pyplot as plt, helper\nplt.plot([1, 2]);",
        "import pandas as pd\npd.read_csv('d.csv')",
        "import scipy.stats",
        "print(1)",
    )
    (job,) = content.plan().jobs
    records = [content.root / "warm.jsonl", content.root / "cold.jsonl"]
    for path in records:
        with RunningKernels(are_warm=path.name == "warm.jsonl") as running:
            running.prepare()
            assert run_notebook(job, running, lambda _number: None, path).failure is None
    warm, cold = (recorded(path) for path in records)
    # What matplotlib keeps of the machine's fonts it has read before the fork.
    assert {line for line in warm ^ cold if "fontlist" not in str(line)} == set()
    assert ("package", 2, "pandas") in warm
    assert ("import", 1, "matplotlib") in warm


def recorded(path: Path) -> set[tuple[Any, ...]]:
    """Return what a record says of the cells, without names that chance has chosen."""
    lines = [json.loads(line) for line in path.read_text().splitlines()]
    kinds = {"import", "list", "module", "package", "preloaded", "program", "read"}
    # In which cell psutil is loaded, and by whom, is a matter of time.
    return {
        tuple(json.dumps(part) if isinstance(part, list) else part for part in line)
        for line in lines
        if line[0] in kinds and line[-1] != "psutil" and not str(line[2:3]).endswith(".zip']")
    }
