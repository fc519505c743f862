"""The article as values to print, with the files that go with it; the same as for its own page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from urllib.parse import unquote

from markupsafe import escape

from galley.article.model import Article, Figure
from galley.content_files import bare_path
from galley.exporting.request import ExportRequest
from galley.findings import Finding
from galley.html.context import ArticleContext, Link, PageContext
from galley.html.figures import drawn_pictures
from galley.html.pandoc_types import PandocRequest, PandocResult
from galley.html.pictures import Pictures, shown_pictures
from galley.html.render import Convert, RenderedArticle, render_article
from galley.html.surroundings import Surroundings
from galley.site.article_around import around_article
from galley.site.article_desk import ArticleDesk
from galley.site.article_page import PagePlan, plan_page
from galley.site.page_links import Neighbourhood, page_meant
from galley.site.page_trace import PageTrace
from galley.site.site_addresses import downloads_folder
from galley.slugs import safe_name


@dataclass(frozen=True)
class RenderedBundle:
    """What body, pictures and description of a bundle are printed from.

    Attributes
    ----------
    files
        Path inside the site → content; every address in the contexts is seen from `page_path`.
    pictures
        A figure's anchor → the path of the picture that stands for it elsewhere.
    plain
        The same without formulas as MathML, for systems that know none.
    works
        The cited works as CSL JSON.
    """

    article: Article
    page: PageContext
    context: ArticleContext
    page_path: str
    files: Mapping[str, bytes] = field(repr=False)
    pictures: Mapping[str, str]
    plain: ArticleContext
    works: str = ""
    findings: tuple[Finding, ...] = ()


def render_bundle(request: ExportRequest) -> RenderedBundle:
    """Render an article as for its page, and gather its files."""
    article, item, frame = request.article, request.item, request.frame
    plan = plan_page(item, frame)
    desk = ArticleDesk(article, item, frame, PageTrace(), request.pictures.make)
    pictures = Pictures(article, desk.find, desk.keep_picture, request.pictures.make)
    pictures.get_ready(shown_pictures(article), request.pictures.make_all, drawn_pictures(article))
    desk.keep_downloads()
    rendered = _rendered(request, plan, desk, pictures, request.convert)
    plain = _rendered(request, plan, desk, pictures, lambda asked: _as_tex(request.convert, asked))
    return RenderedBundle(
        article=article,
        page=plan.context,
        context=rendered.context,
        page_path=item.path,
        files=desk.files,
        pictures=_pictures(desk),
        plain=plain.context,
        works=rendered.works,
        findings=(*pictures.findings, *rendered.findings),
    )


def _rendered(
    request: ExportRequest,
    plan: PagePlan,
    desk: ArticleDesk,
    pictures: Pictures,
    convert: Convert,
) -> RenderedArticle:
    around = _without_lists(plan.around)
    surroundings = Surroundings(
        image=pictures.image,
        picture=pictures.drawing,
        link=lambda href: _link(href, desk, request),
        downloads=desk.downloads,
        keep=desk.keep_file,
        **around_article(around, request.article, desk.find) | {"is_trusted": False},
    )
    return render_article(request.article, surroundings, request.style, convert)


def _without_lists(around: Neighbourhood) -> Neighbourhood:
    """Return the people and topics by their names alone: the host has no such lists."""
    return replace(
        around,
        authors=tuple(replace(person, href="") for person in around.authors),
        category=around.category and Link(around.category.text),
        tags=tuple(Link(tag.text) for tag in around.tags),
        glossary_href="",
    )


def _link(href: str, desk: ArticleDesk, request: ExportRequest) -> str:
    """Return an address as it would stand on the page; one of a list leads nowhere."""
    led = desk.link(href)
    page = page_meant(unquote(bare_path(href)), request.item, request.frame)
    articles = {each.path for each in request.frame.graph.pages}
    return "" if page and page not in articles else led


def _as_tex(convert: Convert, asked: PandocRequest) -> PandocResult:
    r"""Return pandoc's answer with each formula as ``\(TeX\)``, for MathJax, if it is there."""
    formulas = tuple(
        str(escape(f"\\[{tex.strip()}\\]" if is_block else f"\\({tex.strip()}\\)"))
        for tex, is_block in asked.formulas
    )
    return replace(convert(asked), formulas=formulas)


def _pictures(desk: ArticleDesk) -> dict[str, str]:
    """Return a figure's anchor, or a state's, → the path of the picture that its cell made."""
    pictures = dict(desk.pictures)
    for block in desk.article.blocks:
        for state in block.in_states if isinstance(block, Figure) else ():
            path = f"{downloads_folder(desk.item.path)}/{safe_name(state.anchor)}.png"
            if path in desk.files:
                pictures[state.anchor] = path
    return pictures
