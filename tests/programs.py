"""Programs that tests need and that people may not have."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parents[1]


def find_nu_validator() -> list[str]:
    """Return the command of the Nu HTML checker, which `.ci/run` installs."""
    java = shutil.which("java")
    folder = REPOSITORY / ".venv" / "validator"
    jar = folder / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
    if java is None:
        missing("no Java for the HTML validator (Debian: default-jre-headless)")
    if not jar.is_file():
        missing(
            "no HTML validator; get it with `npm install --no-save --ignore-scripts "
            "--prefix .venv/validator vnu-jar`"
        )
    return [str(java), "-jar", str(jar)]


def missing(reason: str) -> None:
    """Skip for a person who has not got a program; fail where nobody would see the skip."""
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)
