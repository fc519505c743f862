"""Each mender: what it changes, word for word, and what it leaves to the author."""

import json

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from galley.checks.rule_facts import known_rules
from galley.findings import Finding, Place, Severity
from galley.mending import MENDERS, Piece, Surroundings, mend_findings, read_desk
from galley.mending.plain_doi import plain_doi
from galley.workspace import read_workspace

GLOSSARY = """
ltp:
  en: long-term potentiation
  id: potensiasi jangka panjang
  short: LTP
"""
BIBLIOGRAPHY = Piece("n/references.bib")


class Room:
    """A content folder with one article, and what is on the desk."""

    def __init__(self, folder, *cells, lang="en", **files):
        self.folder = folder
        nbformat.write(new_notebook(cells=list(cells)), folder / "a.ipynb")
        (folder / "site.toml").write_text(f'language = "{lang}"', encoding="utf-8")
        for name, text in files.items():
            path = folder / name.replace("_", ".")
            path.write_text(text, encoding="utf-8", newline="")

    def mend(self, rule, message="", cell=None, line=None, piece=BIBLIOGRAPHY):
        """Return the text of a piece after mending; None where nothing was mended."""
        around = Surroundings(read_workspace(self.folder, "n"))
        bibliography = self.folder / around.bibliography.file.removeprefix("n/")
        desk = read_desk(
            {"n/a.ipynb": self.folder / "a.ipynb", around.bibliography.file: bibliography}
        )
        finding = Finding(rule, Severity.ERROR, Place("n/a.ipynb", cell, line), message)
        mended = mend_findings([finding], desk, around)
        assert bool(mended.findings) == bool(mended.desk.changes())
        return mended.desk.text(piece) if mended.findings else None


def markdown(text):
    return new_markdown_cell(text, id="text")


def test_every_mender_is_known_by_its_rule():
    assert sorted(MENDERS) == [
        "abbreviation-unexpanded",
        "citation-unknown-key",
        "figure-missing-alt",
        "front-matter-missing-review-by",
        "reference-doi-malformed",
    ]


def test_every_mender_mends_a_rule_that_there_is():
    assert set(MENDERS) <= set(known_rules())


# ------------------------------------------------------------------ citations


def unknown(key):
    return {"rule": "citation-unknown-key", "message": f"unknown citation key '{key}'"}


STUB = (
    "@article{nobody2020,\n  author = {},\n  title = {TODO: the title of the work},\n"
    "  journal = {},\n  year = {},\n  volume = {},\n  pages = {},\n  doi = {},\n}\n"
)


@pytest.mark.parametrize(
    ("there", "expected"),
    [
        ("", STUB),
        ("@book{bi2001,\n}\n", "@book{bi2001,\n}\n\n" + STUB),
        ("@book{bi2001,}", "@book{bi2001,}\n\n" + STUB),
        ("@book{bi2001,}\r\n", "@book{bi2001,}\r\n\r\n" + STUB.replace("\n", "\r\n")),
    ],
)
def test_a_cited_work_that_is_not_there_gets_an_entry_to_fill_in(tmp_path, there, expected):
    room = Room(tmp_path, markdown("x"), references_bib=there)
    assert room.mend(**unknown("nobody2020")) == expected


def test_the_bibliography_is_begun_where_there_is_none(tmp_path):
    assert Room(tmp_path, markdown("x")).mend(**unknown("nobody2020")) == STUB


@pytest.mark.parametrize(
    "text",
    [
        '[\n  {"id": "bi2001",\n   "type": "book"}\n]\n',
        "[]",
        '[{"id": "bi2001"}]',
        '{"items": [\n\t{\n\t\t"id": "bi2001"\n\t}\n]}',
    ],
)
def test_csl_json_gets_a_work_at_the_end_of_its_list(tmp_path, text):
    room = Room(tmp_path, markdown("x"), references_json=text)
    mended = room.mend(**unknown("nobody2020"), piece=Piece("n/references.json"))
    read = json.loads(mended)
    works = read["items"] if isinstance(read, dict) else read
    assert works[-1] == {
        "id": "nobody2020",
        "type": "article-journal",
        "title": "TODO: the title of the work",
    }
    assert mended.startswith(text[: text.index("]")].rstrip())


def test_ris_gets_a_record(tmp_path):
    room = Room(tmp_path, markdown("x"), references_ris="TY  - JOUR\nID  - bi2001\nER  - \n")
    assert room.mend(**unknown("nobody2020"), piece=Piece("n/references.ris")).endswith(
        "ER  - \n\nTY  - JOUR\nID  - nobody2020\nTI  - TODO: the title of the work\nER  - \n"
    )


@pytest.mark.parametrize(
    ("key", "there"),
    [
        # a slip of the other key: an entry would hide it
        ("hodgkin1925", "@book{hodgkin1952,\n}"),
        ("nobody2020", "@book(nobody2020,\n title = {broken"),
        ("a b}", ""),
    ],
)
def test_no_entry_is_added_where_that_would_hide_a_mistake(tmp_path, key, there):
    room = Room(tmp_path, markdown("x"), references_bib=there)
    assert room.mend(**unknown(key)) is None


# ------------------------------------------------------------------ DOIs


@pytest.mark.parametrize(
    ("text", "doi"),
    [
        ("https://doi.org/10.1146/annurev.neuro.24.1.139", "10.1146/annurev.neuro.24.1.139"),
        ("http://dx.doi.org/10.1016/S0140-6736(15)60690-0", "10.1016/S0140-6736(15)60690-0"),
        ("doi: 10.1000/a.b.", "10.1000/a.b"),
        ("10.1016/j.stem. 2018.04.004", "10.1016/j.stem.2018.04.004"),
        ("10.1000/a\\_b", "10.1000/a_b"),
        ("10.1161/01.STR–2", "10.1161/01.STR-2"),
        ("doi.org/10.1000/x, see there (", "doi.org/10.1000/x, see there ("),
        ("10.1000/x see there", "10.1000/x see there"),
        ("not known", "not known"),
        ("", ""),
    ],
)
def test_a_doi_is_written_alone(text, doi):
    assert plain_doi(text) == doi


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        (
            "references.bib",
            "@article{a,\n  title = {doi = x},\n  DOI = {https://doi.org/10.1000/a},\n}\n",
            "@article{a,\n  title = {doi = x},\n  DOI = {10.1000/a},\n}\n",
        ),
        (
            "references.json",
            '[{"id": "a", "DOI": "https://doi.org/10.1000/a", "URL": "https://doi.org/10.1000/a"}]',
            '[{"id": "a", "DOI": "10.1000/a", "URL": "https://doi.org/10.1000/a"}]',
        ),
        (
            "references.ris",
            "TY  - JOUR\nID  - a\nDO  - https://doi.org/10.1000/a\nER  - \n",
            "TY  - JOUR\nID  - a\nDO  - 10.1000/a\nER  - \n",
        ),
    ],
)
def test_dois_written_as_addresses_become_plain_in_each_format(tmp_path, name, before, after):
    room = Room(tmp_path, markdown("x"), **{name.replace(".", "_"): before})
    piece = Piece(f"n/{name}")
    assert room.mend("reference-doi-malformed", "the DOI of 'a' …", piece=piece) == after


def test_a_doi_that_is_plain_already_stays(tmp_path):
    room = Room(tmp_path, markdown("x"), references_bib="@article{a,\n  doi = {10.1000/a},\n}\n")
    assert room.mend("reference-doi-malformed") is None


# ------------------------------------------------------------------ figures


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("plot()", "#| alt: TODO: say what the figure shows\nplot()"),
        (
            "#| label: fig-a\n#| caption: A: b\n\nplot()",
            "#| label: fig-a\n#| caption: A: b\n#| alt: TODO: say what the figure shows\n\nplot()",
        ),
        ("#| label: fig-a", "#| label: fig-a\n#| alt: TODO: say what the figure shows\n"),
    ],
)
def test_a_figure_gets_a_line_for_its_alternative_text(tmp_path, before, after):
    room = Room(tmp_path, new_code_cell(before, id="fig"))
    piece = Piece("n/a.ipynb", "fig")
    assert room.mend("figure-missing-alt", cell="fig", piece=piece) == after


@pytest.mark.parametrize(
    "cell",
    [
        new_code_cell("%%time\nplot()", id="fig"),
        new_code_cell("#| alt:\nplot()", id="fig"),
        new_markdown_cell(":::{figure} a.png\n:::", id="fig"),
    ],
)
def test_other_figures_are_left_to_the_author(tmp_path, cell):
    assert Room(tmp_path, cell).mend("figure-missing-alt", cell="fig") is None


# ------------------------------------------------------------------ dates


@pytest.mark.parametrize(
    ("front", "mended"),
    [
        (
            "---\ntitle: A\ndate: 2024-02-29\n---",
            "---\ntitle: A\ndate: 2024-02-29\nreview_by: 2026-02-28\n---",
        ),
        (
            "---\ndate: 2026-11-20  # first\nauthors: [a]\n---\nText.",
            "---\ndate: 2026-11-20  # first\nreview_by: 2028-11-20\nauthors: [a]\n---\nText.",
        ),
        ("---\n{title: A, date: 2026-11-20}\n---", None),
        ('# "Title"\n- date: 2026-11-20\n- authors: [a]', None),
        ("---\ntitle: A\n---", None),
    ],
)
def test_an_article_gets_a_day_of_review_two_years_later(tmp_path, front, mended):
    room = Room(tmp_path, new_markdown_cell(front, id="front"))
    piece = Piece("n/a.ipynb", "front")
    assert room.mend("front-matter-missing-review-by", piece=piece) == mended


# ------------------------------------------------------------------ abbreviations


@pytest.mark.parametrize(
    ("lang", "before", "line", "after"),
    [
        ("en", "One.\n\nWe saw LTP twice: LTP.", 3, "We saw long-term potentiation (LTP) twice"),
        ("en", "LTP is slow.", 1, "Long-term potentiation (LTP) is slow."),
        ("en", "It is. **LTP** is slow.", 1, "It is. **Long-term potentiation (LTP)** is slow."),
        ("en", "It is `LTP`, $LTP$ or\nLTP.", 1, "or\nlong-term potentiation (LTP)."),
        ("id", "Pada LTP sinaps menguat.", 1, "Pada potensiasi jangka panjang (LTP) sinaps"),
        ("id", "- LTP menguat.", 1, "- Potensiasi jangka panjang (LTP) menguat."),
    ],
)
def test_an_abbreviation_is_written_out_where_it_is_used_first(tmp_path, lang, before, line, after):
    room = Room(tmp_path, markdown(before), lang=lang, glossary_yml=GLOSSARY)
    mended = room.mend(
        "abbreviation-unexpanded",
        "LTP is never written out",
        "text",
        line,
        Piece("n/a.ipynb", "text"),
    )
    assert after in mended
    assert mended.count("(LTP)") == 1


@pytest.mark.parametrize(
    ("message", "text"),
    [
        ("QEEG is never written out", "We saw QEEG."),
        ("LTP is never written out", "We saw several LTPs."),
        ("LTP is never written out", "See [LTP](#LTP).\n\nLater LTP."),
        ("LTP is used", "We saw LTP."),
    ],
)
def test_what_is_not_surely_right_is_left_to_the_author(tmp_path, message, text):
    text = text.replace("[LTP]", "[it]")
    room = Room(tmp_path, markdown(text), glossary_yml=GLOSSARY)
    assert room.mend("abbreviation-unexpanded", message, "text", 1) is None
