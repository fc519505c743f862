"""environment.yml, the locks and pyproject.toml say the same."""

import importlib.util
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version
from ruamel.yaml import YAML

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
# What an author installs, beside the core.
AUTHORS_EXTRAS = ("lab", "publish", "documents")
LOCKS = ("requirements.lock", "requirements-test.lock")
PINNED = re.compile(
    r"^(?P<name>[A-Za-z0-9._-]+)==(?P<version>\S+)(?: ; (?P<marker>.+?))? \\$", re.MULTILINE
)


def load_script() -> Any:
    spec = importlib.util.spec_from_file_location("environment", ROOT / ".ci" / "environment.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def locked(name: str) -> dict[str, list[Version]]:
    """Return name → versions of a lock; more than one where systems differ."""
    versions: dict[str, list[Version]] = {}
    for match in PINNED.finditer((ROOT / name).read_text(encoding="utf-8")):
        versions.setdefault(canonicalize_name(match["name"]), []).append(Version(match["version"]))
    return versions


def wanted(*extras: str) -> list[Requirement]:
    project = PROJECT["project"]
    lists = [project["optional-dependencies"][extra] for extra in extras]
    texts = [*project["dependencies"], *(text for texts in lists for text in texts)]
    return [Requirement(text) for text in (*texts, *PROJECT["dependency-groups"]["build"])]


def test_environment_yml_is_what_pyproject_gives() -> None:
    done = subprocess.run(
        [sys.executable, ROOT / ".ci" / "environment.py"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_a_changed_pyproject_makes_another_environment_yml() -> None:
    changed = PROJECT | {
        "project": PROJECT["project"]
        | {"dependencies": [*PROJECT["project"]["dependencies"], "zarr>=3"]}
    }
    text = load_script().environment_text(changed)
    assert "  - zarr >=3\n" in text
    assert text != (ROOT / "environment.yml").read_text(encoding="utf-8")


def test_environment_yml_is_yaml_with_each_dependency_once() -> None:
    parsed = YAML(typ="safe").load((ROOT / "environment.yml").read_text(encoding="utf-8"))
    *conda, last = parsed["dependencies"]
    names = [re.split(r"[ <>=]", spec)[0] for spec in (*conda, *last["pip"])]
    assert len(names) == len(set(names))
    assert last["pip"][-1] == "-e ."
    extras = [PROJECT["project"]["optional-dependencies"][name] for name in AUTHORS_EXTRAS]
    count = len(PROJECT["project"]["dependencies"]) + sum(map(len, extras))
    assert len(names) == count + len(("python", "pip", "-e ."))


@pytest.mark.parametrize(
    ("lock", "extras"),
    [
        ("requirements.lock", AUTHORS_EXTRAS),
        ("requirements-test.lock", tuple(PROJECT["project"]["optional-dependencies"])),
    ],
)
def test_each_requirement_is_locked_to_a_version_it_allows(
    lock: str, extras: tuple[str, ...]
) -> None:
    versions = locked(lock)
    for requirement in wanted(*extras):
        found = versions.get(canonicalize_name(requirement.name))
        assert found, f"{requirement.name} is not in {lock}; run make lock"
        assert all(requirement.specifier.contains(one, prereleases=True) for one in found)


def test_tests_run_with_the_versions_that_a_site_is_built_with() -> None:
    site, tests = (locked(name) for name in LOCKS)
    assert site.items() <= tests.items()


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_no_host_and_hashes_everything(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    assert not re.search(r"https?:|file:|--index-url|--find-links|--extra-index-url", text)
    blocks = [block for block in re.split(r"\n(?=\S)", text) if not block.startswith("#")]
    assert blocks
    assert all("--hash=sha256:" in block for block in blocks)
