"""Pages made while other articles still run, for the site as it is foreseen.

What a page says of its neighbours is known before anything runs, from their front matter. So a
page is made as soon as its article has been read, while kernels run other articles. If in the end
the site is another one, because an article failed, the pages that this concerns are made anew.
"""

from __future__ import annotations

from contextlib import suppress

from galley.execution.model import Plan
from galley.site.assemble import foresee
from galley.site.frame import Frame
from galley.site.model import SiteArticle
from galley.site.workshop import Workshop


class ForeseenPages:
    """Makes pages ahead of the site they belong to."""

    def __init__(self, shop: Workshop, planned: Plan) -> None:
        self._shop, self._planned = shop, planned
        self._frame: Frame | None = None

    def make(self, item: SiteArticle) -> None:
        """Make the page of an article that has just been read, for `assemble` to recall."""
        if not self._shop.desk.reader.has_at_hand(item.key):
            return
        if self._frame is None:
            self._frame = foresee(self._shop.desk.foreseen(self._planned), self._shop.maker)
        # Whatever is wrong with it is found again, and told, when the site is assembled.
        with suppress(Exception):
            self._shop.maker.press.page(item, self._frame)
