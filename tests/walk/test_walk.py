"""A new user's walk, for real: what the guide shows is what the commands print."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.walk.walk import PAGES, Said, page, walk, walker

GUIDE = Path(__file__).resolve().parents[2] / "notebooks" / "guide"
AGAIN = "walk anew: python -m tests.walk.walk notebooks/guide"

pytestmark = pytest.mark.kernel


@pytest.fixture(scope="module", params=["en", "id"])
def walked(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[str, Path, dict[str, Said]]:
    """Walk once in a language; return the folder and what each step said."""
    folder = tmp_path_factory.mktemp("walk")
    return request.param, folder, {one.step.name: one for one in walk(folder, request.param)}


def without_sizes(text: str) -> str:
    """Leave out what changes with every style sheet, and with every computer."""
    return re.sub(r"[\d.]+(?= (?:s\b|detik|kB|files|berkas|ditulis|written|dihapus))", "…", text)


def test_the_guide_shows_what_the_commands_print(
    walked: tuple[str, Path, dict[str, Said]],
) -> None:
    lang, _, said = walked
    shown = (GUIDE / PAGES[lang]).read_text(encoding="utf-8")
    assert without_sizes(shown) == without_sizes(page(lang, said)), AGAIN


def test_only_the_check_before_mending_finds_an_error(
    walked: tuple[str, Path, dict[str, Said]],
) -> None:
    _, _, said = walked
    assert {name for name, one in said.items() if one.code} == {"check"}


def test_three_findings_are_gone_after_mending(walked: tuple[str, Path, dict[str, Said]]) -> None:
    _, _, said = walked
    rules = [
        set(re.findall(r"[a-z]+(?:-[a-z]+){2,}", said[name].text)) for name in ("check", "again")
    ]
    gone = {
        "front-matter-missing-disclosures",
        "reference-doi-missing",
        "author-affiliation-missing",
    }
    assert gone <= rules[0]
    assert not gone & rules[1]


def test_readers_see_the_old_sentence_and_the_author_the_new_one(
    walked: tuple[str, Path, dict[str, Said]],
) -> None:
    lang, folder, _ = walked
    author = walker(folder, lang)
    public = folder / "www" / f"{author.notebook.stem}.html"
    page_text = public.read_text(encoding="utf-8")
    assert author.before in page_text
    assert author.after not in page_text
    assert author.after in author.notebook.read_text(encoding="utf-8")
    # Its table, its footnote and its six works have come all the way.
    assert page_text.count("<table") == 1
    assert page_text.count('class="footnote-ref"') == 1
    assert len(set(re.findall(r'href="#ref-(\w+)"', page_text))) == 6
