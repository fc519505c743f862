"""Publishing by a real rsync to a real daemon on this machine."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.publishing import rsync_peer
from tests.publishing.authors import Author, NoRing
from tests.publishing.places import NEW, OLD, BrokenOffError, Publisher, on_disk
from tests.publishing.rsync_peer import PASSWORD, Peer

from galley.findings import EnvironmentFault
from galley.publishing.credentials import Credentials
from galley.publishing.remote_faults import Patience
from galley.publishing.rsync import RsyncTarget
from galley.publishing.rsync_program import Rsync
from galley.publishing.server_address import parse_server_address
from galley.publishing.version import versions_of

pytestmark = pytest.mark.kernel


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Peer]:
    with rsync_peer.running(tmp_path_factory.mktemp("rsync")) as peer:
        yield peer


@pytest.fixture
def peer(running: Peer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Peer:
    monkeypatch.setenv("GALLEY_CACHE", str(tmp_path / "cache"))
    shutil.rmtree(running.root)
    running.root.mkdir()
    return running


@pytest.fixture
def target(peer: Peer) -> Callable[..., RsyncTarget]:
    def make(
        to: str = "www/blog", password: str = PASSWORD, author: Author | None = None, port: int = 0
    ) -> RsyncTarget:
        environ = {"GALLEY_WEB_PASSWORD": password} if password else {}
        return RsyncTarget(
            "web",
            parse_server_address(f"rsync://maria@127.0.0.1:{port or peer.port}/{to}", "x"),
            Credentials(environ, NoRing(), author or Author()),
            Patience((0.0,)),
        )

    return make


@pytest.fixture
def publisher(target, tmp_path: Path) -> Publisher:
    return Publisher(target(), versions_of(tmp_path / "store", "web"))


def test_a_killed_publish_is_finished_by_the_next(peer: Peer, publisher) -> None:
    publisher.publish(OLD)
    first = on_disk(peer.root / "blog")
    with publisher.target.open() as place:
        place.files()
        known = {path for path in OLD if place.digest(path)}
    with pytest.raises(BrokenOffError):
        publisher.breaking_after(2).publish(NEW)

    publisher.publish(NEW)

    assert first == OLD
    assert known == set(OLD)  # none is fetched to be compared
    assert on_disk(peer.root / "blog") == NEW


def test_files_of_others_stay(peer: Peer, publisher) -> None:
    (peer.root / "blog/shop").mkdir(parents=True)
    (peer.root / "blog/shop/a b ä.php").write_text("x")

    publisher.publish({"a/b/c.html": b"c"})
    publisher.publish({})

    assert on_disk(peer.root / "blog") == {"shop/a b ä.php": b"x"}
    assert not (peer.root / "blog/a").exists()


def test_files_can_be_read_by_a_web_server(peer: Peer, target) -> None:
    with target().open() as place:
        place.send(OLD)

    assert (peer.root / "blog/index.html").stat().st_mode & 0o777 == 0o644


def test_a_line_that_breaks_leaves_each_file_whole(peer: Peer, target, publisher) -> None:
    publisher.publish(OLD)
    # What cannot be compressed, so that it breaks in the middle.
    new = {path: random.Random(path).randbytes(30_000) for path in OLD}
    with (
        rsync_peer.cut_line(peer.port, 50_000) as port,
        target(port=port).open() as place,
        pytest.raises(EnvironmentFault) as told,
    ):
        place.send(new)

    assert str(told.value) == (
        "the connection to 127.0.0.1 broke off\n"
        "  Fix: What was public before is whole. Publish again, and only what is missing is sent."
    )
    assert {path: on_disk(peer.root / "blog")[path] for path in OLD} == OLD
    with target().open() as place:
        assert set(place.files()) - set(OLD) == {".galley-published.json"}
        place.send(new)
    assert on_disk(peer.root / "blog") == new


def test_a_wrong_password_is_said(target) -> None:
    with target(password="rahasia").open() as place, pytest.raises(EnvironmentFault) as told:
        place.files()

    words = place.program.address.words
    assert str(told.value) == (
        f"{words} does not let maria in\n"
        "  Fix: Check the name in the address and the password: set GALLEY_WEB_PASSWORD, or "
        "publish at a terminal, where Galley asks for it."
    )


def test_a_password_is_asked_for_only_where_a_server_wants_one(peer: Peer, target) -> None:
    author = Author(PASSWORD)
    with target("open/a", password="", author=author).open() as place:
        place.send({"x.html": b"x"})
    before = list(author.questions)
    with target("www/a", password="", author=author).open() as place:
        page = place.read("x.html")
        none = place.read("y.html")

    assert (before, page, none) == ([], b"x", None)
    assert author.questions == [f"Password of maria for rsync://maria@127.0.0.1:{peer.port}/www/a"]


def test_a_folder_that_may_only_be_read_is_said(peer: Peer, target) -> None:
    with target("locked").open() as place, pytest.raises(EnvironmentFault) as told:
        place.send({"x.html": b"x"})

    assert str(told.value) == (
        f"this account may not write to rsync://maria@127.0.0.1:{peer.port}/locked\n"
        "  Fix: Check the folder in the target's address, and ask whoever runs the server which "
        "one is yours."
    )


def test_a_server_that_is_not_there_is_said(target) -> None:
    with target(port=9).open() as place, pytest.raises(EnvironmentFault) as told:
        place.files()

    assert str(told.value) == (
        "nothing answers at 127.0.0.1, port 9\n"
        "  Fix: Check the address and the port in site.toml; whoever runs the server knows whether "
        "it is switched on there."
    )


def test_a_computer_without_rsync_is_told_of_sftp(monkeypatch: pytest.MonkeyPatch, target) -> None:
    made = target()
    monkeypatch.setenv("PATH", "/nowhere")

    with pytest.raises(EnvironmentFault) as told, made.open():
        pass

    assert str(told.value) == (
        f"'{made.words}' needs the program rsync, which is not on this computer\n"
        "  Fix: Install it, or let the target's address begin with sftp://, which needs none."
    )


@pytest.mark.parametrize(
    ("address", "at"),
    [
        ("rsync+ssh://maria@example.org/www/blog", "maria@example.org:/www/blog/a.html"),
        ("rsync+ssh://example.org/~/blog", "example.org:blog/a.html"),
        ("rsync+ssh://example.org:2222/~", "example.org:a.html"),
        ("rsync://example.org:8730/www", "rsync://example.org:8730/www/a.html"),
        ("rsync+ssh://maria@[::1]/www", "maria@[::1]:/www/a.html"),
    ],
)
def test_addresses_are_told_as_rsync_writes_them(address: str, at: str) -> None:
    program = Rsync("web", parse_server_address(address, "x"), Credentials({}, NoRing(), Author()))

    assert program.at("a.html") == at
