"""What an author is told of code whose reading cannot be followed to the end."""

import sys
from typing import Any

import pytest

pytestmark = pytest.mark.kernel

NETWORK = (
    "import urllib.request\n"
    "try:\n    urllib.request.urlopen('http://data.invalid/x.csv')\nexcept OSError: pass"
)
ARTICLES = {
    "clock": "from datetime import date\nprint(date.today().year > 2000)",
    "network": NETWORK,
    "program": f"import subprocess\nsubprocess.run([{sys.executable!r}, '-c', ''])",
    "variables": "import os\nnames = ['A' + 'B']\nprint(os.environ.get(names[0]))",
    "unseen": "import lxml.etree as e\ntry:\n    e.parse('go' + 'ne.xml')\nexcept OSError: pass",
    "outside": (
        "import json, os\nopen('../outside.txt', 'w').close()\n"
        "os.remove('../outside.txt')\nos.open(json.__file__, os.O_WRONLY)"
    ),
    "own": "open('own.txt', 'w').close()\nimport tempfile\ntempfile.TemporaryFile()",
    "plain": "print(1 + 1)",
    "kept": "import time\nprint(time.time() > 0)",
    "named": f"import subprocess\nsubprocess.run([{sys.executable!r}, '-c', ''])",
}
FRONT_MATTER: dict[str, Any] = {"kept": {"cache": "1 day"}, "named": {"inputs": ["a.csv"]}}


@pytest.fixture(scope="module")
def told(shared_content: Any) -> dict[str, list[str]]:
    for name, code in ARTICLES.items():
        shared_content.article(f"{name}.ipynb", "x = 1", code, **FRONT_MATTER.get(name, {}))
    first = shared_content.build()
    assert {name for name, e in first.items() if e.status != "succeeded"} == set()
    again = shared_content.build()
    # Network and clock are told of, but run nothing again; and what is kept tells it as well.
    assert {name for name, e in again.items() if e.was_run} == set()
    assert {n: e.findings for n, e in first.items()} == {n: e.findings for n, e in again.items()}
    return {name: [str(finding) for finding in e.findings] for name, e in first.items()}


@pytest.mark.parametrize(
    ("article", "words"),
    [
        (
            "clock",
            "notebooks/clock.ipynb#cell-2: the code reads the clock (datetime.date.today), "
            "so the figure may differ from day to day\n"
            "  Fix: Write 'cache: 1 day' in the front matter to run it again each day, "
            "or 'cache: never' to run it in every build.",
        ),
        (
            "network",
            "notebooks/network.ipynb#cell-2: the code reads from the network (data.invalid), "
            "so the figure may differ from day to day\n"
            "  Fix: Write 'cache: 1 day' in the front matter to run it again each day, "
            "or 'cache: never' to run it in every build.",
        ),
        (
            "variables",
            "notebooks/variables.ipynb#cell-2: the code reads environment variables whose names "
            "are known only while it runs\n"
            "  Fix: Write the names out, for example os.environ['DATA_YEAR'], "
            "so that a change is noticed.",
        ),
        (
            "unseen",
            "notebooks/unseen.ipynb#cell-2: which files lxml reads cannot be seen, "
            "so a change of them would go unnoticed\n"
            "  Fix: Name its files in the front matter, for example inputs: [data/trial.csv].",
        ),
        (
            "outside",
            "notebooks/outside.ipynb#cell-2: the code writes outside its own folder "
            "(…/PARENT/outside.txt and 1 more)\n"
            "  Fix: Write into the notebook's own folder, or into a folder that tempfile makes. "
            "If the notebook is not yours, look what it changed, and build it with --sandbox.",
        ),
    ],
)
def test_what_cannot_be_followed_is_told_with_a_way_out(
    told: dict[str, list[str]], shared_content: Any, article: str, words: str
) -> None:
    assert told[article] == [words.replace("PARENT", shared_content.root.parent.name)]


def test_a_program_is_told_by_its_name(told: dict[str, list[str]]) -> None:
    (words,) = told["program"]
    assert words.startswith("notebooks/program.ipynb#cell-2: the code starts a program (python")
    assert words.endswith(
        "), and which files that reads cannot be seen\n"
        "  Fix: Name its files in the front matter, for example inputs: [data/trial.csv]."
    )


@pytest.mark.parametrize("article", ["plain", "kept", "named", "own"])
def test_nothing_is_told_where_there_is_nothing_or_the_front_matter_says_it(
    told: dict[str, list[str]], article: str
) -> None:
    assert told[article] == []
