"""matplotlib's renderers, quicker with words, which take most of the time of a drawing.

They measure words as the layout has done before, unhinted, so that most widths are known already;
and the one for pixels sets a line as a whole, where matplotlib's own sets letter by letter. Both
together halve what a drawing full of words takes.
"""

from __future__ import annotations

import io
from typing import Any, Final, Literal, TypeAlias

import numpy as np
from matplotlib.backend_bases import GraphicsContextBase, RendererBase
from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.backends.backend_svg import RendererSVG
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties, get_font
from matplotlib.ft2font import LoadFlags
from matplotlib.text import Text

from galley_figures.style.fonts import PARTS_OF_PIXEL, text_size_px
from galley_figures.style.png import PixelArray

_POINTS_PER_INCH: Final = 72
_Markup: TypeAlias = bool | Literal["TeX"]


def matplotlib_svg(figure: Figure) -> str:
    """Return the text that matplotlib writes for a figure, without ground and metadata."""
    width, height = figure.get_size_inches() * _POINTS_PER_INCH
    nothing = dict.fromkeys(("Creator", "Date", "Format", "Type"))
    stream = io.StringIO()
    renderer = _SvgRenderer(width, height, stream, metadata=nothing)  # type: ignore[no-untyped-call]
    _draw(figure, renderer, dpi=_POINTS_PER_INCH, ground="none")
    renderer.finalize()  # type: ignore[no-untyped-call]
    return stream.getvalue()


def pixels(figure: Figure, *, dpi: int, ground: str) -> PixelArray:
    """Return a figure as pixels on an opaque ground."""
    width, height = figure.get_size_inches() * dpi
    renderer = _PixelRenderer(width, height, dpi)  # type: ignore[no-untyped-call]
    _draw(figure, renderer, dpi=dpi, ground=ground)
    return np.asarray(renderer.buffer_rgba())  # type: ignore[no-untyped-call]


def _draw(figure: Figure, renderer: RendererBase, *, dpi: float, ground: str) -> None:
    figure.set_dpi(dpi)
    figure.set_facecolor(ground)
    figure.draw(renderer)


class _KnownWords(RendererBase):
    """What renderers share: a line in the house font that has been measured is not again."""

    dpi: float = _POINTS_PER_INCH

    def get_text_width_height_descent(
        self, s: str, prop: FontProperties, ismath: _Markup
    ) -> tuple[float, float, float]:
        """Return the size of a line in pixels."""
        if not _is_plain(prop, ismath):
            return super().get_text_width_height_descent(s, prop, ismath)
        scale = self.dpi / _POINTS_PER_INCH
        width, height, descent = text_size_px(s, prop.get_size_in_points(), str(prop.get_file()))
        return width * scale, height * scale, descent * scale


def _is_plain(prop: FontProperties, markup: _Markup) -> bool:
    """Tell words in a font that is named by its file, as the house font is, from formulas."""
    return not markup and prop.get_file() is not None


class _SvgRenderer(_KnownWords, RendererSVG):
    pass


class _PixelRenderer(_KnownWords, RendererAgg):
    def draw_text(  # noqa: PLR0917 - matplotlib's protocol
        self,
        gc: GraphicsContextBase,
        x: float,
        y: float,
        s: str,
        prop: FontProperties,
        angle: float,
        ismath: _Markup = False,  # noqa: FBT002 - matplotlib's protocol
        mtext: Text | None = None,
    ) -> None:
        if angle or not _is_plain(prop, ismath):
            super().draw_text(gc, x, y, s, prop, angle, ismath, mtext)  # type: ignore[no-untyped-call]
            return
        space, _height, _descent = self.get_text_width_height_descent(" ", prop, ismath)
        font = get_font(str(prop.get_file()))
        font.set_size(prop.get_size_in_points(), self.dpi)
        # FreeType's bitmap of a line begins where the ink does, and cuts its letters to whole
        # pixels from there. A space before them makes it begin with the line.
        font.set_text(f" {s}", 0.0, flags=LoadFlags.NO_HINTING)
        font.draw_glyphs_to_bitmap(antialiased=True)
        bitmap = font.get_image()
        _width, height = font.get_width_height()
        above = (height - font.get_descent()) // PARTS_OF_PIXEL + 1
        bottom = round(y) - above + len(bitmap)
        self._renderer.draw_text_image(bitmap, round(x - space), bottom, 0, gc)


class MeasuringRenderer(_KnownWords):
    """A renderer that puts words where they are to stand, and paints nothing."""

    def __init__(self, figure: Figure) -> None:
        super().__init__()
        self._size = (float(figure.bbox.width), float(figure.bbox.height))

    def get_canvas_width_height(self) -> tuple[float, float]:
        """Return the figure's size."""
        return self._size

    def _paint_nothing(self, *_painted: Any, **_more: Any) -> None:  # noqa: ANN401 - whatever it is
        pass

    draw_path = draw_markers = draw_path_collection = _paint_nothing
    draw_image = draw_text = _paint_nothing
