"""What can go wrong on the way to a server, each in one sentence with what to do about it.

What a server says in words of its own is repeated only where Galley does not know what it means.
"""

from __future__ import annotations

import errno
import socket
import ssl
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from galley.findings import EnvironmentFault
from galley.publishing.secret import SecretKind, WantedSecret

_Answer = TypeVar("_Answer")
_NO_WAY = frozenset({errno.ENETUNREACH, errno.ENETDOWN, errno.EHOSTUNREACH})
_NO_ROOM = frozenset({errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)})

# The numbers are OpenSSL's.
_CERTIFICATE = {
    9: "its certificate is not valid yet",
    10: "its certificate has expired",
    18: "it has signed its certificate itself",
    19: "nobody whom this computer trusts has signed its certificate",
    20: "nobody whom this computer trusts has signed its certificate",
    62: "its certificate is that of another server",
}


@dataclass(frozen=True)
class Patience:
    """How often something is tried again that may go well the next time, and after which pauses."""

    pauses_s: tuple[float, ...] = (1.0, 4.0, 10.0)
    sleep: Callable[[float], None] = time.sleep

    def try_again(
        self, work: Callable[[], _Answer], is_passing: Callable[[Exception], bool]
    ) -> _Answer:
        """Do the work, again after each pause while what goes wrong may pass."""
        for pause_s in self.pauses_s:
            try:
                return work()
            except Exception as error:
                if not is_passing(error):
                    raise
            self.sleep(pause_s)
        return work()


def no_name(host: str) -> EnvironmentFault:
    """Return what is said of a server whose name nobody knows."""
    return EnvironmentFault(
        f"there is no server named '{host}'",
        "Look for a typing mistake in the target's address in site.toml, and check that this "
        "computer is connected.",
    )


def no_way(host: str) -> EnvironmentFault:
    """Return what is said where this computer finds no way to a server."""
    return EnvironmentFault(
        f"this computer finds no way to {host}",
        "Check that it is connected, then publish again.",
    )


def no_answer(host: str, port: int) -> EnvironmentFault:
    """Return what is said of a server that lets nobody in at a port."""
    return EnvironmentFault(
        f"nothing answers at {host}, port {port}",
        "Check the address and the port in site.toml; whoever runs the server knows whether it is "
        "switched on there.",
    )


def too_slow(host: str) -> EnvironmentFault:
    """Return what is said of a server that does not answer in time."""
    return EnvironmentFault(
        f"{host} does not answer in time",
        "Publish again later; some networks, of hospitals for example, let such connections "
        "through nowhere.",
    )


def broke_off(host: str) -> EnvironmentFault:
    """Return what is said of a connection that ended in the middle."""
    return EnvironmentFault(
        f"the connection to {host} broke off",
        "What was public before is whole. Publish again, and only what is missing is sent.",
    )


def no_room(place: str) -> EnvironmentFault:
    """Return what is said of a full disk at the other end."""
    return EnvironmentFault(
        f"there is no room left at {place}",
        "Remove something there, or ask whoever runs the server for more; then publish again.",
    )


def not_allowed(place: str) -> EnvironmentFault:
    """Return what is said where this account may not write."""
    return EnvironmentFault(
        f"this account may not write to {place}",
        "Check the folder in the target's address, and ask whoever runs the server which one is "
        "yours.",
    )


def wrong_secret(wanted: WantedSecret) -> EnvironmentFault:
    """Return what is said where a server takes none of the keys and passwords it was shown."""
    if wanted.kind is SecretKind.TOKEN:
        return EnvironmentFault(
            f"{wanted.place} does not take this token",
            f"Make a new one there, set {wanted.variable} to it, or publish at a terminal, where "
            "Galley asks for it.",
        )
    return EnvironmentFault(
        f"{wanted.place} does not let {wanted.account or 'this account'} in",
        f"Check the name in the address and the password: set {wanted.variable}, or publish at a "
        "terminal, where Galley asks for it.",
    )


def wrong_certificate(host: str, why: str) -> EnvironmentFault:
    """Return what is said of a server that cannot prove that it is the one it is taken for."""
    return EnvironmentFault(
        f"{host} cannot prove that it is {host}: {why}",
        "Nothing was sent. Check the address, and the clock of this computer; if both are right, "
        "tell whoever runs the server that its certificate is not valid.",
    )


def in_other_words(place: str, words: str) -> EnvironmentFault:
    """Return what is said where a server says something that Galley has no words for."""
    return EnvironmentFault(
        f"{place} says: {' '.join(words.split()) or 'no'}",
        "Publish again; if it says the same, ask whoever runs the server what it means.",
    )


def network_fault(error: Exception, host: str, port: int) -> EnvironmentFault | None:
    """Return what is said of an error of the network; None where it is of another kind."""
    if isinstance(error, ssl.SSLError):
        return wrong_certificate(host, _why(error))
    if getattr(error, "errno", None) in _NO_WAY:
        return no_way(host)
    kinds: tuple[tuple[type[Exception] | tuple[type[Exception], ...], EnvironmentFault], ...] = (
        (socket.gaierror, no_name(host)),
        (ConnectionRefusedError, no_answer(host, port)),
        (TimeoutError, too_slow(host)),
        ((ConnectionError, EOFError), broke_off(host)),
    )
    return next((fault for kind, fault in kinds if isinstance(error, kind)), None)


def _why(error: ssl.SSLError) -> str:
    if isinstance(error, ssl.SSLCertVerificationError):
        return _CERTIFICATE.get(error.verify_code, error.verify_message)
    return "it does not speak as https servers do"


def is_full(error: Exception) -> bool:
    """Tell whether an error is that of a full disk."""
    return getattr(error, "errno", None) in _NO_ROOM
