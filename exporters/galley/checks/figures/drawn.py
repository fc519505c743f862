"""Every picture of an article as its rules see it, from code cells and from Markdown alike."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from markdown_it.token import Token

from galley.article.markdown import plain_text, walk
from galley.article.model import Article, Evidence, Figure, Prose
from galley.checks.rule import Manuscript
from galley.findings import Place


@dataclass(frozen=True)
class Drawn:
    """A figure or an image, and what is said of it.

    Attributes
    ----------
    caption
        Its words; empty where it has none, or where the page makes it from the alternative text.
    labels, number
        As the text may refer to it; empty for an image that is no figure.
    address
        The file, as written in Markdown; empty for what code drew.
    evidence, is_cited
        What kind of thing it is, and whether its caption cites a work.
    """

    place: Place
    alt: str = ""
    caption: str = ""
    labels: tuple[str, ...] = ()
    number: str = ""
    address: str = ""
    evidence: Evidence | None = None
    is_cited: bool = False
    is_figure: bool = False


def read_drawn(manuscript: Manuscript) -> tuple[Drawn, ...]:
    """Return the pictures in reading order."""
    return tuple(_of_article(manuscript.article))


def _of_article(article: Article) -> Iterator[Drawn]:
    for block in article.blocks:
        if isinstance(block, Figure):
            yield Drawn(
                place=Place(article.file, block.cell_id),
                alt=block.alt.strip(),
                caption=_words(block.caption),
                labels=(block.label,) if block.label else (),
                number=block.number,
                evidence=block.evidence,
                is_cited=_cites(block.caption),
                is_figure=True,
            )
        elif isinstance(block, Prose):
            yield from _OfProse(article, Place(article.file, block.cell_id)).read(block.tokens)


@dataclass
class _OfProse:
    article: Article
    around: Place
    figure: Drawn | None = None
    caption: list[Token] = field(default_factory=list)
    is_in_caption: bool = False

    def read(self, tokens: Iterable[Token]) -> Iterator[Drawn]:
        for token in tokens:
            if token.type == "figure_open" and token.meta.get("kind") == "figure":
                self._begin(token)
            elif token.type == "figure_close" and self.figure:
                yield self._finished(self.figure)
            elif token.type == "image" and self.figure and not self.is_in_caption:
                self._add_image(token, self.figure)
            elif token.type == "picture_words" and self.figure:
                self.figure = replace(self.figure, evidence=token.meta["words"].evidence)
            elif token.type in {"figcaption_open", "figcaption_close"}:
                self.is_in_caption = token.type == "figcaption_open"
            elif token.type == "inline" and self.is_in_caption and self.figure:
                self.caption.extend(token.children or ())
            elif token.type in {"inline", "image"}:
                yield from self._images(walk([token]))

    def _begin(self, token: Token) -> None:
        names = tuple(token.meta.get("labels", ()))
        known = [self.article.labels[name] for name in names if name in self.article.labels]
        self.caption = []
        self.figure = Drawn(
            place=token.meta.get("place") or self.around,
            labels=tuple(name for name in names if not _is_given_by_page(name)),
            number=known[0].number if known else "",
            is_figure=True,
        )

    def _add_image(self, token: Token, figure: Drawn) -> None:
        self.figure = replace(figure, alt=token.content.strip(), address=_address(token))
        if token.children and self.caption[:1] == token.children[:1]:
            # The page's caption is the alternative text itself.
            self.caption = []

    def _finished(self, figure: Drawn) -> Drawn:
        self.figure = None
        return replace(figure, caption=_words(self.caption), is_cited=_cites(self.caption))

    def _images(self, tokens: Iterable[Token]) -> Iterator[Drawn]:
        for token in tokens:
            if token.type == "image":
                place = token.meta.get("place") or self.around
                yield Drawn(place, alt=token.content.strip(), address=_address(token))


def _is_given_by_page(name: str) -> bool:
    return name.startswith("figure-in-text-")


def _address(token: Token) -> str:
    return str(token.attrs.get("src", ""))


def _words(tokens: Iterable[Token]) -> str:
    return " ".join(plain_text(tokens).split())


def _cites(tokens: Iterable[Token]) -> bool:
    return any(token.type == "citation" for token in walk(tokens))
