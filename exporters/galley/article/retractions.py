"""``retractions.csv``: the notices an author has learnt of, one line each.

The columns are ``doi``, ``date``, ``kind`` and ``note``; in Indonesian ``doi``, ``tanggal``,
``jenis`` and ``catatan``. A kind is ``retraction`` (``penarikan``), ``correction`` (``koreksi``)
or ``expression of concern`` (``pernyataan keprihatinan``). Commas or semicolons part the columns.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from datetime import date

from galley.article.bibliography_entry import bare_doi
from galley.article.bibliography_notice import Notice, NoticeKind, gravest
from galley.findings import Finding, Place, Severity

RETRACTIONS_FILE = "retractions.csv"
Notices = Mapping[str, Notice]
"""DOI in small letters → what became of the work."""

_COLUMNS = {
    "doi": "doi",
    "date": "date",
    "tanggal": "date",
    "kind": "kind",
    "jenis": "kind",
    "note": "note",
    "catatan": "note",
}
_KINDS = {
    "retraction": NoticeKind.RETRACTION,
    "retracted": NoticeKind.RETRACTION,
    "withdrawal": NoticeKind.RETRACTION,
    "penarikan": NoticeKind.RETRACTION,
    "ditarik": NoticeKind.RETRACTION,
    "correction": NoticeKind.CORRECTION,
    "corrected": NoticeKind.CORRECTION,
    "erratum": NoticeKind.CORRECTION,
    "koreksi": NoticeKind.CORRECTION,
    "ralat": NoticeKind.CORRECTION,
    "perbaikan": NoticeKind.CORRECTION,
    "expression of concern": NoticeKind.CONCERN,
    "concern": NoticeKind.CONCERN,
    "pernyataan keprihatinan": NoticeKind.CONCERN,
    "keprihatinan": NoticeKind.CONCERN,
}
_HEADER = "Begin the file with the line  doi,date,kind,note  (or  doi,tanggal,jenis,catatan)."
_LEGAL = "Write retraction, correction or expression of concern (penarikan, koreksi, keprihatinan)."


def parse_retractions(text: str, file: str) -> tuple[Notices, tuple[Finding, ...]]:
    """Return DOI in small letters → its gravest notice; rows that say nothing become findings."""
    lines = text.removeprefix("\ufeff").splitlines()
    first = next((number for number, line in enumerate(lines) if line.strip()), None)
    if first is None:
        return {}, ()
    columns = _columns(lines[first])
    if not {"doi", "kind"} <= set(columns):
        message = "the file does not say which column is the DOI and which the kind of notice"
        return {}, (_broken(file, first + 1, message, _HEADER),)
    notices: dict[str, Notice] = {}
    findings: list[Finding] = []
    for line, row in _rows("\n".join(lines[first:]), columns, first + 1):
        findings.extend(_row_findings(row, file, line))
        kind = _KINDS.get(row["kind"].lower())
        doi = bare_doi(row["doi"]).lower()
        if doi and kind:
            notice = Notice(kind, _day(row["date"]), row["note"], RETRACTIONS_FILE)
            notices[doi] = gravest((notices.get(doi), notice)) or notice
    return notices, tuple(findings)


def _columns(header: str) -> tuple[str, ...]:
    names = next(csv.reader([header], delimiter=_delimiter(header)))
    return tuple(_COLUMNS.get(name.strip().lower(), "") for name in names)


def _delimiter(header: str) -> str:
    """Return what parts the columns: spreadsheets write semicolons where 0,5 is a number."""
    return max(",;\t", key=header.count)


def _rows(
    text: str, columns: tuple[str, ...], first_line: int
) -> Iterator[tuple[int, Mapping[str, str]]]:
    delimiter = _delimiter(text.partition("\n")[0])
    reader = csv.reader(io.StringIO(text), delimiter=delimiter)
    next(reader)
    before = reader.line_num
    for cells in reader:
        line, before = first_line + before, reader.line_num
        row = dict(zip(columns, (cell.strip() for cell in cells), strict=False))
        if any(row.values()):
            yield line, {"doi": "", "date": "", "kind": "", "note": "", **row}


def _row_findings(row: Mapping[str, str], file: str, line: int) -> Iterator[Finding]:
    if not bare_doi(row["doi"]).startswith("10."):
        message = f"'{row['doi']}' is no DOI, so no work gets this notice"
        yield _broken(file, line, message, "Write it as 10.1016/j.stem.2018.04.004.")
    if row["kind"].lower() not in _KINDS:
        yield _broken(file, line, f"'{row['kind']}' is no kind of notice", _LEGAL)
    if row["date"] and not _day(row["date"]):
        message = f"the date '{row['date']}' cannot be read; the notice counts all the same"
        yield _broken(file, line, message, "Write it as 2026-11-20.")


def _day(text: str) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        return ""


def _broken(file: str, line: int, message: str, fix: str) -> Finding:
    return Finding("retractions-broken", Severity.WARNING, Place(file, line=line), message, fix)
