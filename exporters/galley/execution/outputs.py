"""Outputs as they are kept: brought back to the author's notebook, the same bytes at each run."""

from __future__ import annotations

import copy
import itertools
import os
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from nbformat import NotebookNode

from galley.execution.code import as_node, code_cells, execution_tags

_ANSI = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[@-Z\\-_])")
# `<matplotlib.lines.Line2D at 0x7f0c3a5d1e50>`: where an object lies in memory.
_ADDRESS = re.compile(r"(?<= at )0x[0-9a-fA-F]{6,16}(?=[>,\])\s])")
# ipykernel names the file of a cell after its own process.
_KERNEL_FILE = re.compile(r"ipykernel_\d+[/\\]\d+\.py")
# Where this machine keeps Python and its packages.
_INSTALLED = re.compile(r"[/\\](?:site-packages|[Ll]ib[/\\]python3\.\d+)(?=[/\\])")
_ROOT = re.compile(r"~|/|[A-Za-z]:")
# Words are looked at one by one: a pattern that may begin anywhere takes hours for a long one.
_WORD = re.compile(r"[^\s\x1b\"']+")
_WIDGET = "application/vnd.jupyter.widget-view+json"


@dataclass(frozen=True)
class RunOutputs:
    """What running gave, cell by cell, in the order of the notebook's code cells.

    Attributes
    ----------
    cells
        ``{"outputs": [...], "execution_count": n}`` of each code cell.
    language
        The language the kernel said it speaks; empty where none ran.
    """

    cells: tuple[dict[str, Any], ...] = ()
    language: str = ""


def collect_outputs(executed: NotebookNode, folder: Path) -> RunOutputs:
    """Take the outputs from a notebook that papermill ran; the injected cell is left out."""
    own = [cell for cell in code_cells(executed) if not _is_injected(cell)]
    normalise = _Normaliser(folder)
    language = executed.metadata.get("language_info", {}).get("name", "")
    return RunOutputs(tuple(normalise.cell(cell) for cell in own), str(language))


def with_outputs(notebook: NotebookNode, outputs: RunOutputs) -> NotebookNode:
    """Return the author's notebook with these outputs instead of those it was saved with.

    Cells are matched by their order among the code cells. That is exact, because outputs are
    kept under a key that holds every code cell. Cells tagged ``skip-execution`` keep what they
    were saved with.
    """
    result = copy.deepcopy(notebook)
    for cell, kept in zip(code_cells(result), outputs.cells, strict=True):
        if "skip-execution" not in execution_tags(cell):
            cell.outputs = [as_node(output) for output in kept["outputs"]]
            cell.execution_count = kept["execution_count"]
    # The state of widgets has random ids and needs a live page; their text stays.
    result.metadata.pop("widgets", None)
    if outputs.language and "language_info" not in result.metadata:
        result.metadata["language_info"] = as_node({"name": outputs.language})
    return result


def plain_text(text: str) -> str:
    """Return text without ANSI colour codes."""
    return _ANSI.sub("", text)


def without_paths(text: str, folder: Path) -> str:
    """Return a traceback or warning that names files as seen from the notebook's folder."""
    text = _WORD.sub(_without_kernel_file, text)
    for spelling in _spellings(folder):
        text = text.replace(spelling, "")
    return _WORD.sub(_without_installed, text)


def _without_kernel_file(found: re.Match[str]) -> str:
    word = found[0]
    last = next(reversed(list(_KERNEL_FILE.finditer(word))), None)
    return word if last is None else f"the cell{word[last.end() :]}"


def _without_installed(found: re.Match[str]) -> str:
    word = found[0]
    last = next(reversed(list(_INSTALLED.finditer(word))), None)
    root = _ROOT.search(word)
    if last is None or root is None or root.end() > last.start():
        return word
    return f"{word[: root.start()]}{word[last.end() + 1 :]}"


def _is_injected(cell: NotebookNode) -> bool:
    return "injected-parameters" in cell.metadata.get("tags", [])


@dataclass
class _Normaliser:
    """Takes out of outputs what differs from run to run and from machine to machine."""

    folder: Path
    widgets: dict[str, str] = field(default_factory=dict)

    def cell(self, cell: NotebookNode) -> dict[str, Any]:
        told = _gather_streams(dict(output) for output in cell.get("outputs", []))
        outputs = [self.output(output) for output in told]
        return {"outputs": outputs, "execution_count": cell.get("execution_count")}

    def output(self, output: dict[str, Any]) -> dict[str, Any]:
        if output["output_type"] == "error":
            traceback = [without_paths(line, self.folder) for line in output["traceback"]]
            return output | {"traceback": traceback}
        if output["output_type"] == "stream":
            if output["name"] == "stderr":
                output["text"] = without_paths(output["text"], self.folder)
            return output
        return output | {"data": self._data(output["data"])}

    def _data(self, data: dict[str, Any]) -> dict[str, Any]:
        plain = data.get("text/plain")
        if isinstance(plain, str):
            data = data | {"text/plain": _ADDRESS.sub("0x0", plain)}
        if _WIDGET in data:
            data = data | {_WIDGET: self._widget(data[_WIDGET])}
        return dict(data)

    def _widget(self, view: dict[str, Any]) -> dict[str, Any]:
        model = str(view.get("model_id", ""))
        number = self.widgets.setdefault(model, f"widget-{len(self.widgets) + 1}")
        return view | {"model_id": number}


def _gather_streams(outputs: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Join what was printed between two other outputs: all of stdout, then all of stderr.

    A kernel sends it in pieces, and where one ends and the next begins is a matter of time.
    """
    gathered: list[dict[str, Any]] = []
    for are_streams, group in itertools.groupby(outputs, _is_stream):
        neighbours = list(group)
        gathered += _joined(neighbours) if are_streams else neighbours
    return gathered


def _joined(streams: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return one stream of each name, in the order in which readers see them."""
    pieces: dict[str, list[dict[str, Any]]] = {"stdout": [], "stderr": []}
    for stream in streams:
        pieces.setdefault(stream["name"], []).append(stream)
    return [
        same[0] | {"text": "".join(stream["text"] for stream in same)}
        for same in pieces.values()
        if same
    ]


def _is_stream(output: dict[str, Any]) -> bool:
    return bool(output["output_type"] == "stream")


def _spellings(folder: Path) -> Iterable[str]:
    """Yield the ways in which a traceback writes the notebook's folder."""
    home = Path.home()
    for place in (folder, folder.resolve()):
        yield f"{place}{os.sep}"
        if place.is_relative_to(home):
            yield f"~{os.sep}{place.relative_to(home)}{os.sep}"
