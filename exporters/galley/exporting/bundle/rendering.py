"""The article as values to print, with the files that go with it; the same as for its own page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from galley.article.model import Article
from galley.exporting.request import ExportRequest
from galley.findings import Finding
from galley.html.context import ArticleContext, PageContext
from galley.html.pictures import Pictures, shown_pictures
from galley.html.render import RenderedArticle, render_article
from galley.html.surroundings import Surroundings
from galley.site.article_around import around_article
from galley.site.article_desk import ArticleDesk
from galley.site.article_page import PagePlan, plan_page
from galley.site.page_trace import PageTrace


@dataclass(frozen=True)
class RenderedBundle:
    """What body, pictures and description of a bundle are printed from.

    Attributes
    ----------
    files
        Path inside the site → content; every address in the contexts is seen from `page_path`.
    pictures
        A figure's anchor → the path of the picture that stands for it elsewhere.
    works
        The cited works as CSL JSON.
    """

    article: Article
    page: PageContext
    context: ArticleContext
    page_path: str
    files: Mapping[str, bytes] = field(repr=False)
    pictures: Mapping[str, str]
    works: str = ""
    findings: tuple[Finding, ...] = ()


def render_bundle(request: ExportRequest) -> RenderedBundle:
    """Render an article as for its page, and gather its files."""
    article, item, frame = request.article, request.item, request.frame
    plan = plan_page(item, frame)
    desk = ArticleDesk(article, item, frame, PageTrace(), request.pictures.make)
    pictures = Pictures(article, desk.find, desk.keep_picture, request.pictures.make)
    pictures.get_ready(shown_pictures(article), request.pictures.make_all)
    desk.keep_downloads()
    rendered = _rendered(request, plan, desk, pictures)
    return RenderedBundle(
        article=article,
        page=plan.context,
        context=rendered.context,
        page_path=item.path,
        files=desk.files,
        pictures=desk.pictures,
        works=rendered.works,
        findings=(*pictures.findings, *rendered.findings),
    )


def _rendered(
    request: ExportRequest, plan: PagePlan, desk: ArticleDesk, pictures: Pictures
) -> RenderedArticle:
    surroundings = Surroundings(
        image=pictures.image,
        picture=pictures.drawing,
        link=desk.link,
        downloads=desk.downloads,
        keep=desk.keep_file,
        **around_article(plan.around, request.article, desk.find),
    )
    return render_article(request.article, surroundings, request.style, request.convert)
