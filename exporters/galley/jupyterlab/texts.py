"""Texts as notebooks: read with their front matter as a cell, saved without touching the rest.

JupyterLab asks its contents manager for notebooks. The one here answers for texts, and for a
notebook that is one article with a text, by the same reader as a build; everything else is left to
the manager that is there, which may be jupytext's.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Coroutine, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import nbformat
from nbformat import NotebookNode
from tornado import web

from galley.article.notebook import parse_notebook
from galley.article.text_notebook import TextNotebook, parse_text_notebook, with_outputs_of
from galley.article.text_writing import write_text
from galley.discovery import SUFFIX, TEXT_SUFFIXES, is_text_name, without_suffix
from galley.findings import ContentError
from galley.jupyterlab.keeping import keep_before
from galley.kept_copies import Reason
from galley.text_articles import look_at
from galley.text_pairs import is_one_article

if TYPE_CHECKING:
    from jupyter_server.serverapp import ServerApp

Model = dict[str, Any]
_PYTHON = {"name": "python3", "display_name": "Python 3 (ipykernel)", "language": "python"}
_ASKED = ("content", "type", "format")
# What a program saves together it does not save in one instant.
_TOGETHER = timedelta(seconds=2)


def add_text_notebooks(app: ServerApp) -> None:
    """Let a running server open and save texts as notebooks."""
    manager_class = with_texts(type(app.contents_manager))
    manager = manager_class(parent=app, log=app.log)
    app.contents_manager_class, app.contents_manager = manager_class, manager
    app.session_manager.contents_manager = manager
    app.web_app.settings["contents_manager"] = manager


def with_texts(base: Any) -> Any:  # noqa: ANN401 - a class of any contents manager
    """Return a contents manager like `base` that reads and saves texts as notebooks."""
    return _async_manager(base) if asyncio.iscoroutinefunction(base.get) else _manager(base)


def _async_manager(base: Any) -> Any:  # noqa: ANN401
    class AsyncTextContentsManager(base):  # type: ignore[misc]
        """A contents manager for which texts are notebooks, too."""

        async def get(self, path: str, *asked: Any, **named: Any) -> Model:  # noqa: ANN401
            return await _Texts(self, base).get(
                path, dict(zip(_ASKED, asked, strict=False)) | named
            )

        async def save(self, model: Model, path: str = "") -> Model:
            return await _Texts(self, base).save(model, path)

    return AsyncTextContentsManager


def _manager(base: Any) -> Any:  # noqa: ANN401
    class TextContentsManager(base):  # type: ignore[misc]
        """A contents manager for which texts are notebooks, too."""

        def get(self, path: str, *asked: Any, **named: Any) -> Model:  # noqa: ANN401
            return _at_once(
                _Texts(self, base).get(path, dict(zip(_ASKED, asked, strict=False)) | named)
            )

        def save(self, model: Model, path: str = "") -> Model:
            return _at_once(_Texts(self, base).save(model, path))

    return TextContentsManager


def _formats(path: str) -> str:
    """Return what says, to jupytext as well, that a text and a notebook belong together."""
    return "ipynb,qmd" if path.lower().endswith(".qmd") else "ipynb,md:myst"


def _at_once(steps: Coroutine[Any, Any, Model]) -> Model:
    """Return what a coroutine returns that never waits."""
    try:
        steps.send(None)
    except StopIteration as end:
        return dict(end.value)
    raise RuntimeError("a contents manager that waits says so")


async def _settled(value: Any) -> Any:  # noqa: ANN401
    return await value if isinstance(value, Awaitable) else value


@dataclass(frozen=True)
class _Article:
    """A text that is open as a notebook.

    Attributes
    ----------
    partner
        What the notebook of the same name holds, where both are one article.
    is_in_step
        Whether the two say the same.
    """

    path: str
    text: str
    read: TextNotebook
    partner: NotebookNode | None = None
    is_in_step: bool = True

    @property
    def notebook(self) -> NotebookNode:
        """The cells of the text, with the outputs and the metadata of the notebook."""
        notebook = self.read.notebook
        if self.partner is not None:
            notebook = with_outputs_of(notebook, self.partner)
            notebook.metadata = NotebookNode({**self.partner.metadata, **notebook.metadata})
        if not notebook.metadata.get("jupytext", True):
            del notebook.metadata["jupytext"]
        spec = notebook.metadata.get("kernelspec") or {}
        if not spec.get("name") and spec.get("language", "python") == "python":
            # Without a name, JupyterLab asks for a kernel each time; a build would not.
            notebook.metadata["kernelspec"] = NotebookNode(_PYTHON)
        return notebook


class _Texts:
    """Answers one question of a contents manager.

    Parameters
    ----------
    base
        The class whose methods answer for everything else.
    """

    def __init__(self, manager: Any, base: Any) -> None:  # noqa: ANN401
        self._manager, self._base = manager, base

    async def get(self, path: str, asked: Mapping[str, Any]) -> Model:
        """Return a file; a text as a notebook where that is asked."""
        path, kind = path.strip("/"), asked.get("type")
        is_notebook = kind == "notebook" or (kind is None and path.endswith(SUFFIX))
        article = await self._article(path) if is_notebook else None
        if article is None:
            return await self._get(path, **asked)
        of_file = {**asked, "content": False, "type": "file", "format": None}
        model = await self._get(path, **of_file) | {"type": "notebook", "mimetype": None}
        if asked.get("content", True):
            notebook = article.notebook
            self._manager.mark_trusted_cells(notebook, path)
            model |= {"content": notebook, "format": "json"}
        return model

    async def save(self, model: Model, path: str) -> Model:
        """Save a file; of a notebook that is a text, what changed in the text."""
        path = path.strip("/")
        if model.get("type") != "notebook" or not model.get("content"):
            return await self._save(model, path)
        article = await self._article(path)
        if article is None and not is_text_name(path):
            return await self._save(model, path)
        notebook = nbformat.from_dict(model["content"])
        article = article or _Article(path, "", parse_text_notebook("", path))
        self._keep(article)
        told = write_text(article.text, path if is_text_name(path) else article.path, notebook)
        saved = await self._save_text(article.path, told)
        if article.partner is not None:
            metadata = {**article.partner.metadata, **notebook.metadata}
            metadata["jupytext"] = {"formats": _formats(article.path)} | {
                **metadata.get("jupytext", {})
            }
            whole = NotebookNode(notebook, metadata=NotebookNode(metadata))
            self._manager.check_and_sign(whole, without_suffix(article.path) + SUFFIX)
            text = f"{nbformat.writes(whole)}\n"
            partner = await self._save_text(without_suffix(article.path) + SUFFIX, text)
            saved = saved if is_text_name(path) else partner
        return saved | {"type": "notebook", "mimetype": None}

    async def _article(self, path: str) -> _Article | None:
        """Return what a notebook is as a text; None where it is none."""
        place = await self._text_of(path)
        if place is None:
            return None
        model = await self._get(place, content=True, type="file", format="text")
        text = str(model["content"])
        if place != path and place.endswith(".md") and not look_at(text).is_article:
            return None
        try:
            read = parse_text_notebook(text, place)
        except ContentError as error:
            if place != path:
                return None
            told = error.findings[0]
            where = f"{told.place}: {told.message}. {told.fix}"
            raise web.HTTPError(400, where.replace("%", "%%")) from None
        article = _Article(place, text, read)
        return await self._with_partner(article, model["last_modified"], path)

    async def _with_partner(self, article: _Article, saved: datetime, path: str) -> _Article | None:
        place = without_suffix(article.path) + SUFFIX
        alone = article if is_text_name(path) else None
        if not await self._exists(place):
            return alone
        model = await self._get(place, content=True, type="file", format="text")
        try:
            notebook = parse_notebook(str(model["content"]), place)
        except ContentError:
            return alone
        is_newer = model["last_modified"] > saved + _TOGETHER
        is_one, is_in_step = is_one_article(article.read, notebook, is_newer=is_newer)
        if not is_one:
            return alone
        return _Article(article.path, article.text, article.read, notebook, is_in_step)

    async def _text_of(self, path: str) -> str | None:
        if is_text_name(path):
            return path if await self._exists(path) else None
        stems = (without_suffix(path) + suffix for suffix in TEXT_SUFFIXES)
        for place in stems:
            if path.endswith(SUFFIX) and await self._exists(place):
                return place
        return None

    def _keep(self, article: _Article) -> None:
        """Copy a text that was changed while its notebook was open, before it is saved over."""
        if not article.is_in_step:
            keep_before(Path(self._manager.root_dir, article.path), Reason.SAVE)

    async def _save_text(self, path: str, text: str) -> Model:
        model = {"type": "file", "format": "text", "content": text}
        return await self._save(model, path)

    async def _get(self, path: str, **asked: Any) -> Model:  # noqa: ANN401
        found: Model = await _settled(self._base.get(self._manager, path, **asked))
        return found

    async def _save(self, model: Model, path: str) -> Model:
        saved: Model = await _settled(self._base.save(self._manager, model, path))
        return saved

    async def _exists(self, path: str) -> bool:
        return bool(await _settled(self._manager.file_exists(path)))
