"""Spellings of other tools in Markdown: each becomes one that Galley reads, or is told of."""

from __future__ import annotations

from datetime import date

import pytest

from galley.importing.markdown_source import read_markdown
from galley.importing.post import Post
from galley.importing.reading_parts import Source

SVG = b"<svg xmlns='http://www.w3.org/2000/svg'/>"


def post(text: str, name: str = "posts/2024-05-06-a-post.md") -> Post:
    return read_markdown(Source(name, text.encode(), lambda path: SVG if "a.svg" in path else None))


def body(text: str) -> str:
    read = post(f"---\ntitle: T\n---\nWords.\n\n{text}")
    return "\n\n".join(block.text for block in read.blocks[1:])


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ('!!! warning "Care"\n    One.\n\n    Two.\n', ":::{warning} Care\nOne.\n\nTwo.\n:::"),
        ("??? note\n    One.\n", ":::{dropdown} Note\nOne.\n:::"),
        (":::tip Try\nOne.\n:::", ":::{tip} Try\nOne.\n:::"),
        (":::caution[Take care]\nOne.\n:::", ":::{caution} Take care\nOne.\n:::"),
        ("::: {.callout-note}\nOne.\n:::", "::: {.callout-note}\nOne.\n:::"),
        ("> [!TIP]\n> One.", "> [!TIP]\n> One."),
        ("{{% notice warning %}}\nOne.\n{{% /notice %}}", ":::{warning}\nOne.\n:::"),
        ('[a]({{< ref "b.md" >}})', "[a](b.md)"),
        ("[a]({% post_url 2024-01-02-b %})", "[a](2024-01-02-b)"),
        ("[a]({{ site.baseurl }}/b/)", "[a](/b/)"),
        ("{{< youtube id1 >}}", "<https://www.youtube.com/watch?v=id1>"),
        ("{% highlight r %}\nx <- {{ 1 }}\n{% endhighlight %}", "```r\nx <- {{ 1 }}\n```"),
        ("@fig-one and @tbl-a, but a@b.org.", "[](#fig-one) and [](#tbl-a), but a@b.org."),
        ("[[Other post|that one]] and [[b]]", "[that one](Other%20post.md) and [b](b.md)"),
        (
            "| a |\n|---|\n| 1 |\n\n: Words {#tbl-x}",
            ":::{table} Words\n:name: tbl-x\n\n| a |\n|---|\n| 1 |\n:::",
        ),
        ("Title\n=====\n\nWords.", "## Title\n\nWords."),
        ("`{{ code }}` and `<Comp>`", "`{{ code }}` and `<Comp>`"),
        ("```html\n<script>\n{% raw %}\n```", "```html\n<script>\n{% raw %}\n```"),
        ("{: .no_toc}\n\nOne.", "One."),
        ("import A from './a'\n\nOne.", "One."),
        ("<!--more-->\n\nOne.", "One."),
        ("![[a.svg|A plan]]", "![A plan](images/a-post/a.svg)"),
        (
            '<img src="a.svg" alt="A [plan]" width="90">',
            '![A (plan)](images/a-post/a.svg){width="90px"}',
        ),
        ("```{figure} a.svg\n:alt: A\n```", "```{figure} images/a-post/a.svg\n:alt: A\n```"),
    ],
)  # fmt: skip
def test_a_spelling_of_another_tool_becomes_galleys(written: str, read: str) -> None:
    assert body(written) == read


@pytest.mark.parametrize(
    ("written", "rule", "message"),
    [
        ("{{< gist a 1 >}}", "import-left-out", "Hugo's shortcode 'gist' is not known"),
        ("{% gallery x %}", "import-left-out", "Jekyll's tag 'gallery' is not known"),
        ("{{ page.x }}", "import-left-out", "a value that Jekyll fills in: {{ page.x }}"),
        ("<Chart data={1} />", "import-left-out", "a component that a script draws: <Chart>"),
        ("<script>x()</script>", "import-left-out", "a piece of HTML that runs: <script>"),
        (
            '<iframe src="https://example.org/film"></iframe>',
            "import-simplified",
            "what was shown inside from another site is a link now: https://example.org/film",
        ),
        ("![a](b.png)", "import-picture-missing", "a picture is not there: b.png"),
        (
            "![a](https://example.org/b.png)",
            "import-picture-missing",
            "a picture lies at another address: https://example.org/b.png",
        ),
    ],
)
def test_what_is_not_understood_is_told_with_its_line(
    written: str, rule: str, message: str
) -> None:
    read = post(f"---\ntitle: T\n---\n\nWords.\n\n{written}\n")

    assert [(each.rule, each.place.line, each.message) for each in read.findings] == [
        (rule, 7, message)
    ]


@pytest.mark.parametrize(
    ("above", "fields"),
    [
        (
            "---\ntitle: A\ncategories: [One]\ntags: b, c\n---\n",
            {"category": "One", "tags": ["b", "c"]},
        ),
        ("---\ntitle: A\ncategories: [One, Two]\n---\n", {"tags": ["One", "Two"]}),
        ("---\ntitle: A\npublished: false\n---\n", {"draft": True}),
        ("---\ntitle: A\nlastmod: 2024-02-03T10:00:00Z\n---\n", {"updated": date(2024, 2, 3)}),
        ("---\ntitle: A\ndate: 3 Februari 2024\n---\n", {"date": date(2024, 2, 3)}),
        ("---\ntitle: A\nurl: /old/a/\naliases: [/b]\n---\n", {"aliases": ["/old/a/", "/b"]}),
        ("---\ntitle: A\nauthor: {name: {given: Rini, family: Example}}\n---\n",
         {"authors": [{"name": {"given": "Rini", "family": "Example"}}]}),
        ("---\ntitle: A\nfeatured_image: a.svg\n---\n", {"image": "images/a-post/a.svg"}),
        ("+++\ntitle = 'A'\ndate = 2024-02-03\n+++\n", {"date": date(2024, 2, 3)}),
        ("Title: A\nDate: 2024-02-03\n\n", {"date": date(2024, 2, 3)}),
    ],
)  # fmt: skip
def test_fields_of_other_tools_become_galleys(above: str, fields: dict[str, object]) -> None:
    assert post(f"{above}\nWords.").fields == {"title": "A"} | fields


def test_a_value_that_galley_cannot_use_is_told_and_left_out() -> None:
    read = post("---\ntitle: A\nlang: the English one\n---\nWords.")

    assert read.fields == {"title": "A"}
    assert [(each.rule, each.message) for each in read.findings] == [
        (
            "import-left-out",
            "the field 'lang' has a value that Galley cannot use: the English one",
        )
    ]


def test_fields_that_cannot_be_read_are_told_and_the_text_stays() -> None:
    read = post("---\ntitle: [\n---\nWords.")

    assert [block.text for block in read.blocks] == ["Words."]
    assert [each.message for each in read.findings] == ["the fields above the text cannot be read"]


def test_the_only_first_heading_is_the_title_and_else_the_files_name() -> None:
    assert post("# A *real* title\n\nWords.").fields["title"] == "A real title"
    assert post("Words.").fields["title"] == "A post"
    assert post("Words.").slug == "a-post"


def test_code_cells_keep_their_language_tags_and_options() -> None:
    read = post(
        "Words.\n\n```{r}\n#| echo: false\nx\n```\n\n```{code-cell}\n---\ntags: [a]\n---\ny\n```"
    )

    assert [(block.kind, block.text, block.info) for block in read.blocks[1:]] == [
        ("cell", "#| echo: false\nx", "r"),
        ("cell", "#| tags: [a]\ny", ""),
    ]
