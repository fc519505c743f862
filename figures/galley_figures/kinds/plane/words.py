"""Words on their way to a place on the page, and words that have one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from matplotlib.axes import Axes

from galley_figures.kinds.plane.boxes import Box, Point
from galley_figures.kinds.plane.frame import LINE, SMALL
from galley_figures.style.canvas import Align, label_width, rule, write_lines
from galley_figures.style.fonts import Weight, wrap
from galley_figures.style.palette import PALETTE, ColourName

_BASELINE: Final = 12


@dataclass(frozen=True)
class Label:
    """Words that belong to a point.

    Attributes
    ----------
    text
        Already broken into lines.
    line_colour
        Colour of what it names, in which a leader is drawn.
    detail
        Softer words below, broken into lines.
    """

    text: str
    anchor: Point
    gid: str
    size_px: float = 13
    weight: Weight = "regular"
    line_colour: ColourName = "ink"
    detail: str = ""

    @property
    def width(self) -> float:
        """Width of its longest line."""
        own = label_width(self.text, self.size_px, self.weight)
        return max(own, label_width(self.detail, SMALL)) if self.detail else own

    @property
    def height(self) -> float:
        """Height of all lines."""
        lines = self.text.count("\n") + 1
        return LINE * (lines + self.detail.count("\n") + 1 if self.detail else lines)

    def rewrapped(self, width_px: float) -> Label:
        """Return it broken to another width."""
        text = self.text.replace("\n", " ")
        return replace(self, text=wrapped(text, width_px, size_px=self.size_px, weight=self.weight))

    def placed(
        self, left: float, top: float, *, leader: tuple[Point, ...] = (), align: Align = "left"
    ) -> PlacedWords:
        """Return it in a box with this corner."""
        return PlacedWords(self, Box(left, top, self.width, self.height), leader, align)


@dataclass(frozen=True)
class PlacedWords:
    """A label in its box."""

    label: Label
    box: Box
    leader: tuple[Point, ...] = ()
    align: Align = "left"


def wrapped(text: str, width_px: float, *, size_px: float = 13, weight: Weight = "regular") -> str:
    """Break a label to a width."""
    return wrap(text, width_px, size_px, weight)


def text_colour(name: ColourName) -> ColourName:
    """Return the colour for words that name a mark: its own, where words can be read in it."""
    return name if PALETTE[name].use == "text" else "ink"


def draw_words(page: Axes, words: PlacedWords) -> None:
    """Draw a leader, where there is one, and the words."""
    label, box = words.label, words.box
    if words.leader:
        leader_x, leader_y = zip(*words.leader, strict=True)
        rule(page, leader_x, leader_y, colour_name=_leader_colour(label.line_colour), gid="leader")
    x_of = {"left": box.left, "center": box.left + box.width / 2, "right": box.right}
    y = write_lines(
        page,
        x_of[words.align],
        box.top + _BASELINE,
        label.text,
        line_px=LINE,
        size_px=label.size_px,
        colour_name=text_colour(label.line_colour),
        weight=label.weight,
        align=words.align,
        gid=label.gid,
    )
    if label.detail:
        write_lines(
            page,
            x_of[words.align],
            y,
            label.detail,
            line_px=LINE,
            size_px=SMALL,
            colour_name="ink-soft",
            align=words.align,
            gid=f"{label.gid}-detail",
        )


def _leader_colour(name: ColourName) -> ColourName:
    return "ink-muted" if name in {"ink", "ink-soft"} else name
