"""What is asked of pandoc and what it answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from galley.article.model import CitationCluster


@dataclass(frozen=True)
class PandocRequest:
    r"""The citations and formulas of one article.

    Attributes
    ----------
    clusters
        In reading order, because numbered styles count along.
    formulas
        TeX and whether it stands on lines of its own.
    bibliography
        The text of a ``.bib`` file, or CSL JSON.
    style
        ``author-year``, ``numeric``, or the text of a CSL style.
    numbers
        Equation label → number, for ``\eqref`` inside a formula.
    own
        The article itself as CSL JSON, for others to cite; empty for none.
    """

    clusters: tuple[CitationCluster, ...] = ()
    formulas: tuple[tuple[str, bool], ...] = ()
    bibliography: str = ""
    lang: str = "en"
    style: str = "author-year"
    numbers: Mapping[str, str] = field(default_factory=dict)
    own: str = ""


@dataclass(frozen=True)
class ExportedWorks:
    """Works in the forms in which other programs take them; empty for none.

    Attributes
    ----------
    csl_json
        Without what the author noted about them.
    """

    csl_json: str = ""
    biblatex: str = ""


@dataclass(frozen=True)
class Reference:
    """One entry of the reference list.

    Attributes
    ----------
    html
        The entry without its number, DOI and address as links.
    url
        ``https://doi.org/…`` or the work's address; empty where it has neither.
    number
        Its number in a numbered style, else empty.
    """

    key: str
    html: str
    url: str = ""
    number: str = ""


@dataclass(frozen=True)
class PandocResult:
    """The answer, each tuple in the order of the request.

    Attributes
    ----------
    clusters
        HTML of each citation, its links leading to ``#ref-KEY``.
    references
        In the order of the style's list; only works that are cited and known.
    formulas
        MathML, or None where the formula could not be read.
    unreadable
        Keys of bibliography entries that pandoc could not read.
    works
        The cited works, for readers to take away.
    own
        The article itself, where it was asked for.
    """

    clusters: tuple[str, ...]
    references: tuple[Reference, ...]
    formulas: tuple[str | None, ...]
    unreadable: tuple[str, ...] = ()
    works: ExportedWorks = ExportedWorks()
    own: ExportedWorks = ExportedWorks()
