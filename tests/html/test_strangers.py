"""Elements that somebody else wrote wear nothing of the page's own and say what is seen."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.html.test_prose import _render

import galley
from galley.article.markdown.class_names import is_own_class
from galley.html.safety import clean_html, with_whole_tags

STATIC = Path(galley.__file__).parent / "html" / "static" / "css"
TEMPLATES = STATIC.parents[1] / "templates"

# What an author may wear: places and widths, callouts, words in a terminal, the words of code.
OPEN = re.compile(
    r"callout.*|center|group|left|right|number|side-note|pull-quote|contains-task-list|width-\d\d"
    r"|ansi-[\w-]+|[a-z][a-z0-9]?|err"
)


@pytest.mark.parametrize(
    ("html", "clean"),
    [
        ('<p class="notice mine">a</p>', '<p class="mine">a</p>'),
        ('<p class="figure__evidence figure__evidence--data">a</p>', "<p>a</p>"),
        ('<p class="visually-hidden" aria-hidden="true">a</p>', "<p>a</p>"),
        ('<p role="note" aria-label="Reviewed" tabindex="0">a</p>', "<p>a</p>"),
        ("<main><nav>a</nav><aside>b</aside></main>", "<div><div>a</div><div>b</div></div>"),
        ('<bdo dir="rtl">exe.png</bdo>', '<bdi dir="rtl">exe.png</bdi>'),
        ('<b id="see:smith2020">a</b><b id="term:bdnf">c</b>', "<b>a</b><b>c</b>"),
        ('<b id="addEventListener">a</b><b id="mine">c</b>', '<b>a</b><b id="mine">c</b>'),
        ('<a href="x" aria-label="The code"><i class="icon"></i></a>',
         '<a href="x"><i class="icon"></i>The code</a>'),
        ('<a href="x" aria-label="A bank">evil</a>', '<a href="x">evil</a>'),
        ('<p data-galley="">a</p>', "<p>a</p>"),
    ],
)  # fmt: skip
def test_a_strangers_element_is_plain(html: str, clean: str) -> None:
    assert clean_html(html) == clean


@pytest.mark.parametrize(
    "source",
    [
        '<div class="masthead notice">a</div>',
        "[a]{.masthead .notice}",
        "# a {.masthead .notice}",
        "::: {.notice}\na\n:::",
        ":::{note}\n:class: masthead\na\n:::",
        "```{figure} x.png\n:class: masthead notice\na\n```",
        # Unfinished, so that it would take in an element of Galley's and pass for one.
        '<div class="masthead notice" \n\na <b>b</b>',
        '<div class="masthead notice\n\na <b>b</b>',
        "<table><tr><td><select><tr class=notice \n\na <b>b</b>",
        '<div>\n\na\n\n<?x><div class="masthead notice?>\n\n`b`',
    ],
)
def test_no_spelling_wears_what_is_the_pages_own(source: str) -> None:
    classes = re.findall(r'class="([^"]*)"', _render(source))

    assert not {"masthead", "notice"} & {name for each in classes for name in each.split()}


def test_what_galley_wrote_keeps_its_names_beside_a_strangers_html() -> None:
    html = _render("<b>a</b>\n\n:::{note}\nx\n:::\n\n| a |\n|---|\n| <i>b</i> |")

    assert '<aside class="callout callout--note" role="note" aria-labelledby="callout-' in html
    assert '<div class="scroll" role="group" aria-label="Table' in html
    assert "data-galley" not in html


@pytest.mark.parametrize(
    "source",
    [
        '<div title="\n\n`" onmouseover="alert(1)` x\n\n">',
        "<div title='\n\n```\n' onmouseover='alert(1)'\n```\n\n'>",
        '<img alt="\n\n`"><img src=x onerror=alert(1)>`\n\n">',
        '<a title="\n\n$\\text{" onclick="alert(1)}$\n\n">',
        '```{figure} x.png\n:alt: a <b>\n:width: "\n```\n\n<i title="`x`">y</i> `" onclick="x`',
    ],
)
def test_finished_parts_never_stand_inside_a_tag_that_was_left_open(source: str) -> None:
    html = _render(source)

    for tag in re.findall(r"<[a-z](?:[^>\"']|\"[^\"]*\"|'[^']*')*>", html):
        assert not re.search(r"\son\w+\s*=", re.sub(r"\"[^\"]*\"|'[^']*'", '""', tag)), tag
        assert "\ue000" not in tag


@pytest.mark.parametrize(
    ("html", "whole"),
    [
        ("<p>a</p>", "<p>a</p>"),
        ('<p class="a" ', '<p class="a" >'),
        ('<p class="a', '<p class="a">'),
        ("<p class='a>", "<p class='a>'>"),
        ("<select><p class='a", "<select><p class='a'>"),
        ("<!-- a", "<!-- a"),
        ("<script>a", "<script>a"),
        ("<table><tr>", "<table><tr>"),
    ],
)
def test_a_tag_that_was_left_open_is_closed(html: str, whole: str) -> None:
    assert with_whole_tags(html) == whole


def test_every_class_of_the_page_is_its_own_or_free_for_a_reason() -> None:
    sheets = "".join(path.read_text(encoding="utf-8") for path in STATIC.rglob("*.css"))
    bare = re.sub(r"/\*.*?\*/|url\([^)]*\)", "", sheets, flags=re.DOTALL)
    names = set(re.findall(r"\.([a-z][\w-]*)", bare))
    for path in TEMPLATES.rglob("*.j2"):
        for value in re.findall(r'class="([^"{]*)"', path.read_text(encoding="utf-8")):
            names |= set(value.split())

    assert {name for name in names if not is_own_class(name) and not OPEN.fullmatch(name)} == set()
