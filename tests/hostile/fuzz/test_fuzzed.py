"""Folders from a grammar of notebooks and attacks: whatever is in them, nobody is harmed.

``HYPOTHESIS_PROFILE=default`` hunts with other folders than those of the usual run.
"""

from __future__ import annotations

import json
import re
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from playwright.sync_api import Browser
from tests.corpus.building import Built, article_of, build_alone, build_area
from tests.corpus.case import Area, Case
from tests.corpus.judging import dangers_of_pages, faults_of_files, strangers_outside
from tests.corpus.parts import png
from tests.corpus.touching import open_browser, visit
from tests.hostile.builds import Run, files_of
from tests.hostile.fuzz import misdeeds
from tests.hostile.fuzz.grammar import CASES
from tests.hostile.fuzz.misdeeds import CLEAN
from tests.hostile.fuzz.words import BIBLIOGRAPHY
from tests.programs import find_nu_validator

pytestmark = [pytest.mark.browser, pytest.mark.kernel]

SHARED = {"references.bib": BIBLIOGRAPHY, "picture.png": png()}
LIMITS = "[limits]\ncell_seconds = 2\narticle_seconds = 4\noutput_megabytes = 1\n"
# No build of a handful of small files comes near it: it is there so that one that hangs is told.
HANGS_SECONDS = 60

fuzzed = settings(
    max_examples=100 if settings.get_current_profile_name() == "default" else 12,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=list(HealthCheck),
)


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with open_browser() as browser:
        yield browser


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return where the pages of all examples are kept, to be validated at once."""
    return tmp_path_factory.mktemp("pages")


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """Return the run that built the innocent article without neighbours."""
    return build_alone(area_of(()), tmp_path_factory.mktemp("innocent") / "alone")


@fuzzed
@given(cases=CASES)
def test_no_folder_harms_anybody(
    chromium: Browser, alone: Run, pages: Path, cases: tuple[Case, ...]
) -> None:
    with tempfile.TemporaryDirectory() as folder, ended_in_time():
        built = build_area(area_of(cases), Path(folder), alone)

        assert faults(built) == []
        assert visit(chromium, built.site) == ([], [])
        keep(pages, built)


@settings(fuzzed, max_examples=fuzzed.max_examples // 5)
@given(cases=CASES)
def test_the_same_folder_gives_the_same_bytes(alone: Run, cases: tuple[Case, ...]) -> None:
    def built() -> dict[str, bytes]:
        with tempfile.TemporaryDirectory() as folder:
            return files_of(build_area(area_of(cases), Path(folder), alone).site)

    assert built() == built()


def test_every_page_of_all_these_folders_is_valid(pages: Path) -> None:
    paths = [str(path) for path in sorted(pages.glob("*.html"))]
    assert paths
    command = [*find_nu_validator(), "--errors-only", "--format", "json", "--exit-zero-always"]
    run = subprocess.run([*command, *paths], capture_output=True, encoding="utf-8", check=True)
    assert [
        f"{found['url']}:{found.get('lastLine')}: {found['message']}"
        for found in json.loads(run.stderr)["messages"]
        if "Content Security Policy" not in found["message"]
    ] == []


@pytest.fixture(scope="module")
def clean(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Return the run of the clean code without neighbours."""
    return build_area(misdeeds_of((CLEAN,)), tmp_path_factory.mktemp("clean"))


@settings(fuzzed, max_examples=fuzzed.max_examples // 6)
@given(cases=misdeeds.CASES)
def test_code_harms_its_own_article_only(clean: Built, cases: tuple[Case, ...]) -> None:
    with tempfile.TemporaryDirectory() as folder, ended_in_time():
        built = build_area(misdeeds_of((*cases, CLEAN)), Path(folder), clean.alone)

        assert faults(built) == []
        assert built.state(CLEAN) == "built"
        assert article_of(built.run, CLEAN.file) == article_of(clean.run, CLEAN.file)


def misdeeds_of(cases: tuple[Case, ...]) -> Area:
    return Area("hostile/misdeeds", cases, site=LIMITS, is_apart=True)


def area_of(cases: tuple[Case, ...]) -> Area:
    return Area("hostile/fuzzed", cases, shared=SHARED)


def faults(built: Built) -> list[str]:
    """Return whom a build has harmed."""
    said = built.run.out + built.run.err
    crashed = re.findall(r"Galley itself failed.*|Traceback \(most.*", said)
    ended = [] if built.run.code in (0, 1) else [f"exit code {built.run.code}"]
    same = article_of(built.run) == article_of(built.alone)
    neighbour = [] if same else ["the innocent article is not as it is alone"]
    left = [f"still runs: {command}" for command in built.processes]
    outside = [f"left outside: {name}" for name in strangers_outside(built)]
    found = dangers_of_pages(built) + faults_of_files(built)
    return crashed + ended + neighbour + left + outside + found


def keep(pages: Path, built: Built) -> None:
    """Keep the articles' pages, and beside each the file that it was made of."""
    for page, case in built.cases.items():
        number = len(list(pages.glob("*.html")))
        shutil.copy(page, pages / f"{number:04}.html")
        shutil.copy(built.run.folder / "blog" / case.file, pages / f"{number:04}.ipynb")


@contextmanager
def ended_in_time() -> Iterator[None]:
    def hangs(*_: object) -> None:
        raise TimeoutError(f"the build did not end within {HANGS_SECONDS} s")

    before = signal.signal(signal.SIGALRM, hangs)
    signal.alarm(HANGS_SECONDS)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)
