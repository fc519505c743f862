import importlib
import subprocess
import sys

import pytest

from galley.leaving_out import FORMAT_CHECKERS, leaving_out


def test_a_module_that_is_left_out_counts_as_not_installed() -> None:
    sys.modules.pop("this", None)
    with leaving_out("this"), pytest.raises(ModuleNotFoundError):
        importlib.import_module("this")
    assert "this" not in sys.modules


def test_a_module_that_is_loaded_stays() -> None:
    with leaving_out("subprocess"):
        assert importlib.import_module("subprocess") is subprocess


def test_notebooks_are_read_and_checked_without_checkers_of_formats() -> None:
    code = f"""
import sys
from galley.leaving_out import leaving_out
with leaving_out(*{FORMAT_CHECKERS!r}):
    import nbformat
nbformat.validate(nbformat.v4.new_notebook(cells=[nbformat.v4.new_markdown_cell("x")]))
print({FORMAT_CHECKERS!r}[0] in sys.modules)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
