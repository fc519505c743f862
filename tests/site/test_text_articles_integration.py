"""Articles that are written as text, built with real kernels."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from galley.cli import run
from galley.site.build import build_site
from galley.site.ledger import recall_build
from galley.site.request import BuildReport, BuildRequest

pytestmark = pytest.mark.kernel

ONE = """\
---
title: One
date: 2026-11-20
kernelspec: {name: python3, display_name: Python 3}
editions:
  patient: {audience: patient}
  clinician: {audience: clinician}
---

See [the other](two.ipynb).

```{code-cell}
:tags: [parameters]
audience = "patient"
```

+++ {"tags": ["edition:clinician"]}

For clinicians only.

```{code-cell}
print("written for a", audience)
```
"""
TWO = """\
---
title: Two
date: 2026-11-20
jupyter: python3
---

Words before, [back](one.md#nowhere).

```{python}
#| echo: true
print(40 + 2)
```

```{python}
1 / 0
```
"""


@pytest.fixture(scope="module")
def request_of(tmp_path_factory: pytest.TempPathFactory) -> BuildRequest:
    folder = tmp_path_factory.mktemp("texts")
    content = folder / "n"
    content.mkdir()
    (content / "site.toml").write_text('base_url = "https://example.org/"\n')
    (content / "one.md").write_text(ONE)
    (content / "two.qmd").write_text(TWO)
    return BuildRequest(content, "n", folder / "site", date(2026, 11, 26))


@pytest.fixture(scope="module")
def report(request_of: BuildRequest) -> BuildReport:
    return build_site(request_of)


def page(request_of: BuildRequest, path: str) -> str:
    return (request_of.output / path).read_text(encoding="utf-8")


def test_editions_and_parameters_work_in_a_text(
    request_of: BuildRequest, report: BuildReport
) -> None:
    states = {(each.file, each.edition): each.state for each in report.articles}
    assert states == {
        ("n/one.md", "patient"): "built",
        ("n/one.md", "clinician"): "built",
        ("n/two.qmd", ""): "failed",
    }
    for_patients, for_clinicians = (
        page(request_of, "one.html"),
        page(request_of, "one/clinician.html"),
    )
    assert "written for a patient" in for_patients
    assert "For clinicians only." not in for_patients
    assert "written for a clinician" in for_clinicians
    assert "For clinicians only." in for_clinicians


def test_a_failing_cell_is_named_by_its_line(report: BuildReport) -> None:
    (failed,) = (each for each in report.articles if each.state == "failed")
    (finding,) = (each for each in failed.findings if each.rule == "cell-failed")
    assert str(finding.place) == "n/two.qmd:15"


def test_code_that_did_not_change_does_not_run_again(
    request_of: BuildRequest, report: BuildReport, capsys: pytest.CaptureFixture[str]
) -> None:
    assert report.articles
    two = request_of.content / "two.qmd"
    two.write_text(two.read_text().replace("1 / 0", "1 / 1"))
    again = build_site(request_of)
    assert {each.file for each in again.articles if each.reason} == {"n/two.qmd"}
    assert 'href="two.html"' in page(request_of, "one.html")
    assert 'href="one.html' in page(request_of, "two.html")
    assert not list(request_of.content.glob("*.ipynb"))
    run(["why", "two.qmd", str(request_of.content), "--today", "2026-11-26"])
    assert capsys.readouterr().out.startswith("does not run again: ")


def test_a_site_of_texts_without_changes_is_answered_at_once(tmp_path: Path) -> None:
    content = tmp_path / "n"
    content.mkdir()
    (content / "one.md").write_text("---\ntitle: One\n---\nWords.\n")
    request = BuildRequest(content, "n", tmp_path / "site", date(2026, 11, 26))
    build_site(request)
    assert recall_build(request) is not None
    (content / "one.md").write_text("---\ntitle: One\n---\nOther words.\n")
    assert recall_build(request) is None
