"""The ways to publish notebooks that Galley is compared with, each in an environment of its own."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
import sysconfig
import venv
from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from tests.benchmarks.articles import figure_calls, slug
from tests.benchmarks.measuring import Cost, measure

ROOT = Path(__file__).resolve().parents[2]
SCRIPTS = Path(__file__).parent / "peers"
# What figures are drawn with, and what Galley stands on: everybody has the same versions.
_DRAWING = ("matplotlib", "numpy", "pillow", "fonttools")
_FONTS = ("font-source-sans-pro", "font-source-serif-pro")
_JUPYTER = ("ipykernel", "ipython", "nbclient", "nbconvert", "nbformat")


@dataclass(frozen=True)
class Rival:
    """One way to publish notebooks.

    Attributes
    ----------
    requirements
        What its environment holds; without any, it runs in Galley's.
    """

    name: str
    words: str
    script: str
    requirements: tuple[str, ...] = ()


def rivals() -> tuple[Rival, ...]:
    """Return those of the same kind first, the floor last."""
    same = tuple(f"{name}=={version(name)}" for name in (*_DRAWING, *_FONTS, *_JUPYTER))
    papermill = (*same, f"papermill=={version('papermill')}")
    ploomber = (*same, "ploomber-engine==0.0.33")
    return (
        Rival("a", "papermill, then nbconvert, per notebook", "papermill_processes.py", papermill),
        Rival("b", "papermill and nbconvert, one process", "papermill_one_process.py", papermill),
        Rival(
            "c", "ploomber-engine and nbconvert, one process", "ploomber_one_process.py", ploomber
        ),
        Rival("d", "the floor: the figures alone, one warm process", "floor.py"),
    )


def install(rival: Rival, folder: Path, say: Callable[[str], None]) -> Path:
    """Return the Python of the rival's environment; it is made once and kept in `folder`."""
    if not rival.requirements:
        return Path(sys.executable)
    digest = hashlib.sha256("\n".join(rival.requirements).encode()).hexdigest()[:12]
    home = folder / digest
    python = home / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    if not (home / "complete").exists():
        say(f"Installing what ({rival.name}) needs into {home}")
        shutil.rmtree(home, ignore_errors=True)
        venv.create(home, with_pip=True)
        pip = [str(python), "-m", "pip", "--disable-pip-version-check", "-qq", "install"]
        subprocess.run([*pip, *rival.requirements], check=True)
        _share_figures(home)
        (home / "complete").touch()
    return python


def run(rival: Rival, python: Path, content: Path, count: int, out: Path) -> Cost:
    """Publish the first `count` articles of the content folder; return what it took."""
    out.mkdir(parents=True)
    numbers = range(count)
    if rival.script == "floor.py":
        calls = [call for number in numbers for call in figure_calls(number)]
        listed = out / "calls.json"
        listed.write_text(json.dumps([[c.module, c.function, c.arguments] for c in calls]), "utf-8")
        arguments: list[str | Path] = [listed]
    else:
        arguments = [f"{slug(number)}.ipynb" for number in numbers]
    return measure(
        [python, SCRIPTS / rival.script, out, *arguments],
        cwd=content,
        # Counting its users would ask the network.
        env={"PLOOMBER_STATS_ENABLED": "false"},
    )


def versions(python: Path, names: tuple[str, ...]) -> dict[str, str]:
    """Return the versions of packages in an environment."""
    script = (
        "import json, sys; from importlib.metadata import version\n"
        "print(json.dumps({name: version(name) for name in sys.argv[1:]}))"
    )
    done = subprocess.run(
        [python, "-c", script, *names], capture_output=True, text=True, check=True
    )
    return dict(json.loads(done.stdout))


def _share_figures(home: Path) -> None:
    """Let the environment import the figure library, and nothing else of the project."""
    scheme = "venv" if "venv" in sysconfig.get_scheme_names() else "posix_prefix"
    variables = {"base": str(home), "platbase": str(home)}
    packages = Path(sysconfig.get_path("purelib", scheme, variables))
    (packages / "galley_figures.pth").write_text(f"{ROOT / 'figures'}\n", encoding="utf-8")
