"""Posts that are imported together: no two of one name, and links that find each other."""

from __future__ import annotations

import pytest

from galley.importing.joining import join_posts
from galley.importing.post import Block, Picture, Post


def post(source: str, slug: str, text: str = "", *addresses: str) -> Post:
    picture = Picture(f"images/{slug}/a.png", b"")
    block = Block("paragraph", text or f"![](images/{slug}/a.png)")
    return Post(source, "", slug, {}, (block,), (picture,), addresses=(source, *addresses))


def test_two_posts_of_one_name_get_two_with_their_pictures() -> None:
    first, second = join_posts([post("a/x.md", "x"), post("b/x.md", "x")])

    assert (first.slug, second.slug) == ("x", "x-2")
    assert second.pictures[0].path == "images/x-2/a.png"
    assert second.blocks[0].text == "![](images/x-2/a.png)"


def test_a_name_that_galley_uses_itself_is_changed() -> None:
    assert [
        each.slug for each in join_posts([post("a.md", "search"), post("b.md", "id")], ["id"])
    ] == [
        "search-article",
        "id-article",
    ]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("[b](b.md)", "[b](b.ipynb)"),
        ("[b](./b.md#part)", "[b](b.ipynb#part)"),
        ("[b](../posts/b.md 'Title')", "[b](b.ipynb 'Title')"),
        ("[b](<b.md>)", "[b](b.ipynb)"),
        ("[b](/2024/b/)", "[b](b.ipynb)"),
        ("[b](https://www.example.org/2024/b)", "[b](b.ipynb)"),
        ("[*b* and [c]](b)", "[*b* and [c]](b.ipynb)"),
        ("[b]: b.md", "[b]: b.ipynb"),
        ("[c](c.md) [d](https://other.org/2024/x)", "[c](c.md) [d](https://other.org/2024/x)"),
        ("[here](#part) ![b](b.md)", "[here](#part) ![b](b.md)"),
        ("```\n[b](b.md)\n```", "```\n[b](b.md)\n```"),
    ],
)
def test_a_link_to_another_post_leads_to_its_notebook(written: str, read: str) -> None:
    other = post("posts/b.md", "b", "Words.", "/2024/b/", "https://example.org/2024/b/", "b")
    first, _ = join_posts([post("posts/a.md", "a", written), other])

    assert first.blocks[0].text == read


def test_a_name_that_two_posts_have_leads_to_neither() -> None:
    posts = [
        post("a.md", "a", "[x](x.md)"),
        post("b/x.md", "x", "", "x"),
        post("c/x.md", "x", "", "x"),
    ]

    assert join_posts(posts)[0].blocks[0].text == "[x](x.md)"
