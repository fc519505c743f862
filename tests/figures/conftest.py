"""Loads the helper that asks drawn figures where their words are."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest


@pytest.fixture(scope="session")
def artist_checks() -> ModuleType:
    """Return ``artist_checks.py`` of this folder; tests are files, not a package."""
    path = Path(__file__).with_name("artist_checks.py")
    spec = importlib.util.spec_from_file_location("artist_checks", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
