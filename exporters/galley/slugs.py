"""Slugs: the part of an address that follows from a notebook's path."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Collection
from pathlib import PurePosixPath

from slugify import slugify

# Pages, folders and files that Galley makes itself at the top of the site.
_OWN_TEXT = """
    404 a-z archive assets author authors categories category feed glossary index pagefind robots
    search sitemap tag tags topics
"""
OWN_NAMES = frozenset(_OWN_TEXT.split())
"""Names an article may not have at the top of the site."""

# Years of the archive that have a page of their own.
_FURTHER_PAGE = re.compile(r"archive-(\d{4}|undated)")
_DEVICES = frozenset(
    ["con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))]
)


_LONGEST_PART = 200
_LONGEST_NAME = 80


_BREAKING = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\"<>\\]")


def breaks_lines(address: str) -> bool:
    """Tell whether a sign ends an address where it is written down: in a host's file, a feed."""
    return bool(_BREAKING.search(address))


def safe_name(text: str) -> str:
    """Return a text as part of a file name that every system takes.

    What had to be cut, what is a device on Windows and what has no letter or digit gets a digest,
    so that two texts do not become one name.
    """
    slug = slugify(text)
    if slug and slug not in _DEVICES and len(slug) <= _LONGEST_NAME:
        return slug
    digest = hashlib.sha256(text.strip().casefold().encode()).hexdigest()[:10]
    return f"{slug[:_LONGEST_NAME].rstrip('-')}-{digest}".lstrip("-")


def slug_from_path(path: PurePosixPath, own: str | None = None) -> str:
    """Return the slug of a notebook from its path under the content folder.

    Parameters
    ----------
    path
        With its suffix; names may be in any Unicode form, as macOS decomposes accents.
    own
        What ``slug:`` in the front matter puts in place of the last part.

    Returns
    -------
    str
        Parts of lower-case letters, digits and hyphens; empty where no letter is left of a part.
    """
    parts = [slugify(unicodedata.normalize("NFC", part)) for part in path.with_suffix("").parts]
    parts[-1] = own or parts[-1]
    return "/".join(parts) if all(parts) else ""


def given_slug(slug: str, path: PurePosixPath, languages: Collection[str]) -> str:
    """Return an address for a notebook whose own name cannot be one; the slug where it can.

    Whoever brings a folder of notebooks did not name them for Galley: ``index.ipynb`` gets
    ``index-1``, and a name without any letter is called after itself by a digest. A folder that
    is called like a language stays as it is: what is in it may be meant as translations.
    """
    parts = slug.split("/") if slug else [safe_name(part) for part in path.with_suffix("").parts]
    parts = [safe_name(part) if len(part) > _LONGEST_PART else part for part in parts]
    parts = [f"{part}-1" if part in _DEVICES else part for part in parts]
    if parts[0] not in _lower(languages) and why_refused("/".join(parts), languages):
        parts[0] = f"{parts[0]}-1"
    return "/".join(parts)


def _lower(languages: Collection[str]) -> frozenset[str]:
    return frozenset(language.lower() for language in languages)


def why_refused(slug: str, languages: Collection[str]) -> str:
    """Say in a few words why a slug cannot be an address; empty where it can."""
    if not slug:
        return "no letter or digit is left of its name"
    first, *_ = slug.split("/")
    if first in OWN_NAMES or _FURTHER_PAGE.fullmatch(first):
        return f"'{first}' is an address that Galley uses itself"
    if first in _lower(languages):
        return f"'{first}' is where the pages in that language are"
    if any(len(part) > _LONGEST_PART for part in slug.split("/")):
        return f"a part of it is longer than {_LONGEST_PART} characters"
    device = next((part for part in slug.split("/") if part in _DEVICES), "")
    return f"'{device}' is no file name on Windows" if device else ""
