"""Word and HTML as pandoc reads them: in a sandbox, with a limit of time and memory."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping, Sequence
from typing import Any

from galley.html.pandoc_process import find_pandoc

_SECONDS = 120
_MEMORY = "1500M"


class UnreadableError(Exception):
    """A source that cannot be read; says why in a few words."""


class NoPostError(UnreadableError):
    """A page that is no post: a list of others, for example."""


def read_ast(data: bytes, form: str, options: Sequence[str] = ()) -> Mapping[str, Any]:
    """Return a document as pandoc's JSON.

    Raises
    ------
    UnreadableError
        If pandoc does not understand it, or not within the limits.
    EnvironmentFault
        If there is no pandoc.
    """
    command = [str(find_pandoc()), "-f", form, "-t", "json", "--sandbox", *options]
    limits = ["+RTS", f"-M{_MEMORY}", "-RTS"]
    try:
        done = subprocess.run(  # noqa: S603 - found by `find_pandoc`
            [*command, *limits], input=data, capture_output=True, check=False, timeout=_SECONDS
        )
    except subprocess.TimeoutExpired:
        raise UnreadableError("it takes too long to read") from None
    if done.returncode:
        raise UnreadableError(_reason(done.stderr.decode("utf-8", "replace")))
    try:
        document: Mapping[str, Any] = json.loads(done.stdout)
    except (ValueError, RecursionError):
        raise UnreadableError("it is nested too deeply") from None
    return document


def _reason(said: str) -> str:
    if "heap" in said.lower():
        return "it needs too much memory"
    return "it is damaged, or it is of another kind than its name says"
