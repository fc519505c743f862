"""What a stranger's text or settings say to a server is never taken for an order."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from galley.console.live_server import find_file
from galley.findings import UsageError
from galley.publishing.server_address import parse_server_address
from galley.publishing.wordpress.post import post_of

BODY = '<p>[gallery ids="1"] [embed]x[/embed]</p><img src="files/a.png" alt="[evil]">'
META = {
    "kind": "article",
    "title": "T",
    "description": "",
    "category": None,
    "tags": [],
    "dates": {"published": None},
    "figures": [],
}


def test_a_word_in_square_brackets_is_no_order_to_a_plugin_of_wordpress() -> None:
    files = {
        "meta.json": json.dumps(META).encode(),
        "body-pictures.html": BODY.encode(),
        "files/a.png": b"",
    }
    post = post_of("x", files, keeps_sources=True)

    assert "[" not in post.html
    assert '<p>&#91;gallery ids="1"]' in post.html
    assert [each.alt for each in post.media] == ["[evil]"]


@pytest.mark.parametrize(
    "address",
    [
        "rsync+ssh://-oProxyCommand=touch%20x/www",
        "rsync+ssh://-oProxyCommand=x@example.org/www",
        "rsync+ssh://%2doProxyCommand=x@example.org/www",
        "sftp://-x/www",
    ],
)
def test_a_server_is_not_named_like_an_option_of_a_program(address: str) -> None:
    with pytest.raises(UsageError, match="names no server"):
        parse_server_address(address, "sftp://maria@example.org/www")


def test_a_folder_whose_page_is_a_link_out_of_the_site_shows_nothing(tmp_path: Path) -> None:
    (tmp_path / "secret.html").write_text("secret", encoding="utf-8")
    (tmp_path / "site" / "a").mkdir(parents=True)
    (tmp_path / "site" / "a" / "index.html").symlink_to(tmp_path / "secret.html")

    assert find_file((tmp_path / "site").resolve(), "a/") is None
