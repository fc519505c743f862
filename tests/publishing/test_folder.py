"""A folder as target: only what changed is sent, and wherever it breaks the old site is whole."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.publishing.places import (
    NEW,
    NO_CREDENTIALS,
    OLD,
    BrokenOffError,
    Publisher,
    goal_of,
    links_of,
    on_disk,
    public_number,
)

from galley.findings import EnvironmentFault
from galley.publishing.kinds import make_target
from galley.publishing.record import RECORD
from galley.publishing.target import TargetSpec
from galley.publishing.version import versions_of


@pytest.fixture
def publisher(tmp_path: Path) -> Publisher:
    spec = TargetSpec("web", "../www", "", tmp_path / "blog")
    (tmp_path / "blog").mkdir()
    return Publisher(make_target(spec, NO_CREDENTIALS), versions_of(tmp_path / "store", "web"))


def test_a_folder_that_is_not_there_is_made(publisher: Publisher, tmp_path: Path) -> None:
    publisher.publish(OLD)

    assert on_disk(tmp_path / "www") == OLD
    assert public_number(publisher.versions) == 1


def test_only_what_changed_is_sent_in_an_order_that_readers_can_follow(
    publisher: Publisher,
) -> None:
    publisher.publish(OLD)
    publisher.steps.clear()

    publisher.publish({**NEW, "practice.html": OLD["practice.html"]})

    assert publisher.steps == [
        f"send {RECORD}",
        "send assets/style-2.css",
        "send bdnf/data.csv",
        "send bdnf.html",
        "send window.html",
        "send index.html",
        "send feed.xml",
        "remove assets/style-1.css",
        f"send {RECORD}",
        "finish",
    ]


def test_wherever_it_breaks_each_listed_page_is_whole_and_the_next_publish_ends_it(
    tmp_path: Path, publisher: Publisher
) -> None:
    publisher.publish(OLD)
    publisher.steps.clear()
    publisher.publish(NEW)
    steps, www = len(publisher.steps), tmp_path / "www"
    assert steps == 11

    for breaks_after in range(steps):
        publisher.publish(OLD)
        broken = publisher.breaking_after(breaks_after)
        with pytest.raises(BrokenOffError):
            broken.publish(NEW)

        found = on_disk(www)
        listed = {f"{name}.html" for name in found["index.html"].decode().split(", ")}
        assert listed <= found.keys()
        pages = [data for path, data in found.items() if path in listed]
        assert {link for page in pages for link in links_of(page)} <= found.keys()
        publisher.steps.clear()
        publisher.publish(NEW)
        sent = [step for step in publisher.steps if step.startswith("send ")]
        missing = {path for path, data in NEW.items() if found.get(path) != data}
        assert set(sent) - {f"send {RECORD}"} == {f"send {path}" for path in missing}
        assert on_disk(www) == NEW


def test_files_of_others_are_never_touched(publisher: Publisher, tmp_path: Path) -> None:
    www = tmp_path / "www"
    (www / "wp").mkdir(parents=True)
    (www / "wp" / "old.html").write_bytes(b"theirs")
    publisher.publish(OLD)
    publisher.publish({"index.html": b""})

    assert on_disk(www) == {"wp/old.html": b"theirs", "index.html": b""}


def test_a_file_of_others_in_the_way_is_said_and_nothing_is_sent(
    publisher: Publisher, tmp_path: Path
) -> None:
    www = tmp_path / "www"
    www.mkdir()
    (www / "index.html").write_bytes(b"It works!")

    with pytest.raises(EnvironmentFault) as raised:
        publisher.publish(OLD, takes_over=True)

    assert raised.value.message == (
        "Galley did not put index.html into ../www and would have to replace it"
    )
    assert raised.value.fix == "Move it away there, or give the site another place."
    assert on_disk(www) == {"index.html": b"It works!"}
    assert publisher.steps == []


def test_what_somebody_changed_there_is_said_and_replaced_only_when_told(
    publisher: Publisher, tmp_path: Path
) -> None:
    publisher.publish(OLD)
    (tmp_path / "www" / "window.html").write_bytes(b"edited on the server")

    with pytest.raises(EnvironmentFault) as raised:
        publisher.publish(NEW)
    assert raised.value.message == (
        "somebody has changed window.html in ../www since it was published"
    )
    publisher.publish(NEW, takes_over=True)

    assert on_disk(tmp_path / "www") == NEW


def test_what_is_missing_there_is_sent_again(publisher: Publisher, tmp_path: Path) -> None:
    publisher.publish(OLD)
    (tmp_path / "www" / "window.html").unlink()

    publisher.publish(OLD)

    assert on_disk(tmp_path / "www") == OLD


def test_another_content_folder_does_not_publish_over_this_one(
    publisher: Publisher, tmp_path: Path
) -> None:
    publisher.publish(OLD)
    other = Publisher(publisher.target, versions_of(tmp_path / "other", "web"))

    with pytest.raises(EnvironmentFault) as raised:
        other.publish(NEW)

    assert raised.value.message == (
        "'Blog' was published to ../www on 2026-11-01, and not by 'galley publish' from this "
        "content folder on this computer"
    )
    other.publish(NEW, takes_over=True)
    assert on_disk(tmp_path / "www") == NEW
    with pytest.raises(EnvironmentFault, match="from this content folder"):
        publisher.publish(OLD)


def test_pages_that_could_not_be_made_stay_as_they_were(
    publisher: Publisher, tmp_path: Path
) -> None:
    publisher.publish({**OLD, "practice/data.csv": b"1"})
    made = {path: data for path, data in OLD.items() if path != "practice.html"}

    version = publisher.publish(made, goal=goal_of(made, spared=["practice.html"]))

    assert on_disk(tmp_path / "www") == {**OLD, "practice/data.csv": b"1"}
    assert "practice.html" in version.files


def test_a_page_may_become_a_folder(publisher: Publisher, tmp_path: Path) -> None:
    publisher.publish({"about": b"page"})
    publisher.publish({"about/index.html": b"page"})
    publisher.publish({"about": b"page"})

    assert on_disk(tmp_path / "www") == {"about": b"page"}
