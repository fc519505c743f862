"""Answers of the network, kept on disk with the time at which they were given."""

from __future__ import annotations

import hashlib
import json
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from galley.disk import write_whole
from galley.findings import EnvironmentFault

DAY_S = 86_400
FOUND_S = 30 * DAY_S
MISSING_S = DAY_S
_SCHEMA = 1


@dataclass(frozen=True)
class Answer:
    """What an address answered.

    Attributes
    ----------
    status
        As in HTTP; 0 where there is no such host, or nothing answers there.
    content
        What was kept of the body.
    asked_s
        When it was asked, in seconds since 1970.
    """

    status: int
    content: Any
    asked_s: float

    @property
    def is_found(self) -> bool:
        """Whether there is something at the address."""
        return 200 <= self.status < 400  # noqa: PLR2004 - the classes of HTTP

    @property
    def keeps_s(self) -> int:
        """For how long the answer is believed: what is missing today may be there tomorrow."""
        return FOUND_S if self.is_found else MISSING_S


class Cache:
    """A folder of answers, one file each; without a folder, nothing is kept.

    A file that is missing, damaged or too old is no answer, and one that cannot be written costs
    a question next time.
    """

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder

    def read(self, url: str, now_s: float) -> Answer | None:
        """Return what the address answered, unless that was too long ago."""
        path = self._path(url)
        if path is None:
            return None
        try:
            stored = json.loads(path.read_text(encoding="utf-8"))
            if stored["schema"] != _SCHEMA or stored["url"] != url:
                return None
            answer = Answer(int(stored["status"]), stored["content"], float(stored["asked_s"]))
        except (OSError, ValueError, LookupError, TypeError, RecursionError):
            return None
        return answer if 0 <= now_s - answer.asked_s < answer.keeps_s else None

    def write(self, url: str, answer: Answer) -> None:
        """Keep an answer."""
        path = self._path(url)
        if path is not None:
            data = json.dumps({"schema": _SCHEMA, "url": url, **asdict(answer)}, ensure_ascii=False)
            with suppress(EnvironmentFault):
                write_whole(path, data.encode("utf-8", "replace"))

    def clear_old(self, now_s: float) -> None:
        """Remove what is too old to be believed, so that the folder stays small."""
        if self._folder is None:
            return
        with suppress(OSError):
            for path in self._folder.glob("*.json"):
                if now_s - path.stat().st_mtime > FOUND_S:
                    path.unlink(missing_ok=True)

    def _path(self, url: str) -> Path | None:
        name = hashlib.sha256(url.encode("utf-8", "surrogatepass")).hexdigest()
        return self._folder / f"{name}.json" if self._folder else None
