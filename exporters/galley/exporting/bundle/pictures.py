"""A figure's drawings as pictures: light and dark, wide and for phones.

The wide light picture is the one that its cell made. The others are drawn from the same drawings
where typst is installed: without it, readers have the wide light one everywhere.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from galley.article.model import Article, Figure
from galley.exporting.bundle.drawing import Drawings
from galley.html.inline_svg import follows_theme
from galley.html.png_chunks import png_size
from galley.look import Look
from galley.slugs import safe_name
from galley_figures.style.palette import Theme

_PHONE = "(max-width: 600px)"
_DARK = "(prefers-color-scheme: dark)"


@dataclass(frozen=True)
class Source:
    """A picture for some readers: on a phone, in the dark."""

    media: str
    src: str
    width: int
    height: int


@dataclass(frozen=True)
class FigurePictures:
    """The pictures of a figure: one for everybody, and those that fit some better.

    Attributes
    ----------
    width, height
        In CSS pixels, half of what the file has.
    """

    src: str
    width: int
    height: int
    sources: tuple[Source, ...] = ()


@dataclass
class PictureMaker:
    """Makes the pictures of one article's figures.

    Attributes
    ----------
    folder
        Where they are put; all paths are inside the site.
    way
        Path → address on the page.
    files
        Path → content of those that are made besides.
    """

    look: Look
    folder: str
    way: Callable[[str], str]
    drawings: Drawings
    files: dict[str, bytes] = field(default_factory=dict)

    def pictures(
        self, article: Article, known: Mapping[str, str], files: Mapping[str, bytes]
    ) -> dict[str, FigurePictures]:
        """Return a figure's anchor, or a state's, → its pictures.

        Parameters
        ----------
        known
            Anchor → path of the picture that the figure's cell made; `files` has it.
        """
        made: dict[str, FigurePictures] = {}
        for figure in (block for block in article.blocks if isinstance(block, Figure)):
            shown = known.get(figure.anchor, "")
            if shown.endswith(".png"):
                made[figure.anchor] = self._pictures(shown, files, tuple(self._sources(figure)))
            for place, state in enumerate(figure.in_states):
                own = known.get(state.anchor, "")
                if place == figure.shown and figure.anchor in made:
                    made[state.anchor] = made[figure.anchor]
                elif own.endswith(".png"):
                    made[state.anchor] = self._pictures(own, files)
        return made

    def _pictures(
        self, path: str, files: Mapping[str, bytes], sources: tuple[Source, ...] = ()
    ) -> FigurePictures:
        width, height = png_size(files[path])
        return FigurePictures(self.way(path), width // 2, height // 2, sources)

    def _sources(self, figure: Figure) -> Iterator[Source]:
        """Yield them in the order in which a browser takes the first that fits."""
        wide, narrow = figure.drawings.get("image/svg+xml", ""), figure.narrow_svg
        if not follows_theme(wide):
            return
        if narrow:
            yield from self._drawn(figure, narrow, "narrow-dark", "dark", f"{_PHONE} and {_DARK}")
            yield from self._drawn(figure, narrow, "narrow", "light", _PHONE)
        yield from self._drawn(figure, wide, "dark", "dark", _DARK)

    def _drawn(
        self, figure: Figure, svg: str, form: str, theme: Theme, media: str
    ) -> Iterator[Source]:
        data = self.drawings.png(svg, self.look.variables(theme))
        if data:
            path = f"{self.folder}/{safe_name(figure.anchor)}-{form}.png"
            self.files[path] = data
            width, height = png_size(data)
            yield Source(media, self.way(path), width // 2, height // 2)
