"""Where each field of a front matter stands, line by line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from galley.article.front_matter_aliases import ALIASES, spelled
from galley.article.front_matter_models import FrontMatter
from galley.article.yaml_nodes import Node, compose
from galley.article.yaml_text import parse_yaml

_FENCE = re.compile(r"---\s*")
_CLOSING = re.compile(r"(?:---|\.\.\.)\s*")


@dataclass(frozen=True)
class FieldLines:
    """One field at the left edge.

    Attributes
    ----------
    name
        Galley's name for it.
    written
        As the author wrote it.
    start, end
        Its lines from 0, the last not included; remarks below it are not its own.
    remark
        What follows its value on a line of its own: blanks and ``# …``; else empty.
    style
        ``"``, ``'``, ``flow``, ``block`` or empty: how the value is written.
    indent
        Blanks before the dashes of its list.
    """

    name: str
    written: str
    start: int
    end: int
    remark: str = ""
    style: str = ""
    indent: str = "  "


@dataclass(frozen=True)
class FrontLines:
    """The lines of a cell that begins with front matter.

    Attributes
    ----------
    open, close
        The lines of the two fences, from 0.
    """

    lines: tuple[str, ...]
    open: int
    close: int
    fields: tuple[FieldLines, ...]

    def field(self, name: str) -> FieldLines | None:
        """Return where a field stands."""
        return next((field for field in self.fields if field.name == name), None)


def read_front_lines(source: str) -> FrontLines | None:
    """Read where the fields stand; None where they are not written one below the other.

    Raises
    ------
    galley.article.yaml_text.YamlProblemError
        If what stands between the fences is not YAML.
    """
    lines = source.split("\n")
    start = next((i for i, line in enumerate(lines) if line.strip()), None)
    if start is None or not _FENCE.fullmatch(lines[start]):
        return None
    end = next((i for i in range(start + 1, len(lines)) if _CLOSING.fullmatch(lines[i])), None)
    if end is None:
        return None
    text = "\n".join([*[""] * (start + 1), *lines[start + 1 : end]])
    # Its problems are said in an author's words, those of the composer below are not.
    value = parse_yaml(text).value
    root = compose(text) if value is not None else None
    if root is None:
        return FrontLines(tuple(lines), start, end, ())
    if root.id != "mapping" or getattr(root, "flow_style", False):
        return None
    fields = tuple(_fields(root, lines, end))
    return FrontLines(tuple(lines), start, end, fields)


def _fields(root: Node, lines: list[str], close: int) -> Iterator[FieldLines]:
    starts = [key.start_mark.line for key, _ in root.value]
    for (key, value), start, following in zip(
        root.value, starts, [*starts[1:], close], strict=True
    ):
        end = _end(lines, start, following)
        name = spelled(str(key.value))
        yield FieldLines(
            name=ALIASES.get(name, name),
            written=str(key.value),
            start=start,
            end=end,
            remark=_remark(value, lines[start]) if end == start + 1 else "",
            style=_style(value),
            indent=_indent(value),
        )


def _end(lines: list[str], start: int, following: int) -> int:
    """Leave out blank lines and remarks at the left edge, which belong to what follows."""
    end = following
    while end > start + 1 and (not lines[end - 1].strip() or lines[end - 1].startswith("#")):
        end -= 1
    return end


def _remark(value: Node, line: str) -> str:
    """Return the remark at the end of a line, with the blanks before it."""
    mark = getattr(value, "end_mark", None)
    rest = line[mark.column :] if mark and mark.line == value.start_mark.line else ""
    match = re.fullmatch(r"(\s*#.*|\s*)", rest)
    return match[1].rstrip() if match and "#" in rest else ""


def _style(value: Node) -> str:
    if value.id == "scalar":
        style = getattr(value, "style", None)
        return style if style in {'"', "'"} else ""
    return "flow" if getattr(value, "flow_style", False) else "block"


def _indent(value: Node) -> str:
    if value.id != "sequence" or getattr(value, "flow_style", False):
        return "  "
    return " " * int(value.start_mark.column)


KNOWN_FIELDS = tuple(FrontMatter.model_fields)
"""In the order in which new ones are written."""
