"""Every page is valid HTML, by the checker that the standard's authors keep."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Callable
from typing import Any

import pytest

pytestmark = pytest.mark.browser

# What the checker cannot know: its message, what stands in the page there, and the reason.
PARDONED = (
    # It reads files, where the policy's 'self' means nothing; a browser loads these
    # (test_every_page.py).
    (
        re.compile(
            r"Resource violates Content Security Policy .* blocked by .(style|img|script)-src"
        ),
        "",
    ),
    # It takes a block of data for a script. A browser runs none, so it blocks none
    # (test_every_page.py).
    (
        re.compile(r"Inline script violates Content Security Policy .* blocked by .script-src"),
        '<script type="application/ld+json">',
    ),
    # It knows MathML as it was before MathML Core, where any element may be reached by key.
    (re.compile("Attribute “tabindex” not allowed on element “math”"), ""),
)


def is_pardoned(message: Any) -> bool:
    return any(
        pattern.match(message["message"]) and where in message.get("extract", "")
        for pattern, where in PARDONED
    )


def test_every_page_is_valid(nu_validator: list[str], make_site: Callable[[str], Any]) -> None:
    sites = [make_site(name) for name in ("examples", "small", "everything")]
    files = [str(site.folder / page) for site in sites for page in site.pages()]
    # One call for all: the checker takes longer to start than to read.
    run = subprocess.run(
        [*nu_validator, "--format", "json", "--exit-zero-always", *files],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    messages = [
        f"{message['url']}:{message.get('lastLine')}: {message['message']}"
        for message in json.loads(run.stderr)["messages"]
        if not is_pardoned(message)
    ]
    assert messages == []


def test_every_drawing_to_download_is_valid(
    nu_validator: list[str], make_site: Callable[[str], Any]
) -> None:
    folder = make_site("examples").folder
    files = sorted(str(path) for path in folder.rglob("*.svg"))
    run = subprocess.run(
        [*nu_validator, "--format", "json", "--exit-zero-always", "--svg", *files],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert files
    assert [message["message"] for message in json.loads(run.stderr)["messages"]] == []
