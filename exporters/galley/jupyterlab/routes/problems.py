"""What can be done about problems: mend them, set them aside, and read why they are some."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from jupyter_server.auth.decorator import authorized
from tornado import web

from galley.jupyterlab.colleagues import mark_done
from galley.jupyterlab.excepting import CannotExceptError, with_exception
from galley.jupyterlab.explaining import in_language, rule_records
from galley.jupyterlab.routes.answering import Handler, answer_of, notebook_inside
from galley.jupyterlab.routes.bench_answers import BenchHandler


class RulesHandler(Handler):
    """``GET galley/rules``: what each rule finds, why that matters, what mending costs."""

    @web.authenticated
    @authorized("read")  # type: ignore[untyped-decorator] # jupyter_server has no types here
    def get(self) -> None:
        """Answer with every rule by its id."""
        self.finish(json.dumps({"rules": rule_records(self.lang)}))


class _MendHandler(BenchHandler):
    """Answers how the findings of a notebook are mended that are named by their keys."""

    async def _answer(self, *, writes: bool) -> None:
        path, notebook, keys = self._asked()
        question = {"notebook": notebook, "mend": keys, "writes": writes, "client": "mend"}
        await self.answer_from(self.service.findings, path, {**question, "lang": self.lang})

    def _asked(self) -> tuple[Path, dict[str, Any], list[str]]:
        asked = self.question()
        keys = asked.get("keys")
        if not isinstance(asked.get("notebook"), dict) or not isinstance(keys, list):
            raise web.HTTPError(400, "The request holds no notebook or no problems.")
        path = notebook_inside(self.service.root, asked.get("path"))
        return path, asked["notebook"], [str(key) for key in keys]


class MendHandler(_MendHandler):
    """``POST galley/mend``: problems of a notebook in memory → what would be different."""

    @web.authenticated
    @authorized("read")  # type: ignore[untyped-decorator] # jupyter_server has no types here
    async def post(self) -> None:
        """Answer with each cell before and after; nothing is written."""
        await self._answer(writes=False)


class MendFilesHandler(_MendHandler):
    """``POST galley/mend/files``: the same, and files beside the notebook are written."""

    @web.authenticated
    @authorized("write")  # type: ignore[untyped-decorator] # jupyter_server has no types here
    async def post(self) -> None:
        """Write whole files; the notebook itself is JupyterLab's to change."""
        await self._answer(writes=True)


class ExceptHandler(Handler):
    """``POST galley/except``: front matter, a rule and a reason → front matter with both."""

    @web.authenticated
    @authorized("read")  # type: ignore[untyped-decorator] # jupyter_server has no types here
    def post(self) -> None:
        """Answer with the cell's text as it is to be; nothing is written."""
        asked = self.question()
        source, rule, reason = (str(asked.get(name) or "") for name in ("source", "rule", "reason"))
        try:
            changed = with_exception(source, rule, reason)
        except CannotExceptError as refused:
            raise web.HTTPError(400, in_language(str(refused), self.lang)) from None
        self.finish(json.dumps({"source": changed}))


class DoneHandler(Handler):
    """``POST galley/notes/done``: what a colleague said has been dealt with, or not after all."""

    @web.authenticated
    @authorized("write")  # type: ignore[untyped-decorator] # jupyter_server has no types here
    async def post(self) -> None:
        """Write it into the store; the notebook stays as it is."""
        asked = self.question()
        path = notebook_inside(self.service.root, asked.get("path"))
        key, is_done = str(asked.get("note") or ""), asked.get("is_done") is not False
        if not await answer_of(lambda: mark_done(path, [key], is_done=is_done)):
            raise web.HTTPError(404, "Nothing of this kind is kept any more.")
        self.finish(json.dumps({"is_done": is_done}))


ROUTES = (
    ("rules", RulesHandler),
    ("mend", MendHandler),
    ("mend/files", MendFilesHandler),
    ("except", ExceptHandler),
    ("notes/done", DoneHandler),
)
