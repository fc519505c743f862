"""A post as a notebook: front matter first, then a cell for each heading with its text."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from slugify import slugify

from galley.importing.fields import render_fields
from galley.importing.post import Block, Post

FRONT_MATTER = "front-matter"
_LONGEST_ID = 40
_TAGS = re.compile(r"#\|\s*tags:\s*\[?(?P<tags>[^\]\n]*)\]?\s*")
_KERNELS: Mapping[str, Mapping[str, str]] = {
    "python": {"display_name": "Python 3", "language": "python", "name": "python3"},
    "r": {"display_name": "R", "language": "R", "name": "ir"},
    "julia": {"display_name": "Julia", "language": "julia", "name": "julia"},
}


def notebook_of(post: Post) -> bytes:
    """Return the notebook of a post; the same post makes the same bytes."""
    cells = [_cell("raw", FRONT_MATTER, render_fields(post.fields)), *_body(post.blocks)]
    notebook = {
        "cells": cells,
        "metadata": {"kernelspec": _kernel(post.blocks)},
        "nbformat": 4,
        "nbformat_minor": 5,
    }
    return (json.dumps(notebook, ensure_ascii=False, indent=1) + "\n").encode()


def _kernel(blocks: Iterable[Block]) -> Mapping[str, str]:
    languages = [block.info for block in blocks if block.kind == "cell" and block.info]
    return _KERNELS.get(languages[0] if languages else "", _KERNELS["python"])


def _body(blocks: Iterable[Block]) -> Iterator[dict[str, Any]]:
    taken = {FRONT_MATTER}
    for group in _groups(blocks):
        name = _free_id(group[0], taken)
        if group[0].kind == "cell":
            yield _cell("code", name, group[0].text)
        else:
            yield _cell("markdown", name, "\n\n".join(block.text for block in group))


def _groups(blocks: Iterable[Block]) -> Iterator[list[Block]]:
    """Yield what stands in one cell: a heading with what follows it, or code that runs."""
    group: list[Block] = []
    for block in blocks:
        if not block.text.strip():
            continue
        if group and (block.kind in {"heading", "cell"} or group[0].kind == "cell"):
            yield group
            group = []
        group.append(block)
    if group:
        yield group


def _free_id(first: Block, taken: set[str]) -> str:
    """Name a cell after its heading, so that a finding names what the author sees."""
    words = first.text.lstrip("#").split("{#")[0] if first.kind == "heading" else ""
    stem = slugify(words, max_length=_LONGEST_ID, word_boundary=True)
    stem = stem or ("code" if first.kind == "cell" else "text")
    name, count = stem, 1
    while name in taken:
        count += 1
        name = f"{stem}-{count}"
    taken.add(name)
    return name


def _cell(kind: str, name: str, source: str) -> dict[str, Any]:
    cell: dict[str, Any] = {"cell_type": kind, "id": name, "metadata": {}}
    if kind == "code":
        source, tags = _without_tags(source)
        cell |= {"execution_count": None, "outputs": []}
        cell["metadata"] = {"tags": tags} if tags else {}
    return cell | {"source": source.splitlines(keepends=True)}


def _without_tags(source: str) -> tuple[str, list[str]]:
    """Take the tags of a cell out of its options; in a notebook they have a place of their own."""
    lines = source.split("\n")
    found = [match for line in lines if (match := _TAGS.fullmatch(line))]
    words = [word.strip(" \"'") for match in found for word in match["tags"].split(",")]
    rest = [line for line in lines if not _TAGS.fullmatch(line)]
    return "\n".join(rest), [word for word in words if word]
