"""What a host reads beside the pages: how long things may be kept, and what browsers may do.

Each page carries its own policy, so that it holds on every host; what only a host can say is here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING
from urllib.parse import unquote

from galley.site.site_addresses import from_root

if TYPE_CHECKING:
    from galley.config import SiteConfig
    from galley.site.redirects import Redirect

HEADERS: Mapping[str, str] = {
    # No other site may show a page inside one of its own.
    "Content-Security-Policy": "frame-ancestors 'none'",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    # A site that a link leads to learns where its visitor came from, and not from which article.
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "X-Content-Type-Options": "nosniff",
}
"""For every address."""
KEPT = ("Cache-Control", "public, max-age=31536000, immutable")
"""For what changes its name with its content: everything in ``assets/``."""


def host_files(config: SiteConfig, redirects: Iterable[Redirect] = ()) -> dict[str, bytes]:
    """Return path → content of the files that the site's host reads; none where none is named."""
    match config.host:
        case "github":
            # Without it, GitHub hands the files to Jekyll, which leaves some of them out.
            return {".nojekyll": b""}
        case "cloudflare" | "netlify":
            ways = _redirects(tuple(redirects), config)
            return {"_headers": _headers().encode()} | (
                {"_redirects": ways.encode()} if ways else {}
            )
        case "apache":
            return {".htaccess": _htaccess(tuple(redirects), config.base_url).encode()}
        case _:
            return {}


def _redirects(redirects: Sequence[Redirect], config: SiteConfig) -> str:
    """Return old and new addresses as these hosts read them.

    Netlify shows the page that lies at an old address unless it is told to look past it.
    """
    code = "301!" if config.host == "netlify" else "301"
    return "".join(
        f"{old} {redirect.href(config.base_url)} {code}\n"
        for redirect in redirects
        for old in _forms(redirect, config.base_url)
    )


def _forms(redirect: Redirect, base_url: str) -> tuple[str, ...]:
    """Return an old address in each form in which a link may name it."""
    old = from_root(redirect.address, base_url)
    return (old.removesuffix("/"), old) if old.endswith("/") else (old,)


def _moved(redirects: Sequence[Redirect], base_url: str) -> str:
    """Return the lines by which Apache leads on."""
    return "".join(
        f'  RedirectMatch 301 "^{_pattern(redirect, base_url)}$" "{redirect.href(base_url)}"\n'
        for redirect in redirects
    )


def _pattern(redirect: Redirect, base_url: str) -> str:
    # Apache compares with the address as it is meant, not as it is written in links.
    old = re.escape(unquote(from_root(redirect.address, base_url)))
    return f"{old.removesuffix('/')}(/(index\\.html)?)?" if old.endswith("/") else old


def _headers() -> str:
    rules = {"/*": list(HEADERS.items()), "/assets/*": [KEPT]}
    return "".join(
        f"{address}\n" + "".join(f"  {name}: {value}\n" for name, value in given)
        for address, given in rules.items()
    )


def _htaccess(redirects: Sequence[Redirect], base_url: str) -> str:
    always = "".join(f'  Header always set {name} "{value}"\n' for name, value in HEADERS.items())
    name, value = KEPT
    return (
        f"ErrorDocument 404 {from_root('404.html', base_url)}\n"
        "Options -Indexes\n"
        "<IfModule mod_alias.c>\n"
        '  RedirectMatch 404 "/\\.(?!well-known/)"\n'
        f"{_moved(redirects, base_url)}"
        "</IfModule>\n"
        "AddCharset utf-8 .css .js .json .svg .txt .xml\n"
        "AddType font/woff2 .woff2\n"
        "AddType image/webp .webp\n"
        f"<IfModule mod_headers.c>\n{always}"
        f'  <If "%{{REQUEST_URI}} =~ m#/assets/[^/]+$#">\n'
        f'    Header set {name} "{value}"\n'
        "  </If>\n</IfModule>\n"
        "<IfModule mod_deflate.c>\n"
        "  AddOutputFilterByType DEFLATE text/html text/css text/plain text/javascript\n"
        "  AddOutputFilterByType DEFLATE application/javascript application/json application/xml\n"
        "  AddOutputFilterByType DEFLATE application/atom+xml image/svg+xml\n"
        "</IfModule>\n"
    )
