"""Publishing to a real SFTP server, also one that breaks off, is full or is not the right one."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable, Iterator
from pathlib import Path
from traceback import TracebackException

import asyncssh
import pytest
from tests.publishing import sftp_peer
from tests.publishing.authors import Author, NoRing
from tests.publishing.places import NEW, OLD, Publisher, on_disk
from tests.publishing.sftp_peer import PASSWORD, Peer

from galley.findings import EnvironmentFault
from galley.publishing.credentials import Credentials
from galley.publishing.remote_faults import Patience
from galley.publishing.server_address import parse_server_address
from galley.publishing.sftp import SftpTarget
from galley.publishing.sftp_hosts import KnownHosts
from galley.publishing.version import versions_of

pytestmark = pytest.mark.kernel

WRONG = "rahasia"
SITE = {
    "index.html": b"<p>home",
    "a.html": b"<p>a",
    "id/a.html": b"<p>satu",
    "assets/style-0123456789.css": b"p{}" * 40_000,
}


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Peer]:
    with sftp_peer.running(tmp_path_factory.mktemp("sftp")) as peer:
        yield peer


@pytest.fixture
def peer(running: Peer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Peer:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("SSH_AUTH_SOCK", raising=False)
    root = tmp_path / "server"
    root.mkdir()
    running.__init__(root, running.host_key, running.port)
    return running


@pytest.fixture
def target(peer: Peer, tmp_path: Path) -> Callable[..., SftpTarget]:
    def make(
        path: str = "/www",
        password: str = PASSWORD,
        author: Author | None = None,
        *,
        is_known: bool = True,
    ) -> SftpTarget:
        known = KnownHosts(tmp_path / "config/known_hosts", (tmp_path / ".ssh/known_hosts",))
        if is_known:
            known.remember("127.0.0.1", peer.port, peer.host_key)
        environ = {"GALLEY_WEB_PASSWORD": password} if password else {}
        return SftpTarget(
            "web",
            parse_server_address(f"sftp://maria@127.0.0.1:{peer.port}{path}", "x"),
            Credentials(environ, NoRing(), author or Author()),
            known,
            Patience((0.0, 0.0)),
        )

    return make


def lying(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in root.rglob("*")
        if path.is_file()
    }


def test_a_site_is_sent_read_listed_and_removed(peer: Peer, target) -> None:
    with target().open() as place:
        before = place.files()
        place.send(SITE)
        after = place.files()
        page, none = place.read("id/a.html"), place.read("id/b.html")
        place.remove(["id/a.html", "gone.html"])

    assert before == {}
    assert after == {path: len(data) for path, data in sorted(SITE.items())}
    assert (page, none) == (b"<p>satu", None)
    assert set(lying(peer.root / "www")) == set(SITE) - {"id/a.html"}
    assert not (peer.root / "www/id").exists()


def test_files_and_folders_can_be_read_by_a_web_server(peer: Peer, target) -> None:
    was = os.umask(0o077)
    try:
        with target().open() as place:
            place.send(SITE)
    finally:
        os.umask(was)

    assert (peer.root / "www/id/a.html").stat().st_mode & 0o777 == 0o644


def test_a_file_is_replaced_in_one_step(peer: Peer, target) -> None:
    with target().open() as place:
        place.send(SITE)
        peer.done.clear()
        place.send({"a.html": b"<p>new"})

    assert [step.partition(" ")[0] for step in peer.done] == ["open", "write", "rename"]
    assert lying(peer.root / "www")["a.html"] == b"<p>new"


def test_a_server_that_cannot_replace_in_one_step_is_served_too(peer: Peer, target) -> None:
    peer.refuses["rename"] = lambda: asyncssh.SFTPOpUnsupported("no")

    with target().open() as place:
        place.send(SITE)
        place.send({"a.html": b"<p>new"})

    assert lying(peer.root / "www") == {**SITE, "a.html": b"<p>new"}


def test_folders_of_others_stay(peer: Peer, target) -> None:
    (peer.root / "www/shop").mkdir(parents=True)
    (peer.root / "www/shop/index.php").write_text("x")

    with target().open() as place:
        place.send(SITE)
        place.remove([*SITE])

    assert lying(peer.root / "www") == {"shop/index.php": b"x"}


def test_a_folder_may_be_seen_from_where_a_login_begins(peer: Peer, target) -> None:
    with target("/~/blog").open() as place:
        place.send({"a.html": b"a"})

    assert lying(peer.root) == {"blog/a.html": b"a"}


@pytest.mark.parametrize("changes", range(0, 16, 3))
def test_a_lost_connection_is_made_again(peer: Peer, target, changes: int) -> None:
    peer.changes_left = changes

    with target().open() as place:
        place.send(SITE)
        place.send({"index.html": b"<p>last"})

    assert lying(peer.root / "www") == {**SITE, "index.html": b"<p>last"}
    assert peer.logins == 2


def test_after_a_lost_connection_what_has_arrived_is_not_sent_again(peer: Peer, target) -> None:
    site = {f"{number}.html": b"<p>" for number in range(40)}
    peer.changes_left = 90

    with target().open() as place:
        place.send(site)

    whole = [step for step in peer.done if step.startswith("rename")]
    # Of those under way when it broke, the server's answer was lost.
    assert 40 <= len(whole) <= 40 + 8


@pytest.mark.parametrize("changes", range(0, 14, 2))
def test_a_connection_that_stays_lost_leaves_each_file_whole(
    peer: Peer, target, changes: int
) -> None:
    with target().open() as place:
        place.send(SITE)
    new = {path: data + b"!" for path, data in SITE.items()}
    peer.changes_left, peer.breaks = changes, 99

    with target().open() as place, pytest.raises(EnvironmentFault) as told:
        place.send(new)

    assert str(told.value) == (
        "the connection to 127.0.0.1 broke off\n"
        "  Fix: What was public before is whole. Publish again, and only what is missing is sent."
    )
    there = lying(peer.root / "www")
    assert all(there[path] in {SITE[path], new[path]} for path in SITE)
    peer.changes_left = None
    with target().open() as place:
        assert place.files().keys() == SITE.keys()
        place.send(new)
    assert lying(peer.root / "www") == new


def test_a_key_of_the_user_opens_the_server_without_a_password(peer: Peer, target) -> None:
    peer.user_key, peer.takes_password = asyncssh.generate_private_key("ssh-ed25519"), False
    (Path.home() / ".ssh").mkdir()
    peer.user_key.write_private_key(str(Path.home() / ".ssh/id_ed25519"))

    with target(password="").open() as place:
        place.send({"a.html": b"a"})

    assert lying(peer.root) == {"www/a.html": b"a"}


def test_a_wrong_password_is_said_and_not_shown(target) -> None:
    wrong = target(password=WRONG)
    with wrong.open() as place, pytest.raises(EnvironmentFault) as told:
        place.files()

    words = place._session.address.words
    assert str(told.value) == (
        f"{words} does not let maria in\n"
        "  Fix: Check the name in the address and the password: set GALLEY_WEB_PASSWORD, or "
        "publish at a terminal, where Galley asks for it."
    )
    whole = TracebackException.from_exception(told.value, capture_locals=True)
    assert WRONG not in "".join(whole.format())


def test_at_a_terminal_a_wrong_password_is_asked_for_again(peer: Peer, target) -> None:
    author = Author("wrong", PASSWORD)

    with target(password="", author=author).open() as place:
        place.send({"a.html": b"a"})

    assert lying(peer.root) == {"www/a.html": b"a"}
    assert author.questions == [f"Password of maria for {place._session.address.words}"] * 2


def test_an_unknown_server_is_shown_once_and_remembered(peer: Peer, target) -> None:
    author = Author()
    for _ in range(2):
        with target(author=author, is_known=False).open() as place:
            place.files()

    assert author.questions == [
        "127.0.0.1 is not known to this computer yet. The fingerprint of its key is\n"
        f"  {peer.host_key.get_fingerprint()}\n"
        "Whoever runs the server can tell you whether that is right. Is it?"
    ]


def test_an_unknown_server_that_nobody_vouches_for_gets_nothing(peer: Peer, target) -> None:
    author = Author(agrees=False)

    with (
        target(author=author, is_known=False).open() as place,
        pytest.raises(EnvironmentFault) as told,
    ):
        place.send(SITE)

    assert str(told.value) == (
        "127.0.0.1 is not known to this computer, and nobody has said that its key "
        f"{peer.host_key.get_fingerprint()} is right\n"
        "  Fix: Nothing was sent. Ask whoever runs the server for its fingerprint, then run "
        "'galley publish' at a terminal and say yes once."
    )
    assert (peer.done, peer.logins) == ([], 0)


def test_a_server_with_another_key_is_refused_without_a_question(
    peer: Peer, target, tmp_path: Path
) -> None:
    other = asyncssh.generate_private_key("ssh-ed25519")
    author = Author()
    made = target(author=author, is_known=False)
    made.known.remember("127.0.0.1", peer.port, other)

    with made.open() as place, pytest.raises(EnvironmentFault) as told:
        place.send(SITE)

    assert str(told.value) == (
        "127.0.0.1 shows another key than the one that this computer knows: "
        f"{peer.host_key.get_fingerprint()}\n"
        "  Fix: Nothing was sent: somebody may be in between. If whoever runs the server confirms "
        "the new key, remove the line of 127.0.0.1 from "
        f"{tmp_path.as_posix()}/config/known_hosts and from ~/.ssh/known_hosts, and publish again."
    )
    assert (author.questions, peer.logins) == ([], 0)


def test_what_ssh_knows_already_is_known(peer: Peer, target) -> None:
    (Path.home() / ".ssh").mkdir()
    public = peer.host_key.export_public_key().decode()
    line = f"broken\n[127.0.0.1]:{peer.port} {public}"
    (Path.home() / ".ssh/known_hosts").write_text(line)
    author = Author()

    with target(author=author, is_known=False).open() as place:
        place.files()

    assert author.questions == []


def test_a_full_disk_is_said(peer: Peer, target) -> None:
    peer.refuses["write"] = lambda: asyncssh.SFTPFailure("Failure")
    peer.is_full = True

    with target().open() as place, pytest.raises(EnvironmentFault) as told:
        place.send(SITE)

    assert str(told.value) == (
        f"there is no room left at sftp://maria@127.0.0.1:{peer.port}/www\n"
        "  Fix: Remove something there, or ask whoever runs the server for more; then publish "
        "again."
    )


def test_a_folder_that_may_not_be_written_is_said(peer: Peer, target) -> None:
    peer.refuses["open"] = lambda: asyncssh.SFTPPermissionDenied("Permission denied")

    with target().open() as place, pytest.raises(EnvironmentFault) as told:
        place.send({"a.html": b"a"})

    assert str(told.value) == (
        f"this account may not write to sftp://maria@127.0.0.1:{peer.port}/www/a.html\n"
        "  Fix: Check the folder in the target's address, and ask whoever runs the server which "
        "one is yours."
    )


def test_a_server_that_is_not_there_is_said(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
        address = parse_server_address(f"sftp://maria@127.0.0.1:{port}/www", "x")
        credentials = Credentials({}, NoRing(), Author())
        missing = SftpTarget("web", address, credentials, KnownHosts(tmp_path / "known_hosts"))
        with missing.open() as place, pytest.raises(EnvironmentFault) as told:
            place.files()

    assert told.value.message == f"nothing answers at 127.0.0.1, port {port}"


def test_another_answer_is_passed_on(peer: Peer, target) -> None:
    peer.refuses["open"] = lambda: asyncssh.SFTPFailure("Failure")

    with target().open() as place, pytest.raises(EnvironmentFault) as told:
        place.send({"a.html": b"a"})

    assert str(told.value) == (
        f"sftp://maria@127.0.0.1:{peer.port}/www/a.html says: Failure\n"
        "  Fix: Publish again; if it says the same, ask whoever runs the server what it means."
    )


def test_a_publish_that_broke_off_is_finished_by_the_next(
    peer: Peer, target, tmp_path: Path
) -> None:
    trials = Publisher(target(), versions_of(tmp_path / "store", "web"))
    trials.publish(OLD)
    peer.changes_left, peer.breaks = 10, 99
    with pytest.raises(EnvironmentFault, match="broke off"):
        trials.publish(NEW)
    peer.changes_left = None
    peer.done.clear()

    trials.publish(NEW)

    sent = {step.partition("/www/")[2] for step in peer.done if step.startswith("rename")}
    assert on_disk(peer.root / "www") == NEW
    assert "assets/style-2.css" not in sent  # it had arrived
    assert {"index.html", "bdnf.html"} <= sent
