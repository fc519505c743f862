"""Starts a nursery process: ``python launch_nursery.py SOCKET settles|reads PACKAGE …``.

A nursery becomes kernels, so it loads its own few modules of Galley and no other: the packages
above them are stood in for, because theirs would load half of Galley.
"""

from __future__ import annotations

import sys
from importlib.machinery import ModuleSpec
from importlib.util import module_from_spec
from pathlib import Path

SETTLES, READS = "settles", "reads"
_HERE = Path(__file__).resolve().parent


def stand_in(name: str, folder: Path) -> None:
    """Make a package whose modules can be imported although its own code never runs."""
    spec = ModuleSpec(name, None, is_package=True)
    spec.submodule_search_locations = [str(folder)]
    sys.modules[name] = module_from_spec(spec)


def main() -> None:
    """Serve the build at the other end of a socket."""
    # The folder of this file is no place to import from.
    sys.path.remove(str(_HERE))
    stand_in("galley", _HERE.parents[1])
    stand_in("galley.execution", _HERE.parents[0])
    stand_in("galley.execution.tracing", _HERE.parents[0] / "tracing")
    from galley.execution.warm.nursery_process import serve

    number, settles, *packages = sys.argv[1:]
    serve(int(number), packages, settles=settles == SETTLES)


if __name__ == "__main__":
    main()
