"""Cells, outputs and notebooks as plain JSON values: nbformat's own makers would mend too much."""

from __future__ import annotations

import base64
import io
from typing import Any

from PIL import Image

Json = dict[str, Any]

PYTHON = {"name": "python3", "display_name": "Python 3", "language": "python"}
# No machine that runs the tests has it, so what is stored is what readers see.
ABSENT = {"name": "octave", "display_name": "Octave", "language": "octave"}


def markdown(*lines: str, **fields: Any) -> Json:
    return {"cell_type": "markdown", "metadata": {}, "source": "\n".join(lines), **fields}


def raw(*lines: str, **fields: Any) -> Json:
    return {"cell_type": "raw", "metadata": {}, "source": "\n".join(lines), **fields}


def code(source: str, *outputs: Json, **fields: Any) -> Json:
    cell = {"cell_type": "code", "metadata": {}, "source": source, "outputs": list(outputs)}
    return {**cell, "execution_count": 1 if outputs else None, **fields}


def shown(data: Json, **fields: Any) -> Json:
    return {"output_type": "display_data", "data": data, "metadata": {}, **fields}


def printed(text: str | list[str], name: str = "stdout") -> Json:
    return {"output_type": "stream", "name": name, "text": text}


def raised(name: str, message: str, *traceback: str) -> Json:
    return {"output_type": "error", "ename": name, "evalue": message, "traceback": list(traceback)}


def output(*bundles: Json, source: str = "x") -> Json:
    """Return a cell that has shown some bundles."""
    return code(source, *map(shown, bundles))


def notebook(
    *cells: Json, minor: int = 5, kernel: object = PYTHON, title: str = "", **metadata: Any
) -> Json:
    """Return a notebook; without a kernel where `kernel` is the text ``absent``."""
    named = {} if kernel == "absent" else {"kernelspec": kernel}
    every = (markdown(f"# {title}"), *cells) if title else cells
    known = [_with_id(cell, number) for number, cell in enumerate(every, start=1)]
    return {
        "nbformat": 4,
        "nbformat_minor": minor,
        "metadata": {**named, **metadata},
        "cells": known if minor >= 5 else list(every),
    }


def stored(*cells: Json, **metadata: Any) -> Json:
    """Return a notebook that no kernel here can run, so its stored outputs are shown."""
    return notebook(*cells, kernel=ABSENT, **metadata)


def prose(*lines: str, **metadata: Any) -> Json:
    """Return a notebook of one Markdown cell."""
    return notebook(markdown(*lines), **metadata)


def png(width: int = 8, height: int = 6, colour: str = "#123456") -> bytes:
    """Return a plain picture of a size, in pixels."""
    out = io.BytesIO()
    Image.new("RGB", (width, height), colour).save(out, "PNG")
    return out.getvalue()


def base64_of(data: bytes) -> str:
    return base64.b64encode(data).decode()


def _with_id(cell: Json, number: int) -> Json:
    return cell if "id" in cell else {"id": f"cell-{number}", **cell}
