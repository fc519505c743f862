"""Rules on pictures and plain drawings: what they find, word for word, and what they pass by."""

from __future__ import annotations

import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from galley.article.article import Identity, read_article
from galley.article.front_matter import FrontMatter
from galley.checks import check_article
from galley.checks.rule import CheckContext

FRONT = {
    "title": "X",
    "description": "One sentence.",
    "date": "2026-11-20",
    "review_by": "2028-11-20",
    "authors": [{"name": "Maria Lopez", "credentials": "MD", "affiliation": "St. Mary Hospital"}],
    "disclosures": "none",
    "funding": "none",
}
PLAIN = {"image/png": "AA=="}
BUNDLE = {
    "application/vnd.galley.figure+json": {
        "schema": 1,
        "alt": "It falls.",
        "caption": "A curve.",
        "evidence": {"class": "schematic"},
    }
}
WORDS = "#| caption: A curve.\n#| alt: It falls.\n"
HERE = {
    "citation-unknown-key",
    "figure-evidence-unknown",
    "figure-mark-missing",
    "picture-consent-missing",
}
"""The rules of which this file tells; the others have files of their own."""


def findings(*cells):
    article = read_article(
        new_notebook(cells=list(cells)),
        Identity("x.ipynb", "x", title="X", front_matter=FrontMatter.model_validate(FRONT)),
        known_keys=("bi2001",),
    )
    found = check_article(article, CheckContext(("bi2001",), bibliography_file="r.bib"))
    return [str(finding) for finding in found if finding.rule in HERE]


def figure(options, data):
    output = new_output("display_data", data=data)
    return new_code_cell(f"{options}plot()", id="figure", outputs=[output])


def directive(*options):
    lines = "\n".join((":::{figure} hand.jpg", ":alt: A hand.", *options, ":::"))
    return new_markdown_cell(lines, id="text")


@pytest.mark.parametrize(
    ("kind", "name"), [("schematic", "a schematic"), ("synthetic", "made-up data")]
)
def test_a_plain_drawing_that_is_no_measurement_should_say_so_itself(kind, name):
    assert findings(figure(f"{WORDS}#| evidence: {kind}\n", PLAIN)) == [
        f"x.ipynb#figure: this figure shows {name}, but the picture itself does not say so; "
        "a copy of it will look like data\n"
        f"  Fix: write '{kind}' into the drawing, or draw it with galley_figures."
    ]


@pytest.mark.parametrize("kind", ["data [@bi2001]", "model [@bi2001]"])
def test_measured_and_calculated_drawings_need_no_mark(kind):
    assert findings(figure(f"{WORDS}#| evidence: {kind}\n", PLAIN)) == []


def test_a_figure_that_carries_its_mark_is_left_alone():
    assert findings(figure("", {**PLAIN, **BUNDLE})) == []


def test_a_person_in_a_picture_needs_consent():
    assert findings(directive(":shows-person:")) == [
        "x.ipynb#text:1: a picture that shows a person needs their consent\n"
        "  Fix: write ':consent: written consent, 2026' under the directive, without a name."
    ]


@pytest.mark.parametrize(
    "options",
    [
        (":shows-person: yes", ":consent: written consent, 2026"),
        (":shows-person: no",),
        (":credit: A. Lestari",),
        (),
    ],
)
def test_a_picture_with_consent_or_without_people_is_left_alone(options):
    assert findings(directive(*options)) == []


def test_a_picture_tells_of_an_unknown_evidence_class_and_an_unknown_source():
    assert findings(directive(":evidence: dat")) == [
        "x.ipynb#text:1: unknown evidence class 'dat'\n"
        "  Fix: did you mean 'data'? Legal are data, model, schematic, synthetic."
    ]
    (found,) = findings(directive(":evidence: data [@bi2011]"))
    assert found.startswith("x.ipynb#text:1: unknown citation key 'bi2011'")
