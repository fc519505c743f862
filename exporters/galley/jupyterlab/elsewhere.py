"""An article where its page is not: the entry in a feed reader, the link in a messenger."""

from __future__ import annotations

import re
from base64 import b64decode
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

from markupsafe import Markup

from galley.addresses import page_path
from galley.article.model import Article, Figure
from galley.article.publication import standing_of
from galley.config import SiteConfig
from galley.content_files import find_beside
from galley.html.context import PreparedPage
from galley.html.downloads import figure_downloads, picture_elsewhere
from galley.html.images import ProcessedImage
from galley.html.markup import finished
from galley.html.pictures import Pictures, data_uri
from galley.html.policy import content_security_policy
from galley.html.standalone import SiteAround, StandAlonePage
from galley.html.words import words_for
from galley.jupyterlab.frame_script import frame_script, script_for
from galley.look import Look
from galley.site.article_sharing import card_face, is_card
from galley.site.card_keeping import in_look
from galley.site.feed_content import feed_content
from galley.site.site_addresses import absolute
from galley.site.social_card import draw_card

# Nobody has this address; it stands for the one that the site has not got yet.
_NOWHERE = "https://not-published.invalid/"


FEED, CARD = "feed", "card"
_MARK = "galley-picture/"
_DATA = re.compile(r"data:image/[a-z+.-]+;base64,[A-Za-z0-9+/=]*")
_PICTURE = re.compile(rf'src="https?://[^"]*?/{_MARK}([^"]*)"')


def feed_address(picture: ProcessedImage, name: str) -> str:
    """Return an address for a picture of the text, from which `feed_document` takes it again."""
    # A feed has no pictures inside, so they travel in an address as published ones have it.
    return f"{_MARK}{quote(data_uri(picture, name), safe='')}"


def feed_document(made: StandAlonePage, config: SiteConfig) -> str:
    """Return the article's entry as a feed reader shows it.

    Parameters
    ----------
    made
        The page, its pictures at `feed_address`.
    """
    context, page = made.page.article, made.page.page
    front = made.article.front_matter
    path = page_path(made.article.slug, page.lang, "", config, front)
    url = absolute(path, config.base_url or _NOWHERE)
    pictures = {anchor: f"{_MARK}{quote(src, safe='')}" for anchor, src in _drawn(made.article)}
    content = feed_content(context, url, page.words, pictures)
    authors = ", ".join(author.name for author in context.authors) or page.site.title
    day = context.published.text if context.published else ""
    body = Markup('<h1>{}</h1><p class="about">{}</p>{}').format(
        context.title,
        " · ".join(filter(None, (authors, day))),
        finished(_PICTURE.sub(_picture, content)),
    )
    return _document(made.page, body)


def _picture(found: re.Match[str]) -> str:
    """Return a picture from its address; an address that an author made up stays one."""
    data = unquote(found[1])
    return f'src="{data}"' if _DATA.fullmatch(data) else found[0]


def card_document(made: StandAlonePage, folder: Path, site: SiteAround) -> str:
    """Return what a messenger or a network shows of a link to the article, large and small."""
    page = made.page.page
    is_withdrawn = standing_of(made.article.front_matter, None).withdrawn is not None
    title = page.words.withdrawn_title.format(title=page.title) if is_withdrawn else page.title
    card = Markup(
        '<div class="{kind}">{image}<div><p class="from">{site}</p><p class="title">{title}</p>'
        '<p class="description">{description}</p></div></div>'
    )
    values = {
        "image": Markup() if is_withdrawn else _image(made, folder, site.look),
        "site": urlsplit(site.config.base_url or "").netloc or page.site.title,
        "title": title,
        "description": "" if is_withdrawn else page.description,
    }
    cards = Markup().join(card.format(kind=kind, **values) for kind in ("card", "card is-small"))
    return _document(made.page, Markup('<div class="cards">{}</div>').format(cards))


def _drawn(article: Article) -> Iterator[tuple[str, str]]:
    """Yield each figure that a picture stands for, with the picture."""
    words = words_for(article.lang)
    for block in article.blocks:
        if isinstance(block, Figure) and (
            found := picture_elsewhere(figure_downloads(block, words))
        ):
            kept = ProcessedImage(found.data, f".{found.kind}", 0, 0)
            yield block.anchor, data_uri(kept, found.name)


def _image(made: StandAlonePage, folder: Path, look: Look) -> Markup:
    """Return the picture that stands for a page: the card that a build draws, or the author's."""
    article = made.article
    named = Pictures(article, find_beside(folder, folder), data_uri).image(
        article.front_matter.image or "", ""
    )
    if named and is_card(named) and _bytes_in(named.src):
        return Markup('<img src="{}" alt="">').format(named.src)
    sources = (named.src if named else "", *(src for _, src in _drawn(article)))
    drawing = next((data for src in sources if (data := _bytes_in(src))), b"")
    first = next(iter(made.editions), "")
    face = card_face(
        article,
        made.page.page.site.title,
        drawing,
        is_first_edition=article.edition in {"", first},
    )
    card = ProcessedImage(draw_card(in_look(face, look)), ".png", 0, 0)
    return Markup('<img src="{}" alt="">').format(data_uri(card, ""))


def _bytes_in(src: str) -> bytes:
    """Return the pixels in an address; none of a drawing in lines."""
    kind, _, data = src.partition(";base64,")
    is_picture = kind.startswith("data:image/") and "svg" not in kind
    return b64decode(data) if is_picture else b""


def _document(prepared: PreparedPage, body: Markup) -> str:
    page = prepared.page
    return Markup(
        '<!DOCTYPE html><html lang="{}"><head><meta charset="utf-8">'
        '<meta http-equiv="Content-Security-Policy" content="{}">'
        "<title>{}</title><style>{}</style></head><body>{}{}</body></html>"
    ).format(
        page.lang,
        content_security_policy(_css(), frame_script()),
        page.title,
        finished(_css()),
        body,
        script_for(()),
    )


@cache
def _css() -> str:
    return files("galley.jupyterlab").joinpath("elsewhere.css").read_text(encoding="utf-8")
