"""Real kernels run real notebooks."""

from typing import Any

import pytest
from nbformat.v4 import new_output

pytestmark = pytest.mark.kernel


def test_parameters_modules_and_data_are_found_in_a_folder_with_any_name(
    content: Any, tagged: Any, text: Any
) -> None:
    folder = "é {deep} one"
    content.article(
        f"{folder}/a {{b}}.ipynb",
        tagged("lang = 'en'\ndays = 30", "parameters"),
        "import helper\nhelper.read(), lang, days",
        lang="id",
    )
    (content.root / folder / "helper.py").write_text("def read(): return open('d.txt').read()")
    (content.root / folder / "d.txt").write_text("data")
    (executed,) = content.build(parameters={"days": "7"}).values()
    assert (executed.status, executed.was_run, executed.findings) == ("succeeded", True, ())
    assert text(executed) == "('data', 'id', 7)"
    assert [cell.id for cell in executed.notebook.cells] == ["cell-1", "cell-2"]


def test_an_unchanged_article_is_not_run_again_and_keeps_its_new_prose(
    content: Any, prose: Any, text: Any
) -> None:
    content.article("a.ipynb", prose("Old."), "#| echo: true\n6 * 7")
    assert content.build()["a"].was_run
    assert content.reasons() == {"a": ""}
    content.article("a.ipynb", prose("New."), "#| echo: false\n6 * 7")
    again = content.build()["a"]
    assert (again.was_run, again.notebook.cells[0].source, text(again)) == (False, "New.", "42")


def test_a_changed_data_file_runs_the_article_again(content: Any, text: Any) -> None:
    content.article("a.ipynb", "print(open('data.csv').read())")
    (content.root / "data.csv").write_text("1")
    content.build()
    (content.root / "data.csv").write_text("2")
    assert content.reasons() == {"a": "data.csv changed since 23 Nov; used in cell cell-1"}
    assert text(content.build()["a"]) == "2\n"


def test_editions_with_the_same_parameters_share_one_run(content: Any, tagged: Any) -> None:
    content.article(
        "a.ipynb",
        "1 + 1",
        tagged("2 + 2", "edition:clinician"),
        editions={"patient": {}, "clinician": {}},
    )
    done = content.build()
    assert sorted(executed.was_run for executed in done.values()) == [False, True]
    assert done["a/patient"].notebook == done["a/clinician"].notebook
    assert content.build()["a/clinician"].was_run is False


def test_cells_that_are_meant_to_fail_or_be_skipped_do_so(
    content: Any, tagged: Any, text: Any
) -> None:
    skipped = tagged("raise SystemError('never')", "skip-execution")
    skipped.outputs = [new_output("stream", text="stored ")]
    content.article(
        "a.ipynb",
        skipped,
        "#| eval: false\nraise SystemError('never')",
        tagged("1 / 0", "raises-exception"),
        "'went on'",
    )
    executed = content.build()["a"]
    assert (executed.status, executed.findings) == ("succeeded", ())
    (error,) = executed.notebook.cells[2].outputs
    assert (error.output_type, error.ename) == ("error", "ZeroDivisionError")
    assert text(executed) == "stored 'went on'"


def test_a_plain_plot_is_a_drawing_and_two_runs_give_the_same_bytes(content: Any) -> None:
    plot = "import matplotlib.pyplot as plt\nplt.plot([1, 2], label='a')\nplt.legend()"
    warn = "import warnings; warnings.warn('w'); {'b', 'c', 'd', 'e'}"
    never = {"cache": "never"}
    content.article("a.ipynb", plot, warn, **never)
    first = content.build()["a"]
    second = content.build()["a"]
    assert (first.was_run, second.was_run) == (True, True)
    assert second.job.reason == "the front matter says 'cache: never'"
    figure = first.notebook.cells[0].outputs[-1].data
    assert {"image/svg+xml", "image/png"} <= set(figure)
    assert first.notebook == second.notebook
    assert "ipykernel_" not in str(first.notebook)


def test_a_notebook_without_kernelspec_runs_as_python(content: Any, text: Any) -> None:
    content.article("a.ipynb", "1 + 1", kernel={})
    assert text(content.build()["a"]) == "2"


def test_a_missing_kernel_of_python_is_replaced_and_the_article_succeeds(
    content: Any, text: Any
) -> None:
    content.article("a.ipynb", "1 + 1", kernel={"name": "gone", "language": "python"})
    executed = content.build()["a"]
    assert (executed.status, text(executed)) == ("succeeded", "2")
    assert [finding.rule for finding in executed.findings] == ["kernel-replaced"]


def test_without_a_kernel_of_its_language_an_article_shows_what_is_stored(
    content: Any, tagged: Any, text: Any
) -> None:
    cell = tagged("cat('hi')")
    cell.outputs = [new_output("stream", text="hi")]
    content.article("a.ipynb", cell, kernel={"name": "ir", "language": "R"})
    content.article("b.ipynb", "cat('hi')", kernel={"name": "ir", "language": "R"})
    done = content.build()
    assert (done["a"].status, text(done["a"]), done["a"].was_run) == ("succeeded", "hi", False)
    assert done["b"].status == "errored"


def test_a_builds_output_goes_nowhere_but_into_the_notebook(content: Any, capfd: Any) -> None:
    content.article("a.ipynb", "import os, sys\nprint('out')\nos.system('echo raw')")
    content.build()
    assert capfd.readouterr() == ("", "")


def test_backend_settings_of_the_shell_do_not_hide_figures(content: Any, monkeypatch: Any) -> None:
    monkeypatch.setenv("MPLBACKEND", "Agg")
    content.article("a.ipynb", "import matplotlib.pyplot as plt\nplt.plot([1, 2]);")
    (output,) = content.build()["a"].notebook.cells[0].outputs
    assert "image/svg+xml" in output.data
