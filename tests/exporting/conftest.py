"""One pandoc for all tests of documents, and the document of the example in two languages."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.exporting import example

from galley.exporting.document.model import Document
from galley.html.pandoc import Pandoc


@pytest.fixture(scope="session")
def pandoc() -> Iterator[Pandoc]:
    with Pandoc() as running:
        yield running


@pytest.fixture(scope="session")
def make(pandoc: Pandoc, tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Document]:
    """Make the document of cells and front matter, in a folder of its own."""
    folder: Path = tmp_path_factory.mktemp("articles")

    def made(*cells: Any, lang: str = "en", around: Any = None, **front: Any) -> Document:
        return example.document(
            example.article(lang, *cells, **front), folder, pandoc, **(around or {})
        )

    return made


@pytest.fixture(scope="session")
def english(make: Callable[..., Document]) -> Document:
    return make()


@pytest.fixture(scope="session")
def indonesian(make: Callable[..., Document]) -> Document:
    return make(lang="id", title="Kapan jendelanya?")
