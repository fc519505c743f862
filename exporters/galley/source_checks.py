"""Checks between notebooks: addresses that two of them claim, translations without an original."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import PurePosixPath

from galley.addresses import page_path
from galley.config import SiteConfig
from galley.discovery import FoundNotebook, split_language
from galley.findings import Finding, Place, Severity
from galley.sources import ArticleSource, BrokenSource

_LONGEST_CODE = 3


def part_clashes(
    sources: Iterable[ArticleSource], config: SiteConfig
) -> tuple[tuple[ArticleSource, ...], tuple[BrokenSource, ...]]:
    """Set aside the articles that claim one address.

    All of them are set aside: which one the readers of the published page mean, only the author
    can say, and until then that page stays as it is.
    """
    ordered = tuple(sources)
    claims: dict[str, list[tuple[ArticleSource, str]]] = {}
    for source in ordered:
        for path, edition in _paths(source, config):
            claims.setdefault(path.lower(), []).append((source, edition))
    findings: dict[str, list[Finding]] = {}
    for path, claimants in claims.items():
        if len(claimants) > 1:
            for source, edition in claimants:
                finding = _clash(source, edition, path, claimants)
                findings.setdefault(source.file, []).append(finding)
    kept = tuple(source for source in ordered if source.file not in findings)
    broken = tuple(
        BrokenSource(
            source.path,
            source.file,
            source.slug,
            (*findings[source.file], *source.findings),
            source.lang,
        )
        for source in ordered
        if source.file in findings
    )
    return kept, broken


def _paths(source: ArticleSource, config: SiteConfig) -> Iterator[tuple[str, str]]:
    """Yield the address of each edition; the first has the article's own."""
    editions = list(source.front_matter.editions)
    yield page_path(source.slug, source.lang, "", config, source.front_matter), ""
    for edition in editions[1:]:
        yield page_path(source.slug, source.lang, edition, config, source.front_matter), edition


def _clash(
    source: ArticleSource,
    edition: str,
    path: str,
    claimants: Iterable[tuple[ArticleSource, str]],
) -> Finding:
    others = sorted({other.file for other, _ in claimants if other is not source})
    of_edition = f" of edition '{edition}'" if edition else ""
    return Finding(
        "slug-taken",
        Severity.ERROR,
        Place(source.file),
        f"the address {path}{of_edition} is also that of {', '.join(others)}",
        "Rename one of the notebooks, or write another slug: in its front matter.",
    )


def lone_translations(
    notebooks: Iterable[FoundNotebook],
    pairs: Mapping[PurePosixPath, object],
    languages: Collection[str],
) -> Iterator[Finding]:
    """Tell of notebooks named like translations that are none."""
    ordered = list(notebooks)
    paths = {found.relative for found in ordered}
    known = {language.lower() for language in languages}
    for found in ordered:
        original, code = split_language(found.relative)
        if found.relative in pairs or not code:
            continue
        if code.lower() in known:
            yield _without_original(found, original)
        elif original in paths and code.isalpha() and len(code) <= _LONGEST_CODE:
            yield _without_language(found, code, languages)


def _without_original(found: FoundNotebook, original: PurePosixPath) -> Finding:
    return Finding(
        "translation-without-original",
        Severity.WARNING,
        Place(found.file),
        f"the file is named like a translation of {original.name}, which is not there",
        "Rename the file, or add the original beside it.",
    )


def _without_language(found: FoundNotebook, code: str, languages: Collection[str]) -> Finding:
    wanted = ", ".join(f'"{language}"' for language in (*languages, code.lower()))
    return Finding(
        "translation-without-language",
        Severity.WARNING,
        Place(found.file),
        f"the file is named like a translation, but site.toml has no language '{code}'",
        f"Write in site.toml: languages = [{wanted}]",
    )
