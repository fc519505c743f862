"""What holds for every test."""

import os
import signal
import tempfile

import pytest
from hypothesis import settings

# A program started in the background may ignore Ctrl-C, and hands that on to all it starts; tests
# that press Ctrl-C need the usual answer.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

# The same examples in every run; HYPOTHESIS_PROFILE=default hunts with new ones.
settings.register_profile("repeatable", derandomize=True, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "repeatable"))


def pytest_configure(config: pytest.Config) -> None:
    """Keep cut faces in a folder of the tests' own, which their processes share."""
    if "PYTEST_XDIST_WORKER" not in os.environ:
        folder = tempfile.TemporaryDirectory(prefix="galley-cache-")
        os.environ["GALLEY_CACHE"] = folder.name
        config.add_cleanup(folder.cleanup)
