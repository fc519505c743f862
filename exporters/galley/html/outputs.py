"""Outputs that are neither figures nor prose: tables and other HTML, plain text."""

from __future__ import annotations

import base64
import hashlib
import re
from html import escape

from galley.article.charts import is_loader
from galley.article.model import DataTable, Interactive, Output
from galley.html.column_headings import column_heading
from galley.html.own_html import OwnHtml
from galley.html.prose import RULES, ProseContext
from galley.html.prose_renderer import ProseRenderer
from galley.html.safety import clean_html
from galley.html.surroundings import Surroundings
from galley.html.terminal import terminal_html
from galley.html.words import Words

_TAG = re.compile(r"<[^>]*>")
_RUNS = re.compile(
    r"<(?:script|style)\b.*?(?:</(?:script|style)\s*>|\Z)", re.DOTALL | re.IGNORECASE
)


def render_output(
    output: Output, surroundings: Surroundings, prose: ProseContext, own: OwnHtml | None = None
) -> str:
    """Return an output as HTML that is safe on the page; empty where there is nothing to see.

    What has no readable form is shown as its plain text.

    Parameters
    ----------
    own
        Lets HTML through, where its author is trusted; all other is cleaned.
    """
    html = output.data.get("text/html")
    if html and own:
        return own.let_through(
            str(html), image=lambda src: surroundings.image(src, ""), link=surroundings.link
        )
    if is_loader(output.data):
        return ""
    if output.interactive:
        return _instead(output.interactive, prose.words)
    html = _html(output, surroundings, prose)
    if _shows_something(html):
        return html
    if pdf := output.data.get("application/pdf"):
        return _pdf_link(str(pdf), surroundings, prose.words)
    text = "" if _only_runs(output) else output.data.get("text/plain")
    return f"<pre>{terminal_html(str(text))}</pre>" if text and str(text).strip() else ""


def needs_script(output: Output) -> bool:
    """Tell whether an output is nothing but a script, or a script that fills what is empty."""
    html = str(output.data.get("text/html") or "")
    return bool(re.search(r"<script\b", html, re.IGNORECASE)) and not is_loader(output.data)


def _html(output: Output, surroundings: Surroundings, prose: ProseContext) -> str:
    html = str(output.data.get("text/html") or "")
    if not html:
        return ""
    written = "\n".join([html, *(token.content for token in output.tokens)])
    renderer = ProseRenderer(prose, RULES, is_raw=True, key=written)
    raw = renderer.render_for_cleaning(output.tokens) if output.tokens else html
    cleaned = clean_html(
        raw,
        image=lambda src: prose.image(src, output.cell_id),
        link=prose.link,
        words=prose.words,
        own_key=renderer.own_key,
        keep=surroundings.keep,
        is_output=True,
    )
    return renderer.restore(cleaned)


def _only_runs(output: Output) -> bool:
    """Tell whether there is only a script or a style: its plain text names an object then."""
    html = str(output.data.get("text/html") or "")
    return (
        bool(html)
        and not _TAG.sub("", _RUNS.sub("", html)).strip()
        and bool(re.match(r"\s*<IPython\.", str(output.data.get("text/plain") or "")))
    )


def _shows_something(html: str) -> bool:
    """Tell whether there is more than empty boxes, which a script would have filled."""
    return "<img" in html or "\ue000" in html or bool(_TAG.sub("", html).strip())


def _pdf_link(data: str, surroundings: Surroundings, words: Words) -> str:
    try:
        pdf = base64.b64decode(data)
    except ValueError:
        return ""
    name = f"figure-{hashlib.sha256(pdf).hexdigest()[:10]}.pdf"
    href = surroundings.keep(name, pdf) if pdf.startswith(b"%PDF") else ""
    return f'<p><a href="{escape(href)}">{escape(words.kept_pdf)}</a></p>' if href else ""


# ------------------------------------------------------------------ what only a script shows


def _instead(interactive: Interactive, words: Words) -> str:
    """Return a sentence that says what is missing, and its values where they are known."""
    if interactive.title:
        said = words.interactive_named.format(title=interactive.title)
    else:
        said = str(getattr(words, f"interactive_{interactive.kind}"))
    html = f'<p class="not-shown">{escape(said, quote=False)}</p>'
    return html + (_values(interactive.data, words) if interactive.data else "")


def _values(table: DataTable, words: Words) -> str:
    head = "".join(
        f'<th scope="col">{escape(column_heading(name))}</th>' if name else "<td></td>"
        for name in table.columns
    )
    rows = "".join(
        f"<tr>{''.join(_cell(value, words) for value in row)}</tr>" for row in table.rows
    )
    summary = escape(words.figure_data)
    return (
        f"<details><summary>{summary}</summary>"
        f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></details>"
    )


def _cell(value: str | float | None, words: Words) -> str:
    if isinstance(value, int | float):
        return f'<td class="number">{words.number(value)}</td>'
    return f"<td>{escape(value or '')}</td>"
