"""Widgets without their kernel: what they last showed, from the state saved in the notebook."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import escape
from typing import Any

WIDGET_VIEW = "application/vnd.jupyter.widget-view+json"
_STATE = "application/vnd.jupyter.widget-state+json"
_PROGRESS = re.compile(
    r"(?:Float|Int)Progress\(|^\s*[^\n]{0,200}?\d+%\|.{0,80}\||^0it \["
    r"|^HBox\(children=\((?:Float|Int|HTML)|it/s\]\s*$"
)
_WITHOUT_WORDS = re.compile(
    r"Layout|Style|Link$|Button|Upload|Controller|Play|Picker|Canvas|Toolbar|Figure|MapModel"
)
_BOXES = re.compile(r"Box|Tab|Accordion|Stack|Layout")
_CHOICES = re.compile(r"Dropdown|Select|Radio|Toggle|Combobox")
_CODE = re.compile(r"\s*(?:[\w.]+\(|<)")
_DEEPEST = 20

Widgets = Mapping[str, Mapping[str, Any]]
"""Model id → the model's own record: its name and its state."""


def widgets_of(metadata: Mapping[str, Any]) -> Widgets:
    """Return the widgets whose state a notebook holds."""
    held = metadata.get("widgets")
    kept = held.get(_STATE) if isinstance(held, Mapping) else None
    models = kept.get("state") if isinstance(kept, Mapping) else None
    if not isinstance(models, Mapping):
        return {}
    return {str(name): model for name, model in models.items() if isinstance(model, Mapping)}


def is_progress(text: str) -> bool:
    """Tell whether a widget's text is a progress bar, which is of use only while it grows."""
    return bool(_PROGRESS.search(text))


def is_in_words(text: str) -> bool:
    """Tell whether a widget's text is more than its name: ``IntSlider(value=7)`` is code."""
    return bool(text.strip()) and not _CODE.match(text)


def widget_bundles(view: object, widgets: Widgets) -> tuple[dict[str, Any], ...] | None:
    """Return what a widget shows as outputs: HTML, text, pictures; None where nobody knows."""
    name = str(view.get("model_id", "")) if isinstance(view, Mapping) else ""
    if name not in widgets:
        return None
    return tuple(_joined(_shown(name, widgets, 0)))


def _shown(name: str, widgets: Widgets, depth: int) -> Iterator[dict[str, Any]]:
    model = widgets.get(name, {})
    state = model.get("state")
    kind = str(model.get("model_name", ""))
    if not isinstance(state, Mapping) or depth > _DEEPEST:
        return
    if kind == "OutputModel":
        outputs = state.get("outputs")
        for output in outputs if isinstance(outputs, list) else []:
            if isinstance(output, Mapping):
                yield {"output": dict(output)}
    elif _BOXES.search(kind) or isinstance(state.get("children"), list):
        for child in state.get("children") or ():
            yield from _shown(str(child).removeprefix("IPY_MODEL_"), widgets, depth + 1)
    elif "Progress" not in kind:
        html = _words(kind, state)
        if html:
            yield {"html": html}


def _words(kind: str, state: Mapping[str, Any]) -> str:
    label = _plain(state.get("description"))
    value = state.get("value")
    if kind in {"HTMLModel", "HTMLMathModel"}:
        text = str(value) if isinstance(value, str) else ""
        # tqdm's percentage and count stand around the bar.
        is_bar = re.fullmatch(r"\s*[^<>]*\d+%\s*|\s*\d+/\S+\s\[.*\]\s*", text) is not None
        return "" if is_bar else f"<div>{text}</div>"
    if _WITHOUT_WORDS.search(kind):
        return ""
    if _CHOICES.search(kind):
        value = _chosen(state)
    if isinstance(value, list):
        value = " – ".join(map(_plain, value))
    text = _plain(value)
    if not (text or label):
        return ""
    named = f"{escape(label)}: " if label and text and not label.endswith(":") else escape(label)
    return f"<p>{named}{escape(text)}</p>"


def _chosen(state: Mapping[str, Any]) -> object:
    options, index = state.get("_options_labels"), state.get("index")
    if isinstance(options, list) and isinstance(index, int) and 0 <= index < len(options):
        return options[index]
    return state.get("value", "")


def _plain(value: object) -> str:
    if isinstance(value, bool):
        return "✓" if value else "–"
    return str(value).strip() if isinstance(value, str | int | float) else ""


def _joined(parts: Iterator[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Put neighbouring words into one output; whole outputs stay by themselves."""
    html = ""
    for part in parts:
        if "html" in part:
            html += part["html"]
            continue
        if html:
            yield _display({"text/html": html})
            html = ""
        yield part["output"]
    if html:
        yield _display({"text/html": html})


def _display(data: dict[str, Any]) -> dict[str, Any]:
    return {"output_type": "display_data", "data": data, "metadata": {}}
