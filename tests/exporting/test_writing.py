"""Writing exports: what earlier exports wrote is replaced, everything else is left alone."""

import os
from pathlib import Path

import pytest

from galley.exporting.writing import LIST_NAME, ExportFolder, Written, read_folder, write_export
from galley.findings import EnvironmentFault


def export(folder: Path, name: str, files: dict[str, bytes]) -> Written:
    return write_export(read_folder(folder, "exports"), name, files)[1]


def lying_in(folder: Path) -> dict[str, bytes]:
    found = (path for path in folder.rglob("*") if path.is_file() and path.name != LIST_NAME)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def test_a_first_export_writes_all_its_files(tmp_path: Path) -> None:
    done = export(tmp_path, "bundle a", {"a/body.html": b"1", "a/files/x.png": b"2"})

    assert done == Written(written=("a/body.html", "a/files/x.png"))
    assert lying_in(tmp_path) == {"a/body.html": b"1", "a/files/x.png": b"2"}


@pytest.mark.skipif(os.name == "nt", reason="Windows has other rights")
def test_a_server_may_read_what_was_written(tmp_path: Path) -> None:
    export(tmp_path, "bundle a", {"a/body.html": b"1"})

    assert (tmp_path / "a" / "body.html").stat().st_mode & 0o777 == 0o644


def test_the_next_one_replaces_and_removes_what_the_first_wrote(tmp_path: Path) -> None:
    export(tmp_path, "bundle a", {"a/body.html": b"1", "a/files/x.png": b"2", "a/y": b"3"})

    done = export(tmp_path, "bundle a", {"a/body.html": b"new", "a/y": b"3"})

    assert done == Written(("a/body.html",), ("a/y",), ("a/files/x.png",))
    assert lying_in(tmp_path) == {"a/body.html": b"new", "a/y": b"3"}
    assert not (tmp_path / "a" / "files").exists()


def test_the_same_again_writes_nothing_at_all(tmp_path: Path) -> None:
    export(tmp_path, "bundle a", {"a/body.html": b"1"})
    before = (tmp_path / LIST_NAME).stat().st_mtime_ns

    assert export(tmp_path, "bundle a", {"a/body.html": b"1"}) == Written((), ("a/body.html",))
    assert (tmp_path / LIST_NAME).stat().st_mtime_ns == before


def test_what_other_exports_and_other_people_wrote_stays(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_bytes(b"mine")
    export(tmp_path, "bundle a", {"a/body.html": b"1", "shared.css": b"s"})
    export(tmp_path, "bundle b", {"b/body.html": b"1", "shared.css": b"s"})

    assert export(tmp_path, "bundle a", {}).removed == ("a/body.html",)
    assert lying_in(tmp_path) == {"notes.txt": b"mine", "b/body.html": b"1", "shared.css": b"s"}


def test_a_file_that_was_changed_since_stops_the_export_before_it_writes(tmp_path: Path) -> None:
    export(tmp_path, "docx a", {"a.docx": b"1", "b.txt": b"1"})
    (tmp_path / "a.docx").write_bytes(b"with comments")

    with pytest.raises(EnvironmentFault) as raised:
        export(tmp_path, "docx a", {"a.docx": b"2", "b.txt": b"2"})

    assert str(raised.value) == (
        "exports/a.docx would be overwritten, and is not as an export left it\n"
        "  Fix: Move it away, or export into another folder with --output."
    )
    assert lying_in(tmp_path) == {"a.docx": b"with comments", "b.txt": b"1"}


def test_a_changed_file_that_is_not_wanted_any_more_stays(tmp_path: Path) -> None:
    export(tmp_path, "docx a", {"a.docx": b"1"})
    (tmp_path / "a.docx").write_bytes(b"with comments")

    assert export(tmp_path, "docx a", {"b.docx": b"2"}).removed == ()
    assert lying_in(tmp_path) == {"a.docx": b"with comments", "b.docx": b"2"}


def test_an_export_that_was_cut_short_is_taken_up_again(tmp_path: Path) -> None:
    export(tmp_path, "bundle a", {"a/1": b"old", "a/2": b"old", "a/3": b"old"})
    folder = read_folder(tmp_path, "exports")

    class CutError(Exception):
        pass

    class Files(dict[str, bytes]):
        def __getitem__(self, path: str) -> bytes:
            if path == "a/2":
                raise CutError
            return super().__getitem__(path)

    with pytest.raises(CutError):
        write_export(folder, "bundle a", Files({"a/1": b"new", "a/2": b"new"}))

    done = export(tmp_path, "bundle a", {"a/1": b"new", "a/2": b"new"})
    assert done == Written(("a/2",), ("a/1",), ("a/3",))
    assert lying_in(tmp_path) == {"a/1": b"new", "a/2": b"new"}


@pytest.mark.parametrize("path", ["../out", "/etc/x", "a/../../x"])
def test_a_tampered_list_leads_nowhere(tmp_path: Path, path: str) -> None:
    (tmp_path / LIST_NAME).write_text(f'{{"schema": 1, "exports": {{"a": {{"{path}": "0"}}}}}}')

    with pytest.raises(EnvironmentFault, match="cannot tell its own files from others"):
        read_folder(tmp_path, "exports")


def test_a_folder_that_is_not_there_has_no_exports(tmp_path: Path) -> None:
    assert read_folder(tmp_path / "new", "new") == ExportFolder(tmp_path / "new", "new")
