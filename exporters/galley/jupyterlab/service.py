"""What everything that one Jupyter server does for Galley shares."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

from galley.jupyterlab.mending import NOTHING_MENDED, mend_open, write_files
from galley.jupyterlab.preview import find_in_notebook, render_preview
from galley.jupyterlab.sessions import Sessions
from galley.jupyterlab.turns import Turns
from galley.mending import Written


class Service:
    """What the routes of one server share.

    Attributes
    ----------
    root
        The folder that the server shows; no preview reaches a notebook outside of it.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self.turns = Turns()

    @cached_property
    def sessions(self) -> Sessions:
        """Made when first asked for, so that the server itself starts at once."""
        return Sessions(self.root)

    def warm_up(self) -> None:
        """Prepare for the first preview, beside the server."""
        self.turns.submit(self._warm_up)

    def _warm_up(self) -> None:
        self.sessions.warm_up()

    def preview(self, path: Path, notebook: dict[str, Any], edition: str) -> str:
        """Return the preview as JSON."""
        return json.dumps(render_preview(notebook, edition, self.sessions.around(path)).record())

    def mend(
        self, path: Path, notebook: dict[str, Any], keys: Collection[str], *, writes: bool
    ) -> Mapping[str, Any]:
        """Return how findings are mended; files beside the notebook are written if that is asked.

        What a file is called that somebody else changed meanwhile stands under ``changed``.
        """
        findings, cells = find_in_notebook(notebook, self.sessions.around(path))
        if cells is None:
            return NOTHING_MENDED
        mending = mend_open(findings, keys, cells)
        written = write_files(mending) if writes else Written()
        changed = [file.name for file in written.changed_meanwhile]
        return {**mending.record(), "changed": changed}

    def close(self) -> None:
        """End what was started."""
        self.turns.close()
        if "sessions" in self.__dict__:
            self.sessions.close()
