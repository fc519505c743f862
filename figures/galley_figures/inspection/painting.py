"""What a figure paints, in the order of painting: shapes with their paints, and words.

The figure is drawn for real, onto a renderer that keeps what it is told in place of pixels. So
hidden artists are missing, and transforms, clips and the order of drawing are matplotlib's own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any, Final, TypeAlias, cast

import numpy as np
import numpy.typing as npt
from matplotlib.backend_bases import GraphicsContextBase, RendererBase
from matplotlib.colors import to_hex, to_rgba
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.path import Path
from matplotlib.text import Text
from matplotlib.textpath import TextPath, text_to_path
from matplotlib.transforms import Affine2D, Bbox, Transform

from galley_figures.style.canvas import house_style

FloatArray: TypeAlias = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Paint:
    """A colour, ``#rrggbb``, and how much of it covers, 0 to 1."""

    colour: str
    alpha: float


@dataclass(frozen=True, eq=False)
class Shape:
    """A path as it was painted.

    Attributes
    ----------
    artist
        A number that the shapes of one artist share, such as a line and its markers.
    kind
        What matplotlib calls the artist, such as ``line2d``, ``patch`` or ``PolyCollection``.
    dashes
        Lengths on and off; empty for a solid line.
    marker
        The form of a marker, whatever its size; empty for anything else.
    """

    artist: int
    kind: str
    gid: str | None
    path: Path
    fill: Paint | None
    stroke: Paint | None
    width_px: float
    dashes: tuple[float, ...]
    hatch: str
    marker: str
    clip: Bbox | None
    clip_path: Path | None

    @cached_property
    def polylines(self) -> list[FloatArray]:
        """The path's lines, curves as short pieces, one array of points for each stroke."""
        return _polylines(self.path)

    @cached_property
    def extents(self) -> Bbox:
        """The box around the path, half of its line's width included."""
        return self.path.get_extents().padded(self.width_px / 2 if self.stroke else 0)


@dataclass(frozen=True, eq=False)
class Word:
    """A word as it was painted.

    Attributes
    ----------
    box
        Around its ink alone, without room for letters that are not there.
    text
        The whole text that it is part of.
    """

    word: str
    box: Bbox
    text: str
    gid: str | None
    paint: Paint
    size_px: float
    is_bold: bool
    is_tick_label: bool


Painted: TypeAlias = Shape | Word


def painted(figure: Figure) -> tuple[Painted, ...]:
    """Return everything that a figure paints, the lowest first."""
    recorder = _Recorder(figure)
    with house_style():
        figure.draw(recorder)
    return tuple(recorder.painted)


_BOLD_FROM: Final = 600
_MARKER_KINDS: Final = frozenset({"line2d", "PathCollection"})


class _Recorder(RendererBase):
    """A renderer that remembers."""

    def __init__(self, figure: Figure) -> None:
        super().__init__()
        self.painted: list[Painted] = []
        self._size = (float(figure.bbox.width), float(figure.bbox.height))
        self._groups: list[tuple[int, str, str | None]] = []
        self._opened = 0
        self._marker = ""

    def get_canvas_width_height(self) -> tuple[float, float]:
        return self._size

    def flipy(self) -> bool:
        return False

    def open_group(self, s: str, gid: str | None = None) -> None:
        self._opened += 1
        self._groups.append((self._opened, s, gid))

    def close_group(self, s: str) -> None:  # noqa: ARG002 - matplotlib's protocol
        self._groups.pop()

    def draw_markers(  # noqa: PLR0917 - matplotlib's protocol
        self,
        gc: GraphicsContextBase,
        marker_path: Path,
        marker_trans: Transform,
        path: Path,
        trans: Transform,
        rgbFace: Any = None,  # noqa: N803, ANN401 - matplotlib's protocol
    ) -> None:
        # matplotlib draws any collection of one path so, such as the area between two curves.
        if self._groups[-1][1] in _MARKER_KINDS:
            self._marker = _form_of(marker_path, marker_trans)
        super().draw_markers(gc, marker_path, marker_trans, path, trans, rgbFace)
        self._marker = ""

    def draw_path(
        self,
        gc: GraphicsContextBase,
        path: Path,
        transform: Transform,
        rgbFace: Any = None,  # noqa: N803, ANN401 - matplotlib's protocol
    ) -> None:
        artist, kind, gid = self._groups[-1]
        clip = gc.get_clip_rectangle()
        shape = Shape(
            artist=artist,
            kind=kind,
            gid=gid,
            path=transform.transform_path(path),
            fill=_paint(rgbFace, gc),
            stroke=_paint(gc.get_rgb(), gc) if gc.get_linewidth() > 0 else None,
            width_px=float(gc.get_linewidth()),
            dashes=_dashes(gc),
            hatch=str(gc.get_hatch() or ""),
            marker=self._marker,
            clip=Bbox(clip.get_points()) if clip else None,
            clip_path=_clip_path(gc),
        )
        if len(np.asarray(shape.path.vertices)) and (shape.fill or shape.stroke):
            self.painted.append(shape)

    def draw_text(  # noqa: PLR0917 - matplotlib's protocol
        self,
        gc: GraphicsContextBase,
        x: float,
        y: float,
        s: str,
        prop: FontProperties,
        angle: float,
        ismath: Any = False,  # noqa: FBT002, ANN401, ARG002 - matplotlib's protocol
        mtext: Text | None = None,
    ) -> None:
        paint = _paint(gc.get_rgb(), gc)
        if paint is None:
            return
        place = Affine2D().rotate_deg(angle).translate(x, y)
        whole = s if mtext is None else mtext.get_text()
        is_tick_label = any(kind.endswith("tick") for _artist, kind, _gid in self._groups)
        self.painted.extend(
            Word(
                word=word,
                box=_moved(box, place),
                text=whole,
                gid=mtext.get_gid() if mtext else None,
                paint=paint,
                size_px=float(prop.get_size_in_points()),
                is_bold=_is_bold(prop),
                is_tick_label=is_tick_label,
            )
            for word, box in _word_boxes(s, prop)
        )


def _paint(value: Any, gc: GraphicsContextBase) -> Paint | None:  # noqa: ANN401 - any colour
    if value is None:
        return None
    alpha = to_rgba(value)[3]
    if gc.get_forced_alpha():
        alpha = gc.get_alpha()
    return Paint(to_hex(value), float(alpha)) if alpha > 0 else None


def _dashes(gc: GraphicsContextBase) -> tuple[float, ...]:
    lengths = cast("Sequence[float] | None", gc.get_dashes()[1])
    return tuple(float(length) for length in lengths or ())


def _clip_path(gc: GraphicsContextBase) -> Path | None:
    # matplotlib's stub names other types than its code returns.
    path, transform = cast("tuple[Path | None, Transform]", gc.get_clip_path())
    return transform.transform_path(path) if path else None


def _form_of(marker: Path, transform: Transform) -> str:
    """Name a marker's form, the same for every size of it."""
    vertices = cast("FloatArray", transform.transform_path(marker).vertices)
    size = float(np.abs(vertices).max()) or 1.0
    return repr((np.round(vertices / size, 2) + 0.0).tolist())


def _polylines(path: Path) -> list[FloatArray]:
    lines: list[FloatArray] = []
    straight = path.cleaned(curves=False, simplify=False, remove_nans=True)
    for vertices, code in straight.iter_segments():
        point = np.asarray(vertices[-2:], dtype=np.float64)
        if code == Path.MOVETO or not lines:
            lines.append(point[np.newaxis])
        elif code == Path.CLOSEPOLY:
            lines[-1] = np.vstack([lines[-1], lines[-1][:1]])
        elif code == Path.LINETO:
            lines[-1] = np.vstack([lines[-1], point])
    return lines


def _is_bold(prop: FontProperties) -> bool:
    weight = prop.get_weight()
    return weight in {"bold", "semibold"} if isinstance(weight, str) else weight >= _BOLD_FROM


def _word_boxes(line: str, prop: FontProperties) -> list[tuple[str, Bbox]]:
    """Return each word of a line with the box of its ink, from the start of the baseline."""
    found: list[tuple[str, Bbox]] = []
    position = 0
    for word in line.split(" "):
        if word:
            left = _advance(line[:position], prop)
            found.append((word, _ink(word, prop).translated(left, 0)))
        position += len(word) + 1
    return found


def _advance(text: str, prop: FontProperties) -> float:
    if not text:
        return 0.0
    return float(text_to_path.get_text_width_height_descent(text, prop, ismath=False)[0])


@cache
def _ink(word: str, prop: FontProperties) -> Bbox:
    return TextPath((0, 0), word, prop=prop).get_extents()


def _moved(box: Bbox, place: Affine2D) -> Bbox:
    corners = place.transform(box.corners())
    low, high = corners.min(axis=0), corners.max(axis=0)
    return Bbox([low, high])
