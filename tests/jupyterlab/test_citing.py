"""Works to choose among, keys in the folder's manner, and what an author may paste."""

from __future__ import annotations

from pathlib import Path
from time import process_time

import pytest

from galley.article.bibliography import parse_bibliography
from galley.article.bibliography_entry import BibliographyEntry
from galley.citing.keys import propose_key, why_not_key
from galley.citing.pasted import Pasted, find_number, read_pasted
from galley.jupyterlab.citing.candidates import find_same, remarks_on
from galley.jupyterlab.citing.listing import cite, works_to_choose
from galley.jupyterlab.citing.runs import runs_of
from galley.jupyterlab.citing.shelves import Shelves

BIB = """@article{smith2018b, author={Smith, Ann}, title={Later words}, year={2018}}
@article{smith2018a, author={Smith, Ann}, title={Earlier words}, year={2018}}
@article{oneill2001, author={O'Neill, Bob and Müller, Jan and Lee, C.},
  title={{BDNF} and the brain}, journal={Brain}, year=2001, keywords={Retracted}}
@book{o'hara1999, author={O'Hara, Dee and {\\"O}zg{\\"u}r, E.}, title={Hands}, year=1999}
@misc{who, author={{World Health Organization}}, title={Rules}}
"""
ENTRIES = parse_bibliography(BIB, "references.bib")[0]


def work(
    key: str = "x", name: str = "Huang, Eric", year: str = "2001", **more: str
) -> BibliographyEntry:
    return BibliographyEntry(key, "article", authors=(name,), year=year, **more)  # type: ignore[arg-type]


def test_works_are_offered_by_name_and_year_with_what_an_author_may_type() -> None:
    listed = works_to_choose(ENTRIES.entries.values())
    assert [each["key"] for each in listed] == [
        "o'hara1999",
        "oneill2001",
        "smith2018a",
        "smith2018b",
        "who",
    ]
    assert listed[1] == {
        "key": "oneill2001",
        "cite": "@oneill2001",
        "names": "O'Neill et al.",
        "year": "2001",
        "title": "BDNF and the brain",
        "notice": "retraction",
        "words": "o neill bob muller jan lee c 2001 bdnf and the brain oneill",
    }
    assert [each["names"] for each in listed[::4]] == [
        "O'Hara & Özgür",
        "World Health Organization",
    ]


@pytest.mark.parametrize(
    ("key", "written"),
    [
        ("huang2001", "@huang2001"),
        ("doi:10.1/x", "@doi:10.1/x"),
        ("o'hara1999", "@{o'hara1999}"),
        ("huang2001.", "@{huang2001.}"),
        ("müller2001", "@müller2001"),
    ],
)
def test_a_key_is_written_so_that_markdown_reads_all_of_it(key: str, written: str) -> None:
    assert cite(key) == written


def test_a_reference_is_told_in_upright_and_slanted_words() -> None:
    html = 'O’Neill &amp; Lee. <em>Brain</em>, <a href="https://doi.org/10.1/x">10.1/x</a> <b>3</b>'
    assert runs_of(html) == [("O’Neill & Lee. ", False), ("Brain", True), (", 10.1/x 3", False)]


@pytest.mark.parametrize(
    ("others", "key"),
    [
        ([], "huang2001"),
        (["Smith2001"], "Huang2001"),
        (["smith_2001"], "huang_2001"),
        (["smith:2001"], "huang:2001"),
        (["smith2001words"], "huang2001neurotrophins"),
        (["smith_words_2001"], "huang_neurotrophins_2001"),
        (["Smith2001", "Smith2001a", "smith-2001"], "Huang2001"),
        (["anything", "else"], "huang2001"),
    ],
)
def test_a_key_is_made_as_most_of_the_folders_keys(others: list[str], key: str) -> None:
    known = [work(other, "Smith, Ann", title="The words") for other in others]
    assert propose_key(work(title="The neurotrophins"), known) == key


@pytest.mark.parametrize(
    ("others", "key"),
    [
        (["huang2001"], "huang2001b"),
        (["huang2001a", "huang2001b"], "huang2001c"),
        (["huang2001", "huang2001b"], "huang2001c"),
    ],
)
def test_a_key_that_is_taken_gets_the_next_letter(others: list[str], key: str) -> None:
    assert propose_key(work(), [work(other) for other in others]) == key


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("de Vries, Jan", "devries2001"),
        ("O'Neill, Bob", "oneill2001"),
        ("Müller, Ö.", "muller2001"),
        ("World Health Organization", "world2001"),
        ("", "rules2001"),
        ("王, 伟", "work2001"),
    ],
)
def test_a_key_holds_plain_letters(name: str, key: str) -> None:
    entry = BibliographyEntry(
        "x", "book", "The rules", authors=(name,) if name else (), year="2001"
    )
    assert propose_key(entry, []) == key


def test_a_key_is_refused_with_a_reason() -> None:
    assert why_not_key("huang2001", ()) == ""
    assert why_not_key("huang2001", ("huang2001",)) == (
        "another work has the key 'huang2001' already"
    )
    for key in ("", "two words", "a,b", "a{b", "a@b", "x.", "o'neill", "a]"):
        assert why_not_key(key, ()).startswith("write letters, digits and the signs - _ : . + /")


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("10.1146/annurev.neuro.24.1.677", "DOI 10.1146/annurev.neuro.24.1.677"),
        ("https://doi.org/10.1146/annurev.neuro.24.1.677", "DOI 10.1146/annurev.neuro.24.1.677"),
        ("doi:10.1016/S0140-6736(15)60690-0.", "DOI 10.1016/S0140-6736(15)60690-0"),
        ("Huang EJ. Neurotrophins. doi: 10.1146/x.677. PMID: 11520916", "DOI 10.1146/x.677"),
        ("11520916", "PubMed 11520916"),
        ("PMID: 11520916", "PubMed 11520916"),
        ("https://pubmed.ncbi.nlm.nih.gov/11520916/", "PubMed 11520916"),
        ("https://www.ncbi.nlm.nih.gov/pubmed/11520916", "PubMed 11520916"),
        ("Huang 2001", "None"),
        ("https://example.org/11520916", "None"),
    ],
)
def test_the_number_of_a_work_is_found_in_what_is_pasted(text: str, number: str) -> None:
    assert str(find_number(text)) == number
    assert str(read_pasted(text).number) == number


def test_what_is_no_reference_is_said_to_be_none() -> None:
    assert read_pasted("A sentence about the brain.") == read_pasted(" \n") == Pasted()


BIBTEX = """@article{HUANG2001677,
title = {Neurotrophins},
author = {Eric J. Huang and O'Neill, Bob},
  year = 2001,   % as in print
abstract = {Some {curly} words}
}"""


def test_bibtex_keeps_every_letter_but_those_of_its_key() -> None:
    (found,) = read_pasted(f"\ufeff\n```bibtex\n{BIBTEX}\n```\n").works
    assert found.text == BIBTEX
    assert found.with_key("huang2001").text == BIBTEX.replace("HUANG2001677", "huang2001")
    assert (found.entry.title, found.entry.year) == ("Neurotrophins", "2001")


@pytest.mark.parametrize("start", ["@article{,", "@article{ ,", "@article{\n", "@Article{ "])
def test_bibtex_without_a_key_is_read(start: str) -> None:
    (found,) = read_pasted(f"{start} title={{Hands}}, year=2001}}").works
    assert found.entry.title == "Hands"
    text = found.with_key("huang2001").text
    assert read_pasted(text).works[0].entry.key == "huang2001"


def test_several_entries_are_several_works_and_a_broken_one_costs_only_itself() -> None:
    pasted = read_pasted(f"{BIBTEX}\n\n@book{{b, title={{Hands}}}}\n@book{{c, title={{Never closed")
    assert [each.entry.title for each in pasted.works] == ["Neurotrophins", "Hands"]
    assert [each.message for each in pasted.problems] == [
        "the entry 'c' cannot be read and cannot be cited"
    ]


RIS = "TY  - JOUR\nAU  - Huang, Eric J\nTI  - Neurotrophins\nPY  - 2001\nID  - 17\nER  - \n"


@pytest.mark.parametrize("text", [RIS, RIS.replace("\n", "\r\n"), RIS.replace("ER  - \n", "")])
def test_ris_is_read_and_gets_its_key(text: str) -> None:
    (found,) = read_pasted(text).works
    assert (found.entry.title, found.entry.authors) == ("Neurotrophins", ("Huang, Eric J",))
    keyed = found.with_key("huang2001")
    assert keyed.text.splitlines()[:2] == ["TY  - JOUR", "ID  - huang2001"]
    assert read_pasted(keyed.text).works[0].entry.key == "huang2001"


@pytest.mark.parametrize(
    "text",
    [
        '{"type": "book", "title": "Hands", "author": [{"family": "Lee"}]}',
        '[{"id": 7, "type": "book", "title": "Hands"}]',
        '{"items": [{"id": "lee", "type": "book", "title": "Hands"}]}',
    ],
)
def test_csl_json_is_read_and_gets_its_key(text: str) -> None:
    (found,) = read_pasted(text).works
    keyed = found.with_key("lee2001")
    assert (keyed.entry.title, keyed.entry.key) == ("Hands", "lee2001")
    assert read_pasted(keyed.text).works[0].entry.key == "lee2001"


@pytest.mark.parametrize(
    "text", ["{", "[1, 2]", '{"items": 3}', "[" * 5000, "[{}]", "@misc{a, year=2001}"]
)
def test_what_is_broken_gives_a_sentence_and_no_work(text: str) -> None:
    pasted = read_pasted(text)
    assert pasted.works == ()
    assert pasted.problems


@pytest.mark.parametrize(
    ("pasted", "why"),
    [
        ("doi={10.1/ABC}", "doi"),
        ("pmid={11520916}", "pmid"),
        ("title={Neurotrophins: roles in development}, year=2001", "title"),
        ("title={Neurotrophins: roles in development}, year=2002", None),
        ("title={Another}", None),
    ],
)
def test_a_work_that_is_there_already_is_found(pasted: str, why: str | None) -> None:
    mine = (
        "@article{mine, title={Neurotrophins, roles in development}, year=2001, "
        "doi={10.1/abc}, pmid={11520916}}"
    )
    if why == "title":
        mine = mine.replace("doi={10.1/abc}, ", "")
    bibliography = parse_bibliography(mine, "references.bib")[0]
    (found,) = read_pasted(f"@article{{new, author={{Lee}}, {pasted}}}").works
    same = find_same(found.entry, bibliography)
    assert same == (why and {"key": "mine", "cite": "@mine", "why": why})


def test_remarks_are_those_of_a_check() -> None:
    entry = ENTRIES.entries["oneill2001"]
    assert [str(each) for each in remarks_on(entry, "references.bib")] == [
        "article.ipynb#cell:1: 'oneill2001' (O'Neill et al. 2001) was retracted\n"
        "  Fix: take another source and look at the claim again, "
        "or say in the sentence that the work was retracted.",
        "references.bib:3: 'oneill2001' (O'Neill et al. 2001) has no DOI\n"
        "  Fix: look it up at search.crossref.org and add it as doi = {…}; "
        "if there is none, write note = {no DOI}.",
        "references.bib:3: 'oneill2001' (O'Neill et al. 2001) lacks the volume and pages "
        "or an article number\n"
        "  Fix: add what is missing; for a work that is not out yet write pubstate = {inpress}.",
    ]


def test_two_thousand_works_are_read_once(tmp_path: Path) -> None:
    """Others work on this machine, so that their time is not counted."""
    notebook = tmp_path / "a.ipynb"
    works = (
        f"@article{{k{number}, author={{Huang, Eric and O'Neill, Bob and Lee, Ann}},"
        f" title={{Recovery of the hand {number}}}, journal={{Brain}}, year={{2001}}}}\n"
        for number in range(2000)
    )
    (tmp_path / "references.bib").write_text("".join(works), encoding="utf-8")
    shelves = Shelves()
    before = process_time()
    first = shelves.shelf(notebook)
    assert first.listed.count('"key"') == 2000
    assert process_time() - before < 5
    before = process_time()
    assert all(shelves.shelf(notebook) is first for _ in range(100))
    assert process_time() - before < 0.5
