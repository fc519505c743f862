"""What rendering prose must be told, because the tokens do not know it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from galley.article.model import CitationCluster, Label
from galley.html.picture_files import NO_FILES, PictureFiles
from galley.html.words import Words, words_for

if TYPE_CHECKING:
    from galley.html.own_html import OwnHtml


@dataclass(frozen=True)
class ImageHtml:
    """A picture as the page shows it; `src` is relative to the page, sizes are in pixels."""

    src: str
    width: int | None = None
    height: int | None = None
    others: PictureFiles = NO_FILES


def _no_image(_src: str, _cell_id: str) -> ImageHtml | None:
    return None


def _same_link(href: str) -> str:
    return href


@dataclass(frozen=True)
class ProseContext:
    """The article's answers to what its tokens ask.

    Attributes
    ----------
    citations
        Cluster → HTML, as `PandocResult.clusters` gives it.
    formulas
        TeX and whether it is display → MathML; what is absent is shown as TeX.
    labels
        Label name → label, numbered.
    image
        Source as written (percent-decoded) and cell id → picture; None for one that is remote
        or missing, which becomes a link or its alternative text.
    link
        Address as written → address on the page (another notebook → its page).
    own
        Lets raw HTML through, where its author is trusted.
    """

    citations: Mapping[CitationCluster, str] = field(default_factory=dict)
    formulas: Mapping[tuple[str, bool], str | None] = field(default_factory=dict)
    labels: Mapping[str, Label] = field(default_factory=dict)
    image: Callable[[str, str], ImageHtml | None] = _no_image
    link: Callable[[str], str] = _same_link
    words: Words = field(default_factory=lambda: words_for("en"))
    own: OwnHtml | None = None
