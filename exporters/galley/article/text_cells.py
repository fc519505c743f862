"""A text file as the cells of a notebook: where each stands, and what it says.

MyST notebooks (``{code-cell}``), jupytext's Markdown and Quarto (``{python}``) differ in little
more than how a code cell begins. Cells are the same as those that jupytext reads; what it does not
tell is where a cell ends, which findings and mends need. Only blocks of the top level are cells.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.myst_blocks import myst_block_plugin

from galley.article.yaml_text import YamlProblemError, parse_yaml

MYST, MARKDOWN, QUARTO = "myst", "markdown", "quarto"

_BREAK = re.compile(r"\r\n|\r|\n")
_FENCE = re.compile(r"---\s*")
_CLOSING = re.compile(r"(?:---|\.\.\.)\s*")
_QUARTO_INFO = re.compile(r"\{\s*([A-Za-z][\w+-]*)\s*(?:[\s,].*)?\}\s*")
_KEY_VALUE = re.compile(
    r"""([A-Za-z_][\w.-]*)=(\[[^\]]*\]|\{[^}]*\}|"[^"]*"|'[^']*'|[^\s"'\[{]+)"""
)
# What Quarto draws without a kernel; here it stays text.
_WITHOUT_KERNEL = frozenset({"dot", "mermaid", "ojs"})
_LANGUAGES = {"ipython": "python", "ipython3": "python", "python3": "python", "py": "python"}


class TextCellError(Exception):
    """What is written above a cell cannot be read.

    Attributes
    ----------
    line
        One-based line of the file.
    """

    def __init__(self, message: str, line: int) -> None:
        super().__init__(message)
        self.message, self.line = message, line


@dataclass(frozen=True)
class TextCell:
    """One cell of a text file.

    Attributes
    ----------
    line
        One-based line of the file at which its source begins.
    start, end
        Where its source stands in the text of the file.
    source
        What stands there, with the line breaks of a notebook.
    block
        Where the whole cell stands, with its fences and options.
    """

    kind: str
    line: int
    start: int
    end: int
    source: str
    block: tuple[int, int]
    metadata: Mapping[str, Any] = field(default_factory=dict)
    language: str = ""


@dataclass(frozen=True)
class _Text:
    """A text with the places of its lines."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.starts)

    def __getitem__(self, line: int) -> str:
        return self.text[self.starts[line] : self.ends[line]]

    def cell(
        self,
        kind: str,
        first: int,
        last: int,
        fence: _Fence | None = None,
        **more: Any,  # noqa: ANN401 - fields of a cell
    ) -> TextCell:
        """Return the lines from `first` to before `last` as a cell; they may be none."""
        if first >= last:
            start = end = self.starts[first] if first < len(self) else len(self.text)
        else:
            start, end = self.starts[first], self.ends[last - 1]
        source = _BREAK.sub("\n", self.text[start:end])
        block = (self.starts[fence.first], self.ends[fence.last - 1]) if fence else (start, end)
        return TextCell(kind, first + 1, start, end, source, block, **more)


def split_text(text: str, form: str, language: str = "") -> tuple[TextCell, ...]:
    """Split a text file into cells.

    Parameters
    ----------
    form
        ``myst``, ``markdown`` or ``quarto``.
    language
        The kernel's language, where the front matter names one; else that of the first code cell.

    Raises
    ------
    TextCellError
        If what is written above a cell cannot be read.
    """
    lines = _lines(text)
    here = begin = _end_of_front_matter(lines)
    cells = [lines.cell("raw", 0, begin)] if begin else []
    metadata: Mapping[str, Any] = {}
    read = _READERS[form]
    for token in _blocks(lines, begin, form):
        first, last = (begin + line for line in token.map or (0, 0))
        if token.type == "myst_block_break":
            cells += _markdown(lines, here, first, metadata)
            here, metadata = last, _break_metadata(token, first)
        elif cell := read(token, lines, _Fence(first, last, language)):
            cells += [*_markdown(lines, here, first, metadata), cell]
            here, metadata = last, {}
            language = language or cell.language
    return (*cells, *_markdown(lines, here, len(lines), metadata))


def front_matter_of(text: str) -> str:
    """Return the YAML between the ``---`` lines at the top; empty where there is none."""
    lines = _lines(text)
    end = _end_of_front_matter(lines)
    return "\n".join(lines[line] for line in range(1, end - 1)) if end else ""


def part_front_matter(text: str) -> tuple[str, str]:
    """Return the front matter at the top of a text with its ``---`` lines, and what follows."""
    lines = _lines(text)
    end = _end_of_front_matter(lines)
    if not end or not _CLOSING.fullmatch(lines[end - 1]) or end == 1:
        return "", text
    return text[: lines.ends[end - 1]], text[lines.ends[end - 1] :].strip("\n")


@dataclass(frozen=True)
class _Fence:
    """The lines of a fenced block, and the language that the kernel speaks as far as is known."""

    first: int
    last: int
    language: str


def _lines(text: str) -> _Text:
    bom = 1 if text.startswith("\ufeff") else 0
    breaks = [(match.start(), match.end()) for match in _BREAK.finditer(text)]
    starts = [bom, *(end for _, end in breaks)]
    ends = [*(start for start, _ in breaks), len(text)]
    if starts[-1] == len(text) and len(starts) > 1:
        # What follows the last line break is no line.
        starts, ends = starts[:-1], ends[:-1]
    return _Text(text, tuple(starts), tuple(ends))


def _end_of_front_matter(lines: _Text) -> int:
    """Return the line behind the front matter; 0 where there is none."""
    if not len(lines) or not _FENCE.fullmatch(lines[0]):
        return 0
    closing = (line for line in range(1, len(lines)) if _CLOSING.fullmatch(lines[line]))
    # Without an end all of it is read as fields, so that the error names the line that is none.
    return next(closing, len(lines) - 1) + 1


@lru_cache(maxsize=2)
def _parser(form: str) -> MarkdownIt:
    parser = MarkdownIt("commonmark").enable("table").disable("inline", ignoreInvalid=True)
    return parser.use(myst_block_plugin) if form == MYST else parser


def _blocks(lines: _Text, begin: int, form: str) -> Iterator[Token]:
    """Yield the blocks of the top level that may part cells."""
    body = "\n".join(lines[line] for line in range(begin, len(lines)))
    level = 0
    for token in _parser(form).parse(f"{body}\n"):
        level += token.nesting
        if level == 0 and token.type in {"fence", "myst_block_break"}:
            yield token


def _markdown(
    lines: _Text, first: int, last: int, metadata: Mapping[str, Any]
) -> tuple[TextCell, ...]:
    """Return the lines between two cells as a cell, without the blank ones around them."""
    while first < last and not lines[first].strip():
        first += 1
    while first < last and not lines[last - 1].strip():
        last -= 1
    return (lines.cell("markdown", first, last, metadata=metadata),) if first < last else ()


def _break_metadata(token: Token, line: int) -> Mapping[str, Any]:
    if not token.content.strip():
        return {}
    try:
        value = json.loads(token.content)
    except ValueError:
        value = None
    if not isinstance(value, dict):
        raise TextCellError("what stands behind +++ is not a set of fields in braces", line + 1)
    return value


def _read_myst(token: Token, lines: _Text, fence: _Fence) -> TextCell | None:
    name, _, rest = token.info.strip().partition("}")
    kind = {"{code-cell": "code", "{raw-cell": "raw"}.get(name)
    if kind is None:
        return None
    first, last = _inside(token, lines, fence)
    options, first = _options(lines, first, last)
    if first < last and not lines[first].strip():
        # The blank line between the options and the code.
        first += 1
    language = _language(rest.strip().split(" ")[0]) if kind == "code" else ""
    return lines.cell(kind, first, last, fence, metadata=options, language=language)


def _read_quarto(token: Token, lines: _Text, fence: _Fence) -> TextCell | None:
    match = _QUARTO_INFO.fullmatch(token.info.strip())
    language = _language(match[1]) if match else ""
    if language in {"", *_WITHOUT_KERNEL} or language != (fence.language or language):
        return None
    first, last = _inside(token, lines, fence)
    return lines.cell("code", first, last, fence, language=language)


def _read_markdown(token: Token, lines: _Text, fence: _Fence) -> TextCell | None:
    name, _, rest = token.info.strip().partition(" ")
    if _language(name) != (fence.language or "python") or ".noeval" in rest.split():
        return None
    first, last = _inside(token, lines, fence)
    options = {match[1]: _value(match[2]) for match in _KEY_VALUE.finditer(rest)}
    return lines.cell("code", first, last, fence, metadata=options, language=_language(name))


_READERS: Mapping[str, Callable[[Token, _Text, _Fence], TextCell | None]] = {
    MYST: _read_myst,
    MARKDOWN: _read_markdown,
    QUARTO: _read_quarto,
}


def _inside(token: Token, lines: _Text, fence: _Fence) -> tuple[int, int]:
    """Return the lines between the fences; the second may be missing at the end of a file."""
    mark = lines[fence.last - 1].strip()
    is_closed = fence.last - 1 > fence.first and mark == token.markup[0] * len(mark) != ""
    is_long = len(mark) >= len(token.markup)
    return fence.first + 1, fence.last - (1 if is_closed and is_long else 0)


def _options(lines: _Text, first: int, last: int) -> tuple[Mapping[str, Any], int]:
    """Return the options at the top of a cell, and the line behind them."""
    if first < last and lines[first].startswith("---"):
        marks = (line for line in range(first + 1, last) if lines[line].startswith("---"))
        end = next(marks, last)
        return _yaml([lines[line] for line in range(first + 1, end)], first + 2), min(end + 1, last)
    end = first
    while end < last and lines[end].lstrip().startswith(":"):
        end += 1
    written = [lines[line].lstrip()[1:] for line in range(first, end)]
    return _yaml(written, first + 1), end


def _yaml(written: list[str], line: int) -> Mapping[str, Any]:
    try:
        value = parse_yaml("\n".join(written)).value if written else None
    except YamlProblemError as problem:
        at = line + (problem.line or 1) - 1
        raise TextCellError(f"its options cannot be read: {problem.message}", at) from None
    if value is not None and not isinstance(value, dict):
        raise TextCellError("its options are not a set of fields", line)
    return value or {}


def _value(written: str) -> Any:  # noqa: ANN401 - JSON holds anything
    try:
        return json.loads(written)
    except ValueError:
        return written.strip("\"'")


def _language(name: str) -> str:
    name = name.lower()
    return _LANGUAGES.get(name, name)
