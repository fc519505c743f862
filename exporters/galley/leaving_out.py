"""Leaving out optional modules of somebody else's while a library is loaded."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import cast

# jsonschema loads these, where they are installed, to check formats of text; notebooks' schemas
# have none. The first builds a grammar for a second, at every start.
FORMAT_CHECKERS = ("rfc3987_syntax", "rfc3986_validator", "isoduration", "webcolors", "fqdn")


@contextmanager
def leaving_out(*names: str) -> Iterator[None]:
    """Make modules count as not installed inside this context, unless they are loaded already.

    Python's own way of saying so: an entry of None among the loaded modules.
    """
    modules = cast("dict[str, object]", sys.modules)
    absent = [name for name in names if name not in modules]
    modules.update(dict.fromkeys(absent))
    try:
        yield
    finally:
        for name in absent:
            del modules[name]
