"""`galley import` as an author meets it: what is written, what is told, what is left alone."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import nbformat
import pytest

from galley.cli import run
from galley.console.importing import _progress
from galley.kept_copies import KeptCopies

POST = """\
---
title: First steps after a stroke
date: 2025-03-04
layout: post
mood: calm
---

Some words, and [the second](second.md#how).

# What helps

- walking
"""
SECOND = "# Second post\n\nWords.\n\n## How\n\nMore words.\n"


@pytest.fixture
def old(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a folder with two old posts and no content folder yet."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1764000000")
    folder = tmp_path / "old"
    folder.mkdir()
    (folder / "first.md").write_text(POST, encoding="utf-8")
    (folder / "second.md").write_text(SECOND, encoding="utf-8")
    return folder


def cells(path: Path) -> list[str]:
    return [cell.source for cell in nbformat.read(path, as_version=4).cells]


def imported(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, Any]:
    capsys.readouterr()
    code = run(["import", *arguments, "--into", "blog", "--json"])
    report: dict[str, Any] = json.loads(capsys.readouterr().out)
    return report | {"code": code, "fates": [post["fate"] for post in report["posts"]]}


def test_a_folder_of_posts_becomes_a_content_folder(
    old: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["import", "old", "--into", "blog"]) == 0

    assert capsys.readouterr().out == (
        "old/first.md → blog/first.ipynb: imported\n"
        "  1 heading, 1 paragraph, 1 list, 1 link\n"
        "old/second.md → blog/second.ipynb: imported\n"
        "  1 heading, 2 paragraphs\n"
        "\n"
        "old/first.md:\n"
        "  line 1: fields that mean nothing here are left out: mood\n"
        "    Fix: Nothing needs to be done.\n"
        "\n"
        "Next: galley check blog, then galley serve blog\n"
    )
    assert cells(old.parent / "blog" / "first.ipynb") == [
        "---\ntitle: First steps after a stroke\ndate: 2025-03-04\n---",
        "Some words, and [the second](second.ipynb#how).",
        "## What helps\n\n- walking",
    ]
    assert (old.parent / "blog" / "site.toml").is_file()
    assert run(["check", "blog"]) == 1  # the disclosures are the author's to write


def test_sources_stay_as_they_were(old: Path) -> None:
    before = {path: path.read_bytes() for path in old.iterdir()}

    run(["import", "old", "--into", "blog"])

    assert {path: path.read_bytes() for path in old.iterdir()} == before


def test_a_second_import_writes_nothing(old: Path, capsys: pytest.CaptureFixture[str]) -> None:
    imported(capsys, "old")
    times = {path: path.stat().st_mtime_ns for path in (old.parent / "blog").rglob("*")}

    again = imported(capsys, "old")

    assert (again["code"], again["fates"]) == (0, ["unchanged", "unchanged"])
    assert {path: path.stat().st_mtime_ns for path in (old.parent / "blog").rglob("*")} == times


def test_a_changed_source_is_told_of_and_taken_only_when_asked(
    old: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    imported(capsys, "old")
    (old / "second.md").write_text(SECOND + "\nNew words.\n", encoding="utf-8")

    told = imported(capsys, "old")
    notebook = old.parent / "blog" / "second.ipynb"
    before = notebook.read_bytes()
    taken = imported(capsys, "old", "--update")

    assert (told["code"], told["fates"]) == (0, ["unchanged", "changed"])
    assert [finding["message"] for finding in told["findings"]] == [
        "it has changed since it was imported as 'second.ipynb'"
    ]
    assert (taken["code"], taken["fates"]) == (0, ["unchanged", "updated"])
    assert cells(notebook)[-1] == "## How\n\nMore words.\n\nNew words."
    copies = KeptCopies(old.parent / "blog")
    assert [copies.read(copy) for copy in copies.of("second.ipynb")] == [before]


def test_a_notebook_that_was_edited_is_never_written_over(
    old: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    imported(capsys, "old")
    notebook = old.parent / "blog" / "second.ipynb"
    edited = notebook.read_text(encoding="utf-8").replace("More words", "My words")
    notebook.write_text(edited, encoding="utf-8")
    (old / "second.md").write_text(SECOND + "\nNew words.\n", encoding="utf-8")

    report = imported(capsys, "old", "--update")

    assert (report["code"], report["fates"]) == (1, ["unchanged", "edited"])
    assert [(f["rule"], f["message"], f["fix"]) for f in report["findings"]] == [
        (
            "import-edited",
            "'second.ipynb' was edited since it was imported; nothing is written over it",
            "To take the new text, rename your file and import again; then copy over what you "
            "need.",
        )
    ]
    assert notebook.read_text(encoding="utf-8") == edited


def test_a_notebook_of_the_author_keeps_its_name(
    old: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (old.parent / "blog").mkdir()
    own = old.parent / "blog" / "second.ipynb"
    nbformat.write(nbformat.v4.new_notebook(), own)  # type: ignore[no-untyped-call]
    before = own.read_bytes()

    report = imported(capsys, "old")

    assert (report["code"], report["fates"]) == (1, ["new", "taken"])
    assert report["findings"][-1]["message"] == (
        "'second.ipynb' is there already and was not imported from this; nothing is written over it"
    )
    assert own.read_bytes() == before


def test_an_imported_notebook_that_is_gone_stays_gone_until_it_is_wanted(
    old: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    imported(capsys, "old")
    notebook = old.parent / "blog" / "second.ipynb"
    notebook.unlink()

    assert imported(capsys, "old")["fates"] == ["unchanged", "removed"]
    assert not notebook.exists()
    assert imported(capsys, "old", "--update")["fates"] == ["unchanged", "new"]
    assert notebook.is_file()


def test_a_dry_run_writes_nothing(old: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["import", "old", "--into", "blog", "--dry-run"]) == 0

    assert "would be imported" in capsys.readouterr().out
    assert not (old.parent / "blog").exists()


def test_one_source_that_cannot_be_read_holds_up_no_other(
    old: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (old / "broken.docx").write_bytes(b"no document")

    report = imported(capsys, "old")

    assert (report["code"], report["fates"]) == (1, ["new", "new"])
    assert [(f["rule"], f["file"], f["message"]) for f in report["findings"][:1]] == [
        (
            "import-unreadable",
            "old/broken.docx",
            "it is not imported: it is damaged, or it is of another kind than its name says",
        )
    ]


def test_nothing_is_written_where_a_folder_leads_out(
    old: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    outside = old.parent / "outside"
    outside.mkdir()
    (old.parent / "blog").mkdir()
    (old.parent / "blog" / "images").symlink_to(outside, target_is_directory=True)
    (old / "dot.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>", encoding="utf-8")
    (old / "second.md").write_text("# Second\n\n![A dot](dot.svg)\n", encoding="utf-8")

    report = imported(capsys, "old")

    assert report["code"] == 1
    assert report["findings"][0]["message"] == (
        "it is not imported: 'images/second/dot.svg' would lie outside of the content folder, "
        "because a folder in it is a link"
    )
    assert list(outside.iterdir()) == []
    assert not (old.parent / "blog" / "second.ipynb").exists()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["nowhere.docx", "--into", "blog"], "there is no file or folder 'nowhere.docx'"),
        (["empty", "--into", "blog"], "there is no post in the folder 'empty'\n  Fix: posts are"),
        (
            ["lab", "--into", "blog"],
            "there is no post in the folder 'lab'\n"
            "  Fix: notebooks need no import: put them into the content folder, or build their own",
        ),
        (["old"], "there is no content folder here"),
    ],
)
def test_what_is_asked_wrongly_is_said(
    old: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], message: str
) -> None:
    (old.parent / "empty").mkdir()
    (old.parent / "lab").mkdir()
    (old.parent / "lab" / "a.ipynb").write_text("{}", encoding="utf-8")

    assert run(["import", *arguments]) == 2
    assert message in capsys.readouterr().err
    assert not (old.parent / "blog").exists()


@pytest.mark.usefixtures("old")
def test_what_was_told_is_told_in_indonesian(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANGUAGE", "id")

    run(["import", "old", "--into", "blog"])

    told = capsys.readouterr().out
    assert "old/first.md → blog/first.ipynb: diimpor\n  1 judul, 1 paragraf" in told
    assert "baris 1: kolom yang tidak berarti di sini ditinggalkan: mood" in told


def test_who_writes_and_on_what_goes_into_the_settings_of_a_new_folder(
    old: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for path in old.iterdir():
        path.unlink()
    (old / "a.txt").write_text(
        "Gardens\n\nA title\n\nBy: dr. Rini Example, Sp.N., FNR\nPublished: 4 Maret 2025\n\n"
        "Words.\n",
        encoding="utf-8",
    )

    imported(capsys, "old")

    settings = (old.parent / "blog" / "site.toml").read_text(encoding="utf-8")
    assert 'categories = ["Gardens"]' in settings
    assert 'name = "dr. Rini Example"\ncredentials = "Sp.N., FNR"' in settings
    assert cells(old.parent / "blog" / "a.ipynb") == [
        "---\ntitle: A title\ndate: 2025-03-04\nauthors: [dr-rini-example]\ncategory: Gardens\n---",
        "Words.",
    ]


def test_an_import_that_was_stopped_is_gone_on_with(
    old: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    imported(capsys, "old")
    (old.parent / "blog" / ".galley" / "imports.json").unlink()

    assert imported(capsys, "old")["fates"] == ["unchanged", "unchanged"]
    (old / "second.md").write_text(SECOND + "\nNew words.\n", encoding="utf-8")
    assert imported(capsys, "old")["fates"] == ["unchanged", "changed"]


def test_how_far_reading_is_stands_in_a_line_that_goes() -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    few, many = Terminal(), Terminal()
    _progress(3, few)(1)
    tell = _progress(20, many)
    tell(1)
    tell(20)

    assert few.getvalue() == ""
    assert many.getvalue() == "\rReading: 1 of 20\r" + " " * 17 + "\r"
