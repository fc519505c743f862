"""Asking the author at a terminal: passwords that are not shown, and yes or no."""

from __future__ import annotations

import os
import sys

import click

from galley.publishing.credentials import Credentials, SystemRing


class Terminal:
    """Whoever sits at the terminal from which Galley was started, if somebody does."""

    def secret(self, question: str) -> str | None:
        """Ask for what is not shown while it is typed; None where there is nobody to ask."""
        if not _is_there():
            return None
        typed: str = click.prompt(
            question, hide_input=True, default="", show_default=False, err=True
        )
        return typed or None

    def agrees(self, question: str) -> bool:
        """Ask yes or no; no where there is nobody to ask."""
        return _is_there() and click.confirm(question, err=True)


def own_credentials() -> Credentials:
    """Return where whoever runs Galley has passwords."""
    return Credentials(os.environ, SystemRing(), Terminal())


def _is_there() -> bool:
    return sys.stdin.isatty() and sys.stderr.isatty()
