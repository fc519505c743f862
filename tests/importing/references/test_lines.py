"""A line of a typed list says no more as a work than it says as a line."""

from __future__ import annotations

import json
import re
from collections import Counter
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.importing.references.shelf import BIBLIOGRAPHY, library

from galley.article.bibliography_bibtex import parse_bibtex
from galley.article.model import Citation, CitationCluster
from galley.findings import Place
from galley.html.pandoc import Pandoc
from galley.html.pandoc_types import PandocRequest
from galley.importing.references.entry_text import render_entry
from galley.importing.references.line import read_line
from galley.importing.references.typed_work import TypedWork

LABELLED = Path(__file__).parent / "labelled"


def labelled(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (LABELLED / name).read_text("utf-8").splitlines()]


def fields(work: TypedWork) -> dict[str, Any]:
    names = [
        "year",
        "letter",
        "title",
        "journal",
        "volume",
        "pages",
        "publisher",
        "doi",
        "pmid",
        "url",
        "has_more",
    ]
    found = {name: getattr(work, name) for name in names}
    found |= {"authors": list(work.authors), "number": work.issue}
    return {name: value for name, value in found.items() if value}


@pytest.mark.parametrize("label", labelled("lines_open.jsonl"), ids=lambda each: each["text"][:40])
def test_a_line_is_read_field_by_field(label: dict[str, Any]) -> None:
    assert fields(read_line(label["text"])) == {n: v for n, v in label.items() if n != "text"}


def test_lines_that_were_held_back_are_read_as_well_as_they_were() -> None:
    counts: Counter[str] = Counter()
    for label in labelled("lines_held_back.jsonl"):
        found, wanted = fields(read_line(label.pop("text"))), label
        counts["whole"] += found == wanted
        counts["right"] += sum(wanted.get(name) == value for name, value in found.items())
        counts["found"] += len(found)
        counts["wanted"] += len(wanted)
    assert counts["whole"] >= 29
    assert counts["right"] / counts["found"] >= 0.98
    assert counts["right"] / counts["wanted"] >= 0.96


@pytest.mark.kernel
@pytest.mark.parametrize("style", ["author-year", "numeric"])
def test_what_galley_prints_is_read_back(style: str) -> None:
    works = {entry.key: entry for entry in library() if entry.kind == "article"}
    cited = tuple(Citation(key) for key in works)
    request = PandocRequest(
        (CitationCluster(cited, Place("")),), (), BIBLIOGRAPHY.read_text("utf-8"), "en", style
    )
    with Pandoc() as pandoc:
        printed = pandoc.convert(request).references
    wrong = [
        reference.key
        for reference in printed
        if not is_read_back(unescape(re.sub(r"<[^>]*>", "", reference.html)), works[reference.key])
    ]
    assert len(printed) == len(works) > 50
    assert wrong == []


def is_read_back(line: str, work: Any) -> bool:
    read = read_line(line)
    families = [author.partition(",")[0] for author in work.authors]
    found = [author.partition(",")[0].replace("’", "'") for author in read.authors]
    # Behind an ellipsis stands the last author.
    return (
        letters(read.title) == letters(work.title)
        and read.year == work.year
        and letters(read.journal) == letters(work.journal)
        and (read.volume, read.issue) == (work.volume, work.number)
        and (set(found) <= set(families) if read.has_more else found == families)
    )


def letters(text: str) -> str:
    return re.sub(r"[\W_]", "", text).lower()


@settings(max_examples=150, deadline=None)
@given(
    st.text(alphabet=st.sampled_from(" .,;:()[]&-–“”'0129aeAEMJPdoihkt/\\*_#@é\n"), max_size=120)
)
def test_any_line_is_read_and_nothing_is_invented(line: str) -> None:
    work = read_line(line)
    said = letters(line)
    told = (work.title, work.journal, work.publisher, work.volume, work.issue, work.year, work.doi)
    assert all(letters(each) in said for each in told)
    assert all(letters(part) in said for author in work.authors for part in author.split(","))


def test_an_entry_keeps_the_line_and_reads_back_as_the_work() -> None:
    line = (
        "2. van der Berg A_B, Doe & Sons Group, et al. 50% of {all} costs $5 ~ #1: a^b. "
        "J Ex. 2019;1(2):3-9. doi:10.5555/ab_c(1)"
    )
    work = read_line(line)
    parsed = parse_bibtex(render_entry(work, "berg2019"), "references.bib")
    assert parsed.findings == ()
    (entry,) = parsed.entries
    assert (entry.key, entry.year, entry.doi) == ("berg2019", "2019", "10.5555/ab_c(1)")
    assert "read from a typed reference: van der Berg A\\_B, Doe \\& Sons Group" in render_entry(
        work, "x"
    )


def test_the_parts_of_an_entry() -> None:
    work = read_line(
        "[3] Huang EJ & Reichardt LF (2001). Neurotrophins: roles. Annu Rev, 24, 677-736."
    )
    assert work.number == 3
    assert render_entry(work, "huang2001") == (
        "@article{huang2001,\n"
        "  author = {Huang, E. J. and Reichardt, L. F.},\n"
        "  title = {{Neurotrophins: roles}},\n"
        "  journal = {Annu Rev},\n"
        "  year = {2001},\n"
        "  volume = {24},\n"
        "  pages = {677--736},\n"
        "  annote = {read from a typed reference: Huang EJ \\& Reichardt LF (2001). Neurotrophins: "
        "roles. Annu Rev, 24, 677-736.}\n"
        "}\n"
    )


def test_a_number_alone_is_all_that_its_entry_says() -> None:
    assert render_entry(read_line("- doi: 10.1093/brain/awy302"), "doi") == (
        "@misc{doi,\n"
        "  title = {{doi:10.1093/brain/awy302}},\n"
        "  doi = {10.1093/brain/awy302},\n"
        "  annote = {read from a typed reference: doi: 10.1093/brain/awy302}\n"
        "}\n"
    )
