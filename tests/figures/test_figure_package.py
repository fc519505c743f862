"""The public surface of the figure library, and how little importing it loads."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import galley_figures


def test_the_public_names_are_a_sorted_literal_and_all_exist() -> None:
    tree = ast.parse(Path(galley_figures.__file__).read_text("utf-8"))
    (value,) = [
        node.value
        for node in tree.body
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__"
    ]
    names = ast.literal_eval(value)
    assert names == sorted(names)
    assert names == galley_figures.__all__
    for name in names:
        assert callable(getattr(galley_figures, name))


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'pie_chart'"):
        _ = galley_figures.pie_chart


def test_a_figure_loads_itself_and_no_other_figure() -> None:
    code = (
        "import sys, galley_figures; assert 'matplotlib' not in sys.modules;"
        "galley_figures.recovery_matrix;"
        "print(*sorted(m for m in sys.modules if m.startswith('galley_figures.gallery.')))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = {module.split(".")[2] for module in run.stdout.split()}
    assert loaded == {"recovery_matrix"}


def test_the_figure_library_knows_nothing_of_galley() -> None:
    folder = Path(galley_figures.__file__).parent
    for path in folder.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ImportFrom):
                assert (node.module or "").split(".")[0] != "galley", path
            elif isinstance(node, ast.Import):
                assert all(alias.name.split(".")[0] != "galley" for alias in node.names), path
