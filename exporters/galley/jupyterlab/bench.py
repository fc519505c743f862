"""Where questions about notebooks are answered: in turn, and none holds up the others for long."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from galley.jupyterlab.turns import Turns
from galley.jupyterlab.worker import EndedError, Worker

_PAUSE_S = 10.0


class TooSlowError(Exception):
    """A notebook takes too long.

    Attributes
    ----------
    again_after_s
        When it is tried again.
    """

    def __init__(self, again_after_s: float) -> None:
        super().__init__(again_after_s)
        self.again_after_s = again_after_s


class Bench:
    """One process with those who wait for it.

    Parameters
    ----------
    pause_s
        For how long a notebook that took too long is not tried again.
    """

    def __init__(
        self,
        worker: Worker,
        *,
        pause_s: float = _PAUSE_S,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        self._worker = worker
        self._turns = Turns()
        self._pause_s = pause_s
        self._now = now
        self._not_before: dict[Path, float] = {}

    async def ask(self, path: Path, question: dict[str, Any]) -> bytes:
        """Return the answer as JSON.

        Raises
        ------
        SupersededError
            If the same client asked something newer about the notebook meanwhile.
        TooSlowError
            If the notebook takes too long, or did so a moment ago.
        EndedError
            If the process broke down.
        """
        key = (path, str(question.get("client")))
        return await self._turns.run(key, partial(self._ask, path, question))

    def _ask(self, path: Path, question: dict[str, Any]) -> bytes:
        again_after = self._not_before.get(path, 0.0) - self._now()
        if again_after > 0:
            raise TooSlowError(again_after)
        try:
            return self._worker.ask({**question, "path": str(path)})
        except EndedError as error:
            if not error.is_slow:
                raise
            self._not_before[path] = self._now() + self._pause_s
            raise TooSlowError(self._pause_s) from None

    def warm_up(self, root: Path) -> None:
        """Start the process, beside the server."""
        self._turns.submit(partial(self._worker.ask, {"path": str(root)}))

    def close(self) -> None:
        """End the process, whatever it does."""
        self._turns.close()
        self._worker.close()
