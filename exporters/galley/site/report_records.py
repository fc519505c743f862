"""Build reports as JSON values, as the ledger keeps them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, replace
from typing import Any

from galley.finding_records import finding_of, finding_record
from galley.site.request import ArticleReport, BuildReport, Failure


def report_record(report: BuildReport) -> dict[str, Any]:
    """Return a report as JSON values."""
    bare = asdict(replace(report, articles=(), findings=()))
    return bare | {
        "articles": [_article_record(article) for article in report.articles],
        "findings": [finding_record(finding) for finding in report.findings],
    }


def report_of(record: Mapping[str, Any]) -> BuildReport:
    """Return the report of a record; `KeyError` or `TypeError` where it is none."""
    return BuildReport(
        articles=tuple(_article_of(article) for article in record["articles"]),
        findings=tuple(finding_of(finding) for finding in record["findings"]),
        written=tuple(record["written"]),
        unchanged=tuple(record["unchanged"]),
        removed=tuple(record["removed"]),
        seconds=float(record["seconds"]),
        lists=tuple(record["lists"]),
        spared=tuple(record["spared"]),
    )


def _article_record(article: ArticleReport) -> dict[str, Any]:
    bare = asdict(replace(article, findings=()))
    return bare | {"findings": [finding_record(finding) for finding in article.findings]}


def _article_of(record: Mapping[str, Any]) -> ArticleReport:
    value = dict(record)
    findings = tuple(finding_of(finding) for finding in value.pop("findings"))
    failure = value.pop("failure")
    return ArticleReport(
        findings=findings, failure=Failure(**failure) if failure else None, **value
    )
