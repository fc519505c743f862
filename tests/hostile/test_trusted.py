"""Trust is given by ``site.toml`` or ``--trust``, to one article, for its page alone."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.kernel

OWN = """<p data-own="LEAK" style="color: red" onclick="LEAK()">Kept words.</p>

<script>window.LEAK = "LEAK";</script>

<style>p { --leak: LEAK }</style>

<iframe srcdoc="<p>LEAK</p>" title="t"></iframe>

<textarea>LEAK</textarea>
"""
FRONT = """---
title: {title}
description: A figure.
date: 2026-01-02
---"""
SITE = 'title = "T"\nbase_url = "https://blog.example/"\n'
POLICY = re.compile(r'http-equiv="Content-Security-Policy" content="([^"]*)"')


@pytest.fixture(scope="module")
def site(builds: Any, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Build one folder without trust, then with it, then with it by the command line."""
    folder = tmp_path_factory.mktemp("trusted")
    content = folder / "blog"
    for name in ("own", "other"):
        builds.write_notebook(content / f"{name}.ipynb", FRONT.format(title=name), OWN)
    (content / "site.toml").write_text(SITE, encoding="utf-8")
    plain = builds.build(folder)
    before = builds.files_of(plain.site)
    asked = builds.build(folder, "blog", "--trust", "own")
    by_option = builds.files_of(asked.site)
    (content / "site.toml").write_text(SITE + 'trusted = ["own"]\n', encoding="utf-8")
    trusted = builds.build(folder)
    return {
        "plain": before,
        "by_option": by_option,
        "trusted": builds.files_of(trusted.site),
        "states": trusted.states,
        "folder": folder,
    }


def test_trust_changes_the_page_of_its_article_and_no_other_file(site: dict[str, Any]) -> None:
    changed = {name for name, data in site["trusted"].items() if site["plain"].get(name) != data}

    assert changed == {"own.html"}
    assert site["trusted"].keys() == site["plain"].keys()


def test_nothing_of_it_is_in_lists_feeds_or_the_search(site: dict[str, Any]) -> None:
    holders = {name for name, data in site["trusted"].items() if b"LEAK" in data}

    assert {"feed.xml", "feed.json", "index.html"} <= site["trusted"].keys()
    assert holders == {"own.html"}


def test_the_rest_of_the_page_is_as_it_was(site: dict[str, Any]) -> None:
    before, after = (site[name]["own.html"].decode() for name in ("plain", "trusted"))
    start, end = '<div class="body">', '<footer class="article__end">'

    assert POLICY.sub("", before.partition(start)[0]) == POLICY.sub("", after.partition(start)[0])
    assert before.partition(end)[2] == after.partition(end)[2]


def test_the_policy_names_scripts_by_digest_and_no_other_host(site: dict[str, Any]) -> None:
    found = POLICY.search(site["trusted"]["own.html"].decode())
    assert found
    policy = found[1].replace("&#39;", "'")

    assert len(re.findall(r"'sha256-[\w+/=]{44}'", policy)) == 3  # the page's own, script, handler
    assert "'unsafe-eval'" not in policy
    assert not re.search(r"https?:|\*|script-src[^;]*'(?:self|unsafe-inline)'", policy)
    assert "default-src 'none'" in policy


def test_the_command_line_trusts_an_article_for_one_build(site: dict[str, Any]) -> None:
    assert site["by_option"] == site["trusted"]


def test_an_article_that_is_not_there_is_not_trusted_at_the_command_line(
    site: dict[str, Any], builds: Any
) -> None:
    run = builds.build(site["folder"], "blog", "--trust", "owm")

    assert run.code == 2
    assert "there is no article 'owm' to trust\n  Fix: did you mean 'own'?" in run.err


@pytest.mark.parametrize(
    ("trusted", "message", "fix"),
    [
        (
            '["owm"]',
            "'trusted' names 'owm', and there is no such article",
            "did you mean 'own'?",
        ),
        (
            '["something-else"]',
            "'trusted' names 'something-else', and there is no such article",
            "Write its address without .html, or take it out of the list.",
        ),
    ],
)
def test_an_unknown_article_in_site_toml_is_told(
    builds: Any, tmp_path: Path, trusted: str, message: str, fix: str
) -> None:
    builds.write_notebook(tmp_path / "blog" / "own.ipynb", "# Own")
    (tmp_path / "blog" / "site.toml").write_text(f"trusted = {trusted}\n", encoding="utf-8")
    run = builds.galley(tmp_path, "check", "blog", "--format", "json")

    (found,) = [
        each for each in json.loads(run.out)["findings"] if each["rule"] == "site-trusted-unknown"
    ]
    assert (found["file"], found["line"]) == ("blog/site.toml", 1)
    assert (found["message"], found["fix"]) == (message, fix)


def test_nobody_is_trusted_unseen(builds: Any, tmp_path: Path) -> None:
    builds.write_notebook(tmp_path / "blog" / "own.ipynb", "# Own")
    (tmp_path / "blog" / "site.toml").write_text('trusted = ["*"]\n', encoding="utf-8")
    run = builds.galley(tmp_path, "check", "blog")

    assert run.code != 0
    assert (
        "'trusted' stands for every article, also for those that others add later"
        in run.out + run.err
    )


def test_documents_hold_nothing_of_it(site: dict[str, Any], builds: Any) -> None:
    run = builds.galley(
        site["folder"], "export", "own", "--content", "blog", "--to", "bundle", "--output", "out"
    )
    files = [path for path in (site["folder"] / "out").rglob("*") if path.is_file()]

    assert run.code == 0, run.err
    assert files
    assert [path.name for path in files if b"LEAK" in path.read_bytes()] == []
