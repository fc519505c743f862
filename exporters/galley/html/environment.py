"""The Jinja2 environment of every page that is not an article, and the rules both kinds share."""

from __future__ import annotations

import re
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

# HTML and XML forbid these; a terminal's output or a damaged notebook may hold them.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")

TEMPLATES = Path(__file__).parent / "templates"
"""The templates of the package; ``partials/…`` and ``site/…`` are named from here."""


def make_environment(overrides: Path | None = None) -> Environment:
    """Return the environment; a file in `overrides` stands in for ours of the same name."""
    folders = [overrides, TEMPLATES] if overrides else [TEMPLATES]
    return configure(Environment(loader=FileSystemLoader(folders), autoescape=True))


def configure(environment: Environment) -> Environment:
    """Give any environment, nbconvert's included, our rules; returns the same one.

    A name that does not exist is an error instead of an empty string, all text is escaped,
    characters that no page may hold are left out, and lines that hold only a template tag leave
    no trace.
    """
    environment.finalize = _printable
    environment.autoescape = True
    environment.undefined = StrictUndefined
    environment.trim_blocks = True
    environment.lstrip_blocks = True
    environment.keep_trailing_newline = True
    environment.tests["markup_image"] = _is_image
    return environment


def _printable(value: object) -> object:
    if isinstance(value, str) and _FORBIDDEN.search(value):
        return type(value)(_FORBIDDEN.sub("", value))
    return value


def _is_image(value: object) -> bool:
    return hasattr(value, "src")
