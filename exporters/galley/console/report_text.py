"""What a build did: a few lines for the author, everything as JSON for `--report`."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from galley.console.findings_text import (
    count_text,
    findings_text,
    in_order,
    to_json,
)
from galley.discovery import is_text_name
from galley.finding_records import finding_record
from galley.findings import EnvironmentFault, Finding, Severity
from galley.locations.address import Address
from galley.plain_words import plain_line
from galley.site.request import ArticleReport, ArticleState, BuildReport
from galley.speech.say import mark, say

STATES: tuple[tuple[ArticleState, str], ...] = (
    ("built", mark("{count} built")),
    ("unchanged", mark("{count} unchanged")),
    ("failed", mark("{count} failed")),
    ("held_back", mark("{count} held back because of errors")),
    ("unpublished", mark("{count} not published (draft or future date)")),
)


def all_findings(report: BuildReport) -> tuple[Finding, ...]:
    """Return the findings of the site and of every article, each once, errors first."""
    of_articles = (finding for article in report.articles for finding in article.findings)
    return in_order((*report.findings, *of_articles))


def problems_text(report: BuildReport) -> str:
    """Return failed cells and findings that want mending; advice is left to `galley check`."""
    findings = [found for found in all_findings(report) if found.severity is not Severity.ADVICE]
    failures = [line for article in report.articles if (line := failure_line(article))]
    return "\n\n".join(part for part in ("\n".join(failures), findings_text(findings)) if part)


def failure_line(article: ArticleReport) -> str:
    """Return the failing cell and the last line of its error, unless a finding says it already."""
    failure = article.failure
    is_text = is_text_name(article.file)
    told = {str(each.place.line) if is_text else each.place.cell for each in article.findings}
    if failure is None or failure.cell_id in told:
        return ""
    last = (failure.message.strip().splitlines() or [""])[-1]
    told_of = f"{article.file}{':' if is_text else '#'}{failure.cell_id}"
    return plain_line(f"{told_of}: {failure.error}: {last}")


def print_report(report: BuildReport, output: Path | Address) -> None:
    """Print what wants mending to stderr, and what happened to stdout."""
    print_problems(report)
    click.echo(summary_text(report, output))


def print_problems(report: BuildReport) -> None:
    """Print what wants mending to stderr, if anything does."""
    problems = problems_text(report)
    if problems:
        click.echo(f"\n{problems}\n", err=True)


def summary_text(report: BuildReport, output: Path | Address) -> str:
    """Return what happened in numbers and where to look; `output` is as the author typed it."""
    lines = [
        say("Articles: {states}.", states=_states_text(report)),
        say(
            "Files: {written} written, {unchanged} unchanged, {removed} removed, "
            "in {seconds:.1f} s.",
            written=len(report.written),
            unchanged=len(report.unchanged),
            removed=len(report.removed),
            seconds=report.seconds,
        ),
        say("Findings: {counts}.", counts=count_text(all_findings(report))),
    ]
    home = _home(report, output)
    return "\n".join([*lines, say("Look at {home}", home=home)] if home else lines)


def _home(report: BuildReport, output: Path | Address) -> str:
    """Return where the home page lies, if the site has one."""
    if isinstance(output, Address):
        has_home = "index.html" in {*report.written, *report.unchanged}
        return str(output.joined("index.html")) if has_home else ""
    home = output / "index.html"
    return home.as_posix() if home.expanduser().is_file() else ""


def report_json(report: BuildReport) -> str:
    """Return the whole report as JSON: each article's state, failure, findings and duration."""
    return to_json(
        {
            "schema": 1,
            "articles": [_article_record(article) for article in report.articles],
            "findings": [finding_record(finding) for finding in report.findings],
            "files": {
                "written": list(report.written),
                "unchanged": list(report.unchanged),
                "removed": list(report.removed),
            },
            "seconds": round(report.seconds, 3),
        }
    )


def write_report(report: BuildReport, path: Path) -> None:
    """Write the report as JSON.

    Raises
    ------
    EnvironmentFault
        If the file cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(report_json(report), encoding="utf-8", newline="\n")
    except OSError as error:
        raise EnvironmentFault(
            f"the report '{path.as_posix()}' cannot be written: {error.strerror}",
            "give --report a file in a folder you may write to",
        ) from None


def _article_record(article: ArticleReport) -> dict[str, Any]:
    record = asdict(article)
    record["findings"] = [finding_record(finding) for finding in article.findings]
    record["seconds"] = round(article.seconds, 3)
    return record


def _states_text(report: BuildReport) -> str:
    states = [article.state for article in report.articles]
    counts = [say(words, count=states.count(state)) for state, words in STATES if state in states]
    return ", ".join(counts) or say("none found")
