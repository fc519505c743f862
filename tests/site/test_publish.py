"""Publishing replaces whole files, touches nothing else, and survives being killed."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from galley.disk import replace_patiently
from galley.findings import ContentError, EnvironmentFault
from galley.site.publish import _beside, publish, publishing_order, site_lock
from galley.site.published import LIST_NAME
from galley.site.site_paths import check_paths

PAGES = {
    "index.html": b"<a href='window.html'>",
    "window.html": b"window",
    "assets/site-1a.css": b"css",
}


def on_disk(site: Path) -> dict[str, bytes]:
    """Read everything a visitor could see: all but Galley's own files."""
    found = (path for path in site.rglob("*") if path.is_file())
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in found
        if not path.name.startswith(".galley-")
    }


def own_files(site: Path) -> set[str]:
    return {path.relative_to(site).as_posix() for path in site.rglob(".galley-*")}


def states(site: Path) -> dict[str, tuple[int, int]]:
    """Read what changes when a file is written again: its inode and time."""
    return {
        str(path): (path.stat().st_ino, path.stat().st_mtime_ns)
        for path in site.rglob("*")
        if path.is_file() and path.name != ".galley-lock"
    }


def test_the_site_holds_exactly_the_files(tmp_path: Path) -> None:
    report = publish(PAGES, tmp_path / "new folder" / "sité")
    assert on_disk(tmp_path / "new folder" / "sité") == PAGES
    assert report.written == ("assets/site-1a.css", "index.html", "window.html")
    assert own_files(tmp_path) == {
        f"new folder/sité/{name}" for name in (".galley-lock", LIST_NAME)
    }


def test_a_second_publish_touches_nothing(tmp_path: Path) -> None:
    publish(PAGES, tmp_path)
    before = states(tmp_path)
    report = publish(PAGES, tmp_path)
    assert states(tmp_path) == before
    assert (report.written, report.removed) == ((), ())
    assert report.unchanged == tuple(sorted(PAGES))


def test_only_what_changed_is_written_and_what_is_gone_is_removed(tmp_path: Path) -> None:
    publish({**PAGES, "old/fig.svg": b"svg"}, tmp_path)
    report = publish({**PAGES, "window.html": b"better"}, tmp_path)
    assert report.written == ("window.html",)
    assert report.removed == ("old/fig.svg",)
    assert not (tmp_path / "old").exists()


def test_files_of_others_stay_and_their_folders_too(tmp_path: Path) -> None:
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets" / "mine.txt").write_bytes(b"mine")
    publish(PAGES, tmp_path)
    publish({"index.html": b"alone"}, tmp_path)
    assert on_disk(tmp_path) == {"assets/mine.txt": b"mine", "index.html": b"alone"}


def test_a_file_of_another_at_a_wanted_address_is_named_and_kept(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_bytes(b"my old home page")
    with pytest.raises(EnvironmentFault) as caught:
        publish(PAGES, tmp_path)
    assert str(caught.value) == (
        f"Galley did not write {tmp_path.as_posix()}/index.html and would have to overwrite it\n"
        "  Fix: Move it away, or publish to another folder with --output."
    )
    assert on_disk(tmp_path) == {"index.html": b"my old home page"}


def test_an_equal_file_of_another_is_adopted(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_bytes(PAGES["index.html"])
    assert publish(PAGES, tmp_path).unchanged == ("index.html",)


@pytest.mark.parametrize("name", ["window.html", "assets"])
def test_a_folder_or_file_of_another_in_the_way_is_a_fault(tmp_path: Path, name: str) -> None:
    """A foreign folder where a page must be, and a foreign file where a folder must be."""
    if name == "assets":
        (tmp_path / name).write_bytes(b"a file")
    else:
        (tmp_path / name).mkdir()
        (tmp_path / name / "x").write_bytes(b"x")
    before = on_disk(tmp_path)
    with pytest.raises(EnvironmentFault, match="Galley did not write"):
        publish(PAGES, tmp_path)
    assert on_disk(tmp_path) == before


def test_a_removed_page_that_somebody_changed_is_kept(tmp_path: Path) -> None:
    publish(PAGES, tmp_path)
    (tmp_path / "window.html").write_bytes(b"written by hand")
    report = publish({"index.html": b"alone"}, tmp_path)
    assert (report.removed, report.kept) == (("assets/site-1a.css",), ("window.html",))
    assert (tmp_path / "window.html").read_bytes() == b"written by hand"


def test_a_damaged_page_is_healed_and_said(tmp_path: Path) -> None:
    publish(PAGES, tmp_path)
    (tmp_path / "window.html").write_bytes(b"wind")
    assert publish(PAGES, tmp_path).overwritten == ("window.html",)
    assert on_disk(tmp_path) == PAGES


def test_a_page_may_become_a_folder_and_a_folder_a_page(tmp_path: Path) -> None:
    publish({"a": b"page", "b/c/d": b"deep"}, tmp_path)
    publish({"a/x": b"deep", "b": b"page"}, tmp_path)
    assert on_disk(tmp_path) == {"a/x": b"deep", "b": b"page"}


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_strangers_link_where_a_file_is_prepared_is_not_written_through(tmp_path: Path) -> None:
    site, outside = tmp_path / "site", tmp_path / "diary.txt"
    site.mkdir()
    outside.write_text("mine")
    for name in (*PAGES, LIST_NAME):
        beside = _beside(site / name)
        beside.parent.mkdir(exist_ok=True)
        beside.symlink_to(outside)
    publish(PAGES, site)
    assert on_disk(site) == PAGES
    assert outside.read_text() == "mine"


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_link_that_leads_out_of_the_site_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "assets").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(EnvironmentFault, match=r"Galley did not write \S+/site/assets and"):
        publish(PAGES, tmp_path / "site")
    assert list((tmp_path / "elsewhere").iterdir()) == []


@pytest.mark.parametrize(
    "path",
    ["../x", "/x", "a/../../x", "a//b", "", "C:/x", "a\\b", "a/.", "nul.html", "a. ", "x\n",
     ".galley-lock", "a/.Galley-new-1"],
)  # fmt: skip
def test_an_unsafe_address_is_refused_before_anything_is_written(tmp_path: Path, path: str) -> None:
    with pytest.raises(ContentError) as caught:
        publish({**PAGES, path: b"x"}, tmp_path / "site")
    assert [finding.rule for finding in caught.value.findings] == ["site-address-unsafe"]
    assert list(tmp_path.iterdir()) == []


def test_addresses_that_differ_in_case_only_are_refused() -> None:
    with pytest.raises(ContentError) as caught:
        check_paths(["tags/Stroke.html", "tags/stroke.html"])
    assert str(caught.value) == (
        "tags/stroke.html: this address is the same file as 'tags/Stroke.html' on Windows and "
        "macOS\n  Fix: Give one of the two another slug, alias or file name."
    )


def test_an_address_that_is_both_file_and_folder_is_refused() -> None:
    with pytest.raises(ContentError, match="needs a folder where 'A' is a file"):
        check_paths(["A", "a/b"])


def test_an_output_that_is_a_file_is_a_fault(tmp_path: Path) -> None:
    (tmp_path / "site").write_bytes(b"")
    with pytest.raises(EnvironmentFault, match="cannot be the site folder: a file is in its place"):
        publish(PAGES, tmp_path / "site")
    with pytest.raises(EnvironmentFault, match="cannot be the site folder: a file is in its place"):
        publish(PAGES, tmp_path / "site" / "deeper")


@pytest.mark.skipif(sys.platform != "linux", reason="needs a folder nobody may write to")
def test_an_unwritable_folder_is_one_line_with_a_fix() -> None:
    with pytest.raises(EnvironmentFault) as caught:
        publish(PAGES, Path("/proc/galley-site"))
    assert len(str(caught.value).splitlines()) == 2
    assert "--output" in caught.value.fix


def test_a_name_too_long_for_the_disk_is_said(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentFault, match="is too long for this disk"):
        publish({"/".join(["x" * 200] * 30) + ".html": b""}, tmp_path)


def test_a_name_too_long_for_any_disk_is_refused_before_anything_is_written(
    tmp_path: Path,
) -> None:
    with pytest.raises(ContentError, match="a part is longer than 240 bytes"):
        publish({"a.html": b"", "é" * 130 + ".html": b""}, tmp_path / "site")
    assert not (tmp_path / "site").exists()


_FULL_DISK = """
import resource, signal, sys
from pathlib import Path
from galley.findings import EnvironmentFault
from galley.site.publish import publish
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (5_000, 5_000))
try:
    publish({"index.html": b"new", "a.html": b"new", "big.html": b"x" * 9_000}, Path(sys.argv[1]))
except EnvironmentFault as fault:
    print(fault)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no limit on file sizes there")
def test_a_full_disk_leaves_the_old_site_whole(tmp_path: Path) -> None:
    """The system refuses the last of three new files; none of them appears."""
    publish(PAGES, tmp_path)
    done = subprocess.run(
        [sys.executable, "-c", _FULL_DISK, str(tmp_path)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout == (
        f"no room is left on the disk for {tmp_path.as_posix()}\n"
        "  Fix: Free some space and build again; the pages published before are still there.\n"
    ), done.stderr
    assert on_disk(tmp_path) == PAGES
    assert own_files(tmp_path) == {".galley-lock", LIST_NAME}
    publish({"index.html": b"new"}, tmp_path)
    assert on_disk(tmp_path) == {"index.html": b"new"}


def test_a_damaged_list_is_not_guessed_at(tmp_path: Path) -> None:
    publish(PAGES, tmp_path)
    for text in ("{", "[]", '{"schema": 2, "files": {}}'):
        (tmp_path / LIST_NAME).write_text(text, encoding="utf-8")
        with pytest.raises(EnvironmentFault, match="cannot tell its own files from others"):
            publish({}, tmp_path)
    assert on_disk(tmp_path) == PAGES


def test_a_list_that_points_out_of_the_site_removes_nothing(tmp_path: Path) -> None:
    (tmp_path / "precious").write_bytes(b"x")
    publish(PAGES, tmp_path / "site")
    path = tmp_path / "site" / LIST_NAME
    value = json.loads(path.read_text(encoding="utf-8"))
    value["files"]["../precious"] = value["files"]["index.html"]
    path.write_text(json.dumps(value), encoding="utf-8")
    with pytest.raises(EnvironmentFault):
        publish({}, tmp_path / "site")
    assert (tmp_path / "precious").exists()


def test_a_second_build_waits_and_says_so(tmp_path: Path) -> None:
    said: list[str] = []
    with site_lock(tmp_path, patience_s=0, on_wait=said.append):
        other = threading.Thread(
            target=publish, args=(PAGES, tmp_path), kwargs={"on_wait": said.append}
        )
        other.start()
        while not said:
            time.sleep(0.01)
        assert on_disk(tmp_path) == {}
    other.join()
    assert said == [f"another build is publishing to {tmp_path.as_posix()}; waiting for it"]
    assert on_disk(tmp_path) == PAGES


def test_a_second_build_gives_up_in_the_end(tmp_path: Path) -> None:
    with (
        site_lock(tmp_path, patience_s=0, on_wait=print),
        pytest.raises(EnvironmentFault, match="another build is still publishing to"),
    ):
        publish(PAGES, tmp_path, patience_s=0.2)


def test_pages_come_after_assets_and_lists_after_pages() -> None:
    paths = ["feed.xml", "index.html", "tags/x.html", "window.html", "window/fig.svg", "robots.txt"]
    assert publishing_order(paths, {"tags/x.html"}) == [
        "window/fig.svg",
        "window.html",
        "index.html",
        "tags/x.html",
        "feed.xml",
        "robots.txt",
    ]


def test_a_file_that_is_open_elsewhere_is_tried_again(tmp_path: Path) -> None:
    """A stand-in for Windows: a path whose rename is refused twice, then allowed."""

    class BusyPath(type(tmp_path)):  # type: ignore[misc]
        refusals = 2

        def replace(self, target: Path) -> Path:
            if BusyPath.refusals:
                BusyPath.refusals -= 1
                raise PermissionError(13, "in use", str(target))
            return Path(os.fspath(self)).replace(target)

    (tmp_path / "new").write_bytes(b"new")
    replace_patiently(BusyPath(tmp_path / "new"), tmp_path / "old")
    assert (tmp_path / "old").read_bytes() == b"new"


# ------------------------------------------------------------------ properties

_PARTS = st.sampled_from(["a", "b", "c.html", "index.html", "é", "feed.xml"])
_PATHS = st.lists(_PARTS, min_size=1, max_size=3).map("/".join)
_SITES = st.dictionaries(_PATHS, st.binary(max_size=8), max_size=6).filter(
    lambda files: not any(other.startswith(f"{path}/") for path in files for other in files)
)


@settings(deadline=None, max_examples=40)
@given(st.lists(_SITES, min_size=1, max_size=4))
def test_after_any_history_the_site_equals_the_last_build(history: list[dict[str, bytes]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        for files in history:
            publish(files, site)
            assert on_disk(site) == files
        before = states(site)
        assert publish(history[-1], site).written == ()
        assert states(site) == before


# ------------------------------------------------------------------ kill -9

_BUILD = """
import sys
from pathlib import Path
from galley.site.publish import publish
turn = 0
print("ready", flush=True)
while True:
    turn += 1
    names = [f"page-{n}.html" for n in range(turn % 7, 30 + turn % 7)]
    files = {name: f"{name} {turn} ".encode() * 500 + b"END" for name in names}
    files["index.html"] = (" ".join(names) + " END").encode()
    publish(files, Path(sys.argv[1]))
"""


def test_kill_9_at_any_moment_leaves_whole_pages_that_are_all_there(tmp_path: Path) -> None:
    chance = random.Random(20261120)
    for _ in range(8):
        build = subprocess.Popen(
            [sys.executable, "-c", _BUILD, str(tmp_path)], stdout=subprocess.PIPE
        )
        assert build.stdout is not None
        build.stdout.readline()
        time.sleep(chance.uniform(0.01, 0.25))
        build.send_signal(signal.SIGKILL if sys.platform != "win32" else signal.SIGTERM)
        build.wait()
        build.stdout.close()
        found = on_disk(tmp_path)
        assert [path for path, data in found.items() if not data.endswith(b"END")] == []
        listed = found.get("index.html", b" END").decode().split()[:-1]
        assert [name for name in listed if name not in found] == []
    publish(PAGES, tmp_path)
    assert on_disk(tmp_path) == PAGES
    assert own_files(tmp_path) == {".galley-lock", LIST_NAME}


def test_a_page_that_could_not_be_made_stays_with_what_it_needs(tmp_path: Path) -> None:
    site = tmp_path / "site"
    old = {"a.html": b"a", "b.html": b"b", "b/fig.svg": b"s", "assets/x-1.css": b"1"}
    publish(old, site)

    report = publish({"a.html": b"A", "assets/x-2.css": b"2"}, site, spared=["b.html"])
    later = publish({"a.html": b"A", "assets/x-2.css": b"2"}, site)

    assert report.removed == ()
    assert later.removed == ("assets/x-1.css", "b.html", "b/fig.svg")
