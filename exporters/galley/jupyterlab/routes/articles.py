"""Beginning an article, and the list of all."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path

from jupyter_server.auth.decorator import authorized
from tornado import web

from galley.discovery import shown_path
from galley.jupyterlab.articles.beginning import Wish, begin_article, choices, content_root
from galley.jupyterlab.articles.listing import list_articles
from galley.jupyterlab.articles.sites import site_folder
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
        site = site_folder(content, Path.cwd())
        name = shown_path(content, root, "")
        told = await answer_of(partial(list_articles, content, name, site))
        self.finish(json.dumps({**told, "folder": name, "site": self.service.sites.key(site)}))


ROUTES = (("new-article", NewArticleHandler), ("articles", ArticlesHandler))
