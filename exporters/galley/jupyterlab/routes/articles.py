"""Beginning an article, and the list of all."""

from __future__ import annotations

import json
import os
from functools import partial
from pathlib import Path

from jupyter_core.paths import jupyter_data_dir
from jupyter_server.auth.decorator import authorized
from tornado import web

from galley.console.today import read_zone, settle_today
from galley.discovery import shown_path
from galley.jupyterlab.articles.beginning import Wish, begin_article, choices, content_root
from galley.jupyterlab.articles.listing import list_articles
from galley.jupyterlab.articles.sites import site_folder
from galley.jupyterlab.articles.touring import greets, make_tour
from galley.jupyterlab.routes.answering import Handler, answer_of, folder_inside


class NewArticleHandler(Handler):
    """``GET galley/new-article?folder=…``: languages and categories to choose from."""

    @web.authenticated
    @authorized("read")  # type: ignore[untyped-decorator] # jupyter_server has no types here
    async def get(self) -> None:
        """Answer with what the site around a folder has."""
        root = self.service.root
        folder = folder_inside(root, self.get_query_argument("folder", ""))
        self.finish(json.dumps(await answer_of(partial(choices, folder, root))))

    @web.authenticated
    @authorized("write")  # type: ignore[untyped-decorator] # jupyter_server has no types here
    async def post(self) -> None:
        """Make a notebook and answer with its path; nothing that is there is written over."""
        asked, root = self.question(), self.service.root
        folder = folder_inside(root, asked.get("folder"))
        wish = Wish(
            **{name: " ".join(str(asked.get(name) or "").split()) for name in Wish.__annotations__}
        )
        path = await answer_of(partial(begin_article, wish, folder, root))
        self.finish(json.dumps({"path": path.relative_to(root).as_posix()}))


class ArticlesHandler(Handler):
    """``GET galley/articles?folder=…``: all articles of the site around a folder."""

    @web.authenticated
    @authorized("read")  # type: ignore[untyped-decorator] # jupyter_server has no types here
    async def get(self) -> None:
        """Answer with the articles, those that need attention first."""
        root = self.service.root
        content = content_root(folder_inside(root, self.get_query_argument("folder", "")), root)
        site = site_folder(content, Path.cwd(), root)
        name = shown_path(content, root, "")
        told = await answer_of(partial(list_articles, content, name, site))
        self.finish(json.dumps({**told, "folder": name, "site": self.service.sites.key(site)}))


class TourHandler(Handler):
    """``POST galley/tour``: lay the tour into the open folder."""

    @web.authenticated
    @authorized("write")  # type: ignore[untyped-decorator] # jupyter_server has no types here
    async def post(self) -> None:
        """Answer with the path of its notebook; empty where it was shown before and need not be."""
        root, lang = self.service.root, self.lang
        is_asked = not self.question().get("greeting")
        memory = Path(jupyter_data_dir()) / "galley" / "tours"

        def lay() -> str:
            if not is_asked and not greets(root, memory):
                return ""
            day = settle_today(None, os.environ, read_zone(root))
            return make_tour(root, lang, day).relative_to(root).as_posix()

        self.finish(json.dumps({"path": await answer_of(lay)}))


ROUTES = (
    ("new-article", NewArticleHandler),
    ("articles", ArticlesHandler),
    ("tour", TourHandler),
)
