"""Copies of files that are about to change: whole, bounded, and never outside the folder."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from galley.kept_copies import MOST_COPIES, KeptCopies, Reason, folder_around, keep_copy
from galley.kept_differences import Difference, compare_versions

NOW = datetime(2026, 11, 26, 13, 5, tzinfo=UTC)


@pytest.fixture
def kept(tmp_path: Path) -> KeptCopies:
    return KeptCopies(tmp_path)


def write(kept: KeptCopies, text: str, file: str = "a.ipynb") -> Path:
    path = kept.root / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_a_copy_holds_the_bytes_the_minute_and_the_reason(kept: KeptCopies) -> None:
    copy = kept.keep(write(kept, "one\r\n"), Reason.FIX, NOW)
    assert copy is not None
    assert (copy.number, copy.file, copy.reason) == (1, "a.ipynb", "fix")
    assert copy.when == "2026-11-26T13:05:00+00:00"
    assert kept.read(copy) == b"one\r\n"
    assert kept.of("a.ipynb") == (copy,)
    assert (kept.store / ".gitignore").read_text() == "*\n"


def test_what_is_kept_last_is_not_kept_twice_but_comes_again_later(kept: KeptCopies) -> None:
    for text in ("one", "one", "two", "one"):
        kept.keep(write(kept, text), Reason.FORM, NOW)
    assert [copy.number for copy in kept.of("a.ipynb")] == [3, 2, 1]
    texts = [path for path in (kept.folder / "texts").rglob("*") if path.is_file()]
    assert len(texts) == 2


def test_the_last_fifty_stay_and_texts_that_others_name(kept: KeptCopies) -> None:
    kept.keep(write(kept, "text 0", "b.ipynb"), Reason.FIX, NOW)
    for number in range(MOST_COPIES + 2):
        kept.keep(write(kept, f"text {number}"), Reason.FIX, NOW)
    copies = kept.of("a.ipynb")
    assert [copies[0].number, copies[-1].number, len(copies)] == [52, 3, 50]
    assert all(kept.read(copy) is not None for copy in copies)
    assert kept.read(kept.of("b.ipynb")[0]) == b"text 0"
    texts = [path for path in (kept.folder / "texts").rglob("*") if path.is_file()]
    assert len(texts) == 51


def test_files_of_one_name_in_two_folders_have_copies_of_their_own(kept: KeptCopies) -> None:
    for file in ("x/a.ipynb", "y/a.ipynb"):
        kept.keep(write(kept, file, file), Reason.FIX, NOW)
    assert kept.files() == ("x/a.ipynb", "y/a.ipynb")
    assert [kept.read(kept.of(file)[0]) for file in kept.files()] == [b"x/a.ipynb", b"y/a.ipynb"]


def test_what_is_not_there_or_lies_outside_is_not_kept(tmp_path: Path) -> None:
    kept = KeptCopies(tmp_path / "content")
    (tmp_path / "other.ipynb").write_text("x")
    assert kept.keep(kept.root / "gone.ipynb", Reason.FIX, NOW) is None
    assert kept.keep(tmp_path / "other.ipynb", Reason.FIX, NOW) is None
    assert not kept.store.exists()


@pytest.mark.parametrize("file", ["../out.ipynb", "/etc/x", "C:\\x", "a/../../b", "..\\x", ""])
def test_a_record_that_leads_out_of_the_folder_counts_as_absent(
    kept: KeptCopies, file: str
) -> None:
    copy = kept.keep(write(kept, "x"), Reason.FIX, NOW)
    assert copy is not None
    record = next(kept.folder.glob("*/*.json"))
    record.write_text(json.dumps(json.loads(record.read_text()) | {"file": file}))
    assert kept.files() == ()


def test_damage_costs_the_damaged_copy_alone(kept: KeptCopies) -> None:
    for text in ("one", "two"):
        kept.keep(write(kept, text), Reason.FIX, NOW)
    newest, oldest = kept.of("a.ipynb")
    next(kept.folder.glob(f"texts/{newest.digest[:2]}/*")).write_text("other")
    assert (kept.read(newest), kept.read(oldest)) == (None, b"one")
    next(kept.folder.glob("a-ipynb-*/000001.json")).write_text("{")
    assert kept.of("a.ipynb") == (newest,)
    # The same text again is kept anew where its copy was damaged.
    again = kept.keep(kept.root / "a.ipynb", Reason.FIX, NOW)
    assert again is not None
    assert kept.read(again) == b"two"


def test_cleaning_lets_old_copies_go_but_the_newest_of_each_file(kept: KeptCopies) -> None:
    for day, text in ((1, "one"), (2, "two"), (3, "three")):
        kept.keep(write(kept, text), Reason.FIX, NOW.replace(day=day))
    kept.keep(write(kept, "old", "b.ipynb"), Reason.FIX, NOW.replace(day=1))
    before = sum(path.stat().st_size for path in kept.folder.rglob("*") if path.is_file())
    would = kept.clean("2026-11-03", is_dry=True)
    assert len(kept.of("a.ipynb")) == 3
    assert kept.clean("2026-11-03") == would
    after = sum(path.stat().st_size for path in kept.folder.rglob("*") if path.is_file())
    assert would == (2, before - after)
    assert [copy.number for copy in kept.of("a.ipynb")] == [3]
    assert len(kept.of("b.ipynb")) == 1


def test_a_copy_lies_in_the_folder_with_the_site(tmp_path: Path) -> None:
    (tmp_path / "site.toml").touch()
    path = tmp_path / "deep" / "a.ipynb"
    path.parent.mkdir()
    path.write_text("x")
    assert folder_around(path) == tmp_path
    keep_copy(path, Reason.IMPORT, NOW)
    assert KeptCopies(tmp_path).files() == ("deep/a.ipynb",)


def notebook(*cells: str) -> bytes:
    made = [new_markdown_cell(text, id=f"c{at}") for at, text in enumerate(cells)]
    return nbformat.writes(new_notebook(cells=made)).encode()


def test_cells_and_words_are_counted() -> None:
    before = notebook("One two.", "Three.", "Four five six.")
    after = notebook("One two.", "Three more.", "Between.", "Four five six.", "End.")
    assert compare_versions("a.ipynb", before, after) == Difference(
        added=2, removed=0, changed=1, words_added=3, words_removed=0
    )
    assert compare_versions("a.ipynb", after, before).removed == 2
    assert compare_versions("a.ipynb", after, after) == Difference(is_same=True)


def test_outputs_are_no_words() -> None:
    before, after = (
        nbformat.writes(
            new_notebook(cells=[new_code_cell("x", id="c", execution_count=count)])
        ).encode()
        for count in (1, 2)
    )
    assert compare_versions("a.ipynb", before, after) == Difference()


def test_other_files_and_broken_notebooks_are_counted_in_paragraphs() -> None:
    told = compare_versions("refs.bib", b"one\n\ntwo\r\n", b"one\n\ntwo\n\nthree\n")
    assert (told.is_notebook, told.added, told.words_added) == (False, 1, 1)
    assert not compare_versions("a.ipynb", notebook("One."), b"{ broken").is_notebook
