"""What the server and the process that makes its previews say to each other."""

from __future__ import annotations

import struct
from typing import IO, Literal

Kind = Literal[b"?", b"!", b"."]
"""A question, that the notebook itself is begun, an answer."""

_HEAD = struct.Struct(">cI")


def write_message(stream: IO[bytes], kind: Kind, body: bytes = b"") -> None:
    """Send a message whole."""
    stream.write(_HEAD.pack(kind, len(body)) + body)
    stream.flush()


def read_message(stream: IO[bytes]) -> tuple[bytes, bytes] | None:
    """Return kind and body of the next message; None where the other side has ended."""
    head = stream.read(_HEAD.size)
    if len(head) < _HEAD.size:
        return None
    kind, length = _HEAD.unpack(head)
    body = stream.read(length)
    return (kind, body) if len(body) == length else None
