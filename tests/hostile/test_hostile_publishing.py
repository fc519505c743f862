"""Publishing under bad luck: killed at any moment, two at once, names in two cases, open files."""

from __future__ import annotations

import io
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import threading
import time
from contextlib import suppress
from pathlib import Path

import psutil
import pytest
from PIL import Image

from galley.site.published import LIST_NAME

pytestmark = [
    pytest.mark.kernel,
    pytest.mark.skipif(sys.platform == "win32", reason="processes are killed the POSIX way"),
]

ARTICLES = 60
KILLS = 10


def write_version(builds, folder: Path, version: int) -> None:
    """Write the articles anew; each version has one that no other has.

    Its title is its own: an article that comes back under another name leaves a redirect.
    """
    content = folder / "blog"
    for number in range(ARTICLES):
        builds.write_notebook(content / f"a-{number}.ipynb", f"# A {number}", f"version {version}")
    for path in content.glob("extra-*.ipynb"):
        path.unlink()
    builds.write_notebook(
        content / f"extra-{version}.ipynb", f"# Extra {version}", f"version {version}"
    )


@pytest.fixture
def zygote(builds, killing, tmp_path):
    write_version(builds, tmp_path, 0)
    process = killing.Zygote(tmp_path, builds.environment())
    yield process
    process.close()


def test_whenever_a_build_is_killed_readers_see_a_whole_site(builds, page_scan, zygote, tmp_path):
    site = tmp_path / "site"
    (site / "mine.txt").write_text("somebody's", encoding="utf-8")
    moments = random.Random(20260601)
    write_version(builds, tmp_path, 1)
    seconds, writing = time_build(zygote, site)
    killed, kinds, haste = 0, set(), 1.0
    for version in range(2, 2 + KILLS):
        write_version(builds, tmp_path, version)
        before_ns = written_ns(site)
        build = zygote.start()
        if version % 3:
            wait_for_writing(site, before_ns)
            # Renaming is the last and shortest part.
            time.sleep(haste * moments.triangular(0, writing, 0.9 * writing))
        else:
            time.sleep(haste * moments.uniform(0, seconds))
        with suppress(ProcessLookupError):
            os.kill(build, signal.SIGKILL)
        if zygote.status() == signal.SIGKILL:
            killed += 1
        else:
            haste *= 0.7  # it was done before: the build that was timed was a slow one
        kinds.add(assert_whole(builds, page_scan, site, version))

    assert killed >= KILLS // 2
    assert "mixed" in kinds or "unfinished" in kinds
    zygote.start()
    assert zygote.status() == 0
    assert builds.left_behind(site) == []
    after = builds.files_of(site)
    assert after.pop("mine.txt") == b"somebody's"
    assert after == built_afresh(builds, zygote, tmp_path)


def time_build(zygote, site: Path) -> tuple[float, float]:
    """Return how long a build takes, and how long of that it writes to the site."""
    started, before_ns = time.monotonic(), written_ns(site)
    zygote.start()
    wait_for_writing(site, before_ns)
    writing = time.monotonic()
    zygote.status()
    ended = time.monotonic()
    return ended - started, ended - writing


def written_ns(site: Path) -> int:
    """Return when a build has last said which files it writes: its first step on the disk."""
    return (site / LIST_NAME).stat().st_mtime_ns


def wait_for_writing(site: Path, before_ns: int) -> None:
    """Wait until a build has begun to write to the site, or has ended long ago."""
    deadline = time.monotonic() + 5
    while written_ns(site) == before_ns and time.monotonic() < deadline:
        pass


def built_afresh(builds, zygote, folder: Path) -> dict[str, bytes]:
    shutil.rmtree(folder / "blog" / ".galley")
    shutil.rmtree(folder / "site")
    zygote.start()
    assert zygote.status() == 0
    return builds.files_of(folder / "site")


def assert_whole(builds, page_scan, site: Path, newest: int) -> str:
    """Check what readers see after a kill; return in which state the site is."""
    files = builds.files_of(site)
    seen: set[int] = set()
    for name, data in files.items():
        if name.endswith(".html"):
            text = data.decode()
            assert text.rstrip().endswith("</html>"), name
            versions = {int(number) for number in re.findall(r"version (\d+)", text)}
            assert all(version <= newest for version in versions), name
            seen |= versions if name.startswith("a-") else set()
    for name in ("index.html", "archive.html"):
        page = page_scan.read_page(site / name)
        assert page_scan.missing_files(page, name, set(files)) == [], name
    assert {f"a-{number}.html" for number in range(ARTICLES)} <= set(files)
    if len(seen) > 1:
        return "mixed"
    is_finished = '"finished": true' in (site / LIST_NAME).read_text(encoding="utf-8")
    return "finished" if is_finished else "unfinished"


# ------------------------------------------------------------------ kernels of a killed build

WAITING_CODE = """%%import pathlib, time
pathlib.Path("started").touch()
while not pathlib.Path("go").exists():
    time.sleep(0.05)
print("done")"""


@pytest.fixture
def busy(builds, tmp_path):
    """Return a folder with a published article whose new code waits for a file ``go``."""
    builds.write_notebook(tmp_path / "blog" / "busy.ipynb", "# Busy", "Old words.")
    builds.build(tmp_path)
    builds.write_notebook(tmp_path / "blog" / "busy.ipynb", "# Busy", "New words.", WAITING_CODE)
    return tmp_path


def wait_for(path: Path, seconds: float = 60) -> None:
    deadline = time.monotonic() + seconds
    while not path.exists():
        assert time.monotonic() < deadline, f"{path} never came"
        time.sleep(0.05)


@pytest.mark.parametrize(
    ("sent", "code"), [(signal.SIGKILL, -9), (signal.SIGINT, 1)], ids=["killed", "stopped"]
)
def test_a_build_that_ends_early_leaves_no_process_and_the_old_page(builds, busy, sent, code):
    build = builds.start_build(busy)
    wait_for(busy / "blog" / "started")
    children = psutil.Process(build.pid).children(recursive=True)
    os.kill(build.pid, sent)
    _, err = build.communicate(timeout=60)

    assert build.returncode == code
    assert "Traceback" not in err
    if sent == signal.SIGINT:
        assert err.endswith("Stopped. What was published before is as it was.\n")
    assert children
    _, alive = psutil.wait_procs(children, timeout=40)
    assert alive == []
    assert "Old words." in (busy / "site" / "busy.html").read_text(encoding="utf-8")
    (busy / "blog" / "go").touch()
    assert builds.build(busy).code == 0
    assert "New words." in (busy / "site" / "busy.html").read_text(encoding="utf-8")


# ------------------------------------------------------------------ two at once


def test_the_second_of_two_builds_says_that_it_waits_and_publishes_what_is_newest(builds, busy):
    first = builds.start_build(busy)
    wait_for(busy / "blog" / "started")
    second = builds.start_build(busy)
    said: list[str] = []
    for line in second.stderr:
        said.append(line)
        if "waiting for it" in line:
            break
    builds.write_notebook(busy / "blog" / "busy.ipynb", "# Busy", "Newest words.", WAITING_CODE)
    (busy / "blog" / "go").touch()

    assert re.search(r"another build is .*blog/\.galley; waiting for it", said[-1])
    for build in (first, second):
        build.communicate(timeout=90)
        assert build.returncode == 0
    assert "Newest words." in (busy / "site" / "busy.html").read_text(encoding="utf-8")
    assert builds.left_behind(busy / "site") == []


def test_two_builds_with_stores_of_their_own_publish_one_whole_site(builds, tmp_path):
    write_version(builds, tmp_path, 0)
    both = [builds.start_build(tmp_path, "--store", store) for store in ("one", "two")]
    for build in both:
        _, err = build.communicate(timeout=90)
        assert build.returncode == 0, err
    found = builds.files_of(tmp_path / "site")
    shutil.rmtree(tmp_path / "site")
    builds.build(tmp_path)

    assert found == builds.files_of(tmp_path / "site")


# ------------------------------------------------------------------ names and open files


def test_no_two_files_of_a_site_are_one_on_windows(builds, tmp_path):
    content = tmp_path / "blog"
    for name, colour in (("Fig.png", b"\x00"), ("fig.PNG", b"\xff")):
        (content / "Images").mkdir(parents=True, exist_ok=True)
        (content / "Images" / name).write_bytes(one_pixel(colour))
    builds.write_notebook(content / "Pics.ipynb", "![a](Images/Fig.png) ![b](Images/fig.PNG)")
    for name, tags in (("one", "[Stroke, con, AUX]"), ("two", "[stroke, Con, aux, COM1]")):
        aliases = f"[Old-{name}.html, PICS.html, pics/{name}.html]"
        front = f"---\ntitle: {name}\ntags: {tags}\naliases: {aliases}\n---"
        builds.write_notebook(content / f"{name}.ipynb", front)
    run = builds.build(tmp_path)
    names = [name.casefold() for name in builds.files_of(run.site)]

    assert run.code == 0
    assert len(set(names)) == len(names)
    assert not [name for name in names if re.search(r"(^|/)(con|aux|com1)(\.|/|$)", name)]
    assert len([name for name in names if name.endswith(".png")]) == 2
    assert "the address 'PICS.html' cannot be used: it is already taken by" in run.err


def one_pixel(colour: bytes) -> bytes:
    out = io.BytesIO()
    Image.new("L", (1, 1), colour[0]).save(out, "PNG")
    return out.getvalue()


def test_a_reader_who_has_a_page_open_reads_it_to_its_end(builds, tmp_path):
    builds.write_notebook(tmp_path / "blog" / "a.ipynb", "# A", "Old words. " * 5000)
    builds.build(tmp_path)
    page = tmp_path / "site" / "a.html"
    whole = page.read_bytes()
    with page.open("rb") as reader:
        begin = reader.read(1000)
        builds.write_notebook(tmp_path / "blog" / "a.ipynb", "# A", "New words.")
        builds.build(tmp_path)

        assert begin + reader.read() == whole
    assert b"New words." in page.read_bytes()


@pytest.fixture
def locked(builds, tmp_path):
    """Return a page that no program may replace, as one that Windows has open."""
    builds.write_notebook(tmp_path / "blog" / "a.ipynb", "# A", "Old words.")
    builds.write_notebook(tmp_path / "blog" / "b.ipynb", "# B", "Old words.")
    builds.build(tmp_path)
    page = tmp_path / "site" / "a.html"
    if subprocess.run(["chattr", "+i", page], check=False, capture_output=True).returncode:
        pytest.skip("no file can be locked here")
    for name in ("a", "b"):
        builds.write_notebook(tmp_path / "blog" / f"{name}.ipynb", f"# {name}", "New words.")
    yield page
    subprocess.run(["chattr", "-i", page], check=True)


def test_a_page_that_is_locked_for_a_moment_is_replaced_after_it(builds, locked, tmp_path):
    release = threading.Timer(1.5, lambda: subprocess.run(["chattr", "-i", locked], check=True))
    release.start()
    run = builds.build(tmp_path)
    release.join()

    assert run.code == 0
    assert "New words." in locked.read_text(encoding="utf-8")


def test_a_page_that_stays_locked_is_named_and_nothing_is_half_written(
    builds, page_scan, locked, tmp_path
):
    run = builds.build(tmp_path)

    assert run.code == 1
    assert run.err.endswith(
        f"{locked.as_posix()} cannot be replaced: another program has it open, or it is locked\n"
        "  Fix: Close the program (an editor, a viewer, a synchronising folder) and build again.\n"
    )
    assert builds.left_behind(tmp_path / "site") == []
    assert "Old words." in locked.read_text(encoding="utf-8")
    page = page_scan.read_page(run.site / "index.html")
    assert page_scan.missing_files(page, "index.html", set(builds.files_of(run.site))) == []
    subprocess.run(["chattr", "-i", locked], check=True)
    assert builds.build(tmp_path).code == 0
    assert "New words." in locked.read_text(encoding="utf-8")
