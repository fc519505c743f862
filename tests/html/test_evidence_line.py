"""The line under a figure, as feeds and figure directives print it."""

import pytest
from markupsafe import Markup

from galley.html.context import EvidenceContext
from galley.html.environment import make_environment
from galley.html.evidence_line import evidence_line
from galley.html.words import words_for

LINK = Markup('<a href="#ref-k">K &amp; L 2013</a>')
LINES = [
    (EvidenceContext("schematic", LINK, "a < b"), "Drawing, not measured data.", "After"),
    (EvidenceContext("data", LINK), "Measured data.", "From"),
    (EvidenceContext("data", LINK, is_picture=True), "Seen or measured, not made up.", "From"),
    (EvidenceContext("model", LINK, credits=("Photo: A.",)), "Calculated from a model", "After"),
    (EvidenceContext(None, credits=("Photo: A.", "Shown with consent.")), "", ""),
]


@pytest.mark.parametrize(("evidence", "name", "before"), LINES)
def test_it_says_what_it_is_then_from_where_then_who_made_it(
    evidence: EvidenceContext, name: str, before: str
) -> None:
    line = evidence_line(evidence, words_for("en"))
    parts = [f"<strong>{name}", f"{before} {LINK}", *evidence.credits] if name else evidence.credits
    places = [line.index(part) for part in parts]
    assert places == sorted(places)
    assert "<b" not in line.replace("&lt; b", "")


def test_words_of_an_author_are_text() -> None:
    line = evidence_line(EvidenceContext("data", note="<i>a</i>"), words_for("en"))
    assert line.endswith("&lt;i&gt;a&lt;/i&gt;")


@pytest.mark.parametrize("evidence", [line[0] for line in LINES])
def test_pages_and_feeds_say_the_same(evidence: EvidenceContext) -> None:
    words = words_for("id")
    macros = make_environment().get_template("partials/figure.html.j2").module
    html = str(macros.evidence(evidence, words))  # type: ignore[attr-defined]
    inside = html[html.index(">") + 1 : html.rindex("</p>")]
    assert inside.strip() == str(evidence_line(evidence, words))
