"""References to take away: read back by what reference managers read them with."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import bibtexparser
import pytest
import rispy

from galley.article.model import Citation, CitationCluster
from galley.findings import Place
from galley.html.pandoc import Pandoc
from galley.html.pandoc_types import ExportedWorks, PandocRequest
from galley.html.reference_files import reference_files

pytestmark = pytest.mark.kernel

WORKS = r"""
@article{berg2018, author={van den Berg, Maria and Lopez, Jo}, title={The {Brain} \& the hand},
  journal={Brain}, year=2018, volume=3, number=2, pages={10--19}, doi={10.1000/x}, pmid={12345},
  annote={verification=seen}, keywords={animal}, note={look again}, abstract={Copied.},
  file={/home/maria/x.pdf}, options={useprefix=true}}
@online{who2019, author={{World Health Organization}}, title={Rehabilitation},
  url={https://example.org/who}, date={2019-03-01}}
@book{other2000, author={Other, A.}, title={Never cited}, year=2000}
"""


@pytest.fixture(scope="module")
def pandoc() -> Iterator[Pandoc]:
    with Pandoc() as started:
        yield started


@pytest.fixture(scope="module")
def files(pandoc: Pandoc) -> dict[str, bytes]:
    cluster = CitationCluster((Citation("berg2018"), Citation("who2019")), Place("a.ipynb"))
    return reference_files(pandoc.convert(PandocRequest((cluster,), bibliography=WORKS)).works)


def test_there_are_three_forms(files: dict[str, bytes]) -> None:
    assert list(files) == ["bib", "ris", "json"]


def test_bibtex_is_read_back(files: dict[str, bytes]) -> None:
    library = bibtexparser.parse_string(files["bib"].decode())
    assert library.failed_blocks == []
    entry, site = library.entries
    fields = {name: field.value for name, field in entry.fields_dict.items()}
    assert (entry.key, entry.entry_type) == ("berg2018", "article")
    assert fields["author"] == "van den Berg, Maria and Lopez, Jo"
    assert fields["year"] == "2018"
    assert fields["doi"] == "10.1000/x"
    assert fields["pmid"] == "12345"
    assert site.fields_dict["year"].value == "2019"


def test_ris_is_read_back(files: dict[str, bytes]) -> None:
    article, site = rispy.loads(files["ris"].decode())
    assert article["type_of_reference"] == "JOUR"
    assert article["authors"] == ["van den Berg, Maria", "Lopez, Jo"]
    assert article["title"] == "The Brain & the hand"
    assert (article["year"], article["volume"], article["number"]) == ("2018", "3", "2")
    assert (article["start_page"], article["end_page"]) == ("10", "19")
    assert article["doi"] == "10.1000/x"
    assert site["authors"] == ["World Health Organization"]
    assert site["urls"] == ["https://example.org/who"]
    assert site["date"] == "2019/03/01/"


def test_csl_json_is_read_back(files: dict[str, bytes]) -> None:
    works: list[dict[str, Any]] = json.loads(files["json"])
    assert [work["id"] for work in works] == ["berg2018", "who2019"]
    assert works[0]["PMID"] == "12345"


@pytest.mark.parametrize("secret", ["verification", "animal", "look again", "Copied", "maria/x"])
def test_what_an_author_noted_stays_with_the_author(files: dict[str, bytes], secret: str) -> None:
    assert [suffix for suffix, data in files.items() if secret in data.decode()] == []


def test_what_is_not_cited_is_not_among_them(files: dict[str, bytes]) -> None:
    assert [suffix for suffix, data in files.items() if "other2000" in data.decode()] == []


def test_the_same_works_give_the_same_bytes(pandoc: Pandoc, files: dict[str, bytes]) -> None:
    cluster = CitationCluster((Citation("berg2018"), Citation("who2019")), Place("a.ipynb"))
    again = pandoc.convert(PandocRequest((cluster,), bibliography=WORKS)).works
    assert reference_files(again) == files


def test_without_works_there_are_no_files(pandoc: Pandoc) -> None:
    assert reference_files(ExportedWorks()) == {}
    assert reference_files(pandoc.convert(PandocRequest((), (("x", False),))).works) == {}
