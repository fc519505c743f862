"""`galley lab`, for real: JupyterLab starts on the content, and asks nobody for news."""

import json
import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import psutil
import pytest

from galley.cli import run
from galley.commands.lab import lab_command, panels_of_a_clone
from galley.console.content_path import ContentPath


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def read_when_ready(address: str, seconds: float) -> str:
    end = time.monotonic() + seconds
    while True:
        try:
            with urllib.request.urlopen(address, timeout=10) as answer:
                return str(answer.read().decode())
        except (urllib.error.URLError, ConnectionError):
            if time.monotonic() > end:
                raise
            time.sleep(0.2)


def start_lab(folder: Path, port: int) -> subprocess.Popen[bytes]:
    options = ["--no-browser", "--allow-root", f"--port={port}", "--IdentityProvider.token=t"]
    return subprocess.Popen(
        [
            sys.executable,
            "-m",
            "galley",
            "lab",
            str(folder),
            *options,
            "--ServerApp.port_retries=0",
        ],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


@pytest.mark.kernel
def test_lab_opens_the_content_folder_without_news(tmp_path: Path) -> None:
    folder, port = tmp_path / "my blog é", free_port()
    folder.mkdir()
    (folder / "article.ipynb").write_text("{}", encoding="utf-8")
    process = start_lab(folder, port)
    try:
        page = read_when_ready(f"http://127.0.0.1:{port}/lab?token=t", 60)
        files = read_when_ready(f"http://127.0.0.1:{port}/api/contents?token=t", 10)
        news = read_when_ready(
            f"http://127.0.0.1:{port}/lab/api/settings/"
            "@jupyterlab/apputils-extension:notification?token=t",
            20,
        )
        rules = read_when_ready(f"http://127.0.0.1:{port}/galley/rules?token=t", 20)
        read_end = urllib.request.Request(
            f"http://127.0.0.1:{port}/api/shutdown?token=t", method="POST"
        )
        urllib.request.urlopen(read_end, timeout=10).close()
        assert process.wait(30) == 0
    finally:
        process.kill()
        process.wait()
    assert re.search(r'"news": \{"disabled": true\}', page)
    assert json.loads(news)["schema"]["properties"]["fetchNews"]["default"] == "false"
    assert '"article.ipynb"' in files
    assert '"citation-unknown-key"' in rules


@pytest.mark.kernel
@pytest.mark.skipif(sys.platform == "win32", reason="Windows ends a program without asking it")
def test_whoever_ends_the_command_ends_jupyterlab(tmp_path: Path) -> None:
    port = free_port()
    process = start_lab(tmp_path, port)
    try:
        read_when_ready(f"http://127.0.0.1:{port}/api/status?token=t", 60)
        [jupyterlab] = psutil.Process(process.pid).children()
        process.terminate()
        process.wait(60)
        assert not jupyterlab.is_running()
    finally:
        process.kill()
        process.wait()


def test_one_notebook_is_opened_in_its_folder(tmp_path: Path) -> None:
    notebook = tmp_path / "a.ipynb"
    notebook.touch()
    command = lab_command(ContentPath(notebook, "a.ipynb"), ("--no-browser",))
    assert f"--ServerApp.root_dir={tmp_path}" in command
    assert command[-2:] == ["--no-browser", str(notebook)]


def test_a_clone_shows_its_own_panels(tmp_path: Path) -> None:
    option, _ = panels_of_a_clone()
    folder = Path(option.partition("=")[2])
    package = json.loads((folder / "galley" / "package.json").read_text("utf-8"))
    entry = package["jupyterlab"]["_build"]["load"]
    assert (folder / "galley" / entry).is_file()
    assert option in lab_command(ContentPath(tmp_path, "."), ())


def test_without_jupyterlab_it_says_how_to_get_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "jupyterlab", None)
    assert run(["lab"]) == 1
    assert capsys.readouterr().err == (
        'JupyterLab is not installed\n  Fix: install it with: pip install "galley-articles[lab]"\n'
    )
