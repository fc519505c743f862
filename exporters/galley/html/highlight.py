"""Source code with its words marked by class; the style sheet gives the colours."""

from __future__ import annotations

from html import escape

from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import get_lexer_by_name
from pygments.util import ClassNotFound

from galley.article.directions import without_directions


def highlight_code(source: str, language: str) -> str:
    """Return ``<pre><code>`` with Pygments' short class names.

    Code in a language that Pygments does not know, or in none, is shown without marks.
    """
    source = without_directions(source)
    text = source.rstrip("\n") + "\n" if source.strip() else ""
    return f"<pre><code>{_marked(text, language)}</code></pre>"


def _marked(text: str, language: str) -> str:
    if not language:
        return escape(text, quote=False)
    try:
        lexer = get_lexer_by_name(language.lower(), stripnl=False)
    except ClassNotFound:
        return escape(text, quote=False)
    return highlight(text, lexer, HtmlFormatter(nowrap=True))
