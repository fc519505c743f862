"""Pipes, sockets and devices in place of files: no build waits for them, none reads on for ever."""

from __future__ import annotations

import os
import socket
import sys
from contextlib import chdir

import pytest

pytestmark = [
    pytest.mark.kernel,
    pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pipes with names"),
]

# What is read of a content folder besides articles.
BESIDE = ("site.toml", "references.bib", "glossary.yml", "retractions.csv", "words.txt", "a.py")


@pytest.mark.parametrize("kind", ["pipe", "device"])
def test_what_is_no_file_is_passed_over(builds, tmp_path, kind):
    content = tmp_path / "blog"
    builds.write_notebook(content / "fine.ipynb", "# Fine", "![A picture](a.png) [data](a.csv)")
    (content / "static").mkdir()
    for name in ("odd.ipynb", "odd.md", "odd.qmd", "a.png", "a.csv", "static/x", *BESIDE):
        if kind == "pipe":
            os.mkfifo(content / name)
        else:
            (content / name).symlink_to("/dev/zero")

    run = builds.build(tmp_path, env=builds.environment())

    assert run.code == 0, run.err
    assert run.states == {"blog/fine.ipynb": "built"}
    assert [found["message"] for found in run.findings("blog/odd.ipynb")] == [
        "the notebook is left out, because it is a pipe or a device, not a file"
    ]


def test_a_socket_is_no_notebook(builds, tmp_path):
    builds.write_notebook(tmp_path / "blog" / "fine.ipynb", "# Fine")
    with chdir(tmp_path / "blog"), socket.socket(socket.AF_UNIX) as open_socket:
        open_socket.bind("odd.ipynb")

    run = builds.build(tmp_path)

    assert run.states == {"blog/fine.ipynb": "built"}
    assert run.rules("blog/odd.ipynb") == {"notebook-left-out"}
