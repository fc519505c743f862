"""The way from an article to its page on a site: pandoc for citations, the exporter's template."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from galley.article.model import Article
from galley.html.context import PageContext, PreparedPage
from galley.html.linked_data import (
    ArticleFacts,
    article_data,
    cited_works,
    with_linked_data,
)
from galley.html.printing import PrintPage, page_printer
from galley.html.reference_list import Style
from galley.html.render import Convert, render_article
from galley.html.surroundings import Surroundings
from galley.site.model import RenderedPage, RenderPage


def page_renderer(
    convert: Convert, style: Style, print_page: PrintPage | None = None
) -> RenderPage:
    """Return a renderer of article pages, for `galley.site.press.Press`.

    Parameters
    ----------
    convert
        Turns citations and formulas into HTML: `Pandoc.convert`.
    print_page
        Prints a page; by default with the template of ``jupyter nbconvert --to article``.
    """

    def render(article: Article, surroundings: Surroundings, page: PageContext) -> RenderedPage:
        rendered = render_article(article, surroundings, style, convert)
        facts = ArticleFacts(article.edition, cited_works(rendered.works))
        told = with_linked_data(page, article_data(page, rendered.context, facts))
        own = rendered.own
        if own:
            told = replace(told, own=own.policy)
        html = (print_page or printer())(PreparedPage(told, (own or rendered).context))
        if own:
            html = own.html.restore(html)
        return RenderedPage(html, rendered.context, rendered.findings)

    # Late and once: a build that makes no page needs no template.
    printer = cache(page_printer)
    return render
