"""Printing an article's page with the exporter's template."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from jinja2 import Template

from galley.html.context import PreparedPage
from galley.html.environment import make_environment, own_templates

ARTICLE_TEMPLATE = "article/index.html.j2"

PrintPage = Callable[[PreparedPage], str]


def print_page(template: Template, prepared: PreparedPage, **names: object) -> str:
    """Return the page; `names` are known to the template too."""
    html = template.render(page=prepared.page, article=prepared.article, **names)
    return html.lstrip("\r\n")


def page_printer() -> PrintPage:
    """Return a printer of pages by the template of `ArticleExporter`, or by the site's own.

    nbconvert itself is not loaded for it, which takes longer than to print a page; a test holds
    that the exporter prints the same bytes.
    """
    template = lru_cache(4)(lambda look: make_environment(look).get_template(ARTICLE_TEMPLATE))

    def print_by_look(prepared: PreparedPage) -> str:
        with own_templates(prepared.page.look):
            return print_page(template(prepared.page.look), prepared)

    return print_by_look
