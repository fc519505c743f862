"""A page area: axes that measure nothing, so that they have neither frame nor ticks."""

from matplotlib.axis import Tick
from matplotlib.figure import Figure
from matplotlib.patches import Circle
from matplotlib.spines import Spine

from galley_figures.style.canvas import (
    WIDE,
    Layout,
    drawn,
    measured_area,
    new_figure,
    page_area,
    write,
)


def test_a_page_area_has_no_frame_and_makes_no_tick_whoever_asks() -> None:
    figure = new_figure(WIDE, height_px=100)
    page = page_area(figure)
    write(page, 10, 20, "words")
    figure.draw_without_rendering()
    assert page.findobj(Tick) == []
    assert page.findobj(Spine) == []
    assert page.xaxis.get_majorticklabels() == page.yaxis.get_minorticklabels() == []


def test_patches_stay_inside_the_page_as_it_is() -> None:
    page = page_area(new_figure(WIDE, height_px=100))
    patch = page.add_patch(Circle((2000, 50), 10))
    assert list(page.patches) == [patch]
    assert patch.axes is page
    page.autoscale_view()
    assert (page.get_xlim(), page.get_ylim()) == ((0, 720), (100, 0))


def test_a_page_can_be_emptied() -> None:
    page = page_area(new_figure(WIDE, height_px=100))
    write(page, 10, 20, "words")
    page.clear()
    assert list(page.texts) == []
    assert page.findobj(Tick) == []


def test_properties_of_a_page_can_be_set_by_name() -> None:
    page = page_area(new_figure(WIDE, height_px=100))
    page.set(zorder=-1, gid="page")
    assert (page.get_zorder(), page.get_gid()) == (-1, "page")


def test_ticks_are_made_for_shown_axes_and_their_labels_wear_the_house_font() -> None:
    def draw(_data: None, layout: Layout) -> Figure:
        figure = new_figure(layout, height_px=100)
        shown = measured_area(figure, left=50, top=10, width=200, height=50)
        shown.set_xlim(0, 5)
        measured_area(figure, left=400, top=10, width=200, height=50).set_axis_off()
        return figure

    shown, hidden = drawn(draw, None, WIDE).axes
    labels = [tick.label1 for tick in shown.xaxis.majorTicks]
    assert len(labels) > 2
    assert all("SourceSansPro" in label.get_fontproperties().get_file() for label in labels)
    assert len(hidden.xaxis.majorTicks) == 1
