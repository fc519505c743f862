"""Front matter written for other tools: which of its names mean one of Galley's."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from galley.article.front_matter_models import FrontMatter

ALIASES: Mapping[str, str] = {
    # MyST, Quarto, Jupyter Book, fastpages
    "author": "authors",
    "subtitle": "description",
    "summary": "description",
    "abstract": "description",
    "keywords": "tags",
    "categories": "tags",
    "keypoints": "key_points",
    "thumbnail": "image",
    "image_alt_text": "image_alt",
    "thumbnail_alt": "image_alt",
    "date_modified": "updated",
    "last_modified_at": "updated",
    "last_modified": "updated",
    "lastmod": "updated",
    "modified": "updated",
    "excerpt": "description",
    "language": "lang",
    "redirect_from": "aliases",
}

_FOREIGN_TEXT = """
    abbreviations affiliations appendix arxiv aside author_meta banner_image cover cssclasses
    default_exp description_meta featured featured_image featuredimage header_includes hidetoc
    image_credit image_caption lightbox lead linktitle menu myst nocite pin pinned publishdate
    reading_time reference_section_title series show_toc showtoc slide slides status
    table_of_contents thanks theme_color titleblock tocopen url video
    arxiv badges banner bibliography biblio branch code_fold comments
    copyright csl date_format doi downloads editor engine execute execution exports external_link
    filters format freeze github hide html identifier image_height jupyter jupyter_book jupytext
    kernelspec layout license license_link link list listing math mathjax mystnb nav_order notebook
    number_sections numbering open_access output params parent part parts permalink project
    remote_url resources search_exclude short_title site sticky_rank subject substitutions template
    theme toc toc_depth toc_title type use_math venue version weight
"""
FOREIGN = frozenset(_FOREIGN_TEXT.split())
"""Fields that other tools act on; here they are harmless, and one line says so."""


_DAYS = frozenset({"date", "updated"})
# Quarto puts a day in their place, another one at each build.
_FILLED_IN = frozenset({"today", "now", "last-modified", "auto"})


def spelled(name: str) -> str:
    """Return a field's name in Galley's spelling: Quarto writes hyphens, Word capitals."""
    return name.strip().lower().replace("-", "_").replace(" ", "_")


def translate_fields(raw: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, str], list[str]]:
    """Rename the fields of other tools.

    Returns
    -------
    tuple
        The fields with Galley's names, without empty ones; for each of them the name the author
        wrote; and the fields that have no effect here.
    """
    fields: dict[str, Any] = {}
    written: dict[str, str] = {}
    unused: list[str] = []
    # Galley's own names first, so that a `subtitle` never displaces a `description`.
    for name in sorted(raw, key=lambda name: spelled(name) in ALIASES):
        target = ALIASES.get(spelled(name), spelled(name))
        if raw[name] is None:
            continue
        is_filled_in = target in _DAYS and str(raw[name]).strip().lower() in _FILLED_IN
        if target in fields or target in FOREIGN or is_filled_in:
            unused.append(name)
            continue
        fields[target], written[target] = raw[name], name
    _translate_published(fields, written)
    _translate_category(fields, written)
    return fields, written, sorted(unused)


def _translate_published(fields: dict[str, Any], written: dict[str, str]) -> None:
    """Understand Jekyll's ``published: false``, lest a draft appear."""
    if isinstance(fields.get("published"), bool):
        is_published = fields.pop("published")
        written.pop("published")
        if "draft" not in fields:
            fields["draft"], written["draft"] = not is_published, "published"
    elif "published" in fields and "date" not in fields:
        fields["date"], written["date"] = fields.pop("published"), written.pop("published")


def _translate_category(fields: dict[str, Any], written: dict[str, str]) -> None:
    """Take the first of several categories; the others are as good as tags."""
    category = fields.get("category")
    if isinstance(category, list) and all(isinstance(each, str) for each in category):
        first, *others = category or [""]
        fields["category"] = first
        if others and "tags" not in fields:
            fields["tags"], written["tags"] = others, written["category"]


def is_known_field(name: str) -> bool:
    """Tell whether a name means something to Galley or to a tool it knows."""
    return (
        spelled(name) in FrontMatter.model_fields
        or spelled(name) in ALIASES
        or spelled(name) in FOREIGN
    )
