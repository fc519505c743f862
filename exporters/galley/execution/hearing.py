"""What a kernel says, as outputs of the cells that it answers.

A kernel may be in the hands of a stranger's code, so a message is not believed to be well formed,
and what is kept of all of them is counted.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from nbformat import NotebookNode

from galley.execution.code import as_node

# Each output takes some space beside its text.
_BYTES_EACH = 100
_STREAMS = frozenset({"stdout", "stderr"})
# What an error may say before the rest of it is left out; its page shows far less.
_LONGEST_LINE = 2_000
_LONGEST_TRACEBACK = 20_000


@dataclass
class Hearing:
    """The cells that a kernel was asked to run, and what it has said of them so far.

    Attributes
    ----------
    kept_bytes
        The size of all outputs; what was cleared or replaced counts no more.
    """

    kept_bytes: int = 0
    _cells: dict[str, NotebookNode] = field(default_factory=dict)
    _displays: dict[str, list[NotebookNode]] = field(default_factory=dict)
    _sizes: dict[int, int] = field(default_factory=dict)
    _to_clear: set[str] = field(default_factory=set)

    def expect(self, request: str, cell: NotebookNode) -> None:
        """Let what is said of a request be the outputs of a cell, from now on."""
        self._cells[request] = cell
        cell.outputs = []

    def hear(self, message: Mapping[str, Any]) -> bool:
        """Take in a message; return whether it says that its request is done."""
        request = str(message["parent_header"].get("msg_id"))
        cell, content = self._cells.get(request), message["content"]
        if cell is None or not isinstance(content, Mapping):
            return False
        match message["header"]["msg_type"]:
            case "status":
                return content.get("execution_state") == "idle"
            case "clear_output" if content.get("wait"):
                self._to_clear.add(request)
            case "clear_output":
                self._clear(cell)
            case "update_display_data":
                self._update(content)
            case kind:
                self._add(request, cell, _output(kind, content), content)
        return False

    def _add(
        self,
        request: str,
        cell: NotebookNode,
        output: NotebookNode | None,
        content: Mapping[str, Any],
    ) -> None:
        if output is None:
            return
        if request in self._to_clear:
            self._to_clear.discard(request)
            self._clear(cell)
        name = _display_id(content)
        if name:
            # Another display of the same name shows the newest, in all places.
            self._update(content)
            self._displays.setdefault(name, []).append(output)
        cell.outputs.append(output)
        self._weigh(output)

    def _update(self, content: Mapping[str, Any]) -> None:
        bundle = _output("display_data", content)
        for shown in self._displays.get(_display_id(content), []):
            if bundle is not None and id(shown) in self._sizes:
                shown["data"], shown["metadata"] = bundle["data"], bundle["metadata"]
                self._weigh(shown)

    def _weigh(self, output: NotebookNode) -> None:
        size = _BYTES_EACH + len(json.dumps(output, ensure_ascii=False))
        self.kept_bytes += size - self._sizes.get(id(output), 0)
        self._sizes[id(output)] = size

    def _clear(self, cell: NotebookNode) -> None:
        for output in cell.outputs:
            self.kept_bytes -= self._sizes.pop(id(output), 0)
        gone = {id(output) for output in cell.outputs}
        for name, shown in self._displays.items():
            self._displays[name] = [output for output in shown if id(output) not in gone]
        cell.outputs = []


def shortened(content: Mapping[str, Any]) -> dict[str, Any]:
    """Return what is said of an error, at a length that somebody can read."""
    lines = content.get("traceback")
    lines = [_text(line) for line in lines] if isinstance(lines, list) else []
    return {
        "ename": _cut(_text(content.get("ename")), _LONGEST_LINE),
        "evalue": _cut(_text(content.get("evalue")), _LONGEST_LINE),
        "traceback": _cut("\n".join(lines), _LONGEST_TRACEBACK).split("\n") if lines else [],
    }


def _cut(text: str, longest: int) -> str:
    """Return a text whose middle is left out where it is too long, which is said there."""
    if len(text) <= longest:
        return text
    half = longest // 2
    return f"{text[:half]} [… {len(text) - 2 * half:,} characters …] {text[-half:]}"


def _output(kind: str, content: Mapping[str, Any]) -> NotebookNode | None:
    """Return the output that a message is; ``None`` for one that is no output."""
    match kind:
        case "stream" if content.get("name") in _STREAMS:
            found = {"name": content["name"], "text": _text(content.get("text"))}
        case "display_data":
            found = _bundle(content)
        case "execute_result":
            count = content.get("execution_count")
            found = _bundle(content) | {"execution_count": count if _is_count(count) else None}
        case "error":
            found = shortened(content)
        case _:
            return None
    return as_node({"output_type": kind, **found})


def _bundle(content: Mapping[str, Any]) -> dict[str, Any]:
    data, metadata = content.get("data"), content.get("metadata")
    data = data if isinstance(data, Mapping) else {}
    return {
        "data": {kind: value for kind, value in data.items() if _is_shown(kind, value)},
        "metadata": dict(metadata) if isinstance(metadata, Mapping) else {},
    }


def _is_shown(kind: str, value: object) -> bool:
    if isinstance(value, list):
        return _is_json(kind) or all(isinstance(line, str) for line in value)
    return isinstance(value, str) or _is_json(kind)


def _is_json(kind: str) -> bool:
    return kind == "application/json" or (kind.startswith("application/") and "+json" in kind)


def _is_count(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _text(value: object) -> str:
    return value if isinstance(value, str) else "" if value is None else str(value)


def _display_id(content: Mapping[str, Any]) -> str:
    transient = content.get("transient")
    return _text(transient.get("display_id")) if isinstance(transient, Mapping) else ""
