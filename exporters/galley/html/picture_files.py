"""A picture's other files on a page: narrower ones, lighter ones, and one that does not move."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from html import escape

from markupsafe import Markup

FileOfWidth = tuple[str, int]
"""An address, and the width of the picture there in pixels."""

# How wide the style sheet shows a picture, so that a browser can choose before it has read that.
IN_FIGURE = "(min-width: 50rem) 45rem, (min-width: 40rem) calc(100vw - 5rem), calc(100vw - 2.5rem)"
IN_TEXT = "(min-width: 42rem) 36.5rem, (min-width: 40rem) calc(100vw - 5rem), calc(100vw - 2.5rem)"
IN_LIST = "(min-width: 40rem) 12.5rem, 5.5rem"
SCROLLING = "(min-width: 50rem) 45rem, 36rem"


@dataclass(frozen=True)
class PictureFiles:
    """The files of a picture besides the one that every browser can show.

    Attributes
    ----------
    usual
        All widths in the form of that one, which is the last; empty where it is the only one.
    modern
        All widths as WebP; empty where that spares nothing.
    still
        The address of the first frame of a picture that moves.
    """

    usual: tuple[FileOfWidth, ...] = ()
    modern: tuple[FileOfWidth, ...] = ()
    still: str = ""

    def __bool__(self) -> bool:
        return bool(self.usual or self.modern or self.still)

    def led(self, way: Callable[[str], str]) -> PictureFiles:
        """Return the same files by other addresses."""
        return PictureFiles(
            _led(self.usual, way), _led(self.modern, way), self.still and way(self.still)
        )

    def at_most(self, width: int) -> PictureFiles:
        """Return the files for a place that is never wider; of each form at least the narrowest."""
        return replace(self, usual=_first(self.usual, width), modern=_first(self.modern, width))

    def sources(self, sizes: str) -> Markup:
        """Return the elements that stand before the picture in its ``<picture>``."""
        still = (
            f'<source type="image/webp" media="(prefers-reduced-motion: reduce)" '
            f'srcset="{escape(self.still)}">'
        )
        modern = (
            f'<source type="image/webp" srcset="{_srcset(self.modern)}" sizes="{escape(sizes)}">'
        )
        html = (still if self.still else "") + (modern if self.modern else "")
        return Markup(html)  # noqa: S704 - escaped above

    @property
    def srcset(self) -> str:
        """The narrower files of the usual form, as the picture's own attribute names them."""
        return ", ".join(f"{address} {width}w" for address, width in self.usual)


NO_FILES = PictureFiles()


def _led(files: tuple[FileOfWidth, ...], way: Callable[[str], str]) -> tuple[FileOfWidth, ...]:
    return tuple((way(address), width) for address, width in files)


def _first(files: tuple[FileOfWidth, ...], width: int) -> tuple[FileOfWidth, ...]:
    return tuple(file for file in files if file[1] <= width) or files[:1]


def _srcset(files: tuple[FileOfWidth, ...]) -> str:
    return escape(", ".join(f"{address} {width}w" for address, width in files))
