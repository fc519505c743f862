"""What code wrote or removed where it is not at home."""

from __future__ import annotations

from pathlib import Path

import pytest

from galley.execution.tracing.places import Places
from galley.execution.tracing.ran import Ran
from galley.execution.tracing.record import Deed, Record, parse_record
from galley.execution.tracing.strays import Strays

ROOT = Path("/srv/blog")
FOLDER = ROOT / "below"
HOME = Path("/home/ana")


def _told(*deeds: Deed, record: Record | None = None) -> list[tuple[str, str, int | None]]:
    found = record or Record()
    found.deeds.extend(deeds)
    places = Places(ROOT, (ROOT / ".galley", Path("/srv/site")))
    strays = Strays(found, Ran(["a", "b"], [0, 1], FOLDER), places, HOME, {})
    return [(remark.rule, remark.detail, remark.cell) for remark in strays.remarks()]


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("/srv/blog/other/x.csv", "../other/x.csv"),
        ("/srv/blog/site.toml", "../site.toml"),
        ("/srv/blog/.galley/blobs/x", "../.galley/blobs/x"),
        ("/srv/site/index.html", "…/site/index.html"),
        ("/home/ana/.ssh/authorized_keys", "~/.ssh/authorized_keys"),
        ("/etc/hosts", "…/etc/hosts"),
    ],
)
def test_a_place_outside_is_told_without_the_machine(path: str, shown: str) -> None:
    assert _told(Deed(path, 2)) == [("outside-write", shown, 1)]
    assert _told(Deed(path, 2, is_removal=True)) == [("outside-remove", shown, 1)]


@pytest.mark.parametrize(
    "path",
    [
        "/srv/blog/below/out.csv",
        "/srv/blog/below/deep/er/out.png",
        "/srv/blog/below/__pycache__/a.pyc",
        "/srv/blog/__pycache__/helper.pyc",
        "/tmp/tmp1234",
        "/dev/null",
        "/home/ana/.cache/matplotlib/fontlist.json",
        "/home/ana/nilearn_data/haxby.nii",
    ],
)
def test_own_files_passing_ones_and_caches_are_nobodys_business(path: str) -> None:
    assert _told(Deed(path, 1), Deed(path, 1, is_removal=True)) == []


def test_what_the_site_is_made_of_is_no_place_to_write() -> None:
    book = str(FOLDER / "other.ipynb")
    assert _told(Deed(book, 1, was_there=True)) == [("site-write", "other.ipynb", 0)]
    assert _told(Deed(book, 1, is_removal=True)) == [("site-remove", "other.ipynb", 0)]
    notes = str(FOLDER / "notes.md")
    assert _told(Deed(notes, 1, was_there=True)) == [("site-write", "notes.md", 0)]
    assert _told(Deed(notes, 1)) == []  # a table that it makes


def test_many_places_are_one_remark_and_own_things_may_go_again() -> None:
    lines = ['["start", {"schema": 1, "python": "3", "executable": "p", "prefixes": [], ']
    lines[0] += '"library": "", "sites": []}]'
    lines += ['["cell", 1]', '["write", 1, "/srv/a", -1, 0]', '["write", 1, "/srv/b", -1, 0]']
    lines += ['["meddle", 1, "/usr/lib/json.py"]', '["remove", 1, "/srv/a"]']
    record = parse_record("\n".join(lines))
    assert _told(record=record) == [("outside-write", "…/srv/a and 2 more", 0)]


def test_beside_a_content_folder_that_is_itself_temporary_is_outside() -> None:
    places = Places(Path("/tmp/x/blog"))
    record = Record(deeds=[Deed("/tmp/x/out.txt", 1), Deed("/tmp/elsewhere", 1)])
    strays = Strays(record, Ran(["a"], [0], Path("/tmp/x/blog")), places, HOME, {})
    assert [remark.detail for remark in strays.remarks()] == ["…/x/out.txt"]
