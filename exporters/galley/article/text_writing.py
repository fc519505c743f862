"""A notebook written into its text file: what did not change stays as it is, byte for byte.

Outputs are not written. A cell that is as it was keeps its fence, its options and the lines around
it; one whose source alone is another has its source changed in place.
"""

from __future__ import annotations

import difflib
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from nbformat import NotebookNode

from galley.article.text_cells import MARKDOWN, MYST, QUARTO, TextCell, part_front_matter
from galley.article.text_notebook import TextNotebook, form_of, language_of, parse_text_notebook
from galley.findings import ContentError

# What programs note about a cell for themselves; it is no part of what the author wrote.
_OF_PROGRAMS = frozenset(
    {"ExecuteTime", "collapsed", "deletable", "editable", "execution", "jupyter", "scrolled"}
    | {"trusted", "vscode"}
)
_DEFAULT_KERNEL = "python3"
_WORD = re.compile(r"[A-Za-z_][\w-]*(?::[\w-]+)?")
_RUNS = re.compile(r"^`{3,}", re.MULTILINE)
# What would be read as the options of a cell, or is swallowed with the line behind them.
_LIKE_OPTIONS = re.compile(r"[ \t]*(?::|\n)|---")
_KERNEL_BLOCK = re.compile(r"^kernelspec:[^\n]*\n(?:[ \t]+[^\n]*\n)*", re.MULTILINE)


@dataclass(frozen=True)
class _Cell:
    """A cell as the author sees it."""

    kind: str
    source: str
    metadata: Mapping[str, Any]

    @property
    def key(self) -> str:
        """What makes a cell this one."""
        told = json.dumps(self.metadata, sort_keys=True, default=str)
        return f"{self.kind}\0{self.source}\0{told}"

    @property
    def is_markdown(self) -> bool:
        return self.kind == "markdown"


@dataclass(frozen=True)
class _Written:
    """A cell of the new text: its text, and which cell of the old one it is, if any."""

    cell: _Cell
    text: str
    old: int | None = None


def write_text(before: str, name: str, notebook: NotebookNode) -> str:
    """Return the text of a file in which the cells of a notebook stand.

    Parameters
    ----------
    before
        The text as it is; empty for a new file.
    name
        The file's name, which says how code is written.
    """
    ending = "\r\n" if "\r\n" in before else "\n"
    bom = "\ufeff" if before.startswith("\ufeff") else ""
    old = _read(before.removeprefix("\ufeff").replace("\r\n", "\n"), name)
    cells = _with_kernel(_with_raw_front(tuple(_cells(notebook))), notebook)
    text = _Writer(old.text, old.cells, form_of(old.text or _front(cells), name), notebook).text(
        cells
    )
    return bom + text.replace("\n", ending)


@dataclass(frozen=True)
class _Old:
    text: str
    cells: tuple[TextCell, ...]


def _read(text: str, name: str) -> _Old:
    try:
        read: TextNotebook = parse_text_notebook(text, name)
    except ContentError:
        # It is replaced as a whole; a copy of what cannot be read is kept elsewhere.
        return _Old("", ())
    return _Old(text, tuple(read.cells.values()))


def _cells(notebook: NotebookNode) -> Iterator[_Cell]:
    """Yield the cells that a text can hold: it has no empty Markdown."""
    for cell in notebook.cells:
        source = str(cell.source).replace("\r\n", "\n").replace("\r", "\n")
        metadata = {key: value for key, value in cell.metadata.items() if key not in _OF_PROGRAMS}
        kind = str(cell.cell_type)
        if kind == "code":
            yield _Cell(kind, source, metadata)
        elif source.strip():
            yield _Cell(kind, source.strip("\n").rstrip(), metadata)


def _with_raw_front(cells: tuple[_Cell, ...]) -> tuple[_Cell, ...]:
    """Part front matter from the Markdown it may stand in: at the top of a text it is a cell."""
    if not cells or not cells[0].is_markdown:
        return cells
    front, rest = part_front_matter(cells[0].source)
    if not front:
        return cells
    below = (_Cell("markdown", rest, cells[0].metadata),) if rest else ()
    return (_Cell("raw", front, {}), *below, *cells[1:])


def _front(cells: Sequence[_Cell]) -> str:
    return f"{cells[0].source}\n" if cells and _is_front(cells[0]) else ""


def _is_front(cell: _Cell) -> bool:
    return cell.kind == "raw" and cell.source.startswith("---\n")


def _with_kernel(cells: tuple[_Cell, ...], notebook: NotebookNode) -> tuple[_Cell, ...]:
    """Name the kernel in the front matter where another one was chosen than it names."""
    spec = notebook.metadata.get("kernelspec") or {}
    name = spec.get("name") or ""
    if not name or not cells or not _is_front(cells[0]):
        return cells
    front = cells[0].source
    block = _KERNEL_BLOCK.search(f"{front}\n")
    named = re.search(r"\bname:\s*([\w.-]+)", block[0]) if block else None
    is_named = named[1] == name if named else (name == _DEFAULT_KERNEL or "jupyter:" in front)
    if is_named:
        return cells
    shown = spec.get("display_name") or name
    told = f"kernelspec:\n  name: {name}\n  display_name: {shown}\n"
    if block:
        source = (f"{front}\n").replace(block[0], told, 1).removesuffix("\n")
    else:
        head, mark, tail = front.rpartition("\n---")
        source = f"{head}\n{told.rstrip()}{mark}{tail}"
    return (_Cell("raw", source, cells[0].metadata), *cells[1:])


class _Writer:
    """Writes the cells of one notebook.

    Parameters
    ----------
    form
        How code is written: ``myst``, ``markdown`` or ``quarto``.
    """

    def __init__(
        self, text: str, old: tuple[TextCell, ...], form: str, notebook: NotebookNode
    ) -> None:
        self._text, self._form = text, form
        self._old = old
        self._spans = [cell.block for cell in old]
        self._known = [_Cell(cell.kind, cell.source, dict(cell.metadata)) for cell in old]
        self._info = self._usual_info(language_of(notebook))

    def text(self, cells: Sequence[_Cell]) -> str:
        """Return the whole text."""
        written = list(self._written(cells))
        if not written:
            return ""
        parts = [self._head(written[0])]
        for before, here in zip([None, *written], written, strict=False):
            if before is not None:
                parts.append(self._gap(before, here))
            parts.append(here.text)
        return "".join([*parts, self._tail(written[-1])])

    def _written(self, cells: Sequence[_Cell]) -> Iterator[_Written]:
        keys = [cell.key for cell in cells]
        matcher = difflib.SequenceMatcher(
            a=[cell.key for cell in self._known], b=keys, autojunk=False
        )
        for tag, first, last, start, end in matcher.get_opcodes():
            pairs = dict(zip(range(start, end), range(first, last), strict=False))
            for index in range(start, end):
                cell, place = cells[index], pairs.get(index)
                if tag == "equal" or (place is not None and self._is_kin(place, cell)):
                    yield self._kept(cell, place or first + index - start)
                else:
                    yield _Written(cell, self._render(cell, is_first=index == 0))

    def _is_kin(self, place: int, cell: _Cell) -> bool:
        known = self._known[place]
        is_alike = (known.kind, known.metadata) == (cell.kind, cell.metadata)
        return is_alike and not (place == 0 and cell.kind == "raw" and not _is_front(cell))

    def _kept(self, cell: _Cell, place: int) -> _Written:
        """Return a cell in the form it had; a fence must be longer than what stands in it."""
        start, end = self._spans[place]
        old = self._old[place]
        head, tail = self._text[start : old.start], self._text[old.end : end]
        fence = re.match(r"[`~]+", head)
        is_changed = fence is not None and cell.source != old.source
        if fence and is_changed and not _fits(cell.source, head, fence[0]):
            return _Written(cell, self._render(cell, is_first=False), place)
        gap = "\n" if old.source == "" and cell.source and old.kind == "code" else ""
        return _Written(cell, f"{head}{cell.source}{gap}{tail}", place)

    def _render(self, cell: _Cell, *, is_first: bool) -> str:
        if cell.is_markdown or (is_first and _is_front(cell)):
            return cell.source
        if cell.kind == "raw":
            if self._form != MYST:
                return cell.source
            info = "{raw-cell}"
        else:
            info = self._info
        options = self._options(cell.metadata)
        if self._form == MYST and not options and _LIKE_OPTIONS.match(cell.source):
            options = "\n"
        if self._form == MARKDOWN and cell.kind == "code":
            info, options = f"{info}{options}", ""
        fence = _fence(cell.source)
        body = f"{cell.source}\n" if cell.source else ""
        return f"{fence}{info}\n{options}{body}{fence}"

    def _options(self, metadata: Mapping[str, Any]) -> str:
        if self._form == QUARTO or not metadata:
            return ""
        if self._form == MARKDOWN:
            return "".join(f" {key}={json.dumps(value)}" for key, value in metadata.items())
        lines = [f":{key}: {_flow(value)}\n" for key, value in metadata.items()]
        return "".join([*lines, "\n"])

    def _gap(self, before: _Written, here: _Written) -> str:
        """Return what stands between two cells: what stood there, where both were neighbours."""
        if before.old is not None and here.old == before.old + 1:
            return self._text[self._spans[before.old][1] : self._spans[here.old][0]]
        mark = self._break(before.cell, here.cell)
        return f"\n\n{mark}\n\n" if mark else "\n\n"

    def _break(self, before: _Cell, here: _Cell) -> str:
        if self._form != MYST or not here.is_markdown:
            return ""
        if here.metadata:
            return f"+++ {json.dumps(here.metadata, ensure_ascii=False)}"
        return "+++" if before.is_markdown else ""

    def _head(self, first: _Written) -> str:
        if first.old == 0:
            return self._text[: self._spans[0][0]]
        has_break = first.cell.is_markdown and first.cell.metadata and self._form == MYST
        told = json.dumps(first.cell.metadata, ensure_ascii=False)
        return f"+++ {told}\n\n" if has_break else ""

    def _tail(self, last: _Written) -> str:
        if last.old is not None and last.old == len(self._old) - 1:
            return self._text[self._spans[last.old][1] :]
        return "\n"

    def _usual_info(self, language: str) -> str:
        """Return what stands behind the fence of a code cell: as in the cells that are there."""
        for cell, (start, _) in zip(self._old, self._spans, strict=True):
            if cell.kind == "code":
                line = self._text[start:].partition("\n")[0].lstrip("`~ ")
                return line.partition(" ")[0] if self._form == MARKDOWN else line.rstrip()
        name = language or "python"
        if self._form == QUARTO:
            return f"{{{name}}}"
        if self._form == MARKDOWN:
            return name
        return f"{{code-cell}} {'ipython3' if name == 'python' else name}"


def _fits(source: str, head: str, fence: str) -> bool:
    """Tell whether a source can stand below what stands above it, inside a fence."""
    is_apart = head.endswith("\n\n") or not _LIKE_OPTIONS.match(source)
    return is_apart and _fence(source, fence) == fence


def _fence(source: str, wanted: str = "```") -> str:
    """Return a fence that is longer than any in a source."""
    if wanted.startswith("~"):
        return wanted if wanted not in source else "`" * len(_fence(source))
    longest = max((len(run) for run in _RUNS.findall(source)), default=0)
    return wanted if len(wanted) > longest else "`" * (longest + 1)


def _flow(value: object) -> str:
    """Return a value as YAML on one line, words without quotes."""
    if isinstance(value, list) and all(isinstance(each, str) for each in value):
        words = (each if _WORD.fullmatch(each) else json.dumps(each) for each in value)
        return f"[{', '.join(words)}]"
    return json.dumps(value, ensure_ascii=False, default=str)
