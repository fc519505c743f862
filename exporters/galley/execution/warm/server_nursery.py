"""The nursery of a Jupyter server, shared by all its kernels."""

from __future__ import annotations

from collections.abc import Mapping

from traitlets import List, Unicode
from traitlets.config import SingletonConfigurable

from galley.execution.warm.nursery import CAN_FORK, Nursery, NurseryGoneError, open_nursery


class ServerNursery(SingletonConfigurable):
    """Opens a nursery when the first kernel is wanted; it ends with the server."""

    # Not numpy: authors at work want all cores, and numpy's threads forbid forking.
    packages = List(Unicode(), help="Modules that kernels find loaded.").tag(config=True)

    _nursery: Nursery | None = None

    def open(self, env: Mapping[str, str]) -> Nursery | None:
        """Return the nursery; ``None`` where kernels are better started in the ordinary way."""
        if not CAN_FORK:
            return None
        if self._nursery is None or self._nursery.is_gone:
            try:
                self._nursery = open_nursery(env, self.packages, settles=False)
            except NurseryGoneError:
                return None
            self._nursery.prepare()
        return self._nursery
