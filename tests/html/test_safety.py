"""HTML of strangers: what stays, what goes, what is changed."""

import re

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from galley.html.prose_context import ImageHtml
from galley.html.safety import active_elements, clean_html


@pytest.mark.parametrize(
    ("html", "clean"),
    [
        ("a<script>alert(1)</script>b", "ab"),
        ("<style scoped>p {color: red}</style><p>a</p>", "<p>a</p>"),
        ('<p onclick="x()" style="color: red">a</p>', "<p>a</p>"),
        ('<a href="javascript:alert(1)">a</a>', "<a>a</a>"),
        ('<a href="JaVa\tScript:alert(1)">a</a>', "<a>a</a>"),
        ('<a href="data:text/html,x">a</a>', "<a>a</a>"),
        ('<a href="mailto:a@b.org">a</a>', '<a href="mailto:a@b.org">a</a>'),
        ("<svg onload=x><text>a</text></svg>b", "b"),
        ("<form><input autofocus onfocus=x><button>b</button></form>", ""),
        ("<object data=x.swf></object><embed src=y>", ""),
        ('<base href="https://evil.example"><meta http-equiv=refresh>a', "a"),
        ("<!-- c --><p>a", "<p>a</p>"),
        ("<h1>a</h1>", "<h2>a</h2>"),
        ("<center>a</center>", '<div class="center">a</div>'),
        ('<div align="right">a</div>', '<div class="right">a</div>'),
        ('<p style="text-align: center; color: red">a</p>', '<p class="center">a</p>'),
        ("<font color=red>a</font>", "a"),
        ('<a name="x"></a>', '<a id="x"></a>'),
        ('<p id="x y" class="a &quot;b">c</p>', '<p class="a b">c</p>'),
        ("a &lt; b &amp;&nbsp;c", "a &lt; b &amp;&nbsp;c"),
        ("<details open><summary>s</summary>a", '<details open=""><summary>s</summary>a</details>'),
        ("<tt>a</tt><strike>b</strike>", "<code>a</code><del>b</del>"),
        ("</div></p><b>a", "<b>a</b>"),
    ],
)
def test_what_is_left_of_html(html: str, clean: str) -> None:
    assert clean_html(html) == clean


@pytest.mark.parametrize(
    ("html", "clean"),
    [
        (
            '<iframe src="https://www.youtube.com/embed/abc?x=1" title="A film"></iframe>',
            '<a class="embed" href="https://www.youtube.com/watch?v=abc">A film</a>',
        ),
        (
            '<video controls><source src="https://example.org/a.mp4"></video>',
            '<a class="embed" href="https://example.org/a.mp4">Video on example.org</a>',
        ),
        ('<iframe srcdoc="<script>x</script>"></iframe>', ""),
        (
            '<iframe src="https://a.org/&quot;onload=x" title="<b>"></iframe>',
            '<a class="embed" href="https://a.org/&quot;onload=x">&lt;b&gt;</a>',
        ),
    ],
)
def test_films_become_links(html: str, clean: str) -> None:
    assert clean_html(html) == clean


def test_a_pandas_table_keeps_its_headings_and_loses_its_style() -> None:
    frame = pd.DataFrame({"dose": [5, 10], "name": ["a<b", None]})
    html = clean_html(f"<div>\n<style scoped>\n.x {{}}\n</style>\n{frame.to_html()}\n</div>")
    assert html.startswith('<div>\n\n<table class="dataframe">\n  <thead>\n    <tr class="right">')
    assert '<th scope="col">dose</th>' in html
    assert '<th scope="row">0</th>\n      <td class="number">5</td>\n      <td>a&lt;b</td>' in html
    assert "style" not in html


def test_a_styled_pandas_table_loses_its_colours() -> None:
    html = clean_html(
        '<table id="T_a"><tbody><tr><td id="T_a_row0" class="data row0" '
        'style="background-color: red; text-align: right">1</td></tr></tbody></table>'
    )
    assert 'class="data row0 right">1</td>' in html
    assert "red" not in html


def test_the_first_row_of_a_table_without_a_head_is_its_head() -> None:
    html = clean_html("<table><tr><th>a<tr><th>b<td>c</table>")
    assert '<th scope="col">a</th>' in html
    assert '<th scope="row">b</th>' in html


def test_tables_are_wrapped_on_request_and_only_once() -> None:
    html = clean_html("<table><tr><td>x</table>", wraps_tables=True)
    assert html.startswith('<div class="scroll" role="group" aria-label="Table; scroll')
    assert html.endswith("</table></div>")
    assert clean_html(html, wraps_tables=True).count('class="scroll"') == 1


def test_pictures_inside_the_html_stay_and_others_become_links() -> None:
    html = clean_html(
        '<img src="data:image/png;base64,AAAA" alt="a">'
        '<img src="data:image/svg+xml;base64,AAAA" alt="b">'
        '<img src="https://x.org/y.png"><a href="z"><img src="https://x.org/y.png"></a>'
    )
    assert html == (
        '<img src="data:image/png;base64,AAAA" alt="a" loading="lazy" decoding="async">'
        '<span class="image-absent">b</span>'
        '<a class="image-elsewhere" href="https://x.org/y.png">y.png</a>'
        '<a href="z"><span class="image-absent">y.png</span></a>'
    )


def test_pictures_are_led_to_the_page_s_own_files_and_keep_their_proportions() -> None:
    asked: list[str] = []

    def image(src: str) -> ImageHtml:
        asked.append(src)
        return ImageHtml("assets/a.png", 800, 400)

    html = clean_html('<img src="my%20brain.png" width="400px" align=left onerror=x>', image=image)
    assert asked == ["my brain.png"]
    assert html == (
        '<img src="assets/a.png" alt="" width="400" height="200" loading="lazy" '
        'decoding="async" class="left">'
    )


def test_links_are_led_to_the_page() -> None:
    html = clean_html('<a href="a.ipynb">a</a>', link=lambda href: href.replace(".ipynb", ".html"))
    assert html == '<a href="a.html">a</a>'


def test_what_is_taken_away_can_be_named() -> None:
    html = "<SCRIPT>x</SCRIPT><iframe></iframe><b>"
    assert active_elements(html) == ("iframe", "script")


PIECES = st.sampled_from(
    [
        *("<script>", "</script>", "<p style='x:y'>", "<a href='javascript:x'>", "<svg>", "<img "),
        *(
            "src=x ",
            "onerror=alert(1) ",
            ">",
            '"',
            "'",
            "<table>",
            "<td>",
            "<style>",
            "<!--",
            "-->",
        ),
        *("&lt;", "&#x6a;avascript:", "<math><mi>", "<details>", "text", "<iframe src=https://x "),
    ]
)


@settings(deadline=None)
@given(st.lists(PIECES, max_size=14).map("".join))
def test_no_mixture_of_tags_gets_anything_active_through(html: str) -> None:
    cleaned = clean_html(html, wraps_tables=True)
    tags = re.findall(r"<[^>]*>", cleaned)
    assert not [tag for tag in tags if re.match(r"<(script|style|svg|iframe|math|input)", tag)]
    assert not [tag for tag in tags if re.search(r"\s(on\w+|style)=", re.sub(r'"[^"]*"', "", tag))]
    assert not re.search(r'(?:href|src)="\s*javascript', cleaned)


@settings(deadline=None)
@given(st.text(max_size=60))
def test_cleaning_never_fails(text: str) -> None:
    clean_html(text)
