"""A site that is sent to a bucket: whole pages at every moment, and nothing of others touched."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from galley.findings import EnvironmentFault
from galley.locations.address import read_address
from galley.locations.location import Location, open_location
from galley.locations.remote_site import push_site
from galley.site.publish import PublishReport, publish
from galley.site.published import LIST_NAME

OLD = {
    "index.html": b'<a href="window.html"><link href="assets/site-00000001.css">',
    "window.html": b'old <link href="assets/site-00000001.css">',
    "assets/site-00000001.css": b"old",
    "feed.xml": b'<a href="window.html">',
}
NEW = {
    "index.html": b'<a href="window.html"><a href="sleep.html"><link href="assets/site-2.css">',
    "window.html": b'new <link href="assets/site-2.css">',
    "sleep.html": b'new <a href="tags/sleep.html"> <link href="assets/site-2.css">',
    "tags/sleep.html": b'<a href="../sleep.html">',
    "assets/site-2.css": b"new",
    "feed.xml": b'<a href="sleep.html"><a href="window.html">',
}
LISTS = ("tags/sleep.html",)
LINK = re.compile(rb'href="([^"]+)"')


@pytest.fixture
def site() -> Location:
    return open_location(read_address("memory://bucket/site"))


def push(
    files: dict[str, bytes], site: Location, tmp_path: Path, **options: object
) -> PublishReport:
    staged = tmp_path / "staged"
    publish(files, staged)
    return push_site(staged, site, **options)


def files_of(site: Location) -> dict[str, bytes]:
    """Read everything that lies at an address."""
    found = site.filesystem.find(site.root)
    return {name.removeprefix(f"{site.root}/"): site.filesystem.cat_file(name) for name in found}


def visible(site: Location) -> dict[str, bytes]:
    return {path: data for path, data in files_of(site).items() if path != LIST_NAME}


def put(site: Location, path: str, data: bytes) -> None:
    site.filesystem.pipe_file(site.at(path), data)


def test_the_bucket_holds_exactly_the_site(site, tmp_path):
    report = push(OLD, site, tmp_path)
    assert visible(site) == OLD
    assert report.written == tuple(sorted(OLD))
    staged_list = (tmp_path / "staged" / LIST_NAME).read_bytes()
    assert files_of(site)[LIST_NAME] == staged_list


def test_a_second_push_sends_nothing(site, tmp_path, failing):
    push(OLD, site, tmp_path)
    failing.changes_left = 0
    report = push(OLD, site, tmp_path)
    assert (report.written, report.removed) == ((), ())
    assert report.unchanged == tuple(sorted(OLD))


def test_only_the_difference_is_sent_in_publishing_order(site, tmp_path, failing):
    push(OLD, site, tmp_path)
    failing.uploaded.clear()
    report = push(NEW, site, tmp_path, lists=LISTS)
    names = [path.removeprefix(f"{site.root}/") for path in failing.uploaded]
    assert names == [
        LIST_NAME,
        "assets/site-2.css",
        "sleep.html",
        "window.html",
        "index.html",
        "tags/sleep.html",
        "feed.xml",
        LIST_NAME,
    ]
    assert report.removed == ("assets/site-00000001.css",)
    assert visible(site) == NEW


@pytest.mark.parametrize("allowed", range(9))
def test_a_push_that_fails_leaves_whole_pages_and_the_next_one_heals(
    site, tmp_path, failing, allowed
):
    push(OLD, site, tmp_path)
    failing.changes_left = allowed
    with pytest.raises(EnvironmentFault, match="the connection was lost"):
        push(NEW, site, tmp_path, lists=LISTS)
    there = visible(site)
    assert all(data in (OLD.get(path), NEW.get(path)) for path, data in there.items())
    assert missing_links(there) == []
    failing.changes_left = None
    push(NEW, site, tmp_path, lists=LISTS)
    assert visible(site) == NEW


def missing_links(site: dict[str, bytes]) -> list[str]:
    """Return what is named and not there; a tag's list comes after the pages that name it."""
    named = {
        link.decode().removeprefix("../") for data in site.values() for link in LINK.findall(data)
    }
    return sorted(named - set(site) - set(LISTS))


def test_after_a_failure_one_can_go_back_to_the_old_site(site, tmp_path, failing):
    push(OLD, site, tmp_path)
    failing.changes_left = 4
    with pytest.raises(EnvironmentFault):
        push(NEW, site, tmp_path, lists=LISTS)
    failing.changes_left = None
    push(OLD, site, tmp_path)
    assert visible(site) == OLD


def test_files_of_others_stay(site, tmp_path):
    put(site, "robots-of-others.txt", b"theirs")
    put(site, "assets/theirs.css", b"theirs")
    push(OLD, site, tmp_path)
    push({"index.html": b"alone"}, site, tmp_path)
    assert visible(site) == {
        "index.html": b"alone",
        "robots-of-others.txt": b"theirs",
        "assets/theirs.css": b"theirs",
    }


@pytest.mark.parametrize("name", ["index.html", "assets", "window.html/x"])
def test_a_file_of_another_in_the_way_is_named_and_kept(site, tmp_path, name):
    put(site, name, b"theirs")
    with pytest.raises(EnvironmentFault) as caught:
        push(OLD, site, tmp_path)
    assert str(caught.value) == (
        f"Galley did not write memory://bucket/site/{name} and would have to overwrite it\n"
        "  Fix: Move it away, or publish to another address with --output."
    )
    assert visible(site) == {name: b"theirs"}


def test_an_equal_file_of_another_is_adopted(site, tmp_path):
    put(site, "index.html", OLD["index.html"])
    assert "index.html" in push(OLD, site, tmp_path).unchanged
    push({"window.html": b"alone"}, site, tmp_path)
    assert visible(site) == {"window.html": b"alone"}


def test_a_removed_page_that_somebody_changed_is_kept(site, tmp_path):
    push(OLD, site, tmp_path)
    put(site, "window.html", b"written by hand")
    report = push({"index.html": b"alone"}, site, tmp_path)
    assert report.kept == ("window.html",)
    assert visible(site) == {"index.html": b"alone", "window.html": b"written by hand"}


def test_a_page_that_vanished_or_was_cut_short_is_sent_again(site, tmp_path):
    push(OLD, site, tmp_path)
    put(site, "window.html", b"cut")
    site.filesystem.rm_file(site.at("index.html"))
    assert push(OLD, site, tmp_path).written == ("index.html", "window.html")
    assert visible(site) == OLD


def test_a_page_that_could_not_be_made_stays_with_its_files(site, tmp_path):
    """Also where this machine has never built the site before and so has no copy of the page."""
    files = OLD | {"window/fig-1.svg": b"svg", "sleep.html": b"gone"}
    push(files, site, tmp_path)
    rest = {"index.html": b"home"}
    push(rest, site, tmp_path / "another machine", spared=("window.html",))
    kept = ("window.html", "window/fig-1.svg", "assets/site-00000001.css")
    assert visible(site) == rest | {path: files[path] for path in kept}
    push(rest, site, tmp_path / "another machine")
    assert visible(site) == rest


def test_a_page_may_become_a_folder_and_a_folder_a_page(site, tmp_path):
    push({"a": b"page", "b/c/d": b"deep"}, site, tmp_path)
    push({"a/x": b"deep", "b": b"page"}, site, tmp_path)
    assert visible(site) == {"a/x": b"deep", "b": b"page"}


def test_a_damaged_list_is_said_and_nothing_is_touched(site, tmp_path):
    push(OLD, site, tmp_path)
    put(site, LIST_NAME, b"[")
    with pytest.raises(EnvironmentFault) as caught:
        push(NEW, site, tmp_path)
    assert str(caught.value) == (
        f"memory://bucket/site/{LIST_NAME} cannot be read, so Galley cannot tell its own files "
        "from others\n"
        "  Fix: Build into a new folder with --output, or delete what Galley made in "
        "memory://bucket/site, this file included, and build again."
    )
    assert visible(site) == OLD


def test_a_push_notices_another_one(site, tmp_path, failing, monkeypatch):
    push(OLD, site, tmp_path)
    sent = failing.put_file

    def meanwhile(self, lpath, rpath, *args, **options):
        sent(self, lpath, rpath, *args, **options)
        if rpath.endswith("feed.xml"):
            put(site, LIST_NAME, b'{"schema": 1, "finished": false, "files": {}}')

    monkeypatch.setattr(failing, "put_file", meanwhile)
    with pytest.raises(EnvironmentFault) as caught:
        push(NEW, site, tmp_path)
    assert str(caught.value) == (
        "another build has published to memory://bucket/site at the same time\n"
        "  Fix: Build again when it has ended; let one machine at a time publish there."
    )


def test_where_an_upload_takes_several_steps_it_is_renamed_into_its_place(tmp_path):
    """On a server with folders a reader would otherwise see the first half of a page."""
    site = open_location(read_address(f"file://{(tmp_path / 'served').as_posix()}"))
    push(OLD, site, tmp_path)
    (tmp_path / "served" / ".galley-new-0123456789abcdef").write_bytes(b"left by a killed push")
    push(NEW, site, tmp_path, lists=LISTS)
    assert visible(site) == NEW
