"""Files that are broken or odd on purpose: read where meaning can be saved, else one error."""

from __future__ import annotations

import json

from tests.corpus.case import Case
from tests.corpus.parts import ABSENT, Json, code, markdown, notebook, printed, prose, shown, stored

_TITLE = "# A title\n\nWords that stay."
_WORDS = markdown(_TITLE)
_TEXT = ("<p>Words that stay.</p>",)
_RUNS = code("print('ran ' + 'here')")
_RAN = ("ran here",)


def _json(*cells: object, **fields: object) -> str:
    return json.dumps({**notebook(*cells), **fields}, ensure_ascii=False)  # type: ignore[arg-type]


def _with(number: str) -> str:
    """Return a notebook that holds a value which JSON's writer would not write."""
    return _json(_WORDS, x=1).replace('"x": 1', f'"x": {number}')


def _put_out(*outputs: object) -> Json:
    """Return a notebook of outputs as they were saved, in a language that nobody has."""
    return stored(_WORDS, {**code("x"), "outputs": list(outputs), "execution_count": 1})


def _bundles(*bundles: object) -> Json:
    return _put_out(*({"output_type": "display_data", "data": b, "metadata": {}} for b in bundles))


def _said(message: str) -> dict[str, str]:
    return {"notebook-broken": message}


_NO_CELLS = _said("the file is JSON, but not a notebook: it has no list of cells")
_NO_JSON = _said("the file is not a notebook: it is not JSON")
_TWO_VERSIONS = _said("the file holds two versions that git could not merge")
_GOES_ON = {
    "notebook-mended": "the file goes on behind the notebook's last bracket; "
    "what follows is left out"
}
_DEEP = "[" * 100_000 + "]" * 100_000
_BIDI = "\u202e\u2066\u200f\u202a\u2069\ufeff\u200b\u00ad"

CASES: tuple[Case, ...] = (
    # ------------------------------------------------------------ encodings
    Case(
        "encoding/utf-16-le.ipynb",
        "UTF-16 without its mark",
        _json(_WORDS).encode("utf-16-le"),
        shows=_TEXT,
        failed_first=True,
    ),
    Case(
        "encoding/utf-32.ipynb",
        "UTF-32",
        _json(_WORDS).encode("utf-32"),
        shows=_TEXT,
        failed_first=True,
    ),
    Case(
        "encoding/utf-16-cut.ipynb",
        "UTF-16 that breaks off",
        _json(_WORDS).encode("utf-16")[:101],
        state="failed",
        says=_said("the file breaks off before its end"),
        failed_first=True,
    ),
    Case(
        "encoding/latin-1.ipynb",
        "Latin-1",
        _json(markdown("# Caf\xe9")).encode("latin-1"),
        state="failed",
        says=_said("the file is not UTF-8 text (byte 221 cannot be read)"),
    ),
    Case(
        "encoding/halves.ipynb",
        "Half characters as bytes",
        _json(markdown("# A \ud83d\ude00")).encode("utf-8", "surrogatepass"),
        state="failed",
        says=_said("the file is not UTF-8 text (byte 220 cannot be read)"),
    ),
    Case(
        "encoding/cr.ipynb",
        "Lines that end as on old Macintoshes",
        json.dumps(notebook(_WORDS), indent=1).replace("\n", "\r"),
        shows=_TEXT,
    ),
    Case(
        "encoding/mixed-ends.ipynb",
        "Three kinds of line ends in one cell",
        notebook(markdown("# A title\r\rOne.\r\n\r\nTwo.\n\nThree.")),
        shows=("<p>One.</p>", "<p>Two.</p>", "<p>Three.</p>"),
    ),
    Case(
        "encoding/two-marks.ipynb",
        "Two byte-order marks",
        b"\xef\xbb\xbf" * 2 + _json(_WORDS).encode(),
        shows=_TEXT,
    ),
    Case(
        "encoding/zeros-behind.ipynb",
        "Zeros behind the end, as a crash leaves them",
        _json(_WORDS).encode() + b"\0" * 512,
        shows=_TEXT,
        failed_first=True,
    ),
    Case(
        "encoding/zeros.ipynb",
        "Nothing but zeros",
        b"\0" * 4096,
        state="failed",
        says=_said("the file is empty"),
    ),
    Case(
        "encoding/controls.ipynb",
        "Control characters and non-characters in a cell",
        notebook(
            markdown(
                "# A\x00\x01\x0b\x0c\x1b[31m\x7f\x85\u2028\ufffe\uffff title\n\nWords that stay."
            )
        ),
        shows=("Words that stay.",),
    ),
    Case(
        "encoding/surrogates.ipynb",
        "Half characters in text, id, code and metadata",
        notebook(
            markdown("# A \ud83d title\n\nWords that stay.", id="a\ud800"),
            code("'\ud800'", printed("x\ud801y")),
            kernel=ABSENT,
            name="\udfff",
        ),
        shows=("A ? title", "x?y"),
    ),
    # ------------------------------------------------------------ JSON
    Case("json/empty.ipynb", "An empty file", b"", state="failed", says=_said("the file is empty")),
    Case(
        "json/blanks.ipynb",
        "Nothing but blanks",
        " \n\t\n",
        state="failed",
        says=_said("the file is empty"),
    ),
    Case("json/words.ipynb", "Words", "these are my notes\n", state="failed", says=_NO_JSON),
    Case("json/script.ipynb", "A program", "# %%\nprint(1)\n", state="failed", says=_NO_JSON),
    Case(
        "json/comments.ipynb",
        "A comment above",
        "// a note\n" + _json(_WORDS),
        state="failed",
        says=_NO_JSON,
    ),
    Case(
        "json/page.ipynb",
        "A web page saved under a notebook's name",
        "<!DOCTYPE html>\n<html><head><title>GitHub</title></head></html>",
        state="failed",
        says=_said("the file is a web page, not a notebook"),
        failed_first=True,
    ),
    Case(
        "json/zip.ipynb",
        "A ZIP archive",
        b"PK\x03\x04\x14\x00\x08\x00" + bytes(range(256)),
        state="failed",
        says=_said("the file is a ZIP archive, not a notebook"),
        failed_first=True,
    ),
    Case(
        "json/gzip.ipynb",
        "A compressed file",
        b"\x1f\x8b\x08\x00" + bytes(range(200)),
        state="failed",
        says=_said("the file is a compressed file, not a notebook"),
        failed_first=True,
    ),
    Case(
        "json/pdf.ipynb",
        "A PDF",
        b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n",
        state="failed",
        says=_said("the file is a PDF, not a notebook"),
        failed_first=True,
    ),
    Case(
        "json/lfs.ipynb",
        "What Git LFS leaves in place of a file",
        "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n",
        state="failed",
        says=_said("the file is what Git LFS keeps in place of a large file, not a notebook"),
        failed_first=True,
    ),
    Case("json/list.ipynb", "A list", b"[1, 2, 3]", state="failed", says=_NO_CELLS),
    Case("json/text.ipynb", "One text", '"cells"', state="failed", says=_NO_CELLS),
    Case("json/null.ipynb", "Null", "null", state="failed", says=_NO_CELLS),
    Case("json/number.ipynb", "A number", "1", state="failed", says=_NO_CELLS),
    Case(
        "json/object.ipynb",
        "An object that is no notebook",
        b'{"name": "package", "version": "1.0"}',
        state="failed",
        says=_NO_CELLS,
    ),
    Case(
        "json/cut.ipynb",
        "A file that breaks off",
        json.dumps(prose("# Cut off", "", "text " * 50))[:200],
        state="failed",
        says=_said("the file breaks off before its end"),
    ),
    Case("json/comma.ipynb", "A comma too many", _json(_WORDS)[:-1] + ",}", state="failed"),
    Case(
        "json/behind.ipynb",
        "The end of a longer notebook behind a shorter one",
        _json(_WORDS) + '\n"source": []}\n ]\n}',
        shows=_TEXT,
        says=_GOES_ON,
        failed_first=True,
    ),
    Case(
        "json/two.ipynb",
        "Two notebooks in one file",
        _json(_WORDS) + _json(markdown("# SECOND")),
        shows=_TEXT,
        lacks=("SECOND",),
        says=_GOES_ON,
        failed_first=True,
    ),
    Case(
        "json/raw-breaks.ipynb",
        "Line ends and tabs inside texts, as they are",
        _json(_WORDS).replace("\\n", "\n"),
        shows=_TEXT,
        failed_first=True,
    ),
    Case("json/nan.ipynb", "NaN and Infinity", _with('NaN, "y": -Infinity'), shows=_TEXT),
    Case(
        "json/twice.ipynb",
        "A key that comes twice",
        '{"cells": [], ' + _json(_WORDS)[1:],
        shows=_TEXT,
    ),
    Case(
        "json/long-number.ipynb",
        "A number of 5,000 digits",
        _with("1" + "0" * 5000),
        shows=_TEXT,
        failed_first=True,
    ),
    Case("json/large-number.ipynb", "A number that no computer holds", _with("1e999"), shows=_TEXT),
    Case(
        "json/deep.ipynb",
        "Lists 100,000 deep",
        f'{{"cells": {_DEEP}}}',
        state="failed",
        says=_said("the file is not a notebook: its JSON is nested too deeply"),
        committed=False,
    ),
    Case(
        "json/deep-metadata.ipynb",
        "Objects 300 deep in the metadata",
        _with('{"a":' * 300 + "1" + "}" * 300),
        state="failed",
        says=_said("the file is not a notebook: its JSON is nested too deeply"),
        failed_first=True,
    ),
    Case(
        "json/conflict.ipynb",
        "Two versions that git could not merge",
        '{\n "cells": [\n<<<<<<< HEAD\n  {"a": 1}\n=======\n  {"a": 2}\n>>>>>>> theirs\n ]\n}',
        state="failed",
        says=_TWO_VERSIONS,
    ),
    Case(
        "json/conflict-in-cell.ipynb",
        "Two versions inside a cell, as nbdime leaves them",
        notebook(markdown("# A title\n\n<<<<<<< local\nmine\n=======\ntheirs\n>>>>>>> remote")),
        state="failed",
        says=_TWO_VERSIONS,
        failed_first=True,
    ),
    Case(
        "json/conflict-told.ipynb",
        "An article about such conflicts",
        notebook(
            markdown(
                "# A title\n\n```text\n<<<<<<< local\nmine\n=======\ntheirs\n>>>>>>> remote\n```"
            )
        ),
        shows=("&gt;&gt;&gt;&gt; remote",),
    ),
    # ------------------------------------------------------------ structure
    Case(
        "cells/null.ipynb",
        "The cells are null",
        {"nbformat": 4, "cells": None},
        state="failed",
        says=_NO_CELLS,
    ),
    Case(
        "cells/text.ipynb",
        "The cells are text",
        {"nbformat": 4, "cells": "x"},
        state="failed",
        says=_NO_CELLS,
    ),
    Case(
        "cells/object.ipynb",
        "The cells are an object",
        {"nbformat": 4, "cells": {"0": _WORDS}},
        state="failed",
        says=_NO_CELLS,
    ),
    Case(
        "cells/nested.ipynb",
        "Lists of cells in the list of cells",
        {"nbformat": 4, "cells": [[_WORDS], [[markdown("Deeper.")]], None]},
        shows=(*_TEXT, "<p>Deeper.</p>"),
        failed_first=True,
    ),
    Case(
        "cells/words.ipynb",
        "Text and numbers in place of cells",
        {"nbformat": 4, "cells": [_WORDS, "lost words", 3]},
        shows=_TEXT,
        says={"notebook-unknown-cell": "text stands in place of a cell, which is not shown"},
        failed_first=True,
    ),
    Case("cells/no-version.ipynb", "No version", {"cells": [_WORDS]}, shows=_TEXT),
    Case(
        "cells/text-version.ipynb",
        "The version is text",
        {"nbformat": "4", "nbformat_minor": "x", "cells": [_WORDS]},
        shows=_TEXT,
    ),
    Case(
        "cells/later.ipynb",
        "A later version in a form that nobody knows",
        {"nbformat": 6, "document": {"blocks": []}},
        state="failed",
        says=_NO_CELLS,
    ),
    Case("cells/negative.ipynb", "Version -1", {"nbformat": -1, "cells": [_WORDS]}, shows=_TEXT),
    Case(
        "cells/metadata-list.ipynb",
        "The metadata are a list",
        {"nbformat": 4, "metadata": [1], "cells": [_WORDS]},
        shows=_TEXT,
    ),
    Case(
        "cells/kernel-values.ipynb",
        "The kernel's fields are no texts",
        notebook(_WORDS, _RUNS, kernel={"name": {"x": 1}, "language": 3, "display_name": []}),
        shows=_RAN,
    ),
    Case(
        "cells/kernel-path.ipynb",
        "The kernel's name is a path",
        notebook(_WORDS, _RUNS, kernel={"name": "../../../etc/passwd", "language": "python"}),
        shows=_RAN,
        says={
            "kernel-replaced": "the kernel '../../../etc/passwd' is not installed; "
            "'python3' ran the code instead"
        },
    ),
    Case(
        "cells/kernel-long.ipynb",
        "The kernel's name has 50,000 letters",
        notebook(_WORDS, _RUNS, kernel={"name": "x" * 50_000, "language": "python"}),
        shows=_RAN,
        says={
            "kernel-replaced": f"the kernel '{'x' * 60}' is not installed; "
            "'python3' ran the code instead"
        },
        failed_first=True,
    ),
    Case(
        "cells/language-values.ipynb",
        "The language's fields are no texts",
        notebook(
            _WORDS, _RUNS, language_info={"name": ["x"], "version": {"a": 1}, "codemirror_mode": 7}
        ),
        shows=_RAN,
    ),
    Case(
        "cells/former-format.ipynb",
        "The former format is true",
        notebook(_WORDS, _RUNS, orig_nbformat=True),
        shows=_RAN,
    ),
    Case(
        "cells/types.ipynb",
        "Cell types of every kind",
        notebook(
            _WORDS,
            {"cell_type": None, "source": "A"},
            {"cell_type": ["code"]},
            {"cell_type": {"a": 1}},
            {"source": "C"},
            {"cell_type": "hologram", "source": "HOLOGRAM"},
            {"cell_type": "heading", "level": 2, "source": "A late heading"},
        ),
        shows=(*_TEXT, "A late heading"),
        lacks=("HOLOGRAM",),
        says={"notebook-unknown-cell": "unknown cell type 'hologram', which is not shown"},
    ),
    Case(
        "cells/capitals.ipynb",
        "A cell type in capitals",
        notebook({"cell_type": "Markdown", "metadata": {}, "source": _TITLE}),
        shows=_TEXT,
        failed_first=True,
    ),
    Case(
        "cells/sources.ipynb",
        "Sources that are no text",
        notebook(
            _WORDS,
            {"cell_type": "markdown", "source": 3},
            {"cell_type": "markdown", "source": ["kept ", 3, None, ["b"], {"c": 1}, "lines"]},
            {"cell_type": "markdown", "source": {"x": 1}},
            {"cell_type": "code", "source": 1, "outputs": []},
        ),
        shows=("<p>kept lines</p>",),
    ),
    Case(
        "cells/ids.ipynb",
        "Ids of every kind",
        notebook(
            *(
                markdown(f"Text {n}.", id=given)
                for n, given in enumerate(
                    [
                        "a",
                        "a",
                        3,
                        None,
                        "x" * 70,
                        'a" onload="x',
                        "a b",
                        "",
                        ["l"],
                        {"d": 1},
                        "cell-3",
                        "é",
                        True,
                        "a\n",
                        "cell-12",
                    ]
                )
            )
        ),
        shows=("Text 14.",),
    ),
    Case(
        "cells/metadata.ipynb",
        "Cell metadata of every kind",
        notebook(
            markdown("# A title", metadata=None),
            markdown("Words that stay.", metadata=[1]),
            markdown(
                "x",
                metadata={
                    "tags": {"a": 1},
                    "name": 3,
                    "jupyter": "x",
                    "slideshow": 3,
                    "execution": [1],
                    "collapsed": "yes",
                    "editable": "no",
                    "format": 3,
                    "id": 4,
                },
            ),
            code("1", metadata={"tags": 3, "papermill": 7, "execution": {"a": 3}}),
        ),
        shows=_TEXT,
    ),
    Case(
        "cells/attachments.ipynb",
        "Attachments of every kind",
        notebook(
            _WORDS,
            markdown("![Scan](attachment:a.png)", attachments=None),
            markdown("![Scan](attachment:a.png)", attachments=[1]),
            markdown(
                "![One](attachment:a.png)![Two](attachment:b.png)![Three](attachment:c.png)",
                attachments={
                    "a.png": None,
                    "b.png": {"image/png": 3},
                    "c.png": {"image/png": "not base64 !!"},
                },
            ),
        ),
        shows=_TEXT,
        says={"image-missing": "the image 'attachment:a.png' is not there"},
    ),
    # ------------------------------------------------------------ outputs
    Case(
        "outputs/none.ipynb",
        "Outputs that are null, text or an object",
        stored(
            _WORDS,
            *(
                {"cell_type": "code", "source": "1", "outputs": given, "execution_count": 1}
                for given in (None, "x", {"a": 1}, 3)
            ),
        ),
        shows=_TEXT,
    ),
    Case(
        "outputs/types.ipynb",
        "Output types of every kind",
        _put_out(
            None,
            3,
            "x",
            [],
            {"output_type": None},
            {"output_type": ["stream"]},
            {"output_type": "smell", "data": {"text/plain": "SMELL"}},
            {"output_type": "clear_output"},
        ),
        shows=_TEXT,
        lacks=("SMELL",),
        says={"notebook-unknown-output": "unknown output type without a name, which is not shown"},
    ),
    Case(
        "outputs/streams.ipynb",
        "Streams of every kind",
        _put_out(
            {"output_type": "stream"},
            {"output_type": "stream", "name": 3, "text": 4},
            {"output_type": "stream", "name": "weird", "text": ["a", 3, None]},
            {"output_type": "stream", "name": "stdout", "text": {"x": 1}},
            {"output_type": "stream", "name": "stdout", "text": ["kept ", 3, "print"]},
        ),
        shows=(*_TEXT, "kept print"),
    ),
    Case(
        "outputs/errors.ipynb",
        "Errors of every kind",
        _put_out(
            {"output_type": "error"},
            {"output_type": "error", "ename": 3, "evalue": [1], "traceback": "one line"},
            {"output_type": "error", "traceback": [3, None, ["x"]]},
        ),
        shows=_TEXT,
        says={"cell-error": "this cell ends in an error: Error: "},
    ),
    Case(
        "outputs/bundles.ipynb",
        "Bundles of every kind",
        _bundles(
            None,
            [1],
            "x",
            *(
                {kind: value}
                for kind in (
                    "text/plain",
                    "text/html",
                    "text/markdown",
                    "text/latex",
                    "image/png",
                    "image/svg+xml",
                    "application/json",
                    "application/vnd.galley.figure+json",
                    "application/vnd.jupyter.widget-view+json",
                    "application/vnd.plotly.v1+json",
                    "application/pdf",
                    "",
                    "/",
                )
                for value in (None, 3, True, {"a": 1}, [], ["a", 3], "", "%%%")
            ),
        ),
        shows=_TEXT,
        says={"figure-damaged": "this cell's picture is damaged, so readers do not see it"},
    ),
    Case(
        "outputs/metadata.ipynb",
        "Output metadata of every kind",
        _put_out(
            *(shown({"text/plain": "kept"}, metadata=given) for given in (None, [1], "x", 3)),
            shown(
                {"image/svg+xml": "<svg xmlns='http://www.w3.org/2000/svg' width='1' height='1'/>"},
                metadata={"image/svg+xml": {"alt": 3, "width": "x"}},
            ),
            shown({"text/html": "<b>bold</b>"}, metadata={"text/html": {"isolated": True}}),
        ),
        shows=(*_TEXT, "<b>bold</b>"),
    ),
    Case(
        "outputs/widgets.ipynb",
        "Widget state of every kind",
        stored(
            _WORDS,
            code(
                "x",
                shown(
                    {
                        "application/vnd.jupyter.widget-view+json": {"model_id": ["x"]},
                        "text/plain": "A SLIDER",
                    }
                ),
            ),
            widgets={
                "application/vnd.jupyter.widget-state+json": {
                    "state": {"x": 3, "y": {"state": None}, "z": None}
                }
            },
        ),
        shows=(*_TEXT, "A SLIDER"),
    ),
    Case(
        "metadata/values.ipynb",
        "Every field of the metadata is of the wrong kind",
        {
            **notebook(_WORDS),
            "metadata": {
                "title": ["x"],
                "authors": "me",
                "date": 3,
                "name": None,
                "toc": [1],
                "language": None,
                "papermill": [1],
                "tags": 3,
                "jupytext": 3,
                "widgets": [1],
                "language_info": "x",
                "kernelspec": 4,
            },
        },
        shows=_TEXT,
        failed_first=True,
    ),
    Case(
        "metadata/authors.ipynb",
        "Authors of every kind",
        {
            **notebook(_WORDS),
            "metadata": {
                "title": "Told",
                "authors": [None, 3, {"name": None}, {"name": ["x"]}, "me"],
            },
        },
        shows=(">Told</h1>", *_TEXT),
        says={
            "front-matter-wrong-value": "'authors' (entry 1) is empty, which is not a set of fields"
        },
        failed_first=True,
    ),
)
