"""What an article says about itself: the values of its front matter, and how they are changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from nbformat import NotebookNode

from galley.article.front_matter import split_front_matter
from galley.article.front_matter_aliases import translate_fields
from galley.article.yaml_text import YamlProblemError, parse_yaml
from galley.jupyterlab.articles.field_lines import read_front_lines
from galley.jupyterlab.articles.field_writing import with_fields
from galley.workspace import Workspace


@dataclass(frozen=True)
class FirstCell:
    """The first cell of a notebook that is not empty, as it is in memory."""

    kind: str
    source: str

    def split(self) -> str | None:
        """Return its front matter; None where it has none."""
        cell = NotebookNode(cell_type=self.kind, source=self.source, id="first", metadata={})
        return split_front_matter(NotebookNode(cells=[cell], metadata=NotebookNode())).text


def read_about(cell: FirstCell) -> dict[str, Any]:
    """Return the values of an article's front matter, and the lines on which they stand.

    Returns
    -------
    dict
        ``state`` is ``ready``, ``none`` where there is none yet, ``broken`` where it is no YAML,
        or ``elsewhere`` where it is written in a way that cannot be changed by a form.
    """
    text = cell.split()
    if text is None:
        return {"state": "none", "values": {}, "lines": {}}
    try:
        value = parse_yaml(text).value or {}
        front = read_front_lines(cell.source)
    except YamlProblemError as problem:
        return {"state": "broken", "message": problem.message, "values": {}, "lines": {}}
    if front is None or not isinstance(value, dict):
        return {"state": "elsewhere", "values": {}, "lines": {}}
    values, _, _ = translate_fields(value)
    lines = {field.name: [field.start + 1, field.end] for field in front.fields}
    return {"state": "ready", "values": values, "lines": lines}


def change_about(cell: FirstCell, changes: Mapping[str, Any]) -> dict[str, Any]:
    """Return the cell's text with fields changed; where it has none, that of a new first cell."""
    is_new = cell.split() is None
    source = with_fields("" if is_new else cell.source, changes)
    return {"source": source, "isNew": is_new}


def known_of(workspace: Workspace | None) -> dict[str, Any]:
    """Return what the site has already, to choose from."""
    if workspace is None:
        return {"people": [], "languages": [], "categories": [], "tags": []}
    config = workspace.config
    people = [
        {"id": key, "name": person.name, "credentials": person.credentials}
        for key, person in config.authors.items()
    ]
    tags = {tag for source in workspace.sources for tag in source.front_matter.tags}
    used = [source.front_matter.category for source in workspace.sources]
    categories = [
        *config.categories,
        *(name for lang in config.languages for name in config.in_language(lang).categories),
        *sorted(filter(None, used)),
    ]
    return {
        "people": people,
        "languages": list(config.languages),
        "categories": list(dict.fromkeys(categories)),
        "tags": sorted(tags),
    }
