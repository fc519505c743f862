"""What an article asks to be run: the part of its outcome's key that is known without running.

The rest of the key is the trace of what the code read while it ran.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from functools import cached_property
from typing import Any

# Raised when the way of running changes what a run gives, so that older results are not used.
SCHEMA = 2


@dataclass(frozen=True)
class KeyParts:
    """What is asked to run, kept beside its outcome so that a change can be named.

    Attributes
    ----------
    notebook
        The notebook's path in the content folder: the same code elsewhere reads other files.
    code
        A digest of the code cells and of the tags that change how they run.
    kernel
        The kernel's name, language and command.
    sandbox
        Whether it is asked to run in the sandbox, where code sees less.
    """

    notebook: str
    code: str
    parameters: dict[str, Any]
    kernel: list[str]
    sandbox: bool = False
    schema: int = SCHEMA

    @cached_property
    def key(self) -> str:
        """A digest of all parts."""
        return hashlib.sha256(_as_text(self.as_json()).encode()).hexdigest()

    def as_json(self) -> dict[str, Any]:
        """Return the parts as JSON values."""
        return dict(self._values)

    @cached_property
    def _values(self) -> dict[str, Any]:
        # Through text, because YAML has values that JSON has not: days.
        value: dict[str, Any] = json.loads(_as_text({n: getattr(self, n) for n in _NAMES}))
        if not self.sandbox:
            del value["sandbox"]  # as in what was kept before there was one
        return value


_NAMES = tuple(item.name for item in fields(KeyParts))


def _as_text(value: object) -> str:
    return json.dumps(value, sort_keys=True, ensure_ascii=False, default=str)


def why_changed(old: Mapping[str, Any], new: KeyParts) -> str:
    """Say in one plain sentence what is asked differently; empty where nothing is."""
    current = new.as_json()
    if current == old:
        return ""
    changed = (
        explain(old.get(name), current.get(name))
        for name, explain in _EXPLANATIONS.items()
        if old.get(name) != current.get(name)
    )
    return next(changed, "Galley's way of running changed")


def _parameter_changed(old: object, new: Mapping[str, Any]) -> str:
    before = old if isinstance(old, dict) else {}
    both = sorted({*before, *new})
    names = [name for name in both if before.get(name, _ABSENT) != new.get(name, _ABSENT)]
    more = f" and {len(names) - 1} more" if len(names) > 1 else ""
    return f"parameter '{names[0]}'{more} changed"


_ABSENT = object()

# In the order in which an author would look for the cause.
_EXPLANATIONS: dict[str, Callable[[Any, Any], str]] = {
    "code": lambda _old, _new: "code changed",
    "parameters": _parameter_changed,
    "kernel": lambda _old, new: f"the kernel changed to '{new[0]}'",
    "sandbox": lambda _old, new: (
        "it ran outside the sandbox before" if new else "it ran in the sandbox before"
    ),
}
