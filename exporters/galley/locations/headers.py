"""What a bucket tells a browser of each file: its type, and how long it may be kept."""

from __future__ import annotations

import mimetypes
import re
from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Any

# Names that end in a digest of their content never change what they hold.
_HASHED = re.compile(r"-[0-9a-f]{8,}\.\w+$")
_FOR_EVER = "public, max-age=31536000, immutable"
_ASK_FIRST = "no-cache"
# The table of the system differs from machine to machine; these are what a site is made of.
_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".mjs": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".wasm": "application/wasm",
    ".webmanifest": "application/manifest+json",
    ".woff2": "font/woff2",
    ".xml": "application/xml",
}


def content_type(path: str) -> str:
    """Return the type that a browser is to take a file for."""
    known = _TYPES.get(PurePosixPath(path).suffix.lower())
    return known or mimetypes.guess_type(path)[0] or "application/octet-stream"


def cache_control(path: str) -> str:
    """Return how long a file may be used unasked: for ever, or never."""
    return _FOR_EVER if _HASHED.search(path) else _ASK_FIRST


def upload_options(protocol: str, path: str) -> Mapping[str, Any]:
    """Return what a file system is told beside a file; empty where it takes nothing."""
    kind, cache = content_type(path), cache_control(path)
    if protocol in {"s3", "s3a"}:
        return {"ContentType": kind, "CacheControl": cache}
    if protocol in {"gs", "gcs"}:
        return {"content_type": kind, "fixed_key_metadata": {"cache_control": cache}}
    if protocol in {"az", "abfs", "abfss"}:
        return {"content_settings": {"content_type": kind, "cache_control": cache}}
    return {}
