"""pandoc as a program that reads HTML and writes files, for documents."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from galley.findings import EnvironmentFault
from galley.html.pandoc_process import find_pandoc

_SECONDS = 120


def read_html(html: str) -> list[dict[str, Any]]:
    """Return the blocks of a piece of HTML of our own."""
    # What is no element stays text: nothing in an article is TeX or Markdown by accident.
    read = run_pandoc(["--from", "html-raw_html", "--to", "json"], html.encode())
    blocks: list[dict[str, Any]] = json.loads(read)["blocks"]
    return blocks


def write_pandoc(
    document: Mapping[str, Any],
    arguments: Sequence[str],
    *,
    folder: Path | None = None,
    seconds_since_1970: int = 0,
) -> bytes:
    """Return what pandoc writes of a document.

    Parameters
    ----------
    arguments
        ``--to`` and whatever the format needs.
    folder
        Where the document's files lie.
    seconds_since_1970
        The moment at which the file says that it was made.
    """
    return run_pandoc(
        ["--from", "json", *arguments],
        json.dumps(document).encode(),
        folder=folder,
        seconds_since_1970=seconds_since_1970,
    )


def run_pandoc(
    arguments: Sequence[str],
    given: bytes,
    *,
    folder: Path | None = None,
    seconds_since_1970: int = 0,
) -> bytes:
    """Run pandoc and return what it prints.

    Raises
    ------
    EnvironmentFault
        If pandoc is missing, too old, fails, or does not end.
    """
    try:
        done = subprocess.run(  # noqa: S603 - found by `find_pandoc`; arguments are ours
            [find_pandoc(), *arguments],
            input=given,
            capture_output=True,
            check=False,
            cwd=folder,
            timeout=_SECONDS,
            env={**os.environ, "SOURCE_DATE_EPOCH": str(seconds_since_1970)},
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except subprocess.TimeoutExpired:
        raise _stopped("it did not end") from None
    if done.returncode:
        raise _stopped(done.stderr.decode(sys.getdefaultencoding(), "replace").strip())
    return done.stdout


def _stopped(reason: str) -> EnvironmentFault:
    last = reason.splitlines()[-1] if reason else "it said nothing"
    return EnvironmentFault(
        f"pandoc could not write the document: {last}",
        "'galley doctor' tests pandoc itself; if that is well, please report this article.",
    )
