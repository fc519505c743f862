"""Flows: what is refused, the order of steps, arrows that cross neither a box nor a word."""

from itertools import combinations, pairwise
from types import ModuleType

import pandas as pd
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from matplotlib.colors import to_hex
from matplotlib.figure import Figure

from galley_figures.errors import FigureError
from galley_figures.inspection import (
    overlapping_texts,
    text_box,
    texts_leaving_the_canvas,
    texts_over_marks,
    with_gid,
)
from galley_figures.kinds.flow import Flow, Step, draw_flow, flow
from galley_figures.kinds.flow.boxes import TIP
from galley_figures.kinds.flow.plan import plan_flow
from galley_figures.kinds.flow.sheet import PlacedBox, Plan
from galley_figures.kinds.flow.spec import MOST_ARROWS
from galley_figures.locale import LANGS, Lang
from galley_figures.style.canvas import LAYOUTS, NARROW, WIDE, Layout, drawn
from galley_figures.style.palette import colour

every_layout = pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
every_lang = pytest.mark.parametrize("lang", LANGS)

CHECKING = """
| step         | text              | after | kind     | answer | meaning     | source     |
|--------------|-------------------|-------|----------|--------|-------------|------------|
| A number     | To be printed.    |       |          |        |             |            |
| Source seen? |                   | 1     | decision |        |             |            |
| Print it     | With a reference. | 2     |          | yes    | restoration | @levin2009 |
| Hold it back |                   | 2     | caution  | no     |             |            |
| Publish      |                   | 3; 4  |          |        |             |            |
"""


def drawing(spec: Flow, layout: Layout, lang: Lang = "en") -> Figure:
    return drawn(lambda data, where: draw_flow(data, where, lang), spec, layout)


def chain(*names: str) -> Flow:
    befores = [(), *((name,) for name in names)]
    return Flow(
        tuple(Step(name, after=before) for name, before in zip(names, befores, strict=False))
    )


# --- what the arrows may not do -------------------------------------------------------------------


def crossed_boxes(plan: Plan) -> list[tuple[str, int]]:
    """Return the arrows that run through a box; they may touch their own ends."""
    return [
        (f"{placed.arrow.start}→{placed.arrow.end}", box.step)
        for placed in plan.arrows
        for box in plan.boxes
        for one, two in pairwise(placed.points)
        if meets(one, two, inside(box, is_own=box.step in {placed.arrow.start, placed.arrow.end}))
    ]


def inside(box: PlacedBox, *, is_own: bool) -> tuple[float, float, float, float]:
    """Return a box, without the room beside the pointed ends where its own arrows meet it."""
    less = TIP if is_own else 0
    return box.left + less, box.top + less, box.left + box.width - less, box.top + box.height - less


def meets(
    one: tuple[float, float],
    two: tuple[float, float],
    area: tuple[float, float, float, float],
    margin: float = -1,
) -> bool:
    """Return whether a level or upright line enters an area by more than a px."""
    left, top, right, bottom = area
    low_x, high_x = sorted((one[0], two[0]))
    low_y, high_y = sorted((one[1], two[1]))
    return (
        low_x < right + margin
        and high_x > left - margin
        and low_y < bottom + margin
        and high_y > top - margin
    )


def lines_on_lines(plan: Plan) -> list[tuple[object, object]]:
    """Return the arrows of different steps, to different steps, that run along each other."""
    return [
        (one.arrow, other.arrow)
        for one, other in combinations(plan.arrows, 2)
        if one.arrow.start != other.arrow.start and one.arrow.end != other.arrow.end
        if not share_a_track(plan, one, other)
        for first in pairwise(one.points)
        for second in pairwise(other.points)
        if run_along(first, second)
    ]


def run_along(first: object, second: object) -> bool:
    (ax, ay), (bx, by) = first
    (cx, cy), (dx, dy) = second
    if ax == bx and cx == dx and abs(ax - cx) < 4:
        return overlap((ay, by), (cy, dy)) > 4
    if ay == by and cy == dy and abs(ay - cy) < 4:
        return overlap((ax, bx), (cx, dx)) > 4
    return False


def overlap(one: tuple[float, float], other: tuple[float, float]) -> float:
    return min(max(one), max(other)) - max(min(one), min(other))


def share_a_track(plan: Plan, one: object, other: object) -> bool:
    """Return whether both steps lead to both ends, so that a shared line says nothing false."""
    pairs = {(placed.arrow.start, placed.arrow.end) for placed in plan.arrows}
    return (one.arrow.start, other.arrow.end) in pairs and (
        other.arrow.start,
        one.arrow.end,
    ) in pairs


def problems(figure: Figure) -> list[object]:
    return [
        *overlapping_texts(figure),
        *texts_leaving_the_canvas(figure),
        *texts_over_marks(figure),
    ]


def words_outside_their_boxes(figure: Figure, plan: Plan) -> list[str]:
    height = figure.bbox.height
    outside = []
    for words in with_gid(figure, "words"):
        box = text_box(words)
        inside = any(
            placed.left <= box.x0
            and box.x1 <= placed.left + placed.width
            and placed.top <= height - box.y1 + 3
            and height - box.y0 <= placed.top + placed.height + 3
            for placed in plan.boxes
        )
        if not inside:
            outside.append(words.get_text())
    return outside


@st.composite
def flows(draw: st.DrawFn) -> Flow:
    """Make any flow of 1 to 12 steps; what is refused is made legal."""
    count = draw(st.integers(1, 12))
    words = st.sampled_from(
        ["", "Short.", "A text of a few words that breaks.", "Menyesuaikan latihan di rumah."]
    )
    befores = [
        sorted(draw(st.sets(st.integers(0, at - 1), max_size=3))) if at else []
        for at in range(count)
    ]
    assume(sum(map(len, befores)) <= MOST_ARROWS)
    kinds = []
    for at in range(count):
        ways = sum(at in before for before in befores)
        legal = ["step", "caution"]
        legal += ["decision"] * 2 if ways >= 2 else []
        legal += ["stop"] if ways == 0 else []
        kinds.append(draw(st.sampled_from(legal)))
    return Flow(
        tuple(
            Step(
                f"Step {at + 1}" if draw(st.booleans()) else f"Reassessment {at + 1}",
                draw(words),
                tuple(str(before + 1) for before in befores[at]),
                kinds[at],
                draw(st.sampled_from(["yes", "no", "not yet clear enough"]))
                if any(kinds[before] == "decision" for before in befores[at])
                else "",
            )
            for at in range(count)
        )
    )


@settings(
    max_examples=25,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
@given(spec=flows(), layout=st.sampled_from(LAYOUTS))
def test_whatever_follows_what_arrows_cross_no_box_and_no_word(spec: Flow, layout: Layout) -> None:
    plan = plan_flow(spec, layout, "en")
    assert crossed_boxes(plan) == []
    assert lines_on_lines(plan) == []
    figure = drawing(spec, layout)
    assert problems(figure) == []
    assert words_outside_their_boxes(figure, plan) == []


@settings(
    max_examples=100,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
@given(spec=flows(), layout=st.sampled_from(LAYOUTS))
def test_every_arrow_runs_from_its_step_to_the_next_in_level_and_upright_lines(
    spec: Flow, layout: Layout
) -> None:
    plan = plan_flow(spec, layout, "en")
    boxes = {box.step: box for box in plan.boxes}
    assert {(p.arrow.start, p.arrow.end) for p in plan.arrows} == {
        (start, end) for end in range(len(spec.steps)) for start in spec.before(end)
    }
    for placed in plan.arrows:
        assert all(one[0] == two[0] or one[1] == two[1] for one, two in pairwise(placed.points))
        assert touches(boxes[placed.arrow.start], placed.points[0])
        assert touches(boxes[placed.arrow.end], placed.points[-1])
        first, last = boxes[placed.arrow.start], boxes[placed.arrow.end]
        if plan.is_down:
            assert first.top + first.height < last.top
        else:
            assert first.left + first.width < last.left


def touches(box: PlacedBox, point: tuple[float, float]) -> bool:
    """Return whether a point lies on the outline of a box."""
    (x, y), less = point, 0.01
    on_it = [
        abs((bx - ax) * (y - ay) - (by - ay) * (x - ax)) < 1
        for (ax, ay), (bx, by) in pairwise((*box.corners, box.corners[0]))
        if min(ax, bx) - less <= x <= max(ax, bx) + less
        and min(ay, by) - less <= y <= max(ay, by) + less
    ]
    return any(on_it)


# --- layouts --------------------------------------------------------------------------------------


def test_a_short_flow_runs_to_the_right_on_a_page_and_down_on_a_phone() -> None:
    spec = chain("Ask", "Try", "Ask again")
    assert not plan_flow(spec, WIDE, "en").is_down
    assert plan_flow(spec, NARROW, "en").is_down


@pytest.mark.parametrize(
    "names",
    [
        [f"Step number {number}" for number in range(6)],
        ["A", "Word of unusual length: " + "m" * 20, "B", "C", "D"],
    ],
)
def test_a_flow_too_long_or_too_wide_for_the_page_runs_down(names: list[str]) -> None:
    assert plan_flow(chain(*names), WIDE, "en").is_down


def test_chains_run_straight_and_a_step_stands_in_the_middle_of_those_that_follow_it() -> None:
    steps = (
        Step("Root"),
        Step("One", after=("Root",)),
        Step("Other?", after=("Root",), kind="decision"),
        Step("One more", after=("One",)),
        Step("Yes", after=("Other?",), answer="yes"),
        Step("No", after=("Other?",), answer="no"),
        Step("Together", after=("One more", "Yes", "No")),
        Step("Then", after=("Together",)),
        Step("Last", after=("Then",)),
    )
    plan = plan_flow(Flow(steps), WIDE, "en")
    assert plan.is_down
    middle = {steps[box.step].name: box.left + box.width / 2 for box in plan.boxes}
    assert middle["One"] == middle["One more"]
    assert middle["Together"] == middle["Then"] == middle["Last"]
    assert middle["Other?"] == pytest.approx((middle["Yes"] + middle["No"]) / 2, abs=10)
    assert middle["Root"] == pytest.approx((middle["One"] + middle["Other?"]) / 2, abs=10)


def test_steps_stand_in_layers_by_the_longest_way_to_them() -> None:
    spec = Flow(
        (
            Step("A"),
            Step("B", after=("A",)),
            Step("C", after=("B",)),
            Step("D", after=("A", "C")),
        )
    )
    plan = plan_flow(spec, WIDE, "en")
    lefts = [box.left for box in plan.boxes]
    assert lefts == sorted(lefts)
    assert len(set(lefts)) == 4


def test_steps_with_the_same_predecessor_stand_side_by_side_on_a_phone_two_at_most() -> None:
    leaves = tuple(Step(f"Leaf {number}", after=("Root",)) for number in range(4))
    plan = plan_flow(Flow((Step("Root"), *leaves)), NARROW, "en")
    tops = [box.top for box in plan.boxes[1:]]
    assert [tops.count(top) for top in sorted(set(tops))] == [2, 2]


def test_two_ways_that_meet_again_share_one_arrow_head(artist_checks: ModuleType) -> None:
    spec = Flow((Step("A"), Step("B"), Step("C", after=("A", "B"))))
    (heads,) = artist_checks.with_gid(drawing(spec, WIDE), "arrow-heads")
    assert len(heads.get_path().to_polygons()) == 1


@every_layout
def test_an_answered_arrow_and_a_plain_one_into_the_same_step_keep_apart(layout: Layout) -> None:
    spec = Flow(
        (
            Step("Better?", kind="decision"),
            Step("Train", after=("Better?",), answer="no"),
            Step("Rest", after=("Better?", "Train"), answer="yes"),
        )
    )
    plan = plan_flow(spec, layout, "en")
    into_rest = [placed for placed in plan.arrows if placed.arrow.end == 2]
    assert [placed.arrow.answer for placed in into_rest] == ["yes", ""]
    assert into_rest[0].points[-1] != into_rest[1].points[-1]
    (answer,) = [some for some in plan.answers if some.lines == ("yes",)]
    assert min(abs(answer.x - x) for x, _y in into_rest[0].points) < 40


@every_layout
def test_each_kind_of_step_has_a_shape_of_its_own(layout: Layout) -> None:
    spec = Flow(
        (
            Step("Ask?", kind="decision"),
            Step("Go on", after=("1",), answer="yes"),
            Step("Mind", after=("1",), kind="caution", answer="perhaps"),
            Step("End", after=("1",), kind="stop", answer="no"),
        )
    )
    figure = drawing(spec, layout)
    corners = {box.step: len(box.corners) for box in plan_flow(spec, layout, "en").boxes}
    assert corners == {0: 6, 1: 4, 2: 4, 3: 8}
    assert len(with_gid(figure, "bar")) == 1
    written = [words.get_text() for words in with_gid(figure, "words")]
    assert "Caution" in written
    assert "Stop" in written


def test_a_meaning_colours_box_and_name() -> None:
    spec = Flow((Step("Back as before", meaning="restoration"),))
    figure = drawing(spec, WIDE)
    (box,), (words,) = with_gid(figure, "box"), with_gid(figure, "words")
    assert to_hex(box.get_facecolor()) == colour("restoration-tint")
    assert to_hex(box.get_edgecolor()) == colour("restoration")
    assert words.get_color() == colour("restoration")


@every_layout
@every_lang
def test_long_words_and_texts_stay_in_their_boxes(layout: Layout, lang: Lang) -> None:
    text = {
        "en": "Measure again after two weeks and compare with what was agreed at the beginning. "
        * 2,
        "id": "Ukur kembali setelah dua minggu dan bandingkan dengan kesepakatan pada awalnya. "
        * 2,
    }[lang]
    steps = (
        Step("Dipertanggungjawabkannya", text.strip()),
        Step("Bagaimana selanjutnya?", text.strip(), after=("1",), kind="decision"),
        Step("Meneruskan", text.strip(), after=("2",), answer="ya, sebagaimana direncanakan"),
        Step("Mempertimbangkan", "", after=("2",), kind="caution", answer="belum dapat dipastikan"),
        Step("Menghentikan", text.strip(), after=("2",), kind="stop", answer="tidak"),
    )
    spec = Flow(steps)
    figure = drawing(spec, layout, lang)
    assert problems(figure) == []
    assert words_outside_their_boxes(figure, plan_flow(spec, layout, lang)) == []
    assert crossed_boxes(plan_flow(spec, layout, lang)) == []


@every_layout
@pytest.mark.parametrize("count", [1, 2, 12])
def test_one_step_or_twelve_fit(count: int, layout: Layout) -> None:
    spec = chain(*(f"Step {number} of the chain" for number in range(count)))
    figure = drawing(spec, layout)
    assert problems(figure) == []
    assert len(with_gid(figure, "box")) == count


# --- words ----------------------------------------------------------------------------------------


def test_alternative_and_description_read_the_steps_in_order() -> None:
    figure = flow(CHECKING, evidence="schematic")
    assert figure.alt == ("Flow of steps: A number; Source seen?; Print it; Hold it back; Publish.")
    assert figure.description == (
        "Boxes joined by arrows, 5 in all. Step 1: A number: To be printed. Step 2, a decision: "
        "Source seen? It follows step 1. Step 3: Print it: With a reference. It follows step 2 "
        "(“yes”). Step 4, a caution: Hold it back. It follows step 2 (“no”). Step 5: Publish. It "
        "follows step 3 and step 4."
    )
    assert figure.evidence.sources == ("levin2009",)
    assert figure.data.columns == ("number", "step", "text", "kind", "after", "answer", "source")
    assert figure.data.rows[2] == (
        3,
        "Print it",
        "With a reference.",
        "step",
        "2",
        "yes",
        "@levin2009",
    )


def test_steps_written_in_another_order_are_read_in_the_order_they_follow() -> None:
    rows = [
        {"step": "Last", "after": "Middle"},
        {"step": "Middle", "after": "First"},
        {"step": "First", "after": ""},
    ]
    figure = flow(rows, evidence="schematic")
    assert figure.alt == "Flow of steps: First; Middle; Last."


def test_many_long_names_leave_the_alternative_short() -> None:
    names = [f"A rather long name of step {number}" for number in range(12)]
    figure = flow([{"step": name} for name in names], evidence="schematic")
    assert figure.alt == (
        "Flow of 12 steps, from “A rather long name of step 0” to “A rather long name of step 11”."
    )


def test_an_indonesian_table_reads_the_same_flow() -> None:
    figure = flow(
        """
        | langkah | teks           | setelah | jenis    | jawaban | makna       |
        |---------|----------------|---------|----------|---------|-------------|
        | 1       | Sudah membaik? |         | decision |         |             |
        | 2       | Teruskan.      | 1       |          | ya      | restoration |
        | 3       | Tinjau lagi.   | 1       | caution  | belum   |             |
        """,
        evidence="schematic",
        lang="id",
    )
    assert figure.alt == "Alur langkah: Sudah membaik?; Teruskan; Tinjau lagi."
    assert figure.description == (
        "Kotak-kotak yang dihubungkan dengan panah, seluruhnya 3. Langkah 1, keputusan: Sudah "
        "membaik? Langkah 2: Teruskan. Setelah langkah 1 (“ya”). Langkah 3, peringatan: Tinjau "
        "lagi. Setelah langkah 1 (“belum”)."
    )
    assert figure.data.columns == ("nomor", "teks", "jenis", "setelah", "jawaban")
    assert ">Hati-hati<" in figure.wide_svg


def test_rows_that_follow_nothing_are_a_chain() -> None:
    figure = flow([{"step": "One"}, {"step": "Two"}, {"step": "Three"}], evidence="schematic")
    assert [row[3] for row in figure.data.rows] == [None, "1", "2"]


def test_numbers_of_a_data_frame_name_steps_too() -> None:
    frame = pd.DataFrame({"step": ["One", "Two", "Three"], "after": [None, 1.0, 1.0]})
    figure = flow(frame, evidence="schematic")
    assert [row[3] for row in figure.data.rows] == [None, "1", "1"]


def test_a_name_with_a_comma_can_be_followed() -> None:
    rows = [
        {"step": "Look, then ask", "after": ""},
        {"step": "Go", "after": "Look, then ask"},
    ]
    assert flow(rows, evidence="schematic").data.rows[1][3] == "1"


# --- what is refused ------------------------------------------------------------------------------


def refusal(rows: object) -> str:
    with pytest.raises(FigureError) as caught:
        flow(rows, evidence="schematic")  # type: ignore[arg-type]
    return str(caught.value)


def test_a_circle_is_refused_with_its_steps() -> None:
    rows = [
        {"step": "Plan", "after": "Check"},
        {"step": "Do", "after": "Plan"},
        {"step": "Check", "after": "Do"},
    ]
    assert refusal(rows) == (
        "flow: the steps go round in a circle: Plan → Do → Check → Plan\n"
        "Fix: A flow has a first and a last step; say in a step's text what is repeated."
    )


def test_a_step_that_follows_itself_is_a_circle() -> None:
    assert refusal([{"step": "Plan", "after": "Plan"}]).startswith(
        "flow: the steps go round in a circle: Plan → Plan"
    )


def test_an_unknown_predecessor_is_refused_with_the_nearest() -> None:
    rows = [{"step": "Assess", "after": ""}, {"step": "Train", "after": "Asess"}]
    assert refusal(rows) == (
        "flow: 'Train' follows 'Asess', which is no step\n"
        "Fix: Did you mean 'Assess'? Steps are called by their name, or by the number of their "
        "row, 1 to 2."
    )
    rows = [{"step": "Assess", "after": ""}, {"step": "Train", "after": "7"}]
    assert refusal(rows) == (
        "flow: 'Train' follows '7', which is no step\n"
        "Fix: Steps are called by their name, or by the number of their row, 1 to 2."
    )


def test_more_than_twelve_steps_are_refused() -> None:
    assert refusal([{"step": f"Step {number}"} for number in range(20)]) == (
        "flow: 20 steps are more than one figure can hold and be read\n"
        "Fix: Split it into an overview and its parts; 12 steps are the most."
    )


def test_a_tangle_of_arrows_is_refused() -> None:
    rows = [
        {"step": f"S{number}", "after": "; ".join(f"S{before}" for before in range(number))}
        for number in range(7)
    ]
    assert refusal(rows) == (
        "flow: 21 arrows are a tangle that nobody can follow\n"
        "Fix: Leave out arrows that say no more than a longer way does; 18 are the most."
    )


def test_a_decision_needs_two_ways_out_each_with_its_answer() -> None:
    rows = [{"step": "Better?", "kind": "decision", "after": "", "answer": ""}]
    assert refusal(rows) == (
        "flow: the decision 'Better?' has no way out\n"
        "Fix: Give each answer a step of its own, or write the decision as a step."
    )
    rows.append({"step": "Rest", "kind": "", "after": "Better?", "answer": "yes"})
    assert refusal(rows).startswith("flow: the decision 'Better?' has one way out\n")
    rows.append({"step": "Train", "kind": "", "after": "Better?", "answer": ""})
    assert refusal(rows) == (
        "flow: nothing says which answer leads from 'Better?' to 'Train'\n"
        "Fix: Write it in the column answer of 'Train', such as yes or no."
    )


def test_nothing_follows_a_stop() -> None:
    rows = [{"step": "End", "kind": "stop", "after": ""}, {"step": "More", "after": "End"}]
    rows[1]["kind"] = ""
    assert refusal(rows) == (
        "flow: 'End' is a stop, but 'More' follows it\n"
        "Fix: Write it as a step, or let the other one follow an earlier step."
    )


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        (
            [{"step": "A"}, {"step": "a"}],
            "flow: two steps are called 'a'\nFix: Give each step a name of its own.",
        ),
        (
            [{"step": "1"}],
            "flow: step 1 has no words\nFix: Give it a name, or a text.",
        ),
        (
            [{"step": "A", "kind": "decison"}],
            "flow: 'A': unknown kind 'decison'\n"
            "Fix: Did you mean 'decision'? The kinds are step, decision, stop, caution.",
        ),
        (
            [{"step": "A", "answer": "yes"}],
            "flow: 'A' has an answer, but follows no step\n"
            "Fix: Say in the column after which decision it answers.",
        ),
        (
            [{"step": "A", "answer": "yes, " * 10}],
            f"flow: the answer {('yes, ' * 10).strip()!r} is too long for an arrow\n"
            "Fix: Write 40 characters at most; the rest belongs into a text.",
        ),
        (
            [{"step": float("nan")}],
            "flow: row 1 has no 'step'\nFix: Give each row a short name, or its number.",
        ),
    ],
)
def test_what_cannot_be_drawn_is_refused_with_its_place(rows: object, message: str) -> None:
    assert refusal(rows) == message
