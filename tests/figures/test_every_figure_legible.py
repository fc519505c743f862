"""What holds for every figure that is drawn: it can be read by everyone, and it is small."""

from collections.abc import Iterator
from functools import cache
from itertools import groupby
from statistics import median

import pytest
from matplotlib.figure import Figure

from galley_figures.explanatory import ExplanatoryFigure
from galley_figures.inspection import texts_over_marks
from galley_figures.legibility import faint, indistinguishable_marks
from galley_figures.sheet.catalogue import Entry, entries, gallery_names
from galley_figures.sheet.measures import gzip_bytes
from galley_figures.style.canvas import LAYOUTS, Layout

MAX_BYTES = 12 * 1024
MAX_MEDIAN_BYTES = 8 * 1024

ENTRIES = entries()
every_entry = pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.key)
every_layout = pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
every_theme = pytest.mark.parametrize("theme", ["light", "dark"])


@cache
def made(key: str) -> ExplanatoryFigure:
    (entry,) = (one for one in ENTRIES if one.key == key)
    return entry.figure()


@cache
def drawn(key: str, layout: Layout) -> Figure:
    redraw = made(key).redraw
    if redraw is None:
        pytest.skip("a picture is not drawn")
    return redraw(layout)


@every_entry
@every_layout
@every_theme
def test_words_and_marks_have_the_contrast_they_need(
    entry: Entry, layout: Layout, theme: str
) -> None:
    assert faint(drawn(entry.key, layout), theme) == []


@every_entry
@every_layout
@every_theme
def test_marks_with_a_meaning_are_told_apart_by_everyone_and_in_grey(
    entry: Entry, layout: Layout, theme: str
) -> None:
    assert indistinguishable_marks(drawn(entry.key, layout), theme) == []


@every_entry
@every_layout
def test_no_line_runs_through_words(entry: Entry, layout: Layout) -> None:
    assert texts_over_marks(drawn(entry.key, layout)) == []


@every_entry
def test_both_layouts_together_are_small(entry: Entry) -> None:
    figure = made(entry.key)
    assert gzip_bytes(figure.wide_svg + figure.narrow_svg) <= MAX_BYTES


def sizes() -> Iterator[int]:
    for _name, same in groupby(ENTRIES, key=lambda entry: entry.name):
        figure = made(next(same).key)
        yield gzip_bytes(figure.wide_svg + figure.narrow_svg)


def test_half_of_the_figures_are_smaller_still() -> None:
    assert median(sizes()) <= MAX_MEDIAN_BYTES


def test_every_ready_figure_is_looked_at_in_both_languages() -> None:
    for name in gallery_names():
        languages = {entry.parameters["lang"] for entry in ENTRIES if entry.name == name}
        assert languages == {"en", "id"}
