"""Values that several parts of ``site.toml`` are made of."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import urlsplit

from pydantic import AfterValidator, StringConstraints

from galley.article.front_matter_values import check_web_address
from galley.validation import wrong_value

Text = Annotated[str, StringConstraints(min_length=1)]


def _check_base_url(value: str) -> str:
    url = check_web_address(value)
    if not url:
        return ""
    parts = urlsplit(url)
    if parts.query or parts.fragment:
        raise wrong_value("an address without ? and #")
    return url.rstrip("/") + "/"


BaseUrl = Annotated[str, AfterValidator(_check_base_url)]
"""An address of the web that ends in a slash; empty where none is given."""
