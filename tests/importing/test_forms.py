"""The same article from every program: what is kept, and that it says the same."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

import pytest
from tests.importing.conftest import FORMS, read_one
from tests.importing.forms.parts import AUTHOR, DESCRIPTION, HELD, NOT_WRITTEN, TITLE
from tests.importing.kept_table import kept_table

from galley.importing.counting import count_kept
from galley.importing.notebook import notebook_of
from galley.importing.post import Post

GUIDE = Path(__file__).resolve().parents[2] / "notebooks" / "guide"
MARKED = [name for name in FORMS if name != "plain.txt"]


def text_of(post: Post) -> str:
    return "\n\n".join(block.text for block in post.blocks)


@pytest.mark.parametrize("name", FORMS)
def test_everything_that_a_program_writes_is_kept(posts: dict[str, Post], name: str) -> None:
    kept = count_kept(notebook_of(posts[name]))
    wanted = {kind for kind in HELD if kind not in NOT_WRITTEN.get(name, frozenset())}

    assert {kind: kept.get(kind, 0) for kind in wanted} == {kind: HELD[kind] for kind in wanted}


@pytest.mark.parametrize(("page", "lang"), [("import.ipynb", "en"), ("import.id.ipynb", "id")])
def test_the_guide_tells_what_is_kept(forms: Path, page: str, lang: str) -> None:
    cells = json.loads((GUIDE / page).read_text(encoding="utf-8"))["cells"]

    assert kept_table(forms, lang) in "\n".join("".join(cell["source"]) for cell in cells)


@pytest.mark.parametrize("name", FORMS)
def test_title_description_author_and_day_become_front_matter(
    posts: dict[str, Post], name: str
) -> None:
    fields = posts[name].fields
    (author,) = fields["authors"]

    assert (fields["title"], fields["description"]) == (TITLE, DESCRIPTION)
    assert (author["name"] if isinstance(author, dict) else author) == AUTHOR
    assert fields["date"] == date(2025, 3, 4)
    for said in (TITLE, DESCRIPTION, AUTHOR, "min read", "Posted"):
        assert said not in text_of(posts[name])


@pytest.mark.parametrize("name", FORMS)
def test_what_stands_around_an_article_is_left_out(posts: dict[str, Post], name: str) -> None:
    for said in ("Home", "Share", "Related", "Recent", "Back to Blog", "rights", "never", "First!"):
        assert said not in text_of(posts[name])


@pytest.mark.parametrize("name", MARKED)
def test_signs_of_the_text_stay_signs(posts: dict[str, Post], name: str) -> None:
    assert "*\\$5_000 [a]*" in text_of(posts[name])
    assert "“Is rain enough?” It is **not** " in text_of(posts[name])


@pytest.mark.parametrize("name", MARKED)
def test_links_lead_where_they_led(posts: dict[str, Post], name: str) -> None:
    text = text_of(posts[name])

    assert "[all beds](https://example.org/rain?a=1&b=2)" in text
    assert "https://example.org/soil_and_sand" in text


@pytest.mark.parametrize("name", [n for n in MARKED if n not in {"google-docs.html", "word.htm"}])
def test_pictures_are_files_with_their_words(posts: dict[str, Post], name: str) -> None:
    post = posts[name]
    paths = [picture.path for picture in post.pictures]
    text = text_of(post)

    assert len(paths) == 2
    assert all(path.startswith(f"images/{post.slug}/") and path in text for path in paths)
    assert all(picture.data.startswith(b"\x89PNG") for picture in post.pictures)
    assert re.search(r"A bed in the rain[\s\S]*A can", text)


@pytest.mark.parametrize(
    "name", ["word.docx", "next-js.html", "wordpress.html", "jekyll.md", "hugo.md", "myst.md"]
)
def test_a_caption_is_kept_without_its_typed_number(posts: dict[str, Post], name: str) -> None:
    figure = next(block.text for block in posts[name].blocks if block.kind == "figure")

    assert figure.startswith(":::{figure} images/")
    assert ":alt: A bed in the rain\n" in figure
    assert figure.endswith("\n\nRain on a bed.\n:::")


@pytest.mark.parametrize("name", MARKED)
def test_notes_stand_at_their_marks(posts: dict[str, Post], name: str) -> None:
    text = text_of(posts[name])
    mark = re.search(r"5_000 \[a\]\*\. ?\[\^(\w+)\]", text)

    assert mark is not None
    assert f"[^{mark[1]}]: By weight, not by volume." in text


def test_the_old_address_becomes_an_alias(posts: dict[str, Post]) -> None:
    assert {
        name: post.fields.get("aliases") for name, post in posts.items() if "aliases" in post.fields
    } == {
        "next-js.html": ["/en/blog/how-a-garden/"],
        "wordpress.html": ["/2025/03/how-a-garden/"],
        "jekyll.md": ["/2025/how-a-garden/"],
        "hugo.md": ["/old/garden/"],
    }


def test_topic_and_tags_are_kept(posts: dict[str, Post]) -> None:
    for name in ("next-js.html", "jekyll.md", "hugo.md"):
        assert (posts[name].fields["category"], posts[name].fields["tags"]) == (
            "Gardens",
            ["water", "soil"],
        )
    assert posts["plain.txt"].fields["category"] == "Gardens"


def test_code_that_ran_runs_again(posts: dict[str, Post]) -> None:
    for name in ("quarto.qmd", "myst.md"):
        assert [b.text.split("\n")[-1] for b in posts[name].blocks if b.kind == "cell"] == ["1 + 1"]


def test_importing_twice_gives_the_same_bytes(posts: dict[str, Post], forms: Path) -> None:
    for name in ("word.docx", "next-js.html"):
        assert notebook_of(read_one(forms / name)) == notebook_of(posts[name])
