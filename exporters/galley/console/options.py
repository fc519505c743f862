"""Options that several commands share, and the day that one of them gives."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import click

from galley.console.today import read_zone, settle_today

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]

store_option: Decorator = click.option(
    "--store",
    type=click.Path(path_type=Path),
    help="Where executed notebooks are kept, if not in CONTENT/.galley.",
)
"""Where a command that only reads finds the store."""


def today_option(help_text: str) -> Decorator:
    """Return the option by which a command is told which day it is."""
    return click.option(
        "--today",
        type=click.DateTime(formats=["%Y-%m-%d"]),
        metavar="YYYY-MM-DD",
        help=help_text,
    )


def settled_day(today: datetime | None, root: Path) -> date:
    """Return the day that was given, else the day it is where the site of a folder lives."""
    return settle_today(today.date() if today else None, os.environ, read_zone(root))
