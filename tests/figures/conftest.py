"""What tests of figures share."""

from types import ModuleType

import pytest

from galley_figures import inspection


@pytest.fixture(scope="session")
def artist_checks() -> ModuleType:
    """Return what drawn figures can be asked."""
    return inspection
