"""Copies of what lies on the disk before a form or a mend changes it."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path

from galley.console.today import read_zone, settle_now
from galley.discovery import TEXT_SUFFIXES
from galley.kept_copies import KeptCopies, Reason, folder_around


def keep_before(path: Path, reason: Reason) -> None:
    """Copy a file into the store of the content folder around it.

    Raises
    ------
    EnvironmentFault
        If it cannot be copied; then it is not to be changed.
    """
    root = folder_around(path)
    KeptCopies(root).keep(path, reason, settle_now(os.environ, read_zone(root)))


@dataclass
class KeptOnce:
    """What has been kept while this server runs.

    A form changes the document that is open, and JupyterLab takes that back step by step; the
    file as it lay there is copied when a form is first used.
    """

    _kept: set[tuple[Path, str]] = field(default_factory=set)

    def keep(self, path: Path, form: str) -> None:
        """Copy a file as it lies there, once for each form."""
        if (path, form) not in self._kept:
            for each in dict.fromkeys((path, *(path.with_suffix(end) for end in TEXT_SUFFIXES))):
                # A text of the same name may be saved together with its notebook.
                keep_before(each, Reason.FORM)
            self._kept.add((path, form))
