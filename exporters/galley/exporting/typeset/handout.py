"""`galley export --to handout`: one A4 page of an article, in large type, to take home.

It has the title, the key points, one figure, and when to get help. Where that is more than a page,
it is shortened in the order of `STEPS`; what was left out is said.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from galley.article.model import Article, Figure
from galley.exporting.document.asked import document_of
from galley.exporting.document.model import Document, Node, classes_of
from galley.exporting.document.tree import plain_words, rewritten, walk_nodes
from galley.exporting.request import Exported, ExportRequest
from galley.exporting.typeset.findings import not_made, shortened_findings, sign_findings
from galley.exporting.typeset.making import about, main_source, qr_code, set_for
from galley.exporting.typeset.setting import Sources, count_pages, template
from galley.exporting.typeset.source import TypstSource
from galley.exporting.typeset.spoken import spoken_formulas
from galley.html.words import words_for
from galley.look import GALLEYS_LOOK, Look
from galley.site.thumbnails import small_drawing


@dataclass(frozen=True)
class Step:
    """How much of an article a hand-out has.

    Attributes
    ----------
    tallest_mm
        How high the figure may be; 0 for no figure.
    scale
        How much larger the type is than it has to be.
    paragraphs
        Of the words on help; None for all.
    points
        How many key points; None for all.
    left_out
        What is gone, seen from the step before; said to the author.
    """

    tallest_mm: int = 95
    scale: float = 1
    has_description: bool = True
    paragraphs: int | None = None
    points: int | None = None
    left_out: str = ""


_BARE = Step(has_description=False)
STEPS = (
    Step(110, 1.25),
    Step(100, 1.12),
    Step(95),
    Step(85),
    Step(75),
    replace(_BARE, tallest_mm=75, left_out="the description"),
    replace(_BARE, tallest_mm=60),
    replace(_BARE, tallest_mm=60, paragraphs=2, left_out="the end of the words on help"),
    replace(_BARE, tallest_mm=0, paragraphs=2, left_out="the figure"),
    replace(_BARE, tallest_mm=0, paragraphs=1, points=3, left_out="what is after three key points"),
)
"""In this order: smaller type and figure, no description, less on help, no figure, three points.

Type is never smaller than 12 points.
"""


def make(request: ExportRequest) -> Exported:
    """Return the hand-out of an article; none of a page (About, Privacy) without key points."""
    document, file = document_of(request), request.article.file
    if document.article.withdrawn:
        return Exported({}, (not_made(file, "withdrawn"),))
    if document.article.kind == "page" and not document.article.key_points:
        return Exported({})
    if not document.article.key_points:
        return Exported({}, (not_made(file, "pointless"),))
    anchor = chosen_figure(request.article)
    fitted = fit_handout(document, anchor, request.frame.look)
    if fitted is None:
        return Exported({}, (*document.findings, not_made(file, "long")))
    done = set_for(file, fitted.sources, document)
    return Exported(
        {f"{request.name}.handout.pdf": done.pdf},
        (
            *document.findings,
            *shortened_findings(file, fitted.left_out),
            *sign_findings(file, done.borrowed, done.missing),
        ),
    )


def chosen_figure(article: Article) -> str:
    """Return the anchor of the figure that speaks without its words, else of the first one.

    Its caption stands beside it; empty where the article has no figure.
    """
    figures = [block for block in article.blocks if isinstance(block, Figure)]
    speaking = [each for each in figures if small_drawing([each], article.slug)]
    return next((each.anchor for each in (*speaking, *figures)), "")


@dataclass(frozen=True)
class FittedHandout:
    """A hand-out that is one page, and what was left out for that."""

    sources: Sources
    left_out: tuple[str, ...] = ()


def fit_handout(document: Document, anchor: str, look: Look = GALLEYS_LOOK) -> FittedHandout | None:
    """Return the fullest hand-out that is one page; None where there is none."""
    parts = HandoutParts(document, anchor)
    source = TypstSource(document, spoken_formulas(document), prints_addresses=False)
    left_out: list[str] = []
    before: list[Node] = []
    body = ""
    for step in STEPS:
        if step.left_out and parts.has(step):
            left_out.append(step.left_out)
        blocks = list(parts.blocks(step))
        body = body if blocks == before else source.write(blocks)
        before = blocks
        sources = _sources(document, parts, step, body, look)
        if count_pages(sources) == 1:
            return FittedHandout(sources, tuple(left_out))
    return None


def _sources(document: Document, parts: HandoutParts, step: Step, body: str, look: Look) -> Sources:
    told = {
        "description": document.article.description if step.has_description else "",
        "tallest-mm": step.tallest_mm,
        "scale": step.scale,
        "foot": list(parts.foot()),
    }
    files = {
        **document.files,
        "article.typ": template("article.typ"),
        "handout.typ": template("handout.typ"),
        "about.json": json.dumps(about(document, look), ensure_ascii=False).encode(),
        "handout.json": json.dumps(told, ensure_ascii=False).encode(),
        "main.typ": main_source("handout", body),
    }
    if document.address:
        files["qr.svg"] = qr_code(document.address)
    return Sources(files)


@dataclass(frozen=True)
class HandoutParts:
    """What of a document goes on a hand-out."""

    document: Document
    anchor: str

    def has(self, step: Step) -> bool:
        """Tell whether the document has what a step leaves out."""
        before = STEPS[STEPS.index(step) - 1]
        return list(self.blocks(step)) != list(self.blocks(before)) or (
            before.has_description
            and not step.has_description
            and bool(self.document.article.description)
        )

    def blocks(self, step: Step) -> Iterator[Node]:
        """Yield key points, figure and help, as much as a step allows."""
        yield from self._key_points(step.points)
        if step.tallest_mm:
            yield from self._figure()
        yield from self._help(step.paragraphs)

    def foot(self) -> Iterator[str]:
        """Yield the lines at the end: whose words these are, of which day, what they are not."""
        article, words = self.document.article, words_for(self.document.lang)
        names = "; ".join(person.name for person in article.authors)
        day, label = (
            (article.updated, words.updated)
            if article.updated
            else (
                article.published,
                words.published,
            )
        )
        dated = f"{label} {day.text}" if day else ""
        line = " · ".join(filter(None, (self.document.site, names, dated)))
        if line:
            yield line
        yield str(article.disclaimer_html.unescape()) or words.disclaimer

    def _key_points(self, most: int | None) -> Iterator[Node]:
        for block in self.document.blocks:
            if "key-points" in classes_of(block):
                (bare,) = rewritten([block], _without_citations)
                yield _at_most(bare, most)

    def _figure(self) -> Iterator[Node]:
        image = self.document.image
        if image:
            yield {"t": "Para", "c": [_picture(self.document, image)]}
            return
        for block in walk_nodes(self.document.blocks):
            if "figure-block" in classes_of(block) and _anchor(block) == self.anchor:
                yield _with_its_mark(rewritten([block], _without_citations)[0])

    def _help(self, most: int | None) -> Iterator[Node]:
        label, blocks = self._help_box() or self._help_section()
        if blocks:
            yield {
                "t": "RawBlock",
                "c": ["typst", f"#help({json.dumps(label, ensure_ascii=False)})["],
            }
            yield from (rewritten(blocks, _without_citations))[:most]
            yield {"t": "RawBlock", "c": ["typst", "]"]}

    def _help_box(self) -> tuple[str, Sequence[Node]] | None:
        """Return label and text of the first callout that says when to get help."""
        for block in walk_nodes(self.document.blocks):
            if "callout--help" in classes_of(block):
                label, *text = block["c"][1]
                return plain_words(label), text
        return None

    def _help_section(self) -> tuple[str, Sequence[Node]]:
        """Return the section of that name, where no callout says it."""
        label = words_for(self.document.lang).callout_help
        for cell in self.document.blocks:
            inside: list[Node] = cell["c"][1] if cell["t"] == "Div" else []
            for place, block in enumerate(inside):
                if block["t"] == "Header" and plain_words(block).casefold() == label.casefold():
                    return label, list(_until_heading(inside[place + 1 :]))
        return label, ()


def _until_heading(blocks: Sequence[Node]) -> Iterator[Node]:
    for block in blocks:
        if block["t"] == "Header":
            return
        is_box = "callout" in classes_of(block)
        yield from _bare_box(block) if is_box else [block]


def _bare_box(box: Node) -> Iterator[Node]:
    """Yield what a callout says, without its label: on the hand-out it stands in a box already."""
    yield from (block for block in box["c"][1] if "callout-label" not in classes_of(block))


def _without_citations(node: Node) -> list[Node] | None:
    """Leave out who found it: the page has the references, and the hand-out the way to it."""
    if "citation" in classes_of(node):
        return []
    if node["t"] in {"Para", "Plain"}:
        return [{**node, "c": _joined(node["c"])}]
    return [] if node["t"] == "Note" else None


def _joined(inlines: Sequence[Node]) -> list[Node]:
    """Leave no space before a full stop or comma that stood behind a citation."""
    kept: list[Node] = []
    for inline in inlines:
        begins_with_sign = inline["t"] == "Str" and str(inline["c"])[:1] in {".", ",", ";", ":"}
        if begins_with_sign and kept and kept[-1]["t"] in {"Space", "SoftBreak"}:
            kept.pop()
        kept.append(inline)
    return kept


def _at_most(block: Node, most: int | None) -> Node:
    attributes, inside = block["c"]
    cut = [
        {**inner, "c": inner["c"][:most]} if inner["t"] == "BulletList" else inner
        for inner in inside
    ]
    return {"t": "Div", "c": [attributes, cut]}


def _anchor(figure_block: Node) -> str:
    figure = figure_block["c"][1][0]
    return str(figure["c"][0][0]) if figure["t"] == "Figure" else ""


def _picture(document: Document, path: str) -> Node:
    """Return the article's own picture, with the words that front matter or text has for it."""
    images = (node for node in walk_nodes(document.blocks) if node["t"] == "Image")
    in_text = next((plain_words(i["c"][1]) for i in images if i["c"][2][0] == path), "")
    words = document.image_alt or in_text
    alt = [{"t": "Str", "c": words}] if words else []
    return {"t": "Image", "c": [["", [], []], alt, [path, ""]]}


def _with_its_mark(block: Node) -> Node:
    """Return a figure whose evidence line says in a few words what kind of thing it is.

    Who made a photo, and who agreed to be in it, stays.
    """
    drawings = [n for n in walk_nodes(block) if n["t"] == "Image" and n["c"][2][0].endswith(".svg")]

    def only_mark(node: Node) -> list[Node] | None:
        if "evidence" not in classes_of(node) or not drawings:
            return None
        marks = [inner for inner in walk_nodes(node["c"][1]) if inner["t"] == "Strong"]
        return [{"t": "Para", "c": marks[:1]}] if marks else None

    return rewritten(rewritten([block], _without_number), only_mark)[0]


def _without_number(node: Node) -> list[Node] | None:
    """Leave out the number of the only figure there is."""
    if node["t"] != "Figure":
        return None
    attributes, (_short, caption), shown = node["c"]
    words = [
        {**block, "c": _after_number(block["c"])} if block["t"] == "Plain" else block
        for block in caption
    ]
    return [{"t": "Figure", "c": [attributes, [None, words], shown]}]


def _after_number(inlines: Sequence[Node]) -> Sequence[Node]:
    if not inlines or inlines[0]["t"] != "Strong":
        return inlines
    return inlines[2:] if len(inlines) > 1 and inlines[1]["t"] == "Space" else inlines[1:]
