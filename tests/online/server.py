"""A server that speaks as Crossref, DataCite, doi.org and other sites do."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, unquote, urlsplit

from galley.online.client import Services


@dataclass
class Page:
    """What the server answers at one address.

    Attributes
    ----------
    head
        The status for HEAD, where it is another.
    """

    status: int = 200
    body: bytes = b"{}"
    headers: dict[str, str] = field(default_factory=dict)
    head: int | None = None
    delay_s: float = 0.0


@dataclass
class Request:
    method: str
    path: str
    query: dict[str, list[str]]
    headers: dict[str, str]


@dataclass
class FakeNetwork:
    """The pages of the server, by path without the query, and what it was asked.

    A list of pages is answered one after another; the last one stays.
    """

    origin: str = ""
    pages: dict[str, Page | list[Page]] = field(default_factory=dict)
    requests: list[Request] = field(default_factory=list)
    most_at_once: int = 0
    _now: int = 0
    _lock: threading.Lock = field(default_factory=threading.Lock)

    @property
    def services(self) -> Services:
        names = ("crossref", "datacite", "doi", "pubmed")
        return Services(*(f"{self.origin}/{name}" for name in names))

    @property
    def asked(self) -> list[str]:
        """Method and path of every request."""
        return [f"{request.method} {request.path}" for request in self.requests]

    def crossref(self, doi: str, **message: object) -> None:
        """Let Crossref know a work; the form is that of its REST API."""
        answer = {
            "status": "ok",
            "message-type": "work",
            "message-version": "1.0.0",
            "message": {"DOI": doi, "reference": [{"key": "1"}], **message},
        }
        self.json(f"/crossref/works/{doi}", answer)

    def crossref_finds(self, *items: dict[str, object]) -> None:
        """Let Crossref answer every search with these works."""
        answer = {
            "status": "ok",
            "message-type": "work-list",
            "message-version": "1.0.0",
            "message": {"total-results": len(items), "items-per-page": 3, "items": list(items)},
        }
        self.json("/crossref/works", answer)

    def datacite(self, doi: str, **attributes: object) -> None:
        """Let DataCite know a work."""
        data = {"id": doi, "type": "dois", "attributes": {"doi": doi, "state": "findable"}}
        data["attributes"].update(attributes)
        self.json(f"/datacite/dois/{doi}", {"data": data})

    def registered(self, doi: str) -> None:
        """Let doi.org know a DOI."""
        self.json(f"/doi/api/handles/{doi}", {"responseCode": 1, "handle": doi, "values": []})

    def json(self, path: str, value: object) -> None:
        self.pages[path] = Page(body=json.dumps(value).encode())

    def answer(self, request: Request) -> Page:
        with self._lock:
            self.requests.append(request)
            self._now += 1
            self.most_at_once = max(self.most_at_once, self._now)
        page = self._page(request.path)
        time.sleep(page.delay_s)
        with self._lock:
            self._now -= 1
        return page

    def _page(self, path: str) -> Page:
        page = self.pages.get(path)
        if isinstance(page, list):
            return page.pop(0) if len(page) > 1 else page[0]
        if page is None and path.startswith("/doi/api/handles/"):
            doi = path.removeprefix("/doi/api/handles/")
            return Page(404, json.dumps({"responseCode": 100, "handle": doi}).encode())
        return page or Page(404, b"Resource not found.")


class _Handler(BaseHTTPRequestHandler):
    network: FakeNetwork

    def do_GET(self) -> None:
        self._serve()

    def do_HEAD(self) -> None:
        self._serve()

    def _serve(self) -> None:
        parts = urlsplit(self.path)
        request = Request(
            self.command, unquote(parts.path), parse_qs(parts.query), dict(self.headers)
        )
        page = self.network.answer(request)
        is_head = self.command == "HEAD"
        self.send_response(page.head or page.status if is_head else page.status)
        for name, value in page.headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(page.body)))
        self.end_headers()
        if not is_head:
            try:
                self.wfile.write(page.body)
            except OSError:
                self.close_connection = True  # the client had enough

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def running() -> Iterator[FakeNetwork]:
    """Start the server on a free port of this machine, and end it."""
    network = FakeNetwork()
    handler = type("Handler", (_Handler,), {"network": network})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    network.origin = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield network
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
