"""Cells that were sent before, so that a changed notebook is told by what changed in it."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable, Mapping
from typing import Any

_KEPT_NOTEBOOKS = 12


class UnknownCellsError(Exception):
    """Cells were named that have not been sent, or not to this process."""

    def __init__(self, keys: tuple[str, ...]) -> None:
        super().__init__(*keys)
        self.keys = keys


class CellMemory:
    """Makes notebooks whole of which a client sent what it had not sent before.

    A client names each state of a cell once, and never names another state so.
    """

    def __init__(self) -> None:
        self._notebooks: OrderedDict[Hashable, dict[str, Any]] = OrderedDict()

    def whole(self, whose: Hashable, asked: Mapping[str, Any]) -> dict[str, Any]:
        """Return the notebook of a question.

        Parameters
        ----------
        whose
            The client and its notebook.
        asked
            The question: ``notebook``, and where that has no cells ``keys``, the names of all its
            cells in order, and ``cells``, those that are new, by name.

        Raises
        ------
        UnknownCellsError
            If cells are missing; those that were sent are kept.
        """
        notebook, keys = dict(asked["notebook"]), asked.get("keys")
        if not isinstance(keys, list):
            return notebook
        sent = asked.get("cells")
        known = self._notebooks.get(whose, {}) | (sent if isinstance(sent, dict) else {})
        names = [str(key) for key in keys]
        missing = tuple(dict.fromkeys(name for name in names if name not in known))
        self._keep(whose, {name: known[name] for name in names if name in known})
        if missing:
            raise UnknownCellsError(missing)
        notebook["cells"] = [known[name] for name in names]
        return notebook

    def _keep(self, whose: Hashable, cells: dict[str, Any]) -> None:
        self._notebooks[whose] = cells
        self._notebooks.move_to_end(whose)
        if len(self._notebooks) > _KEPT_NOTEBOOKS:
            self._notebooks.popitem(last=False)
