"""The house style: palette, fonts, canvas, and that nothing global changes."""

import re
from importlib.resources import files

import matplotlib as mpl
import pytest
from matplotlib import font_manager

from galley_figures.style.canvas import (
    WIDE,
    drawn,
    house_style,
    new_figure,
    page_area,
    write,
    write_lines,
)
from galley_figures.style.fonts import font_file, text_width_px, wrap
from galley_figures.style.palette import (
    PALETTE,
    colour,
    contrast,
    css_variables,
    variable,
)
from galley_figures.style.segmented import SegmentedScale

TEXT_CONTRAST, MARK_CONTRAST = 4.5, 3.0
TINTED = ("restoration", "compensation", "time", "dose", "caution", "harm")


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_text_and_marks_can_be_read_on_paper_and_on_bands(theme: str) -> None:
    grounds = [getattr(PALETTE[name], theme) for name in ("paper", "band", "band-strong")]
    for name, entry in PALETTE.items():
        for ground in grounds:
            ratio = contrast(getattr(entry, theme), ground)
            if entry.use == "text":
                assert ratio >= TEXT_CONTRAST, (name, ground, ratio)
            elif entry.use == "mark":
                assert ratio >= MARK_CONTRAST, (name, ground, ratio)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("name", TINTED)
def test_ink_and_the_meaning_itself_can_be_read_on_its_tint(name: str, theme: str) -> None:
    tint = getattr(PALETTE[f"{name}-tint"], theme)
    for text in ("ink", "ink-soft", name):
        assert contrast(getattr(PALETTE[text], theme), tint) >= TEXT_CONTRAST, text


def test_every_light_value_stands_for_one_meaning() -> None:
    values = [entry.light for entry in PALETTE.values()]
    assert len(values) == len(set(values))


def test_both_themes_define_the_same_variables() -> None:
    light, dark = css_variables("light"), css_variables("dark")
    assert list(light) == list(dark)
    assert light["--fig-ink"] == colour("ink")
    assert all(re.fullmatch(r"#[0-9a-f]{6}", value) for value in (*light.values(), *dark.values()))


def test_an_unknown_theme_is_refused() -> None:
    with pytest.raises(ValueError, match=r"^theme must be one of light, dark, not 'sepia'$"):
        css_variables("sepia")


def test_an_unknown_colour_name_gets_a_guess() -> None:
    with pytest.raises(ValueError, match=r"Did you mean 'restoration'\?$"):
        colour("restorations")


def test_a_colour_becomes_a_variable_with_its_light_value() -> None:
    assert variable(colour("caution")) == f"var(--fig-caution, {colour('caution')})"


def test_a_colour_outside_the_palette_is_refused() -> None:
    with pytest.raises(ValueError, match="colour #ff0000 is not in the palette"):
        variable("#ff0000")


def test_the_style_sheet_uses_colours_of_the_palette_only() -> None:
    text = (files("galley_figures.style") / "galley.mplstyle").read_text("utf-8")
    settings = [line.split("#")[0].strip() for line in text.splitlines()]
    used = {f"#{value}" for line in settings for value in re.findall(r": ([0-9a-f]{6})$", line)}
    assert used
    assert used <= {entry.light for entry in PALETTE.values()}


def test_the_house_style_is_a_context_and_registers_no_font() -> None:
    before = dict(mpl.rcParams)
    fonts = len(font_manager.fontManager.ttflist)
    with house_style():
        assert mpl.rcParams["svg.fonttype"] == "none"
    drawn(lambda _data, layout: new_figure(layout, height_px=10), None, WIDE)
    assert dict(mpl.rcParams) == before
    assert len(font_manager.fontManager.ttflist) == fonts


def test_the_notebooks_own_settings_do_not_reach_a_figure() -> None:
    with mpl.rc_context({"axes.linewidth": 7, "text.color": "red"}), house_style():
        assert mpl.rcParams["axes.linewidth"] == 1
        assert mpl.rcParams["text.color"] == colour("ink")


def test_text_below_the_smallest_size_is_refused() -> None:
    page = page_area(new_figure(WIDE, height_px=100))
    with pytest.raises(ValueError, match=r"^text must be at least 12 px, not 9$"):
        write(page, 0, 0, "tiny", size_px=9)


def test_a_page_area_counts_px_from_the_top_left() -> None:
    figure = new_figure(WIDE, height_px=100)
    page = page_area(figure)
    assert tuple(page.transData.transform((10, 20))) == pytest.approx((10, 80))


def test_lines_are_written_evenly_spaced() -> None:
    page = page_area(new_figure(WIDE, height_px=100))
    end = write_lines(page, 5, 20, "one\ngypsum\nthree", line_px=15)
    assert [text.get_position()[1] for text in page.texts] == [20, 35, 50]
    assert end == 65


def test_an_unknown_weight_is_refused() -> None:
    with pytest.raises(
        ValueError, match=r"^font weight must be one of regular, semibold, not 'black'$"
    ):
        font_file("black")


def test_wrapped_lines_fit_and_are_about_equally_long() -> None:
    text = "the goal is reached another way"
    lines = wrap(text, 160, 13).split("\n")
    assert " ".join(lines) == text
    widths = [text_width_px(line, 13) for line in lines]
    assert max(widths) <= 160
    assert len(lines) == 2
    assert min(widths) > 0.6 * max(widths)


def test_a_word_wider_than_the_column_stands_alone() -> None:
    assert wrap("a neurorestoration b", 40, 13) == "a\nneurorestoration\nb"


def test_wrapping_keeps_line_breaks() -> None:
    assert wrap("one\ntwo", 200, 13) == "one\ntwo"


def test_a_segmented_scale_is_linear_inside_each_segment() -> None:
    scale = SegmentedScale(limits=(0, 1, 7, 91), shares=(1, 1, 2))
    assert [scale.position(day) for day in (0, 0.5, 1, 4, 7, 49, 91)] == [
        0,
        0.125,
        0.25,
        0.375,
        0.5,
        0.75,
        1,
    ]


@pytest.mark.parametrize(
    ("limits", "shares", "message"),
    [
        ((0, 1), (1, 1), "2 segments have 3 limits, not 2"),
        ((0, 2, 1), (1, 1), "limits must rise, not (0, 2, 1)"),
        ((0, 1, 2), (1, 0), "shares must be positive, not (1, 0)"),
    ],
)
def test_an_impossible_scale_is_refused(limits: tuple, shares: tuple, message: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(message)}$"):
        SegmentedScale(limits=limits, shares=shares)


def test_a_value_outside_the_scale_is_refused() -> None:
    scale = SegmentedScale(limits=(0, 1), shares=(1,))
    with pytest.raises(ValueError, match=r"^2 lies outside the axis, 0 to 1$"):
        scale.position(2)
