"""Looking over all articles of a content folder: what `galley status` tells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from nbformat import NotebookNode

from galley.checks.content import check_workspace, editions_of
from galley.execution.store import Store
from galley.findings import ContentError, EnvironmentFault, Finding
from galley.review.returned.keeping import Reviews
from galley.review.sheet import LineSignature, judge_signature
from galley.review.shelf import Shelf, original_of
from galley.review.standards import ITEMS, WHOLE
from galley.review.status import (
    ArticleStatus,
    Known,
    SheetState,
    in_order,
    status_of,
    status_of_broken,
)
from galley.signing.fingerprint import Fingerprint
from galley.signing.signatures import Signed
from galley.site.kept import KeptPage, KeptPages
from galley.workspace import ArticleSource, Workspace


@dataclass(frozen=True)
class Survey:
    """All articles, those that need attention first, and what concerns the folder as a whole."""

    articles: tuple[ArticleStatus, ...]
    findings: tuple[Finding, ...] = ()


def survey(workspace: Workspace, store: Store, today: date) -> Survey:
    """Return where every article of a content folder stands; nothing is run."""
    findings = check_workspace(workspace, today)
    shelf = Shelf(workspace, store, today)
    kept = KeptPages(store.root / "pages", store.blobs).read()
    # What figures rest on is known of executed articles alone, and reading those takes a while.
    has_notices = any(work.notice for work in workspace.bibliography.entries.values())
    statuses = (
        status_of(
            source,
            _known(source, shelf, findings, kept, has_notices=has_notices),
            today,
            strict=workspace.config.strict,
        )
        for source in _chosen(workspace)
    )
    broken = (
        status_of_broken(each, is_built=_is_built(workspace, each.file, kept))
        for each in workspace.broken
    )
    files = {source.file for source in workspace.sources}
    files |= {each.file for each in workspace.broken}
    return Survey(
        in_order((*statuses, *broken)),
        tuple(finding for finding in findings if finding.place.file not in files),
    )


def _chosen(workspace: Workspace) -> list[ArticleSource]:
    chosen = workspace.selected
    return [source for source in workspace.sources if not chosen or source.file in chosen]


def _known(
    source: ArticleSource,
    shelf: Shelf,
    findings: Iterable[Finding],
    kept: Sequence[KeptPage],
    *,
    has_notices: bool,
) -> Known:
    sheet, original_changed = _sheet_state(source, shelf)
    return Known(
        findings=tuple(finding for finding in findings if finding.place.file == source.file),
        works=shelf.cited(source) if has_notices else (),
        original=original_of(source, shelf.workspace),
        is_built=_is_built(shelf.workspace, source.file, kept),
        has_newer_text=_has_newer_text(source, shelf.workspace, kept),
        sheet=sheet,
        original_changed=original_changed,
        waiting=len(Reviews(shelf.store.root, shelf.workspace.root).read(source.path).open),
    )


def _sheet_state(source: ArticleSource, shelf: Shelf) -> tuple[SheetState, bool]:
    """Return what has been signed, and whether the original has changed since."""
    days: list[date] = []
    ended: list[LineSignature] = []
    reviews: list[LineSignature] = []
    problem, original_changed = "", False
    for edition in editions_of(source):
        if not shelf.sheet_path(source, edition).is_file():
            continue
        try:
            signed = shelf.read_signed(source, edition)
        except ContentError as error:
            problem = error.findings[0].message
            continue
        now = shelf.fingerprint(source, edition)
        days += [signed.last_day] if signed.last_day else []
        ended += _ended(signed, now)
        reviews += [judge_signature(WHOLE, each, signed, now) for each in signed.of(WHOLE.id)]
        original_changed |= _is_of_older_original(signed, now)
    return SheetState(
        max(days, default=None), tuple(ended), tuple(reviews), problem
    ), original_changed


def _ended(signed: Signed, now: Fingerprint) -> Iterator[LineSignature]:
    """Yield the newest signature of each line of which none stands any more."""
    for item in ITEMS.values():
        judged = [judge_signature(item, each, signed, now) for each in signed.of(item.id)]
        if judged and not any(each.stands for each in judged):
            yield judged[0]


def _is_of_older_original(signed: Signed, now: Fingerprint) -> bool:
    newest = max(signed.signatures, key=lambda signature: signature.day, default=None)
    seen = signed.texts.get(newest.text) if newest else None
    return bool(seen and seen.original and seen.original != now.original)


def _pages(workspace: Workspace, file: str, kept: Iterable[KeptPage]) -> list[KeptPage]:
    prefix = f"{workspace.name}/" if workspace.name else ""
    return [page for page in kept if f"{prefix}{page.file}" == file]


def _is_built(workspace: Workspace, file: str, kept: Sequence[KeptPage]) -> bool | None:
    """Tell whether a page was made of a notebook; None where nothing was ever built here."""
    return bool(_pages(workspace, file, kept)) if kept else None


def _has_newer_text(source: ArticleSource, workspace: Workspace, kept: Iterable[KeptPage]) -> bool:
    pages = _pages(workspace, source.file, kept)
    if not pages:
        return False
    if pages[0].front_matter != source.front_matter:
        return True
    try:
        return _cell_texts(pages[0].load()) != _cell_texts(source.notebook)
    except EnvironmentFault:
        # The store has lost it; the next build heals that.
        return False


def _cell_texts(notebook: NotebookNode) -> list[str]:
    return [str(cell.source) for cell in notebook.cells]
