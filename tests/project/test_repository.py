"""The repository keeps its own promises: clean notebooks, true documentation, few verbs."""

import json
import re
import subprocess
from itertools import takewhile
from pathlib import Path

import pytest

from galley.cli import VERBS

ROOT = Path(__file__).resolve().parents[2]
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
STARTERS = sorted((ROOT / "exporters" / "galley" / "starter").rglob("*.ipynb"))


def text_of(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def make_verbs() -> list[str]:
    return re.findall(r"^([a-z]+):.*## ", text_of("Makefile"), re.MULTILINE)


@pytest.mark.parametrize("path", [*NOTEBOOKS, *STARTERS], ids=lambda path: path.name)
def test_notebooks_are_committed_without_outputs_and_counts(path: Path) -> None:
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    code = [cell for cell in cells if cell["cell_type"] == "code"]
    assert all(not cell["outputs"] and cell["execution_count"] is None for cell in code)


def test_make_has_few_verbs_and_help_lists_them() -> None:
    verbs = make_verbs()
    # Two to read (site, serve), one to write (lab), six for whoever works on Galley; no more.
    assert len(verbs) <= 9
    done = subprocess.run(
        ["make", "--no-print-directory", "help"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert re.findall(r"^  make (\w+)", done.stdout, re.MULTILINE) == verbs


def test_each_command_in_the_documentation_exists() -> None:
    for name in ("README.md", "CONTRIBUTING.md"):
        text = text_of(name)
        assert set(re.findall(r"(?:`|\$ )galley ([a-z][a-z-]*)", text)) <= set(VERBS)
        assert set(re.findall(r"(?:`|\$ )make ([a-z]+)", text)) <= {"help", *make_verbs()}


def test_each_path_in_the_map_of_the_code_exists() -> None:
    text = text_of("CONTRIBUTING.md")
    block = re.search(r"## Where things are\n\n```text\n(.*?)```", text, re.DOTALL)
    assert block
    above, missing = {-1: Path()}, []
    for line in block[1].splitlines():
        indent = len(line) - len(line.lstrip())
        names = takewhile(re.compile(r".*(/|\.py)").fullmatch, line.split())
        parent = above[max(depth for depth in above if depth < indent)]
        paths = [parent / name for name in names]
        above = {depth: path for depth, path in above.items() if depth < indent}
        above[indent] = paths[0]
        missing += [path for path in paths if not (ROOT / path).exists()]
    assert missing == []


def test_each_link_of_the_readme_leads_to_a_file() -> None:
    links = re.findall(r"\]\(([^)#:]+)\)|<img src=\"([^\"]+)\"", text_of("README.md"))
    missing = [link or image for link, image in links if not (ROOT / (link or image)).is_file()]
    assert missing == []


def test_the_version_is_in_the_changelog() -> None:
    version = re.search(r'^version = "(.+)"', text_of("pyproject.toml"), re.MULTILINE)
    assert version
    assert f"\n## {version[1]}" in text_of("CHANGELOG.md")
