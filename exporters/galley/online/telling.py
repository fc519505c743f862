"""From what was looked up to findings; each function is one rule, a pure comparison of values."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from galley.article.bibliography import BibliographyEntry, NoticeKind
from galley.checks import online_rules as rules
from galley.checks.online_rules import OnlineRule
from galley.findings import Place
from galley.online import crossref
from galley.online.records import OnlineNotice, WorkRecord
from galley.online.titles import is_same_name, is_same_title

_ORDER = tuple(NoticeKind)
_SOURCES = {"keywords": "its keywords", "title": "its title"}
_NOTICE_TITLE = re.compile(
    r"\W*(?:retraction|correction|corrigendum|erratum|withdrawal|expression of concern"
    r"|penarikan|koreksi|ralat)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Noticed:
    """One thing to tell, which its rule gives a severity."""

    rule: OnlineRule
    place: Place
    message: str
    fix: str = ""


@dataclass(frozen=True)
class CitedWork:
    """An entry of the bibliography, and where it is cited.

    Attributes
    ----------
    files
        The articles that cite it.
    retractions
        The author's list of retractions, as its path is known; it need not be there yet.
    has_retractions
        Whether that list is there.
    """

    entry: BibliographyEntry
    file: str
    files: Sequence[str] = ()
    retractions: str = "retractions.csv"
    has_retractions: bool = False

    @property
    def place(self) -> Place:
        """The entry's line."""
        return Place(self.file, line=self.entry.line)

    @property
    def cited_in(self) -> str:
        """The articles in words."""
        first, *others = self.files or ("no article",)
        return f"{first} and {len(others)} more" if others else first


def tell_of_work(work: CitedWork, record: WorkRecord, as_of: str) -> Iterator[Noticed]:
    """Compare an entry with what a service says about its DOI.

    Parameters
    ----------
    as_of
        How old the answer is, as words behind the service's name; empty if it is of today.
    """
    says = f"{record.service}{as_of}"
    if record.titles and work.entry.title and not is_same_title(work.entry.title, record.titles):
        yield _title_differs(work, record, says)
    else:
        yield from _year(work, record, says)
    yield from _notices(work, record, says)
    yield from _is_notice(work, record, says)
    if record.service == crossref.NAME:
        yield from _local_notice(work, record, says)


def tell_doi_unknown(work: CitedWork, proposed: str, as_of: str) -> Noticed:
    """Say that a DOI is registered nowhere; what is proposed is the DOI that was probably meant."""
    fix = (
        f"Crossref has a work of that title, year and first author as {proposed}; "
        f"if it is the same, write  {_doi_line(work, proposed)}"
        if proposed
        else "Copy the DOI from the journal's own page. If the work cannot be found anywhere, "
        "do not cite it."
    )
    message = f"the DOI {work.entry.doi} of '{work.entry.key}' is registered nowhere, says doi.org"
    return Noticed(rules.DOI_UNKNOWN, work.place, f"{message}{as_of}", fix)


def tell_doi_found(work: CitedWork, proposed: str, as_of: str) -> Noticed:
    """Propose the DOI of an entry that has none."""
    return Noticed(
        rules.DOI_FOUND,
        work.place,
        f"'{work.entry.key}' has no DOI; Crossref{as_of} has a work of the same title, year and "
        f"first author as {proposed}",
        f"If it is the same work, add to the entry:  {_doi_line(work, proposed)}",
    )


def matching_doi(entry: BibliographyEntry, records: Sequence[WorkRecord]) -> str:
    """Return the DOI of the one work that agrees in title, year and first author."""
    found = {
        record.doi
        for record in records
        if entry.title
        and is_same_title(entry.title, record.titles)
        and entry.year.isdigit()
        and int(entry.year) in record.years
        and entry.authors
        and is_same_name(entry.authors[0], record.first_author)
        and not record.notice_of
    }
    return found.pop() if len(found) == 1 else ""


def _title_differs(work: CitedWork, record: WorkRecord, says: str) -> Noticed:
    doi = work.entry.doi
    return Noticed(
        rules.TITLE_DIFFERS,
        work.place,
        f"'{work.entry.key}' is called “{work.entry.title}”, but its DOI {doi} is that of "
        f"“{record.titles[0]}”, says {says}",
        f"Open https://doi.org/{doi}: if it is the work you mean, copy its title; "
        "if not, find the right DOI.",
    )


def _year(work: CitedWork, record: WorkRecord, says: str) -> Iterator[Noticed]:
    entry = work.entry
    if not entry.year.isdigit() or not record.years or int(entry.year) in record.years:
        return
    years = " and ".join(str(year) for year in record.years)
    message = f"'{entry.key}' has the year {entry.year}, but {says} has {years} for {entry.doi}"
    if min(abs(int(entry.year) - year) for year in record.years) == 1:
        fix = "Keep the year of the printed volume if the work has one, otherwise copy this one."
        yield Noticed(rules.YEAR_SLIP, work.place, message, fix)
    else:
        fix = f"Open https://doi.org/{entry.doi} and copy its year, or correct the DOI."
        yield Noticed(rules.YEAR_DIFFERS, work.place, message, fix)


def _notices(work: CitedWork, record: WorkRecord, says: str) -> Iterator[Noticed]:
    notice = _gravest(record.notices)
    known = work.entry.notice
    if notice is None or (known and _ORDER.index(known.kind) <= _ORDER.index(notice.kind)):
        return
    is_retraction = notice.kind is NoticeKind.RETRACTION
    yield Noticed(
        rules.RETRACTED if is_retraction else rules.CORRECTED,
        work.place,
        f"{_what_happened(work, notice)}, says {says}{_from_whom(notice)}; "
        f"cited in {work.cited_in}",
        f"{_RETRACTED_FIX if is_retraction else _corrected_fix(work, notice)} "
        f"{_list_fix(work, notice)}",
    )


_RETRACTED_FIX = "Rest the sentence on another source, or say in it that the work was retracted."


def _corrected_fix(work: CitedWork, notice: OnlineNotice) -> str:
    address = f"https://doi.org/{notice.doi or work.entry.doi}"
    return f"Read the notice, {address}, and see whether what the article says still holds."


def _what_happened(work: CitedWork, notice: OnlineNotice) -> str:
    key, on_day = work.entry.key, f" on {notice.date}" if notice.date else ""
    match notice.kind:
        case NoticeKind.RETRACTION:
            return f"'{key}' was retracted{on_day}"
        case NoticeKind.CONCERN:
            return f"'{key}' was doubted{on_day} ({notice.label.lower()})"
        case _:
            return f"'{key}' was corrected{on_day} ({notice.label.lower()})"


def _from_whom(notice: OnlineNotice) -> str:
    return ", from Retraction Watch" if notice.source == "retraction-watch" else ""


def _list_fix(work: CitedWork, notice: OnlineNotice) -> str:
    row = io.StringIO()
    note = f"notice {notice.doi}" if notice.doi else ""
    writer = csv.writer(row, lineterminator="")
    writer.writerow((work.entry.doi, notice.date, notice.kind.value, note))
    begin = "" if work.has_retractions else " (a new file; its first line is  doi,date,kind,note )"
    return f"So that readers are told, add to {work.retractions}{begin}:  {row.getvalue()}"


def _is_notice(work: CitedWork, record: WorkRecord, says: str) -> Iterator[Noticed]:
    notice = _gravest(record.notice_of)
    if notice is None or _NOTICE_TITLE.match(work.entry.title):
        return
    yield Noticed(
        rules.IS_NOTICE,
        work.place,
        f"'{work.entry.key}' is not the work itself: its DOI {work.entry.doi} is the notice "
        f"({notice.label.lower()}) of {notice.doi}, says {says}",
        f"Cite the work, https://doi.org/{notice.doi}, if it still stands. To cite the notice as "
        "such, give the entry the notice's own title.",
    )


def _local_notice(work: CitedWork, record: WorkRecord, says: str) -> Iterator[Noticed]:
    known = work.entry.notice
    if known is None or record.notice_of:
        return
    if any(_ORDER.index(notice.kind) <= _ORDER.index(known.kind) for notice in record.notices):
        return
    source = _SOURCES.get(known.source, known.source)
    yield Noticed(
        rules.NOTICE_UNKNOWN,
        work.place,
        f"'{work.entry.key}' has the notice '{known.kind.value}' from {source}; {says} knows of "
        "none",
        f"Look at https://doi.org/{work.entry.doi}: if the journal has no such notice, remove it "
        "here, so that readers are not warned of a sound work.",
    )


def _gravest(notices: Sequence[OnlineNotice]) -> OnlineNotice | None:
    return max(notices, key=lambda each: (-_ORDER.index(each.kind), each.date), default=None)


def _doi_line(work: CitedWork, doi: str) -> str:
    """Return the line that gives an entry its DOI, as the bibliography's format has it."""
    if work.file.endswith(".json"):
        return f'"DOI": "{doi}"'
    return f"DO  - {doi}" if work.file.endswith(".ris") else f"doi = {{{doi}}},"
