"""What an article's page says of itself elsewhere, and the card that stands for it there."""

from __future__ import annotations

from dataclasses import dataclass

from galley.article.model import Article, Figure
from galley.html.prose_context import ImageHtml
from galley.html.sharing import NO_SHARING, SharedImage, Sharing
from galley.html.words import words_for
from galley.site.article_desk import ArticleDesk
from galley.site.card_keeping import CardKeeper, KeptCard, in_look
from galley.site.model import SiteArticle
from galley.site.social_card import CardFace

# A picture of this shape was made to stand for the page, words and all.
_CARD_SHAPES = (1.85, 1.97)
_CARD_WIDTH = 600
_RASTER = (".png", ".jpg", ".jpeg", ".webp", ".gif")
# Networks cut what is longer.
_LONGEST_ALT = 400


@dataclass(frozen=True)
class ArticleSharing:
    """What an article's page says of itself elsewhere.

    Attributes
    ----------
    picture
        Path inside the site of the picture that stands for the page; empty for none.
    card
        The card, where one was drawn.
    """

    sharing: Sharing = NO_SHARING
    picture: str = ""
    card: KeptCard | None = None


def article_sharing(
    article: Article, desk: ArticleDesk, image: ImageHtml | None, cards: CardKeeper
) -> ArticleSharing:
    """Return it; nothing for a site without an address, where no picture could be found.

    Parameters
    ----------
    image
        The picture that the article names for this, if it does.
    """
    if not desk.frame.config.base_url:
        return ArticleSharing()
    if image and is_card(image) and image.src.lower().endswith(_RASTER):
        path = desk.path_of(image.src)
        shared = SharedImage(
            desk.frame.absolute(path),
            image.width or 0,
            image.height or 0,
            article.front_matter.image_alt or article.title,
        )
        return ArticleSharing(_sharing(desk.item, shared), path)
    drawing, alt = _drawing(article, desk, image)
    face = card_face(
        article,
        desk.frame.site_title(article.lang),
        drawing,
        is_first_edition=desk.item.is_first_edition,
    )
    card = cards.card(desk.item.path, in_look(face, desk.frame.look))
    end = "" if article.title[-1:] in ".?!" else "."
    words = f"{article.title}{end} {alt}" if alt else article.title
    shared = card.as_shared(desk.frame.absolute(card.path), _cut(words))
    return ArticleSharing(_sharing(desk.item, shared), card.path, card)


def _sharing(item: SiteArticle, image: SharedImage) -> Sharing:
    front = item.article.front_matter
    changed = front.updated or front.date
    is_article = front.kind == "article"
    return Sharing(
        image=image,
        published=front.date.isoformat() if front.date and is_article else "",
        modified=changed.isoformat() if changed and is_article else "",
        section=front.category if is_article else "",
        tags=front.tags if is_article else (),
    )


def card_face(
    article: Article, site: str, drawing: bytes, *, is_first_edition: bool = True
) -> CardFace:
    """Return what an article's card shows."""
    front, words = article.front_matter, words_for(article.lang)
    # Editions share a title; who opens a link wants to know which one it is.
    edition = "" if is_first_edition else words.edition_name(article.edition)
    return CardFace(
        title=article.title,
        label=" · ".join(filter(None, (front.category, edition))),
        site=site,
        text="" if drawing else front.description,
        drawing=drawing,
    )


def _drawing(article: Article, desk: ArticleDesk, image: ImageHtml | None) -> tuple[bytes, str]:
    """Return the picture on the card and what it shows: the article's own, else a figure's."""
    if image:
        path = desk.path_of(image.src)
        if path.lower().endswith(_RASTER):
            return desk.files.get(path, b""), article.front_matter.image_alt
    for block in article.blocks:
        if isinstance(block, Figure):
            path = desk.pictures.get(block.anchor, "")
            if path.endswith(".png"):
                return desk.files[path], block.alt
    return b"", ""


def is_card(image: ImageHtml) -> bool:
    """Tell by its shape whether a picture was made to stand for a page."""
    if not image.width or not image.height or image.width < _CARD_WIDTH:
        return False
    least, most = _CARD_SHAPES
    return least <= image.width / image.height <= most


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST_ALT else f"{text[: _LONGEST_ALT - 2].rstrip()} …"
