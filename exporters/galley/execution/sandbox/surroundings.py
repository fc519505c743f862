"""The environment variables that code in the sandbox sees: those that change how Python runs.

All others stay outside: they hold passwords and keys.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

_KEPT = re.compile(
    r"PATH|HOME|TZ|LANG|LANGUAGE|LC_[A-Z]+|PYTHON(?:PATH|HASHSEED|UTF8|IOENCODING)"
    r"|VIRTUAL_ENV|CONDA_PREFIX|[A-Z]+_(?:NUM|MAXIMUM)_THREADS|SOURCE_DATE_EPOCH|GALLEY_TRACE"
)


def sandbox_environment(wanted: Mapping[str, str]) -> dict[str, str]:
    """Return what a kernel in the sandbox gets of its environment."""
    return {name: value for name, value in wanted.items() if _KEPT.fullmatch(name)}
