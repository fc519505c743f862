"""Which texts of a figure are shown: matplotlib also keeps some that never are."""

from __future__ import annotations

from collections.abc import Iterator

from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.axis import Axis
from matplotlib.figure import Figure
from matplotlib.text import Text


def texts_of(artist: Artist) -> Iterator[Text]:
    """Yield the texts of an artist that can come to be drawn, those of far ticks among them.

    An axis is asked for its ticks only where it is shown: it makes them when asked, and to make
    those that no one sees took a seventh of the time of a whole figure.
    """
    if isinstance(artist, Text):
        yield artist
    elif not isinstance(artist, Axis) or _is_shown(artist):
        for child in artist.get_children():
            yield from texts_of(child)


def shown_texts(figure: Figure) -> list[Text]:
    """Return every text that shows letters in a figure that has been drawn, on any renderer."""
    far = {label for axes in figure.axes for axis in _axis_pair(axes) for label in _far(axis)}
    return [
        text
        for text in texts_of(figure)
        if text.get_visible() and text.get_text().strip() and text not in far
    ]


def _axis_pair(axes: Axes) -> tuple[Axis, Axis]:
    return axes.xaxis, axes.yaxis


def _is_shown(axis: Axis) -> bool:
    return axis.axes.axison and axis.get_visible()


def _far(axis: Axis) -> set[Text]:
    """Return the labels that are never drawn: those of ticks beyond the ends of a shown axis."""
    if not _is_shown(axis):
        return set()
    # matplotlib asks this itself when it draws; there is no public way to the ticks in view.
    ticks = axis._update_ticks()  # type: ignore[attr-defined]  # noqa: SLF001
    drawn = {label for tick in ticks for label in (tick.label1, tick.label2)}
    return set(texts_of(axis)) - drawn - {axis.label, axis.offsetText}
