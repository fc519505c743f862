"""What can be asked of a drawn figure, for the tests of its author.

    from galley_figures.inspection import overlapping_texts, texts_over_marks, with_gid

    def test_words_stay_apart():
        figure = drawn(draw, compute(), NARROW)
        assert overlapping_texts(figure) == []
        assert texts_over_marks(figure) == []

Figures come from `galley_figures.style.canvas.drawn`. Lengths are px from the bottom left corner.
"""

from galley_figures.inspection.crossings import texts_over_marks
from galley_figures.inspection.painting import Painted, Shape, Word, painted
from galley_figures.inspection.texts import (
    overlapping_texts,
    text_box,
    texts_leaving_the_canvas,
    visible_texts,
    with_gid,
)

__all__ = [
    "Painted",
    "Shape",
    "Word",
    "overlapping_texts",
    "painted",
    "text_box",
    "texts_leaving_the_canvas",
    "texts_over_marks",
    "visible_texts",
    "with_gid",
]
