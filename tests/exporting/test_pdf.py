"""An article as PDF: tagged, with words for every picture, the same bytes each time."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from typing import Any
from xml.etree import ElementTree as ET

import nbformat.v4 as nb
import pypdf
import pytest
from tests.exporting.example import ADDRESS, figure_output

from galley.exporting.document.model import Document
from galley.exporting.typeset.findings import crowded_findings, sign_findings
from galley.exporting.typeset.making import article_sources, seconds_of, set_for
from galley.exporting.typeset.setting import CannotSetError, Sources, set_pdf
from galley.exporting.typeset.source import TypstSource
from galley.exporting.typeset.spoken import in_signs, spoken_formulas
from galley.findings import ContentError

Make = Callable[..., Document]

HOSTILE = (
    '#panic("no") #include "/etc/passwd" $x$ *b* _i_ `c` @bi <label> = head\n\n'
    '= not typst\n\n/ no: term\n\n[a](https://example.com/")#panic(") \\#x // gone /* gone */ ~'
)


def cell(source: str) -> nb.NotebookNode:
    return nb.new_markdown_cell(source, id="cell")


def set_document(document: Document) -> bytes:
    return set_pdf(article_sources(document).sources, seconds_of(document.newest_day)).pdf


def read(pdf: bytes) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(pdf))


def words_of(pdf: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in read(pdf).pages).split())


def tags(pdf: bytes) -> Iterator[Any]:
    """Yield the elements of the tag tree."""
    waiting = [read(pdf).trailer["/Root"]["/StructTreeRoot"]]
    while waiting:
        element = waiting.pop().get_object()
        if isinstance(element, list):
            waiting.extend(element)
        elif isinstance(element, dict):
            yield element
            if "/K" in element:
                waiting.append(element["/K"])


@pytest.fixture(scope="module")
def pdf(english: Document) -> bytes:
    return set_document(english)


def test_it_says_what_it_is(pdf: bytes) -> None:
    made = read(pdf)
    assert made.metadata is not None
    assert made.metadata.title == "When is the window?"
    assert made.metadata.author == "Maria Lopez"
    assert made.metadata.subject == "One sentence."
    assert made.metadata.creation_date_raw == "D:20261122000000Z"
    assert made.trailer["/Root"]["/Lang"] == "en"
    assert made.trailer["/Root"]["/ViewerPreferences"]["/DisplayDocTitle"].value is True
    assert b"<pdfuaid:part>1</pdfuaid:part>" in made.xmp_metadata.stream.get_data()  # type: ignore[union-attr]


def test_every_page_is_a4(pdf: bytes) -> None:
    sizes = {(round(p.mediabox.width), round(p.mediabox.height)) for p in read(pdf).pages}
    assert sizes == {(595, 842)}


def test_pictures_and_formulas_have_words(pdf: bytes) -> None:
    said = [
        element["/Alt"] for element in tags(pdf) if element.get("/S") in {"/Figure", "/Formula"}
    ]
    assert sorted(said) == sorted(
        [
            "A curve that rises and falls.",
            "A hand on a table.",
            f"QR code that leads to {ADDRESS}",
            "y",
            "τ = a/b",
            "x²",
        ]
    )


def test_the_tags_tell_headings_lists_tables_and_notes(pdf: bytes) -> None:
    found = {element.get("/S") for element in tags(pdf)}
    assert {"/H1", "/L", "/LI", "/Table", "/TH", "/TD", "/Note", "/Link", "/P"} <= found


def test_bookmarks_lead_to_the_parts(pdf: bytes) -> None:
    assert [mark.title for mark in read(pdf).outline] == [  # type: ignore[union-attr]
        "Key points",
        "What the window is",
        "References",
        "Glossary",
        "About the author",
        "About this article",
        "Figures in words",
    ]


def test_links_lead_inside_and_outside(pdf: bytes) -> None:
    notes = [note.get_object() for page in read(pdf).pages for note in page.get("/Annots", [])]
    outside = {str(note["/A"]["/URI"]) for note in notes if "/URI" in note.get("/A", {})}
    inside = [note for note in notes if "/Dest" in note or note.get("/A", {}).get("/S") == "/GoTo"]
    assert {
        ADDRESS,
        "https://example.org/blog/other.html",
        "https://doi.org/10.1000/one",
    } <= outside
    assert len(inside) > 5


def test_a_link_says_on_paper_where_it_leads(make: Make) -> None:
    source = (
        "[a trial](https://www.example.com/a/trial-1?x=1) and <https://example.com/shown/>, "
        "[PubMed 33144512](https://pubmed.ncbi.nlm.nih.gov/33144512/), "
        "[write](mailto:a@example.org)."
    )
    assert (
        "a trial (example.com/a/trial-1) and https://example.com/shown/, PubMed 33144512, "
        "write (a@example.org)."
    ) in words_of(set_document(make(cell(source), key_points=[])))


def test_the_text_is_whole(pdf: bytes) -> None:
    said = words_of(pdf)
    for words in (
        "By Maria Lopez, Sp.N.",
        "Published 20 November 2026 · Updated 22 November 2026 · Reviewed 21 November 2026",
        "example.org/blog/window.html",
        "Training matters (Bi & Poo, 2001, p. 3)",
        "Figure 2 The first weeks",
        "Drawing, not measured data. After Lee (2020). A shape only.",
        "Table 1 Doses in the trials.",
        "If it gets worse",
        "A note with code and",
        "Bi, G., & Poo, M. (2001). Synaptic change.",
        "The authors declare no competing interests.",
        "Figure 2. The curve is highest in the first weeks.",
        "Page 1 of",
        "#emph[no] $5",
    ):
        assert words in said


def test_the_same_document_gives_the_same_bytes(pdf: bytes, english: Document) -> None:
    assert set_document(english) == pdf


def test_indonesian_articles_are_indonesian_throughout(indonesian: Document) -> None:
    pdf = set_document(indonesian)
    said = words_of(pdf)
    assert read(pdf).trailer["/Root"]["/Lang"] == "id"
    assert "Halaman 1 dari" in said
    assert "Gambar dalam kata-kata" in said
    assert "Oleh Maria Lopez" in said


@pytest.mark.parametrize("where", ["text", "title", "caption", "alt", "description"])
def test_nothing_that_is_typed_becomes_a_command(make: Make, where: str) -> None:
    cells = {
        "text": [cell(HOSTILE)],
        "caption": [
            nb.new_code_cell(
                f"#| caption: '{HOSTILE.splitlines()[0]}'\nx", id="c", outputs=[figure_output()]
            )
        ],
        "alt": [nb.new_code_cell("x", id="c", outputs=[figure_output(alt=HOSTILE)])],
    }.get(where, [cell("Text.")])
    front = {where: HOSTILE} if where in {"title", "description"} else {}
    pdf = set_document(make(*cells, key_points=[], **front))
    if where != "alt":
        assert '#panic("no")' in words_of(pdf).replace("“", '"').replace("”", '"')


def test_an_article_without_address_date_and_people(make: Make) -> None:
    around = {"address": "", "authors": (), "category": None, "tags": (), "licence": ""}
    empty = dict.fromkeys(("date", "updated", "reviewed"))
    made = make(cell("Only this."), around=around, key_points=[], description="", **empty)
    pdf = set_document(made)
    assert "Only this." in words_of(pdf)
    assert read(pdf).metadata.creation_date_raw is None  # type: ignore[union-attr]
    assert pdf == set_document(made)


def test_a_page_has_neither_people_nor_terms(make: Make) -> None:
    said = words_of(set_document(make(cell("About us."), kind="page", key_points=[])))
    assert "About us." in said
    assert "By Maria Lopez" not in said
    assert "About this article" not in said


def test_quotations_in_each_other_without_end_are_told(make: Make) -> None:
    made = make(cell("> " * 40 + "x"), key_points=[])
    with pytest.raises(ContentError) as raised:
        set_for("notebooks/a.ipynb", article_sources(made).sources, made)
    (finding,) = raised.value.findings
    assert (finding.rule, finding.message, finding.fix) == (
        "document-too-nested",
        "quotations, lists or other elements lie too deep in each other for a document",
        "take them out of each other; nobody can read so many levels.",
    )


def test_greek_polish_and_arabic_letters_need_no_other_typeface(make: Make) -> None:
    made = make(cell("Greek αβγ, Polish łąż, Arabic العربية, arrows → ≤ ✓."), key_points=[])
    done = set_pdf(article_sources(made).sources, 0)
    assert (done.borrowed, done.missing) == ((), ())


def test_a_sign_that_no_typeface_has_is_told_and_stops_nothing(make: Make) -> None:
    made = make(cell("A sign \U000f1234 here."), key_points=[])
    done = set_pdf(article_sources(made).sources, 0)
    assert done.missing == ("\U000f1234",)
    assert done.pdf.startswith(b"%PDF")
    (finding,) = sign_findings("notebooks/a.ipynb", (), ("字",))
    assert (finding.rule, finding.message, finding.fix) == (
        "document-sign-missing",
        "no typeface on this computer can show '字', so the document has gaps, "
        "and does not follow PDF/UA",
        "install a typeface that has these signs, for example one of the Noto family, or write "
        "them in other words.",
    )
    (finding,) = sign_findings("notebooks/a.ipynb", tuple("abcdefghijkl"), ())
    assert finding.message == (
        "a typeface of this computer shows 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j' …, "
        "which Galley's own do not have"
    )


def test_a_wide_table_is_turned_and_one_that_fits_nowhere_is_told(make: Make) -> None:
    def table(columns: int, word: str) -> str:
        row = f"| {' | '.join([word] * columns)} |"
        return f"{row}\n|{'--|' * columns}\n{row}\n"

    made = make(cell(table(12, "measured-value")), key_points=[])
    turned = article_sources(made)
    pages = read(set_pdf(turned.sources, 0).pdf).pages
    assert turned.crowded == ()
    assert any(page.mediabox.width > page.mediabox.height for page in pages)
    crowded = article_sources(make(cell(table(24, "measured-value")), key_points=[])).crowded
    assert len(crowded) == 1
    (finding,) = crowded_findings("notebooks/a.ipynb", ["Doses"])
    assert (finding.rule, finding.message, finding.fix) == (
        "document-table-too-wide",
        "the table 'Doses' is too wide for paper, so words in it run into each other",
        "split it into two tables, or shorten its longest words.",
    )


def test_a_long_table_repeats_its_headings(make: Make) -> None:
    rows = "".join(f"| drug {n} | {n} |\n" for n in range(80))
    pdf = set_document(make(cell(f"| Drug | Dose |\n|--|--|\n{rows}"), key_points=[]))
    pages = [page.extract_text() for page in read(pdf).pages]
    assert sum("Dose" in page for page in pages if "drug" in page) >= 2


def test_a_very_long_formula_and_deep_headings_are_set(make: Make) -> None:
    long = " + ".join(f"x_{{{n}}}" for n in range(60))
    source = f"## One\n\n##### Five\n\n$$ {long} $$\n\nA picture ![](photo.png) without words."
    assert set_document(make(cell(source), key_points=[])).startswith(b"%PDF")


def test_raw_html_and_what_code_printed_are_set(make: Make) -> None:
    cells = [
        cell(
            "<details><summary>S</summary><p>in</p></details>\n\n<table><tr><td>1</td></tr></table>"
        ),
        nb.new_code_cell(
            "#| echo: true\nprint(1)",
            id="p",
            outputs=[nb.new_output("stream", text="\x1b[31mred]#\n")],
        ),
    ]
    said = words_of(set_document(make(*cells, key_points=[])))
    assert "red]#" in said
    assert "print(1)" in said


def test_every_formula_is_heard_once_in_signs(english: Document) -> None:
    assert spoken_formulas(english) == {"y": "y", r"\tau = \frac{a}{b}": "τ = a/b", "x^2": "x²"}


@pytest.mark.parametrize(
    ("mathml", "said"),
    [
        ("<mfrac><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><mn>2</mn></mfrac>", "(a + b)/2"),
        ("<msubsup><mi>x</mi><mn>1</mn><mi>k</mi></msubsup>", "x₁^k"),
        ("<msqrt><mi>x</mi></msqrt>", "√x"),
        ("<mroot><mi>x</mi><mn>3</mn></mroot>", "³√x"),
        (
            "<munderover><mo>∑</mo><mrow><mi>i</mi><mo>=</mo><mn>1</mn></mrow><mi>n</mi>"
            "</munderover>",
            "∑_(i = 1)ⁿ",
        ),
        (
            "<mtable><mtr><mtd><mi>a</mi></mtd><mtd><mi>b</mi></mtd></mtr><mtr><mtd><mi>c</mi></mtd>"
            "</mtr></mtable>",
            "a b; c",
        ),
    ],
)
def test_a_formula_in_signs(mathml: str, said: str) -> None:
    assert in_signs(ET.fromstring(mathml)).strip() == said


def test_only_ids_that_something_leads_to_are_named(english: Document) -> None:
    source = TypstSource(english).write()
    assert 'label("to-' in source
    assert "cite-" not in source


def test_what_typst_refuses_is_one_clear_error() -> None:
    with pytest.raises(CannotSetError) as raised:
        set_pdf(Sources({"main.typ": b"#nothing-of-this-name"}), 0)
    assert str(raised.value) == (
        "the PDF could not be set: unknown variable: nothing-of-this-name\n"
        "  Fix: please report this with the article; its page is not concerned."
    )
