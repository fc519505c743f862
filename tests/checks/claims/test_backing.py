"""What backs a claim: citations, lists, footnotes, figures, own calculations; and what does not."""

from __future__ import annotations

import pytest
from nbformat.v4 import new_code_cell, new_output

from galley.checks.claims import claim_absolute, claim_uncited, number_uncited

CLAIM = "Research shows that it helps."
BUNDLE = "application/vnd.galley.figure+json"


def figure(sources, caption="It helps 30% of people."):
    evidence = {"class": "data", "sources": sources}
    data = {BUNDLE: {"schema": 1, "alt": "A.", "caption": caption, "evidence": evidence}}
    return new_code_cell(
        "#| label: fig-a\nplot()",
        id="figure",
        outputs=[new_output("display_data", data={"image/png": "AA==", **data})],
    )


@pytest.mark.parametrize(
    "source",
    [
        f"{CLAIM} So say others [@bi2001].",
        f"{CLAIM}[^a]\n\n[^a]: As in [@bi2001].",
        f"{CLAIM} See [their paper](https://doi.org/10.1000/x).",
        "Research shows that it helps (Huang et al., 2014).",
        "Research shows that it helps [12].",
        "Research shows three things [@bi2001]:\n\n- Studies show one.\n- Studies show two.",
        "Research shows three things:\n\n- This one.\n- And this [@bi2001].",
        "As [](#fig-a) shows, research found it.\n",
        "Penelitian menunjukkan hal ini; ini perhitungan kami sendiri.",
    ],
)
def test_what_names_a_source(found, text, source):
    lang = "id" if source.startswith("Penelitian") else "en"
    assert found(claim_uncited.RULE, text(source), figure(["bi2001"]), lang=lang) == []


@pytest.mark.parametrize(
    ("source", "places"),
    [
        (f"Others say so [@bi2001].\n\n{CLAIM}", ["#text:3"]),
        ("Three things:\n\n- Studies show one.\n- Two [@bi2001].", ["#text:3"]),
        (f"{CLAIM} See [our clinic](https://example.org/).", ["#text:1"]),
        ("As [](#fig-a) shows, research found it.", ["#text:1"]),
        ("As [](#later) shows, research found it.\n\n(later)=\n## Later", ["#text:1"]),
    ],
)
def test_what_does_not(found, text, source, places):
    remarks = found(claim_uncited.RULE, text(source), figure([]))
    assert [remark.split(": ")[0] for remark in remarks] == places


def test_a_figure_that_was_not_drawn_yet_is_believed(found, text):
    cells = (
        text("As [](#fig-b) shows, 30% of people recover."),
        new_code_cell("#| label: fig-b\nplot()"),
    )
    assert found(number_uncited.RULE, *cells) == []


def test_a_caption_is_backed_by_its_figure(found, text):
    assert found(number_uncited.RULE, text("One."), figure(["bi2001"])) == []


def test_key_points_and_description_are_backed_by_a_body_that_cites(found, text):
    front = {"description": CLAIM, "key_points": ["It helps 30% of people. Others not."]}
    here = ": the number in 'It helps 30%"
    cited = found(number_uncited.RULE, text("One [@bi2001]."), front=front)
    uncited = found(number_uncited.RULE, text("One."), front=front)

    assert cited == []
    assert [remark.split("\n")[0] for remark in uncited] == [
        ": the number in '30% of people' has no source in its sentence or paragraph"
    ], here
    assert len(found(claim_uncited.RULE, text("One."), front=front)) == 1


def test_key_points_are_not_excused_from_promises(found, text):
    front = {"key_points": ["Hasilnya permanen."]}
    assert found(claim_absolute.RULE, text("Satu [@bi2001]."), front=front, lang="id") == [
        ": 'permanen' promises that an effect never fades\n"
        "  Fix: say how long it was seen to last: "
        "'bertahan berbulan-bulan pada … orang [@kunci]'."
    ]


def test_titles_in_a_typed_list_of_sources_claim_nothing(found, text):
    source = "One.\n\n## References\n\n- Huang E (2001). Studies show that music cures pain."
    assert found(claim_uncited.RULE, text(source)) == []
    assert found(claim_absolute.RULE, text(source)) == []
