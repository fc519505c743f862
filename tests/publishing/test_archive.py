"""A zip file as target: the same bytes for the same site, and whole or as it was."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from tests.publishing.places import NEW, NO_CREDENTIALS, OLD, BrokenOffError, Publisher

from galley.findings import EnvironmentFault
from galley.publishing.kinds import make_target
from galley.publishing.record import RECORD
from galley.publishing.target import TargetSpec
from galley.publishing.version import versions_of


def publisher_in(folder: Path) -> Publisher:
    folder.mkdir(exist_ok=True)
    spec = TargetSpec("stick", "site.zip", "", folder)
    return Publisher(make_target(spec, NO_CREDENTIALS), versions_of(folder / "store", "stick"))


def in_archive(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist() if name != RECORD}


def test_a_site_is_one_file_of_the_same_bytes_on_every_computer(tmp_path: Path) -> None:
    for name in ("one", "two"):
        publisher_in(tmp_path / name).publish(OLD)

    first = tmp_path / "one" / "site.zip"
    assert in_archive(first) == OLD
    assert first.read_bytes() == (tmp_path / "two" / "site.zip").read_bytes()


def test_what_changed_takes_its_place_and_files_of_others_stay(tmp_path: Path) -> None:
    publisher = publisher_in(tmp_path)
    publisher.publish(OLD)
    with zipfile.ZipFile(tmp_path / "site.zip", "a") as archive:
        archive.writestr("letter.txt", "theirs")

    publisher.publish(NEW)

    assert in_archive(tmp_path / "site.zip") == {**NEW, "letter.txt": b"theirs"}


def test_until_all_is_in_it_the_file_is_the_old_one(tmp_path: Path) -> None:
    publisher = publisher_in(tmp_path)
    publisher.publish(OLD)
    before = (tmp_path / "site.zip").read_bytes()

    for steps in range(11):
        with pytest.raises(BrokenOffError):
            publisher.breaking_after(steps).publish(NEW)
        assert (tmp_path / "site.zip").read_bytes() == before


def test_another_file_of_that_name_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "site.zip").write_bytes(b"no archive")

    with pytest.raises(EnvironmentFault) as raised:
        publisher_in(tmp_path).publish(OLD)

    assert raised.value.message == (
        f"{tmp_path.as_posix()}/site.zip is there and is no zip file that can be read"
    )
    assert raised.value.fix == "Move it away, or give the site another name."
    assert (tmp_path / "site.zip").read_bytes() == b"no archive"
