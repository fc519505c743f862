"""What the live server adds to a page on its way out; the files on disk stay as they are."""

from __future__ import annotations

import html
import re

from galley.speech.language import spoken_language
from galley.speech.say import say

SCRIPT_PATH = "/-/galley/reload.js"
EVENTS_PATH = "/-/galley/events"

RELOAD_SCRIPT = """\
const version = new URL(document.currentScript.src).searchParams.get("version");
const events = new EventSource("EVENTS_PATH");
events.addEventListener("version", (event) => {
  if (event.data !== version) location.reload();
});
addEventListener("pagehide", () => events.close());
""".replace("EVENTS_PATH", EVENTS_PATH)

META = re.compile(r"<meta\b[^>]*Content-Security-Policy[^>]*>", re.IGNORECASE)
CONTENT = re.compile(r'content="([^"]*)"', re.IGNORECASE)

_PAGE = """\
<!doctype html>
<html lang="{lang}"><head><meta charset="utf-8"><title>Galley: {title}</title></head>
<body><h1>{heading}</h1>
<p>{advice} {reloads}</p>
</body></html>
"""


def waiting_page() -> str:
    """Return what is shown until the first build has ended well."""
    return _page(
        say("There is no page yet"),
        say("The terminal in which <code>galley serve</code> runs says why."),
    )


def missing_page() -> str:
    """Return what is shown at an address that the site has not."""
    return _page(say("There is no such page"), say('Go to the <a href="/">home page</a>.'))


def _page(heading: str, advice: str) -> str:
    return _PAGE.format(
        lang=spoken_language(),
        title=say("no page yet"),
        heading=heading,
        advice=advice,
        reloads=say("This page reloads by itself."),
    )


def add_reload(page: str, version: str) -> str:
    """Return the page with the script that reloads it once another version is out."""
    script = f'<script src="{SCRIPT_PATH}?version={version}"></script>'
    page = META.sub(lambda meta: CONTENT.sub(_allow_in_content, meta[0]), page, count=1)
    head, body_end, tail = page.rpartition("</body>")
    return f"{head}{script}{body_end}{tail}" if body_end else page + script


def allow_own_script(policy: str) -> str:
    """Return a Content-Security-Policy that also lets the reload script run and listen."""
    directives = dict(_directive(part) for part in policy.split(";") if part.strip())
    for name in ("script-src", "connect-src"):
        sources = directives.get(name, directives.get("default-src", []))
        others = (source for source in sources if source not in {"'none'", "'self'"})
        directives[name] = [*others, "'self'"]
    return "; ".join(" ".join((name, *sources)) for name, sources in directives.items())


def _directive(part: str) -> tuple[str, list[str]]:
    name, *sources = part.split()
    return name.lower(), sources


def _allow_in_content(attribute: re.Match[str]) -> str:
    return f'content="{allow_own_script(html.unescape(attribute[1]))}"'
