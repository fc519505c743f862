"""What this machine has of what Galley needs; each part is looked for as Galley itself would."""

from __future__ import annotations

import importlib.util
import os
import platform
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import Literal

from galley.dictionaries import FOLDER, find_dictionary, usual_folders

State = Literal["ok", "missing", "optional"]
OLDEST_PYTHON = (3, 11)
OLDEST_PANDOC = (3, 0)
OLDEST_LAB = (4, 6)
ROOM_MB = 500
_LANGUAGES = (("en", "English"), ("id", "Indonesian"))


@dataclass(frozen=True)
class Part:
    """One thing that was looked for.

    Attributes
    ----------
    state
        ``missing`` is needed to build a site; ``optional`` is missing too, but only one verb or
        the project's own tests want it.
    found
        The version or place; what was tried where it is missing.
    fix
        How to get it; empty where it is there.
    """

    name: str
    state: State
    found: str
    fix: str = ""


def look_at_machine(folder: Path) -> tuple[Part, ...]:
    """Look for every part; `folder` is where content would be read and written."""
    looks: tuple[Callable[[], Part], ...] = (
        find_python,
        find_kernel,
        find_pandoc,
        find_fonts,
        lambda: find_write_access(folder),
        lambda: find_room(folder),
        find_lab,
        lambda: find_spelling(folder, usual_folders()),
        find_sandbox,
        find_browser,
    )
    return tuple(look() for look in looks)


def find_python() -> Part:
    """Look at the Python that runs Galley."""
    found = f"{platform.python_version()} ({sys.executable})"
    if sys.version_info[:2] >= OLDEST_PYTHON:
        return Part("Python", "ok", found)
    return Part("Python", "missing", found, "install Python 3.11 or newer from python.org")


def find_kernel() -> Part:
    """Look for the kernel `python3`, and that its interpreter exists."""
    from jupyter_client.kernelspec import KernelSpecManager, NoSuchKernel

    fix = "pip install ipykernel, then: python -m ipykernel install --sys-prefix"
    try:
        kernel = KernelSpecManager().get_kernel_spec("python3")
    except NoSuchKernel:
        return Part("Kernel python3", "missing", "no kernel of that name", fix)
    program = kernel.argv[0]
    if program in {"python", "python3"}:  # jupyter_client then starts the running interpreter
        program = sys.executable
    if shutil.which(program) is None:
        return Part("Kernel python3", "missing", f"its program is gone: {program}", fix)
    return Part("Kernel python3", "ok", program)


def find_pandoc() -> Part:
    """Look for pandoc: in the package `pypandoc-binary`, then on the path."""
    fix = "pip install pypandoc-binary, or: conda install -c conda-forge pandoc"
    for program in _pandoc_candidates():
        version = _first_version(program)
        if version and version >= OLDEST_PANDOC:
            return Part("pandoc", "ok", f"{_dotted(version)} ({program})")
        if version:
            found = f"{_dotted(version)} is too old ({program})"
            return Part("pandoc", "missing", found, fix)
    return Part("pandoc", "missing", "citations and formulas need it", fix)


def find_fonts() -> Part:
    """Look for the packages that the page's fonts come from."""
    names = ("font_source_serif_pro", "font_source_sans_pro", "ziamath")
    absent = [name for name in names if importlib.util.find_spec(name) is None]
    if absent:
        packages = " ".join(name.replace("_", "-") for name in absent)
        return Part("Fonts", "missing", "without " + ", ".join(absent), f"pip install {packages}")
    return Part("Fonts", "ok", "Source Serif Pro, Source Sans Pro, STIX Two Math")


def find_write_access(folder: Path) -> Part:
    """Try to write a file into the folder."""
    try:
        with tempfile.TemporaryFile(dir=folder, prefix=".galley-"):
            pass
    except OSError as error:
        found = f"{folder}: {error.strerror}"
        return Part("Write access", "missing", found, "use a folder of your own, or --output")
    return Part("Write access", "ok", str(folder))


def find_room(folder: Path) -> Part:
    """Look at the free room on the disk of the folder."""
    free_mb = shutil.disk_usage(folder).free // 1_000_000
    if free_mb >= ROOM_MB:
        return Part("Room on the disk", "ok", f"{free_mb:,} MB free")
    fix = f"free some room; a build wants about {ROOM_MB} MB"
    return Part("Room on the disk", "missing", f"{free_mb} MB free", fix)


def find_lab() -> Part:
    """Look for JupyterLab, which only `galley lab` needs."""
    fix = 'pip install "galley-articles[lab]"'
    try:
        found = metadata.version("jupyterlab")
    except metadata.PackageNotFoundError:
        return Part("JupyterLab", "optional", "wanted by `galley lab`", fix)
    if _numbers(found) < OLDEST_LAB:
        return Part("JupyterLab", "optional", f"{found} is older than {_dotted(OLDEST_LAB)}", fix)
    return Part("JupyterLab", "ok", found)


def find_spelling(folder: Path, others: Iterable[Path]) -> Part:
    """Look for dictionaries, without which `galley check` says nothing of spelling."""
    folders = (folder / FOLDER, *others)
    absent = [name for lang, name in _LANGUAGES if find_dictionary(lang, folders) is None]
    if not absent:
        return Part("Spelling", "ok", "dictionaries of English and Indonesian")
    fix = (
        f"put the .aff and .dic files of a Hunspell dictionary into {FOLDER}/ beside site.toml "
        "(Debian: sudo apt-get install hunspell-en-gb hunspell-id)"
    )
    wanted = f"no dictionary of {' and '.join(absent)}: words are not checked"
    return Part("Spelling", "optional", wanted, fix)


def find_sandbox() -> Part:
    """Look for what runs notebooks of others, and that it works here."""
    # Late: it knows what a sandbox shows, and nobody else asks.
    from galley.execution.sandbox.bubblewrap import find_bubblewrap
    from galley.findings import EnvironmentFault

    try:
        return Part("Sandbox", "ok", find_bubblewrap().program)
    except EnvironmentFault:
        fix = "install bubblewrap (Debian: sudo apt install bubblewrap); it works on Linux only"
        return Part("Sandbox", "optional", "wanted by `galley build --sandbox`", fix)


def find_browser() -> Part:
    """Look for a Chromium, which only the project's own tests need."""
    for program in _browser_candidates():
        found = shutil.which(program)
        if found:
            return Part("Browser for tests", "ok", found)
    fix = "install Chromium, Chrome or Edge (Debian: sudo apt-get install chromium)"
    return Part("Browser for tests", "optional", "wanted by `make test`", fix)


def _pandoc_candidates() -> Iterator[str]:
    spec = importlib.util.find_spec("pypandoc")
    for folder in spec.submodule_search_locations or () if spec else ():
        if found := shutil.which("pandoc", path=str(Path(folder, "files"))):
            yield found
    if found := shutil.which("pandoc"):
        yield found


def _browser_candidates() -> Iterator[str]:
    yield from ("chromium", "chromium-browser", "google-chrome", "chrome", "msedge")
    yield "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"
    yield "/Applications/Chromium.app/Contents/MacOS/Chromium"
    for variable in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"):
        if base := os.environ.get(variable):
            yield str(Path(base, "Google", "Chrome", "Application", "chrome.exe"))
            yield str(Path(base, "Microsoft", "Edge", "Application", "msedge.exe"))


def _first_version(program: str) -> tuple[int, ...]:
    try:
        answer = subprocess.run(  # noqa: S603 - a program found on this machine, no shell
            [program, "--version"], capture_output=True, encoding="utf-8", timeout=20, check=True
        )
    except (OSError, subprocess.SubprocessError):
        return ()
    words = answer.stdout.split()
    return _numbers(words[1]) if len(words) > 1 else ()


def _numbers(version: str) -> tuple[int, ...]:
    parts = version.split(".")
    return tuple(int(part) for part in parts if part.isdigit())


def _dotted(version: tuple[int, ...]) -> str:
    return ".".join(str(number) for number in version)
