"""A client that asks a server on this machine, and articles to look up."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import nbformat
import pytest
from nbformat.v4 import new_markdown_cell, new_notebook
from tests.online.server import FakeNetwork, running

from galley.checks.content import read_manuscripts
from galley.online.cache import Cache
from galley.online.client import Clock, OnlineClient
from galley.online.looking import look_online
from galley.online.manners import Manners
from galley.workspace import read_workspace

NOW_S = 1_764_115_200.0
"""2025-11-26, at midnight."""
MANNERS = Manners(
    pause_s=0.01,
    stranger_pause_s=0.01,
    backoff_s=0.01,
    connect_s=2,
    total_s=1,
    largest_bytes=50_000,
)


@pytest.fixture
def network() -> Iterator[FakeNetwork]:
    """Start a server, whose pages a test sets."""
    with running() as network:
        yield network


@dataclass
class Time:
    """A clock that a test sets; waiting is noted, and takes no time where it is long."""

    now_s: float = NOW_S
    waits: list[float] = field(default_factory=list)

    def clock(self) -> Clock:
        return Clock(now_s=lambda: self.now_s, sleep=self._sleep)

    def _sleep(self, wait_s: float) -> None:
        self.waits.append(wait_s)
        time.sleep(min(wait_s, 0.02))


@pytest.fixture
def a_time() -> Time:
    return Time()


MakeClient = Callable[..., OnlineClient]


@pytest.fixture
def client(network, a_time, tmp_path) -> MakeClient:
    """Make a client that asks the server; each has the same cache."""

    def make(**given: object) -> OnlineClient:
        usual = {
            "cache": Cache(tmp_path / "cache"),
            "services": network.services,
            "trusted": [network.origin],
            "manners": MANNERS,
            "clock": a_time.clock(),
        }
        return OnlineClient(**{**usual, **given})

    return make


FRONT = """---
title: X
date: 2026-11-20
authors: [Maria Lopez]
disclosures: none
{more}
---
"""


@pytest.fixture
def content(tmp_path, monkeypatch):
    """Write a content folder: entries of the bibliography, and one article of these words."""
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "notebooks"

    def write(text, bib="", *, retractions="", site="", more="", name="a.ipynb"):
        folder.mkdir(exist_ok=True)
        (folder / "references.bib").write_text(bib, encoding="utf-8")
        (folder / "site.toml").write_text(site)
        if retractions:
            (folder / "retractions.csv").write_text(retractions)
        front = new_markdown_cell(FRONT.format(more=more), id="front")
        cells = [front, new_markdown_cell(text, id="text")]
        nbformat.write(new_notebook(cells=cells), folder / name)
        return folder

    return write


@pytest.fixture
def look(content, client, a_time):
    """Return what is found online about an article, each finding as its severity and text."""

    def tell(text, bib="", *, with_client=None, **given):
        workspace = read_workspace(content(text, bib, **given), "notebooks")
        found = look_online(
            workspace,
            read_manuscripts(workspace, 2025),
            with_client or client(),
            now_s=a_time.now_s,
            report=lambda *_: None,
        )
        return [f"{finding.severity} {finding.rule} {finding}" for finding in found]

    return tell
