"""``site.toml``: what an author says about the whole site."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from galley.article.front_matter import Person
from galley.config_colours import Colours
from galley.config_model import (
    CheckSettings,
    Limits,
    NavItem,
    SiteConfig,
    SiteTexts,
)
from galley.findings import ContentError, Finding, Place, Severity
from galley.validation import Dialect, Loc, toml_example, validate_fields

__all__ = [
    "CONFIG_FILE",
    "CheckSettings",
    "Colours",
    "Limits",
    "NavItem",
    "Person",
    "SiteConfig",
    "SiteTexts",
    "field_line",
    "parse_config",
    "read_config",
    "read_site_config",
]

CONFIG_FILE = "site.toml"

_DIALECT = Dialect("site", toml_example)
_ALIASES = {"license": "licence", "colors": "colours", "time_zone": "timezone"}


def read_config(root: Path, name: str) -> SiteConfig:
    """Read ``site.toml`` of a content folder; without one, every field has its default.

    Parameters
    ----------
    name
        How the author calls the folder; findings begin with it.

    Raises
    ------
    ContentError
        If it is not TOML, or with every wrong value at once.
    """
    return read_site_config(root, name)[0]


def read_site_config(root: Path, name: str) -> tuple[SiteConfig, tuple[Finding, ...]]:
    """Read ``site.toml`` of a content folder, and warn of unknown fields."""
    file = f"{name}/{CONFIG_FILE}" if name else CONFIG_FILE
    path = root / CONFIG_FILE
    if not path.is_file():
        return SiteConfig(), ()
    try:
        return parse_config(path.read_text(encoding="utf-8-sig"), file)
    except UnicodeDecodeError:
        raise _broken(file, "the file is not UTF-8 text", "Save it as UTF-8.") from None
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise _broken(
            file, f"the file cannot be opened: {reason}", "Check that it may be read."
        ) from None


def field_line(root: Path, path: Loc) -> int | None:
    """Return the line of ``site.toml`` at which a field, or what holds it, stands."""
    try:
        file = root / CONFIG_FILE
        # A pipe or a device would never end.
        lines = _field_lines(file.read_text(encoding="utf-8-sig") if file.is_file() else "")
    except (OSError, ValueError):
        return None
    ends = range(len(path), 0, -1)
    return next((lines[path[:end]] for end in ends if path[:end] in lines), None)


def parse_config(text: str, file: str) -> tuple[SiteConfig, tuple[Finding, ...]]:
    """Parse the text of a ``site.toml``.

    Raises
    ------
    ContentError
        If it is not TOML, or with every wrong value at once.
    """
    try:
        raw = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise _explain_toml(str(error), text, file) from None
    except (RecursionError, ValueError):
        raise _broken(file, "the file holds a value that cannot be read", _TOML_FIX) from None
    lines = _field_lines(text)
    fields = _settle_languages({_ALIASES.get(key, key): value for key, value in raw.items()})

    def place_of(loc: Loc) -> Place:
        ends = range(len(loc), 0, -1)
        return Place(file, line=next((lines[loc[:e]] for e in ends if loc[:e] in lines), None))

    return validate_fields(SiteConfig, fields, place_of, _DIALECT)


def _settle_languages(fields: Mapping[str, Any]) -> dict[str, Any]:
    """Take the first of `languages` as the default where `language` is not given."""
    languages = fields.get("languages")
    if "language" in fields or not isinstance(languages, list) or not languages:
        return dict(fields)
    return {**fields, "language": languages[0]}


_TOML_FIX = 'Write key = "value" on each line; texts need quotes, lists need brackets.'
_POSITION = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")


# What tomllib says, what it means to an author, and the mend.
_CLUES = (
    (
        "Illegal character '\\n'",
        "a quotation mark is opened here and not closed",
        "Add the closing one.",
    ),
    ("Unterminated string", "a quotation mark is opened and not closed", "Add the closing one."),
    ("Cannot overwrite", "a field is given twice", "Remove one of the two."),
    ("Cannot declare", "a table is given twice", "Put their fields under one heading."),
    (
        "Cannot mutate",
        "a field is given twice, as a value and as a table",
        "Remove one of the two.",
    ),
    ("Unclosed", "a bracket is opened and not closed", "Add the closing bracket or a comma."),
    ("Invalid value", "a value is missing, or a text has no quotes", _TOML_FIX),
)


def _explain_toml(message: str, text: str, file: str) -> ContentError:
    position = _POSITION.search(message)
    what = _POSITION.sub("", message)
    line = int(position[1]) if position and position[1] else text.rstrip().count("\n") + 1
    for clue, meaning, fix in _CLUES:
        if clue in what:
            return _broken(file, meaning, fix, line)
    return _broken(file, f"this is not TOML: {what[:1].lower()}{what[1:]}", _TOML_FIX, line)


_HEADER = re.compile(r"""\s*\[(\[)?\s*([^\[\]"']+?)\s*\]""")
_KEY = re.compile(r"""\s*["']?([\w-]+)["']?\s*=""")


def _field_lines(text: str) -> dict[Loc, int]:
    """Find on which line each field stands; tomllib does not tell."""
    lines: dict[Loc, int] = {}
    table: Loc = ()
    counts: dict[Loc, int] = {}
    for number, line in enumerate(text.splitlines(), start=1):
        if header := _HEADER.match(line):
            names = [part.strip() for part in header[2].split(".")]
            table = (_ALIASES.get(names[0], names[0]), *names[1:])
            if header[1]:
                counts[table] = counts.get(table, -1) + 1
                table = (*table, counts[table])
            lines.setdefault(table, number)
        elif key := _KEY.match(line):
            name = key[1] if table else _ALIASES.get(key[1], key[1])
            lines.setdefault((*table, name), number)
    return lines


def _broken(file: str, message: str, fix: str, line: int | None = None) -> ContentError:
    return ContentError(
        Finding("site-broken", Severity.ERROR, Place(file, line=line), message, fix)
    )
