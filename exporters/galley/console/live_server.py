"""Serve the built site on this machine alone, and tell open pages when it changed."""

from __future__ import annotations

import asyncio
import mimetypes
import os
import socket
from pathlib import Path
from urllib.parse import unquote

from tornado.iostream import StreamClosedError
from tornado.web import Application, HTTPError, RequestHandler

from galley.console.live_page import (
    EVENTS_PATH,
    RELOAD_SCRIPT,
    SCRIPT_PATH,
    add_reload,
    missing_page,
    waiting_page,
)
from galley.findings import EnvironmentFault

ADDRESS = "127.0.0.1"
OWN_NAMES = {"127.0.0.1", "localhost"}
PORTS_TO_TRY = 50
KEEP_ALIVE_S = 15.0
TYPES = {
    ".css": "text/css; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".woff2": "font/woff2",
    ".xml": "application/xml; charset=utf-8",
}
"""Said here, because a machine's own table may lack or bend them (Windows' registry does)."""


class LiveSite:
    """The site folder and its present version, for every page that waits for the next."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder.resolve()
        self._count = 0
        self._changed = asyncio.Condition()

    @property
    def version(self) -> str:
        """Return a word that no earlier version had, even after the server was started again."""
        return f"{os.getpid()}-{self._count}"

    async def announce(self) -> None:
        """Say that the site was built anew; every open page reloads."""
        async with self._changed:
            self._count += 1
            self._changed.notify_all()

    async def wait_for_other(self, version: str) -> None:
        """Return once the version is another one, or after a while in any case."""
        async with self._changed:
            try:
                await asyncio.wait_for(
                    self._changed.wait_for(lambda: self.version != version), KEEP_ALIVE_S
                )
            except TimeoutError:
                return


def make_application(site: LiveSite) -> Application:
    """Return the web application that serves the site with its reload events."""
    return Application(
        [
            (EVENTS_PATH, EventsHandler, {"site": site}),
            (SCRIPT_PATH, ScriptHandler, {"site": site}),
            (r"/(.*)", FileHandler, {"site": site}),
        ],
        log_function=lambda _handler: None,
    )


def bind_next_port(port: int) -> tuple[socket.socket, int]:
    """Return a listening socket on the port, or on the next free one, and which it is; 0 takes any.

    Raises
    ------
    EnvironmentFault
        If none of the next ports is free either.
    """
    for candidate in range(port, min(port + PORTS_TO_TRY, 65536)):
        listening = socket.socket()
        if os.name != "nt":  # there it would share a port that is in use
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.setblocking(False)
        try:
            listening.bind((ADDRESS, candidate))
            listening.listen()
        except OSError:
            listening.close()
        else:
            return listening, listening.getsockname()[1]
    raise EnvironmentFault(f"no port from {port} on is free", "give another one with --port")


class LocalHandler(RequestHandler):
    """Answers only requests that name this machine, so that no other site can read drafts."""

    def initialize(self, site: LiveSite) -> None:
        """Keep what every handler answers from."""
        self.site = site

    def prepare(self) -> None:
        """Refuse other names of this machine, and keep answers out of every cache."""
        if self.request.host_name not in OWN_NAMES:
            raise HTTPError(403)
        self.set_header("Cache-Control", "no-store")
        self.set_header("X-Content-Type-Options", "nosniff")

    def write_page(self, page: str) -> None:
        """Answer with a page that reloads itself."""
        self.set_header("Content-Type", TYPES[".html"])
        self.write(add_reload(page, self.site.version))


class FileHandler(LocalHandler):
    """Answers with a file of the site, as a plain web host would."""

    def get(self, path: str) -> None:
        """Answer with the file, or with the site's own page for what is missing."""
        file = find_file(self.site.folder, unquote(path))
        if file is None:
            self._say_missing()
        elif file.suffix == ".html":
            self.write_page(file.read_text(encoding="utf-8"))
        else:
            kind = TYPES.get(file.suffix) or mimetypes.guess_type(file.name)[0]
            self.set_header("Content-Type", kind or "application/octet-stream")
            self.write(file.read_bytes())

    def head(self, path: str) -> None:
        """Answer like `get`; tornado leaves the body out."""
        self.get(path)

    def _say_missing(self) -> None:
        is_built = (self.site.folder / "index.html").is_file()
        own_page = self.site.folder / "404.html"
        self.set_status(404 if is_built else 503)
        if is_built and own_page.is_file():
            self.write_page(own_page.read_text(encoding="utf-8"))
        else:
            self.write_page(missing_page() if is_built else waiting_page())


class ScriptHandler(LocalHandler):
    """Answers with the script that reloads a page."""

    def get(self) -> None:
        """Answer with the script."""
        self.set_header("Content-Type", TYPES[".js"])
        self.write(RELOAD_SCRIPT)


class EventsHandler(LocalHandler):
    """Keeps the connection open and sends the version, at once and whenever it changes."""

    async def get(self) -> None:
        """Send events until the page is left."""
        self.set_header("Content-Type", "text/event-stream")
        self.write("retry: 500\n\n")
        while True:
            version = self.site.version
            try:
                self.write(f"event: version\ndata: {version}\n\n")
                await self.flush()
            except StreamClosedError:
                return
            await self.site.wait_for_other(version)


def find_file(folder: Path, path: str) -> Path | None:
    """Return the file a path of an address means, or None; nothing outside the folder is found."""
    if any(part.startswith(".") for part in path.split("/")) or "\\" in path or "\0" in path:
        return None
    found = (folder / path).resolve()
    if found.is_dir():
        found = (found / "index.html").resolve()
    if not found.is_relative_to(folder):
        return None
    return found if found.is_file() else None
