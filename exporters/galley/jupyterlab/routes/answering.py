"""How Galley's routes answer: JSON, refusals in plain words, nothing outside of the open folder."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from jupyter_server.base.handlers import APIHandler
from tornado import web

from galley.discovery import is_article_name
from galley.findings import GalleyError
from galley.jupyterlab.answers import answer_in
from galley.jupyterlab.sentences import in_sentences
from galley.jupyterlab.service import Service
from galley.speech.language import ENGLISH, language_of

SERVICE = "galley"
_Value = TypeVar("_Value")


class Handler(APIHandler):
    """Answers in JSON; whoever asks needs the server's token."""

    # Who may read notebooks may see their pages.
    auth_resource = "contents"

    @property
    def service(self) -> Service:
        """What the routes of this server share."""
        found: Service = self.settings[SERVICE]
        return found

    def question(self) -> dict[str, Any]:
        """Return the JSON object that was sent.

        Raises
        ------
        tornado.web.HTTPError
            400 where it is none.
        """
        try:
            asked = json.loads(self.request.body)
        except (ValueError, RecursionError):
            raise web.HTTPError(400, "The request is not JSON that can be read.") from None
        if not isinstance(asked, dict):
            raise web.HTTPError(400, "The request is not a JSON object.")
        return asked

    @property
    def lang(self) -> str:
        """The language of who asks: JupyterLab's own, which its panels send."""
        return language_of(self.request.headers.get("Accept-Language", ENGLISH).split(",")[0])

    def finish(self, *told: Any, **more: Any) -> asyncio.Future[None]:  # noqa: ANN401 - as tornado has it
        """Answer in the language of who asks."""
        said = [
            answer_in(self.lang, each) if isinstance(each, str | bytes) else each for each in told
        ]
        answered: asyncio.Future[None] = super().finish(*said, **more)
        return answered

    def write_error(self, status_code: int, **kwargs: Any) -> None:  # noqa: ANN401, ARG002
        """Answer with the plain message, never with a traceback."""
        # tornado decides on what is passed.
        error = kwargs.get("exc_info", (None, None, None))[1]
        told = isinstance(error, web.HTTPError) and error.log_message
        # tornado keeps it as a pattern, in which a sign of per cent is doubled.
        message = error.log_message % error.args if told else None
        self.set_header("Content-Type", "application/json")
        self.finish(json.dumps({"message": message or "Galley could not answer this."}))


def notebook_inside(root: Path, written: object) -> Path:
    """Return the notebook that a path of the server names.

    Raises
    ------
    tornado.web.HTTPError
        403 where it lies outside of what the server shows, 404 where there is no such notebook.
    """
    if not isinstance(written, str) or not is_article_name(written):
        raise web.HTTPError(404, "There is no notebook of this name.")
    try:
        path = (root / written.lstrip("/")).resolve()
        is_there = path.is_file()
    except (OSError, ValueError):
        # A name that this system cannot have.
        raise web.HTTPError(404, "There is no notebook of this name.") from None
    if not path.is_relative_to(root):
        raise web.HTTPError(403, "This notebook lies outside of the folder that is open.")
    if not is_there:
        raise web.HTTPError(404, "There is no notebook of this name.")
    return path


def folder_inside(root: Path, written: object) -> Path:
    """Return the folder that a path of the server names; refuses as `notebook_inside` does."""
    try:
        path = (root / str(written or "").lstrip("/")).resolve()
        is_there = path.is_dir()
    except (OSError, ValueError):
        raise web.HTTPError(404, "There is no folder of this name.") from None
    if not path.is_relative_to(root):
        raise web.HTTPError(403, "This folder lies outside of the folder that is open.")
    if not is_there:
        raise web.HTTPError(404, "There is no folder of this name.")
    return path


async def answer_of(work: Callable[[], _Value]) -> _Value:
    """Do work beside the server's loop; what Galley refuses is refused in its words.

    Raises
    ------
    tornado.web.HTTPError
        400 with a sentence that says what is wrong, and one that says what to do.
    """
    try:
        return await asyncio.to_thread(work)
    except GalleyError as error:
        raise web.HTTPError(400, in_sentences(error)) from None
