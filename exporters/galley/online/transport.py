"""One request, one reply: the only place where a check opens a connection to the network.

Tornado's client is used, which Galley's preview server rests on already: it has a limit for a whole
answer in time and in bytes, and lets names be looked up by code of ours (`reachable`), which keeps
it out of private networks. It uses no proxy.
"""

from __future__ import annotations

import errno
import logging
import socket
import ssl
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import Enum, auto
from urllib.parse import urlsplit

from tornado.httpclient import HTTPClient, HTTPError, HTTPRequest
from tornado.httputil import HTTPHeaders
from tornado.simple_httpclient import (
    HTTPStreamClosedError,
    HTTPTimeoutError,
    SimpleAsyncHTTPClient,
)

from galley.online.manners import Manners
from galley.online.reachable import PrivateAddressError, PublicResolver, is_trusted, refusal

_PORTS = {"http": 80, "https": 443}
_NO_SUCH_NAME = frozenset({socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME)})
_NO_WAY = frozenset({errno.ENETUNREACH, errno.ENETDOWN, errno.EHOSTUNREACH})


class Reason(Enum):
    """Why there is no answer."""

    REFUSED = auto()
    """Galley does not ask such an address."""
    NO_NAME = auto()
    """There is no such host, as far as can be seen from here."""
    NO_NETWORK = auto()
    """The machine finds no way there."""
    NO_SERVER = auto()
    """Nothing listens there."""
    SLOW = auto()
    OTHER = auto()


class NoAnswerError(Exception):
    """An address gave no answer that can be used; the words say why, without the address."""

    def __init__(self, reason: Reason, words: str) -> None:
        self.reason, self.words = reason, words
        super().__init__(words)


@dataclass(frozen=True)
class Reply:
    """What came back; redirects are replies like any other."""

    status: int
    headers: Mapping[str, str] = field(default_factory=HTTPHeaders)
    body: bytes = b""


@dataclass(frozen=True)
class Transport:
    """Sends requests.

    Attributes
    ----------
    trusted
        Origins that are asked whatever they are, without https too: where tests have their server.
    """

    agent: str
    manners: Manners
    trusted: frozenset[str] = frozenset()

    def send(self, method: str, url: str, *, wants_body: bool) -> Reply:
        """Ask once, and return what comes.

        Parameters
        ----------
        wants_body
            Otherwise the reply's status is enough, however large the rest.

        Raises
        ------
        NoAnswerError
            If the address may not be asked, or gives no answer in time.
        """
        self.refuse(url)
        with _in_words(), _quiet_log():
            return self._fetch(method, url, wants_body=wants_body)

    def trusts(self, url: str) -> bool:
        """Tell whether an address may be asked whatever it is."""
        return is_trusted(url, self.trusted)

    def refuse(self, url: str) -> None:
        """Raise `NoAnswerError` for an address that may not be asked."""
        why_not = refusal(url, self.trusted)
        if why_not:
            raise NoAnswerError(Reason.REFUSED, why_not)

    def _fetch(self, method: str, url: str, *, wants_body: bool) -> Reply:
        statuses: list[int] = []
        request = HTTPRequest(
            url,
            method=method,
            headers=self._headers(wants_body=wants_body),
            connect_timeout=self.manners.connect_s,
            request_timeout=self.manners.total_s,
            follow_redirects=False,
            decompress_response=False,  # a few packed bytes may be a very large answer
            header_callback=lambda line: statuses.extend(_status_in(line)),
        )
        client = self._open()
        try:
            response = client.fetch(request, raise_error=False)
        except (HTTPStreamClosedError, HTTPTimeoutError):
            if wants_body or not statuses:
                raise
            return Reply(statuses[-1])
        finally:
            client.close()
        return Reply(response.code, response.headers, response.body or b"")

    def _open(self) -> HTTPClient:
        resolver = PublicResolver(trusted=[host_and_port(origin) for origin in self.trusted])
        return HTTPClient(
            SimpleAsyncHTTPClient, resolver=resolver, max_body_size=self.manners.largest_bytes
        )

    def _headers(self, *, wants_body: bool) -> dict[str, str]:
        wanted = {"Accept": "application/json"} if wants_body else {"Range": "bytes=0-0"}
        return {"User-Agent": self.agent, **wanted}


def host_and_port(url: str) -> tuple[str, int]:
    """Return where an address is asked."""
    parts = urlsplit(url)
    return parts.hostname or "", parts.port or _PORTS.get(parts.scheme, 0)


def _status_in(line: str) -> Iterator[int]:
    """Read the status from the first line of an answer."""
    words = line.split()
    if line.startswith("HTTP/") and len(words) > 1 and words[1].isdigit():
        yield int(words[1])


@contextmanager
def _in_words() -> Iterator[None]:
    try:
        yield
    except (PrivateAddressError, OSError, HTTPError, ValueError) as error:
        raise no_answer(error) from None


_FAULTS: tuple[tuple[type[Exception], Reason, str], ...] = (
    (PrivateAddressError, Reason.REFUSED, "it is in a private network"),
    (HTTPTimeoutError, Reason.SLOW, "it did not answer in time"),
    (TimeoutError, Reason.SLOW, "it did not answer in time"),
    (socket.gaierror, Reason.NO_NETWORK, "its name cannot be looked up from here"),
    (ConnectionRefusedError, Reason.NO_SERVER, "nothing answers there"),
    (ssl.SSLError, Reason.OTHER, "its certificate cannot be trusted from here"),
    (HTTPStreamClosedError, Reason.OTHER, "its answer is too large, or broke off"),
)


def no_answer(error: Exception) -> NoAnswerError:
    """Turn what went wrong on the way into a reason and plain words."""
    number = getattr(error, "errno", None)
    if isinstance(error, socket.gaierror) and number in _NO_SUCH_NAME:
        return NoAnswerError(Reason.NO_NAME, "there is no such host")
    if isinstance(error, OSError) and number in _NO_WAY:
        return NoAnswerError(Reason.NO_NETWORK, "there is no way to it from here")
    for kind, reason, words in _FAULTS:
        if isinstance(error, kind):
            return NoAnswerError(reason, words)
    return NoAnswerError(Reason.OTHER, "its answer cannot be understood")


@contextmanager
def _quiet_log() -> Iterator[None]:
    """Keep Tornado's own remarks about bad answers from the author, who is told in findings."""
    log = logging.getLogger("tornado.general")
    was, log.disabled = log.disabled, True
    try:
        yield
    finally:
        log.disabled = was
