"""Addresses of servers: who, where, at which port, and which folder there."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from galley.findings import UsageError


@dataclass(frozen=True)
class ServerAddress:
    """An address such as ``sftp://maria@example.org/www/blog``.

    Attributes
    ----------
    port
        0 where the address names none.
    path
        Without a slash at its end; one that begins with ``~/`` lies in the account's own folder.
    """

    scheme: str
    user: str
    host: str
    port: int
    path: str

    @property
    def words(self) -> str:
        """The address as authors write it."""
        user = f"{self.user}@" if self.user else ""
        path = f"/{self.path}" if self.path.startswith("~") else self.path
        return f"{self.scheme}://{user}{self.host_and_port}{path}"

    @property
    def host_and_port(self) -> str:
        """The host, with its port where that is not the usual one."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{host}:{self.port}" if self.port else host


def parse_server_address(text: str, example: str) -> ServerAddress:
    """Read an address.

    Parameters
    ----------
    example
        One that is right, for an author whose own is not.

    Raises
    ------
    UsageError
        If it names no server.
    """
    try:
        parts = urlsplit(text)
        host, port = parts.hostname or "", parts.port or 0
    except ValueError:
        host, port = "", 0
    # A program that is given the address would take such a name for an option of its own.
    if not host or host.startswith("-") or unquote(parts.username or "").startswith("-"):
        raise UsageError(f"'{text}' names no server", f"write it as {example}")
    path = unquote(parts.path).rstrip("/").removeprefix("/~")
    path = f"~{path}" if parts.path.startswith("/~") else path
    return ServerAddress(parts.scheme.lower(), unquote(parts.username or ""), host, port, path)
