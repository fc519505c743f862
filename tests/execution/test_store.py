import errno
import json
import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from nbformat.v4 import new_code_cell, new_notebook

from galley.disk import disk_fault, write_whole
from galley.execution.key import KeyParts
from galley.execution.store import KeptRun, Store, open_store
from galley.execution.tracing.trace import Remark, Trace
from galley.findings import EnvironmentFault


def parts(code: str = "1 + 1", notebook: str = "a.ipynb") -> KeyParts:
    return KeyParts(
        notebook=notebook,
        code=code,
        parameters={"days": 30},
        kernel=["python3", "python"],
    )


TRACE = Trace(
    modules={"models.py": "d1"},
    files={"data.csv": "d2", "later.csv": ""},
    folders={".": "d3"},
    variables={"HOME": "d4"},
    named={"notes.md": "d5"},
    packages={"numpy": "2.0"},
    imports=("models", "numpy"),
    search=(".",),
    shadows=("models.py",),
    missing=("numexpr",),
    made=("out.txt",),
    python="3.11.7",
    executable="/usr/bin/python",
    sites=("/usr/lib/site-packages",),
    cells={"data.csv": [0, 2]},
    remarks=(Remark("clock", "time.time", 1),),
)


def write(store: Store, made: KeyParts, edition: str = "") -> KeptRun:
    notebook = new_notebook(cells=[new_code_cell(made.code, id="c")])
    return store.write(made, TRACE, edition, notebook, day="2026-11-23", seconds=1.5)


def test_what_was_written_is_read_back_with_all_that_it_depended_on(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    written = write(store, parts())
    kept = Store(store.root).read_last("a.ipynb", "")
    assert kept == written
    assert (kept.parts, kept.trace, kept.day, kept.seconds) == (
        parts().as_json(),
        TRACE,
        "2026-11-23",
        1.5,
    )
    notebook = store.read_notebook(kept)
    assert notebook is not None
    assert notebook.cells[0].source == "1 + 1"


def test_a_kernel_that_cannot_be_traced_keeps_all_files(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    trace = Trace(beside={"data.csv": "d1"})
    store.write(parts(), trace, "", new_notebook(), day="2026-11-23", seconds=1)
    kept = Store(store.root).read_last("a.ipynb", "")
    assert kept is not None
    assert kept.trace == trace


def test_the_store_keeps_itself_out_of_version_control(tmp_path: Path) -> None:
    assert (open_store(tmp_path).root / ".gitignore").read_text() == "*\n"
    assert open_store(tmp_path).root == tmp_path / ".galley"


def test_names_with_slashes_spaces_and_accents_are_kept_apart(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    for name in ("é/a b.ipynb", "e/a b.ipynb", "é/a-b.ipynb"):
        write(store, parts(notebook=name))
    assert len(list((store.root / "runs").iterdir())) == 3


def files_of(store: Store, run: KeptRun) -> dict[str, Path]:
    """Return the files that an execution lies in, by what they hold."""
    (path,) = store.root.glob(f"runs/*/{run.key}.json")
    entry = json.loads(path.read_bytes())
    (last,) = store.root.glob("runs/*/last-*.json")
    return {
        "entry": path,
        "modules": store.blobs.path(entry["trace"]["modules"]),
        "notebook": store.blobs.path(run.notebook),
        "last": last,
    }


def stands(store: Store) -> bool:
    """Tell whether a build would find an execution and its notebook."""
    return any(store.holds(run) for run in Store(store.root).read_runs("a.ipynb", ""))


@pytest.mark.parametrize("file", ["entry", "modules", "notebook", "last"])
@pytest.mark.parametrize("damage", [b"", b"{", b"\xff\xfe\x00", b"[]", None])
def test_what_is_damaged_or_gone_was_never_kept_and_is_healed(
    tmp_path: Path, file: str, damage: bytes | None
) -> None:
    store = open_store(tmp_path)
    path = files_of(store, write(store, parts()))[file]
    assert stands(store)
    path.unlink() if damage is None else path.write_bytes(damage)
    assert not stands(store)
    write(Store(store.root), parts())
    assert stands(store)


def test_a_damage_that_keeps_the_size_is_found_when_it_is_read(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    run = write(store, parts())
    path = files_of(store, run)["notebook"]
    path.write_bytes(path.read_bytes().replace(b"1 + 1", b"2 + 2"))
    assert store.read_notebook(run) is None
    assert not stands(store)


def codes(store: Store, edition: str = "") -> list[str]:
    return [run.parts["code"] for run in store.read_runs("a.ipynb", edition)]


def test_the_newest_four_outcomes_of_an_edition_are_kept(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    for number in range(6):
        write(store, parts(f"{number}"))
    assert codes(store) == ["5", "4", "3", "2"]


def test_an_outcome_that_is_used_again_is_the_newest(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    first, _ = write(store, parts("1")), write(store, parts("2"))
    store.remember("a.ipynb", "", first.key)
    assert codes(store) == ["1", "2"]


def test_outcomes_of_other_editions_come_after_an_editions_own(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    write(store, parts("1"), "clinician")
    write(store, parts("2"), "patient")
    write(store, parts("1"), "patient")
    assert codes(store, "clinician") == ["1", "2"]
    assert codes(store, "patient") == ["1", "2"]
    assert codes(store, "researcher") == ["1", "2"]


def test_an_outcome_that_no_edition_refers_to_is_let_go(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    runs = [write(store, parts(f"{number}")) for number in range(5)]
    kept = {path.stem for path in store.root.glob("runs/*/*.json")}
    assert [run.key in kept for run in runs] == [False, True, True, True, True]


def test_parts_that_articles_share_are_kept_once(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    write(store, parts(notebook="a.ipynb"))
    before = len(list(store.root.glob("blobs/*/*")))
    write(store, parts(notebook="b.ipynb"))
    assert len(list(store.root.glob("blobs/*/*"))) == before


def test_a_file_that_cannot_be_replaced_leaves_the_old_one_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "kept.json"
    write_whole(path, b"old")
    with pytest.raises(TypeError):
        write_whole(path, "text, not bytes")  # type: ignore[arg-type]
    assert [(p.name, p.read_bytes()) for p in tmp_path.iterdir()] == [("kept.json", b"old")]


def test_a_full_disk_is_said_in_plain_words(tmp_path: Path) -> None:
    fault = disk_fault(tmp_path, OSError(errno.ENOSPC, "No space left on device"))
    assert str(fault) == (
        f"no room left on the disk that holds {tmp_path}\n"
        "  Fix: Free some space, or keep the store elsewhere with --store FOLDER."
    )


def test_a_store_that_cannot_be_written_is_said_with_its_place(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    with pytest.raises(EnvironmentFault) as raised:
        open_store(tmp_path, blocked / "store")
    assert str(raised.value) == (
        f"{blocked / 'store'} cannot be a folder for the store: a file is in its place\n"
        "  Fix: Choose another folder with --store, or move the file away."
    )


@pytest.fixture
def unprivileged() -> Iterator[None]:
    """Be a user who may not write everywhere, as authors are."""
    if not hasattr(os, "geteuid"):
        pytest.skip("this system has no user ids")
    own = os.geteuid()
    if own == 0:
        os.seteuid(65534)
    yield
    os.seteuid(own)


@pytest.mark.usefixtures("unprivileged")
def test_a_read_only_content_folder_uses_the_users_cache(monkeypatch: pytest.MonkeyPatch) -> None:
    with tempfile.TemporaryDirectory() as folder:
        content, cache = Path(folder, "content"), Path(folder, "cache")
        content.mkdir(mode=0o500)
        monkeypatch.setenv("XDG_CACHE_HOME", str(cache))
        store = open_store(content)
        assert store.root.is_relative_to(cache)
        assert store == open_store(content)


def test_a_second_build_waits_for_the_first_and_says_so(tmp_path: Path) -> None:
    store, said, order = open_store(tmp_path), [], []
    is_waiting = threading.Event()

    def second() -> None:
        with store.lock(on_wait=lambda message: (said.append(message), is_waiting.set())):
            order.append("second")

    with store.lock():
        thread = threading.Thread(target=second)
        thread.start()
        assert is_waiting.wait(timeout=10)
        order.append("first")
    thread.join(timeout=10)
    assert order == ["first", "second"]
    assert said == [f"another build is using {store.root.as_posix()}; waiting for it"]


def test_a_build_that_waits_too_long_gives_up_with_a_fix(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    with (
        store.lock(),
        pytest.raises(EnvironmentFault, match="is still using"),
        store.lock(longest_wait_s=0),
    ):
        pass


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_lock_that_leads_elsewhere_is_refused_and_what_is_there_stays(tmp_path: Path) -> None:
    (tmp_path / "diary").write_text("mine")
    store = open_store(tmp_path / "store")
    (store.root / "lock").symlink_to(tmp_path / "diary")
    with pytest.raises(EnvironmentFault) as caught, store.lock():
        pass
    assert caught.value.message == (
        f"{store.root.as_posix()}/lock is a link to another place, and Galley does not follow it"
    )
    assert caught.value.fix == "Remove the link; Galley makes its own there."
    assert (tmp_path / "diary").read_text() == "mine"


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
@pytest.mark.parametrize("link", [".galley", ".galley/blobs"])
def test_a_store_that_leads_elsewhere_is_refused(tmp_path: Path, link: str) -> None:
    content, photos = tmp_path / "content", tmp_path / "photos"
    (content / link).parent.mkdir(parents=True)
    photos.mkdir()
    (content / link).symlink_to(photos)
    with pytest.raises(EnvironmentFault, match=r"/content/\S+ is a link to another place"):
        open_store(content)
    assert list(photos.iterdir()) == []


def test_a_build_that_was_killed_leaves_no_lock_behind(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    code = (
        "import sys, time, pathlib; from galley.execution.store import Store\n"
        "with Store(pathlib.Path(sys.argv[1])).lock():\n"
        "    print('locked', flush=True); time.sleep(60)"
    )
    command = [sys.executable, "-c", code, str(store.root)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "locked\n"
        other.kill()
    with store.lock(longest_wait_s=5):
        pass
