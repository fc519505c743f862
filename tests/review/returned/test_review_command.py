"""`galley review`: a Word file at its cells, kept until it is done."""

from __future__ import annotations

import json
from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_markdown_cell, new_notebook
from tests.review.returned.docx_files import (
    added,
    bookmark,
    bookmark_end,
    comment,
    docx,
    marked,
    paragraph,
    removed,
    text,
    thread,
)

from galley.cli import run
from galley.review.returned.anchors import anchor_of
from galley.review.returned.keeping import Reviews

FRONT = "---\ntitle: {title}\ndate: 2026-11-01\nauthors: [{{name: A}}]\ndisclosures: none\n---"
NAMED = {"galley-article": "x", "galley-language": "en", "galley-sent": "0123456789abcdef"}
SENTENCE = "Training helps most in the first four weeks after a stroke."


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a folder with two articles."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "notebooks").mkdir()
    for name, words in (("x", SENTENCE), ("y", "The sleeping brain sorts what it has learnt.")):
        front = new_markdown_cell(FRONT.format(title=name.upper()), id="front")
        notebook = new_notebook(cells=[front, new_markdown_cell(words, id="text")])
        path = tmp_path / "notebooks" / f"{name}.ipynb"
        path.write_text(nbformat.writes(notebook), encoding="utf-8")
    return tmp_path


def returned(*, named: bool = True, body: str = "") -> None:
    anchored = (bookmark(anchor_of("text")), body or commented(), bookmark_end())
    data = docx(
        *anchored,
        comments=comment(0, "Source?") + comment(1, "Zeiler.", by="dr. C"),
        threads=thread(0) + thread(1, of=0),
        properties=NAMED if named else None,
    )
    Path("back.docx").write_bytes(data)


def commented() -> str:
    return paragraph(
        text("Training helps most in the first "),
        marked(0, marked(1, removed("four"), added("six"), text(" weeks"))),
        text(" after a stroke."),
    )


def out(capsys: pytest.CaptureFixture[str], *arguments: str, code: int = 0) -> str:
    assert run(["review", *arguments]) == code
    captured = capsys.readouterr()
    return captured.err if code else captured.out


def keys(folder: Path) -> list[str]:
    reviews = Reviews(folder / "notebooks" / ".galley", folder / "notebooks")
    return [note.key for note in reviews.read(folder / "notebooks" / "x.ipynb").open]


def test_comments_and_changes_stand_at_their_cells(capsys: pytest.CaptureFixture[str]) -> None:
    returned()
    told = out(capsys, "back.docx")
    assert told.splitlines()[0] == "back.docx: 1 comment, 1 tracked change."
    assert "notebooks/x.ipynb#text:1" in told
    assert '  dr. B, 2026-11-20 on "six weeks":\n    Source?\n      dr. C: Zeiler.' in told
    assert '  dr. B, 2026-11-21 "four" → "six"' in told
    assert "Changes without tracking were not looked for" in told


def test_what_was_changed_in_silence_is_found_beside_the_copy_that_was_sent(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sent = docx(paragraph(text(SENTENCE)))
    Reviews(folder / "notebooks" / ".galley", folder).keep_sent(NAMED["galley-sent"], sent)
    returned(body=paragraph(text(SENTENCE.replace("most", "best"))))
    told = out(capsys, "back.docx")
    assert 'not tracked: "Training helps most in the" → "Training helps best in the"' in told
    assert "were not looked for" not in told


def test_json_tells_everything(capsys: pytest.CaptureFixture[str]) -> None:
    returned()
    value = json.loads(out(capsys, "back.docx", "--json"))
    assert (value["schema"], value["file"]) == (1, "notebooks/x.ipynb")
    told, change = value["notes"]
    assert (told["cell"], told["line"], told["words"]) == ("text", 1, "six weeks")
    assert told["replies"] == [{"by": "dr. C", "day": "2026-11-20T10:00:00Z", "text": "Zeiler."}]
    assert (change["old"], change["new"], change["is_done"]) == ("four", "six", False)


def test_what_is_kept_is_listed_until_it_is_done(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    returned()
    assert "they stand in the Problems panel" in out(capsys, "back.docx", "--keep")
    first, second = keys(folder)
    assert run(["status"]) == 0
    assert "2 remarks of colleagues wait: galley review x" in capsys.readouterr().out
    assert first in out(capsys, "x")
    told = out(capsys, "x", "--done", first)
    assert first not in told
    assert second in told
    out(capsys, "back.docx", "--keep")
    assert keys(folder) == [second]
    assert "nothing is said of it" in out(capsys, "x", "--done", "all")


def test_nothing_is_kept_without_being_asked(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    returned()
    out(capsys, "back.docx")
    assert keys(folder) == []


def test_a_file_that_lost_its_name_is_known_by_its_words(
    capsys: pytest.CaptureFixture[str],
) -> None:
    returned(named=False)
    assert "notebooks/x.ipynb#text:1" in out(capsys, "back.docx")


def test_a_file_of_nothing_here_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    Path("back.docx").write_bytes(docx(paragraph(text("A letter."))))
    told = out(capsys, "back.docx", code=2)
    assert "back.docx does not say which article it is of, and its words are in none" in told
    assert "nothing is said of it" in out(capsys, "back.docx", "--article", "y")


def test_a_file_of_another_article_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    returned()
    told = out(capsys, "back.docx", "--article", "y", code=2)
    assert "back.docx is of notebooks/x.ipynb, not of notebooks/y.ipynb" in told
    Path("notebooks/x.ipynb").rename("notebooks/z.ipynb")
    told = out(capsys, "back.docx", code=2)
    assert "back.docx is of the article 'x' (en), which is not in this folder" in told


def test_what_cannot_be_done_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert "there is no file 'none.docx'" in out(capsys, "none.docx", code=2)
    assert "--done needs an article" in out(capsys, "none.docx", "--done", "1", code=2)
    assert "nothing is kept of notebooks/x.ipynb under '1'" in out(
        capsys, "x", "--done", "1", code=2
    )
