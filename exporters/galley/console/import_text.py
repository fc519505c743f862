"""What `galley import` says: each post with what was kept of it, then what was not understood."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from pathlib import PurePosixPath
from typing import Any

from galley.console.findings_text import to_json
from galley.finding_records import finding_record
from galley.findings import Finding
from galley.importing.importing_run import ImportedPost, ImportReport
from galley.importing.settling import Fate, as_record
from galley.speech.findings import findings_in
from galley.speech.language import spoken_language
from galley.speech.say import mark, say

_FATES = {
    Fate.NEW: mark("imported"),
    Fate.UPDATED: mark("updated"),
    Fate.UNCHANGED: mark("already imported, unchanged"),
    Fate.CHANGED: mark("already imported, changed since"),
    Fate.EDITED: mark("not updated"),
    Fate.REMOVED: mark("imported before, and gone"),
    Fate.TAKEN: mark("not imported"),
}
_DRY = {Fate.NEW: mark("would be imported"), Fate.UPDATED: mark("would be updated")}
_KEPT = {
    "headings": (mark("1 heading"), mark("{count} headings")),
    "paragraphs": (mark("1 paragraph"), mark("{count} paragraphs")),
    "pictures": (mark("1 picture"), mark("{count} pictures")),
    "tables": (mark("1 table"), mark("{count} tables")),
    "lists": (mark("1 list"), mark("{count} lists")),
    "footnotes": (mark("1 footnote"), mark("{count} footnotes")),
    "links": (mark("1 link"), mark("{count} links")),
    "formulas": (mark("1 formula"), mark("{count} formulas")),
    "citations": (mark("1 citation"), mark("{count} citations")),
    "callouts": (mark("1 box"), mark("{count} boxes")),
    "code cells": (mark("1 code cell"), mark("{count} code cells")),
}


def import_text(report: ImportReport, folder: str, *, is_dry: bool) -> str:
    """Return the report for people."""
    parts = [
        "\n".join(_post_text(post, folder, is_dry=is_dry) for post in report.posts),
        _findings_text(report.findings),
        _next_text(report, folder) if not is_dry else "",
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def report_json(report: ImportReport, folder: str, *, is_dry: bool) -> str:
    """Return the report for programs."""
    return to_json(
        {
            "schema": 1,
            "folder": folder,
            "is_dry_run": is_dry,
            "posts": [_record(post) for post in report.posts],
            "findings": [finding_record(each) for each in report.findings],
        }
    )


def _record(post: ImportedPost) -> dict[str, Any]:
    return as_record(post.imported) | {"kept": dict(post.kept)}


def _post_text(post: ImportedPost, folder: str, *, is_dry: bool) -> str:
    imported = post.imported
    words = say((_DRY if is_dry else {}).get(imported.fate, _FATES[imported.fate]))
    notebook = PurePosixPath(folder, imported.notebook).as_posix()
    line = f"{imported.post.source} → {notebook}: {words}"
    kept = kept_text(post.kept)
    return f"{line}\n  {kept}" if imported.fate.is_written and kept else line


def kept_text(kept: Mapping[str, int]) -> str:
    """Return what was kept of a post in words."""
    return ", ".join(say(_KEPT[kind][count > 1], count=count) for kind, count in kept.items())


def _findings_text(findings: Sequence[Finding]) -> str:
    """Return every finding, by source: here is the only place where each is told."""
    told = sorted(findings_in(spoken_language(), findings), key=lambda each: each.place.file)
    parts = []
    for file, group in groupby(told, key=lambda each: each.place.file):
        parts.append("\n".join([f"{file}:", *_lines(group)]))
    return "\n\n".join(parts)


def _lines(findings: Iterable[Finding]) -> list[str]:
    lines = []
    for finding in findings:
        where = _where(finding)
        lines.append(f"  {where}{finding.message}")
        if finding.fix:
            lines.append(f"    {say('Fix: {fix}', fix=finding.fix)}")
    return lines


def _where(finding: Finding) -> str:
    if finding.place.line:
        return f"{say('line {line}', line=finding.place.line)}: "
    return f"#{finding.place.cell}: " if finding.place.cell else ""


def _next_text(report: ImportReport, folder: str) -> str:
    if not any(post.imported.fate.is_written for post in report.posts):
        return ""
    shown = f'"{folder}"' if " " in folder else folder
    return say("Next: galley check {folder}, then galley serve {folder}", folder=shown or ".")
