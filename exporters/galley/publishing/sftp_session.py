"""A connection to an SFTP server that comes back after it broke off."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from galley.findings import EnvironmentFault
from galley.publishing.credentials import Credentials
from galley.publishing.remote_faults import (
    Patience,
    broke_off,
    in_other_words,
    network_fault,
    wrong_secret,
)
from galley.publishing.secret import Secret, SecretKind, WantedSecret
from galley.publishing.server_address import ServerAddress
from galley.publishing.sftp_hosts import KnownHosts, changed_key, settle_stranger

if TYPE_CHECKING:
    from asyncssh import SFTPClient, SSHClient, SSHClientConnection, SSHKey

_Answer = TypeVar("_Answer")
Work = Callable[["SFTPClient"], Coroutine[None, None, _Answer]]

USUAL_PORT = 22
_TYPED_AT_MOST = 3


@dataclass(frozen=True)
class Limits:
    """How long is waited, in seconds: for a connection, for the login, between signs of life."""

    connect_s: float = 20.0
    login_s: float = 40.0
    alive_s: float = 15.0


@dataclass
class Greeting:
    """What was learnt while a connection was made."""

    key: SSHKey | None = None
    is_known: bool = False
    tried: Secret | None = None


@dataclass
class SftpSession:
    """A connection, made when it is needed and again when it was lost.

    Attributes
    ----------
    asking
        Whoever may be asked is asked through `credentials`.
    """

    target: str
    address: ServerAddress
    credentials: Credentials
    known: KnownHosts
    patience: Patience = field(default_factory=Patience)
    limits: Limits = field(default_factory=Limits)

    def __post_init__(self) -> None:
        self._runner = asyncio.Runner()
        self._connection: SSHClientConnection | None = None
        self._client: SFTPClient | None = None

    @property
    def wanted(self) -> WantedSecret:
        """The password of this account."""
        return WantedSecret(self.target, self.address.words, self.address.user)

    def do(self, work: Work[_Answer]) -> _Answer:
        """Do some work with the server, again with a new connection when one is lost.

        Raises
        ------
        EnvironmentFault
            If the server cannot be reached, or lets nobody in.
        """
        from asyncssh import DisconnectError, SFTPError

        try:
            return self.patience.try_again(lambda: self._once(work), self._is_lost)
        except EnvironmentFault:
            raise
        except (OSError, EOFError, DisconnectError, SFTPError) as error:
            raise self.fault(error) from None

    def close(self) -> None:
        """Leave the server."""
        self._drop()
        self._runner.close()

    def fault(self, error: Exception) -> EnvironmentFault:
        """Return what is said of what the network or the server answered."""
        host, port = self.address.host, self.address.port or USUAL_PORT
        if self._is_lost(error):
            return network_fault(error, host, port) or broke_off(host)
        return network_fault(error, host, port) or in_other_words(host, str(error))

    def _once(self, work: Work[_Answer]) -> _Answer:
        try:
            client = self._client or self._enter()
            return self._runner.run(work(client))
        except Exception as error:
            if self._is_lost(error):
                self._drop()
            raise

    def _is_lost(self, error: Exception) -> bool:
        """Tell whether it may go better with a new connection."""
        from asyncssh import ConnectionLost, SFTPConnectionLost, SFTPNoConnection

        lost = (ConnectionLost, SFTPConnectionLost, SFTPNoConnection, ConnectionError, EOFError)
        return isinstance(error, lost) and not isinstance(error, ConnectionRefusedError)

    def _drop(self) -> None:
        connection, self._connection, self._client = self._connection, None, None
        if connection is None:
            return
        connection.abort()
        with suppress(Exception):
            self._runner.run(connection.wait_closed())

    def _enter(self) -> SFTPClient:
        """Connect, asking the author what only the author knows."""
        from asyncssh import HostKeyNotVerifiable, PermissionDenied

        host, port = self.address.host, self.address.port or USUAL_PORT
        for _ in range(_TYPED_AT_MOST + 1):
            greeting = Greeting()
            try:
                self._runner.run(self._connect(greeting))
            except HostKeyNotVerifiable:
                if greeting.key is None:
                    raise
                if greeting.is_known:
                    raise changed_key(self.known, host, greeting.key) from None
                asking = self.credentials.asking
                settle_stranger(self.known, host, port, greeting.key, asking)
            except PermissionDenied:
                self._think_again(greeting)
            else:
                break
        else:
            raise wrong_secret(self.wanted)
        if greeting.tried is not None:
            self.credentials.accepted(self.wanted)
        self._client = self._runner.run(self._start())
        return self._client

    def _think_again(self, greeting: Greeting) -> None:
        """Ask for another password where the one that was known, or no key at all, helped."""
        if greeting.tried is not None:
            self.credentials.refused(self.wanted)
        elif self.credentials.known(self.wanted) is not None:
            raise wrong_secret(self.wanted) from None  # the server wants no password
        if self.credentials.ask(self.wanted) is None:
            raise wrong_secret(self.wanted) from None

    async def _connect(self, greeting: Greeting) -> None:
        import asyncssh

        known = self.known.read()
        passphrase = self.credentials.known(
            WantedSecret(self.target, self.address.words, self.address.user, SecretKind.PASSPHRASE)
        )
        options: dict[str, object] = {"passphrase": passphrase.reveal()} if passphrase else {}
        if self.address.user:
            options["username"] = self.address.user
        if self.address.port:
            options["port"] = self.address.port

        def password() -> str | None:
            # Called only if the server wants one: whoever has a key needs no keyring.
            greeting.tried = self.credentials.known(self.wanted)
            return greeting.tried.reveal() if greeting.tried else None

        class Client(asyncssh.SSHClient):
            def validate_host_public_key(
                self, host: str, addr: str, port: int, key: SSHKey
            ) -> bool:
                found = known.match(host, addr, None if port == USUAL_PORT else port)
                greeting.key, greeting.is_known = key, any(found[:2])
                return False

        maker: Callable[[], SSHClient] = Client
        self._connection = await asyncssh.connect(
            self.address.host,
            client_factory=maker,
            known_hosts=known,
            password=password,
            ignore_encrypted=True,
            connect_timeout=self.limits.connect_s,
            login_timeout=self.limits.login_s,
            keepalive_interval=self.limits.alive_s,
            **options,
        )

    async def _start(self) -> SFTPClient:
        assert self._connection is not None  # noqa: S101 - called after it was made
        return await self._connection.start_sftp_client()
