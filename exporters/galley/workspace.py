"""The content folder as one value: its configuration, bibliography and article notebooks."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from pathlib import Path, PurePath, PurePosixPath

from galley.article.bibliography import BIBLIOGRAPHY_FILES, Bibliography, parse_bibliography
from galley.article.notebook import read_bytes
from galley.article.retractions import RETRACTIONS_FILE, Notices, parse_retractions
from galley.colours.checking import check_colours
from galley.config import CONFIG_FILE, SiteConfig, field_line, read_config, read_site_config
from galley.discovery import (
    SUFFIX,
    SUFFIXES,
    FoundNotebook,
    TranslationPair,
    find_notebooks,
    found_notebook,
    is_article_name,
    is_text_name,
    pair_translations,
    shown_path,
    with_partner,
)
from galley.findings import ContentError, Finding, Place, Severity, UsageError
from galley.glossary import GLOSSARY_FILE, Glossary, parse_glossary
from galley.linked_pages import LinkedPages, linked_pages
from galley.look import GALLEYS_LOOK, Look
from galley.overrides import TEMPLATES, Overrides, read_overrides
from galley.source_checks import lone_translations, part_clashes
from galley.sources import ArticleSource, BrokenSource, SiteFacts, read_source
from galley.static_files import StaticFile, find_static
from galley.trusted_articles import slugs_of, unknown_trusted

__all__ = [
    "ArticleSource",
    "BrokenSource",
    "SiteConfig",
    "Workspace",
    "find_root",
    "find_upwards",
    "read_config",
    "read_works_for",
    "read_workspace",
    "with_unsaved",
]


@dataclass(frozen=True)
class Workspace:
    """Everything that was read from a content folder.

    Attributes
    ----------
    root
        The content folder.
    name
        How the author calls it; empty for the current folder.
    sources, broken
        In the order of their files.
    findings
        Those of the folder as a whole; an article's own are with its source.
    selected
        The only files to execute, where the command named one notebook; empty means all.
    look
        What the site changes of Galley's look.
    static
        Files that are published as they are.
    """

    root: Path
    name: str
    config: SiteConfig
    bibliography: Bibliography
    bibliography_path: Path | None = None
    glossary: Glossary = field(default_factory=Glossary)
    sources: tuple[ArticleSource, ...] = ()
    broken: tuple[BrokenSource, ...] = ()
    findings: tuple[Finding, ...] = ()
    selected: frozenset[str] = field(default_factory=frozenset)
    look: Look = GALLEYS_LOOK
    static: tuple[StaticFile, ...] = ()

    @property
    def bibliography_text(self) -> str:
        """The bibliography as pandoc is to read it."""
        return self.bibliography.text

    @cached_property
    def linked_pages(self) -> LinkedPages:
        """The pages of the site as links mean them."""
        # A notebook named without a site around it is all that was read.
        is_alone = bool(self.selected) and len(self.sources) + len(self.broken) == 1
        return linked_pages(self.sources, self.broken, self.config, is_whole=not is_alone)


@dataclass(frozen=True)
class _Scope:
    """Which folder is read, how it is called, and what of it is asked for."""

    root: Path
    name: str
    notebooks: tuple[FoundNotebook, ...]
    findings: tuple[Finding, ...] = ()
    selected: frozenset[str] = frozenset()


def read_workspace(content: Path, name: str | None = None) -> Workspace:
    """Read a content folder, or one notebook with the site around it.

    Parameters
    ----------
    content
        A folder, or a notebook: then the folder is the nearest one above it with a
        ``site.toml``, and without one nothing but the notebook is read.
    name
        How the author wrote that path; by default the path itself.

    Raises
    ------
    UsageError
        If there is no such folder or notebook.
    ContentError
        If ``site.toml`` is wrong. A broken notebook or bibliography never stops the others.
    """
    scope = _find_scope(content, _plain_name(content if name is None else name))
    config, config_findings = read_site_config(scope.root, scope.name)
    path, bibliography, bibliography_findings = _read_bibliography(scope)
    notices, notice_findings = _read_retractions(scope)
    glossary, glossary_findings = _read_glossary(scope)
    overrides = read_overrides(scope.root, scope.name)
    static, static_findings = find_static(scope.root, scope.name)
    pairs = pair_translations(scope.notebooks, config.languages)
    sources, broken = _read_sources(scope, config, pairs)
    findings = (
        *config_findings,
        *_missing_files(config, scope),
        *check_colours(config.colours, partial(_config_place, scope)),
        *overrides.findings,
        *static_findings,
        *bibliography_findings,
        *notice_findings,
        *glossary_findings,
        *scope.findings,
        *lone_translations(scope.notebooks, pairs, config.languages),
        *unknown_trusted(
            config.trusted,
            slugs_of(sources, broken),
            _config_place(scope, ("trusted",)),
        ),
    )
    return Workspace(
        root=scope.root,
        name=scope.name,
        config=config,
        bibliography=bibliography.with_notices(notices),
        bibliography_path=path,
        glossary=glossary,
        sources=sources,
        broken=broken,
        findings=findings,
        selected=scope.selected,
        look=look_of(config, overrides, scope.name),
        static=static,
    )


def look_of(config: SiteConfig, overrides: Overrides, name: str) -> Look:
    """Return what a site changes of Galley's look; `name` is how the author calls its folder."""
    return Look(
        config.colours,
        config.type,
        overrides.templates,
        overrides.styles,
        posixpath.join(name, TEMPLATES),
    )


def with_unsaved(workspace: Workspace, path: Path, data: bytes) -> Workspace:
    """Return the workspace with one notebook as it is open somewhere, and that one selected.

    Parameters
    ----------
    data
        What would be in the file if it were saved now.
    """
    found = found_notebook(path, workspace.root, workspace.name)
    # Of a pair, the one that is open stands for both.
    pair = {path, *(path.with_suffix(suffix) for suffix in SUFFIXES if _is_pair(path, suffix))}
    sources = [source for source in workspace.sources if source.path not in pair]
    broken = [source for source in workspace.broken if source.path not in pair]
    paths = [*(each.path for each in sources), *(each.path for each in broken)]
    known = [found_notebook(each, workspace.root, workspace.name) for each in paths]
    pairs = pair_translations([*known, found], workspace.config.languages)
    slugs = {
        one.relative: source.slug
        for one, source in zip(known, sources, strict=False)
        if one.relative not in pairs
    }
    has_config = (workspace.root / CONFIG_FILE).is_file()
    facts = SiteFacts(workspace.config, has_config, pairs, slugs)
    whole, clashing = _sort_out(
        [*sources, *broken, read_source(found, facts, data)], workspace.config
    )
    return replace(workspace, sources=whole, broken=clashing, selected=frozenset({found.file}))


def _is_pair(path: Path, suffix: str) -> bool:
    return is_text_name(path.name) != (suffix != SUFFIX)


def read_works_for(notebook: Path) -> tuple[Path | None, Bibliography]:
    """Return the bibliography that a notebook cites from; a check tells what is wrong in it."""
    root = find_root(notebook) or notebook.parent
    scope = _Scope(root, root.name, (), (), frozenset({notebook.name}))
    path, bibliography, _ = _read_bibliography(scope)
    notices, _ = _read_retractions(scope)
    return path, bibliography.with_notices(notices)


def find_root(notebook: Path) -> Path | None:
    """Return the nearest folder above a notebook that has a ``site.toml``; None without one."""
    above = (folder for folder in notebook.parents if (folder / CONFIG_FILE).is_file())
    return next(above, None)


def _plain_name(name: Path | str) -> str:
    """Return a path with forward slashes; an address (``s3://bucket/…``) as it is."""
    return str(name) if "://" in str(name) else PurePath(name).as_posix()


def find_upwards(start: Path, filename: str) -> Path | None:
    """Find a file beside `start`, then in the folders above it, then in the current folder."""
    here = start.resolve()
    folders = (here, *here.parents, Path.cwd())
    return next((path for folder in folders if (path := folder / filename).is_file()), None)


def _find_scope(content: Path, name: str) -> _Scope:
    name = "" if name == "." else name
    if content.is_dir():
        root = content.resolve()
        notebooks, findings = find_notebooks(root, name)
        empty = () if notebooks else (_no_notebooks(name),)
        return _Scope(root, name, notebooks, (*findings, *empty))
    if not content.is_file():
        raise UsageError(f"there is no folder or notebook '{name}'", "check the name")
    if not is_article_name(content.name):
        raise UsageError(
            f"'{name}' is not a notebook",
            "give a content folder, or a file that ends in .ipynb, .md or .qmd",
        )
    return _scope_of_notebook(content, name)


def _no_notebooks(name: str) -> Finding:
    return Finding(
        "content-empty",
        Severity.WARNING,
        Place(name or "."),
        "the folder has no notebooks",
        'Make one with galley new "Title", or name another folder.',
    )


def _scope_of_notebook(content: Path, name: str) -> _Scope:
    """Read the site around a notebook, so that lists and links to other articles stay whole."""
    path = content.resolve()
    root = find_root(path)
    if root is None:
        folder_name = posixpath.dirname(name)
        found = _found_pair(path, path.parent, folder_name)
        return _Scope(path.parent, folder_name, (found,), (), frozenset({found.file}))
    root_name = shown_path(root, path.parent, posixpath.dirname(name))
    notebooks, findings = find_notebooks(root, root_name)
    of_pair = (other for other in notebooks if other.partner == path)
    found = next(of_pair, None) or _found_pair(path, root, root_name)
    others = (other for other in notebooks if other.relative != found.relative)
    ordered = tuple(sorted((*others, found), key=lambda other: other.file))
    kept = tuple(finding for finding in findings if finding.place.file != found.file)
    return _Scope(root, root_name, ordered, kept, frozenset({found.file}))


def _found_pair(path: Path, root: Path, name: str) -> FoundNotebook:
    return found_notebook(path, root, name, with_partner(path))


def _read_sources(
    scope: _Scope, config: SiteConfig, pairs: Mapping[PurePosixPath, TranslationPair]
) -> tuple[tuple[ArticleSource, ...], tuple[BrokenSource, ...]]:
    """Read every notebook: originals first, because translations follow their addresses."""
    has_config = (scope.root / CONFIG_FILE).is_file()
    originals = [found for found in scope.notebooks if found.relative not in pairs]
    translations = [found for found in scope.notebooks if found.relative in pairs]
    first = [read_source(found, SiteFacts(config, has_config, pairs, {})) for found in originals]
    slugs = {
        found.relative: source.slug
        for found, source in zip(originals, first, strict=True)
        if source.slug
    }
    facts = SiteFacts(config, has_config, pairs, slugs)
    read = [*first, *(read_source(found, facts) for found in translations)]
    return _sort_out(read, config)


def _sort_out(
    read: Iterable[ArticleSource | BrokenSource], config: SiteConfig
) -> tuple[tuple[ArticleSource, ...], tuple[BrokenSource, ...]]:
    ordered = sorted(read, key=lambda source: source.file)
    whole = [source for source in ordered if isinstance(source, ArticleSource)]
    kept, clashing = part_clashes(whole, config)
    broken = [source for source in ordered if isinstance(source, BrokenSource)]
    return kept, tuple(sorted((*broken, *clashing), key=lambda source: source.file))


def _read_bibliography(
    scope: _Scope,
) -> tuple[Path | None, Bibliography, tuple[Finding, ...]]:
    path = _bibliography_path(scope)
    if path is None:
        return None, Bibliography(), ()
    file = shown_path(path, scope.root, scope.name)
    try:
        data = read_bytes(path, file)
    except ContentError as error:
        return path, Bibliography(file=file), error.findings
    text, findings = _decode(data, file)
    bibliography, more = parse_bibliography(text, file)
    return path, bibliography, (*findings, *more)


def _read_glossary(scope: _Scope) -> tuple[Glossary, tuple[Finding, ...]]:
    path = scope.root / GLOSSARY_FILE
    if not path.is_file():
        return Glossary(), ()
    file = shown_path(path, scope.root, scope.name)
    try:
        text = read_bytes(path, file).decode("utf-8-sig", "replace")
    except ContentError as error:
        return Glossary(), error.findings
    return parse_glossary(text, file)


def _read_retractions(scope: _Scope) -> tuple[Notices, tuple[Finding, ...]]:
    path = scope.root / RETRACTIONS_FILE
    if not path.is_file():
        return {}, ()
    file = shown_path(path, scope.root, scope.name)
    try:
        text = read_bytes(path, file).decode("utf-8-sig", "replace")
    except ContentError as error:
        return {}, error.findings
    return parse_retractions(text, file)


def _bibliography_path(scope: _Scope) -> Path | None:
    """Find the bibliography in the folder; for a notebook without a site, upwards as well."""
    is_alone = scope.selected and not (scope.root / CONFIG_FILE).is_file()
    if is_alone:
        found = (find_upwards(scope.root, name) for name in BIBLIOGRAPHY_FILES)
        return next((path for path in found if path), None)
    paths = (scope.root / name for name in BIBLIOGRAPHY_FILES)
    return next((path for path in paths if path.is_file()), None)


def _decode(data: bytes, file: str) -> tuple[str, tuple[Finding, ...]]:
    try:
        return data.decode("utf-8-sig"), ()
    except UnicodeDecodeError:
        finding = Finding(
            "bibliography-not-utf-8",
            Severity.WARNING,
            Place(file),
            "the file is not UTF-8 text, so letters with accents may be wrong",
            "Export it again from your reference manager as UTF-8.",
        )
        return data.decode("cp1252", "replace"), (finding,)


def _config_place(scope: _Scope, path: tuple[str, ...]) -> Place:
    return Place(posixpath.join(scope.name, CONFIG_FILE), line=field_line(scope.root, path))


def _missing_files(config: SiteConfig, scope: _Scope) -> Iterator[Finding]:
    """Tell which files that ``site.toml`` names are not there."""
    file = posixpath.join(scope.name, CONFIG_FILE)
    for name in ("logo", "icon"):
        given = getattr(config, name)
        if given and not (scope.root / given).is_file():
            yield Finding(
                "site-file-missing",
                Severity.ERROR,
                Place(file),
                f"'{name}' is '{given}', which is not there",
                f"Put the file into the content folder, or remove {name} from site.toml.",
            )
