"""What an author does with Galley, measured from outside: `galley build` in a fresh process."""

from __future__ import annotations

import json
import re
import shutil
import sys
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from tests.benchmarks.articles import make_articles, second_module, slug, write_article
from tests.benchmarks.measuring import Cost, measure

TODAY = "2026-06-01"
_RUNNING = re.compile(r"^\s*running\s+\S*?([\w-]+)\.ipynb", re.MULTILINE)
_revisions = count(1)


@dataclass(frozen=True)
class Build:
    """One build: what it took, and which articles' code ran."""

    cost: Cost
    ran: frozenset[str]


@dataclass(frozen=True)
class Blog:
    """A content folder with its site, its store and the user's cache."""

    folder: Path

    @property
    def content(self) -> Path:
        """The articles."""
        return self.folder / "content"

    @property
    def report(self) -> Path:
        """What the last build tells of each article."""
        return self.folder / "report.json"

    def build(self, *, first: bool = False) -> Build:
        """Build the site; the `first` build of a user finds no cut faces in the cache."""
        cache = self.folder / ("fresh-cache" if first else "cache")
        if first:
            shutil.rmtree(cache, ignore_errors=True)
        galley = Path(sys.executable).with_name("galley")
        places = ["--output", self.folder / "site", "--store", self.folder / "store"]
        told = ["--today", TODAY, "--report", self.report]
        cost = measure(
            [galley, "build", self.content, *places, *told],
            cwd=self.folder,
            env={"GALLEY_CACHE": str(cache)},
        )
        return Build(cost, frozenset(_RUNNING.findall(cost.output)))

    def forget(self) -> None:
        """Remove site and store, so that the next build is a clean one."""
        for name in ("site", "store"):
            shutil.rmtree(self.folder / name, ignore_errors=True)

    def change_sentence(self, number: int) -> None:
        """End an article's first paragraph with other words."""
        write_article(self.content, number, words=f" This is revision {next(_revisions)}.")

    def change_cell(self, number: int) -> None:
        """Begin an article's first code cell with another line."""
        write_article(self.content, number, code=f"revision = {next(_revisions)}\n")

    def change_module(self, name: str) -> None:
        """Change a shared module so that its figures look otherwise."""
        path = self.content / "shared" / f"{name}.py"
        text = path.read_text(encoding="utf-8")
        new = re.sub(r"^LIMIT = .*$", f"LIMIT = {40 + next(_revisions)}", text, flags=re.MULTILINE)
        path.write_text(new, encoding="utf-8", newline="\n")


def make_blog(folder: Path, articles: int) -> Blog:
    """Return a content folder with realistic articles, not built yet."""
    folder.mkdir(parents=True)
    make_articles(folder / "content", articles)
    return Blog(folder)


def users_of(module: str, articles: int) -> frozenset[str]:
    """Return the articles whose second figure a module draws."""
    return frozenset(slug(n) for n in range(articles) if second_module(n) == module)


def errors(blog: Blog) -> list[str]:
    """Return the rules of the last build's errors; made-up prose earns advice as well."""
    told = json.loads(blog.report.read_text(encoding="utf-8"))
    found = [*told["findings"], *(f for article in told["articles"] for f in article["findings"])]
    return [finding["rule"] for finding in found if finding["severity"] == "error"]
