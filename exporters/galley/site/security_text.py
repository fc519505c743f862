"""``security.txt`` (RFC 9116): whom to tell of a hole in the site, and until when that holds."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from urllib.parse import urlsplit

from galley.config import SiteConfig
from galley.findings import Finding, Place, Severity

SECURITY = ".well-known/security.txt"
_RULE = "site-security-expires"


def render_security_text(config: SiteConfig, today: date) -> bytes | None:
    """Return the file; None where nobody is named, or the day has come until which that held."""
    contact, expires = config.security.contact, config.security.expires
    if not contact or expires is None or expires <= today:
        return None
    lines = [
        f"Contact: {contact if ':' in contact else f'mailto:{contact}'}",
        f"Expires: {expires.isoformat()}T00:00:00Z",
        f"Preferred-Languages: {', '.join(config.languages)}",
    ]
    if config.base_url and urlsplit(config.base_url).path == "/":
        # Elsewhere on a host nobody looks for it, so there is no address to vouch for.
        lines.append(f"Canonical: {config.base_url}{SECURITY}")
    return ("\n".join(lines) + "\n").encode()


def security_findings(config: SiteConfig, today: date, place: Place) -> Iterator[Finding]:
    """Say where a contact is named and yet no file is written."""
    contact, expires = config.security.contact, config.security.expires
    if contact and expires is None:
        yield Finding(
            _RULE,
            Severity.WARNING,
            place,
            "security names a contact and no day until which it holds, so there is no security.txt",
            "Add expires, a day within the next year, for example expires = 2027-11-01.",
        )
    if contact and expires is not None and expires <= today:
        yield Finding(
            _RULE,
            Severity.WARNING,
            place,
            f"the contact for security held until {expires.isoformat()}, so there is no "
            "security.txt any more",
            "Look whether the contact still answers, and set expires to a day within the next "
            "year.",
        )
