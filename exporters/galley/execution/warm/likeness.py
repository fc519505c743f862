"""Whether a forked kernel would be like the one that a kernelspec asks for."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from jupyter_client.kernelspec import KernelSpec

from galley.execution.warm.nursery import CAN_FORK

_LAUNCHER = ["-m", "ipykernel_launcher"]
# Variables that each kernel has for itself, and no package looks at when it is loaded.
_OF_ONE_KERNEL = frozenset(
    {"GALLEY_TRACE", "JPY_PARENT_PID", "JPY_SESSION_NAME", "OLDPWD", "PWD", "SHLVL", "_"}
)


def may_be_forked(spec: KernelSpec, env: Mapping[str, str], nursery_env: Mapping[str, str]) -> bool:
    """Tell whether a fork of this very Python, in the nursery's environment, is what is wanted."""
    return (
        CAN_FORK
        and str(spec.language).lower() == "python"
        and not spec.env
        and _shared(env) == _shared(nursery_env)
    )


def ipykernel_arguments(command: Sequence[str]) -> list[str] | None:
    """Return the arguments for ipykernel; ``None`` where something else is to be started."""
    program, *rest = command
    if not _is_this_python(program) or rest[:2] != _LAUNCHER:
        return None
    return rest[2:]


def recorded_command(command: Sequence[str], recorder: Path) -> list[str]:
    """Return the command that starts the same ipykernel, in any environment, with a recorder."""
    parts = list(command)
    at = next((i for i in range(1, len(parts)) if parts[i : i + 2] == _LAUNCHER), None)
    return parts if at is None else [*parts[:at], str(recorder), *parts[at + 2 :]]


def _shared(env: Mapping[str, str]) -> dict[str, str]:
    return {name: value for name, value in env.items() if name not in _OF_ONE_KERNEL}


def _is_this_python(program: str) -> bool:
    """Tell whether a program is this interpreter, also under another of its names.

    The folder counts as it is written: a link in a virtual environment is not what it points to.
    """
    asked, own = Path(program), Path(sys.executable)
    return asked.parent == own.parent and asked.resolve() == own.resolve()
