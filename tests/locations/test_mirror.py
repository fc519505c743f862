"""Content that lies in a bucket comes to this machine, and only what changed comes again."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from galley.findings import ContentError, EnvironmentFault, UsageError
from galley.locations.address import read_address
from galley.locations.location import Location, open_location
from galley.locations.mirror import mirror_content

ADDRESS = "memory://bucket/content"
FILES = {"site.toml": b"", "a.ipynb": b"{}", "data/table.csv": b"x\n1\n"}


@pytest.fixture
def filled(bucket: Location) -> Location:
    for path, data in FILES.items():
        bucket.filesystem.pipe_file(bucket.at(path), data)
    return bucket


def fetch(address: str = ADDRESS) -> tuple[Path, list[str]]:
    said: list[str] = []
    return mirror_content(read_address(address), said.append), said


def on_disk(folder: Path) -> dict[str, bytes]:
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


@pytest.mark.usefixtures("filled")
def test_the_folder_is_as_it_is_there():
    folder, said = fetch()
    assert on_disk(folder) == FILES
    assert said == ["Fetching 3 files from memory://bucket/content"]


@pytest.mark.usefixtures("filled")
def test_an_unchanged_folder_is_not_fetched_again():
    folder, _ = fetch()
    before = {path: (folder / path).stat().st_mtime_ns for path in FILES}
    _, said = fetch()
    assert said == []
    assert {path: (folder / path).stat().st_mtime_ns for path in FILES} == before


def test_only_what_changed_is_fetched_and_what_is_gone_is_removed(filled):
    folder, _ = fetch()
    filled.filesystem.pipe_file(filled.at("a.ipynb"), b"[]")
    filled.filesystem.rm_file(filled.at("data/table.csv"))
    _, said = fetch()
    assert said == ["Fetching 1 file from memory://bucket/content"]
    assert on_disk(folder) == {"site.toml": b"", "a.ipynb": b"[]"}
    assert not (folder / "data").exists()


@pytest.mark.usefixtures("filled")
def test_a_file_that_was_changed_or_left_here_is_as_it_is_there_again():
    folder, _ = fetch()
    (folder / "a.ipynb").write_bytes(b"somebody else")
    (folder / "written-by-an-article.txt").write_bytes(b"x")
    fetch()
    assert on_disk(folder) == FILES


@pytest.mark.usefixtures("filled")
def test_a_damaged_list_only_costs_a_fetch():
    folder, _ = fetch()
    (folder.parent / "mirror.json").write_bytes(b'{"schema": 1, "files": [')
    _, said = fetch()
    assert said == ["Fetching 3 files from memory://bucket/content"]
    assert on_disk(folder) == FILES


def test_a_fetch_that_fails_half_way_is_finished_by_the_next(filled, monkeypatch):
    """The old mark of a file that is half replaced must not count as current."""
    folder, _ = fetch()
    original = filled.filesystem.cat_file(filled.at("a.ipynb"))
    filled.filesystem.pipe_file(filled.at("a.ipynb"), b"new")
    real = type(filled.filesystem).get_file

    def half(_self, _rpath, lpath, **_options):
        Path(lpath).write_bytes(b"n")
        raise OSError("the connection was lost")

    monkeypatch.setattr(type(filled.filesystem), "get_file", half)
    with pytest.raises(EnvironmentFault, match=r"content/a\.ipynb cannot be read: the connection"):
        fetch()
    assert (folder / "a.ipynb").read_bytes() == original
    assert "a.ipynb" not in json.loads((folder.parent / "mirror.json").read_bytes())["files"]
    monkeypatch.setattr(type(filled.filesystem), "get_file", real)
    fetch()
    assert on_disk(folder) == FILES | {"a.ipynb": b"new"}


def test_the_store_of_this_machine_stays_and_one_in_the_bucket_is_left_there(filled):
    filled.filesystem.pipe_file(filled.at(".galley/blobs/x"), b"theirs")
    folder, _ = fetch()
    (folder / ".galley").mkdir()
    (folder / ".galley" / "mine").write_bytes(b"mine")
    fetch()
    assert on_disk(folder) == FILES | {".galley/mine": b"mine"}


def test_a_site_inside_the_content_is_left_there(filled):
    for path in ("public/.galley-published.json", "public/en/a.ipynb", "public-notes.txt"):
        filled.filesystem.pipe_file(filled.at(path), b"{}")
    folder, _ = fetch()
    assert on_disk(folder) == FILES | {"public-notes.txt": b"{}"}


def test_a_site_is_not_taken_for_content(filled):
    filled.filesystem.pipe_file(filled.at(".galley-published.json"), b"{}")
    with pytest.raises(UsageError) as caught:
        fetch()
    assert str(caught.value) == (
        "'memory://bucket/content' is a site that Galley published, not a content folder\n"
        "  Fix: give the address of the content folder"
    )


def test_an_address_with_nothing_is_said():
    with pytest.raises(UsageError) as caught:
        fetch("memory://bucket/contnet")
    assert str(caught.value) == (
        "there is no folder or notebook 'memory://bucket/contnet'\n"
        "  Fix: check the address, or upload it first"
    )


def test_one_notebook_comes_with_the_site_around_it(filled):
    filled.filesystem.pipe_file(filled.at("deep/er/b.ipynb"), b"{}")
    path, _ = fetch(f"{ADDRESS}/deep/er/b.ipynb")
    root, _ = fetch()
    assert path == root / "deep/er/b.ipynb"
    assert (root / "site.toml").is_file()


def test_a_notebook_without_a_site_comes_with_what_lies_beside_it(bucket):
    for path in ("a/one.ipynb", "a/data.csv", "b/other.csv"):
        bucket.filesystem.pipe_file(bucket.at(path), b"{}")
    path, _ = fetch(f"{ADDRESS}/a/one.ipynb")
    assert on_disk(path.parent) == {"one.ipynb": b"{}", "data.csv": b"{}"}


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("a/../../../b", "it leads out of the content folder"),
        ("a//b", "it leads out of the content folder"),
        ("site.toml/x", "'site.toml' is a file there and cannot be a folder as well"),
    ],
)
def test_names_that_are_not_safe_here_are_refused(filled, name, reason):
    store = type(filled.filesystem).store
    store[filled.at(name)] = store[filled.at("a.ipynb")]
    with pytest.raises(ContentError) as caught:
        fetch()
    assert str(caught.value) == (
        f"memory://bucket/content/{name}: the name cannot be used on this machine: {reason}\n"
        "  Fix: Rename it there."
    )


@pytest.mark.usefixtures("filled")
def test_two_addresses_have_two_folders():
    other = open_location(read_address("memory://bucket/Content"))
    other.filesystem.pipe_file(other.at("a.ipynb"), b"other")
    assert fetch()[0] != fetch("memory://bucket/Content")[0]


@pytest.mark.usefixtures("filled")
def test_a_cache_that_cannot_be_written_is_said_with_the_way_out(tmp_path, monkeypatch):
    (tmp_path / "file").write_bytes(b"")
    monkeypatch.setenv("GALLEY_CACHE", str(tmp_path / "file"))
    with pytest.raises(EnvironmentFault) as caught:
        fetch()
    assert str(caught.value).startswith(
        f"cannot write to {(tmp_path / 'file').as_posix()}/content/"
    )
    assert str(caught.value).endswith(
        ": Not a directory\n"
        "  Fix: Free some space there, or let GALLEY_CACHE name another folder for this user's "
        "cache."
    )
