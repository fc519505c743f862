"""The contract of an export: what a format is given, and what it gives back.

Nothing executes twice and nothing is written here: a format makes bytes of an article that was run
and read, and `galley.exporting.writing` puts them into the folder.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from galley.article.model import Article
    from galley.findings import Finding
    from galley.html.reference_list import Style
    from galley.html.render import Convert
    from galley.site.frame import Frame
    from galley.site.kept_pictures import KeptPictures
    from galley.site.model import SiteArticle
    from galley.site.request import ArticleReport
    from galley.workspace import Workspace

BODY_LEVEL = 2
"""The level of an article's own first headings."""


@dataclass(frozen=True)
class ExportOptions:
    """What may be said about a format on the command line.

    Attributes
    ----------
    heading_level
        The level at which the headings of the body begin.
    assets_at
        The address under which the exported files will lie; empty where they lie beside the text.
    """

    heading_level: int = BODY_LEVEL
    assets_at: str = ""


NO_OPTIONS = ExportOptions()


@dataclass(frozen=True)
class ExportRequest:
    """One article, in one language and one edition, that was executed and read.

    Attributes
    ----------
    article
        With the front matter as it is written, also where it is a draft.
    item
        Its place on the site: its address, and the files beside its notebook.
    frame
        The site around it, as it would be if every article were built.
    output
        The folder that is exported into, for what is said; files are named relative to it.
    today
        The day of the export.
    convert
        Turns citations and formulas into HTML: pandoc, which runs already.
    style
        How works are cited.
    pictures
        Makes the files of pictures, and recalls those that were made before.
    """

    article: Article
    item: SiteArticle
    frame: Frame
    workspace: Workspace
    output: Path
    today: date
    convert: Convert = field(repr=False)
    style: Style = field(repr=False)
    pictures: KeptPictures = field(repr=False)
    options: ExportOptions = NO_OPTIONS

    @property
    def name(self) -> str:
        """What its files are named after: ``timing``, ``timing.id``, ``timing.clinician.id``.

        The slug's folders stay folders. No slug, edition or language has a dot, so that two
        exports never have one name.
        """
        return export_name(self.item, self.workspace.config.language)


def export_name(item: SiteArticle, default_language: str) -> str:
    """Return what the exported files of a page are named after."""
    article = item.article
    edition = "" if item.is_first_edition else article.edition
    lang = "" if article.lang == default_language else article.lang
    return ".".join(filter(None, (article.slug, edition, lang)))


@dataclass(frozen=True)
class Exported:
    """What a format made of an article.

    Attributes
    ----------
    files
        Path inside the output folder, with forward slashes → content.
    findings
        What the author should know of what was lost or could not be made.
    kept
        Path inside the store → content that Galley needs again.
    """

    files: Mapping[str, bytes] = field(repr=False)
    findings: tuple[Finding, ...] = ()
    kept: Mapping[str, bytes] = field(default_factory=dict, repr=False)


@dataclass(frozen=True)
class NotExported:
    """An article that cannot be exported, because it failed or is held back; `report` says why."""

    report: ArticleReport
