"""A branch of a real repository as target, on this machine and over HTTP."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from dulwich.client import SSHGitClient
from dulwich.errors import HangupException
from tests.publishing.git_server import git_server
from tests.publishing.places import NEW, OLD, BrokenOffError, Publisher

from galley.findings import EnvironmentFault, UsageError
from galley.publishing.credentials import Credentials, Nobody
from galley.publishing.kinds import make_target
from galley.publishing.record import RECORD
from galley.publishing.target import TargetSpec
from galley.publishing.version import versions_of

TOKEN = "t0ken-of-maria"


class NoRing:
    """A computer without a keyring."""

    def get_password(self, service: str, username: str) -> str | None:
        raise RuntimeError(service, username)

    def set_password(self, service: str, username: str, password: str) -> None:
        raise RuntimeError(service, username, password)


def git(repository: Path, *arguments: str) -> str:
    done = subprocess.run(
        ["git", "-C", str(repository), *arguments], capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


def in_branch(repository: Path, branch: str = "gh-pages") -> dict[str, bytes]:
    names = git(repository, "ls-tree", "-r", "--name-only", branch).splitlines()
    shown = {
        name: subprocess.run(
            ["git", "-C", str(repository), "show", f"{branch}:{name}"],
            capture_output=True,
            check=True,
        ).stdout
        for name in names
    }
    return {name: data for name, data in shown.items() if name not in {RECORD, ".nojekyll"}}


def publisher_to(to: str, folder: Path, token: str = "", branch: str = "") -> Publisher:
    environ = {"GALLEY_PAGES_TOKEN": token} if token else {}
    spec = TargetSpec("pages", to, "", folder, branch)
    credentials = Credentials(environ, NoRing(), Nobody())
    return Publisher(make_target(spec, credentials), versions_of(folder / "store", "pages"))


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a bare repository with a branch that is none of Galley's business."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "gitconfig"))
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / "gitconfig").write_text("[user]\nname = Maria Lopez\nemail = maria@example.org\n")
    bare, work = tmp_path / "blog.git", tmp_path / "work"
    git(tmp_path, "init", "-q", "--bare", "-b", "main", str(bare))
    git(bare, "config", "http.receivepack", "true")
    git(tmp_path, "init", "-q", "-b", "main", str(work))
    (work / "notes.txt").write_text("mine")
    git(work, "add", "notes.txt")
    git(work, "commit", "-q", "-m", "Begin")
    git(work, "push", "-q", str(bare), "main")
    return bare


@pytest.fixture
def address(repository: Path) -> Iterator[str]:
    with git_server(repository.parent, TOKEN) as server:
        yield f"{server}/blog.git"


def test_each_publish_is_one_commit_and_other_branches_stay(
    repository: Path, tmp_path: Path
) -> None:
    main = git(repository, "rev-parse", "main")
    publisher = publisher_to(f"file://{repository.as_posix()}", tmp_path)

    publisher.publish(OLD)
    publisher.publish(NEW)

    assert in_branch(repository) == NEW
    assert git(repository, "log", "--format=%an <%ae> %aI %s", "gh-pages").splitlines() == [
        "Maria Lopez <maria@example.org> 2026-11-02T10:00:00+00:00 Publish version 2",
        "Maria Lopez <maria@example.org> 2026-11-01T10:00:00+00:00 Publish version 1",
    ]
    assert ".nojekyll" in git(repository, "ls-tree", "--name-only", "gh-pages").splitlines()
    assert git(repository, "rev-parse", "main") == main
    git(repository, "fsck", "--strict")


def test_the_path_of_a_repository_is_seen_from_the_content_folder(
    repository: Path, tmp_path: Path
) -> None:
    publisher_to("blog.git", tmp_path, branch="pages").publish(OLD)

    assert in_branch(repository, "pages") == OLD


def test_what_others_put_into_the_branch_stays(repository: Path, tmp_path: Path) -> None:
    work = tmp_path / "work"
    git(work, "checkout", "-q", "--orphan", "gh-pages")
    git(work, "rm", "-q", "-f", "notes.txt")
    (work / "CNAME").write_text("blog.example.org\n")
    git(work, "add", "CNAME")
    git(work, "commit", "-q", "-m", "Domain")
    git(work, "push", "-q", str(repository), "gh-pages")
    publisher = publisher_to("blog.git", tmp_path)

    publisher.publish(OLD)
    publisher.publish(NEW)

    assert in_branch(repository) == {**NEW, "CNAME": b"blog.example.org\n"}


def test_over_http_a_token_from_the_environment_opens_the_repository(
    repository: Path, address: str, tmp_path: Path
) -> None:
    publisher = publisher_to(address, tmp_path, TOKEN)

    publisher.publish(OLD)
    publisher.publish(NEW)

    assert in_branch(repository) == NEW
    git(repository, "fsck", "--strict")


@pytest.mark.skipif(os.name == "nt", reason="stands in for ssh with a shell script")
def test_over_ssh_the_ssh_of_the_system_is_asked(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ssh = tmp_path / "ssh"
    ssh.write_text(
        f'#!/bin/sh\necho "$@" >> {tmp_path}/asked\nfor last; do :; done\n'
        f'cd {tmp_path} && eval "$last"\n'
    )
    ssh.chmod(0o755)
    monkeypatch.setenv("GIT_SSH_COMMAND", str(ssh))

    publisher_to("maria@example.org:blog.git", tmp_path).publish(OLD)

    assert in_branch(repository) == OLD
    assert "maria@example.org" in (tmp_path / "asked").read_text()


def test_what_ssh_says_of_a_key_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def hang_up(*_: object) -> None:
        raise HangupException([b"Permission denied (publickey)."])

    monkeypatch.setattr(SSHGitClient, "get_refs", hang_up)
    with pytest.raises(EnvironmentFault) as raised:
        publisher_to("maria@example.org:blog.git", tmp_path).publish(NEW)

    assert raised.value.message == (
        "maria@example.org:blog.git has ended the connection: Permission denied (publickey)."
    )
    assert raised.value.fix == (
        "Try 'ssh' with this address in a terminal: a key of this computer must be known there."
    )


def test_without_a_token_it_is_said_where_one_is_looked_for(
    repository: Path, address: str, tmp_path: Path
) -> None:
    with pytest.raises(EnvironmentFault) as raised:
        publisher_to(address, tmp_path).publish(OLD)

    place = f"127.0.0.1/{repository.name}"
    assert raised.value.message == f"there is no token for the target 'pages' ({place})"
    assert "GALLEY_PAGES_TOKEN" in raised.value.fix


def test_a_token_that_is_not_taken_is_said_and_never_shown(address: str, tmp_path: Path) -> None:
    with pytest.raises(EnvironmentFault) as raised:
        publisher_to(address, tmp_path, "wr0ng").publish(OLD)

    assert "wr0ng" not in f"{raised.value!r} {raised.value.fix}"
    assert raised.value.message == "127.0.0.1/blog.git does not take this token"


def test_a_repository_that_may_only_be_read_is_said(repository: Path, tmp_path: Path) -> None:
    with git_server(repository.parent, may_write=False) as server:
        to = f"{server}/blog.git"
        with pytest.raises(EnvironmentFault) as raised:
            publisher_to(to, tmp_path).publish(OLD)

    assert raised.value.message == f"you may not write to {to}"
    assert git(repository, "branch", "--list", "gh-pages") == ""


def test_an_address_without_a_repository_is_said(repository: Path, tmp_path: Path) -> None:
    with git_server(repository.parent) as server:
        to = f"{server}/blok.git"
        with pytest.raises(EnvironmentFault) as raised:
            publisher_to(to, tmp_path).publish(OLD)

    assert raised.value.message == f"there is no repository at {to}, or it is hidden from you"
    assert raised.value.fix == "Look at the address; make an empty repository there first."


def test_a_host_that_does_not_answer_is_said(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentFault) as raised:
        publisher_to("http://127.0.0.1:9/blog.git", tmp_path).publish(OLD)

    assert raised.value.message == "nothing answers at 127.0.0.1, port 9"


def test_a_token_never_travels_in_the_open(tmp_path: Path) -> None:
    with pytest.raises(UsageError) as raised:
        publisher_to("http://example.org/blog.git", tmp_path)

    assert str(raised.value) == (
        "'http://example.org/blog.git' would show your token to everybody on the way\n"
        "  Fix: write it with https://"
    )


def test_who_pushed_meanwhile_keeps_what_was_pushed(repository: Path, tmp_path: Path) -> None:
    publisher = publisher_to("blog.git", tmp_path)
    publisher.publish(OLD)
    before = git(repository, "rev-parse", "gh-pages")
    tree = git(repository, "rev-parse", "gh-pages^{tree}")
    other = git(repository, "commit-tree", tree, "-p", before, "-m", "Another machine")

    with publisher.target.open() as place:
        git(repository, "update-ref", "refs/heads/gh-pages", other)
        with pytest.raises(EnvironmentFault) as raised:
            place.finish("Publish version 2")

    assert raised.value.message == (
        "somebody has pushed to the branch 'gh-pages' of blog.git meanwhile"
    )
    assert git(repository, "rev-parse", "gh-pages") == other
    publisher.publish(NEW)
    assert in_branch(repository) == NEW


def test_until_the_commit_is_pushed_the_branch_is_as_it_was(
    repository: Path, tmp_path: Path
) -> None:
    publisher = publisher_to("blog.git", tmp_path)
    publisher.publish(OLD)

    with pytest.raises(BrokenOffError):
        publisher.breaking_after(5).publish(NEW)

    assert in_branch(repository) == OLD
    publisher.publish(NEW)
    assert in_branch(repository) == NEW


def test_a_branch_that_a_hook_protects_is_said(repository: Path, tmp_path: Path) -> None:
    hook = repository / "hooks" / "update"
    hook.write_text("#!/bin/sh\nexit 1\n")
    hook.chmod(0o755)
    with git_server(repository.parent) as server, pytest.raises(EnvironmentFault) as raised:
        publisher_to(f"{server}/blog.git", tmp_path).publish(OLD)

    assert " does not take the branch 'gh-pages': " in raised.value.message
