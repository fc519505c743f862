"""The axes behind a `page_area`: a place for words and marks that measures nothing.

matplotlib gives all axes a frame, and makes their first ticks with them, even if neither is ever
shown. Most of what a drawing holds lies in page areas, so making these two was an eighth of it.
"""

from __future__ import annotations

from typing import Any, Final, cast

from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.axis import Tick, XAxis, YAxis
from matplotlib.patches import Patch
from matplotlib.spines import Spine
from matplotlib.ticker import NullLocator

# matplotlib puts a list here that fills itself when it is first looked at.
_NO_TICKS: Final = cast("list[Tick]", ())


class _PlainSet:
    """Keeps matplotlib from writing a signature of `set` for each class, 3 ms at every import."""

    def set(self: Any, **properties: Any) -> list[Any]:  # noqa: ANN401 - as matplotlib has it
        """Set properties by their names."""
        return Artist.set(self, **properties)


class _XAxisWithoutTicks(_PlainSet, XAxis):
    majorTicks = minorTicks = _NO_TICKS  # noqa: N815 - matplotlib's names


class _YAxisWithoutTicks(_PlainSet, YAxis):
    majorTicks = minorTicks = _NO_TICKS  # noqa: N815 - matplotlib's names


class PageAxes(_PlainSet, Axes):
    """Axes without a frame and ticks, not even hidden ones.

    matplotlib's own polar axes choose their axis and spines with the same two methods.
    """

    def _gen_axes_spines(self) -> dict[str, Spine]:
        return {}

    def _init_axis(self) -> None:
        self.xaxis = _XAxisWithoutTicks(self, clear=False)
        self.yaxis = _YAxisWithoutTicks(self, clear=False)

    def add_patch(self, p: Patch) -> Patch:
        """Add a patch, and do not measure it, since the page has its size already."""
        self.add_artist(p)
        return p

    def clear(self) -> None:
        """Empty the page, and keep it from asking where ticks would be."""
        super().clear()
        self.set_axis_off()
        for axis in (self.xaxis, self.yaxis):
            axis.set_major_locator(NullLocator())
