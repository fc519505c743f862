"""What everything that one Jupyter server does for Galley shares."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

from galley.jupyterlab.articles.builds import Builds
from galley.jupyterlab.articles.sites import Sites
from galley.jupyterlab.bench import Bench
from galley.jupyterlab.citing.desk import CitingDesk
from galley.jupyterlab.figures.service import Figures
from galley.jupyterlab.keeping import KeptOnce
from galley.jupyterlab.sessions import Sessions
from galley.jupyterlab.turns import Turns
from galley.jupyterlab.worker import Worker

_BEHIND_THE_PAGE = 10


class Service:
    """What the routes of one server share.

    Attributes
    ----------
    root
        The folder that the server shows; no preview reaches a notebook outside of it.
    pages, findings
        Two processes, so that the page need not wait until all rules have been looked at.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self.turns = Turns()
        self.pages = Bench(Worker(root))
        self.findings = Bench(Worker(root, niceness=_BEHIND_THE_PAGE))
        self.builds = Builds()
        self.sites = Sites()
        self.kept = KeptOnce()

    @cached_property
    def sessions(self) -> Sessions:
        """Made when first asked for, so that the server itself starts at once."""
        return Sessions(self.root)

    @cached_property
    def figures(self) -> Figures:
        """The gallery and the form of figures."""
        return Figures()

    @cached_property
    def citing(self) -> CitingDesk:
        """Made when somebody first cites."""
        return CitingDesk(self.root)

    def warm_up(self) -> None:
        """Prepare for the first preview, beside the server."""
        for bench in (self.pages, self.findings):
            bench.warm_up(self.root)

    def close(self) -> None:
        """End what was started."""
        self.turns.close()
        for bench in (self.pages, self.findings):
            bench.close()
        self.builds.close()
        if "sessions" in self.__dict__:
            self.sessions.close()
        if "figures" in self.__dict__:
            self.figures.close()
        if "citing" in self.__dict__:
            self.citing.close()
