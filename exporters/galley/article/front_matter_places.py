"""Where front matter is found in a notebook: four places, one text."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from nbformat import NotebookNode

from galley.article.front_matter_aliases import is_known_field
from galley.article.front_matter_spellings import READERS, read_json
from galley.article.notebook_cells import cell_tags
from galley.article.yaml_text import YamlProblemError, parse_yaml


class SplitFrontMatter(NamedTuple):
    """A notebook and the front matter that was taken out of it.

    Attributes
    ----------
    text
        YAML whose lines are numbered as in the cell; None where the notebook has none.
    cell_id
        The cell it stood in; None for notebook metadata.
    notebook
        The notebook without it. A cell that held more keeps its line numbers: blank lines stand
        where the front matter was.
    """

    text: str | None
    cell_id: str | None
    notebook: NotebookNode


class _SplitText(NamedTuple):
    yaml: str
    rest: str


def split_front_matter(notebook: NotebookNode) -> SplitFrontMatter:
    """Take the front matter out of a notebook, wherever its author or tool put it.

    It is looked for in the first cell that is not empty (raw or Markdown, between ``---`` lines;
    or a ``# "Title"`` with a list of ``- key: value``), then in the notebook's metadata.
    """
    for index, cell in enumerate(notebook.cells):
        if not _is_written(cell):
            continue
        if split := _split_cell(cell):
            rest = _with_cell(notebook, index, split.rest)
            return SplitFrontMatter(split.yaml, cell.id, rest)
        if not _is_preface(cell):
            break
    return SplitFrontMatter(_metadata_text(notebook.metadata), None, notebook)


_BADGES = re.compile(
    r"(?:<!--.*?-->|\[!\[[^\[\]]*\]\([^()]*\)\]\([^()]*\)|<a\b[^<>]*>\s*<img\b[^<>]*>\s*</a>|</?p\b[^<>]*>|\s)*",
    re.DOTALL | re.IGNORECASE,
)


def _is_preface(cell: NotebookNode) -> bool:
    """Whether front matter may come behind it: badges, or comments that speak to a tool."""
    if cell.cell_type == "markdown":
        return bool(_BADGES.fullmatch(cell.source))
    lines = [line.strip() for line in cell.source.split("\n") if line.strip()]
    return cell.cell_type == "code" and all(line.startswith("#") for line in lines)


def _is_written(cell: NotebookNode) -> bool:
    """Whether the author wrote it: after an error papermill puts a cell of its own on top."""
    return bool(cell.source.strip()) and "papermill-error-cell-tag" not in cell_tags(cell)


def _with_cell(notebook: NotebookNode, index: int, source: str) -> NotebookNode:
    cells = list(notebook.cells)
    changed = NotebookNode(cells[index], source=source)
    cells[index : index + 1] = [changed] if source.strip() else []
    return NotebookNode(notebook, cells=cells)


def _split_cell(cell: NotebookNode) -> _SplitText | None:
    if cell.cell_type == "raw":
        return _split_fenced(cell.source, is_markdown=False) or _split_spelled(
            cell.source, (*READERS, read_json)
        )
    if cell.cell_type == "markdown":
        return (
            _split_fenced(cell.source, is_markdown=True)
            or _split_spelled(cell.source, READERS)
            or _split_listed(cell.source)
        )
    return None


def _split_spelled(
    source: str, readers: Iterable[Callable[[Sequence[str]], list[str] | None]]
) -> _SplitText | None:
    """Split what another tool writes in its own way."""
    lines = source.split("\n")
    yaml = next(filter(None, (read(lines) for read in readers)), None)
    if yaml is None:
        return None
    return _SplitText("\n".join(yaml), "\n".join([*[""] * len(yaml), *lines[len(yaml) :]]))


_FENCE = re.compile(r"---\s*")
_CLOSING = re.compile(r"(?:---|\.\.\.)\s*")
_FIELD = re.compile(r"""["']?([A-Za-z_][\w .-]*)["']?\s*:(?:\s|$)""")


def _split_fenced(source: str, *, is_markdown: bool) -> _SplitText | None:
    """Split ``---`` … ``---``; in Markdown that may also be a rule above a paragraph."""
    lines = source.split("\n")
    start = next((i for i, line in enumerate(lines) if line.strip()), 0)
    if not _FENCE.fullmatch(lines[start]):
        return None
    end = next((i for i in range(start + 1, len(lines)) if _CLOSING.fullmatch(lines[i])), None)
    inside = lines[start + 1 : end]
    if not _looks_like_fields(inside, is_markdown=is_markdown, is_closed=end is not None):
        return None
    yaml = "\n".join([*[""] * (start + 1), *inside])
    if end is None:
        # The first line of the text is read as a field, so that the finding names it.
        text = next((n for n in range(start + 1, len(lines)) if _is_text(lines[n])), len(lines))
        named = [line.lstrip("# ") for line in lines[text : text + 1]]
        head = "\n".join([*[""] * (start + 1), *lines[start + 1 : text], *named])
        return _SplitText(head, "\n".join([*[""] * text, *lines[text:]]))
    return _SplitText(yaml, "\n".join([*[""] * (end + 1), *lines[end + 1 :]]))


def _is_text(line: str) -> bool:
    """Whether a line can be no part of fields: neither a name, nor indented, nor in a list."""
    return (
        bool(line.strip()) and not re.match(r"[\s#-]|[\"']?[A-Za-z_][\w .-]*[\"']?\s*:", line)
    ) or (bool(re.match(r"#{1,6}\s", line)))


def _looks_like_fields(lines: list[str], *, is_markdown: bool, is_closed: bool) -> bool:
    written = [line for line in lines if line.strip() and not line.startswith("#")]
    if not written:
        return is_closed and not is_markdown
    names = [match[1] for line in written if (match := _FIELD.match(line))]
    return any(is_known_field(name) for name in names) if is_markdown else bool(names)


_QUOTED_TITLE = re.compile(r"#\s+(.+?)\s*")
_SUMMARY = re.compile(r">\s*(.+?)\s*")
_LISTED_FIELD = re.compile(r"[-*]\s+([A-Za-z_][\w-]*)\s*:\s*(.*?)\s*")


def _split_listed(source: str) -> _SplitText | None:
    """Split fastpages' way: a first-level heading, perhaps a quote, a list of fields."""
    lines = source.split("\n")
    yaml = list(_listed_fields(lines))
    while yaml and not yaml[-1]:
        yaml.pop()
    names = [line.split(":")[0] for line in yaml[1:] if line]
    if not yaml or not any(is_known_field(name) for name in names if name != "description"):
        return None
    return _SplitText("\n".join(yaml), "\n".join([*[""] * len(yaml), *lines[len(yaml) :]]))


def _listed_fields(lines: list[str]) -> Iterator[str]:
    """Yield a YAML line for each line of the block, and stop where it ends."""
    has_title = has_field = False
    for line in lines:
        if not line.strip():
            yield ""
        elif not has_title and (match := _QUOTED_TITLE.fullmatch(line)):
            has_title = True
            yield f"title: {_yaml_text(match[1])}"
        elif has_title and not has_field and (match := _SUMMARY.fullmatch(line)):
            yield f"description: {_yaml_text(match[1])}"
        elif has_title and (match := _LISTED_FIELD.fullmatch(line)):
            has_field = True
            yield _field_line(match[1], match[2])
        else:
            return


def _field_line(name: str, value: str) -> str:
    """Write a listed field; a value with a colon in it needs quotes that fastpages does not ask."""
    line = f"{name}: {value}"
    try:
        parse_yaml(line)
    except YamlProblemError:
        return f"{name}: {_yaml_text(value)}"
    return line


def _yaml_text(text: str) -> str:
    """Quote a text that may or may not have quotes of its own."""
    is_quoted = len(text) > 1 and text[0] == text[-1] and text[0] in "\"'"
    return json.dumps(text[1:-1] if is_quoted else text, ensure_ascii=False)


# Names under which tools keep front matter in a notebook's metadata.
_METADATA_KEYS = ("galley", "front_matter", "frontmatter", "front-matter", "nikola", "pelican")
# What nbformat itself knows of a document.
_DOCUMENT_KEYS = ("title", "authors", "date")


def _metadata_text(metadata: NotebookNode) -> str | None:
    """Write what the metadata says as YAML; JSON is YAML."""
    for key in _METADATA_KEYS:
        fields: Any = metadata.get(key)
        if isinstance(fields, dict) and fields:
            return json.dumps(fields, ensure_ascii=False)
        if isinstance(fields, str) and ":" in fields:
            return fields
    document = {key: metadata[key] for key in _DOCUMENT_KEYS if metadata.get(key)}
    return json.dumps(document, ensure_ascii=False) if document.get("title") else None
