"""Whether a drawn figure can be read: contrast and colour distance, computed from its artists.

    from galley_figures.legibility import faint, indistinguishable_marks

    def test_it_can_be_read(theme):
        figure = drawn(draw, compute(), NARROW)
        assert faint(figure, theme) == []
        assert indistinguishable_marks(figure, theme) == []

Contrast is measured against what really lies beneath a word or a mark, in the colours of a theme.
Colour distance is CIEDE2000, for people with each kind of colour vision and in grey; it needs the
package coloraide, which comes with the extra ``test``.
"""

from galley_figures.legibility.contrast import (
    LARGE_TEXT_CONTRAST,
    MARK_CONTRAST,
    TEXT_CONTRAST,
    Reading,
    contrasts,
    faint,
)
from galley_figures.legibility.pairs import ColourPair, colour_pairs, indistinguishable_marks
from galley_figures.legibility.vision import SIGHTS, TOLD_APART, Sight, colour_distance

__all__ = [
    "LARGE_TEXT_CONTRAST",
    "MARK_CONTRAST",
    "SIGHTS",
    "TEXT_CONTRAST",
    "TOLD_APART",
    "ColourPair",
    "Reading",
    "Sight",
    "colour_distance",
    "colour_pairs",
    "contrasts",
    "faint",
    "indistinguishable_marks",
]
