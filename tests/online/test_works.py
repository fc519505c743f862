"""Whole works by DOI and PubMed number, from services as they answer."""

from __future__ import annotations

import pytest
from tests.online.server import Page

from galley.online.transport import NoAnswerError
from galley.online.works import work_by_doi, work_by_pmid

DOI = "10.1/x"
CROSSREF = {
    "type": "journal-article",
    "title": ["Neurotrophins &amp; <i>the</i> <mml:math>brain</mml:math>."],
    "subtitle": ["Roles"],
    "author": [
        {"given": "Eric J.", "family": "Huang", "sequence": "first", "affiliation": []},
        {"name": "A Group"},
        {"suffix": "Jr"},
    ],
    "container-title": ["Annual Review of Neuroscience"],
    "issued": {"date-parts": [[2000, 12, 30]]},
    "published-print": {"date-parts": [[2001, 3]]},
    "volume": "24",
    "page": "677-736",
    "publisher": "Annual Reviews",
    "ISSN": ["0147-006X"],
    "abstract": "not ours to keep",
}


def test_a_doi_of_crossref(network, client):
    network.crossref(DOI, **CROSSREF)
    found = work_by_doi(client(), DOI)
    assert found.service == "Crossref"
    assert found.item == {
        "type": "article-journal",
        "title": "Neurotrophins & <i>the</i> brain: Roles",
        "author": [{"family": "Huang", "given": "Eric J."}, {"literal": "A Group"}],
        "container-title": "Annual Review of Neuroscience",
        "issued": {"date-parts": [[2001, 3]]},
        "page": "677-736",
        "volume": "24",
        "publisher": "Annual Reviews",
        "DOI": DOI,
    }
    assert network.asked == [f"GET /crossref/works/{DOI}"]


def test_a_work_is_asked_for_once(network, client):
    network.crossref(DOI, **CROSSREF)
    assert work_by_doi(client(), DOI) == work_by_doi(client(), DOI)
    assert len(network.asked) == 1


def test_a_notice_goes_into_the_keywords(network, client):
    notice = {"type": "retraction", "DOI": "10.1/r", "label": "Retraction"}
    network.crossref(DOI, **CROSSREF, **{"updated-by": [{**notice, "type": "correction"}, notice]})
    assert work_by_doi(client(), DOI).item["keyword"] == "Retracted publication"


def test_a_doi_of_datacite(network, client):
    network.datacite(
        DOI,
        titles=[{"title": "Data about hands"}],
        creators=[
            {"familyName": "Lopez", "givenName": "Maria"},
            {"name": "Lee, Ann"},
            {"name": "A Group"},
        ],
        publicationYear=2020,
        publisher="Zenodo",
        types={"resourceTypeGeneral": "Dataset"},
    )
    found = work_by_doi(client(), DOI)
    assert (found.service, found.item) == (
        "DataCite",
        {
            "type": "dataset",
            "title": "Data about hands",
            "author": [
                {"family": "Lopez", "given": "Maria"},
                {"family": "Lee", "given": "Ann"},
                {"literal": "A Group"},
            ],
            "issued": {"date-parts": [[2020]]},
            "publisher": "Zenodo",
            "DOI": DOI,
        },
    )


def test_a_doi_that_nobody_knows(network, client):
    assert work_by_doi(client(), DOI) is None
    assert network.asked == [f"GET /crossref/works/{DOI}", f"GET /datacite/dois/{DOI}"]


PUBMED = {
    "source": "PubMed",
    "id": "pmid:11520916",
    "title": "Neurotrophins.",
    "author": [{"family": "Huang", "given": "EJ"}],
    "container-title": "Annu Rev Neurosci",
    "type": "article-journal",
    "issued": {"date-parts": [["2001"]]},
    "DOI": DOI,
}


def test_a_pubmed_number_with_what_crossref_knows_of_notices(network, client):
    network.json("/pubmed/", PUBMED)
    update = {"type": "expression_of_concern", "DOI": "10.1/c"}
    network.crossref(DOI, **CROSSREF, **{"updated-by": [update]})
    found = work_by_pmid(client(), "11520916")
    assert found.item == {
        "type": "article-journal",
        "title": "Neurotrophins",
        "author": [{"family": "Huang", "given": "EJ"}],
        "container-title": "Annu Rev Neurosci",
        "issued": {"date-parts": [[2001]]},
        "DOI": DOI,
        "PMID": "11520916",
        "keyword": "Expression of concern",
    }
    assert network.requests[0].query == {"format": ["csl"], "id": ["11520916"]}


def test_a_pubmed_number_without_crossref(network, client):
    network.json("/pubmed/", PUBMED)
    network.pages[f"/crossref/works/{DOI}"] = Page(500)
    assert work_by_pmid(client(), "11520916").item["title"] == "Neurotrophins"


@pytest.mark.parametrize("answer", [{"id": [["A valid integer is required."]]}, [], {}])
def test_a_pubmed_number_of_no_work(answer, network, client):
    network.json("/pubmed/", answer)
    if answer == []:
        with pytest.raises(NoAnswerError):
            work_by_pmid(client(), "1")
    else:
        assert work_by_pmid(client(), "1") is None
