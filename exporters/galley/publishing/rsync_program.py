"""Calling rsync, and understanding what it says."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass, field

from galley.findings import EnvironmentFault
from galley.publishing.credentials import Credentials
from galley.publishing.remote_faults import (
    Patience,
    broke_off,
    in_other_words,
    no_answer,
    no_name,
    no_room,
    not_allowed,
    too_slow,
    wrong_secret,
)
from galley.publishing.secret import Secret, WantedSecret
from galley.publishing.server_address import ServerAddress

_SSH = "rsync+ssh"
_PORTS = {_SSH: 22, "rsync": 873}
_TYPED_AT_MOST = 3
_ALIVE_S, _CONNECT_S = 60, 20
# What the system, ssh or the daemon says, and what the numbers of rsync mean.
_REFUSED = ("@ERROR: auth failed", "password mismatch")
_UNKNOWN_HOST = ("Host key verification failed", "REMOTE HOST IDENTIFICATION HAS CHANGED")
_NO_LOGIN = ("Permission denied (",)
_NO_NAME = (
    "Name or service not known",
    "getaddrinfo",
    "Could not resolve",
    "nodename nor",
)
_NO_ANSWER = ("Connection refused",)
_NO_ROOM = ("No space left on device", "Disk quota exceeded")
_NOT_ALLOWED = ("Permission denied", "read only", "Read-only file system")
_MISSING = ("No such file or directory", "doesn't exist")
_SLOW = (30, 35)
_BROKEN = (10, 12, 20)


class MissingThereError(Exception):
    """What was asked for is not there."""


class PassingError(Exception):
    """The connection broke off, and may not the next time."""


@dataclass
class Rsync:
    """The program, and the folder of a server to which it is called."""

    target: str
    address: ServerAddress
    credentials: Credentials
    patience: Patience = field(default_factory=Patience)

    @property
    def wanted(self) -> WantedSecret:
        """The password that a daemon may ask for."""
        return WantedSecret(self.target, self.address.words, self.address.user)

    def refuse_if_missing(self) -> None:
        """Raise an `EnvironmentFault` where there is no such program."""
        if shutil.which("rsync") is None:
            raise EnvironmentFault(
                f"'{self.address.words}' needs the program rsync, which is not on this computer",
                "Install it, or let the target's address begin with sftp://, which needs none.",
            )

    def at(self, path: str) -> str:
        """Return a path as rsync is told it; the folder itself with a slash at its end."""
        user = f"{self.address.user}@" if self.address.user else ""
        if self.address.scheme != _SSH:
            return f"rsync://{user}{self.address.host_and_port}{self.address.path}/{path}"
        folder = self.address.path.removeprefix("~").lstrip("/")
        folder = folder if self.address.path.startswith("~") else f"/{folder}"
        host = f"[{self.address.host}]" if ":" in self.address.host else self.address.host
        return f"{user}{host}:{folder.rstrip('/')}/{path}" if folder else f"{user}{host}:{path}"

    def run(self, arguments: Sequence[str], names: str = "") -> str:
        """Call the program and return what it prints.

        Parameters
        ----------
        names
            What it reads: the files that are meant.

        Raises
        ------
        MissingThereError
            If the file or folder is not there.
        EnvironmentFault
            If it cannot do what it was asked.
        """
        try:
            return self.patience.try_again(
                lambda: self._let_in(arguments, names),
                lambda error: isinstance(error, PassingError),
            )
        except PassingError:
            raise broke_off(self.address.host) from None

    def _let_in(self, arguments: Sequence[str], names: str) -> str:
        """Call it, with another password where it does not take the one that is known."""
        for _ in range(_TYPED_AT_MOST + 1):
            secret = None if self.address.scheme == _SSH else self.credentials.known(self.wanted)
            code, printed, said = self._call(arguments, names, secret)
            if not code:
                if secret is not None:
                    self.credentials.accepted(self.wanted)
                return printed
            if self.address.scheme == _SSH or not _has(said, _REFUSED):
                self._raise(code, said)
            if secret is not None:
                self.credentials.refused(self.wanted)
            if self.credentials.ask(self.wanted) is None:
                break
        raise wrong_secret(self.wanted)

    def _call(
        self, arguments: Sequence[str], names: str, secret: Secret | None
    ) -> tuple[int, str, str]:
        # Without a password in its environment, it would ask at the terminal by itself.
        password = secret.reveal() if secret else " "
        done = subprocess.run(  # noqa: S603 - a list of arguments, no shell
            ["rsync", f"--timeout={_ALIVE_S}", *self._way(), *arguments],  # noqa: S607 - found on PATH
            input=names.encode(),
            capture_output=True,
            env={**os.environ, "LC_ALL": "C", "RSYNC_PASSWORD": password},
            check=False,
        )
        printed, said = done.stdout.decode("utf-8", "replace"), done.stderr.decode(errors="replace")
        return done.returncode, printed, said

    def _way(self) -> list[str]:
        if self.address.scheme != _SSH:
            return [f"--contimeout={_CONNECT_S}"]
        # It may ask nothing: nobody would see the question.
        port = f" -p {self.address.port}" if self.address.port else ""
        return [f"--rsh=ssh -o BatchMode=yes -o ConnectTimeout={_CONNECT_S}{port}"]

    def _raise(self, code: int, said: str) -> None:
        host, port = self.address.host, self.address.port or _PORTS[self.address.scheme]
        words = self.address.words
        if _has(said, _UNKNOWN_HOST):
            raise EnvironmentFault(
                f"ssh does not know {host}, or knows it by another key",
                f"Nothing was sent. Run 'ssh {host}' once and compare what it shows with what "
                "whoever runs the server tells you.",
            )
        if _has(said, _NO_LOGIN):
            raise EnvironmentFault(
                f"{words} does not let {self.address.user or 'this account'} in",
                "rsync over ssh needs a key: try it with ssh. With a password, let the target's "
                "address begin with sftp://.",
            )
        if _has(said, _MISSING):
            raise MissingThereError
        faults = (
            (_has(said, _NO_NAME), no_name(host)),
            (_has(said, _NO_ANSWER), no_answer(host, port)),
            (_has(said, _NO_ROOM), no_room(words)),
            (_has(said, _NOT_ALLOWED), not_allowed(words)),
            (code in _SLOW, too_slow(host)),
        )
        for is_so, fault in faults:
            if is_so:
                raise fault
        if code in _BROKEN:
            raise PassingError
        raise in_other_words(host, said.strip().splitlines()[0] if said.strip() else str(code))


def _has(said: str, signs: Sequence[str]) -> bool:
    return any(sign in said for sign in signs)
