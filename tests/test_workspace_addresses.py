"""Slugs and addresses."""

from __future__ import annotations

from pathlib import PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from galley.addresses import downloads_folder, page_path, relative_href
from galley.config import SiteConfig
from galley.site.site_paths import unsafe_reason
from galley.slugs import safe_name, slug_from_path

PLAIN = SiteConfig(language="en", languages=("en", "id"))
FOLDERS = SiteConfig(language="en", languages=("en", "id"), address="blog/{slug}/index.html")
PREFIXED = SiteConfig(language="en", languages=("en", "id"), address="posts/{slug}.html")


@pytest.mark.parametrize(
    ("config", "lang", "edition", "path", "downloads"),
    [
        (PLAIN, "en", "", "a/timing.html", "a/timing"),
        (PLAIN, "id", "", "id/a/timing.html", "id/a/timing"),
        (PLAIN, "en", "clinician", "a/timing/clinician.html", "a/timing/clinician"),
        (PLAIN, "id", "clinician", "id/a/timing/clinician.html", "id/a/timing/clinician"),
        (FOLDERS, "en", "", "blog/a/timing/index.html", "blog/a/timing"),
        (FOLDERS, "id", "", "id/blog/a/timing/index.html", "id/blog/a/timing"),
        (FOLDERS, "en", "pro", "blog/a/timing/pro/index.html", "blog/a/timing/pro"),
        (PREFIXED, "en", "", "posts/a/timing.html", "posts/a/timing"),
        (PREFIXED, "en", "pro", "posts/a/timing/pro.html", "posts/a/timing/pro"),
    ],
)
def test_every_language_and_edition_has_its_address(
    config: SiteConfig, lang: str, edition: str, path: str, downloads: str
) -> None:
    assert page_path("a/timing", lang, edition, config) == path
    assert downloads_folder("a/timing", lang, edition, config) == downloads


@pytest.mark.parametrize(
    ("start", "target", "href"),
    [
        ("a.html", "b.html", "b.html"),
        ("id/a.html", "b.html#part", "../b.html#part"),
        ("a.html", "a/clinician.html", "a/clinician.html"),
        ("a/b/c.html", "a/d é.svg", "../d%20%C3%A9.svg"),
    ],
)
def test_links_inside_the_site_are_relative(start: str, target: str, href: str) -> None:
    assert relative_href(start, target) == href


@given(st.text(min_size=1, max_size=20).filter(lambda text: not set(text) & set("/\0")))
def test_a_slug_of_a_slug_is_the_slug(name: str) -> None:
    slug = slug_from_path(PurePosixPath(f"{name}.ipynb"))
    assert slug == "" or slug_from_path(PurePosixPath(f"{slug}.ipynb")) == slug


@given(st.lists(st.text(min_size=1, max_size=9), min_size=1, max_size=3))
def test_a_slug_is_lower_case_letters_digits_and_hyphens(parts: list[str]) -> None:
    path = PurePosixPath("/".join(part.replace("/", "").strip(".") or "x" for part in parts))
    slug = slug_from_path(path.with_name(f"{path.name}.ipynb"))
    assert set(slug) <= set("abcdefghijklmnopqrstuvwxyz0123456789-/")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Stroke", "stroke"),
        ("con", "con-1143da2bc5"),
        ("COM1", "com1-957a49c3e8"),
        ("??", "e270aeb347"),
        ("y" * 300, "y" * 80 + "-9637cfead9"),
    ],
)
def test_a_tag_or_label_becomes_a_file_name_that_every_system_takes(text: str, name: str) -> None:
    assert safe_name(text) == name


@given(st.text(max_size=300))
def test_every_text_becomes_a_file_name(text: str) -> None:
    assert unsafe_reason(f"tag/{safe_name(text)}.html") == ""
