"""Galley inside JupyterLab: the page of the open notebook, and what is to be mended in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jupyter_server.serverapp import ServerApp


def _jupyter_server_extension_points() -> list[dict[str, str]]:
    return [{"module": "galley.jupyterlab"}]


def _load_jupyter_server_extension(server_app: ServerApp) -> None:
    # Late: whoever only asks for the extension's name needs none of it.
    from galley.jupyterlab.routes import add_routes

    add_routes(server_app)


async def _start_jupyter_server_extension(server_app: ServerApp) -> None:
    # After all extensions are loaded: jupytext's puts a contents manager of its own in place.
    from galley.jupyterlab.texts import add_text_notebooks

    add_text_notebooks(server_app)
