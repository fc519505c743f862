"""Notebooks of other times, programs and machines, as honest people have them."""

from __future__ import annotations

import json

from tests.corpus.case import Case
from tests.corpus.parts import (
    Json,
    base64_of,
    code,
    markdown,
    notebook,
    png,
    printed,
    prose,
    raised,
    shown,
    stored,
)

_R = {"name": "ir", "display_name": "R", "language": "R"}
_MISSING_R = (
    "no kernel for the language 'r' is installed; the outputs stored in the notebook are shown"
)
_RAN = ("ran here",)


def _runs(title: str, **metadata: object) -> Json:
    """Return a notebook whose code must run in whatever kernel is found for it."""
    return notebook(markdown(f"# {title}"), code("print('ran ' + 'here')"), **metadata)


def _sheets(*sheets: list[Json], version: int = 3, name: str = "") -> Json:
    return {
        "nbformat": version,
        "nbformat_minor": 0,
        "metadata": {"name": name},
        "worksheets": [{"metadata": {}, "cells": cells} for cells in sheets],
    }


def _old_code(source: list[str] | str, *outputs: Json) -> Json:
    return {
        "cell_type": "code",
        "collapsed": False,
        "input": source,
        "language": "python",
        "metadata": {},
        "outputs": list(outputs),
        "prompt_number": 1,
    }


def _heading(level: int, text: str) -> Json:
    return {"cell_type": "heading", "level": level, "metadata": {}, "source": [text]}


_FORMAT_3 = _sheets(
    [
        _heading(1, "An old notebook"),
        {"cell_type": "markdown", "metadata": {}, "source": ["Written ", "in 2013."]},
        _old_code(
            ["print 'spikes:', 3\n", "x = 7L\n", "x"],
            {"output_type": "stream", "stream": "stdout", "text": ["spikes: 3\n"]},
            {
                "output_type": "pyout",
                "prompt_number": 1,
                "metadata": {},
                "text": ["seven spikes"],
                "html": "<b>seven</b> spikes",
            },
            {"output_type": "display_data", "metadata": {}, "png": base64_of(png())},
        ),
        _heading(2, "What it meant"),
        _old_code(
            "1/0",
            {
                "output_type": "pyerr",
                "ename": "ZeroDivisionError",
                "evalue": "integer division or modulo by zero",
                "traceback": ["\x1b[0;31mZeroDivisionError\x1b[0m: by zero"],
            },
        ),
    ]
)

_FORMAT_2 = _sheets(
    [
        {"cell_type": "markdown", "source": "# From 2011"},
        {"cell_type": "html", "source": "<b>Words</b> in HTML."},
        {
            "cell_type": "code",
            "collapsed": True,
            "input": "print 1",
            "language": "python",
            "outputs": [{"output_type": "stream", "text": "one of old\n"}],
            "prompt_number": 4,
        },
    ],
    version=2,
)

_CONDA = {"name": "conda-env-brain-py", "display_name": "brain", "language": "python"}
_TRACEBACK = (
    "\x1b[0;31mValueError\x1b[0m Traceback (most recent call last)\n"
    "\x1b[0;32m/home/maria.lopez/anaconda3/lib/python3.8/site-packages/mne/io.py\x1b[0m in read()\n"
    "File \x1b[0;32m~/study/clean.py:12\x1b[0m, in clean\n"
    "C:\\Users\\Maria Lopez\\study\\clean.py in clean(x)"
)

CASES: tuple[Case, ...] = (
    # ------------------------------------------------------------ formats
    Case(
        "format/2.ipynb",
        "nbformat 2: HTML cells, prompt numbers, Python 2",
        _FORMAT_2,
        shows=("From 2011", "<b>Words</b> in HTML.", "one of old"),
        says={
            "kernel-missing": "no kernel for the language 'python 2' is installed; "
            "the outputs stored in the notebook are shown"
        },
    ),
    Case(
        "format/3.ipynb",
        "nbformat 3: heading cells, pyout and pyerr, Python 2",
        _FORMAT_3,
        shows=(
            ">An old notebook</h1>",
            "Written in 2013.",
            "spikes: 3",
            "<b>seven</b> spikes",
            "figure-cell-3-",
            '<h2 id="what-it-meant">',
        ),
        says={
            "cell-error": "this cell ends in an error: ZeroDivisionError: integer division or "
            "modulo by zero"
        },
    ),
    Case(
        "format/3-sheets.ipynb",
        "nbformat 3 with several worksheets",
        _sheets([_heading(1, "Two sheets")], [], [_heading(2, "The second"), markdown("Last.")]),
        shows=("Two sheets", '<h2 id="the-second">', "Last."),
    ),
    Case(
        "format/3-runs.ipynb",
        "nbformat 3 with code that Python 3 runs as well",
        _sheets([_heading(1, "Old and fine"), _old_code(["print('ran ' + 'here')"])]),
        shows=_RAN,
    ),
    *(
        Case(
            f"format/4-{minor}.ipynb",
            f"nbformat 4.{minor}",
            prose(f"# Format 4.{minor}", "", "Text.", minor=minor),
            shows=(f">Format 4.{minor}</h1>", "<p>Text.</p>"),
        )
        for minor in range(6)
    ),
    Case(
        "format/4-99.ipynb",
        "A later minor version",
        prose("# Format 4.99", "", "From the future.", minor=99),
        shows=("From the future.",),
    ),
    Case(
        "format/5.ipynb",
        "A later major version that is nearly the same",
        {**prose("# Format 5", "", "From the future."), "nbformat": 5, "nbformat_minor": 0},
        shows=("From the future.",),
        says={"notebook-newer-format": "the notebook's format 5 is newer than Galley knows"},
    ),
    Case(
        "format/python-2.ipynb",
        "A Python 2 kernel, and code that only it can read",
        notebook(
            markdown("# Python 2 with a kernelspec"),
            code("print 'old'", printed("old print\n")),
            kernel={"name": "python2", "display_name": "Python 2", "language": "python"},
            language_info={"name": "python", "version": "2.7.9"},
        ),
        shows=("old print",),
        says={
            "kernel-missing": "no kernel for the language 'python 2' is installed; "
            "the outputs stored in the notebook are shown"
        },
    ),
    # ------------------------------------------------------------ kernels
    Case("kernel/none.ipynb", "No kernelspec", _runs("None", kernel="absent"), shows=_RAN),
    Case("kernel/null.ipynb", "The kernelspec is null", _runs("Null", kernel=None), shows=_RAN),
    Case(
        "kernel/text.ipynb", "The kernelspec is text", _runs("Text", kernel="python3"), shows=_RAN
    ),
    Case("kernel/list.ipynb", "It is a list", _runs("List", kernel=["python3"]), shows=_RAN),
    Case(
        "kernel/local.ipynb",
        "A kernel that only one machine has",
        _runs("Local", kernel=_CONDA),
        shows=_RAN,
        says={
            "kernel-replaced": "the kernel 'conda-env-brain-py' is not installed; 'python3' ran "
            "the code instead"
        },
    ),
    Case(
        "kernel/contradicting.ipynb",
        "The kernel is Python's, and the language is said to be R",
        _runs("Contradicting", language_info={"name": "R", "version": "4.1"}),
        shows=_RAN,
    ),
    Case(
        "kernel/r-stored.ipynb",
        "Another language, with stored outputs",
        notebook(
            markdown("# R with outputs"),
            code("mean(c(1, 3))", shown({"text/plain": "[1] 2.000 from R"})),
            kernel=_R,
        ),
        shows=("[1] 2.000 from R",),
        says={"kernel-missing": _MISSING_R},
    ),
    Case(
        "kernel/r-bare.ipynb",
        "Another language, without outputs",
        notebook(markdown("# R without outputs"), code("mean(c(1, 3))"), kernel=_R),
        state="failed",
        says={
            "kernel-missing": "no kernel for the language 'r' is installed; "
            "the notebook holds no stored outputs"
        },
    ),
    Case(
        "kernel/r-prose.ipynb",
        "Another language, and no code at all",
        notebook(markdown("# R without code"), code("   "), kernel={**_R, "name": "ir41"}),
        shows=(">R without code</h1>",),
    ),
    # ------------------------------------------------------------ cells
    Case(
        "cells/duplicate-ids.ipynb",
        "Ids that come twice, are illegal or missing",
        notebook(
            markdown("# Twice the same id", id="same"),
            markdown("First text.", id="same"),
            markdown("Second text.", id="not legal!"),
            markdown("Third text.", id=None),
        ),
        shows=("First text.", "Second text.", "Third text."),
    ),
    Case(
        "cells/string-tags.ipynb",
        "Tags in one string, and hidden cells",
        notebook(
            markdown("# Tags in a string"),
            markdown("HIDDEN BY TEXT", metadata={"tags": "remove_cell, other"}),
            markdown("HIDDEN BY LIST", metadata={"tags": ["remove-cell", 3, None]}),
            markdown("Shown.", metadata={"tags": None}),
            markdown("Also shown.", metadata=None),
        ),
        shows=("<p>Shown.</p>", "<p>Also shown.</p>"),
        lacks=("HIDDEN BY",),
    ),
    Case(
        "cells/empty.ipynb",
        "Empty cells, which vanish",
        notebook(
            markdown("# Empty cells"),
            code(""),
            code("\n\n"),
            markdown(""),
            code("", execution_count=9),
        ),
        lacks=("In [",),
    ),
    Case("cells/none.ipynb", "No cells at all", notebook(), shows=(">None</h1>",)),
    Case(
        "cells/many.ipynb",
        "130 cells, each with a first-level heading",
        notebook(*(markdown(f"# Part {n}", "", f"Text {n}.") for n in range(130))),
        shows=(">Part 0</h1>", "<p>Text 129.</p>"),
    ),
    Case(
        "cells/checkpoint.ipynb",
        "A folder of checkpoints, which is nobody's",
        prose("# Saved"),
        files={".ipynb_checkpoints/cells-checkpoint.ipynb": prose("# CHECKPOINT")},
        lacks=("CHECKPOINT",),
        committed=False,
    ),
    # ------------------------------------------------------------ encodings and names
    Case(
        "encoding/bom.ipynb",
        "UTF-8 with a byte-order mark",
        b"\xef\xbb\xbf" + json.dumps(prose("# With a mark")).encode(),
        shows=(">With a mark</h1>",),
        lacks=("\ufeff",),
    ),
    Case(
        "encoding/utf-16.ipynb",
        "UTF-16, as PowerShell on Windows writes it",
        json.dumps(prose("# Aus der Klinik – Übung"), ensure_ascii=False).encode("utf-16"),
        shows=(">Aus der Klinik – Übung</h1>",),
        failed_first=True,
    ),
    Case(
        "encoding/crlf.ipynb",
        "Line ends of Windows, in the file and in its cells",
        json.dumps(prose("# Windows\r\n\r\nOne.\r\n\r\nTwo."), indent=1).replace("\n", "\r\n"),
        shows=("<p>One.</p>", "<p>Two.</p>"),
    ),
    Case(
        "encoding/text-utf-16.md",
        "A text in UTF-16",
        "---\ntitle: Übungen\n---\n\nEins.".encode("utf-16"),
        shows=(">Übungen</h1>", "<p>Eins.</p>"),
        failed_first=True,
        committed=False,
    ),
    Case(
        "Café du matin – étude 1.ipynb",
        "Blanks, accents and a dash in the name, and no title",
        prose("Le café, deuxième étude."),
        shows=(">Café du matin – étude 1</h1>",),
    ),
    Case(
        "old stuff/Über Ärzte (2).ipynb",
        "A folder with a blank, and a link to a name with accents",
        prose("# Ärzte", "", "[back](../Café%20du%20matin%20–%20étude%201.ipynb)"),
        shows=('<a href="../cafe-du-matin-etude-1.html">back</a>',),
    ),
    # ------------------------------------------------------------ machines
    Case(
        "machine/traceback.ipynb",
        "A stored traceback that names its author's folders",
        stored(
            markdown("# A traceback"),
            code("x", raised("ValueError", "no /home/maria.lopez/a.fif", _TRACEBACK)),
        ),
        shows=("io.py", "clean.py", "no a.fif"),
        lacks=("maria.lopez", "Maria Lopez", "anaconda3"),
        failed_first=True,
    ),
    Case(
        "machine/printed.ipynb",
        "Outputs that say where files lie on Linux, macOS and Windows",
        stored(
            markdown("# Printed"),
            code(
                "x",
                printed(
                    "read /home/maria.lopez/eeg/sub-01.edf and C:\\Users\\Maria Lopez\\b.csv\n"
                ),
            ),
            code("x", shown({"text/plain": "PosixPath('/Users/maria.lopez/My Drive/a.csv')"})),
            code(
                "x",
                shown({"text/html": "<table><tr><td>/home/maria.lopez/t.csv</td></tr></table>"}),
            ),
        ),
        shows=("read sub-01.edf and b.csv", "PosixPath(&#39;a.csv&#39;)", ">t.csv<"),
        lacks=("maria.lopez", "Maria Lopez"),
        says={
            "machine-path": "this cell shows where a file lies on one computer; readers see the "
            "file's name alone"
        },
        failed_first=True,
    ),
    Case(
        "machine/ran.ipynb",
        "Code that prints its own folder when it runs",
        notebook(
            markdown("# Where am I"),
            code("import pathlib\nprint(pathlib.Path('x.csv').resolve())"),
            code(
                "raise ValueError(pathlib.Path('y.csv').resolve())",
                metadata={"tags": ["raises-exception"]},
            ),
            code("import warnings\nwarnings.warn('careful')"),
        ),
        shows=("x.csv", "y.csv"),
        lacks=("/tmp/", "site-packages"),
        failed_first=True,
    ),
    Case(
        "machine/prose.ipynb",
        "A path that the author wrote herself",
        notebook(markdown("# Prose", "", "The data lie in /home/maria/eeg/a.csv today.")),
        shows=("/home/maria/eeg/a.csv",),
        says={
            "output-path": "the text shows '/home/maria', the folder of one person on one computer"
        },
    ),
    Case(
        "metadata/fields-of-others.ipynb",
        "Fields of other tools in the metadata, with values of their own",
        {
            **prose("Words."),
            "metadata": {
                "title": "From the metadata",
                "date": "last Tuesday",
                "authors": [{"name": None}],
            },
        },
        shows=(">From the metadata</h1>", "Words."),
        says={
            "front-matter-wrong-value": "'date' is 'last Tuesday', which is not a day written as "
            "YYYY-MM-DD"
        },
        failed_first=True,
    ),
)
