"""Asks one address after another, with pauses and patience, and remembers the answers."""

from __future__ import annotations

import json
import socket
import time
from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urljoin, urlsplit

from galley.online.cache import Answer, Cache
from galley.online.manners import Manners
from galley.online.transport import NoAnswerError, Reason, Reply, Transport, host_and_port

_OK = 200
_MISSING = frozenset({404, 410})
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_BUSY = frozenset({408, 425, 429, 500, 502, 503, 504})
# Some hosts answer these only because they were asked with HEAD.
_NO_HEAD = frozenset({400, 401, 403, 404, 405, 406, 410, 500, 501, 503})
# What an address may hold as it is; the rest is written as % and digits.
_PLAIN = "%/:=&?~#+!$,;'@()*[]"
_NO_USE = frozenset({Reason.REFUSED, Reason.NO_NAME, Reason.NO_NETWORK})

Keep = Callable[[Any], Any]
"""Reduces a service's JSON to what is looked at; an error of the usual kinds: it makes no sense."""


@dataclass(frozen=True)
class Clock:
    """Time, which tests set themselves."""

    now_s: Callable[[], float] = time.time
    running_s: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep


@dataclass(frozen=True)
class Services:
    """Where the services are."""

    crossref: str = "https://api.crossref.org"
    datacite: str = "https://api.datacite.org"
    doi: str = "https://doi.org"
    pubmed: str = "https://pmc.ncbi.nlm.nih.gov/api/ctxp/v1/pubmed"


class OnlineClient:
    """Asks the network.

    Parameters
    ----------
    contact
        A mail address that is sent along, so that a service can complain; empty for none.
    trusted
        Origins that are asked whatever they are, without https too: where tests have their server.
    """

    def __init__(
        self,
        *,
        cache: Cache,
        contact: str = "",
        version: str = "0",
        services: Services | None = None,
        trusted: Collection[str] = (),
        manners: Manners | None = None,
        clock: Clock | None = None,
    ) -> None:
        self.services, self.contact = services or Services(), contact
        self.oldest_s: float | None = None
        """When the oldest of the answers was given that were recalled, not asked for."""
        self.answers = 0
        """How many answers came from the network."""
        agent = f"galley-articles/{version}" + (f" (mailto:{contact})" if contact else "")
        self.clock = clock or Clock()
        self._manners = manners or Manners()
        self._transport = Transport(agent, self._manners, frozenset(trusted))
        self._cache = cache
        self._last: dict[str, float] = {}

    def ask(self, url: str, keep: Keep) -> Answer:
        """Ask a service for JSON, or recall what it said.

        Raises
        ------
        NoAnswerError
            If it cannot be reached, is busy, or says what makes no sense.
        """
        return self._recalled(url) or self._asked(url, keep)

    def try_link(self, url: str) -> Answer:
        """Try whether something is at an address, without reading it; status 0: no such host.

        Raises
        ------
        NoAnswerError
            If that cannot be told.
        """
        bare = quote(url.partition("#")[0], safe=_PLAIN)
        return self._recalled(bare) or self._tried(bare)

    def secure(self, url: str) -> str:
        """Return the form of an address that may be asked: most old ones are there by https too."""
        is_plain = url.lower().startswith("http://") and not self._transport.trusts(url)
        return f"https://{url[len('http://') :]}" if is_plain else url

    def is_offline(self) -> bool:
        """Tell whether none of the services' names can be looked up from here."""
        places = (self.services.crossref, self.services.datacite, self.services.doi)
        return not any(_has_address(place) for place in places)

    def _recalled(self, url: str) -> Answer | None:
        answer = self._cache.read(url, self.clock.now_s())
        if answer:
            self.oldest_s = min(self.oldest_s or answer.asked_s, answer.asked_s)
        return answer

    def _remember(self, url: str, status: int, content: Any) -> Answer:  # noqa: ANN401 - JSON
        answer = Answer(status, content, self.clock.now_s())
        self._cache.write(url, answer)
        return answer

    def _asked(self, url: str, keep: Keep) -> Answer:
        reply = self._follow("GET", self._signed(url), self._manners.retries)
        if reply.status in _MISSING:
            return self._remember(url, reply.status, None)
        if reply.status != _OK:
            raise NoAnswerError(Reason.OTHER, f"it answered with error {reply.status}")
        try:
            content = keep(json.loads(reply.body))
        except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
            words = "its answer cannot be understood"
            raise NoAnswerError(Reason.OTHER, words) from None
        return self._remember(url, reply.status, content)

    def _signed(self, url: str) -> str:
        """Add the mail address, by which Crossref tells the polite from the rest."""
        if not self.contact or not url.startswith(self.services.crossref):
            return url
        return f"{url}{'&' if '?' in url else '?'}mailto={quote(self.contact)}"

    def _tried(self, url: str) -> Answer:
        try:
            reply = self._follow("HEAD", url, retries=0)
            if reply.status in _NO_HEAD:
                reply = self._follow("GET", url, retries=0, wants_body=False)
        except NoAnswerError as failure:
            is_dead = failure.reason in {Reason.NO_NAME, Reason.NO_SERVER}
            if not is_dead or self.is_offline():
                raise
            return self._remember(url, 0, failure.words)
        if reply.status in _BUSY:
            raise NoAnswerError(Reason.OTHER, f"it answered with error {reply.status}")
        return self._remember(url, reply.status, None)

    def _follow(self, method: str, url: str, retries: int, *, wants_body: bool = True) -> Reply:
        for _ in range(self._manners.redirects + 1):
            reply = self._patiently(method, url, retries, wants_body=wants_body)
            target = reply.headers.get("Location", "")
            if reply.status not in _REDIRECTS or not target:
                return reply
            url = _joined(url, target)
        raise NoAnswerError(Reason.OTHER, "it leads on and on")

    def _patiently(self, method: str, url: str, retries: int, *, wants_body: bool) -> Reply:
        attempt = 0
        while True:
            reply, failure = self._once(method, url, wants_body=wants_body)
            is_final = failure.reason in _NO_USE if failure else reply.status not in _BUSY
            wait_s = self._manners.wait_s(attempt, reply.headers, self.clock.now_s())
            if is_final or wait_s is None or attempt >= retries:
                break
            self.clock.sleep(wait_s)
            attempt += 1
        if failure:
            raise failure
        return reply

    def _once(
        self, method: str, url: str, *, wants_body: bool
    ) -> tuple[Reply, NoAnswerError | None]:
        try:
            self._transport.refuse(url)
            self._pause(urlsplit(url).netloc.lower())
            reply = self._transport.send(method, url, wants_body=wants_body)
        except NoAnswerError as failure:
            return Reply(0), failure
        self.answers += 1
        return reply, None

    def _pause(self, host: str) -> None:
        pause_s = self._manners.pause_s if self.contact else self._manners.stranger_pause_s
        wait_s = self._last.get(host, float("-inf")) + pause_s - self.clock.running_s()
        if wait_s > 0:
            self.clock.sleep(wait_s)
        self._last[host] = self.clock.running_s()


def _joined(url: str, target: str) -> str:
    try:
        return quote(urljoin(url, target).partition("#")[0], safe=_PLAIN)
    except ValueError:
        raise NoAnswerError(Reason.REFUSED, "it is no web address") from None


def _has_address(url: str) -> bool:
    host, port = host_and_port(url)
    try:
        return bool(socket.getaddrinfo(host, port, type=socket.SOCK_STREAM))
    except OSError:
        return False
