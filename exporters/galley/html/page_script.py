"""The one script of every page: what it does is said in ``static/js/page.js``.

It stands in the page itself, so that it runs before the first paint, costs no request, and works
for a page that is opened from the disk. The page's policy allows it by its digest.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from markupsafe import Markup

from galley.html.markup import finished


@cache
def page_script() -> Markup:
    """Return the script as pages carry it."""
    path = files("galley.html").joinpath("static", "js", "page.js")
    return finished(shrink_script(path.read_text(encoding="utf-8")))


def shrink_script(script: str) -> str:
    """Return a script without indentation, empty lines and comments on lines of their own.

    The ends of lines stay, since a statement may end with one.
    """
    lines = (line.strip() for line in script.splitlines())
    kept = "\n".join(line for line in lines if line and not line.startswith("//"))
    # A comma, a brace or an arrow says already that the line goes on.
    return re.sub(r"(?<=[{(,;>])\n", "", kept)
