"""The Jinja2 environment of every page that is not an article, and the rules both kinds share."""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

TEMPLATES = Path(__file__).parent / "templates"
"""The templates of the package; ``partials/…`` and ``site/…`` are named from here."""


def make_environment(overrides: Path | None = None) -> Environment:
    """Return the environment; a file in `overrides` stands in for ours of the same name."""
    folders = [overrides, TEMPLATES] if overrides else [TEMPLATES]
    return configure(Environment(loader=FileSystemLoader(folders), autoescape=True))


def configure(environment: Environment) -> Environment:
    """Give any environment, nbconvert's included, our rules; returns the same one.

    A name that does not exist is an error instead of an empty string, all text is escaped, and
    lines that hold only a template tag leave no trace.
    """
    environment.autoescape = True
    environment.undefined = StrictUndefined
    environment.trim_blocks = True
    environment.lstrip_blocks = True
    environment.keep_trailing_newline = True
    environment.tests["markup_image"] = _is_image
    return environment


def _is_image(value: object) -> bool:
    return hasattr(value, "src")
