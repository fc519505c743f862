"""The Jinja2 environment of every page that is not an article, and the rules both kinds share."""

from __future__ import annotations

import os
import re
from contextlib import suppress
from pathlib import Path

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket

from galley.html.previews import with_previews
from galley.user_cache import user_cache_folder

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
    environment.bytecode_cache = compiled_templates(user_cache_folder(os.environ))
    environment.tests["markup_image"] = _is_image
    environment.filters["with_previews"] = with_previews
    return environment


class CompiledTemplates(FileSystemBytecodeCache):
    """Templates kept compiled: to compile all of them takes a tenth of a second.

    A folder that is damaged, full or forbidden costs that time and nothing else.
    """

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a compiled template, if the disk allows it."""
        with suppress(OSError):
            super().dump_bytecode(bucket)

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take a compiled template from the disk, if it is there and can be read."""
        with suppress(OSError):
            super().load_bytecode(bucket)


def compiled_templates(cache: Path | None) -> CompiledTemplates | None:
    """Return where templates are kept compiled; None without a folder for it."""
    if cache is None:
        return None
    folder = cache / "templates"
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError:
        return None
    return CompiledTemplates(str(folder), "%s.jinja")


def _printable(value: object) -> object:
    if isinstance(value, str) and _FORBIDDEN.search(value):
        return type(value)(_FORBIDDEN.sub("", value))
    return value


def _is_image(value: object) -> bool:
    return hasattr(value, "src")
