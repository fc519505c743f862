"""Leaving out an optional module of somebody else's while a library is loaded."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import cast

# jsonschema loads it, where it is installed, to check addresses in schemas; notebooks' schemas
# have none. Its grammar takes a second to build, at every start.
URI_GRAMMAR = "rfc3987_syntax"


@contextmanager
def leaving_out(name: str) -> Iterator[None]:
    """Make a module count as not installed inside this context, unless it is loaded already.

    Python's own way of saying so: an entry of None among the loaded modules.
    """
    if name in sys.modules:
        yield
        return
    modules = cast("dict[str, object]", sys.modules)
    modules[name] = None
    try:
        yield
    finally:
        del modules[name]
