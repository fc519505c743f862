"""The usual way from an article to its page: pandoc for citations, the article template."""

from __future__ import annotations

from jinja2 import Environment

from galley.article.model import Article
from galley.html.context import PageContext
from galley.html.environment import make_environment
from galley.html.render import Convert, Style, render_article
from galley.html.surroundings import Surroundings
from galley.site.model import RenderedPage, RenderPage


def page_renderer(
    convert: Convert, style: Style, templates: Environment | None = None
) -> RenderPage:
    """Return a renderer of article pages, for `galley.site.assemble.SiteMaker`.

    Parameters
    ----------
    convert
        Turns citations and formulas into HTML: `Pandoc.convert`.
    """
    template = (templates or make_environment()).get_template("article/index.html.j2")

    def render(article: Article, surroundings: Surroundings, page: PageContext) -> RenderedPage:
        rendered = render_article(article, surroundings, style, convert)
        html = template.render(page=page, article=rendered.context)
        return RenderedPage(html.lstrip(), rendered.context, rendered.findings)

    return render
