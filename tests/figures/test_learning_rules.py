"""The learning rules: what is simulated, where it is drawn, and to whom words are attributed."""

from functools import cache
from types import ModuleType
from typing import get_args

import numpy as np
import pytest
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.text import Text

from galley_figures import ExplanatoryFigure, explore
from galley_figures.gallery.learning_rules import (
    Data,
    compute,
    describe,
    draw,
    evidence,
    learning_rules,
    table,
)
from galley_figures.locale import AUDIENCES, LANGS, Audience, Lang
from galley_figures.locale.learning_rules import RuleName
from galley_figures.models.learning_rules import (
    correlated_inputs,
    simulate_bcm,
    simulate_hebb,
    simulate_oja,
)
from galley_figures.style.canvas import LAYOUTS, NARROW, WIDE, Layout, drawn

RULES: tuple[RuleName, ...] = get_args(RuleName)
CHOICES = ("all", *RULES)

every_choice = pytest.mark.parametrize("rule", CHOICES)
every_layout = pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
every_lang = pytest.mark.parametrize("lang", LANGS)
every_audience = pytest.mark.parametrize("audience", AUDIENCES)


@cache
def data_of(rule: str = "all", lang: Lang = "en", audience: Audience = "patient") -> Data:
    return compute(rule=rule, lang=lang, audience=audience)  # type: ignore[arg-type]


@cache
def made(rule: str = "all", lang: Lang = "en", audience: Audience = "patient") -> ExplanatoryFigure:
    return learning_rules(rule=rule, lang=lang, audience=audience)  # type: ignore[arg-type]


def curves(figure: Figure) -> list[Line2D]:
    found = figure.findobj(lambda artist: artist.get_gid() == "curve")
    return [line for line in found if isinstance(line, Line2D)]


def texts(figure: Figure, gid: str) -> list[str]:
    found = figure.findobj(lambda artist: artist.get_gid() == gid)
    return [text.get_text() for text in found if isinstance(text, Text)]


def xy(line: Line2D) -> np.ndarray:
    return np.asarray(line.get_xydata())


def test_hebb_and_oja_get_the_same_inputs_and_are_drawn_as_simulated() -> None:
    inputs = correlated_inputs(correlation=0.7, n_steps=400, seed=0)
    expected = {"hebb": simulate_hebb(inputs).lengths, "oja": simulate_oja(inputs).lengths}
    for name, lengths in expected.items():
        (line,) = curves(drawn(draw, data_of(name), WIDE))
        assert np.array_equal(xy(line)[:, 0], np.arange(0, 401, 4))
        assert np.array_equal(xy(line)[:, 1], lengths[::4])


def test_bcm_is_drawn_as_simulated_the_pattern_that_wins_first() -> None:
    path = simulate_bcm(n_steps=2000, seed=0, threshold_tau_steps=10)
    winner, loser = curves(drawn(draw, data_of("bcm"), WIDE))
    responses = sorted(path.responses[::20].T.tolist(), key=lambda one: one[-1], reverse=True)
    assert xy(winner)[:, 1].tolist() == responses[0]
    assert xy(loser)[:, 1].tolist() == responses[1]
    assert winner.get_linestyle() == "-"
    assert loser.get_linestyle() == "--"


def test_hebb_runs_away_oja_stays_bounded_and_bcm_becomes_selective() -> None:
    ends = {panel.name: panel.values[-1] for panel in data_of().panels}
    assert ends["hebb"][0] == pytest.approx(87, abs=0.1)
    assert ends["oja"][0] == pytest.approx(1.0, abs=0.01)
    assert ends["bcm"][0] > 1.5
    assert ends["bcm"][1] < 0.001


@every_choice
@every_layout
def test_every_curve_lies_inside_its_scale_which_starts_at_0(rule: str, layout: Layout) -> None:
    for line in curves(drawn(draw, data_of(rule), layout)):
        assert isinstance(line.axes, Axes)
        low, high = line.axes.get_ylim()
        assert low == 0
        assert xy(line)[:, 1].min() >= 0
        assert xy(line)[:, 1].max() < high
        assert line.axes.get_xlim() == (0, xy(line)[-1, 0])


def test_panels_stand_side_by_side_and_on_a_phone_one_below_the_other() -> None:
    for layout in LAYOUTS:
        areas = [
            line.axes.get_window_extent()
            for line in curves(drawn(draw, data_of(), layout))[:3]
            if line.axes
        ]
        tops = [round(area.y1) for area in areas]
        lefts = [area.x0 for area in areas]
        if layout.is_narrow:
            assert tops == sorted(set(tops), reverse=True)
        else:
            assert len(set(tops)) == 1
            assert lefts == sorted(set(lefts))


@every_choice
@every_lang
@every_audience
def test_no_words_overlap_leave_the_canvas_or_are_crossed(
    rule: str, lang: Lang, audience: Audience, artist_checks: ModuleType
) -> None:
    for layout in LAYOUTS:
        figure = drawn(draw, data_of(rule, lang, audience), layout)
        assert artist_checks.overlapping_texts(figure) == []
        assert artist_checks.texts_leaving_the_canvas(figure) == []
        assert artist_checks.texts_over_marks(figure) == []


@every_choice
@every_audience
def test_the_slogan_is_not_attributed_to_hebb(rule: str, audience: Audience) -> None:
    for layout in LAYOUTS:
        figure = drawn(draw, data_of(rule, "en", audience), layout)
        assert "A slogan that is not Hebb’s" in texts(figure, "aside-heading")
        words = " ".join(texts(figure, "aside"))
        assert "The wording is from 1992 (Löwel and Singer, among others)." in words
        assert "1949" in words
    indonesian = drawn(draw, data_of(rule, "id", audience), NARROW)
    assert "Semboyan itu bukan dari Hebb" in texts(indonesian, "aside-heading")
    assert "1992 (antara lain Löwel dan Singer)" in " ".join(texts(indonesian, "aside"))


@every_choice
@every_lang
@every_audience
def test_strengthening_is_never_shown_without_weakening(
    rule: str, lang: Lang, audience: Audience
) -> None:
    figure = drawn(draw, data_of(rule, lang, audience), WIDE)
    said = " ".join(texts(figure, "aside-heading") + texts(figure, "aside"))
    for words in (said, describe(data_of(rule, lang, audience))[1]):
        assert "LTP" in words
        assert "LTD" in words


@every_choice
def test_it_says_in_the_drawing_that_it_is_a_toy(rule: str) -> None:
    figure = drawn(draw, data_of(rule), NARROW)
    assert "A toy, not a measurement" in texts(figure, "aside-heading")
    words = " ".join(texts(figure, "aside"))
    assert "No number was measured or comes from the papers." in words
    assert ("Each panel has its own scale." in words) == (rule == "all")


def test_the_evidence_is_a_model_with_the_sources_of_its_rules_and_of_the_slogan() -> None:
    assert {rule: evidence(data_of(rule)).sources for rule in CHOICES} == {
        "all": ("hebb1949", "oja1982", "bienenstock1982", "lowel1992"),
        "hebb": ("hebb1949", "lowel1992"),
        "oja": ("oja1982", "hebb1949", "lowel1992"),
        "bcm": ("bienenstock1982", "hebb1949", "lowel1992"),
    }
    for lang in LANGS:
        assert evidence(data_of("all", lang)).kind == "model"
        assert "(seed: 0)" in evidence(data_of("all", lang)).note


def test_the_table_marks_every_value_as_a_toy_of_its_rule() -> None:
    found = table(data_of())
    assert found.columns == ("rule", "curve", "step", "value", "seed", "source", "status")
    assert found.rows[4] == (
        "Hebb",
        "strength of the links",
        400,
        87.051,
        0,
        "hebb1949",
        "toy value, not from the paper",
    )
    assert {row[5] for row in found.rows} == {"hebb1949", "oja1982", "bienenstock1982"}
    assert len(found.rows) == 5 + 5 + 9 + 9
    indonesian = table(data_of("all", "id"))
    assert indonesian.columns[3] == "nilai"
    assert {row[-1] for row in indonesian.rows} == {"nilai contoh, bukan dari makalah"}


@every_choice
@every_lang
@every_audience
def test_the_words_come_from_what_is_drawn(rule: str, lang: Lang, audience: Audience) -> None:
    alt, description = describe(data_of(rule, lang, audience))
    assert len(alt) <= 125
    assert "{" not in alt + description
    if rule in {"all", "hebb"}:
        assert "87" in alt
    if rule in {"all", "oja"}:
        assert {"en": "1.0", "id": "1,0"}[lang] in alt
    if rule == "bcm":
        assert {"en": "0.0", "id": "0,0"}[lang] in alt
    assert all(text in description for _heading, text in data_of(rule, lang, audience).asides)


def test_clinicians_read_the_rules_as_formulas() -> None:
    says = " ".join(texts(drawn(draw, data_of("all", "en", "clinician"), WIDE), "says"))
    for formula in ("Δw = η y x", "Δw = η y (x − y w)", "Δw = η y (y − θ) x"):
        assert formula in says
    patient = " ".join(texts(drawn(draw, data_of(), WIDE), "says"))
    assert "Δ" not in patient


def test_thousands_are_written_as_the_language_writes_them() -> None:
    for lang, expected in (("en", "2,000"), ("id", "2.000")):
        figure = drawn(draw, data_of("bcm", lang), WIDE)
        assert expected in [label.get_text() for label in curves(figure)[0].axes.get_xticklabels()]


def test_a_reader_can_switch_between_the_rules() -> None:
    explored = explore(learning_rules, rule=list(CHOICES), lang="id")
    (choice,) = explored.choices
    assert choice.label == "Aturan belajar"
    assert [value.label for value in choice.values] == ["ketiganya", "Hebb", "Oja", "BCM"]
    captions = {state.figure.caption for state in explored.states}
    assert len(captions) == 4


def test_an_unknown_rule_is_refused_with_the_legal_ones_and_the_nearest() -> None:
    with pytest.raises(ValueError) as caught:  # noqa: PT011 - the whole message is compared
        learning_rules(rule="heb")  # type: ignore[arg-type]
    assert str(caught.value) == (
        "rule must be one of all, hebb, oja, bcm, not 'heb'. Did you mean 'hebb'?"
    )
