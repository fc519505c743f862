"""A build without changes does nothing; any change at all begins a build."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import nbformat.v4 as nb
import pytest
from nbformat import write

from galley.site.build import build_site
from galley.site.ledger import recall_build
from galley.site.report_records import report_of, report_record
from galley.site.request import BuildReport, BuildRequest

TODAY = date(2026, 11, 25)


def article(path: Path, text: str = "Words.", front: str = "") -> None:
    lines = f"---\ntitle: {path.stem}\ndate: 2026-11-01\ndisclosures: none\n{front}---\n{text}"
    write(nb.new_notebook(cells=[nb.new_markdown_cell(lines, id="c1")]), path)


@pytest.fixture
def request_(tmp_path: Path) -> BuildRequest:
    content = tmp_path / "content"
    (content / "images").mkdir(parents=True)
    article(content / "first.ipynb")
    article(content / "second.ipynb", "[First](first.ipynb)")
    (content / "site.toml").write_text('title = "Site"\nbase_url = "https://example.org/"\n')
    return BuildRequest(content, "content", tmp_path / "site", TODAY)


def test_the_second_build_has_nothing_to_do(request_: BuildRequest) -> None:
    made = build_site(request_)
    report = recall_build(request_)
    assert report is not None
    assert [article.state for article in report.articles] == ["unchanged", "unchanged"]
    assert (report.written, report.removed) == ((), ())
    assert report.unchanged == made.written
    assert report.findings == made.findings


def _edit(path: str, text: str) -> Callable[[BuildRequest], None]:
    return lambda request: (request.content / path).write_text(text) and None


CHANGES: dict[str, Callable[[BuildRequest], object]] = {
    "a word": lambda r: article(r.content / "first.ipynb", "Other words."),
    "a new article": lambda r: article(r.content / "third.ipynb"),
    "an article that is gone": lambda r: (r.content / "second.ipynb").unlink(),
    "the site's name": _edit("site.toml", 'title = "Other"\n'),
    "a first bibliography": _edit("references.bib", "@book{a2001, title={A}}"),
    "a file that no article uses": _edit("images/new.txt", "new"),
    "a renamed file": lambda r: (r.content / "first.ipynb").rename(r.content / "1.ipynb"),
    "a published page that somebody edited": lambda r: (r.output / "first.html").write_text("x"),
    "a published page that is gone": lambda r: (r.output / "first.html").unlink(),
    "a site that is gone": lambda r: r.output.rename(r.output.with_name("elsewhere")),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_begins_a_build(request_: BuildRequest, change: str) -> None:
    build_site(request_)
    assert recall_build(request_) is not None
    CHANGES[change](request_)
    assert recall_build(request_) is None


def test_another_question_begins_a_build(request_: BuildRequest) -> None:
    build_site(request_)
    for other in (
        replace(request_, strict=True),
        replace(request_, parameters=(("audience", "patient"),)),
        replace(request_, editions=("patient",)),
        replace(request_, output=request_.output.with_name("other")),
        replace(request_, content_name="elsewhere"),
        replace(request_, content=request_.content / "first.ipynb"),
    ):
        assert recall_build(other) is None


def test_an_interrupted_build_is_finished_by_the_next(request_: BuildRequest) -> None:
    build_site(request_)
    path = request_.output / ".galley-published.json"
    path.write_text(path.read_text().replace('"finished": true', '"finished": false'))
    assert recall_build(request_) is None


def test_an_article_comes_out_on_its_day(request_: BuildRequest) -> None:
    article(request_.content / "later.ipynb", front="updated: 2026-12-01\n")
    build_site(request_)
    assert recall_build(replace(request_, today=date(2026, 11, 30))) is not None
    assert recall_build(replace(request_, today=date(2026, 12, 1))) is None


def test_on_its_day_of_review_an_article_is_found_to_be_due(request_: BuildRequest) -> None:
    article(request_.content / "first.ipynb", front="review_by: 2026-12-01\n")
    assert "review-passed" not in _rules(build_site(request_))
    eve, day = date(2026, 11, 30), date(2026, 12, 1)
    assert recall_build(replace(request_, today=eve)) is not None
    assert recall_build(replace(request_, today=day)) is None
    assert "review-passed" in _rules(build_site(replace(request_, today=day)))
    later = recall_build(replace(request_, today=date(2027, 1, 1)))
    assert later is not None
    assert "review-passed" in _rules(later)


def _rules(report: BuildReport) -> set[str]:
    return {finding.rule for each in report.articles for finding in each.findings}


def test_an_earlier_day_is_another_question(request_: BuildRequest) -> None:
    build_site(request_)
    assert recall_build(replace(request_, today=date(2026, 11, 24))) is None


def test_a_build_that_left_something_undone_is_not_remembered(request_: BuildRequest) -> None:
    build_site(request_)
    (request_.content / "second.ipynb").write_text("{")
    report = build_site(request_)
    assert not report.is_complete
    assert recall_build(request_) is None


def test_what_is_saved_while_a_build_runs_is_for_the_next_one(request_: BuildRequest) -> None:
    def save(event: object) -> None:
        if getattr(event, "message", "") == "Publishing":
            article(request_.content / "first.ipynb", "Saved meanwhile.")

    build_site(replace(request_, on_event=save))
    assert recall_build(request_) is None
    build_site(request_)
    assert "Saved meanwhile." in (request_.output / "first.html").read_text()


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"schema": 1}'])
def test_a_damaged_ledger_is_none(request_: BuildRequest, text: str) -> None:
    build_site(request_)
    (path,) = (request_.content / ".galley" / "ledgers").iterdir()
    path.write_text(text)
    assert recall_build(request_) is None


def test_a_report_survives_the_disk(request_: BuildRequest) -> None:
    article(request_.content / "second.ipynb", "[Gone](gone.ipynb) and [@nobody2001].")
    report = build_site(request_)
    assert any(each.findings for each in report.articles)
    assert report_of(json.loads(json.dumps(report_record(report)))) == report


def test_a_build_without_changes_loads_nothing_of_weight(request_: BuildRequest) -> None:
    build_site(request_)
    code = f"""
import sys
from galley.cli import run
code = run(["build", {str(request_.content)!r}, "--output", {str(request_.output)!r},
            "--today", "2026-11-25"])
heavy = {{"nbconvert", "papermill", "matplotlib", "nbformat", "jinja2", "pydantic", "numpy",
         "markdown_it", "fontTools", "jupyter_client"}} & set(sys.modules)
print(code, sorted(heavy))
"""
    build_site(replace(request_, content_name=str(request_.content)))
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "0 []", done.stderr
    assert "0 written" in done.stdout
