"""Where each article stands: published or not, reviewed when, due when, and what speaks against it.

Everything here is told from the content folder and from what the store kept; nothing is run.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from galley.article.bibliography_entry import BibliographyEntry
from galley.article.bibliography_notice import Notice, NoticeKind
from galley.article.publication import publication_state
from galley.findings import Finding, Severity
from galley.review.observing import last_change
from galley.review.sheet import LineSignature
from galley.workspace import ArticleSource, BrokenSource

State = Literal["failing", "held back", "published", "scheduled", "draft", "withdrawn"]
_SOON_DAYS = 90
_VISIBLE = frozenset({"published", "held back", "failing"})


@dataclass(frozen=True)
class SheetState:
    """What has been signed of an article, in all its editions.

    Attributes
    ----------
    last_day
        The day of the newest signature.
    ended
        Signatures whose text has changed since, and no other signature of their line stands.
    reviews
        Signatures of the text as a whole, whether they stand or not.
    problem
        Why a sheet cannot be read.
    """

    last_day: date | None = None
    ended: tuple[LineSignature, ...] = ()
    reviews: tuple[LineSignature, ...] = ()
    problem: str = ""

    @property
    def outdated(self) -> tuple[LineSignature, ...]:
        """The signatures of the text as a whole that readers see no longer."""
        return tuple(each for each in self.reviews if not each.stands)


@dataclass(frozen=True)
class ArticleStatus:
    """Where an article stands in one language.

    Attributes
    ----------
    is_built
        Whether its page was made; None where nothing is known of any build.
    has_newer_text
        Whether the notebook says something else than the page that was published last.
    reviewed
        The newest signature, or else the newest of `changes`.
    days_left
        Until its review, which is due at 0 and overdue below.
    notices
        Key of a work that it cites → what was published about that work later.
    behind
        Why a translation is behind its original; empty where it is not.
    waiting
        How many remarks of colleagues wait for the author.
    """

    file: str
    slug: str
    lang: str
    state: State
    title: str = ""
    editions: tuple[str, ...] = ()
    translation_of: str | None = None
    is_built: bool | None = None
    has_newer_text: bool = False
    changed: date | None = None
    reviewed: date | None = None
    review_by: date | None = None
    days_left: int | None = None
    notices: Mapping[str, Notice] = field(default_factory=dict)
    findings: Mapping[Severity, int] = field(default_factory=dict)
    exceptions: Mapping[str, str] = field(default_factory=dict)
    behind: str = ""
    sheet: SheetState = field(default_factory=SheetState)
    waiting: int = 0
    problem: str = ""

    @property
    def is_overdue(self) -> bool:
        """Whether readers see an article whose day of review has come."""
        return self.state in _VISIBLE and self.days_left is not None and self.days_left <= 0

    @property
    def cites_retracted(self) -> bool:
        """Whether readers see an article that cites a retracted work."""
        kinds = {notice.kind for notice in self.notices.values()}
        return self.state in _VISIBLE and NoticeKind.RETRACTION in kinds

    @property
    def urgency(self) -> tuple[bool, ...]:
        """What needs attention first comes first when statuses are sorted by this."""
        errors, warnings = (self.findings.get(s, 0) for s in (Severity.ERROR, Severity.WARNING))
        is_soon = self.days_left is not None and self.days_left <= _SOON_DAYS
        reasons = (
            self.state == "failing",
            self.cites_retracted,
            self.is_overdue,
            self.state == "held back",
            errors > 0,
            bool(self.sheet.ended or self.sheet.outdated or self.sheet.problem),
            bool(self.behind),
            bool(self.notices),
            self.state == "published" and (self.has_newer_text or self.is_built is False),
            warnings > 0,
            self.state in _VISIBLE and is_soon,
            self.state == "published",
            self.state == "scheduled",
            self.state == "draft",
        )
        return tuple(not reason for reason in reasons)


@dataclass(frozen=True)
class Known:
    """What is known of an article besides its source.

    Attributes
    ----------
    works
        Those that it cites.
    original
        The article that it translates.
    """

    findings: tuple[Finding, ...] = ()
    works: tuple[BibliographyEntry, ...] = ()
    original: ArticleSource | None = None
    is_built: bool | None = None
    has_newer_text: bool = False
    sheet: SheetState = field(default_factory=SheetState)
    original_changed: bool = False
    waiting: int = 0


def status_of(source: ArticleSource, known: Known, today: date, *, strict: bool) -> ArticleStatus:
    """Return where an article stands on a day."""
    front = source.front_matter
    counts = Counter(finding.severity for finding in known.findings)
    last_note = max((change.date for change in front.changes), default=None)
    return ArticleStatus(
        file=source.file,
        slug=source.slug,
        lang=source.lang,
        state=_state(source, today, is_held=strict and counts[Severity.ERROR] > 0),
        title=source.title,
        editions=tuple(front.editions),
        translation_of=source.translation_of,
        is_built=known.is_built,
        has_newer_text=known.has_newer_text,
        changed=last_change(front),
        reviewed=known.sheet.last_day or last_note,
        review_by=front.review_by,
        days_left=(front.review_by - today).days if front.review_by else None,
        notices={work.key: work.notice for work in known.works if work.notice},
        findings=counts,
        exceptions=dict(front.ignore),
        behind=_behind(source, known),
        sheet=known.sheet,
        waiting=known.waiting,
    )


def status_of_broken(broken: BrokenSource, *, is_built: bool | None) -> ArticleStatus:
    """Return where a notebook stands that cannot be read."""
    return ArticleStatus(
        file=broken.file,
        slug=broken.slug or broken.file,
        lang=broken.lang,
        state="failing",
        is_built=is_built,
        findings=Counter(finding.severity for finding in broken.findings),
        problem=broken.findings[0].message if broken.findings else "it is no notebook",
    )


def in_order(statuses: Iterable[ArticleStatus]) -> tuple[ArticleStatus, ...]:
    """Return statuses by urgency, then by what is due first, then by name."""
    return tuple(
        sorted(statuses, key=lambda s: (s.urgency, s.review_by or date.max, s.slug, s.lang))
    )


def needs_action(statuses: Sequence[ArticleStatus]) -> bool:
    """Tell whether a review is overdue, or a cited work was retracted, where readers see it."""
    return any(status.is_overdue or status.cites_retracted for status in statuses)


def _state(source: ArticleSource, today: date, *, is_held: bool) -> State:
    state = publication_state(source.front_matter, today)
    return "held back" if state == "published" and is_held else state


def _behind(source: ArticleSource, known: Known) -> str:
    original = known.original
    if original is None:
        return ""
    theirs, own = last_change(original.front_matter), last_change(source.front_matter)
    if theirs and own and theirs > own:
        return f"{original.file} changed on {theirs}, this one on {own}"
    if known.original_changed:
        return f"{original.file} has changed since this one was signed"
    return ""
