"""Notebooks of other times and machines: formats, kernels, ids, tags, encodings, names."""

from __future__ import annotations

import copy
import json

from drawings import PNG
from parts import ABSENT, PYTHON, Json, code, markdown, notebook, printed, prose, shown

FORMAT_3: Json = {
    "nbformat": 3,
    "nbformat_minor": 0,
    "metadata": {"name": ""},
    "worksheets": [
        {
            "metadata": {},
            "cells": [
                {"cell_type": "heading", "level": 1, "metadata": {}, "source": ["An old notebook"]},
                {"cell_type": "markdown", "metadata": {}, "source": ["Written ", "in 2013."]},
                {
                    "cell_type": "code",
                    "collapsed": False,
                    "input": ["print 'spikes:', 3\n", "x = 7L\n", "x"],
                    "language": "python",
                    "metadata": {},
                    "outputs": [
                        {"output_type": "stream", "stream": "stdout", "text": ["spikes: 3\n"]},
                        {
                            "output_type": "pyout",
                            "prompt_number": 1,
                            "metadata": {},
                            "text": ["seven spikes"],
                        },
                        {"output_type": "display_data", "metadata": {}, "png": PNG},
                    ],
                    "prompt_number": 1,
                },
                {"cell_type": "heading", "level": 2, "metadata": {}, "source": "What it meant"},
                {
                    "cell_type": "code",
                    "collapsed": False,
                    "input": "1/0",
                    "language": "python",
                    "metadata": {},
                    "outputs": [
                        {
                            "output_type": "pyerr",
                            "ename": "ZeroDivisionError",
                            "evalue": "integer division or modulo by zero",
                            "traceback": ["\x1b[0;31mZeroDivisionError\x1b[0m: by zero"],
                        }
                    ],
                    "prompt_number": 2,
                },
            ],
        }
    ],
}

RUNS = (markdown("# {title}"), code("print('ran ' + 'here')"))

R_SPEC = {"name": "ir", "display_name": "R", "language": "R"}


def runs(title: str, **options: object) -> Json:
    """Return a notebook whose code must run in whatever kernel is found for it."""
    made = notebook(*copy.deepcopy(RUNS), **options)  # type: ignore[arg-type]
    made["cells"][0]["source"] = f"# {title}"
    return made


FILES: dict[str, Json | str | bytes] = {
    "nbformat 3.ipynb": FORMAT_3,
    "python-2.ipynb": notebook(
        markdown("# Python 2 with a kernelspec"),
        code("print 'old'", printed("old print\n")),
        kernel={"name": "python2", "display_name": "Python 2", "language": "python"},
        language_info={"name": "python", "version": "2.7.9"},
    ),
    **{
        f"format/4-{minor}.ipynb": prose(f"# Format 4.{minor}", "", "Text.", minor=minor)
        for minor in range(6)
    },
    "format/4-99.ipynb": prose("# Format 4.99", "", "From the future.", minor=99),
    "kernel/none.ipynb": runs("No kernelspec", kernel="absent"),
    "kernel/null.ipynb": runs("Null kernelspec", kernel=None),
    "kernel/string.ipynb": runs("String kernelspec", kernel="python3"),
    "kernel/local.ipynb": runs(
        "Machine-local kernel",
        kernel={"name": "conda-env-brain-py", "display_name": "brain", "language": "python"},
    ),
    "kernel/r-stored.ipynb": notebook(
        markdown("# R with outputs"),
        code("mean(c(1, 3))", shown({"text/plain": "[1] 2.000 from R"})),
        kernel=R_SPEC,
    ),
    "kernel/r-bare.ipynb": notebook(
        markdown("# R without outputs"), code("mean(c(1, 3))"), kernel=R_SPEC
    ),
    "kernel/r-prose.ipynb": notebook(
        markdown("# R without code"), code("   "), kernel={**R_SPEC, "name": "ir41"}
    ),
    "Café du matin – étude 1.ipynb": prose("Le café, deuxième étude."),
    "old stuff/Über Ärzte (2).ipynb": prose(
        "# Ärzte", "", "[back](../Café%20du%20matin%20–%20étude%201.ipynb)"
    ),
    "bom.ipynb": b"\xef\xbb\xbf" + json.dumps(prose("# With a mark")).encode(),
    "duplicate-ids.ipynb": notebook(
        markdown("# Twice the same id", id="same"),
        markdown("First text.", id="same"),
        markdown("Second text.", id="not legal!"),
        markdown("Third text.", id=None),
        minor=5,
    ),
    "string-tags.ipynb": notebook(
        markdown("# Tags in a string"),
        markdown("HIDDEN BY TAG", metadata={"tags": "remove_cell, other"}),
        markdown("HIDDEN BY LIST", metadata={"tags": ["remove-cell", 3, None]}),
        markdown("Shown.", metadata={"tags": None}),
        markdown("Also shown.", metadata=None),
    ),
    "unknown-types.ipynb": notebook(
        markdown("# Unknown types"),
        {"cell_type": "heading", "level": 2, "metadata": {}, "source": "A late heading"},
        {"cell_type": "hologram", "metadata": {}, "source": "HOLOGRAM SOURCE"},
        "not even a cell",  # type: ignore[arg-type]
        {"cell_type": "markdown", "source": ["Lines ", "in a list."]},
        code("1", {"output_type": "smell", "data": {"text/plain": "SMELL"}}, printed("kept print")),
        {"cell_type": "code", "metadata": {}, "source": None, "outputs": None},
        kernel=ABSENT,
    ),
    "empty-cells.ipynb": notebook(
        markdown("# Empty cells"), code(""), code("\n\n"), markdown(""), code("", execution_count=9)
    ),
    "no-cells.ipynb": notebook(),
    "long.ipynb": notebook(*(markdown(f"# Part {n}", "", f"Text {n}.") for n in range(130))),
    "broken/empty.ipynb": b"",
    "broken/text.ipynb": b"these are my notes\n",
    "broken/list.ipynb": b"[1, 2, 3]",
    "broken/object.ipynb": b'{"name": "package", "version": "1.0"}',
    "broken/truncated.ipynb": json.dumps(prose("# Cut off", "", "text " * 50)).encode()[:200],
    "broken/latin1.ipynb": json.dumps(prose("# Caf\xe9"), ensure_ascii=False).encode("latin-1"),
    "broken/deep.ipynb": b'{"cells": ' + b"[" * 100_000 + b"]" * 100_000 + b"}",
    "broken/nul.ipynb": b"\0" * 4096,
    ".ipynb_checkpoints/long-checkpoint.ipynb": prose("# CHECKPOINT"),
}

__all__ = ["FILES", "PYTHON"]
