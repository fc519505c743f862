"""`galley status` on small content folders: what stands in the table, and in which order."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from galley.article.bibliography_notice import Notice, NoticeKind
from galley.cli import run
from galley.console.status_text import status_text
from galley.findings import Severity
from galley.review.status import ArticleStatus, in_order, needs_action
from galley.review.survey import Survey
from galley.site.build import build_site
from galley.site.request import BuildRequest

TODAY = date(2026, 11, 26)
WHOLE = {
    "date": "2026-11-01",
    "authors": "[{name: A, credentials: MD, affiliation: B}]",
    "disclosures: none\nfunding": "none",
    "description": "About it.",
    "review_by": "2028-11-01",
}
WORK = "@article{a2001, title={A}, author={A, B}, journal={J}, year={2001}, doi={10.1000/a}}\n"


def write(path: Path, text: str = "Words.", **front: str) -> None:
    fields = {"title": path.stem, **WHOLE, **front}
    matter = "\n".join(f"{key}: {value}" for key, value in fields.items() if value)
    cells = [new_markdown_cell(f"---\n{matter}\n---", id="front")]
    cells.append(new_markdown_cell(text, id="words"))
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(nbformat.writes(new_notebook(cells=cells)), encoding="utf-8")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795651200")  # 26 November 2026
    (tmp_path / "notebooks").mkdir()
    (tmp_path / "notebooks" / "site.toml").write_text(
        'title = "Site"\nlanguages = ["en", "id"]\nbase_url = "https://example.org"\n'
        '[checks.severity]\nreferences-old = "off"\n'
    )
    return tmp_path / "notebooks"


@pytest.fixture
def said(capsys: pytest.CaptureFixture[str]) -> object:
    def say(*words: str, code: int = 0) -> str:
        assert run(["status", *words]) == code
        out, err = capsys.readouterr()
        return out + err

    return say


def articles(said, *words: str) -> dict[str, dict[str, object]]:
    found = json.loads(said("--format", "json", *words))
    assert (found["schema"], found["today"]) == (1, "2026-11-26")
    return {each["file"].removeprefix("notebooks/"): each for each in found["articles"]}


def build(folder: Path) -> None:
    build_site(BuildRequest(folder, "notebooks", folder.parent / "site", TODAY))


def status(slug: str = "window", **given: object) -> ArticleStatus:
    usual = {"file": f"{slug}.ipynb", "lang": "en", "state": "published"}
    return ArticleStatus(slug=slug, **{**usual, **given})  # type: ignore[arg-type]


def test_the_table_says_of_each_article_where_it_stands() -> None:
    found = Survey(
        (
            status(
                changed=date(2026, 11, 20),
                reviewed=date(2026, 11, 21),
                review_by=date(2026, 11, 14),
                days_left=-12,
                findings={Severity.ERROR: 1, Severity.WARNING: 12},
                editions=("patient", "clinician"),
            ),
            status("what-recovery-means-in-practice", lang="id", state="draft"),
        )
    )
    assert status_text(found, 80) == (
        "Article              State      Changed     Reviewed    Review due  Err Warn Adv\n"
        "window (en;          published  2026-11-20  2026-11-21  12 d late     1   12   -\n"
        "  patient,\n"
        "  clinician)\n"
        "  - its review was due on 2026-11-14\n"
        "what-recovery-       draft      -           never       no date       -    -   -\n"
        "  means-in-practice\n"
        "  (id)"
    )


def test_in_a_narrow_window_each_article_is_a_few_lines() -> None:
    found = Survey(
        (
            status(
                changed=date(2026, 11, 20),
                review_by=date(2026, 11, 27),
                days_left=1,
                findings={Severity.ERROR: 1, Severity.WARNING: 2, Severity.ADVICE: 3},
            ),
            status("what-recovery-means", state="draft", exceptions={"claim-cure": "A name."}),
        )
    )
    assert status_text(found, 44) == (
        "window (en)\n"
        "  published; changed 2026-11-20; never\n"
        "  reviewed; next review in 1 day; 1 error; 2\n"
        "  warnings; 3 advice\n"
        "\n"
        "what-recovery-means (en)\n"
        "  draft; never reviewed; no date of review\n"
        "  - published anyway: claim-cure, because A\n"
        "    name."
    )


def test_an_empty_folder_says_so() -> None:
    assert status_text(Survey(()), 80) == "There are no articles."


def test_what_needs_attention_first_comes_first() -> None:
    retracted = {"a2001": Notice(NoticeKind.RETRACTION)}
    statuses = [
        status("withdrawn", state="withdrawn", days_left=-9),
        status("draft", state="draft", notices=retracted),
        status("fine", days_left=700),
        status("soon", days_left=30),
        status("warned", findings={Severity.WARNING: 1}),
        status("newer", has_newer_text=True),
        status("corrected", notices={"b": Notice(NoticeKind.CORRECTION)}),
        status("behind", behind="x.ipynb changed"),
        status("wrong", findings={Severity.ERROR: 1}),
        status("late", days_left=0),
        status("retracted", notices=retracted),
        status("broken", state="failing"),
    ]
    assert [each.slug for each in in_order(statuses)] == [
        "broken",
        "retracted",
        "late",
        "wrong",
        "behind",
        "corrected",
        "draft",
        "newer",
        "warned",
        "soon",
        "fine",
        "withdrawn",
    ]


@pytest.mark.parametrize(
    ("given", "is_needed"),
    [
        ({"days_left": 0}, True),
        ({"days_left": 1}, False),
        ({"days_left": -9, "state": "draft"}, False),
        ({"days_left": -9, "state": "withdrawn"}, False),
        ({"days_left": -9, "state": "held back"}, True),
        ({"notices": {"a": Notice(NoticeKind.RETRACTION)}}, True),
        ({"notices": {"a": Notice(NoticeKind.CORRECTION)}}, False),
    ],
)
def test_action_is_needed_where_readers_see_what_is_overdue_or_retracted(
    given: dict[str, object], *, is_needed: bool
) -> None:
    assert needs_action([status(), status(**given)]) is is_needed


def test_states_are_told_from_the_folder(folder, said) -> None:
    write(folder / "a.ipynb")
    write(folder / "b.ipynb", draft="true")
    write(folder / "c.ipynb", date="2026-12-24")
    write(folder / "d.ipynb", withdrawn="{date: 2026-11-20, reason: Its trial was retracted.}")
    (folder / "e.ipynb").write_text("{")
    found = articles(said)
    assert {file: each["state"] for file, each in found.items()} == {
        "a.ipynb": "published",
        "b.ipynb": "draft",
        "c.ipynb": "scheduled",
        "d.ipynb": "withdrawn",
        "e.ipynb": "failing",
    }
    assert found["e.ipynb"]["problem"] == "the file breaks off before its end"
    assert next(iter(found)) == "e.ipynb"
    assert not (folder / ".galley").exists()


def test_a_strict_site_holds_an_article_with_an_error_back(folder, said) -> None:
    (folder / "site.toml").write_text('title = "Site"\nstrict = true\n')
    write(folder / "a.ipynb", "See [@a2001].")
    assert articles(said)["a.ipynb"]["state"] == "held back"
    assert "  - held back, because it has an error and the site is strict\n" in said()


def test_a_page_that_is_older_than_its_text_is_told(folder, said) -> None:
    write(folder / "a.ipynb")
    assert articles(said)["a.ipynb"]["is_built"] is None
    build(folder)
    found = articles(said)["a.ipynb"]
    assert (found["is_built"], found["has_newer_text"]) == (True, False)
    write(folder / "a.ipynb", "Other words.")
    write(folder / "b.ipynb")
    text = said()
    assert "  - its page shows an older text: galley build\n" in text
    assert "  - no page of it has been made yet: galley build\n" in text


def test_a_review_that_is_due_makes_due_fail(folder, said) -> None:
    write(folder / "a.ipynb", review_by="2026-11-26")
    text = said("--due", code=1)
    assert "  - its review was due on 2026-11-26\n" in text
    assert "  today       " in text
    said("--due", "--today", "2026-11-25")
    said()


def test_a_retracted_source_makes_due_fail(folder, said) -> None:
    (folder / "references.bib").write_text(WORK)
    write(folder / "a.ipynb", "So it is [@a2001].")
    said("--due")
    (folder / "retractions.csv").write_text(
        "doi,date,kind,note\n10.1000/a,2026-11-20,retraction,The data were made up.\n"
    )
    assert "  - cites a2001: retraction of 2026-11-20 (The data were made up.)\n" in said(
        "--due", code=1
    )
    assert articles(said)["a.ipynb"]["notices"] == [
        {
            "key": "a2001",
            "kind": "retraction",
            "date": "2026-11-20",
            "note": "The data were made up.",
        }
    ]


def test_a_retracted_source_of_a_figure_counts_as_well(folder, said) -> None:
    (folder / "references.bib").write_text(WORK)
    (folder / "retractions.csv").write_text(
        "doi,date,kind,note\n10.1000/a,2026-11-20,retraction,\n"
    )
    write(folder / "a.ipynb")
    path = folder / "a.ipynb"
    notebook = nbformat.read(path, as_version=4)
    shown = new_output("display_data", {"image/svg+xml": "<svg/>"})
    source = "#| evidence: data [@a2001]\nplot()"
    notebook.cells.append(new_code_cell(source, id="plot", outputs=[shown]))
    path.write_text(nbformat.writes(notebook))
    assert "  - cites a2001: retraction of 2026-11-20\n" in said("--due", code=1)


def test_the_last_review_is_the_newest_signature_or_else_the_newest_change(folder, said) -> None:
    write(folder / "a.ipynb", changes='[{date: 2026-11-05, note: "Corrected."}]')
    assert articles(said)["a.ipynb"]["reviewed"] == "2026-11-05"
    assert (
        run(["sheet", "a", "--sign", "JAMA-1", "--by", "dr. A. B.", "--today", "2026-11-20"]) == 0
    )
    said()
    assert articles(said)["a.ipynb"]["reviewed"] == "2026-11-20"


def test_signatures_that_the_text_has_outlived_are_named(folder, said) -> None:
    write(folder / "a.ipynb")
    sign = ["sheet", "a", "--sign", "JAMA-1,NHS-7", "--by", "dr. A. B.", "--today", "2026-11-20"]
    assert run(sign) == 0
    assert "no longer signed" not in said()
    write(folder / "a.ipynb", "Other words.")
    assert "  - no longer signed, the text has changed since 2026-11-20: JAMA-1, NHS-7\n" in said()
    assert articles(said)["a.ipynb"]["no_longer_signed"] == [
        {"line": name, "by": "dr. A. B.", "date": "2026-11-20", "changed": ["words"]}
        for name in ("JAMA-1", "NHS-7")
    ]


def test_a_translation_is_behind_by_its_dates_or_by_what_was_signed(folder, said) -> None:
    write(folder / "a.ipynb", updated="2026-11-20")
    write(folder / "a.id.ipynb", "Kata.")
    assert articles(said)["a.id.ipynb"]["behind_original"] == (
        "notebooks/a.ipynb changed on 2026-11-20, this one on 2026-11-01"
    )
    write(folder / "a.id.ipynb", "Kata.", updated="2026-11-20")
    assert articles(said)["a.id.ipynb"]["behind_original"] is None
    assert run(["sheet", "a.id", "--sign", "NHS-5", "--by", "dr. A. B."]) == 0
    said()
    write(folder / "a.ipynb", "Other words.", updated="2026-11-20")
    assert (
        "  - behind its original: notebooks/a.ipynb has changed since this one was signed\n"
        in said()
    )


def test_findings_are_counted_and_exceptions_listed_with_their_reason(folder, said) -> None:
    write(
        folder / "a.ipynb",
        "See [@a2001] and [@b2001].",
        ignore="{front-matter-missing-description: It is a test.}",
    )
    assert articles(said)["a.ipynb"]["findings"]["error"] == 2
    assert (
        "  - published anyway: front-matter-missing-description, because It is a test.\n" in said()
    )


def test_a_damaged_sheet_is_told_and_stops_nothing(folder, said) -> None:
    write(folder / "a.ipynb")
    (folder / "sheets").mkdir()
    (folder / "sheets" / "a.en.yml").write_text("schema: 1")
    assert (
        "  - the editor's sheet cannot be read: something in it is missing or has another form\n"
        in said()
    )


def test_what_concerns_the_folder_is_told_below(folder, said) -> None:
    (folder / "site.toml").write_text('titel = "Site"\n')
    write(folder / "a.ipynb")
    assert said().endswith("\n\nIn the folder as a whole: 1 warning; see galley check.\n")
