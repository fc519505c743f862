"""A build killed at fifty random moments: the site is whole each time, and the next build heals."""

from __future__ import annotations

import os
import random
import re
import signal
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

pytestmark = [
    pytest.mark.kernel,
    pytest.mark.skipif(sys.platform == "win32", reason="processes are killed the POSIX way"),
]

KILLS = 50
WORDS = [f"words-{number}" for number in range(6)]
CODE = ["code-0", "code-1"]
# Code runs again in every so-manieth build only; the others kill what needs no kernel.
CODE_EVERY = 5


def write_version(builds, folder: Path, version: int) -> None:
    for name in WORDS:
        builds.write_notebook(folder / "blog" / f"{name}.ipynb", f"# {name}", f"version {version}")
    ran = version - version % CODE_EVERY
    for name in CODE:
        code = f"%%print('version {ran}')"
        builds.write_notebook(folder / "blog" / f"{name}.ipynb", f"# {name}", code)


def versions(site: Path, name: str) -> set[int]:
    text = (site / f"{name}.html").read_text(encoding="utf-8")
    assert text.rstrip().endswith("</html>"), name
    return {int(number) for number in re.findall(r"version (\d+)", text)}


def assert_whole(builds, page_scan, site: Path, newest: int) -> None:
    files = builds.files_of(site)
    for name in (*WORDS, *CODE):
        assert all(version <= newest for version in versions(site, name)), name
    for name in files:
        if name.endswith(".html"):
            page = page_scan.read_page(site / name)
            assert page_scan.missing_files(page, name, set(files)) == [], name


def assert_healed(builds, site: Path, version: int) -> None:
    assert builds.left_behind(site) == []
    assert {name: versions(site, name) for name in WORDS} == {name: {version} for name in WORDS}
    ran = version - version % CODE_EVERY
    assert {name: versions(site, name) for name in CODE} == {name: {ran} for name in CODE}


def test_a_build_killed_at_fifty_moments_harms_nothing_and_the_next_one_heals(
    builds, page_scan, killing, tmp_path
):
    write_version(builds, tmp_path, 0)
    zygote = killing.Zygote(tmp_path, builds.environment())
    site, moments = tmp_path / "site", random.Random(20260601)
    killed, seconds = 0, {True: 3.0, False: 0.5}
    for version in range(1, KILLS + 1):
        write_version(builds, tmp_path, version)
        runs_code = version % CODE_EVERY == 0
        build = zygote.start()
        time.sleep(moments.uniform(0, seconds[runs_code]))
        with suppress(ProcessLookupError):
            os.kill(build, signal.SIGKILL)
        killed += zygote.status() == signal.SIGKILL
        assert_whole(builds, page_scan, site, version)

        started = time.monotonic()
        zygote.start()
        assert zygote.status() == 0
        # The machine may be busy with other tests: moments are spread over a build as it is now.
        seconds[runs_code] = max(0.05, (time.monotonic() - started + seconds[runs_code]) / 2)
        assert_healed(builds, site, version)
    zygote.close()

    assert killed >= KILLS // 2
    assert killing.still_running(tmp_path) == []
