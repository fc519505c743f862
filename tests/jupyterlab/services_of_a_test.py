"""A Jupyter Server extension that lets Galley ask a server of a test instead of the network."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from galley.online.cache import Cache
from galley.online.client import OnlineClient, Services
from galley.online.manners import Manners

ORIGIN = "GALLEY_TEST_ORIGIN"


def _jupyter_server_extension_points() -> list[dict[str, str]]:
    return [{"module": __name__}]


def _load_jupyter_server_extension(server_app: Any) -> None:
    origin = os.environ[ORIGIN]
    names = ("crossref", "datacite", "doi", "pubmed")

    def make_client(_: object) -> OnlineClient:
        return OnlineClient(
            cache=Cache(Path(os.environ["HOME"]) / "works"),
            services=Services(*(f"{origin}/{name}" for name in names)),
            trusted=[origin],
            manners=Manners(pause_s=0.01, stranger_pause_s=0.01, backoff_s=0.01),
        )

    server_app.web_app.settings["galley"].citing.make_client = make_client
