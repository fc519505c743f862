"""`galley build`, `check` and `new` on small content folders, for real."""

import json
import re
from pathlib import Path

import nbformat
import pytest

from galley.cli import run

pytestmark = pytest.mark.kernel


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the current folder of the author: a started content folder."""
    monkeypatch.chdir(tmp_path)
    assert run(["start", "my blog", "--name", "Maria Lopez", "--today", "2026-11-20"]) == 0
    monkeypatch.chdir(tmp_path / "my blog")
    return tmp_path / "my blog"


def build(*options: str) -> int:
    return run(["build", "--today", "2026-11-20", *options])


def write_article(path: Path, *sources: str) -> None:
    cells = [
        nbformat.v4.new_code_cell(source, id=f"cell-{number}")
        for number, source in enumerate(sources)
    ]
    nbformat.write(nbformat.v4.new_notebook(cells=cells), path)


def test_a_started_folder_builds_strictly_and_says_where_to_look(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert build("--strict") == 0
    assert capsys.readouterr().out.endswith("Look at site/index.html\n")
    assert (folder / "site" / "first-article.html").is_file()


def test_a_second_build_changes_nothing(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    build()
    capsys.readouterr()
    assert build() == 0
    said = capsys.readouterr().out
    assert "Articles: 1 unchanged." in said
    assert "Files: 0 written" in said
    assert folder.is_dir()


def test_a_new_article_builds_at_once(folder: Path) -> None:
    assert run(["new", "When does the brain listen?", "--today", "2026-11-20"]) == 0
    assert build() == 0
    page = (folder / "site" / "when-does-the-brain-listen.html").read_text(encoding="utf-8")
    assert "When does the brain listen?" in page
    assert "Maria Lopez" in page
    assert "<svg" in page


def test_a_new_article_with_the_words_of_its_pattern_is_held_back_where_that_is_asked(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["new", "When does the brain listen?", "--today", "2026-11-20"]) == 0
    assert build("--strict") == 1
    assert not (folder / "site" / "when-does-the-brain-listen.html").exists()
    assert "from the pattern of a new article are still there" in capsys.readouterr().err


def test_a_new_article_in_any_folder_of_notebooks_builds_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(["new", "First", "--today", "2026-11-20"]) == 0
    assert build() == 0
    assert (tmp_path / "site" / "first.html").is_file()


def test_a_slug_that_exists_is_refused(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = (folder / "first-article.ipynb").read_bytes()
    capsys.readouterr()
    assert run(["new", "First article"]) == 2
    assert capsys.readouterr().err == (
        "there is an article 'first-article' already: first-article.ipynb\n"
        "  Fix: open that one, or give another title\n"
    )
    assert (folder / "first-article.ipynb").read_bytes() == before


def test_one_article_that_fails_is_reported_and_the_others_are_built(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_article(folder / "broken.ipynb", "x = 1", "1 / 0")
    assert build("--report", "report.json") == 1
    streams = capsys.readouterr()
    assert "Articles: 1 built, 1 failed." in streams.out
    assert "broken.ipynb#cell-1" in streams.err
    assert "ZeroDivisionError: division by zero" in streams.err
    assert "Traceback" not in streams.err
    articles = json.loads((folder / "report.json").read_text(encoding="utf-8"))["articles"]
    (failed,) = [article for article in articles if article["state"] == "failed"]
    assert (failed["failure"]["cell_id"], failed["failure"]["source"]) == ("cell-1", "1 / 0")
    assert "Traceback" in failed["failure"]["traceback"]
    assert "\x1b" not in failed["failure"]["traceback"]


def test_an_unknown_parameter_is_refused_before_anything_runs(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert build("-p", "audiense", "clinician") in {1, 2}
    assert "audiense" in capsys.readouterr().err
    assert not (folder / "site" / "first-article.html").exists()


def test_check_gives_the_promised_json_and_executes_nothing(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    article = folder / "first-article.ipynb"
    article.write_text(
        article.read_text(encoding="utf-8").replace("date: 2026-11-20", "date: soon"), "utf-8"
    )
    capsys.readouterr()
    assert run(["check", "--format", "json"]) == 1
    (finding, *_) = json.loads(capsys.readouterr().out)["findings"]
    assert list(finding) == ["rule", "severity", "file", "cell", "line", "message", "fix"]
    assert (finding["severity"], finding["file"]) == ("error", "first-article.ipynb")
    assert not (folder / ".galley").exists()


def test_check_of_a_started_folder_finds_no_error(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert folder.is_dir()
    assert run(["check"]) == 0
    assert not re.search(r"\berrors?:", capsys.readouterr().out)


def test_a_site_that_cannot_be_written_still_tells_what_is_wrong(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_article(folder / "broken.ipynb", "1 / 0")
    (folder / "site").mkdir()
    (folder / "site" / "index.html").write_text("somebody's")
    assert build("--report", "report.json") == 1
    said = capsys.readouterr().err
    assert "broken.ipynb#cell-0:1: the code stopped with ZeroDivisionError" in said
    assert said.endswith(
        "site/index.html and would have to overwrite it\n"
        "  Fix: Move it away, or publish to another folder with --output.\n"
    )
    report = json.loads((folder / "report.json").read_text(encoding="utf-8"))
    states = {article["file"]: article["state"] for article in report["articles"]}
    assert states["broken.ipynb"] == "failed"
    assert report["files"]["written"] == []
    assert (folder / "site" / "index.html").read_text() == "somebody's"
