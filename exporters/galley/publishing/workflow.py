"""The file by which GitHub or GitLab builds and publishes a site by itself."""

from __future__ import annotations

import shlex
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Literal

from galley.disk import write_whole
from galley.findings import UsageError

Host = Literal["github", "gitlab"]
_PLACES: dict[Host, str] = {"github": ".github/workflows/site.yml", "gitlab": ".gitlab-ci.yml"}


@dataclass(frozen=True)
class Workflow:
    """A file for a host.

    Attributes
    ----------
    path
        Where the host looks for it, in the folder that is the repository.
    """

    path: Path
    text: str


def workflow_for(host: Host, content: Path) -> Workflow:
    """Return the file for a host; the repository is the folder around the content with ``.git``."""
    around = (folder for folder in (content, *content.parents) if (folder / ".git").exists())
    repository = next(around, content)
    inside = content.relative_to(repository).as_posix()
    text = files("galley.publishing").joinpath("workflows", f"{host}.yml").read_text("utf-8")
    return Workflow(repository / _PLACES[host], text.replace("{{content}}", shlex.quote(inside)))


def write_workflow(workflow: Workflow) -> None:
    """Write the file, unless there is one.

    Raises
    ------
    UsageError
        If there is one already: it may do more than this one.
    """
    if workflow.path.exists():
        raise UsageError(
            f"there is a {workflow.path.as_posix()} already, and it stays as it is",
            "Move it away to have a new one, or add what is missing in it by hand.",
        )
    write_whole(workflow.path, workflow.text.encode())
    workflow.path.chmod(0o644)
