"""What Jupyter's server answers for Galley: the preview of a notebook, and the rules."""

from __future__ import annotations

import json
from functools import cached_property, partial
from pathlib import Path
from typing import Any

from jupyter_server.auth.decorator import authorized
from jupyter_server.base.handlers import APIHandler
from jupyter_server.serverapp import ServerApp
from jupyter_server.utils import url_path_join
from tornado import web

from galley.checks.rule_facts import known_rules
from galley.discovery import SUFFIX
from galley.jupyterlab.preview import render_preview
from galley.jupyterlab.sessions import Sessions
from galley.jupyterlab.turns import SupersededError, Turns

SERVICE = "galley"
# JupyterLab itself comes first.
_WARM_UP_AFTER_SECONDS = 2


class Service:
    """What the handlers of one server share.

    Attributes
    ----------
    root
        The folder that the server shows; no preview reaches a notebook outside of it.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self.turns = Turns()

    @cached_property
    def sessions(self) -> Sessions:
        """Made when first asked for, so that the server itself starts at once."""
        return Sessions(self.root)

    def warm_up(self) -> None:
        """Prepare for the first preview, beside the server."""
        self.turns.submit(self._warm_up)

    def _warm_up(self) -> None:
        self.sessions.warm_up()

    def preview(self, path: Path, notebook: dict[str, Any], edition: str) -> str:
        """Return the preview as JSON."""
        return json.dumps(render_preview(notebook, edition, self.sessions.around(path)).record())

    def close(self) -> None:
        """End what was started."""
        self.turns.close()
        if "sessions" in self.__dict__:
            self.sessions.close()


class _Handler(APIHandler):
    # Who may read notebooks may see their pages.
    auth_resource = "contents"

    def write_error(self, status_code: int, **kwargs: Any) -> None:  # noqa: ANN401, ARG002
        """Answer with the plain message, never with a traceback."""
        # tornado decides on what is passed.
        error = kwargs.get("exc_info", (None, None, None))[1]
        message = error.log_message if isinstance(error, web.HTTPError) else None
        self.set_header("Content-Type", "application/json")
        self.finish(json.dumps({"message": message or "Galley could not answer this."}))


class PreviewHandler(_Handler):
    """``POST galley/preview``: a notebook as it is in memory → its page and findings."""

    @web.authenticated
    @authorized("read")  # type: ignore[untyped-decorator] # jupyter_server has no types here
    async def post(self) -> None:
        """Answer with the preview; of requests that wait for one notebook, the newest only."""
        path, notebook, edition = self._question()
        service: Service = self.settings[SERVICE]
        work = partial(service.preview, path, notebook, edition)
        try:
            answer = await service.turns.run(path, work)
        except SupersededError:
            raise web.HTTPError(409, "A newer preview was asked for.") from None
        self.finish(answer)

    def _question(self) -> tuple[Path, dict[str, Any], str]:
        try:
            asked = json.loads(self.request.body)
        except (ValueError, RecursionError):
            raise web.HTTPError(400, "The request is not JSON that can be read.") from None
        if not isinstance(asked, dict) or not isinstance(asked.get("notebook"), dict):
            raise web.HTTPError(400, "The request holds no notebook.")
        path = _inside(self.settings[SERVICE].root, asked.get("path"))
        return path, asked["notebook"], str(asked.get("edition") or "")


class RulesHandler(_Handler):
    """``GET galley/rules``: what each rule finds and why that matters."""

    @web.authenticated
    @authorized("read")  # type: ignore[untyped-decorator] # jupyter_server has no types here
    def get(self) -> None:
        """Answer with every rule by its id."""
        rules = {
            rule.id: {
                "what": rule.what,
                "why": rule.why,
                "cost": str(rule.cost),
                "group": str(rule.group),
                "severity": rule.severity.value,
            }
            for rule in known_rules().values()
        }
        self.finish(json.dumps({"rules": rules}))


def add_handlers(server_app: ServerApp) -> None:
    """Add Galley's addresses to a server."""
    service = Service(Path(server_app.root_dir).expanduser().resolve())
    application = server_app.web_app
    application.settings[SERVICE] = service
    server_app.io_loop.call_later(_WARM_UP_AFTER_SECONDS, service.warm_up)
    base = application.settings["base_url"]
    application.add_handlers(
        ".*$",
        [
            (url_path_join(base, "galley", "preview"), PreviewHandler),
            (url_path_join(base, "galley", "rules"), RulesHandler),
        ],
    )


def _inside(root: Path, written: object) -> Path:
    """Return the notebook that a path of the server names.

    Raises
    ------
    tornado.web.HTTPError
        403 where it lies outside of what the server shows, 404 where there is no such notebook.
    """
    if not isinstance(written, str) or not written.lower().endswith(SUFFIX):
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
