"""A small WordPress: a real server that follows the published schema of its REST interface.

Posts, pages, media, categories, tags and the own account, as the handbook of wp/v2 lists them: the
types of fields, which are required, pages of lists with X-WP-Total and X-WP-TotalPages, errors with
code, message and data, application passwords, the filter of HTML for accounts without
`unfiltered_html`.
"""

from __future__ import annotations

import base64
import json
import re
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

from tests.exporting.bundle.wordpress import kses_post

USER, PASSWORD = "maria", "abcd efgh ijkl mnop qrst uvwx"
_POST_FIELDS: dict[str, type | tuple[type, ...]] = {
    "title": str,
    "content": str,
    "excerpt": str,
    "slug": str,
    "status": str,
    "date": str,
    "featured_media": int,
    "categories": list,
    "tags": list,
}
_STATUSES = ("publish", "future", "draft", "pending", "private")
_TYPES = {"image/png", "image/jpeg", "image/webp", "image/gif", "text/csv", "application/pdf"}
_KINDS = ("posts", "pages")


class Refused(Exception):  # noqa: N818 - what WordPress does
    def __init__(self, status: int, code: str, message: str, **data: Any) -> None:
        self.status = status
        self.body = {"code": code, "message": message, "data": {"status": status, **data}}


@dataclass
class Peer:
    """The site, as tests see it.

    Attributes
    ----------
    role
        ``administrator``, ``author`` or ``subscriber``.
    loses
        How often an answer is lost after the thing was done, by method and path.
    busy
        How often it is too busy to do anything.
    """

    origin: str = ""
    role: str = "administrator"
    has_pretty_addresses: bool = True
    is_wordpress: bool = True
    moved_to: str = ""
    posts: dict[int, dict[str, Any]] = field(default_factory=dict)
    media: dict[int, dict[str, Any]] = field(default_factory=dict)
    terms: dict[int, dict[str, Any]] = field(default_factory=dict)
    loses: dict[str, int] = field(default_factory=dict)
    busy: int = 0
    refuses: Callable[[str], Refused | None] = lambda _: None
    asked: list[str] = field(default_factory=list)
    _last: int = 0

    def number(self) -> int:
        self._last += 1
        return self._last

    @property
    def written(self) -> list[str]:
        """What was asked for that changes something."""
        return [each for each in self.asked if each.startswith("POST")]

    def post(self, slug: str) -> dict[str, Any]:
        return next(each for each in self.posts.values() if each["slug"] == slug)


class _Handler(BaseHTTPRequestHandler):
    peer: Peer

    def do_GET(self) -> None:
        self._serve()

    def do_POST(self) -> None:
        self._serve()

    def log_message(self, *_: object) -> None:
        pass

    def _serve(self) -> None:
        parts = urlsplit(self.path)
        query = {name: values[-1] for name, values in parse_qs(parts.query).items()}
        path = self._route(parts.path, query)
        size = int(self.headers.get("Content-Length") or 0)
        body = self.rfile.read(size)
        if path is None:
            self._answer(404, b"<!doctype html>Not found", "text/html")
            return
        name = f"{self.command} {path}"
        self.peer.asked.append(name)
        if self.peer.moved_to:
            self.send_response(301)
            self.send_header("Location", f"{self.peer.moved_to}{self.path}")
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        if self.peer.busy:
            self.peer.busy -= 1
            self._answer(503, b"busy", "text/plain")
            return
        try:
            status, told, more = self._do(path, query, body)
        except Refused as refused:
            status, told, more = refused.status, refused.body, {}
        if self.peer.loses.get(name, 0):
            self.peer.loses[name] -= 1
            self.close_connection = True
            return
        self._answer(status, json.dumps(told).encode(), "application/json; charset=UTF-8", more)

    def _answer(self, status: int, body: bytes, kind: str, more: dict[str, str] | None = None):
        self.send_response(status)
        for name, value in {"Content-Type": kind, **(more or {})}.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _route(self, path: str, query: dict[str, str]) -> str | None:
        if not self.peer.is_wordpress:
            return None
        if "rest_route" in query:
            return query.pop("rest_route")
        if self.peer.has_pretty_addresses and path.startswith("/wp-json/"):
            return path.removeprefix("/wp-json")
        return None

    def _is_let_in(self) -> bool:
        expected = base64.b64encode(f"{USER}:{PASSWORD}".encode()).decode()
        given = self.headers.get("Authorization", "")
        if given and given != f"Basic {expected}":
            raise Refused(401, "incorrect_password", "The provided password is an invalid one.")
        return bool(given)

    def _do(self, path, query, body):
        is_in = self._is_let_in()
        if refused := self.peer.refuses(f"{self.command} {path}"):
            raise refused
        if path == "/wp/v2/types/post":
            return 200, {"slug": "post", "rest_base": "posts"}, {}
        if path == "/wp/v2/users/me":
            if not is_in:
                raise Refused(401, "rest_not_logged_in", "You are not currently logged in.")
            unfiltered = self.peer.role == "administrator"
            return 200, {"id": 1, "capabilities": {"unfiltered_html": unfiltered}}, {}
        match = re.fullmatch(r"/wp/v2/(\w+)(?:/(\d+))?", path)
        if not match:
            raise Refused(404, "rest_no_route", "No route was found matching the URL.")
        kind, number = match[1], int(match[2] or 0)
        if self.command == "GET":
            if query.get("context") == "edit" and not is_in:
                raise Refused(401, "rest_forbidden_context", "Sorry, you are not allowed.")
            return self._one(kind, number) if number else self._some(kind, query)
        if not is_in or self.peer.role == "subscriber":
            raise Refused(403, "rest_cannot_create", "Sorry, you are not allowed to create posts.")
        return self._write(kind, number, body)

    def _table(self, kind: str) -> dict[int, dict[str, Any]]:
        tables = {"media": self.peer.media, "categories": self.peer.terms, "tags": self.peer.terms}
        return tables.get(kind, self.peer.posts)

    def _one(self, kind: str, number: int):
        found = self._table(kind).get(number)
        if found is None or found["kind"] != kind:
            raise Refused(404, "rest_post_invalid_id", "Invalid post ID.")
        return 200, found, {}

    def _some(self, kind: str, query: dict[str, str]):
        statuses = query.get("status", "publish").split(",")
        if wrong := [each for each in statuses if each not in _STATUSES]:
            raise _invalid("status", f"status[0] is not one of {', '.join(wrong)}.")
        found = [each for each in self._table(kind).values() if each["kind"] == kind]
        if kind in _KINDS:
            found = [each for each in found if each["status"] in statuses]
        if "slug" in query:
            found = [each for each in found if each["slug"] == query["slug"]]
        if "search" in query:
            wanted = query["search"].casefold()
            found = [each for each in found if wanted in each["name"].casefold()]
        size, page = int(query.get("per_page", 10)), int(query.get("page", 1))
        if size > 100:
            raise _invalid("per_page", "per_page must be between 1 and 100 (inclusive)")
        pages = -(-len(found) // size)
        if page > max(pages, 1):
            raise Refused(400, "rest_post_invalid_page_number", "The page number is too large.")
        headers = {"X-WP-Total": str(len(found)), "X-WP-TotalPages": str(pages)}
        return 200, found[(page - 1) * size : page * size], headers

    def _write(self, kind: str, number: int, body: bytes):
        if kind == "media" and not number:
            return self._upload(body)
        try:
            fields = json.loads(body)
        except ValueError:
            raise Refused(400, "rest_invalid_json", "Invalid JSON body passed.") from None
        if kind in {"categories", "tags"}:
            return self._make_term(kind, fields)
        if kind == "media":
            entry = self.peer.media[number]
            entry["alt_text"] = fields.get("alt_text", entry["alt_text"])
            entry["caption"] = {"raw": fields.get("caption", entry["caption"]["raw"])}
            return 200, entry, {}
        return self._write_post(kind, number, fields)

    def _write_post(self, kind: str, number: int, fields: dict[str, Any]):
        for name, value in fields.items():
            wanted = _POST_FIELDS.get(name)
            if wanted is not None and not isinstance(value, wanted):
                raise _invalid(name, f"{name} is not of type {wanted.__name__}.")
        if fields.get("status", "draft") not in _STATUSES:
            raise _invalid("status", "status is not one of publish, future, draft.")
        if kind == "pages" and {"categories", "tags"} & set(fields):
            raise _invalid("categories", "a page has none.")  # stricter: WordPress ignores them
        entry = self.peer.posts.get(number) or {"id": self.peer.number(), "kind": kind}
        entry = {"status": "draft", "featured_media": 0, **entry}
        for name in ("title", "content", "excerpt"):
            raw = fields.get(name, entry.get(name, {}).get("raw", ""))
            if self.peer.role != "administrator":
                raw = kses_post(raw)
            entry[name] = {"raw": raw, "rendered": raw}
        for name in ("status", "date", "featured_media", "categories", "tags"):
            if name in fields:
                entry[name] = fields[name]
        entry["slug"] = self._free_slug(fields.get("slug", entry.get("slug", "")), entry["id"])
        self.peer.posts[entry["id"]] = entry
        return (200 if number else 201), entry, {}

    def _free_slug(self, wanted: str, own: int) -> str:
        taken = {each["slug"] for key, each in self.peer.posts.items() if key != own}
        slug, count = wanted, 2
        while slug in taken:
            slug, count = f"{wanted}-{count}", count + 1
        return slug

    def _make_term(self, kind: str, fields: dict[str, Any]):
        if "name" not in fields:
            raise Refused(
                400, "rest_missing_callback_param", "Missing parameter(s): name", params=["name"]
            )
        for each in self.peer.terms.values():
            if each["kind"] == kind and each["name"].casefold() == fields["name"].casefold():
                told = "A term with the name provided already exists."
                raise Refused(400, "term_exists", told, term_id=each["id"])
        number = self.peer.number()
        self.peer.terms[number] = {"id": number, "kind": kind, "name": escape(fields["name"])}
        return 201, self.peer.terms[number], {}

    def _upload(self, body: bytes):
        disposition = self.headers.get("Content-Disposition")
        if not disposition:
            told = "No Content-Disposition supplied."
            raise Refused(400, "rest_upload_no_content_disposition", told)
        name = re.search(r'filename="([^"]+)"', disposition)
        if not name or not body:
            raise Refused(400, "rest_upload_no_data", "No data supplied.")
        if self.headers["Content-Type"] not in _TYPES:
            told = "Sorry, you are not allowed to upload this file type."
            raise Refused(500, "rest_upload_unknown_error", told)
        number = self.peer.number()
        self.peer.media[number] = {
            "id": number,
            "kind": "media",
            "slug": re.sub(r"\.\w+$", "", name[1]),
            "source_url": f"{self.peer.origin}/wp-content/uploads/{name[1]}",
            "alt_text": "",
            "caption": {"raw": ""},
            "data": base64.b64encode(body).decode(),
        }
        return 201, self.peer.media[number], {}


def _invalid(name: str, told: str) -> Refused:
    message = f"Invalid parameter(s): {name}"
    return Refused(400, "rest_invalid_param", message, params={name: told})


@contextmanager
def running(wrap: Callable[[ThreadingHTTPServer], None] = lambda _: None) -> Iterator[Peer]:
    """Start the server on a free port of this machine, and end it."""
    peer = Peer()
    handler = type("Handler", (_Handler,), {"peer": peer})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    wrap(server)
    peer.origin = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield peer
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
