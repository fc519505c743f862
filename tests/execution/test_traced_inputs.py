"""Each change in a content folder, and the set of articles whose code runs again for it.

One content folder serves all tests: its articles have run once. Each test changes something, asks
the plan what would run, and puts things back; the last ones run what they changed.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.kernel

FILES = {
    "alone.py": "K = 10\n",
    "models/__init__.py": "",
    "models/synapse.py": "from models.constants import TAU\n\ndef strength():\n    return TAU\n",
    "models/constants.py": "TAU = 20\n",
    "models/unused.py": "X = 1\n",
    "plugins/late.py": "Z = 1\n",
    "script.py": "W = 1\n",
    "data.csv": "a,b\n1,2\n",
    "many/one.txt": "1",
    "notes.md": "Not read by code.\n",
    "deep/beside.txt": "1",
    "counts.db": "",
    "log.txt": "0",
}
ARTICLES = {
    "alone": ["import alone", "print(alone.K)"],
    "package": [
        "x = 1",
        "#| label: fig-a\nfrom models.synapse import strength\nprint(strength())",
        "#| label: fig-b\nimport models.synapse as s\ns.strength()",
    ],
    "table": ["import numpy as np\nprint(np.loadtxt('data.csv', delimiter=',', skiprows=1))"],
    "lister": ["from pathlib import Path\nprint(sorted(p.name for p in Path('many').iterdir()))"],
    "dynamic": [
        "import importlib, sys\nsys.path.append('plugins')\n"
        "print(importlib.import_module('la' + 'te').Z)"
    ],
    "executed": ["x = 1", "exec(open('script.py').read())\nprint(W)"],
    "variable": ["import os\nprint(os.environ.get('GALLEY_TEST_YEAR'))"],
    "writer": ["open('out.txt', 'w').write('1')", "print(open('out.txt').read())"],
    "appender": ["open('log.txt', 'a').write('1')", "print(len(open('log.txt').read()) > 0)"],
    "optional": ["try:\n    print(open('later.txt').read())\nexcept OSError:\n    print('none')"],
    "asker": ["from pathlib import Path\nprint(Path('asked.txt').exists())"],
    "database": ["import sqlite3\nprint(sqlite3.connect('counts.db').total_changes)"],
    "deep/inner": ["print(open('beside.txt').read())"],
    "installed": ["import toy_package\nprint(toy_package.VERSION)"],
    "named": ["1 + 1"],
    "plain": ["%%time\nx = 1", "2 + 2"],
}
FRONT_MATTER: dict[str, Any] = {"named": {"inputs": ["notes.md"]}}


@pytest.fixture(scope="module")
def site_packages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder of installed packages with one that can change."""
    site = tmp_path_factory.mktemp("python") / "site-packages"
    (site / "toy_package-1.0.dist-info").mkdir(parents=True)
    (site / "toy_package-1.0.dist-info" / "RECORD").write_text("toy_package.py,,\n")
    (site / "toy_package.py").write_text("VERSION = '1.0'\n")
    return site


@pytest.fixture(scope="module")
def built(shared_content: Any, site_packages: Path) -> Any:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", str(site_packages))
        patch.delenv("GALLEY_TEST_YEAR", raising=False)
        for name, text in FILES.items():
            path = shared_content.root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        for name, cells in ARTICLES.items():
            shared_content.article(f"{name}.ipynb", *cells, **FRONT_MATTER.get(name, {}))
        shared_content.article("prose.ipynb")
        done = shared_content.build()
        assert {name for name, e in done.items() if e.status != "succeeded"} == set()
        assert {name for name, e in done.items() if not e.was_run} == {"prose"}
        assert would_run(shared_content) == {}
        yield shared_content


def would_run(content: Any) -> dict[str, str]:
    """Return the articles that a build would run, with their reasons."""
    return {name: reason for name, reason in content.reasons().items() if reason}


def ran(content: Any) -> dict[str, str]:
    """Build, and return the articles whose code ran, with their reasons."""
    return {name: e.job.reason for name, e in content.build().items() if e.was_run}


@contextmanager
def changed(content: Any, name: str, text: str | None) -> Iterator[None]:
    """Write or remove a file for a while, and put back what was there."""
    path = content.root / name
    before = path.read_bytes() if path.exists() else None
    path.write_text(text, encoding="utf-8") if text is not None else path.unlink()
    yield
    path.write_bytes(before) if before is not None else path.unlink()
    assert would_run(content) == {}


@pytest.mark.parametrize(
    ("file", "text", "reasons"),
    [
        (
            "alone.py",
            "K = 99\n",
            {"alone": "alone.py changed since 23 Nov; used in cells cell-1 and cell-2"},
        ),
        (
            "models/constants.py",
            "TAU = 21\n",
            {"package": "models/constants.py changed since 23 Nov; used in cells fig-a and fig-b"},
        ),
        (
            "data.csv",
            "a,b\n3,4\n",
            {"table": "data.csv changed since 23 Nov; used in cell cell-1"},
        ),
        (
            "deep/beside.txt",
            "2",
            {"inner": "deep/beside.txt changed since 23 Nov; used in cell cell-1"},
        ),
        (
            "plugins/late.py",
            "Z = 2\n",
            {"dynamic": "plugins/late.py changed since 23 Nov; used in cell cell-1"},
        ),
        (
            "script.py",
            "W = 2\n",
            {"executed": "script.py changed since 23 Nov; used in cell cell-2"},
        ),
        (
            "log.txt",
            "",
            {"appender": "log.txt changed since 23 Nov; used in cells cell-1 and cell-2"},
        ),
        (
            "notes.md",
            "Still not read by code.\n",
            {"named": "notes.md, named under inputs, changed since 23 Nov"},
        ),
    ],
)
def test_a_changed_file_runs_exactly_the_articles_that_read_it(
    built: Any, file: str, text: str, reasons: dict[str, str]
) -> None:
    with changed(built, file, text):
        assert would_run(built) == reasons


def test_a_database_counts_although_it_is_opened_in_c(built: Any) -> None:
    with changed(built, "counts.db", "x"):
        assert would_run(built) == {
            "database": "counts.db changed since 23 Nov; used in cell cell-1"
        }


@pytest.mark.parametrize(
    ("file", "reasons"),
    [
        (
            "many/two.txt",
            {"lister": "the names of files in many/ changed since 23 Nov; listed in cell cell-1"},
        ),
        ("later.txt", {"optional": "later.txt is new since 23 Nov; used in cell cell-1"}),
        ("asked.txt", {"asker": "asked.txt is new since 23 Nov"}),
        (
            "toy_package.py",
            {"installed": "toy_package.py is new since 23 Nov and has the name of an import"},
        ),
    ],
)
def test_a_new_file_runs_exactly_the_articles_that_looked_for_it(
    built: Any, file: str, reasons: dict[str, str]
) -> None:
    with changed(built, file, ""):
        assert would_run(built) == reasons


@pytest.mark.parametrize(
    "file", ["models/unused.py", "new_module.py", "new.csv", "many/one.txt", "out.txt"]
)
def test_a_file_that_nothing_reads_runs_nothing(built: Any, file: str) -> None:
    with changed(built, file, "other"):
        assert would_run(built) == {}


def test_a_removed_module_runs_the_article_that_imports_it(built: Any) -> None:
    with changed(built, "alone.py", None):
        assert would_run(built) == {
            "alone": "alone.py was removed since 23 Nov; used in cells cell-1 and cell-2"
        }


def test_an_environment_variable_runs_the_article_that_reads_it(built: Any) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("GALLEY_TEST_YEAR", "2026")
        assert would_run(built) == {
            "variable": "environment variable 'GALLEY_TEST_YEAR' was set since 23 Nov; "
            "used in cell cell-1"
        }
    assert would_run(built) == {}


def test_a_package_in_another_version_runs_the_article_that_imports_it(
    built: Any, site_packages: Path
) -> None:
    old, new = (site_packages / f"toy_package-{version}.dist-info" for version in ("1.0", "1.1"))
    old.rename(new)
    assert would_run(built) == {"installed": "a package changed: toy-package 1.0 to 1.1"}
    new.rename(old)
    assert would_run(built) == {}


def test_options_tags_prose_and_front_matter_run_nothing_and_code_does(
    built: Any, prose: Any, tagged: Any
) -> None:
    shown = tagged("#| label: new\n#| caption: New.\n2 + 2", "remove-input", "edition:patient")
    built.article("plain.ipynb", prose("New."), "%%time\nx = 1", shown, title="New", date=None)
    assert would_run(built) == {}
    built.article("plain.ipynb", "%%time\nx = 1", "2 + 3")
    assert would_run(built) == {"plain": "code changed"}
    built.article("plain.ipynb", *ARTICLES["plain"])
    assert would_run(built) == {}


def test_a_build_runs_what_the_plan_says_and_then_nothing(built: Any, text: Any) -> None:
    write(built, "alone.py", "K = 99\n")
    write(built, "models/synapse.py", "def strength():\n    return 5\n")
    write(built, "data.csv", "a,b\n3,4\n")
    assert set(would_run(built)) == {"alone", "package", "table"}
    done = built.build()
    assert {name for name, e in done.items() if e.was_run} == {"alone", "package", "table"}
    assert (text(done["alone"]), text(done["table"])) == ("99\n", "[3. 4.]\n")
    assert ran(built) == {}


def test_what_was_changed_back_stands_without_a_run(built: Any) -> None:
    write(built, "models/constants.py", "TAU = 3\n")
    # The package was changed by the test before and does not use its constants any more.
    assert ran(built) == {}
    write(built, "models/synapse.py", FILES["models/synapse.py"])
    assert set(ran(built)) == {"package"}
    write(built, "models/constants.py", FILES["models/constants.py"])
    assert ran(built) == {}


def write(content: Any, name: str, text: str) -> None:
    (content.root / name).write_text(text, encoding="utf-8")
