"""From an executed notebook to an `Article`."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from nbformat import NotebookNode

from galley.article.cells import CodeView, code_view, shown_cells
from galley.article.evidence import evidence_findings, parse_evidence
from galley.article.front_matter import FrontMatter
from galley.article.machine_paths import path_findings, without_machine_paths
from galley.article.markdown import (
    ParsedProse,
    ProseCell,
    first_title,
    parse_html,
    parse_inline,
    parse_prose,
    walk,
)
from galley.article.markdown.macros import Macros
from galley.article.model import (
    Article,
    Block,
    CellError,
    Code,
    CodeCell,
    Figure,
    Output,
    Prose,
)
from galley.article.notebook import cell_option_findings, cell_tags
from galley.article.numbering import number_blocks
from galley.article.outputs import CellCaption, collect_outputs
from galley.article.plain_outputs import as_display
from galley.article.widgets import Widgets, widgets_of
from galley.findings import Finding, Place, Severity

STDERR_RULE = "cell-stderr"


@dataclass(frozen=True)
class Identity:
    """Which article a notebook is: where it comes from and under which address it goes out.

    Attributes
    ----------
    title
        Empty where it is to be found in the notebook or its file name.
    """

    file: str
    slug: str
    lang: str = "en"
    edition: str = ""
    title: str = ""
    front_matter: FrontMatter = field(default_factory=FrontMatter)


def read_article(
    notebook: NotebookNode,
    identity: Identity,
    *,
    known_keys: Collection[str] | None = None,
    show_code: bool = False,
    findings: Sequence[Finding] = (),
) -> Article:
    """Read what readers see out of an executed notebook without its front matter.

    Parameters
    ----------
    known_keys
        The bibliography's keys, by which a bare ``@name`` is told from a handle; ``None`` where
        there is no bibliography.
    show_code
        Whether code cells are shown that do not say so themselves.
    findings
        What was noticed before, to travel with the article.
    """
    cells = shown_cells(notebook.cells, identity.edition)
    texts = [ProseCell(c.id, c.source, identity.file) for c in cells if c.cell_type == "markdown"]
    prose = parse_prose(
        texts,
        lang=identity.lang,
        known_keys=known_keys,
        drop_title=first_title(texts) == identity.title,
    )
    reader = _CodeReader(
        identity,
        _language(notebook),
        known_keys,
        show_code,
        macros=prose.macros,
        widgets=widgets_of(notebook.metadata),
    )
    noticed = (*findings, *prose.findings, *_cell_findings(cells, reader))
    cells = tuple(map(without_machine_paths, cells))
    numbered = number_blocks(_blocks(cells, prose, reader), prose.labels)
    return Article(
        file=identity.file,
        slug=identity.slug,
        lang=identity.lang,
        edition=identity.edition,
        title=identity.title,
        front_matter=identity.front_matter,
        blocks=numbered.blocks,
        footnotes=prose.footnotes,
        headings=prose.headings,
        labels=numbered.labels,
        declared_labels=tuple(_declared_labels(cells, reader)),
        code_cells=tuple(_code_cells(cells, reader)),
        cited=_cited(prose, numbered.blocks),
        word_count=_count_words(prose, numbered.blocks),
        attachments=_attachments(cells),
        folded_outputs=frozenset(_folded(cells, reader)),
        findings=tuple(noticed),
    )


@dataclass(frozen=True)
class _CodeReader:
    """What reading a code cell needs besides the cell."""

    identity: Identity
    language: str
    known_keys: Collection[str] | None
    show_code: bool
    macros: Macros
    widgets: Widgets

    def place(self, cell: NotebookNode) -> Place:
        return Place(self.identity.file, cell.id)

    def view(self, cell: NotebookNode) -> CodeView:
        return code_view(cell, show_code=self.show_code)

    def blocks(self, cell: NotebookNode) -> Iterator[Block]:
        view = self.view(cell)
        if view.shows_input:
            yield Code(cell.id, view.source.strip("\n"), self.language, view.folds_input)
        if view.shows_outputs:
            is_intended = "raises-exception" in cell_tags(cell) or view.options.get("error") is True
            caption = self._caption(self.place(cell), view.options)
            for block in collect_outputs(cell, caption, self.widgets):
                if isinstance(block, CellError):
                    yield CellError(
                        block.cell_id, block.name, block.message, block.traceback, is_intended
                    )
                else:
                    yield self._as_prose(block)

    def _as_prose(self, block: Block) -> Block:
        """Turn Markdown and LaTeX that a cell put out into prose; other blocks stay."""
        if not isinstance(block, Output) or block.interactive:
            return block
        if html := block.data.get("text/html"):
            tokens = parse_html(str(html), self._put_out(block), self.macros)
            return replace(block, tokens=tokens) if tokens else block
        text = block.data.get("text/markdown") or as_display(block.data.get("text/latex", ""))
        if not text:
            return block
        parsed = parse_prose(
            [ProseCell(block.cell_id, str(text), self.identity.file)],
            lang=self.identity.lang,
            known_keys=self.known_keys,
            macros=self.macros,
        )
        return Prose(block.cell_id, parsed.cells[0])

    def _put_out(self, block: Output) -> Place:
        return Place(self.identity.file, block.cell_id)

    def _caption(self, place: Place, options: Mapping[str, Any]) -> CellCaption:
        caption = str(options.get("caption") or "")
        return CellCaption(
            label=str(options.get("label") or ""),
            tokens=parse_inline(
                caption, place, lang=self.identity.lang, known_keys=self.known_keys
            ),
            alt=str(options.get("alt") or ""),
            evidence=parse_evidence(str(options.get("evidence") or "")),
        )


def _blocks(
    cells: Iterable[NotebookNode], prose: ParsedProse, reader: _CodeReader
) -> Iterator[Block]:
    tokens = iter(prose.cells)
    for cell in cells:
        if cell.cell_type == "markdown":
            own = next(tokens)
            if own:
                yield Prose(cell.id, own)
        elif cell.cell_type == "code":
            yield from reader.blocks(cell)


def _folded(cells: Iterable[NotebookNode], reader: _CodeReader) -> Iterator[str]:
    """Yield the cells whose outputs their author wants to be opened by whoever is curious."""
    return (c.id for c in cells if c.cell_type == "code" and reader.view(c).folds_outputs)


def _declared_labels(cells: Iterable[NotebookNode], reader: _CodeReader) -> Iterator[str]:
    for cell in cells:
        if cell.cell_type == "code":
            label = reader.view(cell).options.get("label")
            if label:
                yield str(label)


def _code_cells(cells: Iterable[NotebookNode], reader: _CodeReader) -> Iterator[CodeCell]:
    for cell in cells:
        if cell.cell_type == "code" and (view := reader.view(cell)).shows_outputs:
            yield CodeCell(cell.id, str(view.options.get("label") or ""))


def _language(notebook: NotebookNode) -> str:
    info = notebook.metadata.get("language_info") or {}
    kernel = notebook.metadata.get("kernelspec") or {}
    language = info.get("name") if isinstance(info, Mapping) else None
    fallback = kernel.get("language") if isinstance(kernel, Mapping) else None
    return str(language or fallback or "python").lower()


def _cell_findings(cells: Iterable[NotebookNode], reader: _CodeReader) -> Iterator[Finding]:
    for cell in cells:
        if cell.cell_type != "code":
            continue
        place = reader.place(cell)
        if reader.view(cell).shows_outputs:
            yield from path_findings(cell, place)
        yield from cell_option_findings(cell.source, place)
        yield from evidence_findings(str(reader.view(cell).options.get("evidence") or ""), place)
        if any(_is_stderr(output) for output in cell.get("outputs", ())):
            yield Finding(
                STDERR_RULE,
                Severity.WARNING,
                place,
                "this cell prints warnings, which readers are not shown",
                "run the cell and mend what it warns of.",
            )


def _is_stderr(output: NotebookNode) -> bool:
    return bool(output.output_type == "stream" and output.get("name") == "stderr")


def _cited(prose: ParsedProse, blocks: Iterable[Block]) -> tuple[str, ...]:
    in_text = (citation.key for cluster in prose.clusters for citation in cluster.citations)
    in_figures = (key for block in blocks if isinstance(block, Figure) for key in block.sources)
    return tuple(dict.fromkeys((*in_text, *in_figures)))


def _count_words(prose: ParsedProse, blocks: Iterable[Block]) -> int:
    """Count the words of body text and captions; formulas, code and tables of data do not count."""
    captions = (block.caption for block in blocks if isinstance(block, Figure))
    texts = (
        token.content
        for tokens in (*prose.cells, *captions)
        for token in walk(tokens)
        if token.type == "text"
    )
    return sum(len(re.findall(r"\w[\w’'-]*", text)) for text in texts)


def _attachments(cells: Iterable[NotebookNode]) -> dict[str, Mapping[str, Mapping[str, str]]]:
    """Return the pictures of each cell that names some; a copied cell left its own elsewhere."""
    cells = tuple(cells)
    every: dict[str, Mapping[str, str]] = {}
    for cell in reversed(cells):
        every |= cell.get("attachments") or {}
    if not every:
        return {}
    return {
        cell.id: {**every, **(cell.get("attachments") or {})}
        for cell in cells
        if "attachment:" in cell.source
    }
