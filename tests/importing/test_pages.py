"""Parts of pages, as programs write them, and pages that are no post."""

from __future__ import annotations

import json

import pytest

from galley.importing.html_source import read_html
from galley.importing.pandoc_reading import NoPostError, UnreadableError
from galley.importing.post import Post
from galley.importing.reading_parts import Source

LONG = (
    "<p>Words of an article that go on for long enough to be taken for one by whoever looks.</p>"
    * 3
)


def post(inside: str, head: str = "<title>A title</title>") -> Post:
    page = f"<html><head>{head}</head><body><article>{LONG}{inside}</article></body></html>"
    return read_html(Source("site/a-post.html", page.encode()))


def body(inside: str) -> str:
    return "\n\n".join(block.text for block in post(inside).blocks[3:])


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (
            "<div class='admonition tip'><p class='admonition-title'>Try</p><p>One.</p></div>",
            ":::{tip} Try\nOne.\n:::",
        ),
        ("<aside><p>One.</p></aside>", ":::{aside}\nOne.\n:::"),
        ("<blockquote><p><b>Catatan:</b> satu.</p></blockquote>", ":::{note}\nsatu.\n:::"),
        ("<blockquote><p>Said.</p></blockquote>", "> Said."),
        ("<details><summary>More</summary><p>One.</p></details>", ":::{dropdown} More\nOne.\n:::"),
        ("<p><b>Penting:</b> dua kali.</p>", ":::{important}\ndua kali.\n:::"),
        ("<p>1 < 2, a_b, $5</p>", "1 < 2, a_b, \\$5"),
        ("<dl><dt>Term</dt><dd>Meaning</dd></dl>", "Term\n: Meaning"),
        ("<ul><li>a<ul><li>b</li></ul></li></ul>", "- a\n  - b"),
        ("<ol start=3><li><p>a</p><p>b</p></li></ol>", "3. a\n\n   b"),
        ("<pre><code class='language-r'>x &lt;- 1</code></pre>", "```r\nx <- 1\n```"),
        ("<p>E = mc<sup>2</sup>, H<sub>2</sub>O</p>", "E = mc{sup}`2`, H{sub}`2`O"),
        (
            "<h2 id='x'>A <em>part</em></h2><p><a href='#x'>there</a></p>",
            "## A *part*\n\n[there](#x)",
        ),
        (
            "<p><img src='data:image/svg+xml,%3Csvg/%3E' alt='A plan'></p>",
            "![A plan](images/a-post/a-plan.svg)",
        ),
        ("<svg><title>A plan</title><circle r='1'/></svg>", "![A plan](images/a-post/a-plan.svg)"),
        (
            "<table><tr><th>a</th></tr><tr><td>1 | 2</td></tr></table>",
            "| a |\n| --- |\n| 1 \\| 2 |",
        ),
        ("<p>one<br>two</p>", "one\\\ntwo"),
    ],
)  # fmt: skip
def test_a_part_of_a_page_becomes_markdown(written: str, read: str) -> None:
    assert body(written) == read


def test_links_to_a_heading_name_it() -> None:
    read = post("<p><a href='#x'>there</a></p><h2 id='x'>A part</h2>")

    assert [block.text for block in read.blocks[3:]] == ["[there](#x)", "## A part {#x}"]


@pytest.mark.parametrize(
    ("written", "rule", "message"),
    [
        (
            "<p><a href='javascript:x()'>a</a></p>",
            "import-left-out",
            "a link that would run a script",
        ),
        (
            "<video src='/film.mp4'></video>",
            "import-left-out",
            "what was shown inside is left out: /film.mp4",
        ),
        (
            "<iframe src='//example.org/film'></iframe>",
            "import-simplified",
            "what was shown inside from another site is a link now: https://example.org/film",
        ),
        (
            "<img src='https://example.org/a.png'>",
            "import-picture-missing",
            "a picture lies at another address: https://example.org/a.png",
        ),
        ("<img src='a.png'>", "import-picture-missing", "a picture cannot be used: a.png"),
        (
            "<table><tr><td>One box.</td></tr></table>",
            "import-simplified",
            "a table of a single cell is taken for a note",
        ),
    ],
)
def test_what_is_not_understood_is_told(written: str, rule: str, message: str) -> None:
    read = post(f"<h2>A part</h2><p>Words.</p>{written}")

    assert (rule, message) in [(each.rule, each.message) for each in read.findings]


def test_a_list_of_articles_is_no_post() -> None:
    teaser = f"<article><h2><a href='/x'>A title</a></h2>{LONG}</article>"

    with pytest.raises(NoPostError, match="it is a list of articles, and none itself"):
        read_html(Source("index.html", (teaser * 4).encode()))


def test_a_page_without_text_is_said() -> None:
    with pytest.raises(UnreadableError, match="there is no text in the page"):
        read_html(Source("a.html", b"<nav>Home</nav><script>draw()</script>"))


def test_a_page_of_next_js_whose_text_is_data_alone_is_read() -> None:
    post = {"title": "A title", "date": "2025-03-04", "contentHtml": f"<h2>A part</h2>{LONG}"}
    data = json.dumps({"props": {"pageProps": {"post": post}}})
    script = f'<script id="__NEXT_DATA__" type="application/json">{data}</script>'
    page = f'<body><div id="__next"></div>{script}'

    read = read_html(Source("a.html", page.encode()))

    assert read.fields["title"] == "A title"
    assert [block.kind for block in read.blocks] == [
        "heading",
        "paragraph",
        "paragraph",
        "paragraph",
    ]


def test_an_old_encoding_is_read_as_the_page_says() -> None:
    page = f"<meta charset='windows-1252'><title>Caf\u00e9</title><article>{LONG}</article>"

    assert read_html(Source("a.html", page.encode("cp1252"))).fields["title"] == "Caf\u00e9"


@pytest.mark.parametrize(
    ("head", "fields"),
    [
        ("<title>One | Blog</title>", {"title": "One"}),
        ("<meta property='og:title' content='Two'><title>x</title>", {"title": "Two"}),
        (
            "<title>A</title><meta name='keywords' content='a, b'>",
            {"title": "A", "tags": ["a", "b"]},
        ),
        (
            "<title>A</title><link rel='canonical' href='https://example.org/'>",
            {"title": "A"},
        ),
    ],
)
def test_what_a_page_says_of_itself_becomes_fields(head: str, fields: dict[str, object]) -> None:
    assert post("", head).fields == fields
