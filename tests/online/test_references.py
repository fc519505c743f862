"""What Crossref, DataCite and doi.org say of the works that articles cite."""

import pytest
from tests.online.server import Page

DOI = "10.1021/am300292v"
NOTICE = "10.1021/acsami.9b11759"
# As Crossref's own announcement shows the field.
RETRACTION = {
    "DOI": NOTICE,
    "type": "retraction",
    "label": "Retraction",
    "source": "retraction-watch",
    "updated": {
        "date-parts": [[2019, 7, 26]],
        "date-time": "2019-07-26T00:00:00Z",
        "timestamp": 1564099200000,
    },
    "record-id": "20946",
}
BIB = (
    "@article{key1, title={A Paper on Things}, author={Lee, Ann}, year={2012}, "
    "doi={10.1021/am300292v}}\n"
)
KNOWN = {"title": ["A paper on things"], "issued": {"date-parts": [[2012, 6]]}}


def test_a_work_that_agrees_is_not_spoken_of(look, network):
    network.crossref(DOI, **KNOWN)
    assert look("Words [@key1].", BIB) == []
    assert network.asked == [f"GET /crossref/works/{DOI}"]


def test_only_cited_works_are_asked_about(look, network):
    assert look("Words.", BIB) == []
    assert network.asked == []


def test_a_retraction_that_no_list_has_is_an_error_and_says_what_to_write(look, network):
    network.crossref(
        DOI, **{**KNOWN, "title": ["RETRACTED: A paper on things"]}, **{"updated-by": [RETRACTION]}
    )
    assert look("Words [@key1].", BIB) == [
        "error reference-retracted-online notebooks/references.bib:1: 'key1' was retracted on "
        "2019-07-26, says Crossref, from Retraction Watch; cited in notebooks/a.ipynb\n"
        "  Fix: Rest the sentence on another source, or say in it that the work was retracted. So "
        "that readers are told, add to notebooks/retractions.csv (a new file; its first line is  "
        "doi,date,kind,note ):  10.1021/am300292v,2019-07-26,retraction,"
        "notice 10.1021/acsami.9b11759"
    ]


def test_a_retraction_that_the_list_has_is_known(look, network):
    network.crossref(DOI, **KNOWN, **{"updated-by": [RETRACTION]})
    known = f"doi,date,kind,note\n{DOI},2019-07-26,retraction,notice {NOTICE}\n"
    assert look("Kata [@key1].", BIB, retractions=known) == []


def test_what_the_message_says_to_write_settles_it(look, network):
    network.crossref(DOI, **KNOWN, **{"updated-by": [RETRACTION]})
    row = look("Words [@key1].", BIB)[0].rsplit(":  ", 1)[1]
    assert look("Words [@key1].", BIB, retractions=f"doi,date,kind,note\n{row}\n") == []


def test_the_gravest_of_several_notices_is_told(look, network):
    corrected = {
        "DOI": "10.1/c",
        "type": "correction",
        "label": "Correction",
        "updated": {"date-parts": [[2020, 1, 2]]},
    }
    network.crossref(DOI, **KNOWN, **{"updated-by": [corrected, RETRACTION, corrected]})
    known = f"doi,date,kind,note\n{DOI},2020-01-02,correction,\n"
    (told,) = look("Words [@key1].", BIB, retractions=known)
    assert told.startswith("error reference-retracted-online ")
    assert "add to notebooks/retractions.csv:  10.1021" in told


@pytest.mark.parametrize(
    ("label", "what", "row"),
    [
        ("Erratum", "was corrected on 2020-01-02 (erratum)", "correction"),
        ("Corrigendum", "was corrected on 2020-01-02 (corrigendum)", "correction"),
        (
            "Expression of concern",
            "was doubted on 2020-01-02 (expression of concern)",
            "expression of concern",
        ),
        (
            "Partial retraction",
            "was doubted on 2020-01-02 (partial retraction)",
            "expression of concern",
        ),
    ],
)
def test_a_correction_or_doubt_is_a_warning(label, what, row, look, network):
    update = {
        "DOI": "10.1/c",
        "type": label.lower().replace(" ", "_"),
        "label": label,
        "source": "publisher",
        "updated": {"date-parts": [[2020, 1, 2]]},
    }
    network.crossref(DOI, **KNOWN, **{"updated-by": [update]})
    assert look("Words [@key1].", BIB, retractions="doi,date,kind,note\n") == [
        f"warning reference-corrected-online notebooks/references.bib:1: 'key1' {what}, says "
        "Crossref; cited in notebooks/a.ipynb\n"
        "  Fix: Read the notice, https://doi.org/10.1/c, and see whether what the article says "
        "still holds. So that readers are told, add to notebooks/retractions.csv:  "
        f"10.1021/am300292v,2020-01-02,{row},notice 10.1/c"
    ]


def test_a_later_version_is_no_notice(look, network):
    network.crossref(DOI, **KNOWN, **{"updated-by": [{"DOI": "10.1/v2", "type": "new_version"}]})
    assert look("Words [@key1].", BIB) == []


def test_a_work_that_was_retracted_in_place_names_itself(look, network):
    in_place = {**RETRACTION, "DOI": DOI.upper(), "source": "publisher"}
    network.crossref(DOI, **KNOWN, **{"update-to": [in_place]})
    (told,) = look("Words [@key1].", BIB)
    assert told.startswith("error reference-retracted-online ")


def test_a_citation_of_the_notice_instead_of_the_work_is_told(look, network):
    network.crossref(DOI, **KNOWN, **{"update-to": [{**RETRACTION, "DOI": "10.1/the-work"}]})
    assert look("Words [@key1].", BIB) == [
        "warning reference-is-notice-online notebooks/references.bib:1: 'key1' is not the work "
        "itself: its DOI 10.1021/am300292v is the notice (retraction) of 10.1/the-work, says "
        "Crossref\n"
        "  Fix: Cite the work, https://doi.org/10.1/the-work, if it still stands. To cite the "
        "notice as such, give the entry the notice's own title."
    ]


def test_a_notice_that_is_cited_as_such_is_in_order(look, network):
    title = "Retraction: A paper on things"
    network.crossref(
        DOI,
        title=[title],
        issued={"date-parts": [[2012]]},
        **{"update-to": [{**RETRACTION, "DOI": "10.1/x"}]},
    )
    assert look("Words [@key1].", BIB.replace("A Paper on Things", title)) == []


def test_a_local_notice_that_crossref_does_not_know_is_advice(look, network):
    network.crossref(DOI, **KNOWN)
    known = f"doi,date,kind,note\n{DOI},2019-07-26,retraction,\n"
    assert look("Words [@key1].", BIB, retractions=known) == [
        "advice notice-unknown-online notebooks/references.bib:1: 'key1' has the notice "
        "'retraction' from retractions.csv; Crossref knows of none\n"
        "  Fix: Look at https://doi.org/10.1021/am300292v: if the journal has no such notice, "
        "remove it here, so that readers are not warned of a sound work."
    ]


def test_so_is_one_in_the_entrys_own_words(look, network):
    network.crossref(DOI, **KNOWN)
    (told,) = look("Kata [@key1].", BIB.replace("doi=", "keywords={dikoreksi}, doi="))
    assert "'key1' has the notice 'correction' from its keywords; Crossref knows of none" in told


def test_another_title_is_a_warning_and_its_year_is_not_told_too(look, network):
    network.crossref(DOI, title=["Stroke in zebras"], issued={"date-parts": [[1999]]})
    assert look("Words [@key1].", BIB) == [
        "warning online-title-differs notebooks/references.bib:1: 'key1' is called “A Paper on "
        "Things”, but its DOI 10.1021/am300292v is that of “Stroke in zebras”, says Crossref\n"
        "  Fix: Open https://doi.org/10.1021/am300292v: if it is the work you mean, copy its "
        "title; if not, find the right DOI."
    ]


def test_another_year_is_a_warning(look, network):
    network.crossref(DOI, **{**KNOWN, "issued": {"date-parts": [[2009]]}})
    assert look("Words [@key1].", BIB) == [
        "warning online-year-differs notebooks/references.bib:1: 'key1' has the year 2012, but "
        "Crossref has 2009 for 10.1021/am300292v\n"
        "  Fix: Open https://doi.org/10.1021/am300292v and copy its year, or correct the DOI."
    ]


def test_a_year_beside_that_of_either_date_is_advice(look, network):
    dates = {"issued": {"date-parts": [[2010]]}, "published-print": {"date-parts": [[2011, 1]]}}
    network.crossref(DOI, **{**KNOWN, **dates})
    assert look("Words [@key1].", BIB) == [
        "advice online-year-off-by-one notebooks/references.bib:1: 'key1' has the year 2012, but "
        "Crossref has 2010 and 2011 for 10.1021/am300292v\n"
        "  Fix: Keep the year of the printed volume if the work has one, otherwise copy this one."
    ]


def test_the_year_of_print_and_of_the_web_are_both_right(look, network):
    dates = {"issued": {"date-parts": [[2011]]}, "published-print": {"date-parts": [[2012, 1]]}}
    network.crossref(DOI, **{**KNOWN, **dates})
    assert look("Words [@key1].", BIB) == []


def test_an_unknown_doi_is_an_error_once_doi_org_has_said_so(look, network):
    assert look("Words [@key1].", BIB) == [
        "error doi-unknown notebooks/references.bib:1: the DOI 10.1021/am300292v of 'key1' is "
        "registered nowhere, says doi.org\n"
        "  Fix: Copy the DOI from the journal's own page. If the work cannot be found anywhere, do "
        "not cite it."
    ]
    assert network.asked == [
        f"GET /crossref/works/{DOI}",
        f"GET /datacite/dois/{DOI}",
        f"GET /doi/api/handles/{DOI}",
        "GET /crossref/works",
    ]


def test_an_unknown_doi_is_told_with_the_one_that_was_meant(look, network):
    network.crossref_finds({"DOI": "10.1021/am300292w", "author": [{"family": "Lee"}], **KNOWN})
    assert look("Words [@key1].", BIB)[0].endswith(
        "  Fix: Crossref has a work of that title, year and first author as 10.1021/am300292w; if "
        "it is the same, write  doi = {10.1021/am300292w},"
    )


def test_a_doi_of_datacite_is_compared_too(look, network):
    network.datacite(DOI, titles=[{"title": "Data on zebras"}], publicationYear=2012)
    assert look("Words [@key1].", BIB)[0].endswith(
        "is that of “Data on zebras”, says DataCite\n"
        "  Fix: Open https://doi.org/10.1021/am300292v: if it is the work you mean, copy its "
        "title; if not, find the right DOI."
    )
    network.datacite(DOI, titles=[{"title": "A Paper on Things"}], publicationYear=2012)


def test_a_doi_of_another_registry_is_left_alone(look, network):
    network.registered(DOI)
    assert look("Words [@key1].", BIB) == []


NO_DOI = (
    "@article{key2, title={A Paper on Things: A Review}, author={de Vries, Ann and Wu, Bo}, "
    "year={2012}}\n"
)
FOUND = {
    "DOI": "10.1/Found",
    "title": ["A paper on things"],
    "subtitle": ["a review"],
    "author": [{"given": "Ann", "family": "de Vries"}],
    "issued": {"date-parts": [[2012]]},
}


def test_a_doi_is_proposed_where_title_year_and_first_author_agree(look, network):
    network.crossref_finds({**FOUND, "DOI": "10.1/other", "title": ["Zebras"]}, FOUND)
    assert look("Words [@key2].", NO_DOI) == [
        "advice online-doi-found notebooks/references.bib:1: 'key2' has no DOI; Crossref has a "
        "work of the same title, year and first author as 10.1/found\n"
        "  Fix: If it is the same work, add to the entry:  doi = {10.1/found},"
    ]
    (request,) = network.requests
    assert request.query["query.bibliographic"] == [
        "A Paper on Things: A Review de Vries, Ann 2012"
    ]
    assert request.query["rows"] == ["3"]


@pytest.mark.parametrize(
    "other",
    [
        {"title": ["Zebras"]},
        {"issued": {"date-parts": [[2011]]}},
        {"issued": {"date-parts": [[None]]}},
        {"author": [{"family": "Vriesman"}]},
        {"author": []},
    ],
)
def test_no_doi_is_proposed_where_one_of_them_differs(other, look, network):
    network.crossref_finds({**FOUND, **other})
    assert look("Words [@key2].", NO_DOI) == []


def test_no_doi_is_proposed_where_two_works_agree(look, network):
    network.crossref_finds(FOUND, {**FOUND, "DOI": "10.1/preprint"})
    assert look("Words [@key2].", NO_DOI) == []


def test_an_answer_from_before_says_of_which_day_it_is(look, network, a_time):
    network.crossref(DOI, **{**KNOWN, "issued": {"date-parts": [[2009]]}})
    look("Words [@key1].", BIB)
    a_time.now_s += 29 * 86_400
    (told,) = look("Words [@key1].", BIB)
    assert "but Crossref (asked on 2025-11-26) has 2009 for" in told
    assert len(network.requests) == 1
    a_time.now_s += 2 * 86_400
    (told,) = look("Words [@key1].", BIB)
    assert "but Crossref has 2009 for" in told
    assert len(network.requests) == 2


def test_severities_are_the_sites_own(look, network):
    network.crossref(DOI, **{**KNOWN, "issued": {"date-parts": [[2009]]}})
    off = '[checks.severity]\nonline-year-differs = "off"\n'
    assert look("Words [@key1].", BIB, site=off) == []
    (told,) = look("Words [@key1].", BIB, site=off.replace("off", "error"))
    assert told.startswith("error online-year-differs ")


def test_an_article_may_set_a_finding_aside(look, network):
    network.crossref(DOI, **{**KNOWN, "issued": {"date-parts": [[2009]]}})
    reason = "ignore: {online-year-differs: the second edition is meant}"
    assert look("Words [@key1].", BIB, more=reason) == []
    look("Words.", BIB, name="b.ipynb")
    (told,) = look(
        "Words [@key1].", BIB, name="b.ipynb", more=reason.replace("differs", "off-by-one")
    )
    assert told.startswith("warning online-year-differs ")


def test_a_strange_form_counts_as_not_said(look, network):
    network.crossref(
        DOI,
        title="A string",
        issued={"date-parts": [["x"]]},
        author="?",
        **{"updated-by": {"type": "retraction"}, "update-to": [3, {"DOI": 4}]},
    )
    assert look("Words [@key1].", BIB) == []


@pytest.mark.parametrize(
    "body",
    [
        b"<html>",
        b"[]",
        b"{}",
        b'{"message": []}',
        b'{"message": {"title": ["X"]}}',
        b"\xff",
        b"[" * 5000,
    ],
)
def test_an_answer_that_makes_no_sense_is_a_failing_service(body, look, network):
    network.pages[f"/crossref/works/{DOI}"] = Page(body=body)
    network.registered(DOI)
    assert look("Words [@key1].", BIB) == [
        "warning online-service-failed notebooks/references.bib: Crossref left 1 question about "
        "references open: its answer cannot be understood\n"
        "  Fix: Check again later; nothing is known to be wrong with these references."
    ]
