"""From a matplotlib figure to clean SVG text."""

from xml.etree import ElementTree as ET

import pytest
from matplotlib.figure import Figure

from galley_figures.style.canvas import (
    WIDE,
    Layout,
    box,
    drawn,
    measured_area,
    new_figure,
    page_area,
    write,
)
from galley_figures.style.palette import colour
from galley_figures.style.svg import render_svg

SVG = "{http://www.w3.org/2000/svg}"


def sample(line_colour: str, layout: Layout) -> Figure:
    figure = new_figure(layout, height_px=120)
    page = page_area(figure)
    write(page, 12, 20, "p < 0.05 & “$5”", colour_name="restoration", weight="semibold")
    axes = measured_area(figure, left=60, top=30, width=200, height=50)
    axes.plot([0, 1, 2], [0, 1 / 3, 1], color=line_colour, marker="o")
    axes.set_xlabel("time (days)")
    return figure


def render(line_colour: str, alt: str = "A sample.") -> str:
    return render_svg(drawn(sample, line_colour, WIDE), alt=alt, lang="en")


def test_words_stay_words_in_the_font_of_the_page() -> None:
    root = ET.fromstring(render(colour("time")))
    texts = {text.text: text for text in root.iter(f"{SVG}text")}
    label = texts["p < 0.05 & “$5”"]
    assert label.get("font-size") == "13"
    assert label.get("font-weight") == "600"
    assert (label.get("x"), label.get("y")) == ("12", "20")
    assert "font-family" not in label.attrib
    assert root.get("font-family") == "'Source Sans', 'Source Sans Pro', sans-serif"


def test_colours_are_variables_with_the_light_value_as_fall_back() -> None:
    assert f'stroke="var(--fig-time, {colour("time")})"' in render(colour("time"))


def test_a_colour_outside_the_palette_is_an_error() -> None:
    with pytest.raises(ValueError, match="colour #ff0000 is not in the palette; take one with"):
        render("#ff0000")


def test_the_alternative_is_escaped_where_it_is_written() -> None:
    alt = 'Less than <5 "points" & more'
    root = ET.fromstring(render(colour("time"), alt))
    assert root.get("aria-label") == alt
    assert root.findtext(f"{SVG}title") == alt


def test_ids_are_kept_only_where_something_refers_to_them() -> None:
    text = render(colour("time"))
    root = ET.fromstring(text)
    ids = [part.get("id") for part in root.iter() if part.get("id")]
    assert ids
    assert len(ids) == len(set(ids))
    for name in ids:
        assert name.startswith("fig-")
        assert f"#{name}" in text


def test_two_drawings_have_ids_of_their_own() -> None:
    first, second = (
        {part.get("id") for part in ET.fromstring(render(colour(name))).iter()} - {None}
        for name in ("time", "dose")
    )
    assert first.isdisjoint(second)


def test_a_hatch_follows_the_theme() -> None:
    def hatched(_data: None, layout: Layout) -> Figure:
        figure = new_figure(layout, height_px=50)
        box(page_area(figure), 5, 5, 40, 40, fill="harm", edge="paper", hatch="//")
        return figure

    root = ET.fromstring(render_svg(drawn(hatched, None, WIDE), alt="x", lang="en"))
    (pattern,) = root.iter(f"{SVG}pattern")
    paints = {part.get("fill") for part in pattern} | {part.get("stroke") for part in pattern}
    names = ("harm", "paper")
    assert paints - {None} == {f"var(--fig-{name}, {colour(name)})" for name in names}
    fills = [path.get("fill") for path in root.iter(f"{SVG}path")]
    assert f"url(#{pattern.get('id')})" in fills


def test_a_path_that_is_used_once_stands_where_it_is_used() -> None:
    def band(_data: None, layout: Layout) -> Figure:
        figure = new_figure(layout, height_px=50)
        page_area(figure).fill_between([10, 60], [5, 9], [20, 30], color=colour("time"), lw=0)
        return figure

    root = ET.fromstring(render_svg(drawn(band, None, WIDE), alt="x", lang="en"))
    assert list(root.iter(f"{SVG}use")) == []
    drawings = [path.get("d") for path in root.iter(f"{SVG}path") if path.get("fill")]
    assert drawings == ["M10 20v-15l50 4v21l-50-10z"]


def test_a_property_outside_the_list_is_refused_such_as_italics() -> None:
    def slanted(_data: None, layout: Layout) -> Figure:
        figure = new_figure(layout, height_px=50)
        words = write(page_area(figure), 5, 20, "slanted")
        words.set_fontstyle("italic")
        return figure

    with pytest.raises(ValueError, match="the property 'font-style' cannot be"):
        render_svg(drawn(slanted, None, WIDE), alt="x", lang="en")
