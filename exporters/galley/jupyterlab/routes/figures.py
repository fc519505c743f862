"""The gallery of figures, and the form of the figure in the chosen cell."""

from __future__ import annotations

import json
from functools import partial
from typing import Any

from jupyter_server.auth.decorator import authorized
from tornado import web

from galley.jupyterlab.figures.article import SentArticle, SentCell, parse_article
from galley.jupyterlab.figures.catalogue import as_lang
from galley.jupyterlab.figures.changing import Change, RefusedError
from galley.jupyterlab.figures.drawing import DrawingError
from galley.jupyterlab.figures.service import Figures
from galley.jupyterlab.routes.answering import Handler, answer_of, notebook_inside
from galley.speech.findings import refusal_in
from galley_figures.locale import Lang

_MOST_CHARACTERS = 2_000_000


class _FigureHandler(Handler):
    @property
    def figures(self) -> Figures:
        return self.service.figures

    @property
    def words(self) -> Lang:
        """The language of labels; of a picture, that of its words."""
        return as_lang(self.get_query_argument("lang", self.lang))


class FiguresHandler(_FigureHandler):
    """``GET galley/figures``: every figure of the library, without pictures."""

    @web.authenticated
    @authorized("read")  # type: ignore[untyped-decorator] # jupyter_server has no types here
    async def get(self) -> None:
        """Answer with the list."""
        try:
            catalogue = await self.figures.catalogue()
        except DrawingError:
            raise web.HTTPError(503, "The list of figures could not be made.") from None
        figures = [entry.record(self.words) for entry in catalogue.values()]
        self.finish(json.dumps({"figures": figures}))


class PictureHandler(_FigureHandler):
    """``GET galley/figures/picture?name=…&lang=…``: a figure drawn for both themes."""

    @web.authenticated
    @authorized("read")  # type: ignore[untyped-decorator] # jupyter_server has no types here
    async def get(self) -> None:
        """Answer with the drawings, their text alternative and their caption."""
        name = self.get_query_argument("name", "")
        try:
            if name not in await self.figures.catalogue():
                raise web.HTTPError(404, "There is no figure of this name.")
            picture = await self.figures.picture(name, self.words)
        except DrawingError:
            raise web.HTTPError(503, "This picture could not be drawn.") from None
        self.finish(json.dumps(picture))


class _CellHandler(_FigureHandler):
    """Is sent the cells of the article as they are open, and which of them is chosen."""

    def asked(self) -> tuple[dict[str, Any], SentArticle, str]:
        asked = self.question()
        article = parse_article(asked.get("cells"))
        if sum(len(cell.source) for cell in article.cells) > _MOST_CHARACTERS:
            raise web.HTTPError(413, "This notebook is too long for a form.")
        return asked, article, str(asked.get("cell") or "")

    async def keep(self, asked: dict[str, Any]) -> None:
        """Keep the notebook as it lies there, before the form first changes the open one."""
        if asked.get("path"):
            path = notebook_inside(self.service.root, asked["path"])
            await answer_of(partial(self.service.kept.keep, path, "figures"))


class ReadHandler(_CellHandler):
    """``POST galley/figures/read``: the figures in a cell, with their parameters as they stand."""

    @web.authenticated
    @authorized("read")  # type: ignore[untyped-decorator] # jupyter_server has no types here
    async def post(self) -> None:
        """Answer with the form; nothing of the cell runs."""
        _, article, cell = self.asked()
        form = await self.figures.form(article, cell, self.words)
        form["problem"] = refusal_in(self.lang, form["problem"])
        self.finish(json.dumps(form))


class RewriteHandler(_CellHandler):
    """``POST galley/figures/rewrite``: a cell's text with one argument or option changed."""

    @web.authenticated
    @authorized("read")  # type: ignore[untyped-decorator] # jupyter_server has no types here
    async def post(self) -> None:
        """Answer with the text and the form of it; what is not legal is refused in plain words."""
        asked, article, cell = self.asked()
        call = asked.get("call")
        name, value = str(asked.get("name") or ""), asked.get("value")
        change = Change(name, value, call if isinstance(call, int) else None)
        try:
            source = await self.figures.change(article, cell, change)
        except RefusedError as error:
            raise web.HTTPError(422, str(error)) from None
        await self.keep(asked)
        form = await self.figures.form(_with_source(article, cell, source), cell, self.words)
        self.finish(json.dumps({"source": source, "form": form}))


class InsertHandler(_CellHandler):
    """``POST galley/figures/insert``: the text of a new cell with a figure."""

    @web.authenticated
    @authorized("read")  # type: ignore[untyped-decorator] # jupyter_server has no types here
    async def post(self) -> None:
        """Answer with the text and the cell below which it belongs: the chosen one as a rule."""
        asked, article, after = self.asked()
        name = str(asked.get("name") or "")
        try:
            if name not in await self.figures.catalogue():
                raise web.HTTPError(404, "There is no figure of this name.")
            lang = as_lang(asked.get("article_lang") or article.lang(str(asked.get("path"))))
            after = article.below_parameters(after)
            source = await self.figures.new_cell(article, name, after, lang)
        except DrawingError:
            raise web.HTTPError(503, "This figure could not be made.") from None
        self.finish(json.dumps({"source": source, "after": after}))


def _with_source(article: SentArticle, cell_id: str, source: str) -> SentArticle:
    return SentArticle(
        tuple(
            SentCell(cell.id, cell.is_code, source, cell.tags) if cell.id == cell_id else cell
            for cell in article.cells
        )
    )


ROUTES = (
    ("figures", FiguresHandler),
    ("figures/picture", PictureHandler),
    ("figures/read", ReadHandler),
    ("figures/rewrite", RewriteHandler),
    ("figures/insert", InsertHandler),
)
