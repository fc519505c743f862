"""From a figure of an article to its HTML: states, controls, evidence, how it was made."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser
from typing import Any

import pytest
from markdown_it.token import Token
from markupsafe import Markup

from galley.article.front_matter import FrontMatter
from galley.article.model import (
    Article,
    DataTable,
    Evidence,
    Figure,
    FigureChoice,
    FigureState,
    MadeBy,
)
from galley.findings import Place
from galley.html.context import FigureContext, Link
from galley.html.environment import make_environment
from galley.html.figures import FigureRenderer, made_by_html, source_cluster
from galley.html.prose_context import ImageHtml, ProseContext
from galley.html.surroundings import Surroundings
from galley.html.words import words_for

EN, ID = words_for("en"), words_for("id")
FILE = "a.ipynb"


def svg(name: str) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="720" height="9"><text>{name}</text>'
        '<path id="p" d="M0 0"/></svg>'
    )


def caption(text: str) -> tuple[Token, ...]:
    return (Token("text", "", 0, content=text),)


def state(day: int, **fields: Any) -> Figure:
    said: dict[str, Any] = {
        "drawings": {"image/svg+xml": svg(f"wide {day}")},
        "narrow_svg": svg(f"narrow {day}"),
        "alt": f"Day {day}.",
        "description": f"It is day {day}.",
        "caption": caption("A line."),
        "evidence": Evidence("schematic", ("k2013",), "A shape."),
        "data": DataTable(("day", "reference"), ((day, "k2013"),)),
        "made_by": MadeBy("f", {"day": day}, {"matplotlib": "3.1"}),
    }
    return Figure("c1", "", "", "", **{**said, **fields})


def explored(*days: Figure, shown: int = 1) -> Figure:
    plain = days[shown]
    return replace(
        plain,
        label="fig-a",
        anchor="fig-a",
        number="2",
        choices=(FigureChoice("Starts after", tuple(f"{n} days" for n in range(len(days)))),),
        states=tuple(FigureState((place,), day) for place, day in enumerate(days)),
        shown=shown,
    )


FIGURE = explored(state(1), state(7), state(30))


def render(figure: Figure, *, file_width: int = 3) -> FigureContext:
    article = Article(FILE, "a", "en", "", "A", FrontMatter(), (figure,))
    surroundings = Surroundings(
        image=lambda _source, _cell: None,
        picture=lambda name, _data: ImageHtml(name, file_width, 2),
        link=lambda href: href,
        downloads=lambda one: (Link("Data (CSV)", f"a/{one.anchor}.csv"),),
    )
    source = source_cluster("k2013", Place(FILE, "c1"))
    prose = ProseContext(citations={source: '<a href="#ref-k2013">K 2013</a>'})
    return FigureRenderer(article, surroundings, prose).render(figure)


def html_of(figure: Figure) -> str:
    module: Any = make_environment().get_template("partials/figure.html.j2").module
    return re.sub(r">\s+<", "><", str(module.figure(render(figure), EN))).strip()


class Elements(HTMLParser):
    """Collects the start tags and checks that each is closed in its turn."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))
        if tag not in {"input", "img", "br"}:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag, tag

    def of(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for found, attributes in self.found if found == tag]


def test_each_state_has_its_place_its_words_and_its_own_drawing() -> None:
    context = render(FIGURE)
    assert [choice.name for choice in context.choices] == ["fig-a:choice-1"]
    assert [(one.places, one.label, one.is_shown) for one in context.states] == [
        ((1,), "Starts after: 0 days", False),
        ((2,), "Starts after: 1 days", True),
        ((3,), "Starts after: 2 days", False),
    ]
    for day, one in zip((1, 7, 30), context.states, strict=True):
        assert f"wide {day}<" in one.figure.svg_wide
        assert f"narrow {day}<" in one.figure.svg_narrow
        assert one.figure.alt == f"Day {day}."
        assert one.figure.number == "2"
    assert context.shown_state is context.states[1]
    assert context.alt == "Day 7."


def test_a_figure_with_two_controls_names_both_in_its_label() -> None:
    days = [state(day) for day in (1, 7, 30, 90)]
    figure = replace(
        explored(*days),
        choices=(FigureChoice("Day", ("early", "late")), FigureChoice("For", ("you", "all"))),
        states=tuple(
            FigureState(divmod(place, 2), day)  # type: ignore[arg-type]
            for place, day in enumerate(days)
        ),
    )
    assert [one.label for one in render(figure).states] == [
        "Day: early, For: you",
        "Day: early, For: all",
        "Day: late, For: you",
        "Day: late, For: all",
    ]


def test_readers_switch_by_radio_buttons_of_a_named_group() -> None:
    elements = Elements(html_of(FIGURE))
    assert elements.open == []
    inputs = elements.of("input")
    assert [one["type"] for one in inputs] == ["radio"] * 3
    assert {one["name"] for one in inputs} == {"fig-a:choice-1"}
    assert [one["data-picks-1"] for one in inputs] == ["1", "2", "3"]
    assert ["checked" in one for one in inputs] == [False, True, False]
    assert '<fieldset class="choice"><legend>Starts after</legend>' in html_of(FIGURE)
    states = [one["data-state-1"] for one in elements.of("div") if "data-state-1" in one]
    assert states == ["1", "2", "3"] * 2  # the drawing, then its data


def test_every_id_is_on_the_page_once_and_nothing_needs_a_style_or_a_script() -> None:
    elements = Elements(html_of(FIGURE))
    ids = [one["id"] for _, one in elements.found if "id" in one]
    assert len(ids) == len(set(ids)) == 7
    assert not {"script", "style", "form"} & {tag for tag, _ in elements.found}
    assert not any("style" in attributes for _, attributes in elements.found)


def test_what_is_true_of_every_state_is_said_once() -> None:
    html = html_of(FIGURE)
    assert html.count("figure__evidence--schematic") == 1
    assert html.count("A line.") == 1
    assert html.count("<details") == 1


def test_a_caption_of_one_state_alone_switches_with_it() -> None:
    html = html_of(explored(state(1, caption=caption("One.")), state(7)))
    assert (
        '<figcaption class="figure__caption"><span class="figure__number">Figure 2</span>'
        '<span class="state-caption" data-state-1="1">One.</span>'
        '<span class="state-caption state-caption--shown" data-state-1="2">A line.</span>'
        "</figcaption>"
    ) in html


def test_an_evidence_line_of_one_state_alone_stands_with_its_drawing() -> None:
    html = html_of(explored(state(1, evidence=Evidence("data", (), "Counted.")), state(7)))
    first, second = html.split('<div class="state"')[1:3]
    assert "<strong>Measured data.</strong> Counted." in first
    assert "<strong>Drawing, not measured data.</strong>" in second
    assert html.count("figure__evidence--") == 2


def test_a_state_that_cannot_be_drawn_leaves_the_figure_without_states() -> None:
    broken = state(1, drawings={"image/svg+xml": "<svg"})
    context = render(explored(broken, state(7)))
    assert (context.choices, context.states) == ((), ())
    assert "wide 7<" in context.svg_wide
    assert "<fieldset" not in html_of(explored(broken, state(7)))


def test_what_a_strangers_states_say_is_text_and_nothing_else() -> None:
    attack = '"><script>x</script>{{ 7 }}'
    figure = explored(state(1, alt=attack, description=attack), state(7))
    hostile = replace(
        figure,
        choices=(FigureChoice(attack, (attack, attack)),),
        states=tuple(
            replace(one, figure=replace(one.figure, made_by=MadeBy(attack, {attack: attack})))
            for one in figure.states
        ),
    )
    elements = Elements(html_of(hostile))
    assert elements.open == []
    assert not elements.of("script")


def test_the_data_come_with_sources_the_way_it_was_made_and_files() -> None:
    html = html_of(replace(state(7), anchor="fig-b"))
    details = html.partition("<summary>Data and description</summary>")[2]
    assert details.startswith("<p>It is day 7.</p>")
    assert (
        '<tr><th scope="row">7</th><td><a href="#ref-k2013">K 2013</a></td></tr>'
        "</tbody></table></div>"
        '<dl class="figure__facts"><dt>Sources</dt><dd><a href="#ref-k2013">K 2013</a></dd>'
        "<dt>How it was made</dt>"
        "<dd>Drawn by <code>f</code> with <code>day=7</code>; matplotlib 3.1.</dd>"
        '<dt class="figure__downloads">Download</dt><dd class="figure__downloads">'
        '<a href="a/fig-b.csv" download>Data (CSV)</a></dd></dl></details>'
    ) in details


def test_a_column_is_headed_in_words_with_its_unit() -> None:
    table = DataTable(("start_days", "what_for", "value (points)"), ((1, "a", 2),))
    html = html_of(state(7, data=table))
    headings = re.findall(r'<th scope="col"[^>]*>([^<]*)<', html)
    assert headings == ["start (days)", "what for", "value (points)"]
    assert "start_days" not in html


def test_headings_stand_over_their_numbers_and_long_texts_have_room() -> None:
    text = "A sentence of more than sixty characters needs a wider column."
    rows = (("a", 1, "x", None, text), ("b", None, 2, None, "short"))
    table = DataTable(("who", "all", "some", "none", "says"), rows)
    html = html_of(state(7, data=table))
    assert re.findall(r'<th scope="col"( class="number")?>(\w+)<', html) == [
        ("", "who"),
        (' class="number"', "all"),
        ("", "some"),
        ("", "none"),
        ("", "says"),
    ]
    assert f'<td class="long">{text}</td>' in html
    assert "<td>short</td>" in html


def plain(width: int, **fields: Any) -> Figure:
    drawing = f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="9"/>'
    drawings = {"image/svg+xml": drawing}
    return state(7, **{"origin": "plain", "narrow_svg": "", "drawings": drawings, **fields})


def scrolling_boxes(figure: Figure) -> list[dict[str, str | None]]:
    html = html_of(replace(figure, data=None))
    return [one for one in Elements(html).of("div") if one["class"] == "scroll"]


def test_a_plain_drawing_too_wide_for_a_phone_scrolls_by_key_in_a_box_with_a_name() -> None:
    assert scrolling_boxes(plain(614)) == [
        {
            "class": "scroll",
            "role": "group",
            "aria-label": "Drawing; scroll sideways to see all of it",
            "tabindex": "0",
        }
    ]


@pytest.mark.parametrize(("width", "is_scrolling"), [(420, False), (421, True)])
def test_a_plain_picture_file_scrolls_by_its_own_width(width: int, *, is_scrolling: bool) -> None:
    figure = plain(1, drawings={"image/png": "AAAA"})
    assert render(figure, file_width=width).is_scrolling is is_scrolling


@pytest.mark.parametrize(
    "figure",
    [plain(420), state(7), plain(614, origin="picture"), plain(614, origin="explanatory")],
    ids=["small", "two drawings", "picture", "figure function"],
)
def test_other_drawings_do_not_scroll(figure: Figure) -> None:
    assert scrolling_boxes(figure) == []


@pytest.mark.parametrize(
    ("made_by", "expected"),
    [
        (None, ""),
        (MadeBy("f"), "Digambar oleh <code>f</code>."),
        (
            MadeBy("f", {"lang": "id", "day": 7}, {"a": "1", "b": "2"}),
            "Digambar oleh <code>f</code> dengan <code>lang=&#39;id&#39;</code>, "
            "<code>day=7</code>; a 1, b 2.",
        ),
        (
            MadeBy("f", {"rows": [["a", 1, 2]] * 99}),
            "Digambar oleh <code>f</code> dengan <code>rows=…</code>.",
        ),
    ],
)
def test_how_a_figure_was_made_is_a_sentence(made_by: MadeBy | None, expected: str) -> None:
    assert made_by_html(made_by, ID) == Markup(expected)
