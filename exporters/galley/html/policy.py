"""The Content-Security-Policy of every page: one script runs, nothing comes from another host."""

from __future__ import annotations

import base64
import hashlib

from galley.html.own_policy import NOTHING_OF_ONES_OWN, OwnPolicy

# `file:` lets a page opened from the disk load its own style sheet; over HTTP it matches nothing.
_OWN = "'self' file:"


def content_security_policy(
    inline_css: str = "",
    inline_script: str = "",
    *,
    searches: bool = False,
    own: OwnPolicy = NOTHING_OF_ONES_OWN,
) -> str:
    """Return the policy.

    Parameters
    ----------
    inline_css, inline_script
        The text of the page's own ``<style>`` and ``<script>``, if it has one.
    searches
        The page of the search: it alone loads scripts of the site and WebAssembly.
    own
        What the author's own HTML needs besides, where the article is trusted.
    """
    style = f"'sha256-{_digest(inline_css)}'" if inline_css else _OWN
    scripts = [f"'sha256-{_digest(inline_script)}'"] if inline_script else []
    scripts += [_OWN, "'wasm-unsafe-eval'"] if searches else []
    if own.is_active:
        # A digest beside it would make browsers overlook it.
        style = f"{_OWN} 'unsafe-inline'"
        scripts += own.scripts
    held = " blob:" if own.is_active else ""
    return "; ".join(
        (
            "default-src 'none'",
            *([f"script-src {' '.join(scripts)}"] if scripts else []),
            f"style-src {style}",
            f"img-src {_OWN} data:{held}",
            f"font-src {_OWN} data:",
            *([f"media-src {_OWN} data:{held}"] if own.has_media or own.is_active else []),
            # Lighthouse, and some search tools, ask for robots.txt as if the page did.
            "connect-src 'self'",
            "base-uri 'none'",
            "form-action 'none'",
        ),
    )


def _digest(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
