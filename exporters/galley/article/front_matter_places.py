"""Where front matter is found in a notebook: four places, one text."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from nbformat import NotebookNode

from galley.article.front_matter_aliases import is_known_field
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
    index = next((i for i, cell in enumerate(notebook.cells) if _is_written(cell)), None)
    if index is not None and (split := _split_cell(notebook.cells[index])):
        cell_id = notebook.cells[index].id
        return SplitFrontMatter(split.yaml, cell_id, _with_cell(notebook, index, split.rest))
    return SplitFrontMatter(_metadata_text(notebook.metadata), None, notebook)


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
        return _split_fenced(cell.source, is_markdown=False)
    if cell.cell_type == "markdown":
        return _split_fenced(cell.source, is_markdown=True) or _split_listed(cell.source)
    return None


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
        # All is read as fields, so that the error names the line at which the text begins.
        return _SplitText(yaml, "")
    return _SplitText(yaml, "\n".join([*[""] * (end + 1), *lines[end + 1 :]]))


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
