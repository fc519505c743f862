"""Cells that other tools hide, and code that is there for the machine alone."""

from __future__ import annotations

from typing import Any

from tests.corpus.case import Case
from tests.corpus.parts import (
    Json,
    base64_of,
    code,
    markdown,
    notebook,
    png,
    printed,
    raw,
    shown,
    stored,
)

PICTURE = shown({"image/png": base64_of(png(30, 20))})
SITE = 'title = "Foreign"\nshow_code = true\n'


def cell(name: str, source: str = "", **metadata: Any) -> Json:
    """Return a cell whose code and output both hold a name."""
    first = f"{source}\n" if source else ""
    return code(f"{first}SOURCE_{name} = 1", printed(f"OUTPUT-{name}\n"), metadata=metadata)


def cells(*every: Json) -> Json:
    return stored(markdown("# Cells"), *every)


CASES: tuple[Case, ...] = (
    Case(
        "tags-that-remove.ipynb",
        "Tags that remove a cell, in the spellings of five tools",
        cells(
            cell("A", tags=["remove-cell"]),
            cell("B", tags=["remove_cell"]),
            cell("C", tags=["to_remove"]),
            cell("D", tags="remove_cell, other"),
            cell("E", nbsphinx="hidden"),
            cell("KEPT"),
        ),
        shows=("OUTPUT-KEPT",),
        omits=tuple(f"OUTPUT-{name}" for name in "ABCDE"),
        failed_first=True,
    ),
    Case(
        "tags-that-hide-code.ipynb",
        "Tags and metadata that fold code away, in hyphens, underscores and words of editors",
        cells(
            cell("A", tags=["hide-input"]),
            cell("B", tags=["hide_input"]),
            cell("C", hide_input=True),
            cell("D", jupyter={"source_hidden": True}),
            cell("E", cellView="form"),
            cell("F", hideCode=True),
        ),
        shows=('<details class="code-fold">', *(f"OUTPUT-{name}" for name in "ABCDEF")),
        omits=('</details>\n<div class="code',),
        failed_first=True,
    ),
    Case(
        "tags-that-remove-code.ipynb",
        "Tags that leave out code or output",
        cells(
            cell("A", tags=["remove-input"]),
            cell("B", tags=["remove_input"]),
            cell("C", tags=["remove_output"]),
        ),
        shows=("OUTPUT-A", "OUTPUT-B", "SOURCE_C"),
        omits=("SOURCE_A", "SOURCE_B", "OUTPUT-C"),
    ),
    Case(
        "tags-that-hide-output.ipynb",
        "Outputs that are hidden in the editor are folded, and no figure is lost by that",
        cells(
            cell("A", tags=["hide-output"]),
            cell("B", collapsed=True),
            cell("C", jupyter={"outputs_hidden": True}),
            code(
                "plot()",
                shown({"image/png": base64_of(png(30, 20))}),
                metadata={"tags": ["hide_output"]},
            ),
            cell("OPEN", collapsed=False),
        ),
        shows=(
            '<details class="code-fold">\n<summary>Output</summary>\n<div class="printed',
            '<details class="code-fold">\n<summary>Output</summary>\n<figure class="figure"',
            "OUTPUT-A",
            "OUTPUT-B",
            "OUTPUT-C",
            "OUTPUT-OPEN",
        ),
        failed_first=True,
    ),
    Case(
        "comments-of-nbdev.ipynb",
        "Comments at the top of a cell by which nbdev and fastpages hide it",
        cells(
            cell("A", "#hide"),
            cell("B", "# hide"),
            cell("C", "#| hide"),
            cell("D", "#|hide"),
            cell("E", "#hide_input"),
            cell("F", "#hide_output"),
            cell("G", "#collapse-hide"),
            cell("H", "#export"),
            cell("I", "# HIDDEN"),
            cell("J", "#| default_exp core"),
        ),
        shows=("OUTPUT-E", "SOURCE_F", "SOURCE_G", "SOURCE_H", "OUTPUT-I", "OUTPUT-J"),
        omits=(
            *(f"OUTPUT-{name}" for name in "ABCDF"),
            *("SOURCE_A", "SOURCE_E", "SOURCE_I", "#hide", "#collapse", "#export", "default_exp"),
        ),
        failed_first=True,
    ),
    Case(
        "options-of-quarto.ipynb",
        "Cell options of Quarto and knitr that hide code or output",
        cells(
            cell("A", "#| echo: false"),
            cell("B", "#|echo:false"),
            cell("C", "#| output: false"),
            cell("D", "#| include: false"),
            cell("E", "#| results: hide"),
            cell("F", "#| code-fold: true"),
        ),
        shows=("OUTPUT-A", "OUTPUT-B", "SOURCE_C", "SOURCE_E", '<details class="code-fold">'),
        omits=("SOURCE_A", "SOURCE_B", "OUTPUT-C", "OUTPUT-D", "SOURCE_D", "OUTPUT-E"),
        failed_first=True,
    ),
    Case(
        "set-up.ipynb",
        "Code that only sets the notebook up, and what installing prints, are for nobody to read",
        cells(
            code("%matplotlib inline\n%load_ext autoreload\n%autoreload 2"),
            code("%config InlineBackend.figure_format = 'retina'"),
            code("!pip install numpy", printed("Requirement already satisfied: numpy in /opt\n")),
            code("%pip install -q numpy", printed("Note: you may need to restart the kernel\n")),
        ),
        omits=("matplotlib", "autoreload", "InlineBackend", "Requirement", "restart the kernel"),
        failed_first=True,
    ),
    Case(
        "times.ipynb",
        "How long a cell took is another number at each run, and goes",
        cells(code("%%time\nfit()", printed("CPU times: user 3 μs\nWall time: 5.72 μs\nfitted\n"))),
        shows=("<pre>fitted\n</pre>",),
        omits=("Wall time",),
        failed_first=True,
    ),
    Case(
        "magics.ipynb",
        "Cell magics of other languages leave what they put out",
        cells(
            code("%%bash\nls", printed("notes.txt\n")),
            code("%%html\n<b>Bold</b>", shown({"text/html": "<b>Bold</b>"})),
            code("%%latex\n$a_1$", shown({"text/latex": "$a_1$\n"})),
            code("%%javascript\nx", shown({"application/javascript": "window.galley_marker=1"})),
            code("%run other.py", printed("ran\n")),
            code("%%capture\nprint('captured')"),
        ),
        shows=("notes.txt", "<b>Bold</b>", "<msub><mi>a</mi><mn>1</mn></msub>", "ran\n"),
        omits=("galley_marker",),
    ),
    Case(
        "raw-cells.ipynb",
        "Raw cells that are meant for a page are shown on it; those for other formats are not",
        stored(
            markdown("# Raw"),
            raw("<b>Raw HTML</b>", metadata={"raw_mimetype": "text/html"}),
            raw("**Raw Markdown**", metadata={"format": "text/markdown"}),
            raw(r"\newpage RAW-LATEX", metadata={"raw_mimetype": "text/latex"}),
            raw(".. note:: RAW-REST", metadata={"format": "text/restructuredtext"}),
            raw("RAW-WITHOUT"),
        ),
        shows=("<b>Raw HTML</b>", "<strong>Raw Markdown</strong>"),
        omits=("RAW-",),
        failed_first=True,
    ),
    Case(
        "slides.ipynb",
        "The metadata of a slide show changes nothing on a page",
        stored(
            markdown("# Slides", metadata={"slideshow": {"slide_type": "slide"}}),
            cell("A", slideshow={"slide_type": "slide"}),
            cell("B", slideshow={"slide_type": "skip"}),
            markdown("Words.", metadata={"slideshow": {"slide_type": "fragment"}}),
            rise={"theme": "sky"},
        ),
        shows=("OUTPUT-A", "OUTPUT-B", "<p>Words.</p>"),
    ),
    Case(
        "empty-cells.ipynb",
        "Empty cells vanish, and the numbers of executions are nowhere",
        notebook(
            markdown("# Empty"),
            code(""),
            code("   \n\n"),
            markdown(""),
            code("x = 1", execution_count=4711),
            markdown("The end."),
        ),
        shows=("<p>The end.</p>",),
        omits=("4711", "In [", "In&nbsp;["),
    ),
    Case(
        "many-cells.ipynb",
        "More than a hundred cells",
        stored(
            markdown("# Many"),
            *(item for n in range(80) for item in (markdown(f"Text {n}."), cell(f"N{n}"))),
        ),
        shows=("<p>Text 0.</p>", "OUTPUT-N79"),
        committed=False,
    ),
)
