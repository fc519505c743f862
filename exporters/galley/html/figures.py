"""A figure of an article → what its partial prints."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice

from markupsafe import Markup, escape

from galley.article.model import Article, Citation, CitationCluster, Figure, MadeBy
from galley.findings import Place
from galley.html.column_headings import column_heading
from galley.html.context import (
    ChoiceContext,
    EvidenceContext,
    FigureContext,
    ImageContext,
    MarkKind,
    StateContext,
    TableContext,
)
from galley.html.inline_svg import UnusableDrawingError, follows_theme, inline_svg
from galley.html.markup import finished
from galley.html.picture_files import IN_FIGURE, SCROLLING
from galley.html.prose import render_inline
from galley.html.prose_context import ImageHtml, ProseContext
from galley.html.surroundings import Surroundings
from galley.html.words import Words
from galley_figures.credits import credit_sentences

_RASTER_SUFFIXES = {
    "image/png": ".png",
    "image/jpeg": ".jpg",
    "image/webp": ".webp",
    "image/gif": ".gif",
}

_LONGEST_ARGUMENT = 60
_FITS_A_PHONE_PX = 420
"""A drawing of this width can still be read at the 350 px of a phone."""


def source_cluster(key: str, place: Place) -> CitationCluster:
    """Return the citation by which an evidence line names one work."""
    return CitationCluster((Citation(key, mode="narrative"),), place)


@dataclass(frozen=True)
class FigureRenderer:
    """Renders the figures of one article in its surroundings."""

    article: Article
    surroundings: Surroundings
    prose: ProseContext

    def render(self, block: Figure) -> FigureContext:
        """Return a figure with all its states; without them where one cannot be drawn."""
        figure = self._figure(block)
        states = tuple(self._states(block))
        if not all(state.figure.is_drawn for state in states):
            return figure
        return replace(figure, choices=tuple(_choices(block)), states=states)

    def _states(self, block: Figure) -> Iterable[StateContext]:
        for number, (state, figure) in enumerate(zip(block.states, block.in_states, strict=True)):
            yield StateContext(
                places=tuple(place + 1 for place in state.places),
                label=", ".join(
                    f"{choice.label}: {choice.values[place]}"
                    for choice, place in zip(block.choices, state.places, strict=True)
                ),
                figure=self._figure(figure),
                is_shown=number == block.shown,
            )

    def _figure(self, block: Figure) -> FigureContext:
        wide = self._svg(block, block.drawings.get("image/svg+xml", ""), "wide")
        narrow = self._svg(block, block.narrow_svg, "narrow") if wide else Markup("")
        image = None if wide else self._raster(block)
        return FigureContext(
            anchor=block.anchor,
            number=block.number,
            caption_html=finished(render_inline(block.caption, self.prose)),
            alt=block.alt,
            description=block.description,
            svg_wide=wide,
            svg_narrow=narrow,
            image=image,
            evidence=self._evidence(block),
            table=self._table(block),
            downloads=self.surroundings.downloads(block),
            is_on_paper=block.origin == "plain"
            and not follows_theme(block.drawings.get("image/svg+xml", "")),
            is_scrolling=block.origin == "plain" and _width_px(wide, image) > _FITS_A_PHONE_PX,
            mark=_missing_mark(block),
            made_by_html=made_by_html(block.made_by, self.prose.words),
        )

    def _svg(self, block: Figure, svg: str, layout: str) -> Markup:
        if not svg:
            return Markup("")
        try:
            return finished(inline_svg(svg, prefix=f"{block.anchor}-{layout}", alt=block.alt))
        except UnusableDrawingError:
            return Markup("")

    def _raster(self, block: Figure) -> ImageContext | None:
        for name, data in _rasters(block):
            picture = self.surroundings.picture(name, data)
            if picture:
                width, height = _shown_size(picture, block.size)
                sizes = SCROLLING if block.origin == "plain" else IN_FIGURE
                return ImageContext(
                    picture.src,
                    width,
                    height,
                    block.alt,
                    picture.others,
                    f"{width}px" if width < (picture.width or 0) else sizes,
                )
        return None

    def _table(self, block: Figure) -> TableContext | None:
        """Return the data; a cell that names one of the sources leads to its reference."""
        if block.data is None:
            return None
        sources = self._sources(block)
        rows = tuple(
            tuple(sources.get(cell, cell) if isinstance(cell, str) else cell for cell in row)
            for row in block.data.rows
        )
        return TableContext(tuple(map(column_heading, block.data.columns)), rows)

    def _sources(self, block: Figure) -> dict[str, Markup]:
        """Return the citation of each work that the figure rests on, by its key."""
        place = Place(self.article.file, block.cell_id)
        keys = block.evidence.sources if block.evidence else ()
        return {
            key: finished(self.prose.citations.get(source_cluster(key, place), str(escape(key))))
            for key in keys
        }

    def _evidence(self, block: Figure) -> EvidenceContext | None:
        evidence = block.evidence
        if evidence is None:
            return None
        return EvidenceContext(
            evidence.kind,
            Markup("; ").join(self._sources(block).values()),
            evidence.note,
            is_picture=block.origin == "picture",
            credits=credit_sentences(
                credit=block.credit,
                consent=block.consent,
                evidence_kind=evidence.kind,
                lang=self.prose.words.lang,
            ),
        )


def made_by_html(made_by: MadeBy | None, words: Words) -> Markup:
    """Return in a sentence what drew a figure; empty where that is not known."""
    if made_by is None:
        return Markup("")
    pattern = words.figure_drawn_with if made_by.parameters else words.figure_drawn_by
    arguments = (f"{name}={_argument(value)}" for name, value in made_by.parameters.items())
    drawn = escape(pattern).format(
        function=Markup("<code>{}</code>").format(made_by.function),
        arguments=Markup(", ").join(Markup("<code>{}</code>").format(one) for one in arguments),
    )
    versions = ", ".join(f"{name} {version}" for name, version in made_by.versions.items())
    return Markup("{}{}.").format(drawn, f"; {versions}" if versions else "")


def _argument(value: object) -> str:
    """Return an argument as it is written in code; a long one would be a table."""
    text = repr(value)
    return text if len(text) <= _LONGEST_ARGUMENT else "…"


def _choices(block: Figure) -> Iterable[ChoiceContext]:
    for number, choice in enumerate(block.choices, start=1):
        yield ChoiceContext(f"{block.anchor}:choice-{number}", choice.label, choice.values)


def _shown_size(picture: ImageHtml, size: tuple[int, int]) -> tuple[int, int]:
    """Return the size at which its author shows a picture, its proportions kept, never enlarged."""
    width, height = picture.width or 0, picture.height or 0
    if not (width and height):
        return width, height
    asked = size[0] or round(size[1] * width / height)
    if not asked or asked >= width:
        return width, height
    return asked, max(1, round(height * asked / width))


def _missing_mark(figure: Figure) -> MarkKind | None:
    """Return the mark that a plain drawing lacks; other figures carry theirs inside."""
    kind = figure.evidence.kind if figure.evidence and figure.origin == "plain" else None
    return kind if kind in {"schematic", "synthetic"} else None


def _width_px(svg: Markup, image: ImageContext | None) -> float:
    """Return how wide a drawing was made; 0 where that is not known."""
    if image:
        return image.width
    width = re.match(r'<svg\b[^>]*?\swidth="([\d.]+)"', svg)
    return float(width[1]) if width else 0


def drawn_pictures(article: Article) -> Iterator[tuple[str, bytes]]:
    """Yield name and content of each picture that stands for a figure without a drawing."""
    for block in article.blocks:
        if isinstance(block, Figure):
            for figure in (block, *block.in_states):
                if not figure.drawings.get("image/svg+xml"):
                    yield from islice(_rasters(figure), 1)


def _rasters(figure: Figure) -> Iterator[tuple[str, bytes]]:
    for kind, suffix in _RASTER_SUFFIXES.items():
        if data := _decode(figure.drawings.get(kind, "")):
            yield f"{figure.anchor}{suffix}", data


def _decode(text: str) -> bytes:
    try:
        return base64.b64decode(text)
    except (binascii.Error, ValueError):
        return b""
