"""What holds for every test."""

import os
import signal
import tempfile
from collections.abc import Iterator

import pytest
from hypothesis import settings

from tests.speech import watching

# A program started in the background may ignore Ctrl-C, and hands that on to all it starts; tests
# that press Ctrl-C need the usual answer.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

# The same examples in every run; HYPOTHESIS_PROFILE=default hunts with new ones.
settings.register_profile("repeatable", derandomize=True, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "repeatable"))


# Words are tested in English, whatever language the computer speaks.
os.environ["LANGUAGE"] = "en"
watching.watch()


@pytest.fixture(autouse=True)
def everything_said_has_its_indonesian() -> Iterator[None]:
    """Fail a test in which Galley said what Indonesian authors would read in English."""
    watching.unsaid()
    yield
    unsaid = watching.unsaid()
    assert not unsaid, "add it to exporters/galley/speech/id/:\n" + "\n".join(unsaid)


def pytest_configure(config: pytest.Config) -> None:
    """Keep cut faces in a folder of the tests' own, which their processes share."""
    if "PYTEST_XDIST_WORKER" not in os.environ:
        folder = tempfile.TemporaryDirectory(prefix="galley-cache-")
        os.environ["GALLEY_CACHE"] = folder.name
        config.add_cleanup(folder.cleanup)
