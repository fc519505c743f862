"""One block of an article → what its partial prints."""

from __future__ import annotations

import base64
import binascii
from dataclasses import dataclass

from markupsafe import Markup, escape

from galley.article.model import (
    Article,
    Block,
    CellError,
    Citation,
    CitationCluster,
    Code,
    Figure,
    Output,
    Prose,
    Stream,
)
from galley.findings import Place
from galley.html.context import (
    EvidenceContext,
    FigureContext,
    ImageContext,
    MarkKind,
    RenderedBlock,
    TableContext,
)
from galley.html.highlight import highlight_code
from galley.html.inline_svg import UnusableDrawingError, inline_svg
from galley.html.markup import finished
from galley.html.outputs import render_output
from galley.html.prose import render_inline, render_tokens
from galley.html.prose_context import ProseContext
from galley.html.surroundings import Surroundings
from galley.html.terminal import terminal_html
from galley_figures.credits import credit_sentences

_RASTER_SUFFIXES = {
    "image/png": ".png",
    "image/jpeg": ".jpg",
    "image/webp": ".webp",
    "image/gif": ".gif",
}


def source_cluster(key: str, place: Place) -> CitationCluster:
    """Return the citation by which an evidence line names one work."""
    return CitationCluster((Citation(key, mode="narrative"),), place)


@dataclass(frozen=True)
class BlockRenderer:
    """Renders the blocks of one article in its surroundings."""

    article: Article
    surroundings: Surroundings
    prose: ProseContext

    def render(self, block: Block) -> RenderedBlock:
        """Return the block for the template; `kind` names its partial."""
        match block:
            case Prose():
                return RenderedBlock("prose", finished(render_tokens(block.tokens, self.prose)))
            case Code():
                return self._code(block)
            case Figure():
                return RenderedBlock("figure", figure=self.figure(block), anchor=block.anchor)
            case Output():
                return self._output(block)
            case Stream():
                return RenderedBlock("stream", finished(terminal_html(block.text)))
            case CellError():
                return self._error(block)

    def figure(self, block: Figure) -> FigureContext:
        """Return a figure with its drawings, words and data."""
        wide = self._svg(block, block.drawings.get("image/svg+xml", ""), "wide")
        narrow = self._svg(block, block.narrow_svg, "narrow") if wide else Markup("")
        return FigureContext(
            anchor=block.anchor,
            number=block.number,
            caption_html=finished(render_inline(block.caption, self.prose)),
            alt=block.alt,
            description=block.description,
            svg_wide=wide,
            svg_narrow=narrow,
            image=None if wide else self._raster(block),
            evidence=self._evidence(block),
            table=TableContext(block.data.columns, block.data.rows) if block.data else None,
            downloads=self.surroundings.downloads(block),
            is_on_paper=block.origin == "plain" and not _follows_theme(block),
            mark=_missing_mark(block),
        )

    def _svg(self, block: Figure, svg: str, layout: str) -> Markup:
        if not svg:
            return Markup("")
        try:
            return finished(inline_svg(svg, prefix=f"{block.anchor}-{layout}", alt=block.alt))
        except UnusableDrawingError:
            return Markup("")

    def _raster(self, block: Figure) -> ImageContext | None:
        for kind, suffix in _RASTER_SUFFIXES.items():
            data = _decode(block.drawings.get(kind, ""))
            picture = self.surroundings.picture(f"{block.anchor}{suffix}", data) if data else None
            if picture:
                return ImageContext(picture.src, picture.width or 0, picture.height or 0, block.alt)
        return None

    def _evidence(self, block: Figure) -> EvidenceContext | None:
        evidence = block.evidence
        if evidence is None:
            return None
        place = Place(self.article.file, block.cell_id)
        sources = [
            self.prose.citations.get(source_cluster(key, place), str(escape(key)))
            for key in evidence.sources
        ]
        return EvidenceContext(
            evidence.kind,
            finished("; ".join(sources)),
            evidence.note,
            is_picture=block.origin == "picture",
            credits=credit_sentences(
                credit=block.credit,
                consent=block.consent,
                evidence_kind=evidence.kind,
                lang=self.prose.words.lang,
            ),
        )

    def _code(self, block: Code) -> RenderedBlock:
        return RenderedBlock(
            "code",
            finished(highlight_code(block.source, block.language)),
            label=block.language,
            is_folded=block.is_folded,
        )

    def _output(self, block: Output) -> RenderedBlock:
        html = render_output(block, self.surroundings)
        return RenderedBlock(
            "table" if "<table" in html else "output",
            finished(html),
            anchor=block.anchor,
            number=block.number,
            caption_html=finished(render_inline(block.caption, self.prose)),
        )

    def _error(self, block: CellError) -> RenderedBlock:
        text = block.traceback or f"{block.name}: {block.message}"
        return RenderedBlock(
            "error", finished(terminal_html(text)), label=f"{block.name}: {block.message}"
        )


def _follows_theme(figure: Figure) -> bool:
    """Tell whether a drawing takes its colours from the page, as those of the house style do."""
    return "var(--fig-" in figure.drawings.get("image/svg+xml", "")


def _missing_mark(figure: Figure) -> MarkKind | None:
    """Return the mark that a plain drawing lacks; other figures carry theirs inside."""
    kind = figure.evidence.kind if figure.evidence and figure.origin == "plain" else None
    return kind if kind in {"schematic", "synthetic"} else None


def _decode(text: str) -> bytes:
    try:
        return base64.b64decode(text)
    except (binascii.Error, ValueError):
        return b""
