"""From an article to its document: rendered as its page is, read by pandoc, put into shape."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from galley.article.model import Article
from galley.content_files import FindFile
from galley.exporting.document.html import DocumentHtml
from galley.exporting.document.model import Document, Node
from galley.exporting.document.pictures import DocumentPictures
from galley.exporting.document.tree import FORMULA_MARK, DocumentTree
from galley.findings import Place
from galley.html.images import process_image
from galley.html.maths import normalise_tex
from galley.html.pandoc_types import PandocRequest, PandocResult
from galley.html.picture_set import PictureSet
from galley.html.pictures import Pictures
from galley.html.prose_context import ImageHtml, ProseContext
from galley.html.reference_list import Style
from galley.html.render import Convert, render_article
from galley.html.rewrite import local_source
from galley.html.surroundings import Surroundings
from galley.html.words import words_for

ReadHtml = Callable[[str], list[Node]]
"""HTML → pandoc's blocks; see `galley.exporting.pandoc_files.read_html`."""


def make_document(
    article: Article,
    surroundings: Surroundings,
    style: Style,
    *,
    convert: Convert,
    read_html: ReadHtml,
    find: FindFile,
    colours: Mapping[str, str] | None = None,
) -> Document:
    """Return an article as a pandoc document with its files.

    Parameters
    ----------
    surroundings
        Those of its page; its pictures, files and links are replaced by the document's own.
    convert
        Turns citations and formulas into HTML, as for the page: `Pandoc.convert`.
    find
        Finds files beside the notebook.
    colours
        Style variable → colour in figures, where the site has its own.
    """
    files = DocumentPictures(colours or {})
    pictures = Pictures(article, find, files.keep, _one_file)
    here = replace(
        surroundings,
        image=lambda source, cell_id: _at_own_width(pictures.image(source, cell_id)),
        picture=pictures.drawing,
        downloads=lambda _figure: (),
        keep=lambda _name, _data: "",
        is_trusted=False,
    )
    image = pictures.image(local_source(article.front_matter.image or ""), "")
    asked = _Remembering(convert)
    rendered = render_article(article, here, style, asked)
    prose = _prose(article, here, asked)
    html = DocumentHtml(article, rendered.context, here, prose, files)
    read = read_html("\n".join(html.parts()))
    notes = _notes(read_html(html.notes())) if article.footnotes else {}
    tree = DocumentTree(asked.formulas, {}, here.address)
    tree.notes = {number: tree.shaped(blocks) for number, blocks in notes.items()}
    return Document(
        lang=article.lang,
        title=article.title,
        article=rendered.context,
        blocks=tree.blocks(read),
        slug=article.slug,
        edition=article.edition,
        address=here.address,
        site=here.site_title,
        image=image.src if image else "",
        image_alt=article.front_matter.image_alt,
        files=files.files,
        png=files.png,
        findings=(*pictures.findings, *rendered.findings),
    )


def _one_file(data: bytes, name: str, place: Place) -> PictureSet:
    """Make one file of a picture: a document has no browser that could choose among several."""
    return PictureSet(process_image(data, name, place=place))


def _at_own_width(image: ImageHtml | None) -> ImageHtml | None:
    """Leave the width to the document, unless the author asks for one."""
    return replace(image, width=None, height=None) if image else None


@dataclass
class _Remembering:
    """Asks pandoc once, for the page's values and for the document's."""

    convert: Convert
    request: PandocRequest = field(default_factory=PandocRequest)
    result: PandocResult = field(default_factory=lambda: PandocResult((), (), ()))

    def __call__(self, request: PandocRequest) -> PandocResult:
        self.request, self.result = request, self.convert(request)
        return self.result

    @property
    def formulas(self) -> tuple[tuple[str, bool], ...]:
        """Each formula as pandoc reads it."""
        numbers = self.request.numbers
        return tuple((normalise_tex(tex, numbers), shown) for tex, shown in self.request.formulas)


def _prose(article: Article, here: Surroundings, asked: _Remembering) -> ProseContext:
    """Return what the prose asks; a formula that can be set is answered by its mark."""
    marks = {
        formula: f'<code class="{FORMULA_MARK}">{number}</code>' if mathml else None
        for number, (formula, mathml) in enumerate(
            zip(asked.request.formulas, asked.result.formulas, strict=True)
        )
    }
    return ProseContext(
        citations=dict(zip(asked.request.clusters, asked.result.clusters, strict=True)),
        formulas=marks,
        labels=article.labels,
        image=here.image,
        link=here.link,
        words=words_for(article.lang),
    )


def _notes(blocks: list[Node]) -> dict[int, list[Node]]:
    """Return the blocks of each note by its number, from the list of all notes."""
    listed = next((block for block in blocks if block["t"] == "OrderedList"), None)
    items = listed["c"][1] if listed else []
    return dict(enumerate(items, start=1))
