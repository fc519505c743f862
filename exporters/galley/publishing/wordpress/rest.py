"""Asking WordPress: one request, one answer, and what it means when it says no."""

from __future__ import annotations

import base64
import http.client
import json
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from email.message import Message
from typing import Any
from urllib.parse import quote, urlencode, urlsplit

from galley.findings import EnvironmentFault, UsageError
from galley.publishing.credentials import Credentials
from galley.publishing.remote_faults import (
    Patience,
    broke_off,
    in_other_words,
    network_fault,
    no_room,
    too_slow,
)
from galley.publishing.secret import Secret, WantedSecret
from galley.publishing.server_address import ServerAddress, parse_server_address

EXAMPLE = "wordpress://maria@example.org"
_SCHEMES = {"wordpress": "https", "wordpress+https": "https", "wordpress+http": "http"}
_HERE = frozenset({"localhost", "127.0.0.1", "::1"})
_PORTS = {"https": 443, "http": 80}
_BUSY = frozenset({429, 502, 503, 504})
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_UNAUTHORIZED, _FORBIDDEN, _MISSING = 401, 403, 404
_TYPED_AT_MOST = 3
_TIMEOUT_S = 60.0
_PER_PAGE = 100

Json = Any
"""What WordPress answers."""


@dataclass(frozen=True)
class Answer:
    """What came back, of whatever kind."""

    status: int
    headers: Mapping[str, str]
    body: bytes = field(repr=False)

    def json(self) -> Json:
        """Return what it says; None where that is no JSON."""
        try:
            return json.loads(self.body)
        except ValueError:
            return None

    @property
    def code(self) -> str:
        """WordPress's own name for an error; empty where it gives none."""
        told = self.json()
        return str(told.get("code", "")) if isinstance(told, dict) else ""

    @property
    def words(self) -> str:
        """What WordPress says of an error, with the fields that it does not like."""
        told = self.json()
        if not isinstance(told, dict):
            return f"error {self.status}"
        data = told.get("data")
        params = data.get("params") if isinstance(data, dict) else None
        reasons = params.values() if isinstance(params, dict) else ()
        return " ".join([str(told.get("message", "")), *map(str, reasons)]).strip()


class WordPressError(Exception):
    """WordPress has refused something; the answer says what."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer
        super().__init__(answer.words)


class LostError(Exception):
    """The connection broke off, and it is not known whether WordPress has done what was asked."""


class _NoRedirects(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_: object) -> None:
        """Follow nothing: the password must not go to another place."""


class WordPress:
    """A WordPress of one account.

    Parameters
    ----------
    target
        The name of the target in ``site.toml``.
    """

    def __init__(
        self, target: str, to: str, credentials: Credentials, patience: Patience | None = None
    ) -> None:
        self.address = _address(to)
        self._base = _base(self.address)
        self._credentials, self._patience = credentials, patience or Patience()
        self._root = "/wp-json"
        self._wanted = WantedSecret(target, self.words, self.address.user)
        self._opener = urllib.request.build_opener(_NoRedirects)

    @property
    def words(self) -> str:
        """The site's address, which never holds a password."""
        return self._base

    def log_in(self) -> Json:
        """Find the interface and the account, asking for its password; return the account."""
        self._find_root()
        for _ in range(_TYPED_AT_MOST + 1):
            secret = self._credentials.find(self._wanted)
            answer = self._patiently("GET", "/wp/v2/users/me", {"context": "edit"}, secret=secret)
            if answer.status != _UNAUTHORIZED:
                break
            self._credentials.refused(self._wanted)
            if self._credentials.ask(self._wanted) is None:
                raise self._not_let_in()
        else:
            raise self._not_let_in()
        account = self._good(answer)
        self._credentials.accepted(self._wanted)
        return account

    def get(self, path: str, **query: object) -> Json:
        """Return what lies at a path of the interface.

        Raises
        ------
        WordPressError
            If WordPress refuses.
        """
        return self._good(self._patiently("GET", path, query))

    def find(self, path: str, **query: object) -> Json | None:
        """Return the same; None where there is nothing."""
        answer = self._patiently("GET", path, query)
        return None if answer.status == _MISSING else self._good(answer)

    def list(self, path: str, **query: object) -> Iterator[Json]:
        """Yield everything that a list has, page by page."""
        page, pages = 1, 1
        while page <= pages:
            asked = {**query, "per_page": _PER_PAGE, "page": page}
            answer = self._patiently("GET", path, asked)
            yield from self._good(answer)
            pages = int(answer.headers.get("x-wp-totalpages") or 1)
            page += 1

    def make(self, path: str, fields: Mapping[str, object]) -> Json:
        """Make something; a second try could make it twice, so there is none.

        Raises
        ------
        LostError
            If it is not known whether it was made.
        """
        body = json.dumps(fields).encode()
        return self._good(self._ask("POST", path, body=body, type_="application/json"))

    def change(self, path: str, fields: Mapping[str, object]) -> Json:
        """Change something that is there."""
        body = json.dumps(fields).encode()
        return self._good(self._patiently("POST", path, body=body, type_="application/json"))

    def upload(self, name: str, data: bytes, type_: str) -> Json:
        """Put a file into the library; as `make`, only once."""
        headers = {"Content-Disposition": f'attachment; filename="{name}"'}
        answer = self._ask("POST", "/wp/v2/media", body=data, type_=type_, headers=headers)
        return self._good(answer)

    def fault(self, error: WordPressError | LostError, what: str = "") -> EnvironmentFault:
        """Return what is said of a refusal."""
        if isinstance(error, LostError):
            return broke_off(self.address.host)
        answer = error.answer
        if answer.status in {_UNAUTHORIZED, _FORBIDDEN}:
            return EnvironmentFault(
                f"{self.words} does not let {self.address.user} do that: {answer.words}",
                "Publish with an account that may write and change posts and upload files: an "
                "Author, an Editor or an Administrator.",
            )
        if "No space left" in answer.words or "disk" in answer.code:
            return no_room(self.words)
        return in_other_words(self.words, f"{answer.words} ({what})" if what else answer.words)

    def _find_root(self) -> None:
        """Settle how the interface is addressed; some sites have it behind a question mark."""
        answer = self._patiently("GET", "/wp/v2/types/post")
        if answer.status in _REDIRECTS:
            self._good(answer)
        if isinstance(answer.json(), dict):
            return
        self._root = "/?rest_route="
        answer = self._patiently("GET", "/wp/v2/types/post")
        if not isinstance(answer.json(), dict):
            raise EnvironmentFault(
                f"there is no WordPress with a REST interface at {self.words}",
                "Check the target's address in site.toml; a security plug-in may have switched the "
                "interface off.",
            )

    def _not_let_in(self) -> EnvironmentFault:
        return EnvironmentFault(
            f"{self.words} does not let {self.address.user} in",
            "It wants an application password, not the usual one: make it in WordPress under "
            f"Users, Profile, Application Passwords, then set {self._wanted.variable}, or publish "
            "at a terminal, where Galley asks for it.",
        )

    def _good(self, answer: Answer) -> Json:
        if answer.status in _REDIRECTS:
            raise EnvironmentFault(
                f"{self.words} sends on to {_site_of(answer.headers.get('location', ''))}",
                "Write that address into site.toml: a password is sent to no other place.",
            )
        if answer.status >= http.client.BAD_REQUEST:
            raise WordPressError(answer)
        told = answer.json()
        if told is None:
            raise in_other_words(self.words, "what is no JSON")
        return told

    def _patiently(
        self,
        method: str,
        path: str,
        query: Mapping[str, object] | None = None,
        *,
        body: bytes | None = None,
        type_: str = "",
        secret: Secret | None = None,
    ) -> Answer:
        """Ask again after a lost connection or a busy server: what is asked for stays the same."""

        def ask() -> Answer:
            answer = self._ask(method, path, query, body=body, type_=type_, secret=secret)
            if answer.status in _BUSY:
                raise _BusyError(answer)
            return answer

        try:
            return self._patience.try_again(
                ask, lambda error: isinstance(error, LostError | _BusyError)
            )
        except LostError:
            raise broke_off(self.address.host) from None
        except _BusyError as error:
            raise in_other_words(self.words, error.answer.words) from None

    def _ask(
        self,
        method: str,
        path: str,
        query: Mapping[str, object] | None = None,
        *,
        body: bytes | None = None,
        type_: str = "",
        headers: Mapping[str, str] | None = None,
        secret: Secret | None = None,
    ) -> Answer:
        request = urllib.request.Request(  # noqa: S310 - https, or this machine
            self._url(path, query), data=body, method=method, headers=dict(headers or {})
        )
        known = secret or self._credentials.known(self._wanted)
        if known is not None:
            name = f"{self.address.user}:{known.reveal()}".encode()
            request.add_unredirected_header(
                "Authorization", f"Basic {base64.b64encode(name).decode()}"
            )
        if type_:
            request.add_header("Content-Type", type_)
        return self._answer(request)

    def _answer(self, request: urllib.request.Request) -> Answer:
        host = self.address.host
        port = self.address.port or _PORTS[urlsplit(self._base).scheme]
        try:
            with self._opener.open(request, timeout=_TIMEOUT_S) as reply:
                return Answer(reply.status, _named(reply.headers), reply.read())
        except urllib.error.HTTPError as error:
            with error:
                return Answer(error.code, _named(error.headers), error.read())
        except urllib.error.URLError as error:
            reason = error.reason
            if isinstance(reason, ConnectionError) and not isinstance(
                reason, ConnectionRefusedError
            ):
                raise LostError from None
            fault = network_fault(reason, host, port) if isinstance(reason, Exception) else None
            raise (fault or in_other_words(self.words, str(reason))) from None
        except TimeoutError:
            raise too_slow(host) from None
        except (OSError, http.client.HTTPException):
            raise LostError from None

    def _url(self, path: str, query: Mapping[str, object] | None) -> str:
        asked = urlencode({name: str(value) for name, value in (query or {}).items()})
        joint = "&" if "?" in self._root else "?"
        return f"{self._base}{self._root}{quote(path)}{joint if asked else ''}{asked}"


class _BusyError(Exception):
    def __init__(self, answer: Answer) -> None:
        self.answer = answer
        super().__init__(answer.words)


def _address(to: str) -> ServerAddress:
    address = parse_server_address(to, EXAMPLE)
    if not address.user:
        raise UsageError(f"'{to}' does not say for which account", f"write it as {EXAMPLE}")
    if _SCHEMES.get(address.scheme) == "http" and address.host not in _HERE:
        raise UsageError(
            f"'{to}' would send a password unprotected",
            "let the address begin with wordpress://, which goes by https.",
        )
    return address


def _base(address: ServerAddress) -> str:
    return f"{_SCHEMES[address.scheme]}://{address.host_and_port}{address.path}"


def _named(headers: Message) -> dict[str, str]:
    """Return the headers by their names in small letters, as some servers write them."""
    return {name.lower(): str(value) for name, value in headers.items()}


def _site_of(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}" if parts.netloc else "another address"
