"""The last good version of each page, so that a failure never takes a published page away.

A page is kept when it is published: the executed notebook with everything its `Article` was read
from. When its article fails, is held back or cannot be read, the page is made from what was kept.
"""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode
from pydantic import ValidationError

from galley.article.front_matter import FrontMatter
from galley.disk import write_whole

_SCHEMA = 1


@dataclass(frozen=True)
class KeptPage:
    """A page as it was last published.

    Attributes
    ----------
    file
        The notebook, relative to the content folder, with forward slashes.
    """

    file: str
    slug: str
    lang: str
    edition: str
    title: str
    translation_of: str | None
    front_matter: FrontMatter
    notebook: NotebookNode


@dataclass(frozen=True)
class KeptPages:
    """The folder of kept pages inside the store."""

    folder: Path

    def read(self) -> tuple[KeptPage, ...]:
        """Return every kept page; a damaged one counts as absent."""
        paths = sorted(self.folder.glob("*.json")) if self.folder.is_dir() else []
        pages = (_read_page(path) for path in paths)
        return tuple(page for page in pages if page is not None)

    def keep(self, page: KeptPage) -> None:
        """Keep a page in place of its former version; a page that did not change is not written."""
        path = self.folder / _file_name(page)
        data = _as_bytes(page)
        if not path.is_file() or path.read_bytes() != data:
            write_whole(path, data)

    def forget_all_but(self, pages: tuple[KeptPage, ...]) -> None:
        """Let go of pages whose articles are gone."""
        wanted = {_file_name(page) for page in pages}
        for path in self.folder.glob("*.json") if self.folder.is_dir() else ():
            if path.name not in wanted:
                path.unlink(missing_ok=True)


def _file_name(page: KeptPage) -> str:
    address = f"{page.lang}/{page.slug}/{page.edition}"
    readable = re.sub(r"[^a-z0-9]+", "-", address.lower()).strip("-")[-60:]
    return f"{readable}-{hashlib.sha256(address.encode()).hexdigest()[:8]}.json"


def _as_bytes(page: KeptPage) -> bytes:
    value = {
        "schema": _SCHEMA,
        "file": page.file,
        "slug": page.slug,
        "lang": page.lang,
        "edition": page.edition,
        "title": page.title,
        "translation_of": page.translation_of,
        "front_matter": page.front_matter.model_dump(mode="json"),
        "notebook": page.notebook,
    }
    # Not sorted by name: the first edition is the first one that the author wrote.
    return json.dumps(value, ensure_ascii=False).encode() + b"\n"


def _read_page(path: Path) -> KeptPage | None:
    try:
        value: dict[str, Any] = json.loads(path.read_bytes())
        if value.pop("schema") != _SCHEMA:
            return None
        front_matter = FrontMatter.model_validate(value.pop("front_matter"))
        notebook = nbformat.from_dict(value.pop("notebook"))
        return KeptPage(front_matter=front_matter, notebook=notebook, **value)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, ValidationError):
        return None
