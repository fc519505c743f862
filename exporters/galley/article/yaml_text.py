"""YAML as authors write it: YAML 1.2 scalars, the line of every value, problems in plain words.

The tree is composed by a library and turned into values here, because their constructors raise
on a day such as 2026-13-45, read ``010`` as eight or ten, forget lines and follow aliases without
end.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from ruamel.yaml.error import MarkedYAMLError, YAMLError

from galley.article.yaml_nodes import Node, compose

Path = tuple[str | int, ...]

# Far more than any front matter holds, and few enough that aliases of aliases cannot fill memory.
_MOST_VALUES = 20_000
_TAG = "tag:yaml.org,2002:"
_INT = re.compile(r"[-+]?(0|[1-9][0-9]*)")
_LONGEST_INT = 30


class YamlProblemError(ValueError):
    """The text is not YAML; `line` is one-based."""

    def __init__(self, message: str, line: int | None = None, fix: str = "") -> None:
        super().__init__(message)
        self.message, self.line, self.fix = message, line, fix


@dataclass(frozen=True)
class YamlText:
    """A parsed text: its value and where each part of it stands."""

    value: Any
    lines: Mapping[Path, int] = field(default_factory=dict)

    def line(self, path: Path) -> int | None:
        """Return the line of a value, or of the nearest value around it."""
        for end in range(len(path), 0, -1):
            if path[:end] in self.lines:
                return self.lines[path[:end]]
        return None


def parse_yaml(text: str) -> YamlText:
    """Parse one YAML document into plain values; days stay text.

    Raises
    ------
    YamlProblemError
        If the text is not YAML, with the line and a mend.
    """
    try:
        node = compose(text)
        reader = _Reader()
        return YamlText(reader.read(node, ()) if node else None, reader.lines)
    except MarkedYAMLError as error:
        raise _explain(error, text.splitlines()) from None
    except RecursionError:
        raise YamlProblemError("it is nested too deeply, or an alias contains itself") from None
    # ruamel.yaml lets several built-in errors out on odd text; all mean that it cannot be read.
    except (YAMLError, ValueError, TypeError, LookupError, AttributeError) as error:
        if isinstance(error, YamlProblemError):
            raise
        raise YamlProblemError("it holds a character that YAML does not allow") from None


class _Reader:
    """Turns composed nodes into values and remembers their lines."""

    def __init__(self) -> None:
        self.lines: dict[Path, int] = {}
        self._count = 0

    def read(self, node: Node, path: Path) -> Any:  # noqa: ANN401 — YAML holds anything
        self._count += 1
        if self._count > _MOST_VALUES:
            raise YamlProblemError("it has too many values, or an alias that contains itself")
        self.lines.setdefault(path, node.start_mark.line + 1)
        match node.id:
            case "mapping":
                return self._read_mapping(node, path)
            case "sequence":
                return [self.read(item, (*path, index)) for index, item in enumerate(node.value)]
        return _scalar(node)

    def _read_mapping(self, node: Node, path: Path) -> dict[str, Any]:
        result: dict[str, Any] = {}
        for key_node, value_node in node.value:
            key = _key(key_node)
            line = key_node.start_mark.line + 1
            if key in result:
                raise YamlProblemError(f"'{key}' is given twice", line, "Remove one of the two.")
            self.lines[(*path, key)] = line
            result[key] = self.read(value_node, (*path, key))
        return result


def _key(node: Node) -> str:
    if node.id != "scalar":
        raise YamlProblemError(
            "a field's name is not a word",
            node.start_mark.line + 1,
            "Write field: value, and put texts with braces or brackets in quotes.",
        )
    return _clean(node.value)


def _scalar(node: Node) -> str | int | float | bool | None:
    # ruamel.yaml's tags are objects; their text is what YAML defines.
    tag, text = str(node.tag), _clean(node.value)
    if tag == f"{_TAG}null":
        return None
    if tag == f"{_TAG}bool":
        return text.lower() == "true"
    # Leading zeros belong to a registration number, not to a quantity.
    if tag == f"{_TAG}int" and _INT.fullmatch(text) and len(text) < _LONGEST_INT:
        return int(text)
    if tag == f"{_TAG}float":
        return _float(text)
    return text


def _float(text: str) -> float | str:
    try:
        return float(text.replace("_", ""))
    except ValueError:
        return text


def _clean(text: str) -> str:
    """Replace half characters (lone surrogates), which no file could be written with."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _explain(error: MarkedYAMLError, lines: list[str]) -> YamlProblemError:
    """Say in an author's words what ruamel.yaml stumbled over."""
    mark = error.problem_mark or error.context_mark
    line = min(mark.line + 1, len(lines)) if mark else None
    text = lines[line - 1] if line and lines else ""
    problem, context = str(error.problem or ""), str(error.context or "")
    opened = error.context_mark.line + 1 if error.context_mark else line
    if "mapping values are not allowed" in problem:
        return _explain_colon(text, line)
    if "cannot start any token" in problem and "\\t" not in problem:
        return _explain_first_character(text, line)
    for clue, message, fix in _CLUES:
        if clue in context or clue in problem:
            return YamlProblemError(message, opened, fix)
    return YamlProblemError(
        f"this is not YAML: {_one_line(problem or context)}",
        line,
        "Write field: value on each line, and put texts with special characters in quotes.",
    )


# What ruamel.yaml says, what it means to an author, and the mend.
_CLUES = (
    ("quoted scalar", "a quotation mark is opened here and not closed", "Add the closing one."),
    (
        "flow",
        "a bracket is opened here and not closed",
        "Add the closing bracket or a comma.",
    ),
    ("\\t", "the line has a tab", "Use spaces in place of the tab."),
    (
        "simple key",
        "this line is not field: value",
        "Add the colon; the text of the article begins after a second --- line.",
    ),
)


_FIELD_WITH_TEXT = re.compile(r"^\s*(?:- +)?([\w-]+):\s+(\S.*)$")


def _explain_colon(text: str, line: int | None) -> YamlProblemError:
    match = _FIELD_WITH_TEXT.match(text)
    if match and ": " in f"{match[2]} ":
        quoted = match[2].strip().replace('"', "'")
        return YamlProblemError(
            "a text with a colon in it needs quotes", line, f'Write {match[1]}: "{quoted}"'
        )
    return YamlProblemError(
        "the line is indented where no indent is expected",
        line,
        "Begin it in the same column as the line above.",
    )


def _explain_first_character(text: str, line: int | None) -> YamlProblemError:
    match = _FIELD_WITH_TEXT.match(text)
    if not match:
        return YamlProblemError("this line is not YAML", line, "Put its text in quotes.")
    quoted = match[2].strip().replace('"', "'")
    return YamlProblemError(
        f"a text that begins with '{match[2][0]}' needs quotes",
        line,
        f'Write {match[1]}: "{quoted}"',
    )


def _one_line(text: str) -> str:
    return " ".join(text.split())
