"""The body of a bundle: the article's HTML, to be put into a page of the host."""

from __future__ import annotations

import re

from galley.exporting.bundle.addresses import BundleAddresses
from galley.exporting.bundle.rendering import RenderedBundle
from galley.exporting.request import BODY_LEVEL
from galley.html.environment import make_environment, own_templates

_TEMPLATE = "bundle/body.html.j2"
_HEADING = re.compile(r"<(?P<end>/?)h(?P<level>[1-6])(?=[\s>])")
_DEEPEST = 6
_VARIABLE = re.compile(r"var\(\s*--(?!galley-)")
_TAG = re.compile(r"<[a-zA-Z][^<>]*>")


def render_body(rendered: RenderedBundle, addresses: BundleAddresses, level: int) -> str:
    """Return the HTML; its headings begin at `level`."""
    look = rendered.page.look
    with own_templates(look):
        template = make_environment(look).get_template(_TEMPLATE)
        html = template.render(page=rendered.page, article=rendered.context)
    led = addresses.led_html(html.lstrip("\r\n"))
    return with_own_variables(with_headings_from(led, level))


def with_headings_from(html: str, level: int) -> str:
    """Return HTML whose headings begin at a level; each says which it is among our own.

    Below the sixth level there is none, so what would be deeper stays there.
    """

    def moved(match: re.Match[str]) -> str:
        own = int(match["level"])
        tag = f"h{min(_DEEPEST, max(1, own + level - BODY_LEVEL))}"
        mark = "" if match["end"] else f' data-level="{own}"'
        return f"<{match['end']}{tag}{mark}"

    return _HEADING.sub(moved, html)


def with_own_variables(html: str) -> str:
    """Return HTML whose drawings ask for colours by names that no host has."""
    return _TAG.sub(lambda tag: _VARIABLE.sub("var(--galley-", tag[0]), html)
