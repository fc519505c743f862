"""The same article in every form, imported once for all tests."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.importing.forms.parts import png
from tests.importing.forms.word import article

from galley.importing.importers import read_posts
from galley.importing.post import Post
from galley.importing.reading_parts import Source
from galley.importing.sources import reader_beside

FOLDER = Path(__file__).parent / "forms"
FORMS = (
    "word.docx",
    "next-js.html",
    "wordpress.html",
    "google-docs.html",
    "libre-office.html",
    "word.htm",
    "jekyll.md",
    "hugo.md",
    "quarto.qmd",
    "myst.md",
    "plain.txt",
)
PICTURES = {"img/bed.png": "green", "img/can.png": "blue"}


def write_forms(folder: Path) -> None:
    """Write the article in each form, and its pictures beside it."""
    for name in FORMS:
        data = article() if name == "word.docx" else (FOLDER / name).read_bytes()
        (folder / name).write_bytes(data)
    (folder / "img").mkdir()
    for name, colour in PICTURES.items():
        (folder / name).write_bytes(png(colour))


@pytest.fixture(scope="session")
def forms(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the article in each form."""
    folder = tmp_path_factory.mktemp("forms")
    write_forms(folder)
    return folder


@pytest.fixture(scope="session")
def posts(forms: Path) -> dict[str, Post]:
    """Return what is read of each form."""
    return {name: read_one(forms / name) for name in FORMS}


def read_one(path: Path) -> Post:
    """Return the one post of a file."""
    source = Source(path.name, path.read_bytes(), reader_beside(path, path.parent))
    (post,) = read_posts(source)
    return post
