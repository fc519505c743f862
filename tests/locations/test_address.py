"""What is an address, what is a path, and what reaches it."""

from __future__ import annotations

import subprocess
import sys

import pytest

from galley.findings import EnvironmentFault, UsageError
from galley.locations.address import Address, is_address, read_address
from galley.locations.headers import upload_options
from galley.locations.listing import list_files
from galley.locations.location import open_location


@pytest.mark.parametrize("text", ["s3://bucket", "gs://b/c", "memory://x", "abfs+x://a@b/c"])
def test_a_protocol_makes_an_address(text):
    assert is_address(text)


@pytest.mark.parametrize("text", ["notebooks", "/a/b", "C:/a", "C://a", r"C:\a", "./s3://x", ""])
def test_everything_else_is_a_path(text):
    assert not is_address(text)


def test_a_slash_at_the_end_says_nothing():
    assert read_address("S3://bucket/content//") == Address("s3://bucket/content")


def test_the_places_above_end_with_the_bucket():
    place = read_address("s3://bucket/a/b.ipynb")
    assert (place.name, place.parent, place.parent.parent) == (
        "b.ipynb",
        Address("s3://bucket/a"),
        Address("s3://bucket"),
    )
    assert Address("s3://bucket").parent == Address("s3://bucket")


def test_a_place_with_the_same_beginning_is_not_inside():
    assert not read_address("s3://b/site-2").is_inside(read_address("s3://b/site"))
    assert read_address("s3://b/site/en").is_inside(read_address("s3://b/site"))


def test_a_missing_package_is_named():
    with pytest.raises(EnvironmentFault) as caught:
        open_location(read_address("oss://bucket/site"))
    assert str(caught.value) == (
        "'oss://bucket/site' needs a package for oss:// that is not installed\n"
        "  Fix: pip install ossfs"
    )


def test_an_unknown_protocol_is_refused_with_a_guess():
    with pytest.raises(UsageError) as caught:
        open_location(read_address("memry://bucket"))
    assert str(caught.value) == (
        "'memry://bucket' begins with 'memry://', which nothing here can reach\n"
        "  Fix: did you mean 'memory'?"
    )


def test_without_fsspec_the_extra_is_named():
    code = (
        "import sys; sys.modules['fsspec'] = None\n"
        "from galley.locations.address import read_address\n"
        "from galley.locations.location import open_location\n"
        "open_location(read_address('s3://bucket/site'))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.stderr.splitlines()[-2:] == [
        "galley.findings.EnvironmentFault: 's3://bucket/site' needs the package fsspec, "
        "which is not installed",
        "  Fix: pip install 'galley-articles[cloud]'",
    ]


def test_a_folder_that_cannot_be_listed_is_not_an_empty_one(bucket, monkeypatch):
    bucket.filesystem.pipe_file(bucket.at("a.txt"), b"a")

    def refuse(*_args, **_options):
        raise PermissionError("Access Denied")

    monkeypatch.setattr(bucket.filesystem, "find", refuse)
    with pytest.raises(EnvironmentFault) as caught:
        list_files(bucket)
    assert str(caught.value) == (
        "memory://bucket/content cannot be read: Access Denied\n"
        "  Fix: Check the address, the connection and your credentials for memory://, which "
        "Galley leaves to fsspec, and try again."
    )


def test_a_folder_below_that_cannot_be_listed_is_a_fault(tmp_path):
    """What fsspec itself would leave out: half a listing looks like removed files."""
    (tmp_path / "content" / "inner").mkdir(parents=True)
    (tmp_path / "content" / "inner" / "a.txt").write_bytes(b"a")
    location = open_location(read_address(f"file://{tmp_path.as_posix()}/content"))
    assert list(list_files(location)) == ["inner/a.txt"]
    listed = location.filesystem.ls

    def ls(path, **options):
        if path.endswith("inner"):
            raise PermissionError("Access Denied")
        return listed(path, **options)

    location.filesystem.ls = ls
    try:
        with pytest.raises(EnvironmentFault, match="Access Denied"):
            list_files(location)
    finally:
        del location.filesystem.ls


def test_a_mark_changes_with_the_content(bucket):
    bucket.filesystem.pipe_file(bucket.at("a.txt"), b"a")
    first = list_files(bucket)["a.txt"]
    bucket.filesystem.pipe_file(bucket.at("a.txt"), b"b")
    second = list_files(bucket)["a.txt"]
    assert first.mark
    assert first.mark != second.mark
    assert second.size == 1


def test_each_bucket_is_told_type_and_age_in_its_own_words():
    assert upload_options("s3", "window.html") == {
        "ContentType": "text/html; charset=utf-8",
        "CacheControl": "no-cache",
    }
    assert upload_options("gs", "assets/site-c237ca1e.css") == {
        "content_type": "text/css; charset=utf-8",
        "fixed_key_metadata": {"cache_control": "public, max-age=31536000, immutable"},
    }
    assert upload_options("abfs", "feed.xml") == {
        "content_settings": {"content_type": "application/xml", "cache_control": "no-cache"}
    }
    assert upload_options("sftp", "feed.xml") == {}
