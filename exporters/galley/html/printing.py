"""Printing an article's page with the exporter's template."""

from __future__ import annotations

from collections.abc import Callable

from jinja2 import Template

from galley.html.context import PreparedPage
from galley.html.environment import make_environment

ARTICLE_TEMPLATE = "article/index.html.j2"

PrintPage = Callable[[PreparedPage], str]


def print_page(template: Template, prepared: PreparedPage, **names: object) -> str:
    """Return the page; `names` are known to the template too."""
    html = template.render(page=prepared.page, article=prepared.article, **names)
    return html.lstrip("\r\n")


def page_printer() -> PrintPage:
    """Return a printer of pages by the template of `ArticleExporter`.

    nbconvert itself is not loaded for it, which takes longer than to print a page; a test holds
    that the exporter prints the same bytes.
    """
    template = make_environment().get_template(ARTICLE_TEMPLATE)
    return lambda prepared: print_page(template, prepared)
