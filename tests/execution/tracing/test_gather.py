"""From a record of what a kernel did, and from its code, to a trace."""

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from galley.execution.tracing.gather import gather
from galley.execution.tracing.places import Places
from galley.execution.tracing.present import Present
from galley.execution.tracing.ran import Ran
from galley.execution.tracing.record import Record, parse_record
from galley.execution.tracing.trace import CHANGED_MEANWHILE, Remark, Trace

Line = list[Any]


class Desk:
    """A content folder, an environment, and the records of kernels that used them."""

    def __init__(self, folder: Path) -> None:
        self.root, self.site = folder / "content", folder / "env" / "lib" / "site-packages"
        self.root.mkdir()
        self.site.mkdir(parents=True)
        for package in ("numpy-2.0", "ipykernel-7.4", "ipython-9.18", "pandas-3.0"):
            self.install(package)

    def install(self, package: str, needs: str = "") -> None:
        folder = self.site / f"{package}.dist-info"
        folder.mkdir()
        name = package.split("-", maxsplit=1)[0]
        (folder / "RECORD").write_text(f"{name}/__init__.py,,\n")
        (folder / "METADATA").write_text(f"Requires-Dist: {needs}\n\n" if needs else "\n")

    def file(self, name: str, text: str = "1") -> Path:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    def use(self, kind: str, name: str, cell: int = 1) -> Line:
        """Return what a recorder says of a file that is used as it is now."""
        path = self.root / name
        found = path.stat() if path.exists() else None
        return [kind, cell, str(path), *((found.st_size, found.st_mtime_ns) if found else (-1, 0))]

    def present(self) -> Present:
        prefix = str(self.site.parents[1])
        return Present(Places(self.root, (), (prefix,)), python="3.11.7", executable="/python")

    def record(self, *lines: Line) -> Record:
        facts = {
            "schema": 1,
            "python": "3.11.7",
            "executable": "/python",
            "prefixes": [str(self.site.parents[1])],
            "library": str(self.site.parent),
            "sites": [str(self.site)],
        }
        search = ["path", [str(self.site.parent), str(self.root), str(self.site)]]
        start: list[Line] = [["start", facts], ["preloaded", ["dateutil", "zmq"]]]
        cells: list[Line] = [["cell", 1], ["cell", 2]]
        text = "\n".join(json.dumps(line) for line in (*start, *cells, *lines, search))
        record = parse_record(text)
        assert record is not None
        return record

    def trace(self, *lines: Line, cells: tuple[str, ...] = ("", "")) -> Trace:
        return gather(self.record(*lines), Ran(cells, (0, 1), self.root), self.present())


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def test_a_file_that_was_read_is_an_input_of_its_cells(desk: Desk) -> None:
    desk.file("data/a.csv")
    trace = desk.trace(desk.use("read", "data/a.csv", 1), desk.use("read", "data/a.csv", 2))
    assert trace.files == {"data/a.csv": desk.present().digest("data/a.csv")}
    assert trace.cells == {"data/a.csv": [0, 1]}


def test_a_file_that_was_written_before_it_was_read_is_no_input(desk: Desk) -> None:
    lines = [desk.use("write", "out.csv"), desk.use("read", "out.csv")]
    desk.file("out.csv")
    trace = desk.trace(*lines)
    assert (trace.files, trace.made) == ({}, ("out.csv",))


def test_a_file_that_was_read_before_it_was_written_is_an_input_as_it_is_left(desk: Desk) -> None:
    desk.file("log.csv", "before")
    lines = [desk.use("read", "log.csv"), desk.use("write", "log.csv")]
    desk.file("log.csv", "after it")
    assert desk.trace(*lines).files == {"log.csv": desk.present().digest("log.csv")}


def test_a_file_that_somebody_changed_meanwhile_never_stands(desk: Desk) -> None:
    desk.file("data.csv", "before")
    line = desk.use("read", "data.csv")
    desk.file("data.csv", "after it")
    assert desk.trace(line).files == {"data.csv": CHANGED_MEANWHILE}


def test_a_file_that_was_not_there_counts_as_absent(desk: Desk) -> None:
    assert desk.trace(desk.use("read", "later.csv")).files == {"later.csv": ""}


def test_files_of_galley_python_packages_and_programs_are_no_inputs(desk: Desk) -> None:
    names = (".ipynb_checkpoints/a.ipynb", "__pycache__/a.pyc", ".git/HEAD")
    for name in names:
        desk.file(name)
    inside = desk.site / "numpy" / "data.txt"
    lines = [desk.use("read", name) for name in names]
    lines += [["read", 1, path, 1, 1] for path in (str(inside), "/etc/hosts", "/proc/cpuinfo")]
    assert desk.trace(*lines).files == {}


def test_the_stores_and_the_sites_folders_are_no_inputs(desk: Desk) -> None:
    desk.file("site/index.html")
    present = desk.present()
    present.places = Places(desk.root, (desk.root / "site",))
    record = desk.record(desk.use("read", "site/index.html"), ["list", 1, str(desk.root / "site")])
    trace = gather(record, Ran(("", ""), (0, 1), desk.root), present)
    assert (trace.files, trace.folders) == ({}, {})


def test_a_file_beside_the_content_folder_counts_by_its_whole_path(desk: Desk) -> None:
    path = desk.root.parent / "shared.csv"
    path.write_text("1")
    line: Line = ["read", 1, str(path), 1, path.stat().st_mtime_ns]
    assert list(desk.trace(line).files) == [str(path)]


def test_a_passing_file_of_a_program_is_no_input(desk: Desk, tmp_path: Path) -> None:
    gone = tmp_path / "passing.tmp"
    assert desk.trace(["read", 1, str(gone), 1, 1]).files == {}


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("h5py.File('trial.h5')", ["trial.h5"]),
        ("h5py.File(Path('data') / 'inner.h5')", ["data/inner.h5", "data/other.h5"]),
        ("h5py.File('./data/../trial.h5')", ["trial.h5"]),
        ("for name in glob('data/i*.h5'): h5py.File(name)", ["data/inner.h5"]),
        ("h5py.File('gone.h5')", []),
    ],
)
def test_files_that_texts_name_count_because_a_library_may_open_them_unseen(
    desk: Desk, cell: str, names: list[str]
) -> None:
    for name in ("trial.h5", "data/inner.h5", "data/other.h5", "unused.h5"):
        desk.file(name)
    trace = desk.trace(cells=("import h5py\nfrom glob import glob", cell))
    assert sorted(trace.files) == names
    assert [remark.rule for remark in trace.remarks] == ([] if names else ["unseen"])


def test_a_text_in_a_module_is_seen_from_the_module_and_from_the_notebook(desk: Desk) -> None:
    desk.file("lib/reader.py", "A = 'beside.csv'\nB = 'top.csv'")
    desk.file("lib/beside.csv")
    desk.file("top.csv")
    trace = desk.trace(desk.use("module", "lib/reader.py"))
    assert sorted(trace.files) == ["lib/beside.csv", "top.csv"]


def test_modules_packages_and_variables_are_known_from_events_and_code(desk: Desk) -> None:
    desk.file("model.py", "import os\nYEAR = os.environ['YEAR']\nimport pandas")
    trace = desk.trace(
        desk.use("module", "model.py"), ["package", 1, "numpy"], ["import", 1, "numpy"]
    )
    assert trace.modules == {"model.py": desk.present().digest("model.py")}
    assert trace.packages == {
        "ipykernel": "7.4",
        "ipython": "9.18",
        "numpy": "2.0",
        "pandas": "3.0",
    }
    assert trace.variables == {"YEAR": ""}


def test_the_kernels_own_packages_count_only_where_code_imports_them(desk: Desk) -> None:
    desk.install("zmq-27.3")
    assert "zmq" not in desk.trace(["package", 1, "zmq"]).packages
    assert desk.trace(cells=("import zmq", "")).packages["zmq"] == "27.3"


def test_a_package_that_was_loaded_before_counts_where_a_used_one_rests_on_it(desk: Desk) -> None:
    desk.install("dateutil-3.0")
    desk.install("zmq-27.3")
    desk.install("seaborn-0.14", needs="dateutil")
    desk.install("plotly-6.0", needs="zmq")
    used = desk.trace(["package", 1, "seaborn"], ["package", 1, "plotly"]).packages
    assert used["dateutil"] == "3.0"
    # Kernels are made of this one, whatever the article does.
    assert "zmq" not in used


def test_names_that_were_found_nowhere_are_remembered(desk: Desk) -> None:
    (desk.site / "numpy").mkdir()
    trace = desk.trace(["import", 1, "numexpr"], ["import", 1, "numpy"], ["import", 1, "json"])
    assert (trace.missing, trace.imports) == (("numexpr",), ("numexpr", "numpy"))
    assert trace.search == (".",)


def test_a_submodule_that_is_not_there_counts_when_it_comes(desk: Desk) -> None:
    desk.file("pkg/__init__.py", "")
    trace = desk.trace(desk.use("module", "pkg/__init__.py"), cells=("from pkg import extra", ""))
    assert trace.files == {"pkg/extra.py": ""}


def test_a_listed_folder_counts_unless_the_article_made_it(desk: Desk) -> None:
    desk.file("many/a.txt")
    made = desk.use("write", "out")
    desk.file("out/b.txt")
    lines: list[Line] = [["list", 2, str(desk.root / name)] for name in ("many", "out")]
    trace = desk.trace(made, *lines)
    assert (list(trace.folders), trace.cells) == (["many"], {"many": [1]})


@pytest.mark.parametrize(
    ("cells", "lines", "remark"),
    [
        (("import time", "time.time()"), [], Remark("clock", "time.time", 1)),
        (("import os\nos.environ[name]", ""), [], Remark("variables", "", 0)),
        (
            ("", ""),
            [["network", 2, "api.example.org", ""]],
            Remark("network", "api.example.org", 1),
        ),
        (("", ""), [["program", 1, "git", ""]], Remark("program", "git", 0)),
        (("import netCDF4", "x = 1"), [], Remark("unseen", "netCDF4", 0)),
    ],
)
def test_what_cannot_be_followed_is_remarked_with_its_cell(
    desk: Desk, cells: tuple[str, str], lines: list[Line], remark: Remark
) -> None:
    assert desk.trace(*lines, cells=cells).remarks == (remark,)


def test_the_python_of_another_environment_counts_by_its_program(desk: Desk) -> None:
    other = desk.root.parent / "other-python"
    other.write_text("1")
    record = desk.record()
    record.executable = str(other)
    trace = gather(record, Ran(("", ""), (0, 1), desk.root), desk.present())
    assert list(trace.files) == [os.path.realpath(other)]


@pytest.mark.parametrize(
    "damage",
    [
        lambda _text: "",
        lambda text: text[:-5],
        lambda text: text.replace('"schema": 1', '"schema": 2'),
        lambda text: text + '\n["fault", 1, "open", "x"]',
        lambda text: text + '\n["unheard-of", 1]',
        lambda text: "\n".join(line for line in text.splitlines() if '"cell"' not in line),
    ],
)
def test_a_record_that_is_not_whole_is_of_no_use(damage: Callable[[str], str]) -> None:
    start = {
        "schema": 1,
        "python": "3",
        "executable": "",
        "prefixes": [],
        "library": "",
        "sites": [],
    }
    lines: list[Line] = [["start", start], ["cell", 1], ["read", 1, "/a", 1, 1]]
    text = "\n".join(json.dumps(line) for line in lines)
    assert parse_record(text) is not None
    assert parse_record(damage(text)) is None
