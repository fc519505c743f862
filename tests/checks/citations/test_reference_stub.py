"""An entry that was only begun is told until it is written."""

import pytest
from nbformat.v4 import new_markdown_cell, new_notebook

from galley.article.article import Identity, read_article
from galley.article.bibliography import parse_bibliography
from galley.checks.citations.reference_stub import RULE
from galley.checks.rule import CheckContext, Manuscript


def findings(text, title, lang="en"):
    works = parse_bibliography(f"\n@article{{a,\n  title = {{{title}}},\n}}\n", "n/r.bib")[0]
    article = read_article(
        new_notebook(cells=[new_markdown_cell(text, id="text")]),
        Identity("n/x.ipynb", "x", lang=lang, title="X"),
        known_keys=works.keys,
    )
    context = CheckContext(works.keys, work=works.entries.get, bibliography_file="n/r.bib")
    return [str(found) for found in RULE.findings(Manuscript(article, context))]


@pytest.mark.parametrize(("text", "lang"), [("So it is [@a].", "en"), ("Begitulah [@a].", "id")])
@pytest.mark.parametrize("title", ["TODO: the title of the work", "todo", "TBD"])
def test_a_cited_entry_that_was_only_begun_is_an_error(text, lang, title):
    assert findings(text, title, lang) == [
        "n/r.bib:2: the entry 'a' is only begun, so readers see no reference\n"
        "  Fix: fill in authors, title, journal, year, volume, pages and DOI, "
        "or remove the citation."
    ]


@pytest.mark.parametrize(
    ("text", "lang", "title"),
    [
        ("So it is [@a].", "en", "Today and tomorrow"),
        ("Begitulah [@a].", "id", "Todong senjata"),
        ("Nobody is cited.", "en", "TODO"),
        ("Tidak ada rujukan.", "id", "TODO"),
    ],
)
def test_other_entries_are_left_alone(text, lang, title):
    assert findings(text, title, lang) == []
