"""An article that runs in another place gives what it would give at home, and leaves nothing."""

from __future__ import annotations

import hashlib
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from galley.execution.cluster.parcel import (
    Answer,
    Manifest,
    Request,
    SentFile,
    pack_request,
    unpack_answer,
)
from galley.execution.cluster.versions import read_versions
from galley.execution.cluster.workbench import Workbench
from galley.execution.kernels import Kernel

NO_FILES: dict[str, bytes] = {}
pytestmark = [pytest.mark.kernel, pytest.mark.usefixtures("no_orphans")]


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Workbench]:
    made = Workbench(tmp_path / "bench", "tcp://worker:1")
    yield made
    made.close()
    assert not made.folder.exists()


def request(content, bench, *cells, files=NO_FILES, folders=(), **changes) -> Request:
    source = content.article("part/a.ipynb", *cells)
    sent = {path: SentFile(digest(data), 10**18) for path, data in files.items()}
    manifest = Manifest(sent, folders)
    bench.keep({manifest.digest: manifest.data})
    return replace(
        Request(
            article="part/a.ipynb",
            file="notebooks/part/a.ipynb",
            notebook=source.notebook,
            parameters={},
            kernel="python3",
            language="python",
            limits={},
            day="2026-11-23",
            versions=read_versions().only(["numpy"]),
            manifest=manifest.digest,
        ),
        **changes,
    )


def digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def run(bench: Workbench, asked: Request, root: str = "") -> Answer:
    return unpack_answer(bench.run(pack_request(asked)), root)


def shown(answer: Answer) -> str:
    outputs = [out for cell in answer.outcome["notebook"]["cells"] for out in cell["outputs"]]
    return "".join(output.get("text", "") for output in outputs)


def test_code_reads_the_files_that_were_sent(content, bench):
    files = {"part/n.txt": b"forty-two", "helper.py": b"x = 3"}
    bench.keep({digest(data): data for data in files.values()})
    code = "import os; print(open('n.txt').read(), open('../helper.py').read())"
    times = "print(os.stat('n.txt').st_mtime_ns, os.listdir('../out'))"
    answer = run(bench, request(content, bench, code, times, files=files, folders=("out",)))
    assert (answer.kind, answer.worker) == ("ran", "tcp://worker:1")
    assert shown(answer) == f"forty-two x = 3\n{10**18} []\n"


def test_files_that_are_not_there_are_asked_for(content, bench):
    files = {"n.txt": b"1", "m.txt": b"2"}
    bench.keep({digest(b"1"): b"1"})
    answer = run(bench, request(content, bench, "1", files=files))
    assert (answer.kind, answer.missing) == ("missing", (digest(b"2"),))
    answer = run(bench, request(content, bench, "1", manifest=digest(b"list")))
    assert (answer.kind, answer.missing) == ("missing", (digest(b"list"),))


def test_a_file_that_arrives_damaged_is_refused(bench):
    with pytest.raises(ValueError, match="a file arrived damaged"):
        bench.keep({digest(b"1"): b"2"})


def test_an_article_cannot_change_what_others_read(content, bench):
    bench.keep({digest(b"1"): b"1"})
    code = "open('../n.txt', 'a').write('23'); print(open('../n.txt').read())"
    asked = request(content, bench, code, files={"n.txt": b"1"})
    assert [shown(run(bench, asked)) for _ in range(2)] == ["123\n", "123\n"]


def test_the_folder_is_gone_and_named_as_the_one_at_home(content, bench):
    answer = run(bench, request(content, bench, "import os; print(os.getcwd())"), "/home/me/blog")
    assert shown(answer) == "/home/me/blog/part\n"
    assert not Path(answer.places["content"]).exists()


def test_no_error_names_the_folder_there(content, bench):
    bench.keep({digest(b"1 / 0"): b"1 / 0"})
    code = "import sys; sys.path.insert(0, '..'); import helper"
    answer = run(
        bench, request(content, bench, code, files={"helper.py": b"1 / 0"}), "/home/me/blog"
    )
    failure = answer.outcome["failure"]
    assert (failure["ename"], failure["cell_id"]) == ("ZeroDivisionError", "cell-1")
    assert str(bench.folder) not in str(answer.outcome)


def test_what_was_looked_for_is_told_even_of_code_that_fails(content, bench):
    answer = run(bench, request(content, bench, "open('../n.txt')"), "/home/me/blog")
    assert answer.outcome["failure"]["ename"] == "FileNotFoundError"
    assert '"/home/me/blog/n.txt",-1' in answer.outcome["record"]
    assert list(bench.folder.glob("*.jsonl")) == []


def test_another_version_is_said_and_nothing_runs(content, bench):
    asked = request(content, bench, "1")
    versions = replace(asked.versions, packages={"numpy": "0.1"})
    answer = run(bench, replace(asked, versions=versions))
    assert answer.kind == "differs"
    assert answer.differences == (f"numpy {asked.versions.packages['numpy']} instead of 0.1",)


def test_a_kernel_of_another_name_but_the_same_language_will_do(content, bench):
    answer = run(bench, request(content, bench, "print(6 * 7)", kernel="my-own-environment"))
    assert shown(answer) == "42\n"


def test_a_missing_kernel_is_a_fault_of_that_article(content, bench):
    bench.__dict__["kernels"] = {"ir": Kernel("ir", "r", ("R",))}
    fault = run(bench, request(content, bench, "1", language="julia", kernel="julia")).outcome[
        "fault"
    ]
    assert (fault["file"], fault["message"], fault["fix"]) == (
        "notebooks/part/a.ipynb",
        "the worker tcp://worker:1 has no kernel for the language 'julia'",
        "Install one there, or build without --scheduler.",
    )


def test_parameters_limits_and_cells_are_as_at_home(content, bench, tagged):
    asked = request(content, bench, tagged("n = 1", "parameters"), "print(n)", "while True: pass")
    asked = replace(asked, parameters={"n": 5}, limits={"cell_seconds": 1.0})
    cells: list[int] = []
    answer = unpack_answer(bench.run(pack_request(asked), cells.append))
    assert cells == [1, 2, 3]
    assert answer.outcome["failure"]["ename"] == "CellTimeoutError"


def test_environment_variables_are_those_at_home(content, bench, monkeypatch):
    monkeypatch.setenv("ONLY_THERE", "1")
    code = "import os; print(os.environ['REGION'], os.environ.get('ONLY_THERE'))"
    asked = request(content, bench, code, variables={"REGION": "north", "ONLY_THERE": None})
    assert shown(run(bench, asked)) == "north None\n"


def test_closing_ends_what_runs(content, bench):
    asked = pack_request(request(content, bench, "import time; time.sleep(600)"))
    started = threading.Event()
    runner = threading.Thread(target=_run_quietly, args=(bench, asked, started))
    runner.start()
    started.wait(60)
    bench.close()
    runner.join(timeout=30)
    assert not runner.is_alive()
    with pytest.raises(RuntimeError):
        bench.run(asked)


def _run_quietly(bench: Workbench, asked: bytes, started: threading.Event) -> None:
    try:
        bench.run(asked, lambda _cell: started.set())
    except RuntimeError:
        time.sleep(0)
