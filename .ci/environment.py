"""Make environment.yml from pyproject.toml, the one place that names what Galley needs.

Run with ``--write`` to renew the file; without it, leave with 1 if the file is out of date.
The names that conda-forge spells differently stand in ``[tool.galley.conda]`` of pyproject.toml.
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "environment.yml"
HEAD = """\
# Made from pyproject.toml by `make lock`; do not edit it here.
#
#   conda env create --file environment.yml
#   conda activate galley
#   galley build notebooks
#
# Tests want some more: pip install -e ".[test]", then pytest.
"""
AUTHORS_EXTRAS = ("lab", "publish", "documents")
REQUIREMENT = re.compile(r"(?P<name>[A-Za-z0-9._-]+)(?P<spec>[^;]*)(?:;.*)?")


def environment_text(project: Mapping[str, Any]) -> str:
    """Return environment.yml for the parsed pyproject.toml."""
    names = project["tool"]["galley"]["conda"]
    extras = [spec for name in AUTHORS_EXTRAS for spec in _extra(project, name)]
    wanted = [*project["project"]["dependencies"], *extras]
    conda, pip = _split(wanted, names["names"], names["from-pip"])
    python = f"python {project['project']['requires-python']}"
    lines = ["name: galley", "channels:", "  - conda-forge", "  - nodefaults", "dependencies:"]
    lines += [f"  - {spec}" for spec in (python, "pip", *conda)]
    lines += ["  - pip:", *(f'    - "{spec}"' for spec in pip), "    - -e ."]
    return HEAD + "\n".join(lines) + "\n"


def _extra(project: Mapping[str, Any], name: str) -> Sequence[str]:
    extras: Mapping[str, Sequence[str]] = project["project"]["optional-dependencies"]
    return extras[name]


def _split(
    wanted: Sequence[str], names: Mapping[str, str], from_pip: Sequence[str]
) -> tuple[list[str], list[str]]:
    conda, pip = [], []
    for requirement in wanted:
        name, spec = _parts(requirement)
        if name in from_pip:
            pip.append(f"{name}{spec}")
        else:
            conda.append(f"{names.get(name, name)} {spec}".strip())
    return sorted(conda), sorted(pip)


def _parts(requirement: str) -> tuple[str, str]:
    match = REQUIREMENT.fullmatch(requirement)
    if match is None:
        raise ValueError(f"cannot read the requirement {requirement!r} in pyproject.toml")
    return match["name"].lower(), match["spec"].replace(" ", "")


def main(arguments: Sequence[str]) -> int:
    """Write the file, or say whether it is up to date."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    text = environment_text(project)
    if "--write" in arguments:
        TARGET.write_text(text, encoding="utf-8", newline="\n")
        return 0
    if TARGET.is_file() and TARGET.read_text(encoding="utf-8") == text:
        return 0
    sys.stderr.write("environment.yml differs from pyproject.toml\n  Fix: make lock\n")
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
