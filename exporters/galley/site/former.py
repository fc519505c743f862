"""Former addresses: where pages were published before, so that old links still lead to them.

A page is known by slug, language and edition. When it is published elsewhere than before, or when
it comes back under another slug, its old address leads to the new one from then on. That memory
lies in the store; `aliases:` in front matter say the same wherever the site is built.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from galley.disk import write_whole
from galley.findings import Finding, Place, Severity
from galley.site.kept import KeptPage
from galley.site.pages import PageKey, PageVersion
from galley.site.redirects import alias_path
from galley.site.site_addresses import downloads_folder
from galley.site.site_paths import unsafe_reason
from galley.workspace import ArticleSource, Workspace

_FILE = "addresses.json"
_SCHEMA = 1
_SAME_SHARE = 0.5
"""An article is the same one if this part of its text is."""


@dataclass(frozen=True)
class Addresses:
    """Where pages are and were.

    Attributes
    ----------
    pages
        Page → path under which it was published last.
    former
        Path under which a page was published earlier → that page.
    """

    pages: Mapping[PageKey, str] = field(default_factory=dict)
    former: Mapping[str, PageKey] = field(default_factory=dict)

    def redirects(self) -> dict[str, str]:
        """Return former path → present path."""
        return {old: self.pages[key] for old, key in self.former.items() if key in self.pages}


def read_addresses(store: Path) -> Addresses:
    """Read what the store remembers; a damaged memory counts as none."""
    try:
        value = json.loads((store / _FILE).read_bytes())
        if value["schema"] != _SCHEMA:
            return Addresses()
        pages = {_key(key): str(path) for path, key in value["pages"].items()}
        former = {str(path): _key(key) for path, key in value["former"].items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return Addresses()
    return Addresses(pages, {path: key for path, key in former.items() if not unsafe_reason(path)})


def write_addresses(addresses: Addresses, store: Path) -> None:
    """Keep addresses for the next build."""
    value = {
        "schema": _SCHEMA,
        "pages": {path: list(key) for key, path in sorted(addresses.pages.items())},
        "former": {path: list(key) for path, key in sorted(addresses.former.items())},
    }
    data = json.dumps(value, ensure_ascii=False, indent=1).encode() + b"\n"
    path = store / _FILE
    if not path.is_file() or path.read_bytes() != data:
        write_whole(path, data)


def settle_addresses(
    before: Addresses,
    kept: Mapping[PageKey, KeptPage],
    versions: Iterable[PageVersion],
    workspace: Workspace,
) -> Addresses:
    """Return where pages are now, and every address they had.

    Parameters
    ----------
    kept
        The pages as they were published last, by which an article is known again that was renamed.
    versions
        The pages of this build.
    """
    shown = (version.shown for version in versions if version.shown)
    now = {
        (page.article.slug, page.article.lang, page.article.edition): page.path for page in shown
    }
    heirs = _heirs(before, kept, workspace)
    former = {path: heirs.get(key, key) for path, key in before.former.items()}
    former |= {path: heirs.get(key, key) for key, path in before.pages.items()}
    # What could not be made today is not forgotten: it may come back tomorrow.
    absent = {k: p for k, p in before.pages.items() if k not in now and k not in heirs}
    pages = absent | now
    taken = set(pages.values())
    return Addresses(pages, {path: key for path, key in former.items() if path not in taken})


def address_findings(addresses: Addresses, workspace: Workspace) -> Iterator[Finding]:
    """Tell of articles that are found under an old address only because the store remembers it."""
    slugs = {(source.slug, source.lang): source for source in workspace.sources}
    for old, key in sorted(addresses.former.items()):
        slug, lang, edition = key
        source, new = slugs.get((slug, lang)), addresses.pages.get(key)
        if source is None or new is None or edition != _first_edition(source):
            continue
        aliases = [alias_path(alias) for alias in source.front_matter.aliases]
        # Another pattern in site.toml moves every article; that needs no line for each.
        has_new_name = not f"/{downloads_folder(old)}".endswith(f"/{slug}")
        if has_new_name and old not in aliases:
            yield _moved(source, old, new)


def _moved(source: ArticleSource, old: str, new: str) -> Finding:
    return Finding(
        "site-address-changed",
        Severity.ADVICE,
        Place(source.file),
        f"its address was '{old}' and is now '{new}'; the old one leads readers to the new one, "
        "as long as the site is built with this store",
        f"Add aliases: [{old}] to its front matter, so that this holds wherever the site is built.",
    )


# ------------------------------------------------------------------ an article with a new name


def _heirs(
    before: Addresses, kept: Mapping[PageKey, KeptPage], workspace: Workspace
) -> dict[PageKey, PageKey]:
    """Return page that is gone → the page that it became."""
    present = {
        (source.slug, source.lang, edition)
        for source in workspace.sources
        for edition in _editions(source)
    }
    gone = [kept[key] for key in before.pages if key in kept and key not in present]
    known = {key[:2] for key in before.pages}
    new = [source for source in workspace.sources if (source.slug, source.lang) not in known]
    return {
        (page.slug, page.lang, page.edition): _page_of(heir, page.edition)
        for page in gone
        if (heir := _heir(page, new, workspace))
    }


def _heir(
    page: KeptPage, new: Iterable[ArticleSource], workspace: Workspace
) -> ArticleSource | None:
    """Return what a page that is gone is made from now: the same file, else a new one like it."""
    file = f"{workspace.name}/{page.file}" if workspace.name else page.file
    for source in workspace.sources:
        if source.file == file:
            return source if source.lang == page.lang else None
    if any(broken.file == file for broken in workspace.broken):
        return None
    same = [source for source in new if source.lang == page.lang]
    titled = (source for source in same if source.title == page.title)
    return next(titled, None) or next((s for s in same if _has_text_of(s, page)), None)


def _page_of(source: ArticleSource, edition: str) -> PageKey:
    """Return the edition's page, or the article's own where there is no such edition any more."""
    has_it = edition in _editions(source)
    return source.slug, source.lang, edition if has_it else _first_edition(source)


def _editions(source: ArticleSource) -> tuple[str, ...]:
    return tuple(source.front_matter.editions) or ("",)


def _first_edition(source: ArticleSource) -> str:
    return _editions(source)[0]


def _has_text_of(source: ArticleSource, page: KeptPage) -> bool:
    old, new = _paragraphs(page.load()), _paragraphs(source.notebook)
    return bool(old and new) and len(old & new) >= _SAME_SHARE * max(len(old), len(new))


def _paragraphs(notebook: Mapping[str, list[Mapping[str, str]]]) -> set[str]:
    texts = (cell["source"] for cell in notebook["cells"] if cell["cell_type"] == "markdown")
    return {part.strip() for text in texts for part in text.split("\n\n") if part.strip()}


def _key(value: list[str]) -> PageKey:
    slug, lang, edition = value
    return slug, lang, edition
