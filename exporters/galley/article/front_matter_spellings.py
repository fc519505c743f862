"""Front matter that is no YAML between lines: of Hugo, Nikola, Pelican, Jupyter's own metadata.

Each is written as YAML with its lines where they were, so that findings name them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Sequence

from galley.article.front_matter_aliases import is_known_field

_TOML_FIELD = re.compile(r"([A-Za-z_][\w-]*)\s*=\s*(.*?)\s*")
_TOML_TABLE = re.compile(r"\s*\[")
_NIKOLA_FIELD = re.compile(r"\s*\.\.\s+([A-Za-z_][\w-]*):\s*(.*?)\s*")
_LISTED = re.compile(r"[-*]\s+([A-Za-z_][\w-]*)\s*:\s*(.*?)\s*")
_PLAIN = re.compile(r"([A-Z][A-Za-z_-]*):\s+(.*?)\s*")
_FEWEST = 2
"""Fields that a block without any lines around it must have, to be one."""


def read_toml(lines: Sequence[str]) -> list[str] | None:
    """Read Hugo's ``+++`` block; tables in it are for Hugo alone."""
    start = next((index for index, line in enumerate(lines) if line.strip()), 0)
    if not lines or lines[start].strip() != "+++":
        return None
    end = next((n for n in range(start + 1, len(lines)) if lines[n].strip() == "+++"), None)
    if end is None:
        return None
    return [*[""] * (start + 1), *_toml_fields(lines[start + 1 : end]), ""]


def _toml_fields(lines: Sequence[str]) -> Iterator[str]:
    is_in_table = False
    for line in lines:
        is_in_table = is_in_table or bool(_TOML_TABLE.match(line))
        match = _TOML_FIELD.fullmatch(line)
        if is_in_table or line.lstrip().startswith("#"):
            yield ""
        elif match:
            yield f"{match[1]}: {match[2]}"
        else:
            # What goes on from the line before: an array over several lines.
            yield f"  {line.strip()}" if line.strip() else ""


def read_nikola(lines: Sequence[str]) -> list[str] | None:
    """Read Nikola's comment with ``.. title: …`` lines."""
    start = next((index for index, line in enumerate(lines) if line.strip()), 0)
    if not lines or lines[start].strip() != "<!--":
        return None
    end = next((n for n in range(start + 1, len(lines)) if lines[n].strip() == "-->"), None)
    fields = [_NIKOLA_FIELD.fullmatch(line) for line in lines[start + 1 : end]]
    if end is None or not any(match and match[1] == "title" for match in fields):
        return None
    written = (_field(match[1], match[2]) if match and match[2] else "" for match in fields)
    return [*[""] * (start + 1), *written, ""]


def read_listed(lines: Sequence[str]) -> list[str] | None:
    """Read Pelican's cell: a list of fields, of which the first is the title."""
    return _read_fields(lines, _LISTED)


def read_plain(lines: Sequence[str]) -> list[str] | None:
    """Read Pelican's lines ``Title: …``, of which the first is the title."""
    return _read_fields(lines, _PLAIN)


def _read_fields(lines: Sequence[str], form: re.Pattern[str]) -> list[str] | None:
    matches: list[re.Match[str]] = []
    for line in lines:
        match = form.fullmatch(line)
        if match is None:
            break
        matches.append(match)
    names = [match[1].lower() for match in matches]
    is_block = len(names) >= _FEWEST and names[0] == "title" and all(map(is_known_field, names))
    if not is_block or (len(lines) > len(names) and lines[len(names)].strip()):
        return None
    return [_field(name, match[2]) for name, match in zip(names, matches, strict=True)]


def _field(name: str, value: str) -> str:
    """Write a field; a text with a colon, a comma or quotes in it is quoted as a whole."""
    is_plain = bool(re.fullmatch(r"[^:#&*!|>'\"%@`{}\[\]]*", value)) or value.startswith("[")
    return f"{name}: {value if is_plain else json.dumps(value, ensure_ascii=False)}"


def read_json(lines: Sequence[str]) -> list[str] | None:
    """Read an object of JSON, which is YAML as it stands."""
    text = "\n".join(lines).strip()
    if not (text.startswith("{") and text.endswith("}")):
        return None
    try:
        fields = json.loads(text)
    except ValueError:
        return None
    return list(lines) if isinstance(fields, dict) and any(map(is_known_field, fields)) else None


READERS: tuple[Callable[[Sequence[str]], list[str] | None], ...] = (
    read_toml,
    read_nikola,
    read_listed,
    read_plain,
)
