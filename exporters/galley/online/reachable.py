"""Which addresses may be asked at all: https, and never a machine of a private network.

An article may hold ``http://169.254.169.254/…`` or ``https://localhost/``; whoever checks it must
not ask those on its author's behalf.
"""

from __future__ import annotations

import socket
from collections.abc import Collection
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from typing import Any
from urllib.parse import SplitResult, urlsplit

from tornado.netutil import DefaultLoopResolver

_NAT64 = ip_network("64:ff9b::/96")
_LOCAL_NAMES = (".localhost", ".local", ".internal", ".home.arpa", ".lan")


class PrivateAddressError(Exception):
    """A name leads to a machine of a private network."""


def is_trusted(url: str, trusted: Collection[str]) -> bool:
    """Tell whether scheme, host and port of an address are among those that are trusted."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return f"{parts.scheme}://{parts.netloc}".lower() in trusted


def refusal(url: str, trusted: Collection[str] = ()) -> str:
    """Say why an address is not asked; empty where it may be.

    Parameters
    ----------
    trusted
        Origins that are asked whatever they are: where the services of a test lie.
    """
    if is_trusted(url, trusted):
        return ""
    try:
        parts = urlsplit(url)
        _ = parts.port
    except ValueError:
        return "it is no web address"
    return _refusal(parts)


def _refusal(parts: SplitResult) -> str:
    host = (parts.hostname or "").rstrip(".")
    if not host or parts.username is not None:
        return "it is no web address"
    if parts.scheme != "https":
        return "it is not https"
    if not is_public_host(host):
        return "it is in a private network"
    return ""


def is_public_host(host: str) -> bool:
    """Tell whether a name or number may belong to a machine that everybody reaches."""
    try:
        return is_public(host)
    except ValueError:  # a name: where it leads is seen when it is looked up
        return "." in host and not f".{host}".endswith(_LOCAL_NAMES)


def is_public(number: str) -> bool:
    """Tell whether an IP address belongs to the public network.

    Raises
    ------
    ValueError
        If it is none.
    """
    address = ip_address(number.partition("%")[0])
    inner = _embedded(address)
    if inner is not None:
        return inner.is_global and not inner.is_multicast
    return address.is_global and not address.is_multicast


def _embedded(address: IPv4Address | IPv6Address) -> IPv4Address | None:
    """Return the older address to which one of these newer ones leads on."""
    if isinstance(address, IPv4Address):
        return None
    if address in _NAT64:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour


class PublicResolver(DefaultLoopResolver):
    """Looks names up and refuses those that lead into a private network.

    The connection is made to the very numbers that were looked at here, so a name that answers
    differently the second time gains nothing.
    """

    def initialize(self, trusted: Collection[tuple[str, int]] = ()) -> None:
        """Take host and port of what may be anywhere."""
        self._trusted = frozenset(trusted)

    async def resolve(
        self, host: str, port: int, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[tuple[int, Any]]:
        """Return where a name leads."""
        found = await super().resolve(host, port, family)
        is_own = (host, port) in self._trusted
        if not is_own and not all(is_public(where[0]) for _, where in found):
            raise PrivateAddressError(host)
        return found
