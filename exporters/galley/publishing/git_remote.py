"""One repository elsewhere, by dulwich: no git program is needed, except ssh for such addresses."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import urlsplit, urlunsplit

from galley.findings import EnvironmentFault
from galley.publishing.credentials import Credentials
from galley.publishing.remote_faults import in_other_words, network_fault, wrong_secret
from galley.publishing.secret import Secret, SecretKind, WantedSecret

if TYPE_CHECKING:
    from dulwich.client import GitClient
    from dulwich.objects import ObjectID
    from dulwich.refs import Ref
    from dulwich.repo import Repo

_Answer = TypeVar("_Answer")
_PATIENCE_S = b"60"
_PORTS = {"http": 80, "https": 443}
# As for git itself.
_SSH_COMMAND = "GIT_SSH_COMMAND"
_REFUSED = 400
_STATUS = re.compile(r"unexpected http resp (\d+)")
_ANYBODY = "git"
"""Hosts take a token under any name."""


@dataclass(frozen=True)
class GitRemote:
    """A branch of a repository.

    Attributes
    ----------
    name
        The target's name in ``site.toml``.
    location
        An address, or the path of a repository on this machine.
    words
        How the author knows it.
    """

    name: str
    location: str
    branch: str
    words: str
    credentials: Credentials = field(repr=False)

    @property
    def ref(self) -> Ref:
        """The branch as git writes it."""
        from dulwich.refs import Ref

        return Ref(f"refs/heads/{self.branch}".encode())

    def tip(self) -> ObjectID | None:
        """Return the commit that the branch is at; None where there is no such branch."""
        return self._ask(lambda client, path: client.get_refs(path).refs.get(self.ref))

    def fetch(self, repo: Repo, commit: ObjectID) -> None:
        """Bring the files of one commit into a repository of this machine."""
        self._ask(
            lambda client, path: client.fetch(
                path, repo, determine_wants=lambda *_args, **_kwargs: [commit], depth=1
            )
        )

    def push(self, repo: Repo, commit: ObjectID, before: ObjectID | None) -> None:
        """Let the branch be at a new commit, if it is where it was.

        Raises
        ------
        EnvironmentFault
            If somebody has pushed to the branch meanwhile, or the repository refuses.
        """

        def update(refs: dict[Ref, ObjectID]) -> dict[Ref, ObjectID]:
            if refs.get(self.ref) != before:
                raise self._moved()
            return {self.ref: commit}

        def send(client: GitClient, path: bytes) -> None:
            # Its own annotations of these two do not fit each other.
            pack: Any = repo.generate_pack_data
            told = client.send_pack(path, update, pack)
            refusal = (told.ref_status or {}).get(self.ref)
            if refusal:
                raise self._refused(str(refusal))

        self._ask(send)
        if self.tip() != commit:
            raise self._moved()

    def _moved(self) -> EnvironmentFault:
        return EnvironmentFault(
            f"somebody has pushed to the branch '{self.branch}' of {self.words} meanwhile",
            "Publish again: what is there now is looked at anew.",
        )

    def _refused(self, why: str) -> EnvironmentFault:
        return EnvironmentFault(
            f"{self.words} does not take the branch '{self.branch}': {why}",
            "Look in the settings of the repository whether the branch is protected, or name "
            'another one with branch = "..." in site.toml.',
        )

    def _ask(self, action: Callable[[GitClient, bytes], _Answer]) -> _Answer:
        """Ask the repository; with a token only where it wants one."""
        from dulwich.client import HTTPUnauthorized

        wanted = self._wanted()
        with self._plain_words():
            secret = self.credentials.known(wanted) if wanted else None
            try:
                return self._do(action, secret)
            except HTTPUnauthorized:
                if wanted is None or secret is not None:
                    raise
            answer = self._do(action, self.credentials.find(wanted))
            self.credentials.accepted(wanted)
            return answer

    def _do(self, action: Callable[[GitClient, bytes], _Answer], secret: Secret | None) -> _Answer:
        client, path = self._client(secret)
        _read_to_the_end(client)
        try:
            return action(client, path)
        finally:
            _close(client)

    def _wanted(self) -> WantedSecret | None:
        parts = urlsplit(self.location)
        if parts.scheme not in {"http", "https"}:
            return None
        host = f"{parts.hostname or ''}{parts.path}"
        return WantedSecret(self.name, host, parts.username or "", SecretKind.TOKEN)

    def _client(self, secret: Secret | None) -> tuple[GitClient, bytes]:
        from dulwich.client import get_transport_and_path
        from dulwich.config import ConfigFile, StackedConfig

        own = ConfigFile()
        own.set((b"http",), b"timeout", _PATIENCE_S)
        config = StackedConfig([own, *StackedConfig.default().backends])
        parts = urlsplit(self.location)
        location, account = self.location, None
        if parts.scheme in {"http", "https"}:
            bare = parts.netloc.rpartition("@")[2]
            location = urlunsplit((parts.scheme, bare, parts.path, "", ""))
            account = parts.username or _ANYBODY
        client, path = get_transport_and_path(
            location,
            config=config,
            quiet=True,
            ssh_command=os.environ.get(_SSH_COMMAND),
            username=account if secret else None,
            password=secret.reveal() if secret else None,
        )
        return client, path.encode()

    @contextmanager
    def _plain_words(self) -> Iterator[None]:
        from dulwich.client import HTTPUnauthorized
        from dulwich.errors import GitProtocolError, HangupException, NotGitRepository

        try:
            yield
        except NotGitRepository as error:
            raise self._absent() from error
        except HTTPUnauthorized as error:
            raise self._refused_token() from error
        except HangupException as error:
            raise self._closed(error) from error
        except GitProtocolError as error:
            raise self._told(error) from error
        except OSError as error:
            raise self._unreachable(error) from error

    def _told(self, error: Exception) -> EnvironmentFault:
        """Return what is said where dulwich has wrapped what happened into an error of its own."""
        status = _STATUS.search(str(error))
        if status is None:
            return (
                self._unreachable(error.__cause__)
                if error.__cause__
                else self._refused(_line(error))
            )
        return self._forbidden() if status[1] == "403" else in_other_words(self.words, status[0])

    def _unreachable(self, error: BaseException) -> EnvironmentFault:
        parts = urlsplit(self.location)
        host, port = parts.hostname or self.words, parts.port or _PORTS.get(parts.scheme, 22)
        found = [each for each in _causes(error) if isinstance(each, Exception)]
        known = (network_fault(each, host, port) for each in reversed(found))
        last = _line(found[-1] if found else error)
        return next((fault for fault in known if fault), in_other_words(self.words, last))

    def _refused_token(self) -> EnvironmentFault:
        return wrong_secret(self._wanted() or WantedSecret(self.name, self.words))

    def _absent(self) -> EnvironmentFault:
        return EnvironmentFault(
            f"there is no repository at {self.words}, or it is hidden from you",
            "Look at the address; make an empty repository there first.",
        )

    def _forbidden(self) -> EnvironmentFault:
        return EnvironmentFault(
            f"you may not write to {self.words}",
            "Ask its owner, or make a token that may write to this repository.",
        )

    def _closed(self, error: Exception) -> EnvironmentFault:
        lines = getattr(error, "stderr_lines", None) or []
        said = b" ".join(lines[-2:]).decode("utf-8", "replace").strip() or _line(error)
        return EnvironmentFault(
            f"{self.words} has ended the connection: {said}",
            "Try 'ssh' with this address in a terminal: a key of this computer must be known "
            "there.",
        )


def _read_to_the_end(client: GitClient) -> None:
    """Let refusals be read to their end, which dulwich does not; then sockets can be closed."""
    pool: Any = getattr(client, "pool_manager", None)
    if pool is None:
        return
    ask = pool.request

    def request(*arguments: Any, **named: Any) -> Any:  # noqa: ANN401 - as urllib3 has them
        answer = ask(*arguments, **named)
        if answer.status >= _REFUSED:
            answer.drain_conn()
        return answer

    pool.request = request


def _close(client: GitClient) -> None:
    client.close()
    pool: Any = getattr(client, "pool_manager", None)
    if pool is not None:
        pool.clear()


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    """Yield an error and what brought it about, which urllib3 keeps in places of its own."""
    while error is not None:
        yield error
        inner = error.__cause__ or error.__context__ or getattr(error, "reason", None)
        error = inner if isinstance(inner, BaseException) else None


def _line(error: BaseException) -> str:
    return " ".join(str(error).split()) or type(error).__name__
