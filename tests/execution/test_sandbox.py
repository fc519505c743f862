"""The sandbox: what code sees, what comes out, and that it is never left out where it was asked."""

from __future__ import annotations

import json
import os
import shutil
import socket
import stat
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jupyter_client.provisioning.local_provisioner import LocalProvisioner
from tests.programs import missing

from galley.config import Limits, SiteConfig
from galley.execution.batch import execute_all
from galley.execution.key import KeyParts, why_changed
from galley.execution.model import CellFailure
from galley.execution.sandbox import bubblewrap
from galley.execution.sandbox.bubblewrap import Bubblewrap, find_bubblewrap
from galley.execution.sandbox.choice import keep_choice, read_choice
from galley.execution.sandbox.enter import copy_folder
from galley.execution.sandbox.growth import is_too_large
from galley.execution.sandbox.refusals import refusal_of
from galley.execution.sandbox.sandbox import ArticleSandbox, Sandbox
from galley.execution.sandbox.surroundings import sandbox_environment
from galley.execution.sandbox.view import OWN, Lodging, View, find_hidden, make_view
from galley.execution.strange_files import read_strange_text, scratch_folder
from galley.execution.warm.provisioner import WarmProvisioner
from galley.findings import EnvironmentFault, UsageError

LOOKS = """
import socket, pathlib, subprocess, sys
def attempt(call):
    try:
        return str(call())
    except OSError as error:
        return type(error).__name__
there = pathlib.Path("there.txt").read_text().split()
print(attempt(lambda: socket.create_connection(("127.0.0.1", int(there[0])), 2)))
print(attempt(lambda: socket.socket(socket.AF_UNIX).connect("\\0" + there[1])))
print(attempt(lambda: socket.socket(socket.AF_UNIX).connect(there[2])))
"""
DAEMON = """
import os
if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        os.execvp("sleep", ["sleep", "86399"])
    os._exit(0)
os.wait()
pathlib.Path("made.txt").write_text("made")
import helper
print(helper.value, pathlib.Path("made.txt").read_text())
"""


@pytest.fixture(scope="module")
def bwrap() -> None:
    if shutil.which("bwrap") is None:
        missing("no bubblewrap for the sandbox (Debian: bubblewrap)")


@pytest.fixture
def listening(tmp_path: Path) -> Iterator[tuple[int, str, str]]:
    """Listen as services of this machine do: at a port, at a name, at a path."""
    name, path = f"galley-{tmp_path.name}", str(tmp_path / "service")
    with socket.socket() as port, socket.socket(socket.AF_UNIX) as abstract:
        port.bind(("127.0.0.1", 0))
        abstract.bind(f"\0{name}")
        with socket.socket(socket.AF_UNIX) as plain:
            plain.bind(path)
            for each in (port, abstract, plain):
                each.listen()
            yield port.getsockname()[1], name, path


@pytest.mark.kernel
@pytest.mark.usefixtures("bwrap")
def test_a_run_in_the_sandbox_is_like_any_other_but_reaches_nothing(
    tmp_path: Path, content: Any, text: Any, listening: tuple[int, str, str]
) -> None:
    folder = tmp_path / "blog"
    folder.mkdir()
    content.root = folder
    (folder / "there.txt").write_text(" ".join(map(str, listening)))
    (folder / "helper.py").write_text("value = 5\n")
    content.article("a.ipynb", LOOKS, DAEMON)

    executed = content.build(sandbox=True)["a"]

    refused = "ConnectionRefusedError\nConnectionRefusedError\nFileNotFoundError\n"
    assert (executed.status, text(executed)) == ("succeeded", f"{refused}5 made\n")
    assert sorted(path.name for path in folder.iterdir()) == [
        ".galley",
        "a.ipynb",
        "helper.py",
        "there.txt",
    ]
    trace = executed.job.kept.trace
    assert {*trace.files, *trace.modules} >= {"there.txt", "helper.py"}
    assert not [name for name in (*trace.files, *trace.modules) if name.startswith("/")]
    assert content.reasons(sandbox=True) == {"a": ""}
    assert content.reasons() == {"a": "it ran in the sandbox before"}
    (folder / "helper.py").write_text("value = 6\n")
    assert "helper.py changed" in content.reasons(sandbox=True)["a"]


@pytest.mark.kernel
@pytest.mark.usefixtures("bwrap")
def test_a_kernel_that_another_program_starts_is_refused(
    content: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("galley.execution.kernel_manager.WarmProvisioner", _Never)
    content.article("a.ipynb", "open('ran', 'w')")

    executed = content.build(sandbox=True)["a"]

    assert executed.status == "errored"
    assert "cannot be sandboxed" in executed.findings[-1].message
    assert not (content.root / "ran").exists()


class _Never(WarmProvisioner):
    def __new__(cls, **options: Any) -> Any:
        return LocalProvisioner(**options)


@pytest.mark.kernel
def test_nothing_runs_where_the_sandbox_is_missing(
    content: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bubblewrap, "_PROGRAM", "a program that nobody has")
    content.config = SiteConfig(limits=Limits(sandbox=True))
    content.article("a.ipynb", "open('ran', 'w')")

    with pytest.raises(EnvironmentFault, match="needs bubblewrap, which is not installed") as fault:
        content.build()

    assert "sudo apt install bubblewrap" in fault.value.fix
    assert not (content.root / "ran").exists()


@pytest.mark.kernel
def test_a_cluster_is_not_asked_to_run_what_wants_a_sandbox(content: Any) -> None:
    content.article("a.ipynb", "1")
    jobs = content.plan(sandbox=True).jobs
    with pytest.raises(UsageError, match="a cluster's machines have no sandbox"):
        next(execute_all(jobs, store=content.store, jobs_at_once=1, elsewhere=_Elsewhere()))


class _Elsewhere:
    def run(self, job: Any, _on_cell: Any) -> Any:
        raise AssertionError(job)

    def stop(self) -> None:
        pass


def test_other_systems_and_broken_ones_are_told_apart() -> None:
    with pytest.raises(EnvironmentFault, match="works on Linux only") as elsewhere:
        bubblewrap._find("darwin", "/usr/bin/bwrap")
    assert "WSL" in elsewhere.value.fix
    with pytest.raises(EnvironmentFault, match="makes no sandbox on this machine: exit code 1"):
        bubblewrap._find("linux", shutil.which("false"))


@pytest.mark.usefixtures("bwrap")
def test_bubblewrap_is_tried_before_it_is_trusted() -> None:
    assert "--unshare-net" in find_bubblewrap().options


def test_what_was_asked_once_holds_until_it_is_taken_back(tmp_path: Path) -> None:
    assert read_choice(tmp_path) is None
    keep_choice(tmp_path, asked=True)
    keep_choice(tmp_path, asked=None)
    assert read_choice(tmp_path) is True
    assert read_choice(tmp_path, asked=False) is False
    keep_choice(tmp_path, asked=False)
    assert read_choice(tmp_path) is None


def test_results_of_the_sandbox_are_kept_apart() -> None:
    outside = KeyParts("a.ipynb", "c", {}, ["python3"])
    inside = KeyParts("a.ipynb", "c", {}, ["python3"], sandbox=True)
    assert "sandbox" not in outside.as_json()  # what was kept before stays good
    assert why_changed(outside.as_json(), inside) == "it ran outside the sandbox before"
    assert why_changed(inside.as_json(), outside) == "it ran in the sandbox before"


def test_secrets_in_the_environment_stay_outside() -> None:
    own = {"PATH": "/bin", "LC_ALL": "C", "OMP_NUM_THREADS": "1", "AWS_SECRET_ACCESS_KEY": "x"}
    kept = sandbox_environment(own | {"SSH_AUTH_SOCK": "/run/x", "DISPLAY": ":0"})
    assert set(kept) == {"PATH", "LC_ALL", "OMP_NUM_THREADS"}


def test_hidden_files_the_store_and_the_site_are_not_seen(tmp_path: Path) -> None:
    for name in (".env", "data/.git/config", "data/a.csv", "site/index.html", ".galley/x"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    found = find_hidden(tmp_path, [tmp_path / ".galley", tmp_path / "site"])
    names = sorted(path.relative_to(tmp_path).as_posix() for path in found)
    assert names == [".env", ".galley", "data/.git", "site"]


def _view(tmp_path: Path, **places: Any) -> View:
    root = tmp_path / "blog"
    lodging = Lodging(
        root=root,
        folder=places.get("folder", root),
        hidden=places.get("hidden", ()),
        shared=tmp_path / "k",
        prepared=tmp_path / "p",
    )
    return make_view(lodging, places.get("home", tmp_path / "home"), places.get("packages", ()))


def test_a_home_is_never_shown_even_where_packages_are_said_to_be_there(tmp_path: Path) -> None:
    home = tmp_path / "home"
    (home / "lib").mkdir(parents=True)
    view = _view(tmp_path, packages=[str(home), str(tmp_path), str(home / "lib"), "/"])
    seen = {mount.target: mount.kind for mount in view.mounts if mount.target.startswith(str(home))}
    assert seen == {str(home): "memory", f"{home}/lib": "read"}
    assert {"/", str(tmp_path)}.isdisjoint(mount.target for mount in view.mounts)


def test_a_notebook_below_writes_into_its_own_folder_alone(tmp_path: Path) -> None:
    folder = tmp_path / "blog" / "below"
    folder.mkdir(parents=True)
    view = _view(tmp_path, folder=folder, hidden=(tmp_path / "blog/.env", folder / ".env"))
    kinds = {mount.target: (mount.kind, mount.source) for mount in view.mounts}
    assert kinds[str(tmp_path / "blog")] == ("read", str(tmp_path / "blog"))
    assert kinds[str(folder)] == ("memory", "")
    assert kinds[f"{tmp_path}/blog/.env"] == kinds[f"{OWN}/.env"]
    assert (view.shows(f"{folder}/a.csv"), view.shows("/usr/lib/x")) == (True, True)
    assert (view.shows("/tmp/x"), view.shows("/srv/x")) == (False, False)


def test_a_record_names_what_is_outside_and_forgets_what_is_not(tmp_path: Path) -> None:
    root = tmp_path / "blog"
    root.mkdir()
    sandbox = ArticleSandbox(Bubblewrap("bwrap"), _view(tmp_path), tmp_path / "k", root, root)
    lines = [
        ["start", {"executable": "/usr/bin/python3"}],
        ["start", {"executable": "/proc/kcore"}],
        ["read", 1, f"{OWN}/large.csv", 5, 1],
        ["read", 1, f"{root}/a.csv", 5, 1],
        ["read", 1, f"{root}/.env", -1, 0],
        ["read", 1, "/tmp/passing", 5, 1],
        ["path", [f"{OWN}/lib", "/srv"]],
    ]
    told = sandbox.brought_out("".join(f"{json.dumps(line)}\n" for line in lines))
    assert [json.loads(line) for line in told.splitlines()] == [
        ["start", {"executable": "/usr/bin/python3"}],
        ["read", 1, f"{root}/large.csv", 5, 1],
        ["read", 1, f"{root}/a.csv", 5, 1],
        ["path", [f"{root}/lib"]],
    ]
    for broken in ('{"a": 1}', "[]", '["path", 3]', '["read"]', "[" * 100_000):
        assert sandbox.brought_out(broken) == ""


def test_the_folder_is_copied_and_what_is_large_is_linked(tmp_path: Path) -> None:
    source, target = tmp_path / "from", tmp_path / "to"
    (source / "data").mkdir(parents=True)
    target.mkdir()
    (source / "data" / "small.csv").write_text("1")
    (source / ".env").write_text("secret")
    (source / "large.bin").write_bytes(bytes(1_000_001))
    (source / "dead").symlink_to("/nowhere")
    copy_folder(str(source), str(target))
    assert sorted(p.relative_to(target).as_posix() for p in target.rglob("*")) == [
        "data",
        "data/small.csv",
        "dead",
        "large.bin",
    ]
    small = target / "data" / "small.csv"
    assert small.stat().st_mtime_ns == (source / "data" / "small.csv").stat().st_mtime_ns
    assert (target / "large.bin").readlink() == source / "large.bin"


def test_what_stands_in_the_place_of_a_record_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("secret")
    (tmp_path / "record").symlink_to("secret")
    assert read_strange_text(tmp_path / "record", 100) == ""
    assert read_strange_text(tmp_path / "secret", 100) == "secret"
    assert read_strange_text(tmp_path / "secret", 5) == ""
    assert read_strange_text(Path("/dev/zero"), 5) == ""


def test_a_scratch_folder_goes_without_touching_what_its_links_lead_to(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir(mode=0o500)
    with scratch_folder() as scratch:
        closed = scratch / "closed"
        closed.mkdir()
        (closed / "link").symlink_to(tmp_path / "mine")
        closed.chmod(0o500)
    assert not closed.exists() or os.geteuid() != 0
    assert stat.S_IMODE((tmp_path / "mine").stat().st_mode) == 0o500


def test_a_folder_that_fills_is_noticed(tmp_path: Path) -> None:
    (tmp_path / "links").mkdir()
    (tmp_path / "links" / "loop").symlink_to(tmp_path)
    assert not is_too_large(tmp_path)
    with (tmp_path / "hole").open("wb") as file:
        file.truncate(10**9)
    assert not is_too_large(tmp_path)  # it takes no room
    for number in range(1_001):
        (tmp_path / "links" / str(number)).touch()
    assert is_too_large(tmp_path)


@pytest.mark.parametrize(
    ("name", "message", "begins"),
    [
        ("gaierror", "[Errno -3] Temporary failure in name resolution", "Put what it fetches"),
        ("OSError", "[Errno 30] Read-only file system: '../x'", "Write into the notebook's own"),
        ("OSError", "[Errno 28] No space left on device", "Write less"),
        (
            "FileNotFoundError",
            "[Errno 2] No such file or directory: '/data/x.csv'",
            "Put the file into the notebook's own folder",
        ),
    ],
)
def test_what_the_sandbox_refuses_is_said_with_two_ways_out(
    name: str, message: str, begins: str
) -> None:
    found = refusal_of(CellFailure("c", "x", name, message))
    assert found is not None
    assert found[0].startswith(f"the code stopped with {name} because ")
    assert found[1].startswith(begins)
    assert found[1].endswith("or, if you trust the notebook, build with --no-sandbox.")


def test_a_mistake_of_the_code_is_not_blamed_on_the_sandbox() -> None:
    missing_file = "[Errno 2] No such file or directory: 'data.csv'"
    assert refusal_of(CellFailure("c", "x", "FileNotFoundError", missing_file)) is None
    assert refusal_of(CellFailure("c", "x", "ValueError", "bad")) is None


def test_a_sandbox_shows_the_program_that_starts_the_kernel(tmp_path: Path) -> None:
    root = tmp_path / "blog"
    root.mkdir()
    made = Sandbox(Bubblewrap("bwrap"), root, (), ())
    article = made.for_article(root, tmp_path, [sys.executable, "-m", "ipykernel_launcher"])
    assert article.view.shows(sys.executable)
    assert article.around(["python"])[-1] == "python"
