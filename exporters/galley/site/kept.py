"""The last good version of each page, so that a failure never takes a published page away.

A page is kept when it is published: the executed notebook with everything its `Article` was read
from. When its article fails, is held back or cannot be read, the page is made from what was kept.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from nbformat import NotebookNode
from pydantic import ValidationError

from galley.article.front_matter import FrontMatter
from galley.blobs import Blobs
from galley.disk import write_whole
from galley.execution.code import as_node
from galley.findings import EnvironmentFault
from galley.seal import read_sealed, sealed
from galley.site.memo import file_name

_SCHEMA = 2


@dataclass(frozen=True)
class KeptPage:
    """A page as it was last published.

    Attributes
    ----------
    file
        The notebook, relative to the content folder, with forward slashes.
    key
        A digest of what it was read from; a page under the same key is the same page.
    notebook
        The digest of the executed notebook.
    has_error
        Whether it was published with an error finding, which a strict build does not do.
    load
        Reads that notebook.
    """

    file: str
    slug: str
    lang: str
    edition: str
    title: str
    translation_of: str | None
    front_matter: FrontMatter
    key: str
    notebook: str
    load: Callable[[], NotebookNode] = field(repr=False, compare=False)
    has_error: bool = False

    @property
    def address(self) -> str:
        """What makes a page one and the same from build to build."""
        return f"{self.lang}/{self.slug}/{self.edition}"


@dataclass(frozen=True)
class KeptPages:
    """The folder of kept pages inside the store.

    Attributes
    ----------
    blobs
        Where their notebooks are kept.
    """

    folder: Path
    blobs: Blobs

    def read(self) -> tuple[KeptPage, ...]:
        """Return every kept page; a damaged one counts as absent."""
        paths = sorted(self.folder.glob("*.json")) if self.folder.is_dir() else []
        pages = (_read_page(path, self.blobs) for path in paths)
        return tuple(page for page in pages if page is not None)

    def keep_notebook(self, notebook: NotebookNode) -> str:
        """Keep the notebook of a page that may become a kept one; return its digest."""
        return self.blobs.put(json.dumps(notebook, ensure_ascii=False).encode() + b"\n")

    def replace(self, before: tuple[KeptPage, ...], pages: tuple[KeptPage, ...]) -> None:
        """Keep pages in place of those kept before; what did not change is not written."""
        known = {page.address: page for page in before}
        for page in pages:
            if known.get(page.address) != page:
                name = _file_name(page)
                write_whole(self.folder / name, sealed(_as_record(page), name))
        wanted = {_file_name(page) for page in pages}
        for path in self.folder.glob("*.json") if self.folder.is_dir() else ():
            if path.name not in wanted:
                path.unlink(missing_ok=True)


def notebook_loader(blobs: Blobs, digest: str, file: str) -> Callable[[], NotebookNode]:
    """Return what reads a kept notebook when it is wanted."""

    def load() -> NotebookNode:
        data = blobs.get(digest)
        if data is None:
            raise EnvironmentFault(
                f"the last good version of {file} has vanished from the store",
                "Mend the article and build again; until then its page has to be left as it is.",
            )
        return as_node(json.loads(data))

    return load


def _file_name(page: KeptPage) -> str:
    return f"{file_name(page.address)}.json"


def _as_record(page: KeptPage) -> dict[str, Any]:
    # Not sorted by name: the first edition is the first one that the author wrote.
    return {
        "schema": _SCHEMA,
        "file": page.file,
        "slug": page.slug,
        "lang": page.lang,
        "edition": page.edition,
        "title": page.title,
        "translation_of": page.translation_of,
        "front_matter": page.front_matter.model_dump(mode="json"),
        "key": page.key,
        "notebook": page.notebook,
        "has_error": page.has_error,
    }


def _read_page(path: Path, blobs: Blobs) -> KeptPage | None:
    try:
        value = read_sealed(path, path.name)
        if value is None or value.pop("schema") != _SCHEMA:
            return None
        front_matter = FrontMatter.model_validate(value.pop("front_matter"))
        load = notebook_loader(blobs, value["notebook"], value["file"])
        return KeptPage(front_matter=front_matter, load=load, **value)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, ValidationError):
        return None
