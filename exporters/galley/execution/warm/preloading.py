"""What a nursery loads before it forks, and whether it may fork after that."""

from __future__ import annotations

import gc
import importlib
import os
import site
import sys
import sysconfig
import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from galley.execution.warm.hidden_modules import HiddenModules, hide, is_found_again
from galley.execution.warm.import_graph import noting_imports

# What an ordinary kernel has loaded when its first cell runs; a test compares.
_OF_EVERY_KERNEL = (
    "ipykernel.kernelapp",
    "ipykernel.ipkernel",
    "ipykernel.debugger",
    "ipykernel.subshell_manager",
    "IPython.core.completerlib",
    "IPython.core.debugger",
    "IPython.core.logger",
    "IPython.core.oinspect",
    "IPython.extensions.storemagic",
    "IPython.utils.wildcard",
    "faulthandler",
    "pdb",
    "runpy",
    "tornado.platform.asyncio",
    "galley.execution.warm.kernel_app",
)
# What only a nursery needs.
_OWN = ("gc",)
# It ties itself to the shell when it is loaded, so each kernel loads it anew.
_NEEDS_SHELL = "matplotlib_inline"
# ipykernel tells matplotlib so before an article can import it.
_PLOT_BACKEND = "module://matplotlib_inline.backend_inline"


@dataclass(frozen=True)
class Preloaded:
    """What is ready to be forked.

    Attributes
    ----------
    problem
        Why kernels must not be forked here; empty where they may.
    hidden
        What kernels find when they import.
    variables
        What ipykernel sets in the environment when it is loaded.
    """

    problem: str = ""
    hidden: HiddenModules | None = None
    variables: Mapping[str, str] = field(default_factory=dict)


def preload(packages: Sequence[str]) -> Preloaded:
    """Load what kernels need, hide what not every kernel has, and judge whether to fork.

    A package that is not installed, or cannot be loaded, is left to the articles that use it.
    """
    gc.disable()
    own = dict(os.environ)
    problem = _load_kernel()
    if problem:
        return Preloaded(problem)
    changed = {name: value for name, value in os.environ.items() if own.get(name) != value}
    before = set(sys.modules)
    with _as_in_a_kernel(), noting_imports() as graph:
        for name in packages:
            _try_loading(name)
        variables = dict(os.environ)
    if os.environ != own | changed:
        problem = "a package changes the environment when it is loaded"
    loaded = [name for name in sys.modules if name not in before]
    problem = problem or _why_not_fork(loaded)
    hidden = hide([*loaded, *_OWN], graph, variables)
    hidden.leave_out(_NEEDS_SHELL)
    gc.enable()
    gc.collect()
    # What is here now is never garbage; looking for it would copy each page into each kernel.
    gc.freeze()
    return Preloaded(problem, hidden, changed)


def _load_kernel() -> str:
    try:
        for name in _OF_EVERY_KERNEL:
            importlib.import_module(name)
    except Exception as error:  # noqa: BLE001 - whatever it is, ordinary kernels are next
        return f"{name} cannot be loaded: {error}"
    _try_loading("galley.execution.tracing.recorder")
    return ""


@contextmanager
def _as_in_a_kernel() -> Iterator[None]:
    """Set what ipykernel has set before any article imports matplotlib."""
    before = os.environ.get("MPLBACKEND")
    os.environ["MPLBACKEND"] = before or _PLOT_BACKEND
    yield
    if before is None:
        del os.environ["MPLBACKEND"]
    else:
        os.environ["MPLBACKEND"] = before


def _try_loading(name: str) -> None:
    with suppress(Exception):  # the article that imports it meets the same error
        importlib.import_module(name)


def _why_not_fork(loaded: Iterable[str]) -> str:
    """Return what makes forking unsafe or unlike an ordinary start; empty where nothing does."""
    if _count_threads() > 1:
        return "a package starts threads when it is loaded"
    folders = _installed_folders()
    stranger = next((name for name in loaded if not _is_installed(name, folders)), None)
    return f"{stranger} is not an installed package" if stranger else ""


def _count_threads() -> int:
    tasks = Path("/proc/self/task")
    return len(list(tasks.iterdir())) if tasks.is_dir() else threading.active_count()


def _installed_folders() -> tuple[str, ...]:
    own = (sysconfig.get_path(key) for key in ("stdlib", "platstdlib"))
    return (*own, *site.getsitepackages(), site.getusersitepackages())


def _is_installed(name: str, folders: Iterable[str]) -> bool:
    """Tell whether a module comes with Python or from the installed packages."""
    spec = sys.modules[name].__spec__
    if spec is not None and spec.has_location:
        origin = Path(str(spec.origin))
        if not any(origin.is_relative_to(folder) for folder in folders):
            return False
    return "." in name or is_found_again(spec, name)
