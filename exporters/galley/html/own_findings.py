"""What an author's own HTML asks of other hosts, which the page's policy never allows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import unescape
from urllib.parse import urlsplit

from galley.article.markdown import walk
from galley.article.model import Block, Output, Prose
from galley.findings import Finding, Place, Severity

BLOCKED_RULE = "own-html-blocked"

_RAW = frozenset({"html_block", "html_inline"})
_ADDRESS = r"[\"'`\s]*((?:https?:)?//[\w.-]+\.[a-z]{2,}[^\s\"'`<>)]*)"
_SCRIPT = re.compile(r"<script\b[^>]*>(.*?)</script", re.IGNORECASE | re.DOTALL)
_TAGS = (
    re.compile(rf"<script\b[^>]*\bsrc\s*={_ADDRESS}", re.IGNORECASE),
    re.compile(rf"<link\b[^>]*\bhref\s*={_ADDRESS}", re.IGNORECASE),
    re.compile(rf"@import\s+(?:url\()?{_ADDRESS}", re.IGNORECASE),
)
_STATEMENTS = (
    re.compile(rf"\b(?:from|import)\s*\(?{_ADDRESS}"),
    re.compile(rf"\.src\s*={_ADDRESS}"),
    re.compile(rf"\b(?:fetch|importScripts)\s*\({_ADDRESS}"),
)
# A library that was brought along knows addresses which it does not ask.
_LONGEST_OWN = 50_000
# Whoever has one of these in a notebook can tell it to bring its script along.
_INLINE = {
    "plot.ly": "plotly.io.renderers.default = 'notebook', or fig.to_html(include_plotlyjs=True)",
    "bokeh": "output_notebook(resources=bokeh.resources.INLINE)",
    "vega": "chart.save('chart.html', inline=True) and IFrame('chart.html', 700, 400)",
}


def own_html_findings(block: Block, place: Place) -> Iterator[Finding]:
    """Find what of a trusted article's block readers will not get."""
    asked = dict.fromkeys(_asked(unescape(html)) for html in _html(block))
    addresses = dict.fromkeys(
        # Plotly names it in every figure, and needs it only for formulas.
        address
        for each in asked
        for address in each
        if "/mathjax/" not in address
    )
    if addresses:
        yield _blocked(tuple(addresses), place)


def _html(block: Block) -> Iterator[str]:
    if isinstance(block, Output):
        yield str(block.data.get("text/html") or "")
    elif isinstance(block, Prose):
        yield "\n".join(token.content for token in walk(block.tokens) if token.type in _RAW)


def _asked(html: str) -> tuple[str, ...]:
    scripts = tuple(script for script in _SCRIPT.findall(html) if len(script) <= _LONGEST_OWN)
    tags = _SCRIPT.sub(lambda match: match[0][: match.start(1) - match.start()], html)
    return (
        *(address for pattern in _TAGS for address in pattern.findall(tags)),
        *(found for each in _STATEMENTS for script in scripts for found in each.findall(script)),
    )


def _blocked(addresses: Iterable[str], place: Place) -> Finding:
    addresses = tuple(addresses)
    hosts = dict.fromkeys(urlsplit(address).netloc for address in addresses)
    known = next((fix for name, fix in _INLINE.items() if name in " ".join(addresses)), "")
    return Finding(
        BLOCKED_RULE,
        Severity.WARNING,
        place,
        f"this HTML asks {_listed(tuple(hosts))} for a script, a style or data, which no page may "
        "do, so readers do not get what needs it",
        f"bring the script along, with {known}."
        if known
        else "put the file into the content folder and name it there, or write it into the HTML.",
    )


def _listed(hosts: tuple[str, ...]) -> str:
    return " and ".join(filter(None, (", ".join(hosts[:-1]), hosts[-1])))
