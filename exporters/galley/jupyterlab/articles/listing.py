"""All articles of a site, for the list in JupyterLab: what ``galley status`` knows.

In a process of its own: looking at hundreds of articles takes a while, in which the server answers
others.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from galley.addresses import page_path
from galley.console.status_text import status_json
from galley.console.today import read_zone, settle_today
from galley.execution.store import find_store
from galley.findings import ContentError, EnvironmentFault, GalleyError
from galley.jupyterlab.sentences import in_sentences
from galley.review.status import ArticleStatus
from galley.review.survey import survey
from galley.site.published import read_published
from galley.workspace import Workspace, read_workspace

_LONGEST_S = 300
_FAILED = "the articles could not be looked at"


def list_articles(root: Path, name: str, site: Path) -> dict[str, Any]:
    """Return all articles with their state; those that need attention first.

    Raises
    ------
    EnvironmentFault
        If they could not be looked at.
    """
    command = [sys.executable, "-P", "-m", __name__, str(root), name, str(site)]
    try:
        done = subprocess.run(  # noqa: S603 - our own interpreter and module
            command, stdin=subprocess.DEVNULL, capture_output=True, timeout=_LONGEST_S, check=False
        )
        told: dict[str, Any] = json.loads(done.stdout)
    except (subprocess.TimeoutExpired, ValueError):
        raise EnvironmentFault(_FAILED, "say galley status in a terminal to see why") from None
    if "message" in told:
        raise EnvironmentFault(told["message"])
    return told


def articles_record(root: Path, name: str, site: Path) -> dict[str, Any]:
    """Return the same, looked at in this process."""
    workspace = read_workspace(root, name)
    today = settle_today(None, os.environ, read_zone(root))
    found = survey(workspace, find_store(root), today)
    records = json.loads(status_json(found, today))["articles"]
    published = _published(site)
    return {
        "articles": [
            {
                **record,
                "is_overdue": status.is_overdue,
                "page": _page(status, workspace, published),
            }
            for record, status in zip(records, found.articles, strict=True)
        ]
    }


def _published(site: Path) -> frozenset[str]:
    try:
        return frozenset(read_published(site).digests)
    except EnvironmentFault:
        return frozenset()


def _page(status: ArticleStatus, workspace: Workspace, published: frozenset[str]) -> str:
    """Return the address of an article's page; empty where there is none."""
    source = next((each for each in workspace.sources if each.file == status.file), None)
    front = source.front_matter if source else None
    address = page_path(status.slug, status.lang, "", workspace.config, front)
    return address if address in published else ""


def main() -> None:
    """Print the articles of the folder that is named, or why that cannot be."""
    root, name, site = sys.argv[1:]
    try:
        told = articles_record(Path(root), name, Path(site))
    except ContentError as error:
        place = error.findings[0].place if error.findings else ""
        told = {"message": f"In {place}: {in_sentences(error)}"}
    except GalleyError as error:
        told = {"message": in_sentences(error)}
    print(json.dumps(told))  # noqa: T201 - this is what the process is for


if __name__ == "__main__":
    main()
