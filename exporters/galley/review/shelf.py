"""The disk's part of a review: sheets in the content folder, executed articles in the store."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from nbformat import NotebookNode

from galley.article.article import read_article
from galley.article.bibliography_entry import BibliographyEntry
from galley.article.cells import is_in_edition
from galley.article.model import Article
from galley.article.notebook import cell_tags, read_bytes
from galley.checks.article import check_manuscript
from galley.checks.content import check_context, editions_of, identity_of
from galley.checks.dated import check_on_day
from galley.checks.exceptions import without_exceptions
from galley.checks.rule import Manuscript
from galley.content_files import find_beside
from galley.discovery import shown_path
from galley.disk import write_whole
from galley.execution.code import code_cells, code_digest, runs_anything
from galley.execution.outputs import RunOutputs, with_outputs
from galley.execution.store import Store
from galley.findings import EnvironmentFault, Finding
from galley.review.observing import Desk
from galley.signing.fingerprint import Fingerprint, fingerprint, work_digests
from galley.signing.signatures import Signed, parse_signed, render_signed
from galley.signing.texts import sheet_path
from galley.workspace import ArticleSource, Workspace


@dataclass(frozen=True)
class ReadCopy:
    """An article as readers see it, as far as that is known without running it."""

    article: Article
    notebook: NotebookNode
    is_run: bool


@dataclass(frozen=True)
class Shelf:
    """Where articles, what is kept of them, and their sheets are found."""

    workspace: Workspace
    store: Store
    today: date
    _prints: dict[tuple[str, str], Fingerprint] = field(
        default_factory=dict, repr=False, compare=False
    )

    def desk(self, source: ArticleSource, edition: str) -> Desk:
        """Lay an article on the desk, with its translations beside it."""
        copy = self._copy(source, edition)
        context = check_context(
            copy.article, source, self.workspace, year=self.today.year, is_executed=copy.is_run
        )
        return Desk(
            Manuscript(copy.article, context),
            self.workspace.config,
            is_run=copy.is_run,
            translations=translations_of(source, self.workspace),
            original=original_of(source, self.workspace),
        )

    def findings(self, desk: Desk) -> tuple[Finding, ...]:
        """Return what is to be mended in an article, as it lies on the desk today."""
        article = desk.manuscript.article
        dated = check_on_day(
            article.front_matter, article.file, self.workspace.config.checks, self.today
        )
        ignored = {article.file: article.front_matter.ignore}
        return (*without_exceptions(dated, ignored), *check_manuscript(desk.manuscript))

    def fingerprint(self, source: ArticleSource, edition: str) -> Fingerprint:
        """Return the fingerprint of what readers see of an article now."""
        key = (source.file, edition)
        if key not in self._prints:
            self._prints[key] = self._fingerprint(source, edition)
        return self._prints[key]

    def cited(self, source: ArticleSource) -> tuple[BibliographyEntry, ...]:
        """Return the works that an article cites in any edition, those of its figures included."""
        entries = self.workspace.bibliography.entries
        copies = (self._copy(source, edition) for edition in editions_of(source))
        keys = dict.fromkeys(key for copy in copies for key in copy.article.cited)
        return tuple(entries[key] for key in keys if key in entries)

    def sheet_path(self, source: ArticleSource, edition: str) -> Path:
        """Return where the sheet of an article lies, whether it is there or not."""
        return sheet_path(self.workspace.root, source.slug, source.lang, edition)

    def sheet_file(self, source: ArticleSource, edition: str) -> str:
        """Return how the author calls that file."""
        path = self.sheet_path(source, edition)
        return shown_path(path, self.workspace.root, self.workspace.name)

    def read_signed(self, source: ArticleSource, edition: str) -> Signed:
        """Read the sheet of an article; an empty one where there is none.

        Raises
        ------
        ContentError
            If it cannot be read.
        """
        path, file = self.sheet_path(source, edition), self.sheet_file(source, edition)
        if not path.is_file():
            return Signed()
        return parse_signed(read_bytes(path, file).decode("utf-8-sig", "replace"), file)

    def write_signed(self, source: ArticleSource, edition: str, signed: Signed) -> None:
        """Write the sheet of an article.

        Raises
        ------
        EnvironmentFault
            If the content folder cannot be written.
        """
        about = {"article": source.slug, "title": source.title, "lang": source.lang}
        text = render_signed(signed, about | ({"edition": edition} if edition else {}))
        try:
            write_whole(self.sheet_path(source, edition), text.encode())
        except EnvironmentFault as fault:
            raise EnvironmentFault(
                f"{self.sheet_file(source, edition)} cannot be written: "
                f"{getattr(fault.__cause__, 'strerror', None) or fault.message}",
                "Make the content folder writable, and sign again; nothing is signed yet.",
            ) from fault

    def _fingerprint(self, source: ArticleSource, edition: str) -> Fingerprint:
        copy, original = self._copy(source, edition), original_of(source, self.workspace)
        return fingerprint(
            copy.article,
            _code(copy.notebook, edition),
            is_run=copy.is_run,
            find_file=find_beside(source.path.parent, self.workspace.root),
            original=self._text_of_original(original, edition) if original else "",
            works=work_digests(copy.article.cited, self.workspace.bibliography.entries.get),
        )

    def _text_of_original(self, original: ArticleSource, edition: str) -> str:
        editions = editions_of(original)
        return self.fingerprint(original, edition if edition in editions else editions[0]).text

    def _copy(self, source: ArticleSource, edition: str) -> ReadCopy:
        notebook, is_run = self._executed(source, edition)
        article = read_article(
            notebook,
            identity_of(source, edition),
            known_keys=self.workspace.bibliography.keys,
            show_code=self.workspace.config.show_code,
            findings=source.findings,
        )
        return ReadCopy(article, notebook, is_run)

    def _executed(self, source: ArticleSource, edition: str) -> tuple[NotebookNode, bool]:
        """Return the notebook with what its code showed when it last ran as it is now."""
        notebook = source.notebook
        if not runs_anything(notebook):
            return notebook, True
        kept = self._kept(source, edition)
        if kept is not None:
            return kept, True
        return notebook, all(map(_was_run, code_cells(notebook)))

    def _kept(self, source: ArticleSource, edition: str) -> NotebookNode | None:
        name = source.path.absolute().relative_to(self.workspace.root.absolute()).as_posix()
        run = self.store.read_last(name, edition)
        if run is None or run.parts.get("code") != code_digest(source.notebook):
            return None
        executed = self.store.read_notebook(run)
        if executed is None:
            return None
        outputs = (
            {"outputs": cell.get("outputs", []), "execution_count": None}
            for cell in code_cells(executed)
        )
        return with_outputs(source.notebook, RunOutputs(tuple(outputs)))


def original_of(source: ArticleSource, workspace: Workspace) -> ArticleSource | None:
    """Return the article that this one translates."""
    if source.translation_of is None:
        return None
    others = (each for each in workspace.sources if each.translation_of is None)
    return next((each for each in others if each.slug == source.translation_of), None)


def translations_of(source: ArticleSource, workspace: Workspace) -> tuple[ArticleSource, ...]:
    """Return the translations of an article."""
    if source.translation_of is not None:
        return ()
    return tuple(each for each in workspace.sources if each.translation_of == source.slug)


def _was_run(cell: NotebookNode) -> bool:
    """Tell whether the notebook was saved with what a cell shows."""
    return bool(cell.get("outputs")) or cell.get("execution_count") is not None


def _code(notebook: NotebookNode, edition: str) -> Mapping[str, str]:
    return {
        str(cell.id): str(cell.source)
        for cell in code_cells(notebook)
        if is_in_edition(cell_tags(cell), edition)
    }
