"""What other tools call hiding and removing: tags, metadata and comments, as Galley's own tags.

Jupyter Book, nbsphinx, nbconvert's extensions, Colab, nbdev, fastpages and the Data 8 books each
have spellings of their own. A word that only might mean it is not among them: what a reader does
not see, nobody misses.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from nbformat import NotebookNode

from galley.article.notebook_cells import cell_tags

_TAGS = {
    **dict.fromkeys(("exclude", "remove", "to-remove", "to_remove", "noshow"), "remove-cell"),
    **dict.fromkeys(("hideinput", "hide-code", "hide_code", "hidecode"), "hide-input"),
    **dict.fromkeys(("hideoutput",), "hide-output"),
    **dict.fromkeys(("remove-code", "remove_code"), "remove-input"),
}
_METADATA = {
    "hide_input": "hide-input",
    "hideCode": "hide-input",
    "hide_output": "hide-output",
    "hideOutput": "hide-output",
    "collapsed": "hide-output",
}
_EDITOR = {"source_hidden": "hide-input", "outputs_hidden": "hide-output"}
_COMMENTS = {
    "hide": "remove-cell",
    "remove_cell": "remove-cell",
    "hide_input": "remove-input",
    "remove_input": "remove-input",
    "hide_output": "remove-output",
    "remove_output": "remove-output",
    "collapse": "hide-input",
    "collapse_hide": "hide-input",
    "collapse_input": "hide-input",
    "collapse_show": "show-input",
    "collapse_output": "hide-output",
    "HIDDEN": "remove-input",
}
_MARK = re.compile(
    r"#\|?[ \t]*(?P<word>(?:hide|collapse|remove)(?:[-_ ]?(?:cell|input|output|hide|show))?|HIDDEN)"
    r"(?:[ \t]+(?:open|close)d?)?[ \t]*"
)
_DIRECTIVE = re.compile(
    r"#[ \t]?(?:exports?i?|default_exp|skip|slow|cuda|all_\w+|nbdev_\w+)\b.*"
    r"|#@(?:title|markdown|param)\b.*"
)
_SETTINGS = re.compile(
    r"%(?:matplotlib|load_ext|reload_ext|autoreload|config|pylab|precision|xmode)\b.*"
)


def shown_tags(cell: NotebookNode) -> frozenset[str]:
    """Return a cell's tags, with those that say in Galley's words what others mean the same by."""
    tags = cell_tags(cell)
    return tags | frozenset(_spelt(tags, cell.get("metadata", {}), str(cell.get("source", ""))))


def _spelt(tags: frozenset[str], metadata: Mapping[str, Any], source: str) -> Iterator[str]:
    yield from (_TAGS[tag] for tag in tags if tag in _TAGS)
    yield from (tag for key, tag in _METADATA.items() if metadata.get(key) is True)
    editor = metadata.get("jupyter")
    if isinstance(editor, Mapping):
        yield from (tag for key, tag in _EDITOR.items() if editor.get(key) is True)
    if metadata.get("nbsphinx") == "hidden":
        yield "remove-cell"
    if metadata.get("cellView") == "form":
        yield "hide-input"
    for line in _first_comments(source):
        if match := _MARK.fullmatch(line):
            yield _COMMENTS.get(re.sub(r"[- ]", "_", match["word"]), "remove-cell")


def _first_comments(source: str) -> Iterator[str]:
    for line in source.split("\n"):
        text = line.strip()
        if text and not text.startswith("#"):
            return
        if text:
            yield text


def without_directives(source: str) -> str:
    """Return code without the comments at its top that only tell a tool what to do with it."""
    lines = source.split("\n")
    while lines and (not lines[0].strip() or _is_directive(lines[0].strip())):
        del lines[0]
    return "\n".join(lines)


def _is_directive(line: str) -> bool:
    return bool(_MARK.fullmatch(line) or _DIRECTIVE.fullmatch(line))


def sets_up_only(source: str) -> bool:
    """Tell whether code only sets up the notebook: ``%matplotlib inline``."""
    lines = [line.strip() for line in source.splitlines() if line.strip()]
    return bool(lines) and all(map(_SETTINGS.fullmatch, lines))
