"""The recovery matrix: two ways of getting better at three levels, each cell drawn and written."""

from types import ModuleType

import pytest

from galley_figures import recovery_matrix
from galley_figures.gallery.recovery_matrix import compute, describe, draw
from galley_figures.style.canvas import LAYOUTS, Layout, drawn
from galley_figures.style.palette import colour

every_layout = pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
both_languages = pytest.mark.parametrize("lang", ["en", "id"])


@both_languages
@pytest.mark.parametrize("audience", ["patient", "clinician"])
def test_every_level_has_a_cell_for_every_way(lang: str, audience: str) -> None:
    data = compute(lang=lang, audience=audience)
    assert [level.key for level in data.levels] == ["brain", "movement", "task"]
    for level in data.levels:
        assert [cell.way for cell in level.cells] == ["restitution", "compensation"]
        assert all(cell.text for cell in level.cells)


def test_cells_say_which_wording_was_checked_in_a_source() -> None:
    rows = recovery_matrix().data.rows
    assert [row[-1] for row in rows] == ["checked"] * 4 + ["not checked", "checked"]
    assert {key for row in rows for key in str(row[-2]).split("; ")} == {
        "levin2009",
        "kwakkel2023",
    }


def test_restitution_does_not_promise_the_core_of_the_injury() -> None:
    cell = compute().levels[0].cells[0]
    assert "The part that died does not." in cell.text


def test_the_note_says_what_common_tests_cannot_tell() -> None:
    figure = recovery_matrix()
    assert figure.evidence.kind == "schematic"
    assert "cannot tell the two columns apart" in figure.evidence.note


def test_the_description_holds_every_cell() -> None:
    data = compute()
    _alt, description = describe(data)
    for level in data.levels:
        for cell in level.cells:
            assert cell.text in description


@every_layout
@both_languages
def test_every_cell_level_and_column_is_written(
    layout: Layout, lang: str, artist_checks: ModuleType
) -> None:
    data = compute(lang=lang)
    figure = drawn(draw, data, layout)
    written = " ".join(text.get_text() for text in artist_checks.with_gid(figure, "cell"))
    for level in data.levels:
        for cell in level.cells:
            assert cell.text in written
    names = [text.get_text() for text in artist_checks.with_gid(figure, "level-name")]
    assert names == [level.name for level in data.levels]


@every_layout
def test_each_column_wears_the_colour_of_its_meaning(
    layout: Layout, artist_checks: ModuleType
) -> None:
    figure = drawn(draw, compute(), layout)
    heads = artist_checks.with_gid(figure, "way-meaning")
    found = list(dict.fromkeys(head.get_color() for head in heads))
    assert found == [colour("restoration"), colour("compensation")]
