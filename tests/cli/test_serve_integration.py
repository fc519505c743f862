"""`galley serve`, for real: a process, a browser's connection, an author who saves."""

import os
import re
import signal
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from galley.cli import run

pytestmark = pytest.mark.kernel


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "my blog é"
    assert run(["start", str(folder), "--today", "2026-11-20"]) == 0
    return folder


@pytest.fixture
def served(folder: Path) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """Run the server on a free port; yield it with its address."""
    command = [sys.executable, "-m", "galley", "serve", "--port", "0", "--no-open"]
    group = {"creationflags": subprocess.CREATE_NEW_PROCESS_GROUP} if os.name == "nt" else {}
    process = subprocess.Popen(
        [*command, "--today", "2026-11-20"],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        encoding="utf-8",
        **group,
    )
    try:
        yield process, next(_addresses(process))
    finally:
        process.kill()
        process.communicate()


def _addresses(process: subprocess.Popen[str]) -> Iterator[str]:
    assert process.stdout
    for line in process.stdout:
        if match := re.match(r"Serving (http://127\.0\.0\.1:\d+/)", line):
            yield match[1]
    raise AssertionError("the server ended before it served")


def _versions(address: str) -> Iterator[str]:
    with urllib.request.urlopen(f"{address}-/galley/events", timeout=60) as events:
        for line in events:
            if line.startswith(b"data: "):
                yield line.decode().removeprefix("data: ").strip()


def _read(address: str) -> str:
    with urllib.request.urlopen(address, timeout=10) as answer:
        return str(answer.read().decode())


def _replace(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_a_saved_article_is_rebuilt_and_the_page_told(
    folder: Path, served: tuple[subprocess.Popen[str], str]
) -> None:
    _, address = served
    article, page = folder / "first-article.ipynb", f"{address}first-article.html"
    versions = _versions(address)
    first = next(versions)
    assert f"reload.js?version={first}" in _read(page)
    _replace(article, "Is earlier always better?", "Is sooner always better?")
    second = next(version for version in versions if version != first)
    assert "Is sooner always better?" in _read(page)

    _replace(article, "date: 2026-11-20", "date: soon")
    next(version for version in versions if version != second)
    assert "Is sooner always better?" in _read(page), "the last good page stays"
    versions.close()


@pytest.mark.skipif(os.name == "nt", reason="Windows sends no SIGINT to another process")
def test_ctrl_c_ends_it_at_once(served: tuple[subprocess.Popen[str], str]) -> None:
    process, _ = served
    process.send_signal(signal.SIGINT)
    assert process.wait(10) == 0
