"""The workflow: whose framework it is, what the evidence lacks, and what each step rests on."""

from types import ModuleType

import pytest

from galley_figures import treatment_workflow
from galley_figures.gallery.treatment_workflow import compute, draw
from galley_figures.kinds.flow.plan import plan_flow
from galley_figures.style.canvas import LAYOUTS, WIDE, Layout, drawn
from galley_figures.style.palette import colour

every_layout = pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
both_languages = pytest.mark.parametrize("lang", ["en", "id"])
both_audiences = pytest.mark.parametrize("audience", ["patient", "clinician"])

CREDIT = {
    "en": "One author’s framework, not an established classification.",
    "id": "Kerangka dari satu penulis, bukan klasifikasi yang baku.",
}


def place(data: object, key: str) -> int:
    names = [step.name for step in data.flow.steps]
    return names.index(data.words.steps[key].name)


@every_layout
@both_languages
@both_audiences
def test_the_drawing_says_that_it_is_one_authors_framework(
    layout: Layout, lang: str, audience: str, artist_checks: ModuleType
) -> None:
    figure = drawn(draw, compute(lang=lang, audience=audience), layout)
    (credit,) = artist_checks.with_gid(figure, "credit")
    assert credit.get_text() == CREDIT[lang]
    (frame,) = artist_checks.with_gid(figure, "schematic-frame")
    inside, box = frame.get_window_extent(), artist_checks.text_box(credit)
    assert inside.x0 < box.x0 < box.x1 < inside.x1 - 4
    assert inside.y0 < box.y0 < box.y1 < inside.y1


@every_layout
@both_languages
@both_audiences
def test_the_credit_stands_above_every_box(
    layout: Layout, lang: str, audience: str, artist_checks: ModuleType
) -> None:
    figure = drawn(draw, compute(lang=lang, audience=audience), layout)
    (credit,) = artist_checks.with_gid(figure, "credit")
    boxes = artist_checks.with_gid(figure, "box")
    assert len(boxes) == 11
    assert max(box.get_window_extent().y1 for box in boxes) < artist_checks.text_box(credit).y0 - 8


@both_languages
@both_audiences
def test_whether_a_map_may_choose_is_a_decision_with_too_little_evidence(
    lang: str, audience: str
) -> None:
    data = compute(lang=lang, audience=audience)
    decision = data.flow.steps[place(data, "choice")]
    assert decision.kind == "decision"
    assert decision.text == {"en": "Evidence: insufficient", "id": "Bukti: belum memadai"}[lang]
    assert "QEEG" in decision.name or "QEEG" in data.flow.steps[place(data, "inside")].text
    ways = {
        data.flow.steps[arrow.end].kind: arrow.answer
        for arrow in data.flow.arrows
        if data.flow.steps[arrow.start] is decision
    }
    assert (
        ways
        == {
            "en": {"step": "in a study", "caution": "in usual care"},
            "id": {"step": "dalam penelitian", "caution": "perawatan biasa"},
        }[lang]
    )


@both_languages
@both_audiences
def test_both_ways_begin_at_a_goal_and_meet_in_practice_before_measuring_and_deciding(
    lang: str, audience: str
) -> None:
    data = compute(lang=lang, audience=audience)
    flow, at = data.flow, lambda key: place(data, key)
    assert flow.following(at("goal")) == (at("outside"), at("inside"))
    assert set(flow.before(at("practice"))) == {at("adapt"), at("research"), at("caution")}
    assert flow.following(at("practice")) == (at("measure"),)
    assert flow.following(at("measure")) == (at("decide"),)
    assert flow.following(at("decide")) == ()


@both_languages
def test_each_way_runs_straight_down_on_a_page(lang: str) -> None:
    data = compute(lang=lang)
    middles = {box.step: box.left + box.width / 2 for box in plan_flow(data.flow, WIDE, lang).boxes}
    for way in (("outside", "ways", "adapt"), ("inside", "choice")):
        assert len({middles[place(data, key)] for key in way}) == 1


def test_the_table_says_what_each_step_rests_on() -> None:
    rows = treatment_workflow().data.rows
    assert [(row[1], row[6], row[7], row[9]) for row in rows] == [
        ("Your goal", "added here", "kwakkel2023", "checked"),
        ("From the outside in", "author’s framework", "kwakkel2023", "checked"),
        ("Learn ways around", "author’s framework", "levin2009", "checked"),
        ("Learn ways around", "author’s framework", "kwakkel2023", "checked"),
        ("Adapt", "author’s framework", None, "not checked"),
        ("From the inside out", "author’s framework", "finnigan2013", "checked"),
        ("Choose stimulation by this map?", "added here", "nuwer1997", "not checked"),
        ("Treat it as research", "added here", None, "not checked"),
        ("Not by the map alone", "added here", None, "not checked"),
        ("Practise real tasks", "author’s framework", "kwakkel2023", "checked"),
        ("Measure again", "added here", "kwakkel2023", "checked"),
        ("Measure again", "added here", "levin2009", "checked in a secondary source"),
        ("Decide with your team", "added here", "kwakkel2023", "checked"),
    ]


@both_languages
@both_audiences
def test_every_source_in_the_table_is_said_to_say_something(lang: str, audience: str) -> None:
    for row in treatment_workflow(lang=lang, audience=audience).data.rows:
        assert (row[7] is None) == (row[8] is None)


def test_a_source_that_was_not_read_carries_nothing() -> None:
    assert treatment_workflow().evidence.sources == ("kwakkel2023", "levin2009", "finnigan2013")


@both_audiences
def test_the_note_says_what_was_looked_for_and_how_little(audience: str) -> None:
    note = treatment_workflow(audience=audience).evidence.note
    assert "One author’s framework".lower() in note.lower()
    assert "We know of no" in note
    assert "did not search" in note


@both_audiences
def test_a_description_tells_the_decision_and_its_ways_out(audience: str) -> None:
    description = treatment_workflow(audience=audience).description
    assert description.startswith(CREDIT["en"])
    assert "a decision: " in description
    assert "Evidence: insufficient" in description
    assert "(“in a study”)" in description
    assert "a caution: Not by the map alone" in description


@every_layout
def test_only_the_way_around_wears_the_colour_of_compensation(
    layout: Layout, artist_checks: ModuleType
) -> None:
    data = compute()
    figure = drawn(draw, data, layout)
    names = [
        text.get_text()
        for text in artist_checks.with_gid(figure, "words")
        if text.get_color() == colour("compensation")
    ]
    assert " ".join(names) == "Learn ways around"
