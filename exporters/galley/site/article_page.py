"""The page of one article in its site, with its files and with what lists show of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from galley.article.model import Article
from galley.findings import Finding
from galley.html.context import PageContext
from galley.html.figures import drawn_pictures
from galley.html.pictures import Pictures, shown_pictures
from galley.html.prose_context import ImageHtml
from galley.html.sharing import NO_SHARING
from galley.html.surroundings import Surroundings
from galley.html.words import words_for
from galley.site.article_around import around_article
from galley.site.article_desk import ArticleDesk
from galley.site.article_sharing import ArticleSharing, article_sharing
from galley.site.card_keeping import CardKeeper
from galley.site.files import BlobStore
from galley.site.frame import Frame
from galley.site.kept_pictures import KeptPictures
from galley.site.model import RenderedPage, RenderPage, SiteArticle
from galley.site.page_card import CardWishes, PageCard, make_card
from galley.site.page_links import Neighbourhood, neighbourhood
from galley.site.page_trace import PageTrace
from galley.site.picture_weight import heavy_pictures
from galley.site.search_document import search_document

_NO_PICTURES = KeptPictures()


@dataclass(frozen=True)
class PagePlan:
    """What is known of a page before its article is read.

    Attributes
    ----------
    context
        Without the picture that stands for the page elsewhere, which the article decides.
    around
        The people and pages around the article.
    """

    item: SiteArticle
    context: PageContext
    around: Neighbourhood
    wishes: CardWishes


@dataclass(frozen=True)
class ArticlePage:
    """A finished page with the files that belong to it.

    Attributes
    ----------
    html
        The digest of the page.
    files
        Path inside the site → digest of the content, without the page itself.
    card
        What lists, the home page and the feed show of it.
    search
        The digest of what the search knows of it; empty where it is not to be found.
    """

    item: SiteArticle
    html: str
    files: Mapping[str, str] = field(repr=False)
    card: PageCard
    search: str = ""
    findings: tuple[Finding, ...] = ()


def plan_page(item: SiteArticle, frame: Frame) -> PagePlan:
    """Return what a page says of itself and its surroundings."""
    around = neighbourhood(item, frame)
    context = _withdrawn(item, frame) if around.standing.withdrawn else _standing(item, frame)
    return PagePlan(item, context, around, _wishes(item, frame))


def _standing(item: SiteArticle, frame: Frame) -> PageContext:
    front = item.article.front_matter
    return frame.page(
        item.path,
        item.article.lang,
        item.article.title,
        description=front.description,
        alternates=frame.alternates(frame.graph.counterparts(item)),
        noindex=front.noindex,
        sharing=NO_SHARING,
    )


def _withdrawn(item: SiteArticle, frame: Frame) -> PageContext:
    """Return what the page of a withdrawn article says of itself: nothing that could be believed.

    Search engines are asked to leave it out; whoever shares or keeps its address sees the word.
    """
    lang, title = item.article.lang, item.article.title
    return frame.page(
        item.path,
        lang,
        words_for(lang).withdrawn_title.format(title=title),
        noindex=True,
        sharing=NO_SHARING,
    )


def _wishes(item: SiteArticle, frame: Frame) -> CardWishes:
    feed_url = frame.absolute(item.path) if item.path in frame.fed else ""
    return CardWishes(frame.leads.get(item.path, ""), feed_url)


def make_article_page(
    plan: PagePlan,
    article: Article,
    frame: Frame,
    render: RenderPage,
    *,
    blobs: BlobStore,
    cards: CardKeeper,
    trace: PageTrace,
    kept_pictures: KeptPictures = _NO_PICTURES,
) -> ArticlePage:
    """Render an article in its place on the site, and keep what it is made of."""
    desk = ArticleDesk(article, plan.item, frame, trace, kept_pictures.make)
    pictures = Pictures(article, desk.find, desk.keep_picture, kept_pictures.make)
    pictures.get_ready(shown_pictures(article), kept_pictures.make_all, drawn_pictures(article))
    image = pictures.image(article.front_matter.image or "", "")
    desk.keep_downloads()
    shared = _shared(plan, article, desk, image, cards)
    context = replace(plan.context, sharing=shared.sharing)
    page = render(article, _surroundings(plan, article, desk, pictures), context)
    drawn = {shared.card.path: shared.card.digest} if shared.card else {}
    return ArticlePage(
        item=plan.item,
        html=blobs.put(page.html.encode()),
        files={path: blobs.put(data) for path, data in desk.files.items()} | drawn,
        card=replace(
            make_card(article, page, desk, image, plan.wishes), shared_picture=shared.picture
        ),
        search=_search(plan, page, blobs),
        findings=(
            *pictures.findings,
            *heavy_pictures(article.file, pictures.weights),
            *page.findings,
        ),
    )


def _search(plan: PagePlan, page: RenderedPage, blobs: BlobStore) -> str:
    if plan.around.standing.withdrawn:
        return ""
    identity, words = plan.item.article, words_for(plan.item.article.lang)
    edition = "" if plan.item.is_first_edition else words.edition_name(identity.edition)
    document = search_document(
        page.context, identity.lang, edition and f"{words.edition}: {edition}"
    )
    return blobs.put(document.encode())


def _surroundings(
    plan: PagePlan, article: Article, desk: ArticleDesk, pictures: Pictures
) -> Surroundings:
    return Surroundings(
        image=pictures.image,
        picture=pictures.drawing,
        link=desk.link,
        downloads=desk.downloads,
        keep=desk.keep_file,
        read=desk.read,
        **around_article(plan.around, article, desk.find),
    )


def _shared(
    plan: PagePlan,
    article: Article,
    desk: ArticleDesk,
    image: ImageHtml | None,
    cards: CardKeeper,
) -> ArticleSharing:
    if plan.around.standing.withdrawn:
        return ArticleSharing()
    return article_sharing(article, desk, image, cards)
