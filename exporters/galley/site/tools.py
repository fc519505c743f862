"""What a build begins with, and what it works with to its end."""

from __future__ import annotations

from typing import NamedTuple

from galley.execution.running import RunningKernels
from galley.execution.store import Store
from galley.html.running_pandoc import RunningPandoc
from galley.seen import SeenFiles
from galley.site.ledger import Snapshot
from galley.site.request import BuildRequest
from galley.workspace import Workspace


class Work(NamedTuple):
    """What a build begins with."""

    before: Snapshot
    workspace: Workspace
    seen: SeenFiles


class Tools(NamedTuple):
    """What a build works with, from its beginning to its end."""

    request: BuildRequest
    store: Store
    pandoc: RunningPandoc
    kernels: RunningKernels
