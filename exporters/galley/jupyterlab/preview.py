"""The page of a notebook as it is open in JupyterLab, and what is to be mended in it."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from html import escape
from pathlib import Path
from typing import Any

from nbformat import NotebookNode

from galley.article.notebook import LONGEST_TEXT, decode_notebook, parse_notebook_with_findings
from galley.checks.content import ReadSpeller, check_workspace
from galley.checks.exceptions import not_ignored, settled
from galley.console.checking import cell_order, errors_first
from galley.console.findings_order import reading_order
from galley.findings import ContentError, Finding, Place, Severity
from galley.html.context import PreparedPage
from galley.html.pictures import data_uri
from galley.html.policy import content_security_policy
from galley.html.printing import PrintPage
from galley.html.render import Convert
from galley.html.standalone import SiteAround, StandAlonePage, page_in_site
from galley.jupyterlab.body_parts import CellParts, cell_parts
from galley.jupyterlab.colleagues import open_notes
from galley.jupyterlab.elsewhere import (
    CARD,
    FEED,
    card_document,
    feed_address,
    feed_document,
)
from galley.jupyterlab.frame_script import frame_script, script_for
from galley.jupyterlab.open_cells import OpenCells
from galley.jupyterlab.parts import DIVIDER, PageParts, take_apart
from galley.jupyterlab.problems import find_problems, problem_groups
from galley.jupyterlab.sentences import sentence
from galley.jupyterlab.signers import open_reviewed
from galley.mishaps import findings_of
from galley.speech.findings import findings_in
from galley.speech.language import ENGLISH, INDONESIAN
from galley.workspace import Workspace, with_unsaved


@dataclass(frozen=True)
class Around:
    """What is known of the files around a notebook, and the tools that stand ready.

    Attributes
    ----------
    path
        The notebook's file, which is not read.
    file
        How the author calls it.
    workspace
        None where the content folder could not be read; `folder_findings` say why.
    lang
        The language in which the author is told why there is no page.
    """

    path: Path
    file: str
    site: SiteAround
    workspace: Workspace | None
    folder_findings: tuple[Finding, ...]
    convert: Convert
    print_page: PrintPage
    spellers: ReadSpeller
    today: date
    lang: str = ENGLISH


@dataclass(frozen=True)
class Page:
    """The page of a notebook.

    Attributes
    ----------
    cells
        Each cell with the number of elements that it makes in the article's body.
    findings
        What only the rendered page shows, and why there is none.
    """

    parts: PageParts
    title: str
    lang: str = "en"
    editions: tuple[str, ...] = ()
    cells: CellParts = ()
    findings: tuple[Finding, ...] = ()

    def record(self) -> dict[str, Any]:
        """Return what is known about the page as JSON values; its parts are told apart."""
        return {
            "title": self.title,
            "lang": self.lang,
            "editions": list(self.editions),
            "cells": [list(part) for part in self.cells],
        }


@dataclass(frozen=True)
class Problems:
    """What is to be mended in a notebook.

    Attributes
    ----------
    open_cells
        What can be mended; None where the notebook or its folder cannot be read.
    """

    findings: tuple[Finding, ...] = ()
    open_cells: OpenCells | None = None

    def record(self) -> dict[str, Any]:
        """Return the problems as JSON values."""
        counts = Counter(finding.severity for finding in self.findings)
        opened = self.open_cells
        return {
            "findings": [each.record() for each in find_problems(self.findings, opened)],
            "groups": problem_groups(self.findings, opened.order if opened else {}),
            "is_article": bool(opened and opened.can_except),
            "counts": {severity.value: counts[severity] for severity in Severity},
        }


@dataclass(frozen=True)
class Preview:
    """The page of a notebook, and what is to be mended in it."""

    page: Page
    problems: Problems

    @property
    def html(self) -> str:
        """The whole page in one document."""
        return self.page.parts.html

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What is to be mended, without where and how."""
        return self.problems.findings

    def record(self) -> dict[str, Any]:
        """Return the preview as JSON values."""
        return {"html": self.html, **self.page.record(), **self.problems.record()}


def render_preview(notebook: Mapping[str, Any], edition: str, around: Around) -> Preview:
    """Return the page of a notebook and its findings; whatever is wrong with it is a finding.

    Parameters
    ----------
    notebook
        The notebook's JSON, with the outputs that it has now.
    edition
        The edition to show; empty, or a name that the article has not, for the first.
    """
    page = render_page(notebook, edition, around)
    return Preview(page, list_problems(notebook, page, around))


def render_page(notebook: Mapping[str, Any], edition: str, around: Around, view: str = "") -> Page:
    """Return the page alone, which is there sooner than the findings.

    Parameters
    ----------
    view
        ``feed`` or ``card`` for what is seen of the page in a feed reader and behind a link.
    """
    try:
        data = _as_saved(notebook, around.file)
        parsed = parse_notebook_with_findings(decode_notebook(data, around.file), around.file)
        made = _page(parsed.notebook, edition, around, view)
        cells = cell_parts(made.page.article.blocks, [cell.id for cell in parsed.notebook.cells])
        parts = _parts(made, cells, around, view)
    except Exception as error:  # noqa: BLE001 - any notebook may be open
        return _nothing_to_show(findings_of(error, around.file), around)
    page = made.page.page
    found = _only_rendered(made, around)
    return Page(parts, page.title, page.lang, made.editions, cells, found)


def list_problems(notebook: Mapping[str, Any], page: Page, around: Around) -> Problems:
    """Return what ``galley check`` would tell of the notebook, and what its page shows besides."""
    findings, opened = find_in_notebook(notebook, around)
    return Problems(errors_first(dict.fromkeys((*findings, *page.findings))), opened)


def find_in_notebook(
    notebook: Mapping[str, Any], around: Around
) -> tuple[tuple[Finding, ...], OpenCells | None]:
    """Return the findings of a notebook as it is open, and its cells unless it is broken."""
    try:
        data = _as_saved(notebook, around.file)
        parsed = parse_notebook_with_findings(decode_notebook(data, around.file), around.file)
    except Exception as error:  # noqa: BLE001 - any notebook may be open
        return findings_of(error, around.file), None
    return _find(data, parsed.notebook, around)


def _as_saved(notebook: Mapping[str, Any], file: str) -> bytes:
    """Return the bytes that a notebook's file would have."""
    if _text_length(notebook.get("cells")) > LONGEST_TEXT:
        raise ContentError(
            Finding(
                "notebook-broken",
                Severity.ERROR,
                Place(file),
                f"the notebook has more than {LONGEST_TEXT:,} characters of text and code",
                "Split it into several articles, or keep data in files beside it.",
            )
        )
    return json.dumps(notebook).encode()


def _text_length(cells: object) -> int:
    listed = cells if isinstance(cells, list) else ()
    sources = (cell.get("source") for cell in listed if isinstance(cell, dict))
    return sum(
        len(source) if isinstance(source, str) else sum(len(str(line)) for line in source)
        for source in sources
        if isinstance(source, str | list)
    )


def _page(notebook: NotebookNode, edition: str, around: Around, view: str) -> StandAlonePage:
    folder, name = around.path.parent, around.path.stem
    address = feed_address if view == FEED else data_uri
    site = replace(
        around.site,
        reviewed=lambda article: open_reviewed(article, notebook, around.path, around.workspace),
    )
    return page_in_site(
        notebook, folder, name, site, around.convert, edition=edition, address=address
    )


def _parts(made: StandAlonePage, cells: CellParts, around: Around, view: str) -> PageParts:
    if view == FEED:
        return take_apart(feed_document(made, around.site.config))
    if view == CARD:
        return take_apart(card_document(made, around.path.parent, around.site))
    printed = around.print_page(_with_script(made.page, cells))
    return take_apart(printed, made.page.article.blocks)


def _with_script(page: PreparedPage, cells: CellParts) -> PreparedPage:
    """Return the page with the script that scrolls and clicks together with the notebook."""
    framed = replace(
        page.page, foot=script_for(cells), allowed_script=frame_script(), divider=DIVIDER
    )
    return replace(page, page=framed)


def _find(
    data: bytes, notebook: NotebookNode, around: Around
) -> tuple[tuple[Finding, ...], OpenCells | None]:
    """Return what ``galley check`` would tell of the notebook if it were saved now."""
    if around.workspace is None:
        return around.folder_findings, None
    try:
        workspace = with_unsaved(around.workspace, around.path, data)
        found = check_workspace(workspace, around.today, around.spellers)
    except Exception as error:  # noqa: BLE001 - the page can still be shown
        return findings_of(error, around.file), None
    own = (finding for finding in found if finding.place.file == around.file)
    sources = {cell.id: cell.source for cell in notebook.cells}
    notes = open_notes(around.path, workspace.root, sources, around.file)
    opened = OpenCells(around.file, sources, workspace, notes)
    told = (*own, *notes)
    return errors_first(reading_order(told, cell_order([workspace]))), opened


def _only_rendered(made: StandAlonePage, around: Around) -> tuple[Finding, ...]:
    """Return what nothing but the rendered page shows, for example a formula that is unreadable."""
    ours = (
        replace(finding, place=replace(finding.place, file=around.file))
        for finding in made.findings
    )
    kept = not_ignored(settled(ours, around.site.config.checks), made.ignored)
    return tuple(dict.fromkeys(kept))


_NO_PAGE = {
    ENGLISH: "This notebook cannot be shown as a page yet",
    INDONESIAN: "Buku catatan ini belum dapat ditampilkan sebagai halaman",
}


def _nothing_to_show(findings: tuple[Finding, ...], around: Around) -> Page:
    """Return a small page that says why there is no other."""
    told = tuple(dict.fromkeys(findings))
    shown = findings_in(around.lang, told[:3])
    told_of = (" ".join(map(sentence, filter(None, (each.message, each.fix)))) for each in shown)
    reasons = "".join(f"<p>{escape(words)}</p>" for words in told_of)
    title = around.path.stem
    html = (
        f'<!DOCTYPE html><html lang="{around.lang}"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{content_security_policy()}">'
        f"<title>{escape(title)}</title></head><body>"
        f"<h1>{_NO_PAGE[around.lang]}</h1>{reasons}</body></html>"
    )
    return Page(take_apart(html), title, findings=told)
