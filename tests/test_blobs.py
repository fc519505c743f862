from pathlib import Path

from galley.blobs import Blobs


def test_the_same_bytes_are_kept_once(tmp_path: Path) -> None:
    blobs = Blobs(tmp_path / "blobs")
    assert blobs.put(b"page") == blobs.put(b"page")
    assert len([path for path in tmp_path.rglob("*") if path.is_file()]) == 1


def test_what_was_put_is_got(tmp_path: Path) -> None:
    blobs = Blobs(tmp_path)
    digest = blobs.put(b"page")
    assert (blobs.get(digest), blobs.holds(digest, 4), blobs.holds(digest, 5)) == (
        b"page",
        True,
        False,
    )


def test_an_absent_blob_is_none(tmp_path: Path) -> None:
    assert Blobs(tmp_path).get("0" * 64) is None
    assert not Blobs(tmp_path).holds("", 0)


def test_a_damaged_blob_is_absent_and_healed_by_the_next_put(tmp_path: Path) -> None:
    blobs = Blobs(tmp_path)
    digest = blobs.put(b"page")
    blobs.path(digest).write_bytes(b"pagf")
    assert blobs.get(digest) is None
    assert blobs.put(b"page") == digest
    assert blobs.get(digest) == b"page"


def test_a_torn_blob_is_healed_by_the_next_put(tmp_path: Path) -> None:
    blobs = Blobs(tmp_path)
    blobs.path(blobs.put(b"page")).write_bytes(b"pa")
    assert blobs.get(blobs.put(b"page")) == b"page"
