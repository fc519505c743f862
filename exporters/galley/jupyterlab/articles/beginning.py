"""A new article: a notebook that is ready to write, in a site that has what it asks for."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from slugify import slugify

from galley.commands.new import free_slug, make_article
from galley.commands.start import CATEGORIES, UNNAMED, words_of
from galley.config import CONFIG_FILE, SiteConfig
from galley.console.starter import quoted, starter_files, starter_language, write_text
from galley.console.today import read_zone, settle_today
from galley.discovery import shown_path
from galley.disk import write_whole
from galley.findings import UsageError
from galley.jupyterlab.articles.site_lists import with_language, with_listed
from galley.jupyterlab.keeping import keep_before
from galley.kept_copies import Reason
from galley.workspace import read_config, read_workspace

OFFERED_LANGUAGES = ("en", "id")


@dataclass(frozen=True)
class Wish:
    """What the author was asked for.

    Attributes
    ----------
    category
        One of the site's or a new one; empty for none in particular.
    site_title, name
        What the site is called and who writes; used only where there is no ``site.toml`` yet.
    """

    title: str
    lang: str
    category: str = ""
    site_title: str = ""
    name: str = ""


def content_root(folder: Path, server_root: Path) -> Path:
    """Return the content folder around a folder, never above what the server shows."""
    around = (each for each in (folder, *folder.parents) if each.is_relative_to(server_root))
    return next((each for each in around if (each / CONFIG_FILE).is_file()), folder)


def choices(folder: Path, server_root: Path) -> dict[str, Any]:
    """Return what there is to choose from for a new article in a folder."""
    root = content_root(folder, server_root)
    config = read_config(root, shown_path(root, server_root, ""))
    languages = tuple(dict.fromkeys((*config.languages, *OFFERED_LANGUAGES)))
    return {
        "folder": shown_path(root, server_root, ""),
        "hasSite": (root / CONFIG_FILE).is_file(),
        "title": config.title or words_of(root),
        "language": config.language,
        "languages": list(languages),
        "categories": {lang: list(config.in_language(lang).categories) for lang in languages},
    }


def begin_article(wish: Wish, folder: Path, server_root: Path) -> Path:
    """Write the notebook and whatever the site lacks for it; return where it lies.

    Raises
    ------
    UsageError
        If there can be no such article; then nothing is written.
    ContentError
        If ``site.toml`` cannot be read.
    """
    if not wish.title.strip():
        raise UsageError("the article has no title", "write one; it can be changed later")
    root = content_root(folder, server_root)
    name = shown_path(root, server_root, "")
    before = read_workspace(root, name)
    free_slug(wish.title, before)
    wish = replace(wish, lang=wish.lang or before.config.language)
    if not (root / CONFIG_FILE).is_file():
        _begin_site(root, wish)
    _extend_site(root, read_config(root, name), wish)
    day = settle_today(None, os.environ, read_zone(root))
    workspace, category = read_workspace(root, name), wish.category or None
    return make_article(wish.title, wish.lang, category, workspace, day, is_draft=True)[0]


def _begin_site(root: Path, wish: Wish) -> None:
    lang = starter_language(wish.lang)
    values = {
        "title": quoted(wish.site_title or words_of(root)),
        "name": quoted(wish.name or UNNAMED),
        "author": slugify(wish.name) or "me",
        "category": wish.category or CATEGORIES[lang],
    }
    write_text(root / CONFIG_FILE, starter_files(lang, values)[CONFIG_FILE])


def _extend_site(root: Path, config: SiteConfig, wish: Wish) -> None:
    """Add the language and the category to ``site.toml`` where it does not have them."""
    path = root / CONFIG_FILE
    before = text = path.read_bytes().decode("utf-8", "surrogateescape")
    if wish.lang not in config.languages:
        text = _or_refuse(with_language(text, config.languages, wish.lang), "language", wish.lang)
    legal = config.in_language(wish.lang).categories
    if wish.category and legal and wish.category not in legal:
        # The words of a language have their own list, or the list of all.
        own = with_listed(text, f"translated.{wish.lang}", "categories", wish.category)
        text = _or_refuse(
            own or with_listed(text, "", "categories", wish.category), "category", wish.category
        )
    if text != before:
        mode = path.stat().st_mode
        keep_before(path, Reason.FORM)
        write_whole(path, text.encode("utf-8", "surrogateescape"))
        path.chmod(mode)


def _or_refuse(text: str | None, what: str, word: str) -> str:
    if text is None:
        many = "languages" if what == "language" else "categories"
        raise UsageError(
            f"site.toml has no {what} '{word}', and its list cannot be changed from here",
            f'open site.toml and add "{word}" to {many}',
        )
    return text
