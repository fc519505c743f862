"""How a build and its nursery talk: a JSON object a line, with open files beside it."""

from __future__ import annotations

import json
import socket
import threading
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import Any

_CHUNK = 65536
_MOST_FILES = 16


class Wire:
    """One end of a Unix socket; any thread may send, one thread receives."""

    def __init__(self, end: socket.socket) -> None:
        self._end = end
        self._sending = threading.Lock()
        self._rest = b""
        self._files: list[int] = []

    def fileno(self) -> int:
        """Return the socket's number, for selectors."""
        return self._end.fileno()

    def send(self, message: Mapping[str, Any], files: Sequence[int] = ()) -> None:
        """Send a message; the files stay open here and are the receiver's as well."""
        data = json.dumps(message).encode() + b"\n"
        with self._sending:
            sent = socket.send_fds(self._end, [data], list(files)) if files else 0
            self._end.sendall(data[sent:])

    def receive(self) -> list[dict[str, Any]]:
        """Wait for messages and return those that are complete.

        Raises
        ------
        EOFError
            If the other end was closed.
        """
        data, files, _, _ = socket.recv_fds(self._end, _CHUNK, _MOST_FILES)
        self._files += files
        if not data:
            raise EOFError
        *lines, self._rest = (self._rest + data).split(b"\n")
        return [json.loads(line) for line in lines]

    def take_files(self, count: int) -> list[int]:
        """Return the files that came with the oldest message whose files were not taken yet."""
        taken, self._files = self._files[:count], self._files[count:]
        return taken

    def close(self) -> None:
        """Close this end; whoever waits in `receive`, here or there, is told."""
        with suppress(OSError):  # the other end was closed before
            self._end.shutdown(socket.SHUT_RDWR)
        self._end.close()
