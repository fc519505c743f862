"""Which kernel runs a notebook: its own, or the nearest installed one of the same language."""

from __future__ import annotations

import ast
import difflib
import json
import os
import re
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from galley.findings import Finding, Place, Severity

if TYPE_CHECKING:  # kernels are made ready before it is loaded
    from nbformat import NotebookNode

_NATIVE = "python3"
_PYTHON_2 = "python 2"
_OLD_FORMAT = 3
_KERNEL_NAME = re.compile(r"[a-z0-9._-]+")
_MAGIC_LINE = re.compile(r"^\s*[%!?].*$", re.MULTILINE)
# Kernel names whose language is known without any metadata.
_LANGUAGE_BY_PREFIX = {"python": "python", "ir": "r", "julia": "julia", "xpython": "python"}


@dataclass(frozen=True)
class Kernel:
    """An installed kernel.

    Attributes
    ----------
    command
        How it is started; tells two environments apart that share a kernel's name.
    """

    name: str
    language: str
    command: tuple[str, ...] = ()


@dataclass(frozen=True)
class KernelChoice:
    """The kernel for a notebook (``None``: show what is stored) and what the author should know."""

    kernel: Kernel | None
    language: str
    finding: Finding | None = None


def read_installed_kernels() -> dict[str, Kernel]:
    """Return the kernels that can be started here, by name."""
    specs = read_plain_specs()
    if specs is None:
        specs = _ask_jupyter()
    kernels = (_read_kernel(name, spec) for name, spec in sorted(specs.items()))
    return {kernel.name: kernel for kernel in kernels if _is_startable(kernel)}


def kernel_folders() -> list[str]:
    """Return the folders in which Jupyter looks for kernels; asking it would load IPython."""
    # Late: a content folder without code has no use for it.
    from jupyter_core.paths import jupyter_path

    ipython = Path(os.environ.get("IPYTHONDIR") or Path.home() / ".ipython")
    return [*jupyter_path("kernels"), str(ipython / "kernels")]


def _ask_jupyter() -> dict[str, Mapping[str, object]]:
    # Late: it loads IPython, which a build of unchanged articles does not need.
    from jupyter_client.kernelspec import KernelSpecManager

    return {name: found["spec"] for name, found in KernelSpecManager().get_all_specs().items()}


def read_plain_specs() -> dict[str, Mapping[str, object]] | None:
    """Return the kernelspecs as Jupyter finds them, in a tenth of its time.

    ``None`` where only Jupyter itself can tell: one cannot be read, has a provisioner of its own,
    or is not installed as files.
    """
    found: dict[str, Mapping[str, object]] = {}
    for folder in map(Path, kernel_folders()):
        for path in folder.glob("*/kernel.json"):
            name = path.parent.name.lower()
            spec = found[name] if name in found else _read_plain_spec(path)
            if spec is None or not _KERNEL_NAME.fullmatch(name):
                return None
            found[name] = spec
    return found if _NATIVE in found else None


def _read_plain_spec(path: Path) -> Mapping[str, object] | None:
    try:
        spec = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    if not isinstance(spec, dict) or not isinstance(metadata := spec.get("metadata", {}), dict):
        return None
    return None if "kernel_provisioner" in metadata else spec


def is_traced(kernel: Kernel) -> bool:
    """Tell whether a kernel can record what its code reads."""
    return any("ipykernel" in part for part in kernel.command)


def _read_kernel(name: str, spec: Mapping[str, object]) -> Kernel:
    argv = spec.get("argv")
    command = tuple(str(part) for part in argv) if isinstance(argv, list) else ()
    return Kernel(name, str(spec.get("language", "")).lower(), command)


def _is_startable(kernel: Kernel) -> bool:
    """Leave out kernels of environments that were deleted since."""
    program = kernel.command[0] if kernel.command else ""
    return bool(program) and (Path(program).exists() or shutil.which(program) is not None)


def choose_none(notebook: NotebookNode) -> KernelChoice:
    """Return the choice where nothing is to run: no kernel, and the language of the code."""
    name = str(notebook.metadata.get("kernelspec", {}).get("name", "")).lower()
    return KernelChoice(None, _language_of(notebook, name))


def choose_kernel(
    notebook: NotebookNode, installed: Mapping[str, Kernel], file: str
) -> KernelChoice:
    """Choose the kernel that runs a notebook, or none where its language is not installed."""
    name = str(notebook.metadata.get("kernelspec", {}).get("name", "")).lower()
    own = {key.lower(): kernel for key, kernel in installed.items()}.get(name)
    if own is not None:
        return KernelChoice(own, own.language)
    language = _language_of(notebook, name)
    candidates = [kernel for kernel in installed.values() if kernel.language == language]
    if not candidates:
        return KernelChoice(None, language, _missing(notebook, language, file))
    nearest = _nearest(name, candidates)
    return KernelChoice(nearest, language, _replaced(name, nearest, file) if name else None)


def _language_of(notebook: NotebookNode, kernel_name: str) -> str:
    """Return the notebook's language in lower case; one that says nothing is Python."""
    metadata = notebook.metadata
    said = metadata.get("language_info", {}).get("name") or metadata.get("kernelspec", {}).get(
        "language"
    )
    language = str(said).lower() if said else _guessed_language(kernel_name)
    return _PYTHON_2 if language == "python" and _is_python_2(notebook) else language


def _guessed_language(kernel_name: str) -> str:
    guesses = (
        language
        for prefix, language in _LANGUAGE_BY_PREFIX.items()
        if kernel_name == prefix or kernel_name.startswith((f"{prefix}-", f"{prefix}3"))
    )
    return next(guesses, "python")


def _is_python_2(notebook: NotebookNode) -> bool:
    """Tell whether an old notebook's code can only be read by Python 2.

    Much of what was written for Python 2 runs in Python 3 as well; that is tried.
    """
    metadata = notebook.metadata
    version = str(metadata.get("language_info", {}).get("version", ""))
    is_old = (
        version.startswith("2.")
        or str(metadata.get("kernelspec", {}).get("name", "")).lower() == "python2"
        or metadata.get("orig_nbformat", _OLD_FORMAT + 1) <= _OLD_FORMAT
    )
    return is_old and not all(
        _is_python_3(cell.source) for cell in notebook.cells if _is_code(cell)
    )


def _is_code(cell: NotebookNode) -> bool:
    return bool(cell.cell_type == "code") and not cell.source.lstrip().startswith("%%")


def _is_python_3(source: str) -> bool:
    try:
        ast.parse(_MAGIC_LINE.sub("", source))
    except (SyntaxError, ValueError, RecursionError):
        return False
    return True


def _nearest(name: str, candidates: list[Kernel]) -> Kernel:
    by_name = {kernel.name: kernel for kernel in candidates}
    close = difflib.get_close_matches(name, by_name, n=1, cutoff=0.8)
    if close:
        return by_name[close[0]]
    return by_name.get(_NATIVE, candidates[0])


def _replaced(name: str, kernel: Kernel, file: str) -> Finding:
    return Finding(
        rule="kernel-replaced",
        severity=Severity.ADVICE,
        place=Place(file),
        message=f"the kernel '{name[:60]}' is not installed; '{kernel.name}' ran the code instead",
        fix=f"Choose '{kernel.name}' in JupyterLab (Kernel > Change Kernel…) and save, "
        f"or install '{name[:60]}'.",
    )


def _missing(notebook: NotebookNode, language: str, file: str) -> Finding:
    has_outputs = any(_was_run(cell) for cell in notebook.cells)
    shown = (
        "the outputs stored in the notebook are shown"
        if has_outputs
        else "the notebook holds no stored outputs"
    )
    return Finding(
        rule="kernel-missing",
        severity=Severity.WARNING if has_outputs else Severity.ERROR,
        place=Place(file),
        message=f"no kernel for the language '{language}' is installed; {shown}",
        fix=f"Install a Jupyter kernel for '{language}'; "
        "'jupyter kernelspec list' shows those that are there.",
    )


def _was_run(cell: NotebookNode) -> bool:
    return cell.cell_type == "code" and bool(cell.outputs or cell.execution_count)
