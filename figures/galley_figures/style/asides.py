"""Short paragraphs with headings below a drawing: side by side, or one below the other on a phone.

    asides = place_asides(data.asides, layout, top=300)
    figure = new_figure(layout, height_px=bottom_of(asides))
    draw_asides(page_area(figure), asides, layout)

The artists' gids are ``aside-rule``, ``aside-heading`` and ``aside``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from matplotlib.axes import Axes

from galley_figures.style.canvas import Layout, rule, write, write_lines
from galley_figures.style.fonts import wrap

MARGIN: Final = 12
BETWEEN: Final = 30
"""Width between two columns."""

_LINE: Final = 16
_TO_HEADING: Final = 21
_TO_TEXT: Final = 18
_AFTER: Final = 22


@dataclass(frozen=True)
class Aside:
    """A heading and its text, broken to its column.

    Attributes
    ----------
    top
        Where the hairline above it lies, or would lie.
    """

    left: float
    top: float
    heading: str
    text: str

    @property
    def bottom(self) -> float:
        """Where what follows may begin."""
        lines = self.text.count("\n") + 1
        return self.top + _TO_HEADING + _TO_TEXT + _LINE * (lines - 1) + _AFTER


def columns(count: int, layout: Layout) -> tuple[float, tuple[float, ...]]:
    """Return the width of columns and where each begins; on a phone all are as wide as the page.

    >>> from galley_figures.style.canvas import WIDE
    >>> columns(2, WIDE)
    (333.0, (12.0, 375.0))
    """
    if layout.is_narrow:
        return float(layout.width_px - 2 * MARGIN), (float(MARGIN),) * count
    width = (layout.width_px - 2 * MARGIN - BETWEEN * (count - 1)) / count
    return width, tuple(MARGIN + (width + BETWEEN) * place for place in range(count))


def place_asides(
    paragraphs: Sequence[tuple[str, str]], layout: Layout, *, top: float
) -> tuple[Aside, ...]:
    """Return headings and texts in their places below a hairline at `top`."""
    width, lefts = columns(len(paragraphs), layout)
    asides: list[Aside] = []
    for left, (heading, text) in zip(lefts, paragraphs, strict=True):
        asides.append(Aside(left, top, heading, wrap(text, width, 12)))
        if layout.is_narrow:
            top = asides[-1].bottom - _LINE
    return tuple(asides)


def bottom_of(asides: Sequence[Aside]) -> float:
    """Return the height of a drawing that ends with asides."""
    return max(aside.bottom for aside in asides) - _LINE / 2


def draw_asides(page: Axes, asides: Sequence[Aside], layout: Layout) -> None:
    """Draw the hairline and the paragraphs below it."""
    y = asides[0].top
    rule(
        page,
        (MARGIN, layout.width_px - MARGIN),
        (y, y),
        colour_name="hairline",
        width=0.75,
        gid="aside-rule",
    )
    for aside in asides:
        y = aside.top + _TO_HEADING
        write(page, aside.left, y, aside.heading, weight="semibold", gid="aside-heading")
        write_lines(
            page,
            aside.left,
            y + _TO_TEXT,
            aside.text,
            line_px=_LINE,
            size_px=12,
            colour_name="ink-soft",
            gid="aside",
        )
