"""The table of formats: found by name, loaded when asked for."""

import subprocess
import sys

import pytest

from galley.exporting.formats import FORMATS, find_format
from galley.findings import UsageError


def test_each_format_is_found_and_can_be_loaded() -> None:
    for each in FORMATS:
        assert find_format(each.name) is each
        module = __import__(each.module, fromlist=["make"])
        assert callable(module.make)


def test_an_unknown_format_is_answered_with_those_there_are() -> None:
    with pytest.raises(UsageError) as raised:
        find_format("bundel")

    assert "there is no format 'bundel'\n  Fix: did you mean 'bundle'?" in str(raised.value)


def test_the_table_loads_no_format() -> None:
    modules = " ".join(each.module for each in FORMATS)
    program = (
        f"import sys, galley.commands.export; "
        f"sys.exit(' '.join(set('{modules} pydantic nbformat'.split()) & set(sys.modules)) or 0)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
