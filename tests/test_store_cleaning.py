"""Cleaning bounds the store and costs nothing that a site needs."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from galley.blobs import Blobs
from galley.store_cleaning import Bounds, Cleaned, clean_store

TODAY = date(2026, 11, 25)
WIDE = Bounds.of(TODAY, 90, 1000)


class Shelf:
    """A store with its content folder, filled by hand."""

    def __init__(self, folder: Path) -> None:
        self.content, self.root = folder / "content", folder / "store"
        self.content.mkdir()
        self.blobs = Blobs(self.root / "blobs")

    def outcome(self, article: str, key: str, day: str, size: int = 1000) -> str:
        """Keep an outcome as the newest of its article."""
        (self.content / article).write_text("{}")
        digest = self.blobs.put(f"{article} {key} ".encode() + b"x" * size)
        folder = self.root / "runs" / article
        self.write(folder / f"{key}.json", notebook=digest, day=day, parts={"notebook": article})
        last = folder / "last-.json"
        keys = json.loads(last.read_text())["keys"] if last.exists() else []
        self.write(last, keys=[key, *keys])
        return digest

    def page(self, name: str, text: bytes) -> str:
        digest = self.blobs.put(text)
        self.write(self.root / "made" / f"{name}.json", html=digest)
        return digest

    def write(self, path: Path, **value: object) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(value))

    def clean(self, bounds: Bounds = WIDE, **options: bool) -> Cleaned:
        return clean_store(self.root, self.content, bounds, **options)

    def holds(self, *digests: str) -> list[bool]:
        return [self.blobs.get(digest) is not None for digest in digests]


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path)


def test_what_is_named_and_young_stays(shelf: Shelf) -> None:
    digests = [shelf.outcome("a", "k1", "2026-11-01"), shelf.page("a", b"page")]
    assert shelf.clean().removed_bytes == 0
    assert shelf.holds(*digests) == [True, True]


def test_blobs_that_nothing_names_go(shelf: Shelf) -> None:
    lost, named = shelf.blobs.put(b"lost"), shelf.page("a", b"page")
    assert shelf.clean().files == 1
    assert shelf.holds(lost, named) == [False, True]


def test_pictures_that_no_page_shows_go(shelf: Shelf) -> None:
    shown, lost = shelf.page("a", b"shown"), shelf.blobs.put(b"lost")
    narrow = shelf.blobs.put(b"narrow")
    shelf.write(shelf.root / "pictures" / "p.json", shown=[[shown]], narrower=[[narrow]])
    shelf.write(shelf.root / "pictures" / "q.json", shown=[[lost]])
    shelf.clean()
    assert shelf.holds(shown, narrow, lost) == [True, True, False]
    assert [path.name for path in (shelf.root / "pictures").iterdir()] == ["p.json"]


def test_half_written_files_go(shelf: Shelf) -> None:
    shelf.page("a", b"page")
    (shelf.root / "made" / ".new-abc").write_text("half")
    shelf.clean()
    assert not list(shelf.root.rglob(".new-*"))


def test_old_outcomes_go_but_the_newest_of_an_article_stays(shelf: Shelf) -> None:
    old, newest = (shelf.outcome("a", f"k{n}", f"2026-01-0{n}") for n in (1, 2))
    assert shelf.clean().outcomes == 1
    assert shelf.holds(old, newest) == [False, True]


def test_outcomes_of_a_notebook_that_is_gone_go(shelf: Shelf) -> None:
    digest = shelf.outcome("a", "k", "2026-11-01")
    (shelf.content / "a").unlink()
    assert shelf.clean().outcomes == 1
    assert shelf.holds(digest) == [False]


def test_too_large_a_store_lets_the_oldest_go_first(shelf: Shelf) -> None:
    digests = [shelf.outcome("a", f"k{n}", f"2026-11-0{n}", 400_000) for n in (1, 2, 3)]
    cleaned = shelf.clean(Bounds.of(TODAY, 90, 1))
    assert shelf.holds(*digests) == [False, True, True]
    assert cleaned.kept_bytes <= 1_000_000


def test_the_newest_stays_however_small_the_bound(shelf: Shelf) -> None:
    old, newest = (shelf.outcome("a", f"k{n}", "2026-11-01", 9000) for n in (1, 2))
    page = shelf.page("a", b"p" * 9000)
    last_good = shelf.blobs.put(b"good" * 9000)
    shelf.write(shelf.root / "pages" / "a.json", notebook=last_good)
    shelf.clean(Bounds.of(TODAY, 90, 0))
    assert shelf.holds(old, page, newest, last_good) == [False, False, True, True]


def test_a_blob_that_two_records_name_stays_with_the_second(shelf: Shelf) -> None:
    digest = shelf.page("a", b"same")
    shelf.page("b", b"same")
    (shelf.root / "made" / "a.json").unlink()
    shelf.clean()
    assert shelf.holds(digest) == [True]


def test_a_dry_run_counts_the_same_and_removes_nothing(shelf: Shelf) -> None:
    for number in range(1, 4):
        shelf.outcome("a", f"k{number}", f"2026-01-0{number}")
    shelf.blobs.put(b"lost")
    before = sorted(shelf.root.rglob("*"))
    dry = shelf.clean(is_dry=True)
    assert sorted(shelf.root.rglob("*")) == before
    assert shelf.clean() == dry


def test_a_damaged_record_does_not_stop_the_cleaning(shelf: Shelf) -> None:
    lost = shelf.blobs.put(b"lost")
    shelf.write(shelf.root / "runs" / "a" / "k.json")
    (shelf.root / "runs" / "a" / "k.json").write_text("{")
    shelf.clean()
    assert shelf.holds(lost) == [False]


def test_an_empty_store_is_clean(tmp_path: Path) -> None:
    assert clean_store(tmp_path / "none", tmp_path, WIDE) == Cleaned()
