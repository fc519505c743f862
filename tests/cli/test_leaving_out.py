import importlib
import subprocess
import sys

import pytest

from galley.console.leaving_out import URI_GRAMMAR, leaving_out


def test_a_module_that_is_left_out_counts_as_not_installed() -> None:
    sys.modules.pop("this", None)
    with leaving_out("this"), pytest.raises(ModuleNotFoundError):
        importlib.import_module("this")
    assert "this" not in sys.modules


def test_a_module_that_is_loaded_stays() -> None:
    with leaving_out("subprocess"):
        assert importlib.import_module("subprocess") is subprocess


def test_notebooks_are_read_and_checked_without_the_grammar_of_addresses() -> None:
    code = f"""
import sys
from galley.console.leaving_out import leaving_out
with leaving_out({URI_GRAMMAR!r}):
    import nbformat
nbformat.validate(nbformat.v4.new_notebook(cells=[nbformat.v4.new_markdown_cell("x")]))
print({URI_GRAMMAR!r} in sys.modules)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
