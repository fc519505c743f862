"""One block of an article → what its partial prints."""

from __future__ import annotations

from dataclasses import dataclass, replace

from galley.article.model import (
    Article,
    Block,
    CellError,
    Code,
    Figure,
    Output,
    Prose,
    Stream,
)
from galley.html.context import (
    RenderedBlock,
)
from galley.html.figures import FigureRenderer
from galley.html.highlight import highlight_code
from galley.html.markup import finished
from galley.html.outputs import render_output
from galley.html.own_html import OwnHtml
from galley.html.prose import render_inline, render_tokens
from galley.html.prose_context import ProseContext
from galley.html.surroundings import Surroundings
from galley.html.terminal import terminal_html


@dataclass(frozen=True)
class BlockRenderer:
    """Renders the blocks of one article in its surroundings.

    Attributes
    ----------
    own
        Lets an author's own HTML through, where the article is trusted.
    """

    article: Article
    surroundings: Surroundings
    prose: ProseContext
    own: OwnHtml | None = None

    def render(self, block: Block) -> RenderedBlock:
        """Return the block for the template; `kind` names its partial."""
        match block:
            case Prose():
                prose = replace(self.prose, own=self.own)
                return RenderedBlock("prose", finished(render_tokens(block.tokens, prose)))
            case Code():
                return self._code(block)
            case Figure():
                figure = FigureRenderer(self.article, self.surroundings, self.prose).render(block)
                return RenderedBlock("figure", figure=figure, anchor=block.anchor)
            case Output():
                return self._output(block)
            case Stream():
                return RenderedBlock("stream", finished(terminal_html(block.text)))
            case CellError():
                return self._error(block)

    def _code(self, block: Code) -> RenderedBlock:
        return RenderedBlock(
            "code",
            finished(highlight_code(block.source, block.language)),
            label=block.language,
            is_folded=block.is_folded,
        )

    def _output(self, block: Output) -> RenderedBlock:
        html = render_output(block, self.surroundings, self.prose, self.own)
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
