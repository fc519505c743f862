"""The frozen `Article` and its blocks: what every later stage reads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from markdown_it.token import Token

from galley.article.front_matter import FrontMatter
from galley.findings import Finding, Place

EvidenceClass = Literal["data", "model", "schematic", "synthetic"]
CiteMode = Literal["parenthetical", "narrative", "suppress_author"]
LabelKind = Literal["figure", "table", "equation", "section", "anchor"]
FigureOrigin = Literal["explanatory", "picture", "plain"]
InteractiveKind = Literal["chart", "map", "widget"]


@dataclass(frozen=True)
class Citation:
    """One work inside a cluster: ``see @bi2001, p. 3`` has prefix, key and suffix."""

    key: str
    prefix: str = ""
    suffix: str = ""
    mode: CiteMode = "parenthetical"


@dataclass(frozen=True)
class CitationCluster:
    """Works cited together at one place; a ``citation`` token carries it as ``meta["cluster"]``."""

    citations: tuple[Citation, ...]
    place: Place


@dataclass(frozen=True)
class Label:
    """A thing that can be referred to, for example figure 2.

    Attributes
    ----------
    anchor
        The id of its element on the page.
    number
        ``2`` for figures, tables and equations; empty for sections and bare anchors.
    text
        What a cross-reference shows where the author gave no text: a heading's words, else empty.
    """

    name: str
    kind: LabelKind
    anchor: str
    number: str = ""
    text: str = ""


@dataclass(frozen=True)
class Heading:
    """A heading of the body; levels start at 2, because the title is the page's only first."""

    level: int
    text: str
    anchor: str


@dataclass(frozen=True)
class Prose:
    """One Markdown cell as markdown-it tokens (see `galley.article.markdown` for the own types)."""

    cell_id: str
    tokens: tuple[Token, ...]


@dataclass(frozen=True)
class Code:
    """A code cell's source, present only where the author asked that readers see it."""

    cell_id: str
    source: str
    language: str
    is_folded: bool = False


@dataclass(frozen=True)
class Evidence:
    """What kind of thing a figure is and which works it rests on."""

    kind: EvidenceClass
    sources: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True)
class DataTable:
    """A tidy table: column names with units, rows of text and numbers."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str | float | int | None, ...], ...]


@dataclass(frozen=True)
class MadeBy:
    """The function, the arguments and the versions that drew a figure."""

    function: str
    parameters: Mapping[str, Any] = field(default_factory=dict)
    versions: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class FigureChoice:
    """A control with which readers switch a figure: what it is called, and its values in words."""

    label: str
    values: tuple[str, ...]


@dataclass(frozen=True)
class FigureState:
    """A figure as it is for one value of each control; `places` counts the values from 0."""

    places: tuple[int, ...]
    figure: Figure


@dataclass(frozen=True)
class Figure:
    """A numbered figure, from an explanatory figure, a plain plot or an image.

    Attributes
    ----------
    drawings
        MIME type → content; ``image/svg+xml`` as text, others (``image/png`` …) as base64 text.
    narrow_svg
        The same data laid out for a phone, where the figure has such a drawing.
    caption
        Inline tokens of the caption; empty where the author gave none.
    origin
        ``explanatory``: drawn by a figure function; ``picture``: a photo or a drawn picture with
        its words; ``plain``: any other drawing that a cell shows.
    credit, consent
        Who made a picture, and how the people in it agreed to be shown.
    choices, states
        What readers can switch, and the figure for each combination; empty for a figure that is
        always the same.
    shown
        The state that the figure itself is: shown first, printed, and sent to feed readers.
    size
        Width and height in pixels at which its author shows it; zeros where it says neither.
    """

    cell_id: str
    label: str
    anchor: str
    number: str
    drawings: Mapping[str, str]
    caption: tuple[Token, ...] = ()
    alt: str = ""
    description: str = ""
    evidence: Evidence | None = None
    data: DataTable | None = None
    narrow_svg: str = ""
    made_by: MadeBy | None = None
    origin: FigureOrigin = "explanatory"
    credit: str = ""
    consent: str = ""
    choices: tuple[FigureChoice, ...] = ()
    states: tuple[FigureState, ...] = ()
    shown: int = 0
    size: tuple[int, int] = (0, 0)

    @property
    def in_states(self) -> tuple[Figure, ...]:
        """Each state as a figure of its own, with an anchor that no other figure has."""
        return tuple(
            # No anchor of a figure has a colon.
            replace(state.figure, anchor=f"{self.anchor}:state-{place}", number=self.number)
            for place, state in enumerate(self.states, start=1)
        )

    @property
    def sources(self) -> tuple[str, ...]:
        """Citation keys of everything the figure rests on, in any state, each once."""
        evidences = (self.evidence, *(state.figure.evidence for state in self.states))
        keys = (key for evidence in evidences if evidence for key in evidence.sources)
        return tuple(dict.fromkeys(keys))


@dataclass(frozen=True)
class Interactive:
    """Something that works only with a script or a kernel, and that readers are told of instead.

    Attributes
    ----------
    data
        The values that a chart shows, where the output holds them and they are few.
    tool
        The library it is made with, where that helps to say what to do; else empty.
    """

    kind: InteractiveKind
    title: str = ""
    data: DataTable | None = None
    tool: str = ""


@dataclass(frozen=True)
class Output:
    """Any other output of a cell that readers see: a table, HTML, text, a widget's fall-back.

    Attributes
    ----------
    data
        The MIME bundle as the kernel sent it; rendering picks the richest type it can show safely.
    tokens
        The HTML in pieces where there are formulas in it; else empty.
    interactive
        What readers are told of because no page can show it.
    """

    cell_id: str
    data: Mapping[str, Any]
    metadata: Mapping[str, Any] = field(default_factory=dict)
    label: str = ""
    anchor: str = ""
    number: str = ""
    caption: tuple[Token, ...] = ()
    tokens: tuple[Token, ...] = ()
    interactive: Interactive | None = None


@dataclass(frozen=True)
class Stream:
    """Text that a shown cell printed, ANSI codes kept."""

    cell_id: str
    text: str


@dataclass(frozen=True)
class CellError:
    """An error that the author meant to show (``raises-exception``) or that was stored."""

    cell_id: str
    name: str
    message: str
    traceback: str = ""
    is_intended: bool = False


@dataclass(frozen=True)
class CodeCell:
    """A code cell of which readers see something once it has run."""

    cell_id: str
    label: str = ""


Block = Prose | Code | Figure | Output | Stream | CellError


@dataclass(frozen=True)
class Article:
    """One article in one language and one edition, parsed from an executed notebook.

    Attributes
    ----------
    file
        The notebook's path as the author knows it.
    slug
        The path under the content folder without its suffix, each part slugified.
    edition
        The edition's name; empty where the article has a single one.
    blocks
        What readers see, in reading order.
    footnotes
        The tokens of the footnote section; empty where there are none.
    declared_labels
        Labels that code cells give to what they will show, whether they have been run or not.
    code_cells
        The code cells that show readers something, whether they have been run or not.
    cited
        Citation keys in the order of their first use, those of figures' evidence included.
    attachments
        Cell id → file name → MIME type → base64 text, for images pasted into Markdown cells.
    folded_outputs
        The code cells whose outputs are folded away until a reader opens them.
    """

    file: str
    slug: str
    lang: str
    edition: str
    title: str
    front_matter: FrontMatter
    blocks: tuple[Block, ...]
    footnotes: tuple[Token, ...] = ()
    headings: tuple[Heading, ...] = ()
    labels: Mapping[str, Label] = field(default_factory=dict)
    declared_labels: tuple[str, ...] = ()
    code_cells: tuple[CodeCell, ...] = ()
    cited: tuple[str, ...] = ()
    word_count: int = 0
    attachments: Mapping[str, Mapping[str, Mapping[str, str]]] = field(default_factory=dict)
    folded_outputs: frozenset[str] = frozenset()
    findings: tuple[Finding, ...] = ()
