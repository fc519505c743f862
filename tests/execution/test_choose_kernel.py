from pathlib import Path
from typing import Any

import nbformat
import pytest
from jupyter_client.kernelspec import KernelSpecManager
from nbformat.v4 import new_code_cell, new_notebook, new_output

from galley.execution.kernels import (
    Kernel,
    choose_kernel,
    read_installed_kernels,
    read_plain_specs,
)

PYTHON = Kernel("python3", "python", ("python",))
OTHER = Kernel("stroke-env", "python", ("other",))
INSTALLED = {"python3": PYTHON, "stroke-env": OTHER}


def notebook(*, outputs: bool = False, **metadata: Any) -> nbformat.NotebookNode:
    made = new_notebook(cells=[new_code_cell("1 + 1")])
    if outputs:
        made.cells[0].outputs = [new_output("stream", text="2")]
    made.metadata = nbformat.from_dict(metadata)
    return made


def choose(made: nbformat.NotebookNode) -> None:
    return choose_kernel(made, INSTALLED, "notebooks/a.ipynb")


def test_the_notebooks_own_kernel_runs_it() -> None:
    choice = choose(notebook(kernelspec={"name": "stroke-env"}))
    assert (choice.kernel, choice.finding) == (OTHER, None)


def test_a_notebook_that_names_no_kernel_and_no_language_is_python() -> None:
    assert choose(notebook()).kernel == PYTHON
    assert choose(notebook()).finding is None


def test_an_unknown_kernel_of_a_known_language_is_replaced_and_said() -> None:
    choice = choose(notebook(kernelspec={"name": "conda-x", "language": "python"}))
    assert choice.kernel == PYTHON
    assert str(choice.finding) == (
        "notebooks/a.ipynb: the kernel 'conda-x' is not installed; 'python3' ran the code "
        "instead\n  Fix: Choose 'python3' in JupyterLab (Kernel > Change Kernel…) and save, "
        "or install 'conda-x'."
    )


def test_the_nearest_name_is_preferred_among_kernels_of_the_language() -> None:
    assert choose(notebook(kernelspec={"name": "stroke_env"})).kernel == OTHER


def test_without_a_kernel_of_the_language_stored_outputs_are_a_warning() -> None:
    choice = choose(notebook(outputs=True, kernelspec={"name": "ir", "language": "R"}))
    assert choice.kernel is None
    assert choice.finding is not None
    assert choice.finding.severity == "warning"
    assert choice.finding.message == (
        "no kernel for the language 'r' is installed; the outputs stored in the notebook are shown"
    )


def test_without_a_kernel_and_without_stored_outputs_it_is_an_error() -> None:
    choice = choose(notebook(language_info={"name": "julia"}))
    assert choice.finding is not None
    assert choice.finding.severity == "error"
    assert choice.finding.message == (
        "no kernel for the language 'julia' is installed; the notebook holds no stored outputs"
    )


def test_the_language_is_guessed_from_a_kernel_name_alone() -> None:
    assert choose(notebook(kernelspec={"name": "julia-1.11"})).language == "julia"


def test_the_native_python_kernel_is_found_on_this_machine() -> None:
    assert read_installed_kernels()["python3"].language == "python"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder of kernelspecs that comes before all others."""
    monkeypatch.setenv("JUPYTER_PATH", str(tmp_path))
    return tmp_path / "kernels"


def install(folder: Path, name: str, text: str) -> None:
    (folder / name).mkdir(parents=True)
    (folder / name / "kernel.json").write_text(text, encoding="utf-8")


def test_kernelspecs_are_found_as_jupyter_finds_them(folder: Path) -> None:
    install(folder, "IR", '{"argv": ["R"], "language": "R", "display_name": "R"}')
    install(folder, "python3", '{"argv": ["mine"], "language": "python", "display_name": "x"}')
    found, theirs = read_plain_specs(), KernelSpecManager().get_all_specs()
    assert found is not None
    assert {name: (spec["argv"], spec["language"]) for name, spec in found.items()} == {
        name: (one["spec"]["argv"], one["spec"]["language"]) for name, one in theirs.items()
    }
    assert found["python3"]["argv"] == ["mine"]
    assert "ir" in found


@pytest.mark.parametrize(
    "text",
    ["{", "[]", '{"metadata": 1}', '{"argv": [], "metadata": {"kernel_provisioner": {}}}'],
)
def test_jupyter_itself_is_asked_where_a_kernelspec_is_unusual(folder: Path, text: str) -> None:
    install(folder, "odd", text)
    assert read_plain_specs() is None
    assert "python3" in read_installed_kernels()


def python_2(source: str, **metadata: Any) -> nbformat.NotebookNode:
    made = notebook(outputs=True, **metadata)
    made.cells[0].source = source
    return made


def test_code_that_only_python_2_can_read_is_shown_as_it_was_stored() -> None:
    for metadata in (
        {"kernelspec": {"name": "python2"}},
        {"language_info": {"name": "python", "version": "2.7.9"}},
        {"orig_nbformat": 3},
    ):
        choice = choose(python_2("%matplotlib inline\nprint 'spikes'", **metadata))
        assert choice.kernel is None
        assert choice.finding is not None
        assert choice.finding.message == (
            "no kernel for the language 'python 2' is installed; "
            "the outputs stored in the notebook are shown"
        )


def test_old_code_that_python_3_can_read_is_run() -> None:
    made = python_2("%matplotlib inline\nprint('spikes')\n!ls", orig_nbformat=3)
    assert choose(made).kernel == PYTHON


def test_a_new_notebook_with_a_mistake_in_its_code_is_run_and_fails() -> None:
    assert choose(python_2("print 'spikes'")).kernel == PYTHON
