"""Front matter as tools write it, where they write it, and when it is broken."""

from __future__ import annotations

from tests.corpus.case import Case
from tests.corpus.parts import ABSENT, code, markdown, notebook, printed, prose, raw

_WORDS = markdown("Words of the article.")
_KEPT = "<p>Words of the article.</p>"


def _title(words: str) -> str:
    return f'<h1 class="article-head__title">{words}</h1>'


def _wrong(field: str, given: str, legal: str) -> dict[str, str]:
    return {"front-matter-wrong-value": f"'{field}' is {given}, which is not {legal}"}


PLACES = (
    Case(
        "in-raw.ipynb",
        "In a raw cell",
        notebook(raw("---", "title: In a raw cell", "---"), _WORDS),
        shows=(_title("In a raw cell"), _KEPT),
    ),
    Case(
        "in-markdown.ipynb",
        "In a Markdown cell, and another title behind it",
        notebook(markdown("---", "title: In a Markdown cell", "---", "", "# Another"), _WORDS),
        shows=(_title("In a Markdown cell"), '<h2 id="another">', _KEPT),
    ),
    Case(
        "in-metadata.ipynb",
        "In the notebook's metadata",
        notebook(_WORDS) | {"metadata": {"title": "In the metadata"}},
        shows=(_title("In the metadata"), _KEPT),
    ),
    Case(
        "behind-a-badge.ipynb",
        "Behind a cell with a badge, and one with a comment for a tool",
        notebook(
            markdown("[![Open](https://c.example/b.svg)](https://c.example/x)"),
            code("#| default_exp core"),
            raw("---", "title: Behind a badge", "---"),
            _WORDS,
        ),
        shows=(_title("Behind a badge"), _KEPT),
        lacks=("default_exp",),
        failed_first=True,
    ),
    Case(
        "draft.ipynb",
        "A draft is not published",
        notebook(raw("---", "title: A draft", "draft: true", "---"), markdown("DRAFT WORDS")),
        state="unpublished",
        lacks=("DRAFT WORDS",),
    ),
)

TOOLS = (
    Case(
        "quarto.ipynb",
        "Quarto: authors with institutions, a day that is filled in, formats, abstract",
        notebook(
            raw(
                "---",
                "title: From *Quarto* with $x_1$",
                "subtitle: A subtitle",
                "author:",
                "  - name: Ann Nurse",
                "    orcid: 0000-0002-1825-0097",
                "    affiliations:",
                "      - name: A clinic",
                "  - Ben Doctor",
                "date: last-modified",
                "categories: [stroke]",
                "format:",
                "  html:",
                "    code-fold: true",
                "execute:",
                "  echo: false",
                "---",
            ),
            _WORDS,
        ),
        shows=(_title("From Quarto with x₁"), "A subtitle", ">Ann Nurse</a>", ">Ben Doctor</a>"),
        failed_first=True,
    ),
    Case(
        "hugo.ipynb",
        "Hugo: TOML between plus signs, with a table for the theme",
        notebook(
            raw(
                "+++",
                'title = "From TOML"',
                "date = 2020-01-02",
                'tags = ["stroke",',
                '  "sleep"]',
                "[params]",
                "  toc = true",
                "+++",
            ),
            _WORDS,
        ),
        shows=(_title("From TOML"), "2 January 2020", 'rel="tag">sleep</a>', _KEPT),
        failed_first=True,
    ),
    Case(
        "hugo-markdown.ipynb",
        "Hugo's TOML in a Markdown cell",
        prose("+++", 'title = "TOML in Markdown"', "+++", "", "Words of the article."),
        shows=(_title("TOML in Markdown"), _KEPT),
        failed_first=True,
    ),
    Case(
        "json.ipynb",
        "Fields as JSON in a raw cell",
        notebook(raw("{", '  "title": "From JSON",', '  "tags": ["sleep"]', "}"), _WORDS),
        shows=(_title("From JSON"), 'rel="tag">sleep</a>', _KEPT),
        failed_first=True,
    ),
    Case(
        "nikola.ipynb",
        "Nikola: fields in the metadata",
        notebook(_WORDS, nikola={"title": "From Nikola", "date": "2015-06-11 08:00", "tags": "a"}),
        shows=(_title("From Nikola"), "11 June 2015"),
    ),
    Case(
        "nikola-comment.ipynb",
        "Nikola: fields in a comment",
        prose("<!--", ".. title: In a comment", ".. date: 2015-06-11", "-->", "", "Words."),
        shows=(_title("In a comment"), "11 June 2015"),
        failed_first=True,
    ),
    Case(
        "pelican.ipynb",
        "Pelican: a list of fields in the first cell",
        notebook(markdown("- title: From Pelican", "- author: Ann Nurse", "- tags: a, b"), _WORDS),
        shows=(_title("From Pelican"), ">Ann Nurse</a>", _KEPT),
        lacks=("- author",),
        failed_first=True,
    ),
    Case(
        "pelican-lines.ipynb",
        "Pelican: lines of fields, with no mark around them",
        prose("Title: Lines: of fields", "Date: 2018-05-11", "", "Words of the article."),
        shows=(_title("Lines: of fields"), "11 May 2018", _KEPT),
        failed_first=True,
    ),
    Case(
        "jekyll.ipynb",
        "Jekyll: a day with an hour, a summary, several categories, names in one text",
        notebook(
            raw(
                "---",
                "layout: post",
                "title: 'From Jekyll'",
                "date: 2020-01-02 10:00:00 -0500",
                "excerpt: A summary.",
                "category: [Sleep, Stroke]",
                "author: Ann Nurse and Ben Doctor",
                "---",
            ),
            _WORDS,
        ),
        shows=("2 January 2020", "A summary.", ">Ann Nurse</a>", ">Ben Doctor</a>", ">Sleep</a>"),
        failed_first=True,
    ),
    Case(
        "nbdev.ipynb",
        "nbdev: cells that it hides, old and new spellings, and words for it alone",
        notebook(
            markdown("# From nbdev"),
            code("#| default_exp core"),
            code("#| hide\n1", printed("HIDDEN BY NBDEV")),
            code("#hide\n1", printed("HIDDEN BY NBDEV")),
            code("# hide_output\n1", printed("HIDDEN BY NBDEV")),
            code("#hide_input\n1", printed("Shown result")),
            code("# hide the axes\n1", printed("Shown as well")),
            code("#export core\n1", printed("Shown too")),
            kernel=ABSENT,
        ),
        shows=("Shown result", "Shown as well", "Shown too"),
        lacks=("HIDDEN BY NBDEV",),
        failed_first=True,
    ),
)

BROKEN = (
    Case(
        "broken-colon.ipynb",
        "A colon in a text without quotes: the other fields and the page are there",
        notebook(raw("---", "title: One: two", "description: It stays.", "---"), _WORDS),
        shows=(_title("Broken colon"), "It stays.", _KEPT),
        says={
            "front-matter-broken": "front matter cannot be read: a text with a colon in it needs "
            "quotes"
        },
        failed_first=True,
    ),
    Case(
        "broken-open.ipynb",
        "Front matter that nothing closes: the text behind it is not lost",
        prose("---", "title: Left open", "", "## A heading", "", "Words of the article."),
        shows=(_title("Left open"), '<h2 id="a-heading">', _KEPT),
        says={"front-matter-broken": "front matter cannot be read: this line is not field: value"},
        failed_first=True,
    ),
    Case(
        "broken-tab.ipynb",
        "A tab",
        notebook(raw("---", "title: Tabbed", "tags:", "\t- a", "---"), _WORDS),
        shows=(_title("Tabbed"), _KEPT),
        says={"front-matter-broken": "front matter cannot be read: the line has a tab"},
        failed_first=True,
    ),
    Case(
        "wrong-day.ipynb",
        "A day that may be two, and so may be still to come: there is no page",
        notebook(raw("---", "title: A day", "date: 05/03/2020", "---"), _WORDS),
        state="failed",
        says=_wrong("date", "'05/03/2020'", "a day written as YYYY-MM-DD"),
    ),
    Case(
        "wrong-values.ipynb",
        "A title that is a list, and a tag that is a number",
        notebook(raw("---", "title: [a, b]", "tags: 5", "---"), _WORDS),
        shows=(_title("Wrong values"), _KEPT),
        says=_wrong("tags", "5", "a list"),
        failed_first=True,
    ),
    Case(
        "wrong-draft.ipynb",
        "Whether it is a draft cannot be told: there is no page",
        notebook(raw("---", "title: Perhaps", "draft: maybe", "---"), markdown("PERHAPS WORDS")),
        state="failed",
        lacks=("PERHAPS WORDS",),
        says=_wrong("draft", "'maybe'", "true or false"),
    ),
    Case(
        "broken-draft.ipynb",
        "Broken, and a draft: there is no page",
        notebook(raw("---", "title: A: b", "draft: true", "---"), markdown("DRAFTED WORDS")),
        state="failed",
        lacks=("DRAFTED WORDS",),
    ),
    Case(
        "a-rule.ipynb",
        "A rule above a paragraph is no front matter",
        prose("---", "Note: this is a sentence.", "", "---", "", "# The title"),
        shows=(_title("The title"), "<p>Note: this is a sentence.</p>"),
    ),
)

CASES = (*PLACES, *TOOLS, *BROKEN)
