import hashlib
import os
from pathlib import Path

import pytest

from galley.seen import FILE_NAME, SeenFiles, read_seen

LATER_NS = 10**18 * 4


def later() -> int:
    return LATER_NS


def digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def test_the_digest_is_that_of_the_content(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("one")
    assert SeenFiles().digest(tmp_path / "a") == digest("one")


def test_an_unchanged_file_is_not_read_again(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_text("one")
    seen = SeenFiles(clock=later)
    seen.digest(path)
    seen.known[str(path)] = (seen.known[str(path)][0], "as it was")
    assert seen.digest(path) == "as it was"


def test_a_change_that_keeps_size_and_time_is_seen(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_text("one")
    seen = SeenFiles(clock=later)
    before = path.stat()
    seen.digest(path)
    while path.stat().st_ctime_ns == before.st_ctime_ns:  # the system's clock has coarse steps
        path.write_text("two")
        os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert path.stat().st_mtime_ns == before.st_mtime_ns
    assert seen.digest(path) == digest("two")


def test_what_was_seen_is_kept_for_the_next_build(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_text("one")
    seen = SeenFiles(clock=later)
    seen.digest(path)
    seen.write(tmp_path)
    assert read_seen(tmp_path).known == seen.known


def test_a_file_that_has_just_changed_is_read_again_by_the_next_build(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_text("one")
    seen = SeenFiles(clock=lambda: path.stat().st_ctime_ns + 1)
    seen.digest(path)
    seen.write(tmp_path)
    assert read_seen(tmp_path).known == {}


def test_files_that_a_build_did_not_ask_for_are_forgotten(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_text("one")
    SeenFiles({str(path): ((1, 2, 3, 4), "x")}, clock=later).write(tmp_path)
    assert read_seen(tmp_path).known == {}


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '{"schema": 1}', '{"schema": 1, "files": {"a": 1}}']
)
def test_a_damaged_memory_is_an_empty_one(tmp_path: Path, text: str) -> None:
    (tmp_path / FILE_NAME).write_text(text)
    assert read_seen(tmp_path).known == {}


def test_folders_and_missing_files_have_no_digest(tmp_path: Path) -> None:
    seen = SeenFiles()
    assert (seen.digest(tmp_path), seen.digest(tmp_path / "no"), seen.digest("a\0b")) == (
        "",
        "",
        "",
    )


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_link_does_not_have_the_content_it_leads_to(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("one")
    (tmp_path / "b").symlink_to("a")
    seen = SeenFiles()
    assert seen.has_content(tmp_path / "a", digest("one"))
    assert not seen.has_content(tmp_path / "b", digest("one"))
