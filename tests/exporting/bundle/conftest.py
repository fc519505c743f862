"""Two articles of our own as bundles, made once for all tests."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from galley.cli import run

ROOT = Path(__file__).parents[3]
ARTICLES = ("when-is-the-window", "how-synapses-strengthen")
TODAY = "2026-11-26"


def export(store: Path, output: Path, *arguments: str, articles: Iterable[str] = ARTICLES) -> int:
    """Export the articles from the example site, with a store of the tests' own."""
    places = ["--content", str(ROOT / "notebooks"), "--store", str(store), "--today", TODAY]
    return run(["export", *articles, "--to", "bundle", *places, "-o", str(output), *arguments])


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store that all exports of the session share, so that each article runs once."""
    return tmp_path_factory.mktemp("store")


@pytest.fixture(scope="session")
def bundles(store: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the bundles of both articles, in every edition and language."""
    folder = tmp_path_factory.mktemp("bundles")
    assert export(store, folder) == 0
    return folder
