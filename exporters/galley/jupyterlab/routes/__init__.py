"""Galley's addresses on a Jupyter server."""

from __future__ import annotations

from pathlib import Path

from jupyter_server.serverapp import ServerApp
from jupyter_server.utils import url_path_join

from galley.jupyterlab.routes import about, articles, citing, figures, preview, problems, publishing
from galley.jupyterlab.routes.answering import SERVICE
from galley.jupyterlab.service import Service

_ROUTES = (
    *preview.ROUTES,
    *problems.ROUTES,
    *articles.ROUTES,
    *about.ROUTES,
    *citing.ROUTES,
    *publishing.ROUTES,
    *figures.ROUTES,
)
# JupyterLab itself comes first.
_WARM_UP_AFTER_SECONDS = 2


def add_routes(server_app: ServerApp) -> None:
    """Add Galley's addresses to a server."""
    service = Service(Path(server_app.root_dir).expanduser().resolve())
    application = server_app.web_app
    application.settings[SERVICE] = service
    server_app.io_loop.call_later(_WARM_UP_AFTER_SECONDS, service.warm_up)
    base = application.settings["base_url"]
    routes = [(url_path_join(base, "galley", name), handler) for name, handler in _ROUTES]
    application.add_handlers(".*$", routes)
