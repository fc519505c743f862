"""Where files lie on one machine: of no use to readers, and mostly the name of a person.

Of such a path in an output readers see the name of the file alone. What an author writes herself,
in prose or in code that is shown, stays as it is; a check tells her.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from nbformat import NotebookNode

from galley.findings import Finding, Place, Severity

RULE = "machine-path"

# Folders in which people's own files lie, and those of the machine.
_HOMES = r"(?:home|Users|export/home|Volumes|content/g?drive|mnt/[a-z]/Users|gpfs|scratch|nfs)"
_ROOTS = r"(?:root|tmp|var|private|mnt|opt|usr|srv|kaggle|etc|dbfs|workspaces?)"
_PLAIN = r"[^\s/\\<>\"'`|*?,;:()\[\]{}&$\x1b]+"
# A folder's name may hold blanks; a full stop in one is the end of a file's name or a sentence.
_SPACED = r"(?:[^\s/\\<>\"'`|*?,;:()\[\]{}&$.\x1b]+(?: [^\s/\\<>\"'`|*?,;:()\[\]{}&$.\x1b]+){1,4})"
_POSIX = (
    rf"(?:file://)?(?:/{_HOMES}/(?:{_SPACED}(?=/)|{_PLAIN})|/{_ROOTS}(?=/{_PLAIN})|~[\w.-]*(?=/))"
    rf"(?:/(?:{_SPACED}(?=/)|{_PLAIN}))*/?"
)
_BACK = r"\\{1,2}"
_WINDOWS = (
    rf"(?:(?:file:///)?[A-Za-z]:(?:{_BACK}|/(?=Users/))|\\\\(?=[\w.-]{{2,}}\\{{1,2}}[\w$-]+\\))"
    rf"(?:(?:{_SPACED}|{_PLAIN})(?:{_BACK}|/))*(?:{_PLAIN})?"
)
# A colour code of a terminal may stand before one.
_PATH = re.compile(rf"(?:(?<![\w./~\\#&-])|(?<=[\d;\[]m))(?:{_POSIX}|{_WINDOWS})")
# Most texts hold none of these, and are not looked through.
_MARK = re.compile(r"/[a-zA-Z]|~[\w.-]*/|[A-Za-z]:\\|\\\\")
_HOME_ALONE = re.compile(rf"(?:file://)?/{_HOMES}/[^/]*/?|[A-Za-z]:.*?Users[\\/]+[^\\/]*[\\/]*")
_HIDDEN = "…"
_ADDRESS = re.compile(
    r"""(\b(?:href|src)\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>"']+)|\]\(\s*[^)\s]+)""", re.IGNORECASE
)
_ROOTED = re.compile(rf"(=\s*[\"']?|\(\s*<?)(/(?:{_HOMES}|{_ROOTS})/)", re.IGNORECASE)

# What is text in a bundle; the rest is pictures, or read by other programs.
_TEXT_TYPES = frozenset(["text/plain", "text/html", "text/markdown", "text/latex", "image/svg+xml"])

_MARKUP = frozenset(["text/html", "text/markdown"])


def short_paths(text: str) -> str:
    """Return a text in which of each path of a machine the name of the file is left."""
    return _PATH.sub(_file_name, text) if _MARK.search(text) else text


def _short_markup(markup: str) -> str:
    """Return the same of HTML or Markdown; links there keep an address that is refused later."""
    parts = _ADDRESS.split(markup) if _MARK.search(markup) else [markup]
    # Every second part is an attribute with an address.
    return "".join(
        _ROOTED.sub(r"\1file://\2", part) if index % 2 else short_paths(part)
        for index, part in enumerate(parts)
    )


def _file_name(match: re.Match[str]) -> str:
    path = match[0]
    # A full stop at its end is that of a sentence.
    kept = path.rstrip(".")
    if _HOME_ALONE.fullmatch(kept):
        return _HIDDEN + path[len(kept) :]
    name = re.split(r"[/\\]+", kept.rstrip("/\\"))[-1]
    return (name or _HIDDEN) + path[len(kept) :]


def without_machine_paths(cell: NotebookNode) -> NotebookNode:
    """Return a cell whose outputs name files without where they lie."""
    outputs = cell.get("outputs")
    if not outputs:
        return cell
    return NotebookNode(cell, outputs=[_short_output(output) for output in outputs])


def _short_output(output: NotebookNode) -> NotebookNode:
    if "data" in output:
        return NotebookNode(output, data=NotebookNode(_short_bundle(output.data)))
    fields = ("text", "ename", "evalue", "traceback")
    return NotebookNode(
        output, **{name: _each(output[name], short_paths) for name in fields if name in output}
    )


def _short_bundle(data: NotebookNode) -> dict[str, Any]:
    return {
        kind: _each(value, _short_markup if kind in _MARKUP else short_paths)
        if kind in _TEXT_TYPES
        else value
        for kind, value in data.items()
    }


def _each(value: Any, change: Callable[[str], str]) -> Any:  # noqa: ANN401 — text or lines
    if isinstance(value, str):
        return change(value)
    return [_each(item, change) for item in value] if isinstance(value, list) else value


def path_findings(cell: NotebookNode, place: Place) -> Iterator[Finding]:
    """Tell of paths of one machine in what a cell shows; one finding for a cell."""
    if any(short_paths(text) != text for text in _printed(cell.get("outputs", ()))):
        yield Finding(
            RULE,
            Severity.WARNING,
            place,
            "this cell shows where a file lies on one computer; readers see the file's name alone",
            "Print the name alone, for example path.name, or nothing of it.",
        )


def _printed(outputs: Iterable[NotebookNode]) -> Iterator[str]:
    """Yield what was shown on purpose; tracebacks and warnings name files by themselves."""
    for output in outputs:
        values = list(output.data.items()) if "data" in output else []
        # What an editor noted in a drawing is seen by nobody, and taken out elsewhere.
        texts = (value for kind, value in values if kind in _TEXT_TYPES - {"image/svg+xml"})
        yield from (text for text in texts if isinstance(text, str))
        if output.output_type == "stream" and output.get("name") != "stderr":
            yield output.text
