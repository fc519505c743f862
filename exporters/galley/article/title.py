"""An article's title: front matter, else the first first-level heading, else the file's name."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from nbformat import NotebookNode

from galley.article.directions import plain_directions
from galley.article.front_matter import FrontMatter
from galley.article.markdown import ProseCell, first_title
from galley.article.notebook import cell_tags

_LONGEST = 300
_DATE = re.compile(r"^\d{4}-\d{2}-\d{2}[-_ ]+(?=\D)")


def find_title(front_matter: FrontMatter, notebook: NotebookNode, file: str) -> str:
    """Return an article's title; every notebook has one.

    Parameters
    ----------
    notebook
        Without its front matter.
    file
        The notebook's path as the author knows it.
    """
    if front_matter.title:
        return _bounded(front_matter.title)
    cells = (
        ProseCell(cell.id, cell.source, file)
        for cell in notebook.cells
        if cell.cell_type == "markdown" and "remove-cell" not in cell_tags(cell)
    )
    return _bounded(plain_directions(first_title(cells) or title_from_file(file)))


def _bounded(title: str) -> str:
    """Return a title that lists, feeds and neighbours can carry; a heading stays whole below it."""
    if len(title) <= _LONGEST:
        return title
    return f"{title[:_LONGEST].rsplit(' ', 1)[0]}…"


def title_from_file(file: str) -> str:
    """Return a file's name in words: ``2020-01-28-my_first-plot.ipynb`` is "My first plot"."""
    stem = PurePosixPath(file).stem
    words = " ".join(re.split(r"[-_\s.]+", _DATE.sub("", stem))).strip() or stem
    return words[:1].upper() + words[1:]
