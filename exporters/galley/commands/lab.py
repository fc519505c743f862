"""`galley lab`: JupyterLab on the content folder, without news from the network."""

from __future__ import annotations

import importlib.util
import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import click

from galley.console.content_path import ContentPath, resolve_content
from galley.findings import EnvironmentFault
from galley.speech.language import INDONESIAN, spoken_language

QUIET = (
    # The first thing an author sees should be the articles, not a question about news.
    "--LabApp.news_url=None",
    "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
)

# An installed Galley has its panels in `share/jupyter`; a clone has them here, as last built.
PANELS = Path(__file__).parents[1] / "jupyterlab" / "labextension"

# Kernels start at once then: they are forked from a process that has loaded what they need.
READY_KERNELS = {"JUPYTER_DEFAULT_PROVISIONER_NAME": "galley-warm"}

# Whoever starts JupyterLab so is shown the tour, once in each folder.
GREETED = {"GALLEY_LAB": "1"}

# What JupyterLab's settings are where a person has chosen nothing: no question about news.
DEFAULTS = Path(__file__).parents[1] / "jupyterlab" / "settings"
# The same where the computer speaks Indonesian: then JupyterLab does, too.
DEFAULTS_IN_INDONESIAN = DEFAULTS.with_name("settings_id")


@click.command(
    short_help="Write in JupyterLab.",
    context_settings={"ignore_unknown_options": True},
    epilog="Example: galley lab my-blog --no-browser --port 8890",
)
@click.argument("content", required=False)
@click.argument("jupyter_options", nargs=-1, type=click.UNPROCESSED)
def lab(content: str | None, jupyter_options: tuple[str, ...]) -> int:
    """Open JupyterLab on CONTENT; other options are passed on to it."""
    if content and content.startswith("-"):  # options alone: then the folder was left out
        jupyter_options, content = (content, *jupyter_options), None
    command = lab_command(resolve_content(content, Path.cwd()), jupyter_options)
    if importlib.util.find_spec("jupyterlab") is None:
        raise EnvironmentFault(
            "JupyterLab is not installed", 'install it with: pip install "galley-articles[lab]"'
        )
    return _run_to_its_end(command)


def lab_command(place: ContentPath, jupyter_options: tuple[str, ...]) -> list[str]:
    """Return the command that starts JupyterLab of this very Python on the content."""
    folder = f"--ServerApp.root_dir={place.folder}"
    opened = [] if place.path.is_dir() else [str(place.path)]
    options = (folder, *QUIET, *panels_of_a_clone())
    return [sys.executable, "-m", "jupyterlab", *options, *jupyter_options, *opened]


def panels_of_a_clone() -> list[str]:
    """Return what leads JupyterLab to the panels of a clone, before any that were installed."""
    if not PANELS.is_dir():
        return []
    return [
        f"--LabApp.extra_labextensions_path={PANELS}",
        "--ServerApp.jpserver_extensions={'galley.jupyterlab': True}",
    ]


def lab_environment(environ: Mapping[str, str]) -> dict[str, str]:
    """Return the environment in which JupyterLab starts; what is set in it already stands."""
    places = [environ.get("JUPYTER_CONFIG_PATH"), str(DEFAULTS)]
    if spoken_language(environ) == INDONESIAN:
        places.append(str(DEFAULTS_IN_INDONESIAN))
    defaults = {"JUPYTER_CONFIG_PATH": os.pathsep.join(filter(None, places))}
    return {**READY_KERNELS, **environ, **defaults}


def _run_to_its_end(command: list[str]) -> int:
    process = subprocess.Popen(  # noqa: S603 - our own interpreter, arguments as a list
        command, env=lab_environment(os.environ) | GREETED
    )
    # Whoever ends this command wants to end JupyterLab, not to leave it behind.
    before = signal.signal(signal.SIGTERM, lambda _number, _frame: process.terminate())
    try:
        return min(_wait(process), 1)
    finally:
        signal.signal(signal.SIGTERM, before)


def _wait(process: subprocess.Popen[bytes]) -> int:
    while True:
        try:
            return process.wait()
        except KeyboardInterrupt:
            # JupyterLab got the same Ctrl-C and asks its own question; its answer decides.
            continue
