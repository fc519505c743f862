"""From a notebook file to an article source: read, split, understood, not yet executed."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path, PurePosixPath

from nbformat import NotebookNode

from galley.article.citations import mentioned_keys
from galley.article.front_matter import (
    FrontMatter,
    SplitFrontMatter,
    parse_front_matter,
    parse_metadata_fields,
    read_fields,
    split_front_matter,
)
from galley.article.notebook import (
    ParsedNotebook,
    decode_notebook,
    parse_notebook_with_findings,
    read_bytes,
)
from galley.article.title import find_title
from galley.article.yaml_text import YamlText
from galley.config import SiteConfig
from galley.discovery import FoundNotebook, TranslationPair, is_text_name
from galley.findings import Finding, Place, Severity, did_you_mean
from galley.mishaps import findings_of
from galley.slugs import given_slug, slug_from_path, why_refused
from galley.text_pairs import refuse_difference
from galley.validation import Loc


@dataclass(frozen=True)
class ArticleSource:
    """One article notebook in one language, read and understood, not yet executed.

    Attributes
    ----------
    file
        The path as the author knows it, with forward slashes.
    slug
        The path under the content folder without its suffix, each part slugified; a translation
        shares its original's unless it has a ``slug:`` of its own.
    translation_of
        The slug of the article this one translates.
    notebook
        Without the front matter, nbformat 4.5.
    findings
        What was noticed while reading; missing fields are left to the checks.
    digest
        SHA-256 of the file's bytes, in hex.
    has_front_matter
        Whether the notebook has front matter at all; without it nobody is asked for a date.
    front_matter_cell, front_matter_text
        The cell that holds the front matter, and its text, with lines numbered as in the cell.
    lines
        Of an article that is written as text: cell id → line of the file at which it begins.
    partner
        The notebook of the same name that is the same article.
    """

    path: Path
    file: str
    slug: str
    lang: str
    front_matter: FrontMatter
    notebook: NotebookNode
    title: str
    translation_of: str | None = None
    findings: tuple[Finding, ...] = ()
    digest: str = ""
    has_front_matter: bool = True
    front_matter_cell: str | None = None
    front_matter_text: str = ""
    lines: Mapping[str, int] = field(default_factory=dict)
    partner: Path | None = None

    def field_place(self, path: Loc) -> Place:
        """Return where a field of the front matter stands, or the cell where it could stand."""
        line = self._yaml.line(path) if self.front_matter_cell else None
        return Place(self.file, self.front_matter_cell, line)

    @cached_property
    def mentioned(self) -> frozenset[str]:
        """Names in its text that may be citation keys; known before it is executed."""
        return mentioned_in(self.notebook)

    @cached_property
    def _yaml(self) -> YamlText:
        # It was read before; places are asked for only where something is wrong.
        return read_fields(self.front_matter_text)


def mentioned_in(notebook: NotebookNode) -> frozenset[str]:
    """Return the names in a notebook's Markdown that may be citation keys."""
    texts = (cell.source for cell in notebook.cells if cell.cell_type == "markdown")
    return mentioned_keys("\n\n".join(texts))


@dataclass(frozen=True)
class BrokenSource:
    """A notebook that could not be read; its last published page stays.

    Attributes
    ----------
    slug, lang
        As far as they are known without reading it.
    """

    path: Path
    file: str
    slug: str | None
    findings: tuple[Finding, ...]
    lang: str = ""


@dataclass(frozen=True)
class SiteFacts:
    """What reading one notebook takes from the site around it.

    Attributes
    ----------
    has_config
        Whether there is a ``site.toml``; without one, any language will do.
    slugs
        Slugs of the articles read before, by path: a translation follows its original.
    """

    config: SiteConfig
    has_config: bool
    pairs: Mapping[PurePosixPath, TranslationPair]
    slugs: Mapping[PurePosixPath, str]


def read_source(
    found: FoundNotebook, facts: SiteFacts, unsaved: bytes | None = None
) -> ArticleSource | BrokenSource:
    """Read one notebook; whatever is wrong with it stays with it.

    Parameters
    ----------
    unsaved
        Stands in for what is in the file.
    """
    split: SplitFrontMatter | None = None
    try:
        data = read_bytes(found.path, found.file) if unsaved is None else unsaved
        is_text = is_text_name(found.file) and unsaved is None
        parsed, lines = _parse_text(data, found) if is_text else (_parse(data, found.file), {})
        split = split_front_matter(parsed.notebook)
        front_matter, findings = _front_matter(split, found, facts.config)
        source = replace(_article_source(found, facts, split, front_matter, data), lines=lines)
        noticed = (*parsed.findings, *findings, *_field_findings(source, split, facts))
    except Exception as error:  # noqa: BLE001 - one article never stops the others
        return _broken(found, facts, split, findings_of(error, found.file))
    return _accept(source, noticed, found, facts)


def _parse(data: bytes, file: str) -> ParsedNotebook:
    return parse_notebook_with_findings(decode_notebook(data, file), file)


def _parse_text(data: bytes, found: FoundNotebook) -> tuple[ParsedNotebook, Mapping[str, int]]:
    """Parse a text; what a notebook beside it was saved with stands in for outputs."""
    # Late: a site of notebooks alone does not pay for it.
    from galley.article.text_notebook import parse_text_notebook, with_outputs_of

    text = parse_text_notebook(decode_notebook(data, found.file), found.file)
    if found.partner is None:
        return ParsedNotebook(text.notebook), text.lines
    beside = _parse(read_bytes(found.partner, found.file), found.partner.name)
    refuse_difference(found, text, beside.notebook)
    return ParsedNotebook(with_outputs_of(text.notebook, beside.notebook)), text.lines


def _front_matter(
    split: SplitFrontMatter, found: FoundNotebook, config: SiteConfig
) -> tuple[FrontMatter, tuple[Finding, ...]]:
    if split.text is None:
        return FrontMatter(), ()
    text = split.text
    if is_text_name(found.file):
        from galley.article.text_notebook import without_kernel_fields

        text = without_kernel_fields(text)
    parse = parse_front_matter if split.cell_id else parse_metadata_fields
    return parse(text, Place(found.file, split.cell_id), config.authors)


def _article_source(
    found: FoundNotebook,
    facts: SiteFacts,
    split: SplitFrontMatter,
    front_matter: FrontMatter,
    data: bytes,
) -> ArticleSource:
    pair = facts.pairs.get(found.relative)
    return ArticleSource(
        path=found.path,
        file=found.file,
        slug=_slug(found, facts, front_matter.slug),
        lang=(pair.lang if pair else front_matter.lang) or facts.config.language,
        front_matter=front_matter,
        notebook=split.notebook,
        title=find_title(front_matter, split.notebook, found.file),
        translation_of=_original_slug(pair, facts) if pair else None,
        digest=_digest(data, found),
        has_front_matter=_has_front_matter(split, front_matter),
        front_matter_cell=split.cell_id,
        front_matter_text=split.text or "",
        partner=found.partner,
    )


def _digest(data: bytes, found: FoundNotebook) -> str:
    beside = read_bytes(found.partner, found.file) if found.partner else b""
    return hashlib.sha256(data + beside).hexdigest()


def _has_front_matter(split: SplitFrontMatter, front_matter: FrontMatter) -> bool:
    """Tell front matter from what tools put there: a title in metadata, a kernel in a text."""
    return len(front_matter.model_fields_set) > (split.cell_id is None)


def _slug(found: FoundNotebook, facts: SiteFacts, own: str | None) -> str:
    pair = facts.pairs.get(found.relative)
    if pair is None and own is None:
        return _own_slug(found.relative, facts)
    if pair is None:
        return slug_from_path(found.relative, own)
    return slug_from_path(PurePosixPath(f"{_original_slug(pair, facts)}.ipynb"), own)


def _original_slug(pair: TranslationPair, facts: SiteFacts) -> str:
    return facts.slugs.get(pair.original) or _own_slug(pair.original, facts)


def _own_slug(path: PurePosixPath, facts: SiteFacts) -> str:
    slug = slug_from_path(path)
    return given_slug(slug, path, facts.config.languages) if _refusal(slug, facts) else slug


def _refusal(slug: str, facts: SiteFacts) -> str:
    return why_refused(slug, facts.config.languages)


def _accept(
    source: ArticleSource,
    findings: tuple[Finding, ...],
    found: FoundNotebook,
    facts: SiteFacts,
) -> ArticleSource | BrokenSource:
    """Refuse an address that cannot be; otherwise the source is complete."""
    reason = _refusal(source.slug, facts)
    if not reason:
        return replace(source, findings=(*findings, *_given_address(source, found, facts)))
    refusal = Finding(
        "slug-refused",
        Severity.ERROR,
        Place(source.file),
        f"the article cannot have this address: {reason}",
        "Rename the notebook or its folder, or write another slug: in its front matter.",
    )
    return BrokenSource(source.path, source.file, None, (refusal, *findings), source.lang)


def _given_address(
    source: ArticleSource, found: FoundNotebook, facts: SiteFacts
) -> tuple[Finding, ...]:
    """Say where an article lies whose file has a name that cannot be an address."""
    is_own = source.front_matter.slug is None and source.translation_of is None
    reason = _refusal(slug_from_path(found.relative), facts) if is_own else ""
    if not reason:
        return ()
    return (
        Finding(
            "slug-given",
            Severity.WARNING,
            Place(source.file),
            f"the article is at '{source.slug}', since its name cannot be an address: {reason}",
            "Rename the notebook or its folder, or write another slug: in its front matter.",
        ),
    )


def _broken(
    found: FoundNotebook,
    facts: SiteFacts,
    split: SplitFrontMatter | None,
    findings: tuple[Finding, ...],
) -> BrokenSource:
    """Say what is wrong, and guess the address, so that the page published last is recognised."""
    text = (split.text if split else None) or ""
    pair = facts.pairs.get(found.relative)
    lang = (pair.lang if pair else _guess("lang", text)) or facts.config.language
    slug = _slug(found, facts, _guess("slug", text))
    return BrokenSource(found.path, found.file, slug or None, findings, lang)


def _guess(field: str, text: str) -> str | None:
    match = re.search(rf"^{field}:\s*[\"']?([A-Za-z0-9-]+)[\"']?\s*$", text, re.MULTILINE)
    return match[1] if match else None


def _field_findings(
    source: ArticleSource, split: SplitFrontMatter, facts: SiteFacts
) -> tuple[Finding, ...]:
    """Check the fields whose legal values ``site.toml`` or the file's name decide."""
    place = Place(source.file, split.cell_id)
    found = (
        _language_finding(source, place, facts),
        _category_finding(source, place, facts.config),
    )
    return tuple(finding for finding in found if finding)


def _language_finding(source: ArticleSource, place: Place, facts: SiteFacts) -> Finding | None:
    given, languages = source.front_matter.lang, facts.config.languages
    if source.translation_of is not None and given not in {None, source.lang}:
        return Finding(
            "lang-contradicts-file-name",
            Severity.ERROR,
            place,
            f"'lang' is '{given}', but the file's name says '{source.lang}'",
            "Remove lang: from the front matter, or rename the file.",
        )
    if not facts.has_config or source.lang in languages:
        return None
    return Finding(
        "lang-not-in-site",
        Severity.ERROR,
        place,
        f"'lang' is '{source.lang}', which is not one of the site's languages",
        f"Languages in site.toml: {', '.join(languages)}; add '{source.lang}' to languages there.",
    )


def _category_finding(source: ArticleSource, place: Place, config: SiteConfig) -> Finding | None:
    given, legal = source.front_matter.category, config.in_language(source.lang).categories
    if not given or not legal or given in {*legal, *config.categories}:
        return None
    return Finding(
        "category-unknown",
        Severity.ERROR,
        place,
        f"unknown category '{given}'",
        f"{did_you_mean(given, legal)} Categories in site.toml: {', '.join(legal)}.".strip(),
    )
