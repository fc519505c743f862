"""Both corpora, built for real and opened in a real browser: one content folder for each subject.

`tests/hostile/cases` and `tests/foreign/cases` say what each file is and what it yields; their
files stand in `files`, and what came of each in a table beside its cases.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from tests.corpus.building import Built, article_of, build_area
from tests.corpus.case import CORPORA, TESTS, Area, Case, area_names, read_area
from tests.corpus.folders import committed_files, kept_files
from tests.corpus.judging import (
    faults_of_case,
    faults_of_files,
    faults_of_pages,
    lacking,
    strangers_outside,
)
from tests.corpus.tables import overview, table
from tests.corpus.touching import ASKED, MARKER, obey, open_browser, visit
from tests.programs import find_nu_validator, missing

pytestmark = [pytest.mark.browser, pytest.mark.kernel]

AREAS = {name: read_area(name) for name in area_names()}
CASES = [(area, case) for area in AREAS.values() for case in area.cases]

# The least that was promised.
LEAST = {"hostile": 100, "foreign": 40}
# The checker tells of a policy that is right, and knows MathML as it was before MathML Core.
NO_FAULTS = ("Content Security Policy", "“tabindex” not allowed on element “math”")

every_area = pytest.mark.parametrize("name", AREAS)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Built]:
    """Return a function that gives an area, built by the first test that asks."""
    known: dict[str, Built] = {}

    def area(name: str) -> Built:
        if not _can_build(AREAS[name]):
            program, package = AREAS[name].needs
            missing(f"no {program}, which {name} needs (Debian: {package})")
        if name not in known:
            known[name] = build_area(AREAS[name], tmp_path_factory.mktemp("area"))
        return known[name]

    return area


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with open_browser() as browser:
        yield browser


def _can_build(area: Area) -> bool:
    return not area.needs[0] or shutil.which(area.needs[0]) is not None


@pytest.mark.parametrize("corpus", LEAST)
def test_there_are_as_many_files_as_were_promised(corpus: str) -> None:
    files = [case.file for area, case in CASES if area.name.startswith(corpus)]
    assert len(files) >= LEAST[corpus]


@pytest.mark.parametrize("corpus", CORPORA)
def test_the_overview_counts_the_files(corpus: str) -> None:
    told = (TESTS / corpus / "README.md").read_text(encoding="utf-8")
    assert overview(corpus, AREAS.values()) == told, "python -m tests.corpus"


@every_area
def test_the_files_are_the_ones_that_the_cases_say(name: str) -> None:
    assert kept_files(AREAS[name]) == committed_files(AREAS[name]), f"python -m tests.corpus {name}"


@pytest.mark.parametrize(
    ("area", "case"), CASES, ids=[f"{area.name}/{case.file[:60]}" for area, case in CASES]
)
def test_each_file_yields_what_it_is_to(
    built: Callable[[str], Built], area: Area, case: Case
) -> None:
    assert faults_of_case(built(area.name), case) == []


@every_area
def test_the_table_tells_what_each_file_yields(built: Callable[[str], Built], name: str) -> None:
    told = AREAS[name].table.read_text(encoding="utf-8")
    assert table(built(name)) == told, f"python -m tests.corpus {name}"


@every_area
def test_a_build_ends_as_it_is_to_and_leaves_nothing_behind(
    built: Callable[[str], Built], name: str
) -> None:
    area = built(name)
    assert area.run.code in (0, 1)
    assert not re.search(r"galley-fault|Traceback \(most", area.run.out + area.run.err)
    assert strangers_outside(area) == set()
    assert area.processes == ()


@every_area
def test_no_page_runs_anything_asks_elsewhere_or_is_broken(
    built: Callable[[str], Built], name: str
) -> None:
    assert faults_of_pages(built(name)) == []


@every_area
def test_no_file_of_the_site_holds_what_it_may_not(
    built: Callable[[str], Built], name: str
) -> None:
    assert faults_of_files(built(name)) + lacking(built(name)) == []


@every_area
def test_the_innocent_article_is_as_it_is_alone(built: Callable[[str], Built], name: str) -> None:
    area = built(name)
    assert article_of(area.run) == article_of(area.alone)


@every_area
def test_nothing_runs_in_a_browser_that_obeys_every_page(
    built: Callable[[str], Built], chromium: Browser, name: str
) -> None:
    area = built(name)
    trusted = [path for path, case in area.cases.items() if case.runs]
    assert visit(chromium, area.site, trusted) == ([], [])


def test_what_a_trusted_author_wrote_runs_under_the_policy_of_its_page(
    built: Callable[[str], Built], chromium: Browser
) -> None:
    wanted = {
        path: case.runs
        for name, area in AREAS.items()
        if any(case.runs for case in area.cases)
        for path, case in built(name).cases.items()
        if case.runs
    }
    assert obey(chromium, wanted) == ([], [])


def test_what_runs_and_what_asks_would_be_seen(chromium: Browser, tmp_path: Path) -> None:
    attack = f"<main><details ontoggle={MARKER}>d</details><img src={ASKED}></main>"
    (tmp_path / "page.html").write_text(attack, encoding="utf-8")

    assert visit(chromium, tmp_path) == (["page.html"], [ASKED])


def test_every_page_is_valid(built: Callable[[str], Built]) -> None:
    # One call for all: the checker takes longer to start than to read.
    names = [name for name, area in AREAS.items() if _can_build(area)]
    sites = [built(name).site for name in names]
    own = {path for name in names for path, case in built(name).cases.items() if case.runs}
    pages = [
        str(path) for site in sites for path in sorted(site.rglob("*.html")) if path not in own
    ]
    command = [*find_nu_validator(), "--errors-only", "--format", "json", "--exit-zero-always"]
    run = subprocess.run([*command, *pages], capture_output=True, encoding="utf-8", check=True)
    assert [
        f"{found['url']}:{found.get('lastLine')}: {found['message']}"
        for found in json.loads(run.stderr)["messages"]
        if not any(words in found["message"] for words in NO_FAULTS)
    ] == []
