"""A grammar of notebooks: from whole ones to ones that are hardly notebooks any more."""

from __future__ import annotations

import json
from copy import deepcopy
from typing import Any

from hypothesis import strategies as st
from tests.corpus.case import Case
from tests.corpus.parts import ABSENT, base64_of, png
from tests.hostile.fuzz.words import ATTACKS, MARKUP, PLACES, SEPARATORS, WORDS

_SPECIAL = "<>\"'&$`*_[](){}|\\#:;@~^=%!\n\r\t \x00\u2028\u202e"

JUNK = st.sampled_from(
    [None, True, 0, -1, 1e308, 10**30, "", "x", [], ["x"], [None], {}, {"": ""}, {"x": {"y": []}}]
).map(deepcopy)

ATOMS = st.sampled_from((*WORDS, *MARKUP, *ATTACKS))


@st.composite
def _placed(draw: st.DrawFn, inner: st.SearchStrategy[str]) -> str:
    place, count = draw(st.sampled_from(PLACES)), 2
    return place.format(*[draw(inner) for _ in range(count)])


def _joined(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    several = st.lists(inner, min_size=2, max_size=4)
    return st.builds(str.join, st.sampled_from(SEPARATORS), several)


@st.composite
def _damaged(draw: st.DrawFn, inner: st.SearchStrategy[str]) -> str:
    """Cut out, double or put in a few characters, where meaning is likely to break."""
    text = draw(inner)
    start = draw(st.integers(0, len(text)))
    end = min(len(text), start + draw(st.integers(0, 6)))
    put_in = draw(st.sampled_from(("", *_SPECIAL, text[start:end] * 2)))
    return text[:start] + put_in + text[end:]


TEXT = st.recursive(
    ATOMS,
    lambda inner: st.one_of(_placed(inner), _joined(inner), _damaged(inner)),
    max_leaves=5,
)

SVG = st.builds(
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    ' width="20" height="10" viewBox="0 0 20 10">{}<circle r="4"/></svg>'.format,
    TEXT,
)
PNG = st.sampled_from([base64_of(png()), base64_of(png()[:40]), "not base64", ""])

FIGURE = st.fixed_dictionaries(
    {"schema": st.just(1), "alt": TEXT, "caption": TEXT},
    optional={
        "description": TEXT,
        "evidence": st.fixed_dictionaries(
            {"class": st.sampled_from(["data", "model", "schematic", "x"]), "note": TEXT}
        ),
        "data": st.fixed_dictionaries(
            {
                "columns": st.lists(TEXT, max_size=2),
                "rows": st.lists(st.lists(TEXT, max_size=2), max_size=2),
            }
        ),
        "narrow_svg": SVG,
    },
)

_MIME: dict[str, st.SearchStrategy[Any]] = {
    "text/plain": TEXT,
    "text/html": TEXT,
    "text/markdown": TEXT,
    "text/latex": TEXT,
    "image/svg+xml": SVG,
    "image/png": PNG,
    "application/javascript": TEXT,
    "application/json": JUNK,
    "application/vnd.galley.figure+json": FIGURE,
    "application/vnd.jupyter.widget-view+json": JUNK,
    "application/vnd.plotly.v1+json": JUNK,
    "application/x-unheard-of": TEXT,
}
BUNDLE = st.fixed_dictionaries({}, optional=_MIME)

OUTPUT = st.one_of(
    st.builds(lambda data: {"output_type": "display_data", "data": data, "metadata": {}}, BUNDLE),
    st.builds(
        lambda name, text: {"output_type": "stream", "name": name, "text": text},
        st.sampled_from(["stdout", "stderr", "<b>"]),
        TEXT,
    ),
    st.builds(
        lambda name, text: {
            "output_type": "error",
            "ename": name,
            "evalue": text,
            "traceback": [text, f"\x1b[31m{text}\x1b[0m"],
        },
        TEXT,
        TEXT,
    ),
    st.builds(lambda kind: {"output_type": kind}, TEXT),
)

METADATA = st.fixed_dictionaries(
    {},
    optional={
        "tags": st.one_of(JUNK, st.lists(st.sampled_from(["hide-input", "x y", "<b>"]))),
        "jupyter": JUNK,
        "name": TEXT,
        "slideshow": JUNK,
    },
)

CELL = st.one_of(
    st.builds(
        lambda source, metadata, name: {
            "cell_type": "markdown",
            "metadata": metadata,
            "source": source,
            "attachments": {name: {"image/png": base64_of(png())}},
        },
        TEXT,
        METADATA,
        st.sampled_from(["a.png", "../../a.png", "a b.svg", "<b>"]),
    ),
    st.builds(
        lambda source, metadata, outputs: {
            "cell_type": "code",
            "metadata": metadata,
            "source": source,
            "outputs": outputs,
            "execution_count": 1,
        },
        TEXT,
        METADATA,
        st.lists(OUTPUT, max_size=3),
    ),
    st.builds(
        lambda kind, source: {"cell_type": kind, "metadata": {}, "source": source},
        st.sampled_from(["raw", "heading", "hologram"]),
        TEXT,
    ),
)

FRONT_MATTER = st.builds(
    lambda fields: {
        "cell_type": "raw",
        "metadata": {},
        "source": "---\n" + "\n".join(f"{k}: {json.dumps(v)}" for k, v in fields.items()) + "\n---",
    },
    st.fixed_dictionaries(
        {"title": TEXT},
        optional={
            "slug": st.sampled_from(
                ["../up", "a/b", ".", "", "index", "CON", "<b>", "é", "x" * 99]
            ),
            "date": st.sampled_from(["2026-01-02", "2026-13-40", "soon", 5]),
            "authors": st.one_of(JUNK, st.lists(TEXT, max_size=2)),
            "tags": st.one_of(JUNK, st.lists(TEXT, max_size=2)),
            "category": TEXT,
            "description": TEXT,
            "lang": st.sampled_from(["en", "id", "xx", "<b>", 3]),
            "aliases": st.lists(st.sampled_from(["old.html", "../up.html", "javascript:x"])),
            "image": st.sampled_from(["picture.png", "../secret.png", "https://e.example/a.png"]),
            "key_points": st.one_of(JUNK, st.lists(TEXT, max_size=2)),
            "disclosures": TEXT,
            "trusted": st.just(True),
            "bibliography": st.sampled_from(["../secret.bib", "references.bib", 7]),
        },
    ),
)


@st.composite
def _notebook(draw: st.DrawFn) -> dict[str, Any]:
    first = draw(st.lists(FRONT_MATTER, max_size=1))
    metadata = draw(
        st.fixed_dictionaries(
            {"kernelspec": st.one_of(st.just(ABSENT), st.just({"name": "x", "language": "y"}))},
            optional={"title": TEXT, "authors": JUNK, "widgets": JUNK, "language_info": JUNK},
        )
    )
    return {
        "nbformat": draw(st.sampled_from([4, 4, 4, 4, 3, 5])),
        "nbformat_minor": draw(st.sampled_from([4, 4, 5, 99])),
        "metadata": metadata,
        "cells": first + draw(st.lists(CELL, min_size=1, max_size=5)),
    }


@st.composite
def _with_junk(draw: st.DrawFn, notebooks: st.SearchStrategy[Any]) -> Any:
    """Put a value where it does not belong, somewhere in the tree."""
    value = deepcopy(draw(notebooks))
    node, key = draw(st.sampled_from(list(_places(value))))
    node[key] = draw(JUNK)
    return value


def _places(value: Any) -> Any:
    pairs = value.items() if isinstance(value, dict) else enumerate(value)
    for key, inner in list(pairs):
        yield value, key
        if isinstance(inner, dict | list):
            yield from _places(inner)


@st.composite
def _damaged_bytes(draw: st.DrawFn, notebooks: st.SearchStrategy[Any]) -> bytes:
    """Break a file off, or put bytes into it that do not belong."""
    data = json.dumps(draw(notebooks)).encode()
    at = draw(st.integers(0, len(data)))
    put_in = draw(st.sampled_from([b"", b"\x00", b"\xff\xfe", b"}", b"<<<<<<<", b"\n"]))
    rest = data[at:] if draw(st.booleans()) else b""
    return data[:at] + put_in + rest


NOTEBOOK = _notebook()
CONTENT = st.one_of(NOTEBOOK, NOTEBOOK, NOTEBOOK, _with_junk(NOTEBOOK), _damaged_bytes(NOTEBOOK))
NAMES = st.sampled_from(
    [
        "plain",
        "with space",
        "été (2)",
        "CON",
        "-dash",
        "a&b <i>",
        "100%25",
        "quote'\"",
        "sub/folder/deep",
        ".hidden",
        "index",
        "\u202eevil",
        "#hash?query",
        "n" * 200,
    ]
)
CASES = st.dictionaries(NAMES, CONTENT, min_size=1, max_size=5).map(
    lambda files: tuple(Case(f"{name}.ipynb", "", content) for name, content in files.items())
)
