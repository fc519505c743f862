"""Reading and checking executed articles, and recalling what was found where nothing changed."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

from nbformat import NotebookNode

from galley.article.article import Identity, read_article
from galley.article.model import Article
from galley.checks import check_article
from galley.checks.content import check_context, find_page, identity_of
from galley.content_files import find_beside
from galley.execution.model import Executed
from galley.finding_records import finding_of, finding_record
from galley.findings import Finding
from galley.seen import SeenFiles
from galley.site.kept import KeptPage
from galley.site.memo import Memo, key_of_parts
from galley.site.page_trace import PageTrace, trace_of
from galley.site.works import AskedKeys, Works
from galley.workspace import Workspace


@dataclass(frozen=True)
class _Latest:
    article: Article
    notebook: NotebookNode


@dataclass(frozen=True)
class Reader:
    """Reads articles of a workspace.

    Attributes
    ----------
    memo
        What was found before; without it every article is read.
    program
        A digest of everything that reads: `galley.site.program.read_program`.
    year
        The present one.
    """

    workspace: Workspace
    works: Works = field(default_factory=Works)
    memo: Memo | None = None
    seen: SeenFiles = field(default_factory=SeenFiles)
    program: str = ""
    year: int = 0
    _latest: dict[str, _Latest] = field(default_factory=dict, repr=False, compare=False)

    def key(self, outcome: Executed) -> str:
        """Return a digest of all that an outcome's article is read from."""
        source = outcome.job.source
        identity = identity_of(source, outcome.job.edition)
        findings = (*source.findings, *outcome.findings)
        parts = (source.digest, outcome.kept, source.has_front_matter, outcome.status)
        return self._key(identity, (*parts, findings))

    def key_of_kept(self, page: KeptPage, identity: Identity) -> str:
        """Return a digest of all that the article of a kept page is read from."""
        return self._key(identity, (page.notebook,))

    def read(self, outcome: Executed, key: str) -> Article:
        """Read the article of an outcome; the one that was read last is still at hand."""
        latest = self._latest.get(key)
        keys = self.workspace.bibliography.keys
        return latest.article if latest else self._read(outcome, outcome.notebook, keys)

    def notebook(self, outcome: Executed, key: str) -> NotebookNode:
        """Return the executed notebook of an outcome."""
        latest = self._latest.get(key)
        return latest.notebook if latest else outcome.notebook

    def has_at_hand(self, key: str) -> bool:
        """Tell whether the article of a key was the last one to be read."""
        return key in self._latest

    def read_kept(self, page: KeptPage, identity: Identity) -> Article:
        """Read the article of a kept page."""
        return read_article(
            page.load(),
            identity,
            known_keys=self.workspace.bibliography.keys,
            show_code=self.workspace.config.show_code,
        )

    def findings(self, outcome: Executed, key: str) -> tuple[Finding, ...]:
        """Return what is wrong with the article of an outcome; `key` is that of `Reader.key`."""
        if outcome.status != "succeeded":
            # What a stopped run left undone is no finding; the failure itself says enough.
            return self.read(outcome, key).findings
        if self.memo is None:
            return self._check(outcome, PageTrace(seen=self.seen), key)
        known = self._recalled(self.memo, outcome, key)
        return self._check_and_keep(self.memo, outcome, key) if known is None else known

    def _key(self, identity: Identity, parts: tuple[object, ...]) -> str:
        config = self.workspace.config
        keys = (
            self.program,
            config.show_code,
            config.checks,
            self.workspace.bibliography.file,
            self.workspace.glossary,
            config.in_language(identity.lang).disclaimer,
            self.year,
        )
        return key_of_parts([*keys, identity, *parts])

    def _read(
        self, outcome: Executed, notebook: NotebookNode, known_keys: Collection[str]
    ) -> Article:
        source = outcome.job.source
        return read_article(
            notebook,
            identity_of(source, outcome.job.edition),
            known_keys=known_keys,
            show_code=self.workspace.config.show_code,
            findings=(*source.findings, *outcome.findings),
        )

    def _check(self, outcome: Executed, trace: PageTrace, key: str) -> tuple[Finding, ...]:
        """Read and check an article, and note what that asks of files, pages and bibliography."""
        source, keys = outcome.job.source, AskedKeys(self.workspace.bibliography.keys)
        find = trace.noting(find_beside(source.path.parent, self.workspace.root))
        notebook = outcome.notebook
        article = self._read(outcome, notebook, keys)
        self._latest.clear()
        self._latest[key] = _Latest(article, notebook)
        page_at = find_page(source, outcome.job.edition, self.workspace)
        context = check_context(
            article,
            source,
            self.workspace,
            year=self.year,
            find=find,
            page_at=lambda written: trace.note_page(written, page_at(written)),
            known_keys=keys,
        )
        found = check_article(article, context)
        trace.works |= self.works.of(keys.asked)
        return found

    def _check_and_keep(self, memo: Memo, outcome: Executed, key: str) -> tuple[Finding, ...]:
        trace = PageTrace(seen=self.seen)
        found = self._check(outcome, trace, key)
        record = {"trace": trace.as_record(), "findings": [finding_record(each) for each in found]}
        memo.keep(_name(outcome), key, record)
        return found

    def _recalled(self, memo: Memo, outcome: Executed, key: str) -> tuple[Finding, ...] | None:
        record = memo.recall(_name(outcome), key)
        try:
            return self._still_true(record, outcome) if record else None
        except (KeyError, ValueError, TypeError, AttributeError):
            # The record was tampered with: as good as none.
            return None

    def _still_true(
        self, record: Mapping[str, Any], outcome: Executed
    ) -> tuple[Finding, ...] | None:
        trace = trace_of(record["trace"], self.seen)
        source = outcome.job.source
        find = find_beside(source.path.parent, self.workspace.root)
        page_at = find_page(source, outcome.job.edition, self.workspace)
        if not trace.holds(find, self.works, page_at):
            return None
        return tuple(finding_of(each) for each in record["findings"])


def _name(outcome: Executed) -> str:
    source = outcome.job.source
    return f"{source.lang}/{source.slug}/{outcome.job.edition}"
