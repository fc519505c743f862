"""The nursery of a Jupyter server, shared by all its kernels."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

from traitlets import List, Unicode
from traitlets.config import SingletonConfigurable

from galley.execution.warm.nursery import CAN_FORK, Nursery, NurseryGoneError, open_nursery


class ServerNursery(SingletonConfigurable):
    """Opens a nursery when the first kernel is wanted; it ends with the server.

    When packages were installed since, the next kernel gets a new nursery, which has loaded the
    new ones; the old one stays as long as it has kernels.
    """

    # Not numpy: authors at work want all cores, and numpy's threads forbid forking.
    packages = List(Unicode(), help="Modules that kernels find loaded.").tag(config=True)

    _nurseries: tuple[Nursery, ...] = ()
    _installed: tuple[object, ...] = ()

    def open(self, env: Mapping[str, str]) -> Nursery | None:
        """Return the nursery; ``None`` where kernels are better started in the ordinary way."""
        if not CAN_FORK:
            return None
        installed = _what_is_installed()
        if self._nurseries and not self._nurseries[-1].is_gone and installed == self._installed:
            return self._nurseries[-1]
        self._installed = installed
        try:
            nursery = open_nursery(env, self.packages, settles=False)
            nursery.prepare()
        except NurseryGoneError:
            return None
        for old in self._nurseries:
            if old.is_empty:
                old.close()
        kept = (old for old in self._nurseries if not old.is_gone)
        self._nurseries = (*kept, nursery)
        return nursery


def _what_is_installed() -> tuple[object, ...]:
    """Return what changes when a package is installed, removed or replaced."""
    folders = [Path(place) for place in sys.path if place]
    return tuple((str(folder), folder.stat().st_mtime_ns) for folder in folders if folder.is_dir())
