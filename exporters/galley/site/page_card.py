"""What lists, the home page and the feed show of an article's page."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from galley.article.model import Article, Figure
from galley.html.assets import has_maths
from galley.html.context import ArticleContext, Day, FigureContext, ImageContext
from galley.html.environment import make_environment
from galley.html.picture_files import IN_LIST, PictureFiles
from galley.html.prose_context import ImageHtml
from galley.html.words import words_for
from galley.look import Look
from galley.site.article_desk import ArticleDesk
from galley.site.feed_content import feed_content
from galley.site.model import RenderedPage
from galley.site.site_addresses import rebased
from galley.site.thumbnails import small_drawing

# Three times the width at which a list shows a picture.
_SMALL_PX = 720


@dataclass(frozen=True)
class CardWishes:
    """What is wanted of a card besides what every list shows.

    Attributes
    ----------
    home
        The home page that shows the article first, with its figure; empty where none does.
    feed_url
        The page's absolute address, where the feed carries the article; else empty.
    """

    home: str = ""
    feed_url: str = ""


@dataclass(frozen=True)
class PageCard:
    """What other pages show of an article's page.

    Attributes
    ----------
    thumbnail
        A small drawing without words, or a picture whose `src` is its path inside the site.
    shared_picture
        Path inside the site of the picture that stands for the page elsewhere.
    pictures
        Paths of the pictures of its figures.
    lead_html
        The article's figure as the home page shows it; empty where that is not wanted.
    feed_html
        The article as the feed carries it; empty where that is not wanted.
    """

    description: str = ""
    published: Day | None = None
    reading_minutes: int = 0
    has_maths: bool = False
    thumbnail: Markup | ImageContext | None = field(default=None, repr=False)
    shared_picture: str = ""
    pictures: tuple[str, ...] = ()
    lead_html: Markup = field(default=Markup(), repr=False)
    feed_html: str = field(default="", repr=False)

    def as_record(self) -> dict[str, Any]:
        """Return the card as JSON values."""
        day, small = self.published, self.thumbnail
        return {
            "description": self.description,
            "published": [day.iso, day.text] if day else None,
            "reading_minutes": self.reading_minutes,
            "has_maths": self.has_maths,
            "drawing": str(small) if isinstance(small, Markup) else None,
            "picture": _picture_record(small) if isinstance(small, ImageContext) else None,
            "shared_picture": self.shared_picture,
            "pictures": list(self.pictures),
            "lead_html": str(self.lead_html),
            "feed_html": self.feed_html,
        }


def card_of(record: Mapping[str, Any]) -> PageCard:
    """Return the card of a record that `PageCard.as_record` made."""
    day, drawing, picture = record["published"], record["drawing"], record["picture"]
    return PageCard(
        description=record["description"],
        published=Day(*day) if day else None,
        reading_minutes=record["reading_minutes"],
        has_maths=record["has_maths"],
        thumbnail=_picture_of(picture) if picture else _markup(drawing) if drawing else None,
        shared_picture=record["shared_picture"],
        pictures=tuple(record["pictures"]),
        lead_html=_markup(record["lead_html"]),
        feed_html=record["feed_html"],
    )


def _picture_record(small: ImageContext) -> list[Any]:
    others = small.others
    return [small.src, small.width, small.height, others.usual, others.modern, others.still]


def _picture_of(record: Sequence[Any]) -> ImageContext:
    src, width, height, usual, modern, still = record
    others = PictureFiles(tuple(map(tuple, usual)), tuple(map(tuple, modern)), still)
    return ImageContext(src, width, height, others=others, sizes=IN_LIST)


def make_card(
    article: Article,
    page: RenderedPage,
    desk: ArticleDesk,
    image: ImageHtml | None,
    wishes: CardWishes,
) -> PageCard:
    """Return the card of a page that has just been made."""
    context, path = page.context, desk.item.path
    return PageCard(
        description=context.description,
        published=context.published,
        reading_minutes=context.reading_minutes,
        has_maths=has_maths(page.html),
        thumbnail=_thumbnail(article, desk, image),
        pictures=tuple(desk.pictures.values()),
        lead_html=_lead_html(context, article.lang, path, wishes.home, desk.frame.look),
        feed_html=_feed_html(context, article.lang, desk, wishes.feed_url),
    )


def _feed_html(context: ArticleContext, lang: str, desk: ArticleDesk, url: str) -> str:
    if not url:
        return ""
    pictures = {anchor: desk.way(path) for anchor, path in desk.pictures.items()}
    return feed_content(context, url, words_for(lang), pictures)


# ------------------------------------------------------------------ the small drawing


def _thumbnail(
    article: Article, desk: ArticleDesk, image: ImageHtml | None
) -> Markup | ImageContext | None:
    """Return the article's own picture, else a figure that speaks without words, else nothing."""
    if image:
        return _small_picture(image, desk)
    figures = (block for block in article.blocks if isinstance(block, Figure))
    return small_drawing(figures, desk.item.path)


def _small_picture(image: ImageHtml, desk: ArticleDesk) -> ImageContext:
    """Return a picture for a list, where it is never wide; its addresses are those in the site."""
    others = image.others.at_most(_SMALL_PX).led(desk.path_of)
    src = others.usual[0][0] if others.usual else desk.path_of(image.src)
    return ImageContext(src, image.width or 0, image.height or 0, others=others, sizes=IN_LIST)


# ------------------------------------------------------------------ the figure of the home page


def _lead_html(context: ArticleContext, lang: str, path: str, home: str, look: Look) -> Markup:
    """Return the article's first figure, its links turned towards the article's page."""
    figure = next((block.figure for block in context.blocks if block.figure), None)
    if figure is None or not home:
        return Markup()
    macro = _templates(look).get_template("partials/entry.html.j2").module.lead_figure  # type: ignore[attr-defined] # a macro
    return _markup(str(macro(_turned(figure, path, home), words_for(lang))).strip())


@lru_cache(2)
def _templates(look: Look) -> Environment:
    return make_environment(look)


def _turned(figure: FigureContext, old: str, new: str) -> FigureContext:
    evidence = figure.evidence
    return replace(
        figure,
        caption_html=_rebased_html(figure.caption_html, old, new),
        image=_rebased_image(figure.image, old, new),
        evidence=evidence
        and replace(evidence, sources_html=_rebased_html(evidence.sources_html, old, new)),
    )


def _rebased_image(image: ImageContext | None, old: str, new: str) -> ImageContext | None:
    if image is None:
        return None
    others = image.others.led(lambda address: rebased(address, old, new))
    return replace(image, src=rebased(image.src, old, new), others=others)


def _rebased_html(html: Markup, old: str, new: str) -> Markup:
    """Turn the links of our own HTML, whose attributes always stand in double quotes."""
    turned = re.sub(
        r'(?<= )(href|src)="([^"]*)"',
        lambda found: f'{found[1]}="{rebased(found[2], old, new)}"',
        str(html),
    )
    # An id belongs to the article's page; here it could be a second one.
    return _markup(re.sub(r' id="[^"]*"', "", turned))


def _markup(html: str) -> Markup:
    """Mark as HTML what was HTML of our own before it was turned or kept."""
    return Markup(html)  # noqa: S704 - see above
