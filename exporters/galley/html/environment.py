"""The Jinja2 environment of every page that is not an article, and the rules both kinds share."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType

from jinja2 import (
    BaseLoader,
    ChoiceLoader,
    Environment,
    FileSystemBytecodeCache,
    FileSystemLoader,
    FunctionLoader,
    StrictUndefined,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
)
from jinja2.bccache import Bucket
from jinja2.sandbox import ImmutableSandboxedEnvironment

from galley.article.directions import without_overrides
from galley.findings import ContentError, Finding, Place
from galley.html.first_picture import first_picture_at_once
from galley.html.previews import with_previews
from galley.html.sharing import locale_of
from galley.look import GALLEYS_LOOK, Look
from galley.overrides import broken_template
from galley.user_cache import user_cache_folder

# HTML and XML forbid these; a terminal's output or a damaged notebook may hold them.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]")

TEMPLATES = Path(__file__).parent / "templates"
"""The templates of the package; ``partials/…`` and ``site/…`` are named from here."""


def make_environment(look: Look = GALLEYS_LOOK) -> Environment:
    """Return the environment; a template of the site's own stands in for ours of the same name."""
    if look.templates:
        return _own_environment(look)
    return configure(Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True))


def _own_environment(look: Look) -> Environment:
    """Return one that runs no code: whoever opens a stranger's folder has not asked for any."""
    made = configure(ImmutableSandboxedEnvironment(loader=_loader(look), autoescape=True))
    # What it compiles differs from what others do, under the same names.
    made.bytecode_cache = None
    return made


def _loader(look: Look) -> BaseLoader:
    def own(name: str) -> tuple[str, str, Callable[[], bool]] | None:
        text = look.templates.get(name)
        return None if text is None else (text, f"{look.folder}/{name}", lambda: True)

    return ChoiceLoader([FunctionLoader(own), FileSystemLoader(TEMPLATES)])


class BrokenTemplateError(ContentError):
    """A template of the site's own cannot be printed; carries the finding that says where."""


@contextmanager
def own_templates(look: Look) -> Iterator[None]:
    """Turn what goes wrong in a site's own template into a finding with its file and line.

    Raises
    ------
    BrokenTemplateError
        In place of whatever was raised inside.
    """
    try:
        yield
    except BrokenTemplateError:
        raise
    except Exception as error:
        place = _place_in_templates(error, look) if look.templates else None
        if place is None:
            raise
        raise BrokenTemplateError(_broken(error, place)) from error


def _place_in_templates(error: Exception, look: Look) -> Place | None:
    """Return the innermost line of the site's own templates that `error` came through."""
    if isinstance(error, TemplateSyntaxError) and error.name in look.templates:
        return Place(f"{look.folder}/{error.name}", line=error.lineno)
    own = {f"{look.folder}/{name}" for name in look.templates}
    frames = [frame for frame in _frames(error.__traceback__) if frame[0] in own]
    if frames:
        return Place(frames[-1][0], line=frames[-1][1])
    # One of ours found that hers lacks a macro: jinja names it.
    named = (name for name in look.templates if f"'{name}'" in str(error))
    return next((Place(f"{look.folder}/{name}") for name in named), None)


def _frames(traceback: TracebackType | None) -> Iterator[tuple[str, int]]:
    # Jinja rewrites tracebacks, so that they name templates and their lines.
    while traceback is not None:
        yield traceback.tb_frame.f_code.co_filename, traceback.tb_lineno
        traceback = traceback.tb_next


def _broken(error: Exception, place: Place) -> Finding:
    told = " ".join(str(error).split()).rstrip(".")
    if isinstance(error, TemplateNotFound):
        told = f"there is no template '{error.name}'"
    return broken_template(place, told if isinstance(error, TemplateError) else _named(error, told))


def _named(error: Exception, told: str) -> str:
    return f"{type(error).__name__}: {told}"


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
    environment.filters["first_picture_at_once"] = first_picture_at_once
    environment.filters["og_locale"] = locale_of
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
    if not isinstance(value, str):
        return value
    text = without_overrides(_FORBIDDEN.sub("", value))
    return value if text == value else type(value)(text)


def _is_image(value: object) -> bool:
    return hasattr(value, "src")
