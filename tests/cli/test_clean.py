"""`galley clean` on a real store."""

from datetime import UTC, date, datetime
from pathlib import Path

import nbformat.v4 as nb
import pytest
from nbformat import write

from galley.cli import run
from galley.commands.clean import cleaned_text
from galley.kept_copies import KeptCopies, Reason
from galley.site.build import build_site
from galley.site.ledger import recall_build
from galley.site.request import BuildRequest
from galley.store_cleaning import Cleaned

TODAY = date(2026, 11, 25)


@pytest.fixture
def built(tmp_path: Path) -> BuildRequest:
    content = tmp_path / "content"
    content.mkdir()
    write(nb.new_notebook(cells=[nb.new_markdown_cell("# One")]), content / "one.ipynb")
    request = BuildRequest(content, "content", tmp_path / "site", TODAY)
    build_site(request)
    return request


def test_a_store_in_use_has_nothing_to_let_go_of(
    built: BuildRequest, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["clean", str(built.content)]) == 0
    assert capsys.readouterr().out.startswith("Nothing to let go of; the store holds ")
    assert recall_build(built) is not None


def test_the_smallest_store_still_builds_the_same_site(built: BuildRequest) -> None:
    page = (built.output / "one.html").read_bytes()
    assert run(["clean", str(built.content), "--larger-than", "0"]) == 0
    (built.output / "one.html").unlink()
    build_site(built)
    assert (built.output / "one.html").read_bytes() == page


def test_what_went_is_said_in_one_line() -> None:
    cleaned = Cleaned(outcomes=1, files=12, removed_bytes=3_400_000, kept_bytes=25_100_000)
    assert cleaned_text(cleaned, is_dry=False) == (
        "Let go of 1 older outcome and 12 files, 3.4 MB; 25.1 MB stay."
    )
    assert cleaned_text(cleaned, is_dry=True) == (
        "Would let go of 1 older outcome and 12 files, 3.4 MB; 25.1 MB would stay."
    )


def test_kept_copies_go_when_they_are_old_but_the_newest(
    built: BuildRequest, capsys: pytest.CaptureFixture[str]
) -> None:
    kept, path = KeptCopies(built.content), built.content / "one.ipynb"
    for month in (1, 2, 11):
        path.write_text(path.read_text() + "\n")
        kept.keep(path, Reason.FIX, datetime(2026, month, 1, tzinfo=UTC))
    assert run(["clean", str(built.content), "--today", "2026-11-25"]) == 0
    assert capsys.readouterr().out.startswith("Let go of 0 older outcomes and 2 files, ")
    assert [copy.number for copy in kept.of("one.ipynb")] == [3]
