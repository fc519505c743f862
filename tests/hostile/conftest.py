"""Loads the helpers of this folder, and builds the folder of foreign notebooks once."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

HERE = Path(__file__).parent
FOREIGN = HERE.parent / "sites" / "foreign" / "make.py"


def _load(name: str) -> ModuleType:
    """Load a file of this folder; tests are files, not a package."""
    known = sys.modules.get(f"hostile_{name}")
    if known is not None:
        return known
    spec = importlib.util.spec_from_file_location(f"hostile_{name}", HERE / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    # Dataclasses look their own module up by its name.
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def builds() -> ModuleType:
    return _load("builds")


@pytest.fixture(scope="session")
def page_scan() -> ModuleType:
    return _load("page_scan")


@pytest.fixture(scope="session")
def killing() -> ModuleType:
    return _load("killing")


@pytest.fixture(scope="session")
def foreign(builds: ModuleType, tmp_path_factory: pytest.TempPathFactory):
    """Return the run that built the folder of foreign notebooks, the real way."""
    folder = tmp_path_factory.mktemp("foreign")
    subprocess.run([sys.executable, FOREIGN, folder / "clinic"], check=True)
    return builds.build(folder, "clinic")
