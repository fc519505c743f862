"""What parsing Markdown takes and gives."""

from __future__ import annotations

from dataclasses import dataclass, field

from markdown_it.token import Token

from galley.article.markdown.macros import Macros
from galley.article.model import CitationCluster, Heading, Label
from galley.findings import Finding


@dataclass(frozen=True)
class ProseCell:
    """One Markdown cell as it stands in the notebook.

    Attributes
    ----------
    file
        The notebook's path as the author knows it, for findings.
    """

    cell_id: str
    source: str
    file: str


@dataclass(frozen=True)
class ParsedProse:
    """All Markdown cells of one article, parsed together.

    Attributes
    ----------
    cells
        The tokens of each cell, in the order given.
    footnotes
        The tokens of the footnote section, ``footnote_block_open`` to ``_close``; empty for none.
    labels
        Headings, figures, tables, equations and bare anchors. Figures, tables and equations have no
        number yet, because code cells have such things too; `collect_numbered` gives their order.
    clusters
        Citation clusters in reading order, those of footnotes last.
    macros
        The macros of TeX that the cells define.
    """

    cells: tuple[tuple[Token, ...], ...]
    footnotes: tuple[Token, ...] = ()
    headings: tuple[Heading, ...] = ()
    labels: tuple[Label, ...] = ()
    clusters: tuple[CitationCluster, ...] = ()
    findings: tuple[Finding, ...] = ()
    macros: Macros = field(default_factory=dict)
