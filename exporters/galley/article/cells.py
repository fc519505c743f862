"""Which cells readers see, and how: tags, editions and cell options."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from nbformat import NotebookNode

from galley.article.cell_spellings import sets_up_only, shown_tags, without_directives
from galley.article.notebook import cell_options

# Cells that papermill or the author put in for the machine, never for readers.
_MACHINE_TAGS = frozenset(
    {"parameters", "injected-parameters", "remove-cell", "papermill-error-cell-tag"}
)
_EDITION_PREFIX = "edition:"


@dataclass(frozen=True)
class CodeView:
    """How one code cell is shown.

    Attributes
    ----------
    options
        The ``#|`` options, with the names other tools use mapped to Galley's.
    source
        The code without its option lines.
    """

    options: Mapping[str, Any]
    source: str
    shows_input: bool
    folds_input: bool
    shows_outputs: bool
    folds_outputs: bool = False


# The names Quarto uses for the same options; both spellings are understood.
_OPTION_ALIASES = {
    "fig-cap": "caption",
    "tbl-cap": "caption",
    "fig-alt": "alt",
    "code-fold": "fold",
    "name": "label",
}


def shown_cells(cells: Iterable[NotebookNode], edition: str) -> tuple[NotebookNode, ...]:
    """Return the cells of an edition that readers see, in order; empty cells are left out."""
    return tuple(cell for cell in map(_as_text, cells) if _is_shown(cell, edition))


def _as_text(cell: NotebookNode) -> NotebookNode:
    """Return a raw cell that is meant for a page (HTML, Markdown) as a cell of text."""
    metadata = cell.get("metadata", {})
    kind = metadata.get("raw_mimetype") or metadata.get("format")
    if cell.cell_type != "raw" or kind not in {"text/html", "text/markdown"}:
        return cell
    return NotebookNode(cell, cell_type="markdown")


def _is_shown(cell: NotebookNode, edition: str) -> bool:
    tags = shown_tags(cell) if cell.cell_type == "code" else _prose_tags(cell)
    if tags & _MACHINE_TAGS or cell.cell_type == "raw":
        return False
    if not is_in_edition(tags, edition):
        return False
    return bool(cell.source.strip() or cell.get("outputs"))


def _prose_tags(cell: NotebookNode) -> frozenset[str]:
    """Return the tags of text: a comment at its top would be a heading."""
    return shown_tags(NotebookNode(cell, source=""))


def is_in_edition(tags: Iterable[str], edition: str) -> bool:
    """Tell whether a cell with these tags belongs to the edition; untagged cells belong to all."""
    editions = {
        tag.removeprefix(_EDITION_PREFIX) for tag in tags if tag.startswith(_EDITION_PREFIX)
    }
    return not editions or edition in editions


def code_view(cell: NotebookNode, *, show_code: bool) -> CodeView:
    """Decide what of a code cell is shown: cell option over cell tag over the site's default."""
    raw, source = cell_options(cell.source)
    options = {_OPTION_ALIASES.get(key, key): value for key, value in raw.items()}
    tags = shown_tags(cell)
    is_included = options.get("include", True) is not False
    source = without_directives(source)
    return CodeView(
        options=options,
        source=source,
        shows_input=is_included
        and bool(source.strip())
        and _shows_input(options, tags, show_code=show_code and not sets_up_only(source)),
        folds_input=bool(tags & {"hide-input", "hide-cell"}) or bool(options.get("fold")),
        shows_outputs=is_included
        and "remove-output" not in tags
        and options.get("output", True) is not False
        and options.get("results") != "hide",
        folds_outputs=bool(tags & {"hide-output", "hide-cell"}),
    )


def _shows_input(options: Mapping[str, Any], tags: frozenset[str], *, show_code: bool) -> bool:
    if "echo" in options:
        return options["echo"] is not False
    if "show-input" in tags:
        return True
    return show_code and "remove-input" not in tags
