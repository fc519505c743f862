"""The way from an article to its page on a site: pandoc for citations, the exporter's template."""

from __future__ import annotations

from galley.article.model import Article
from galley.html.context import PageContext, PreparedPage
from galley.html.exporter import ArticleExporter
from galley.html.render import Convert, Style, render_article
from galley.html.surroundings import Surroundings
from galley.site.model import RenderedPage, RenderPage


def page_renderer(
    convert: Convert, style: Style, exporter: ArticleExporter | None = None
) -> RenderPage:
    """Return a renderer of article pages, for `galley.site.assemble.SiteMaker`.

    Parameters
    ----------
    convert
        Turns citations and formulas into HTML: `Pandoc.convert`.
    exporter
        Prints the page: the same exporter, and so the same template, that
        ``jupyter nbconvert --to article`` uses.
    """
    printer = exporter or ArticleExporter()  # type: ignore[no-untyped-call] # nbconvert's

    def render(article: Article, surroundings: Surroundings, page: PageContext) -> RenderedPage:
        rendered = render_article(article, surroundings, style, convert)
        html = printer.print_page(PreparedPage(page, rendered.context))
        return RenderedPage(html, rendered.context, rendered.findings)

    return render
