"""Records under a seal: only what this user's Galley wrote into a store is believed again.

A store lies in the content folder, and a content folder may come from anybody. What such a store
says of pages and executions would be published as it is, so each record of that kind bears a seal:
a digest made with a secret of this user, which lies outside every content folder. A record without
it counts as absent, which costs time and nothing else.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import secrets
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from galley.user_cache import user_cache_folder

SECRET_VARIABLE = "GALLEY_SEAL"  # noqa: S105 - the name of a variable
"""Holds the secret instead, for machines that keep a store and nothing else from build to build."""
_FILE = "seal"
_BYTES = 32
_START = b'{"seal": "'
_LENGTH = 64
_NEW_FILE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


def sealed(value: Mapping[str, Any], name: str) -> bytes:
    """Return a record as JSON under its seal.

    Parameters
    ----------
    name
        What the record is of; under another name it is worth nothing.
    """
    text = json.dumps(value, ensure_ascii=False).encode("utf-8", "replace")
    return _START + _seal_of(text, name) + b'", ' + text[1:]


def unsealed(data: bytes, name: str) -> dict[str, Any] | None:
    """Return a record that was sealed under this name; None for any other.

    Raises
    ------
    ValueError
        If it is no JSON.
    """
    start = len(_START)
    text = b"{" + data[start + _LENGTH + 3 :]
    given = data[start : start + _LENGTH]
    if not data.startswith(_START) or not hmac.compare_digest(given, _seal_of(text, name)):
        return None
    value = json.loads(text)
    return value if isinstance(value, dict) else None


def read_sealed(path: Path, name: str) -> dict[str, Any] | None:
    """Return a sealed record of the disk; None where it is absent, damaged or not of this user."""
    try:
        return unsealed(path.read_bytes(), name)
    except (OSError, ValueError):
        return None


def _seal_of(text: bytes, name: str) -> bytes:
    asked = name.encode("utf-8", "surrogateescape") + b"\0" + text
    return hmac.new(_secret(), asked, hashlib.sha256).hexdigest().encode()


def _secret() -> bytes:
    given = os.environ.get(SECRET_VARIABLE)
    if given:
        return hashlib.sha256(given.encode("utf-8", "surrogateescape")).digest()
    return _secret_in(user_cache_folder(os.environ))


@cache
def _secret_in(folder: Path | None) -> bytes:
    """Return the user's secret, made where there is none; one for this process if need be."""
    fresh = secrets.token_bytes(_BYTES)
    if folder is None:
        return fresh
    path = folder / _FILE
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        with os.fdopen(os.open(path, _NEW_FILE, 0o600), "wb") as file:
            file.write(fresh)
    except FileExistsError:
        pass
    except OSError:
        return fresh
    try:
        known = path.read_bytes()
    except OSError:
        return fresh
    return known if len(known) == _BYTES else fresh
