"""What a host reads, and files compressed beforehand."""

from __future__ import annotations

import gzip
from datetime import date
from pathlib import Path

import brotli
import nbformat.v4 as nb
import pytest
from nbformat import write

from galley.config import SiteConfig
from galley.site.build import build_site
from galley.site.host_files import host_files
from galley.site.publish import publishing_order
from galley.site.request import BuildRequest

TODAY = date(2026, 11, 25)
HEADERS = """\
/*
  Content-Security-Policy: frame-ancestors 'none'
  Cross-Origin-Opener-Policy: same-origin
  Permissions-Policy: camera=(), geolocation=(), microphone=()
  Referrer-Policy: strict-origin-when-cross-origin
  X-Content-Type-Options: nosniff
/assets/*
  Cache-Control: public, max-age=31536000, immutable
"""


def files(host: str, **fields: str) -> dict[str, str]:
    config = SiteConfig.model_validate({"host": host, **fields})
    return {path: data.decode() for path, data in host_files(config).items()}


def test_a_site_that_names_no_host_has_no_files_for_one() -> None:
    assert files("") == {}


def test_github_is_told_to_publish_every_file() -> None:
    assert files("github") == {".nojekyll": ""}


@pytest.mark.parametrize("host", ["cloudflare", "netlify"])
def test_headers_are_written_as_these_hosts_read_them(host: str) -> None:
    assert files(host) == {"_headers": HEADERS}


def test_apache_finds_the_404_page_of_a_site_in_a_folder() -> None:
    text = files("apache", base_url="https://example.org/blog/")[".htaccess"]
    assert text.startswith("ErrorDocument 404 /blog/404.html\n")
    assert 'Header always set X-Content-Type-Options "nosniff"' in text
    assert 'Header set Cache-Control "public, max-age=31536000, immutable"' in text


@pytest.fixture
def asked(tmp_path: Path) -> BuildRequest:
    content = tmp_path / "content"
    content.mkdir()
    for name in ("first", "second"):
        article(content / f"{name}.ipynb", name, "Words about the brain. " * 200)
    fields = 'title = "S"\nsearch = false\nprecompress = true\nhost = "netlify"\n'
    (content / "site.toml").write_text(fields)
    return BuildRequest(content, "content", tmp_path / "site", TODAY)


def article(path: Path, title: str, text: str) -> None:
    front = f"title: {title}\ndescription: D\ndisclosures: none"
    cell = nb.new_markdown_cell(f"---\n{front}\n---\n{text}", id="c1")
    write(nb.new_notebook(cells=[cell]), path)


def records(request: BuildRequest) -> dict[str, int]:
    found = (request.content / ".galley" / "packed").glob("*.json")
    return {path.name.rsplit("-", 1)[0]: path.stat().st_ino for path in found}


def test_texts_are_there_compressed_and_say_the_same(asked: BuildRequest) -> None:
    report = build_site(asked)
    texts = {path for path in report.written if path.endswith((".html", ".css"))}
    assert "first.html" in texts
    for path in texts:
        data = (asked.output / path).read_bytes()
        assert gzip.decompress((asked.output / f"{path}.gz").read_bytes()) == data
        assert brotli.decompress((asked.output / f"{path}.br").read_bytes()) == data
    assert not any(path.endswith((".woff2.gz", ".woff2.br")) for path in report.written)
    # Too small to gain by it, and a packet holds it in any case.
    assert "robots.txt" in report.written
    assert "robots.txt.gz" not in report.written
    assert (asked.output / "_headers").read_text() == HEADERS


def test_only_what_has_changed_is_compressed_again(asked: BuildRequest) -> None:
    build_site(asked)
    before = records(asked)
    article(asked.content / "first.ipynb", "first", "Texts about the brain. " * 200)
    report = build_site(asked)
    after = records(asked)
    assert {name for name in after if after[name] != before.get(name)} == {"first-html"}
    assert set(report.written) == {"first.html", "first.html.br", "first.html.gz"}


def test_compressed_files_go_with_the_wish_for_them(asked: BuildRequest) -> None:
    made = build_site(asked)
    (asked.content / "site.toml").write_text('title = "S"\nsearch = false\n')
    packed = {path for path in made.written if path.endswith((".gz", ".br"))}
    assert set(build_site(asked).removed) == packed | {"_headers"}
    assert records(asked) == {}


def test_a_compressed_page_is_published_with_its_page() -> None:
    paths = ["feed.xml.gz", "index.html.br", "first.html.gz", "assets/site.css", "first.html"]
    assert publishing_order(paths, lists=()) == [
        "assets/site.css",
        "first.html",
        "first.html.gz",
        "index.html.br",
        "feed.xml.gz",
    ]
