"""Sending a built site on: what ``[publish]`` in ``site.toml`` asks for."""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from pathlib import Path

from galley.config import CONFIG_FILE
from galley.findings import EnvironmentFault

_LAST_LINES = 3


def run_command(command: Sequence[str], root: Path, site: Path) -> None:
    """Run the author's own command in the content folder.

    Raises
    ------
    EnvironmentFault
        If there is no such program, or it says that it failed.
    """
    filled = [part.replace("{site}", str(site)) for part in command]
    try:
        # It may ask nothing: nobody would see the question.
        done = subprocess.run(  # noqa: S603 - the author's own words in site.toml, as a list
            filled,
            cwd=root,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
        )
    except OSError as error:
        raise EnvironmentFault(
            f"'{filled[0]}' cannot be run: {error.strerror or error}",
            f"install it, or correct command under [publish] in {CONFIG_FILE}",
        ) from None
    if done.returncode:
        said = done.stdout.decode("utf-8", "replace").strip().splitlines()[-_LAST_LINES:]
        raise EnvironmentFault(
            f"'{filled[0]}' could not send the site: {' '.join(said) or done.returncode}",
            f"correct command under [publish] in {CONFIG_FILE}; the site itself is ready in {site}",
        )
