"""The benchmark measures what it says: the same articles each time, all processes, true tables."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import nbformat
import pytest
from tests.benchmarks.articles import add_prose, figure_calls, make_articles, slug, write_article
from tests.benchmarks.builds import errors, make_blog, users_of
from tests.benchmarks.goals import goals
from tests.benchmarks.measuring import Cost, MeasuredCommandError, measure
from tests.benchmarks.report import markdown_table, report_json, report_markdown
from tests.benchmarks.results import GALLEY, Results, Row
from tests.benchmarks.rivals import rivals, run


def _files(folder: Path) -> dict[str, bytes]:
    paths = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


# ------------------------------------------------------------------ articles


def test_articles_are_the_same_in_every_run(tmp_path: Path) -> None:
    make_articles(tmp_path / "a", 3)
    script = (
        "import sys; from pathlib import Path\n"
        "from tests.benchmarks.articles import make_articles\n"
        "make_articles(Path(sys.argv[1]), 3)\n"
    )
    root = Path(__file__).resolve().parents[2]
    subprocess.run([sys.executable, "-c", script, str(tmp_path / "b")], cwd=root, check=True)
    assert _files(tmp_path / "a") == _files(tmp_path / "b")
    assert {"article-0002.ipynb", "references.bib", "site.toml"} < set(_files(tmp_path / "a"))


def test_an_article_is_as_long_as_a_real_one(tmp_path: Path) -> None:
    make_articles(tmp_path / "a", 2)
    notebook = nbformat.read(tmp_path / "a" / "article-0001.ipynb", as_version=4)
    nbformat.validate(notebook)
    prose = " ".join(c.source for c in notebook.cells[1:] if c.cell_type == "markdown")
    assert 700 <= len(prose.split()) <= 900
    assert prose.count("@study") == 6
    assert prose.count("$$") == 4
    assert sum(cell.cell_type == "code" for cell in notebook.cells) == 2


def test_no_two_articles_have_the_same_figures() -> None:
    calls = [call.source for number in range(500) for call in figure_calls(number)]
    assert len(set(calls)) == len(calls)


def test_each_change_is_what_it_says(tmp_path: Path) -> None:
    make_articles(tmp_path / "a", 1)
    path = tmp_path / "a" / "article-0000.ipynb"

    def sources(kind: str) -> str:
        cells = nbformat.read(path, as_version=4).cells
        return "\n".join(cell.source for cell in cells if cell.cell_type == kind)

    words, code = sources("markdown"), sources("code")
    write_article(tmp_path / "a", 0, words=" More.")
    assert (sources("markdown") != words, sources("code") != code) == (True, False)
    write_article(tmp_path / "a", 0, code="x = 1\n")
    assert (sources("markdown") != words, sources("code") != code) == (False, True)
    write_article(tmp_path / "a", 0)
    assert (sources("markdown"), sources("code")) == (words, code)


def test_further_articles_can_be_words_alone(tmp_path: Path) -> None:
    make_articles(tmp_path / "a", 1)
    add_prose(tmp_path / "a", range(1, 3))
    cells = nbformat.read(tmp_path / "a" / "article-0002.ipynb", as_version=4).cells
    assert {cell.cell_type for cell in cells} == {"markdown"}


@pytest.mark.kernel
def test_articles_build_without_errors_and_what_changed_is_known(tmp_path: Path) -> None:
    blog = make_blog(tmp_path / "blog", 2)
    assert blog.build().ran == {slug(0), slug(1)}
    assert errors(blog) == []
    blog.change_cell(1)
    assert blog.build().ran == {slug(1)}
    assert users_of("gains", 2) == {slug(0)}


# ------------------------------------------------------------------ measuring

BURN = "import os, time\nwhile sum(os.times()[:2]) < 0.4: pass\n"


def test_the_time_of_grandchildren_counts(tmp_path: Path) -> None:
    script = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {BURN!r}])"
    cost = measure([sys.executable, "-c", script], cwd=tmp_path)
    assert cost.cpu_s >= 0.4
    assert cost.left == ()


@pytest.mark.skipif(sys.platform != "linux", reason="orphans are adopted on Linux only")
def test_a_process_that_outlives_its_parent_counts_and_is_named(tmp_path: Path) -> None:
    script = f"import subprocess, sys; subprocess.Popen([sys.executable, '-c', {BURN!r}])"
    cost = measure([sys.executable, "-c", script], cwd=tmp_path)
    assert cost.cpu_s >= 0.4
    assert [Path(name.split()[0]).name[:6] for name in cost.left] == ["python"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no signal for it")
def test_the_time_of_processes_that_nobody_waits_for_is_seen(tmp_path: Path) -> None:
    script = (
        "import signal, subprocess, sys, time\n"
        "signal.signal(signal.SIGCHLD, signal.SIG_IGN)\n"
        f"child = subprocess.Popen([sys.executable, '-c', {BURN!r}])\n"
        "while child.poll() is None: time.sleep(0.05)\n"
    )
    cost = measure([sys.executable, "-c", script], cwd=tmp_path)
    assert cost.waited_cpu_s < 0.3 <= cost.cpu_s


def test_a_command_that_fails_is_shown_with_what_it_printed(tmp_path: Path) -> None:
    with pytest.raises(MeasuredCommandError, match=r"ended with 3:\nwhy$"):
        measure([sys.executable, "-c", "print('why', end=''); raise SystemExit(3)"], cwd=tmp_path)


def test_the_floor_draws_the_files_that_pages_ship(tmp_path: Path) -> None:
    make_articles(tmp_path / "a", 2)
    floor = next(rival for rival in rivals() if rival.name == "d")
    run(floor, Path(sys.executable), tmp_path / "a", 2, tmp_path / "out")
    endings = [name.partition(".")[2] for name in sorted(_files(tmp_path / "out"))]
    assert endings == ["json", *["csv", "narrow.svg", "png", "wide.svg"] * 4]


# ------------------------------------------------------------------ tables


def _cost(cpu_s: float, wall_s: float = 1.0, peak_mb: float = 100.0) -> Cost:
    return Cost(wall_s, cpu_s, 0.0, peak_mb)


RESULTS = Results(
    machine={"processor": "Abacus", "cores": "2"},
    versions={"commit": "1234567", "date": ""},
    words={"a": "processes", "c": "one process", "d": "the floor", GALLEY: "Galley"},
    clean={
        ("a", 10): (_cost(50),),
        ("a", 50): (_cost(250),),
        ("c", 10): (_cost(6, 6), _cost(5, 5), _cost(90, 90)),
        ("c", 50): (_cost(14, 14),),
        ("d", 10): (_cost(2),),
        ("d", 50): (_cost(6),),
        (GALLEY, 10): (_cost(4, 3),),
        (GALLEY, 50): (_cost(14.5, 8),),
    },
    rows={
        "nothing": Row("nothing changed", (_cost(0.3, 0.25),), 50, 0, is_exact=True),
        "module": Row("a module changed", (_cost(5, 4),), 50, 26, is_exact=False),
        "thousand": Row("clean build", (_cost(265, 200, 380),), 1000, 1000, is_exact=True),
    },
    python_s=0.02,
)


def test_the_report_says_what_was_measured_and_what_was_reached() -> None:
    assert report_markdown(RESULTS) == (
        "processor: Abacus, cores: 2, commit: 1234567\n"
        "\n"
        "| from nothing | CPU 10 | CPU 50 | each further | wall 50 | each further |\n"
        "| :-- | --: | --: | --: | --: | --: |\n"
        "| (a) processes | 50.0 s | 250.0 s | 5.00 s | 1.00 s | 0.00 s |\n"
        "| (c) one process | 6.00 s | 14.0 s | 0.20 s | 14.0 s | 0.20 s |\n"
        "| (d) the floor | 2.00 s | 6.00 s | 0.10 s | 1.00 s | 0.00 s |\n"
        "| Galley | 4.00 s | 14.5 s | 0.26 s | 8.00 s | 0.12 s |\n"
        "\n"
        "| `galley build` | articles | ran | wall | CPU | memory |\n"
        "| :-- | --: | --: | --: | --: | --: |\n"
        "| nothing changed | 50 | 0 | 0.25 s | 0.30 s | 100 MB |\n"
        "| a module changed | 50 | 26 (wrong) | 4.00 s | 5.00 s | 100 MB |\n"
        "| clean build | 1,000 | 1,000 | 200.0 s | 265.0 s | 380 MB |\n"
        "\n"
        "| work | to reach | limit | measured | reached |\n"
        "| :-- | --: | --: | --: | --: |\n"
        "| clean build, 50 articles | CPU ≤ (c) | 14.0 s | 14.5 s | **no** |\n"
        "| clean build, 50 articles | wall ≤ 0.6 × (c) | 8.40 s | 8.00 s | yes |\n"
        "| clean build, 50 articles | CPU ≤ (a) / 15 | 16.7 s | 14.5 s | yes |\n"
        "| clean build, 50 articles | CPU of each further article ≤ 2.5 × (d) | 0.25 s | 0.26 s "
        "| **no** |\n"
        "| nothing changed, 50 articles | wall ≤ 10 × python | 0.20 s | 0.25 s | **no** |\n"
        "| nothing changed, 50 articles | exactly those run that must | 0 wrong | 0 wrong | yes |\n"
        "| a module changed, 50 articles | exactly those run that must | 0 wrong | 1 wrong "
        "| **no** |\n"
        "| clean build, 1,000 articles | exactly those run that must | 0 wrong | 0 wrong | yes |\n"
        "| clean build, 1,000 articles | linear: CPU of each article | 0.29 s | 0.27 s | yes |\n"
        "| clean build, 1,000 articles | main process ≤ 400 MB | 400 MB | 380 MB | yes |\n"
    )


def test_a_process_that_was_left_and_time_that_was_lost_are_said() -> None:
    runs = (replace(_cost(1), left=("sleep 9",)), replace(_cost(1), sampled_cpu_s=2.0))
    results = Results({}, {}, {"d": "the floor"}, {("d", 1): runs, ("d", 2): runs[:1]})
    assert report_markdown(results).endswith(
        "\n\nStill running after its command had ended: `sleep 9`.\n"
        "In 1 of 3 runs some processes were not waited for by their parents; their CPU time is "
        "what was seen of them, a little too low.\n"
    )


def test_the_numbers_are_written_for_programs_too() -> None:
    told = json.loads(report_json(RESULTS))
    assert told["clean"][2] == {
        "contender": "c",
        "articles": 10,
        "runs": [
            {
                "wall_s": wall,
                "waited_cpu_s": wall,
                "sampled_cpu_s": 0.0,
                "peak_mb": 100.0,
                "left": [],
            }
            for wall in (6, 5, 90)
        ],
    }
    assert [goal["reached"] for goal in told["goals"]] == [
        goal.is_reached for goal in goals(RESULTS)
    ]


def test_a_table_sets_numbers_to_the_right() -> None:
    assert markdown_table(("a", "b"), [("c", "1")]) == "| a | b |\n| :-- | --: |\n| c | 1 |"
