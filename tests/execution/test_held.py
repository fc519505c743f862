"""Outputs that a notebook holds, shown where its code is not run or cannot be."""

from typing import Any

import pytest
from nbformat.v4 import new_code_cell, new_output

from galley.config import SiteConfig
from galley.findings import UsageError

NO_OUTPUTS = (
    "notebooks/b.ipynb: the code is not run, and the notebook holds no outputs; "
    "readers see its text alone\n"
    "  Fix: Run all cells in JupyterLab and save, or let Galley run the code."
)


def _held(source: str, text: str) -> Any:
    result = new_output("execute_result", data={"text/plain": text}, execution_count=1)
    return new_code_cell(source, outputs=[result], execution_count=1)


def test_nothing_runs_where_the_site_or_the_command_line_says_so(content: Any, prose: Any) -> None:
    content.article("a.ipynb", _held("1 / 0", "held"))
    content.article("b.ipynb", "1 / 0")
    content.article("c.ipynb", prose("Words."))
    asked = content.plan(execute=False)
    assert content.plan().jobs[1].kernel is not None
    content.config = SiteConfig(execute=False)
    for made in (asked, content.plan()):
        assert {(job.kernel, job.reason, job.key) for job in made.jobs} == {(None, "", "")}
        assert [list(map(str, job.findings)) for job in made.jobs] == [[], [NO_OUTPUTS], []]


def test_parameters_need_code_to_run(content: Any, tagged: Any) -> None:
    content.article("a.ipynb", tagged("days = 30", "parameters"))
    with pytest.raises(UsageError) as raised:
        content.plan(execute=False, parameters={"days": "7"})
    assert str(raised.value) == (
        "'days' has no effect, because no code is run\n"
        "  Fix: Leave out -p, or let the code run: without --no-execute, and without "
        "'execute = false' in site.toml."
    )


def test_an_edition_with_parameters_needs_code_to_run(content: Any, tagged: Any) -> None:
    editions = {"patient": {}, "clinician": {"days": 7}}
    cells = (tagged("days = 30", "parameters"), _held("days", "30"))
    content.article("a.ipynb", *cells, editions=editions)
    patient, clinician = content.plan(execute=False).jobs
    assert (patient.is_legal, clinician.is_legal) == (True, False)
    assert str(clinician.findings[0]) == (
        "notebooks/a.ipynb: the edition 'clinician' has parameters of its own, and no code is run\n"
        "  Fix: Let the code run: without --no-execute, and without 'execute = false' in site.toml."
    )


@pytest.mark.kernel
def test_outputs_stand_in_where_a_package_is_missing(content: Any, text: Any, tagged: Any) -> None:
    content.article("a.ipynb", _held("import nowhere.at.all", "held"))
    content.article("b.ipynb", "import nowhere")
    content.article("c.ipynb", _held("1 / 0", "held"))
    content.article(
        "d.ipynb", tagged("lang = 'en'", "parameters"), _held("import nowhere", "held in English")
    )
    done = content.build()
    assert {name: executed.status for name, executed in done.items()} == {
        "a": "succeeded",
        "b": "excepted",
        "c": "excepted",
        "d": "excepted",
    }
    assert text(done["a"]) == "held"
    assert str(done["a"].findings[0]) == (
        "notebooks/a.ipynb: 'nowhere', which the code needs, is not installed; "
        "the outputs stored in the notebook are shown\n"
        "  Fix: Install 'nowhere' where Galley is installed, for example with "
        "'pip install nowhere', or put the module beside the notebook."
    )
    assert content.reasons()["a"] == "first run"
    assert (
        done["c"]
        .findings[0]
        .fix.endswith(" To show the outputs that the notebook holds, build with --no-execute.")
    )
    assert "--no-execute" not in done["b"].findings[0].fix


@pytest.mark.kernel
def test_outputs_do_not_stand_in_for_an_earlier_run(content: Any) -> None:
    content.article("a.ipynb", "1")
    content.build()
    content.article("a.ipynb", _held("import nowhere", "held"))
    executed = content.build()["a"]
    assert executed.status == "excepted"
    assert "--no-execute" not in executed.findings[0].fix
