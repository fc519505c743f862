"""The Content-Security-Policy of every page: nothing runs, nothing comes from another host."""

from __future__ import annotations

import base64
import hashlib

# `file:` lets a page opened from the disk load its own style sheet; over HTTP it matches nothing.
_OWN = "'self' file:"


def content_security_policy(inline_css: str = "") -> str:
    """Return the policy; `inline_css` is the text of the page's own ``<style>``, if it has one."""
    style = f"'sha256-{_digest(inline_css)}'" if inline_css else _OWN
    return "; ".join(
        (
            "default-src 'none'",
            f"style-src {style}",
            f"img-src {_OWN} data:",
            f"font-src {_OWN} data:",
            "base-uri 'none'",
            "form-action 'none'",
        ),
    )


def _digest(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
