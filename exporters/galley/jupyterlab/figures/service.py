"""What the routes about figures ask: drawing in one thread, reading code in another."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

from galley.jupyterlab.figures.article import SentArticle
from galley.jupyterlab.figures.catalogue import Catalogue
from galley.jupyterlab.figures.changing import Change, changed
from galley.jupyterlab.figures.drawing import pictures_of_the_user
from galley.jupyterlab.figures.forms import form_of
from galley.jupyterlab.figures.inserting import new_cell
from galley_figures.locale import Lang

_Value = TypeVar("_Value")


class Figures:
    """The gallery and the form of one server."""

    def __init__(self) -> None:
        self._pictures, self._drawer = pictures_of_the_user()
        self._catalogue: Catalogue | None = None
        self._drawing = ThreadPoolExecutor(1, thread_name_prefix="galley-drawing")
        self._reading = ThreadPoolExecutor(1, thread_name_prefix="galley-figure-calls")

    async def catalogue(self) -> Catalogue:
        """Return every figure of the library."""
        # Once it is known, nobody waits for it behind a picture that is being drawn.
        if self._catalogue is None:
            self._catalogue = await self._draw(self._pictures.catalogue)
        return self._catalogue

    async def picture(self, name: str, lang: Lang) -> dict[str, Any]:
        """Return a figure's drawings and words."""
        return await self._draw(lambda: self._pictures.picture(name, lang))

    async def form(self, article: SentArticle, cell: str, lang: Lang) -> dict[str, Any]:
        """Return the form of a cell."""
        catalogue = await self.catalogue()
        return await self._read(lambda: form_of(article, cell, catalogue, lang))

    async def change(self, article: SentArticle, cell: str, change: Change) -> str:
        """Return a cell's text with one argument or option changed."""
        catalogue = await self.catalogue()
        return await self._read(lambda: changed(article, cell, catalogue, change))

    async def new_cell(self, article: SentArticle, name: str, after: str, lang: Lang) -> str:
        """Return the text of a cell with a figure, captioned in the article's language."""
        entry = (await self.catalogue())[name]
        # A kind's example says nothing of the author's own numbers.
        is_ready = not entry.starters.get(lang)
        caption = (await self.picture(name, lang))["caption"] if is_ready else ""
        return await self._read(
            lambda: new_cell(entry, article, after=after, lang=lang, caption=caption)
        )

    def close(self) -> None:
        """End what was started."""
        self._drawing.shutdown(wait=False, cancel_futures=True)
        self._reading.shutdown(wait=False, cancel_futures=True)
        self._drawer.close()

    async def _draw(self, work: Callable[[], _Value]) -> _Value:
        return await asyncio.wrap_future(self._drawing.submit(work))

    async def _read(self, work: Callable[[], _Value]) -> _Value:
        return await asyncio.wrap_future(self._reading.submit(work))
