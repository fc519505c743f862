"""The works that can be cited, how they look in the list of references, and adding one."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path
from typing import Any

from jupyter_server.auth.decorator import authorized
from tornado import web

from galley.jupyterlab.citing.desk import CitingDesk
from galley.jupyterlab.routes.answering import Handler, answer_of, notebook_inside

_LONGEST_PASTE = 1_000_000


class CitingHandler(Handler):
    """What the routes about citing share."""

    @property
    def desk(self) -> CitingDesk:
        """Who answers."""
        return self.service.citing

    def asked(self) -> tuple[Path, dict[str, Any]]:
        """Return the notebook that a question is about, and the question."""
        asked = self.question()
        return notebook_inside(self.service.root, asked.get("path")), asked

    def pasted(self, asked: dict[str, Any]) -> str:
        """Return the text that was pasted."""
        text = asked.get("text")
        if not isinstance(text, str):
            raise web.HTTPError(400, "The request holds no text.")
        if len(text) > _LONGEST_PASTE:
            raise web.HTTPError(400, "This is too long: paste one reference, or a few.")
        return text


class ReferencesHandler(CitingHandler):
    """``galley/references``: the works of a notebook's folder."""

    @web.authenticated
    @authorized("read")  # type: ignore[untyped-decorator] # jupyter_server has no types here
    async def get(self) -> None:
        """Answer with the works to choose among; with nothing where the asker has them."""
        path = notebook_inside(self.service.root, self.get_query_argument("path", ""))
        shelf = await answer_of(partial(self.desk.shelf, path))
        self.set_header("ETag", f'"{shelf.stamp}"')
        if self.check_etag_header():
            self.set_status(304)
            self.finish()
            return
        self.finish(await answer_of(lambda: shelf.listed))

    @web.authenticated
    @authorized("write")  # type: ignore[untyped-decorator] # jupyter_server has no types here
    async def post(self) -> None:
        """Add works to the bibliography."""
        path, asked = self.asked()
        works = asked.get("works")
        if not isinstance(works, list) or not all(isinstance(work, dict) for work in works):
            raise web.HTTPError(400, "The request holds no works.")
        self.finish(json.dumps(await answer_of(partial(self.desk.add, path, works))))

    def compute_etag(self) -> None:
        """Leave the header as it was set: the answer itself need not be made for it."""


class FormattedHandler(CitingHandler):
    """``POST galley/references/formatted``: works as the list of references has them."""

    @web.authenticated
    @authorized("read")  # type: ignore[untyped-decorator] # jupyter_server has no types here
    async def post(self) -> None:
        """Answer with each work by its key."""
        path, asked = self.asked()
        keys = [str(key) for key in asked.get("keys") or ()][:20]
        lang = str(asked.get("lang") or "")
        found = await answer_of(partial(self.desk.formatted, path, keys, lang))
        self.finish(json.dumps({"works": found}))


class PastedHandler(CitingHandler):
    """``POST galley/references/read``: what was pasted; no network is asked."""

    @web.authenticated
    @authorized("read")  # type: ignore[untyped-decorator] # jupyter_server has no types here
    async def post(self) -> None:
        """Answer with the works in it, and what there is to say of them."""
        path, asked = self.asked()
        text, lang = self.pasted(asked), str(asked.get("lang") or "")
        self.finish(json.dumps(await answer_of(partial(self.desk.read, path, text, lang))))


class LookupHandler(CitingHandler):
    """``POST galley/references/lookup``: the work of a DOI or PubMed number, from the network."""

    @web.authenticated
    @authorized("read")  # type: ignore[untyped-decorator] # jupyter_server has no types here
    async def post(self) -> None:
        """Ask the services, once, because the author wants it."""
        path, asked = self.asked()
        text, lang = self.pasted(asked), str(asked.get("lang") or "")
        self.finish(json.dumps(await answer_of(partial(self.desk.look_up, path, text, lang))))


ROUTES = (
    ("references", ReferencesHandler),
    ("references/formatted", FormattedHandler),
    ("references/read", PastedHandler),
    ("references/lookup", LookupHandler),
)
