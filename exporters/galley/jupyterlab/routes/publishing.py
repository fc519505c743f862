"""Publishing: an order, how far it is, how to stop it, and the pages that came of it."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path
from typing import Any

from jupyter_server.auth.decorator import authorized
from jupyter_server.base.handlers import JupyterHandler
from tornado import web

from galley.console.live_server import TYPES
from galley.discovery import shown_path
from galley.jupyterlab.articles.beginning import content_root
from galley.jupyterlab.articles.builds import Build
from galley.jupyterlab.articles.publishing import Order, target_words
from galley.jupyterlab.articles.sites import site_folder
from galley.jupyterlab.routes.answering import (
    SERVICE,
    Handler,
    answer_of,
    folder_inside,
    notebook_inside,
)
from galley.jupyterlab.service import Service

# Nothing runs in a published page, and nothing of it is taken for the lab's: no scripts, no forms,
# no frames. It keeps its origin, since else it could not load its own style sheet.
_POLICY = (
    "sandbox allow-same-origin allow-downloads allow-popups; default-src 'none'; "
    "style-src 'self'; img-src 'self' data:; font-src 'self' data:; "
    "media-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)


class PublishHandler(Handler):
    """``galley/publish``: begin, follow and stop."""

    @web.authenticated
    @authorized("read")  # type: ignore[untyped-decorator] # jupyter_server has no types here
    async def get(self) -> None:
        """Answer with how far a build is."""
        self.finish(json.dumps(self._record(self._build(self.get_query_argument("id", "")))))

    @web.authenticated
    @authorized("write")  # type: ignore[untyped-decorator] # jupyter_server has no types here
    async def post(self) -> None:
        """Begin to publish an article, or all of a folder."""
        asked, root = self.question(), self.service.root
        is_article = asked.get("article") is not None
        content = (
            notebook_inside(root, asked["article"])
            if is_article
            else content_root(folder_inside(root, asked.get("folder")), root)
        )
        around = content_root(content.parent, root) if is_article else content
        order = Order(
            content=str(content),
            name=shown_path(content, root, ""),
            output=str(site_folder(around, Path.cwd(), root)),
            is_sent=bool(asked.get("send")),
            is_looked_at=bool(asked.get("looked")),
        )
        build = await answer_of(partial(self.service.builds.start, order))
        self.finish(json.dumps(self._record(build)))

    @web.authenticated
    @authorized("write")  # type: ignore[untyped-decorator] # jupyter_server has no types here
    async def delete(self) -> None:
        """Stop a build; what was published before is as it was."""
        build = self._build(self.get_query_argument("id", ""))
        build.stop()
        self.finish(json.dumps(self._record(build)))

    def _build(self, number: str) -> Build:
        found = self.service.builds.find(int(number)) if number.isdecimal() else None
        if found is None:
            raise web.HTTPError(404, "Nothing is being published under this number.")
        return found

    def _record(self, build: Build) -> dict[str, Any]:
        output = Path(build.order.output)
        key = self.service.sites.key(output)
        return {**build.record(), "site": key, "place": str(output)}


class TargetHandler(Handler):
    """``GET galley/publish-target?folder=…``: where ``[publish]`` in ``site.toml`` sends a site."""

    @web.authenticated
    @authorized("read")  # type: ignore[untyped-decorator] # jupyter_server has no types here
    async def get(self) -> None:
        """Answer with the target as it is written; empty where there is none."""
        root = self.service.root
        folder = folder_inside(root, self.get_query_argument("folder", ""))
        words = await answer_of(partial(target_words, content_root(folder, root)))
        self.finish(json.dumps({"target": words}))


class SiteHandler(JupyterHandler):
    """``GET galley/site/KEY/PATH``: a published page, in which nothing can run."""

    auth_resource = "contents"

    @property
    def content_security_policy(self) -> str:
        """What a page may do here."""
        return _POLICY

    @web.authenticated
    @authorized("read")  # type: ignore[untyped-decorator] # jupyter_server has no types here
    async def get(self, key: str, path: str) -> None:
        """Answer with a file of the site."""
        service: Service = self.settings[SERVICE]
        file = await answer_of(partial(service.sites.find_file, key, path))
        if file is None:
            raise web.HTTPError(404, "There is no such page in the published site.")
        self.set_header("Content-Type", TYPES.get(file.suffix, "application/octet-stream"))
        self.set_header("X-Content-Type-Options", "nosniff")
        self.set_header("Referrer-Policy", "no-referrer")
        self.set_header("Cache-Control", "no-store")
        self.finish(file.read_bytes())


ROUTES = (
    ("publish", PublishHandler),
    ("publish-target", TargetHandler),
    (r"site/([0-9a-f]{16})/(.*)", SiteHandler),
)
