"""Pages stay light: what comes over the wire, in how many requests, and from nowhere else."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import nbformat.v4 as nb
import pytest
from nbformat import write
from playwright.sync_api import Browser
from tests.browser.conftest import Site
from tests.browser.weights import Weight, compressed, kinds, show, weigh

pytestmark = pytest.mark.browser

MOST_BYTES = 120_000
MOST_BYTES_WITH_FORMULAS = 150_000
MOST_SCRIPT_BYTES = 5_000
MOST_REQUESTS = 7
# With formulas come their sheet and their face.
MOST_REQUESTS_WITH_FORMULAS = 9

# Of the length and kind of our own articles, with what weighs most in each of them.
_SENTENCE = (
    "People whose arm is weak after a stroke may get better when they train it often, and "
    "nobody can yet say for *one* of them how far that will lead; Łukasz Müller's τ is 20 ms. "
)
_FIGURES = ("plasticity_window", "recovery_curves", "early_deaths_icons")
_FORMULA = "$$\\Delta w = A_+ \\exp\\left(-\\frac{\\Delta t}{\\tau_+}\\right) \\sum_{i=1}^{n} x_i$$"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a site of one article of 1,400 words with three figures, and one with formulas."""
    folder = tmp_path_factory.mktemp("light")
    content, site = folder / "content", folder / "site"
    content.mkdir()
    (content / "site.toml").write_text('title = "Light"\n', encoding="utf-8")
    _article(content / "figures.ipynb")
    _article(content / "formulas.ipynb", _FORMULA)
    command = [sys.executable, "-m", "galley", "build", str(content), "--output", str(site)]
    run = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert run.returncode == 0, run.stderr
    return site


def _article(path: Path, formula: str = "") -> None:
    front = f"---\ntitle: {path.stem}\ndate: 2026-11-01\ndisclosures: none\n---\n"
    prose = [f"## Part {part}\n\n{_SENTENCE * 12}\n\n{formula}" for part in range(4)]
    cells = [nb.new_markdown_cell(front + prose[0], id="c0")]
    for number, (name, text) in enumerate(zip(_FIGURES, prose[1:], strict=True), start=1):
        source = (
            f"#| label: fig-{number}\n#| caption: A caption.\nfrom galley_figures import {name}\n\n"
            f"{name}()"
        )
        cells.append(nb.new_code_cell(source, id=f"f{number}"))
        cells.append(nb.new_markdown_cell(text, id=f"c{number}"))
    write(nb.new_notebook(cells=cells), path)


@pytest.fixture(scope="module")
def examples_url(examples: Site) -> Iterator[str]:
    with compressed(examples.folder) as url:
        yield url


def faults(weight: Weight, most_bytes: int) -> list[str]:
    """Return which budgets a page breaks, in words."""
    has_formulas = most_bytes == MOST_BYTES_WITH_FORMULAS
    most_requests = MOST_REQUESTS_WITH_FORMULAS if has_formulas else MOST_REQUESTS
    hosts = {urlsplit(address).hostname for address in weight.requests}
    script = weight.bytes_of("script") + weight.inline_script
    told = (
        (weight.total > most_bytes, f"{weight.total} bytes, of {most_bytes}"),
        (script > MOST_SCRIPT_BYTES, f"{script} bytes of script, of {MOST_SCRIPT_BYTES}"),
        (len(weight.requests) > most_requests, f"{len(weight.requests)} requests"),
        (hosts != {"127.0.0.1"}, f"asks {', '.join(map(str, sorted(map(str, hosts))))}"),
    )
    return [f"{weight.page}: {words}" for is_so, words in told if is_so]


def test_articles_of_the_longest_kind_keep_the_budget(browser: Browser, made: Path) -> None:
    with compressed(made) as url:
        weights = [weigh(browser, url, page) for page in ("figures.html", "formulas.html")]
    show(each.row(each.page) for each in weights)
    assert faults(weights[0], MOST_BYTES) == []
    assert faults(weights[1], MOST_BYTES_WITH_FORMULAS) == []
    # Nothing was forgotten in the counting.
    assert weights[0].bytes_of("page") > 10_000
    assert weights[0].bytes_of("faces") > 40_000


def test_every_kind_of_page_keeps_the_budget(
    browser: Browser, examples: Site, examples_url: str
) -> None:
    weights = {
        kind: weigh(browser, examples_url, page) for kind, page in kinds(examples.folder).items()
    }
    show(weight.row(kind) for kind, weight in weights.items())
    assert {"home", "article, three figures", "category", "not found"} <= set(weights)
    limits = dict.fromkeys(weights, MOST_BYTES)
    limits["the longest with formulas"] = MOST_BYTES_WITH_FORMULAS
    assert [each for kind, weight in weights.items() for each in faults(weight, limits[kind])] == []


def test_a_broken_budget_is_named() -> None:
    heavy = Weight(
        "x.html",
        {"http://127.0.0.1/x.html": ("page", 9), "https://cdn.example/x.js": ("script", 6000)},
    )
    assert faults(heavy, 6000) == [
        "x.html: 6009 bytes, of 6000",
        "x.html: 6000 bytes of script, of 5000",
        "x.html: asks 127.0.0.1, cdn.example",
    ]
