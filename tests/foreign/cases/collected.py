"""What collections of real notebooks hold, built from the outputs that are stored in them."""

from __future__ import annotations

from tests.corpus.case import Case
from tests.corpus.parts import base64_of, code, markdown, notebook, output, png, prose, shown

# Their packages, data and years are elsewhere: nothing of them runs here.
ARGUMENTS = ("--no-execute",)

_FIGURE = {"image/png": base64_of(png(60, 40)), "text/plain": "<Figure size 600x400 with 1 Axes>"}

CASES = (
    Case(
        "held.ipynb",
        "Code whose package and data are elsewhere, with its outputs",
        notebook(
            code("import nowhere\nnowhere.read('lost.csv')", shown({"text/plain": "held 27"})),
            output(_FIGURE, source="nowhere.plot()"),
            title="Held",
        ),
        shows=(">held 27</pre>", "<img", 'width="60"'),
        lacks=("Figure size 600x400",),
        failed_first=True,
    ),
    Case(
        "never-run.ipynb",
        "Code that was never run: its text, and a finding",
        notebook(markdown("Words alone."), code("1 / 0"), title="Never run"),
        shows=("Words alone.",),
        says={
            "code-not-run": "the code is not run, and the notebook holds no outputs; "
            "readers see its text alone"
        },
        failed_first=True,
    ),
    Case(
        "reference-links.ipynb",
        "Links to names in a program's reference",
        prose("Fit [`Model`](`tool.Model`), see [](`tool.Model.fit`)."),
        shows=("Fit <code>Model</code>, see <code>tool.Model.fit</code>.",),
        failed_first=True,
    ),
    Case(
        "no-scheme.ipynb",
        "A link to the web without its beginning",
        prose("[Paper](doc.example.org/a.pdf)."),
        says={"link-broken": "the link 'doc.example.org/a.pdf' leads to nothing on this site"},
        dead=("doc.example.org/a.pdf",),
    ),
    Case(
        "formula-in-span.ipynb",
        "A formula over several lines inside a tag",
        prose("Written as:", "", "<span>$$", "x_1 = 27", "$$</span>", "", "Then $5 and", "", "Z."),
        shows=("<mn>27</mn>", "<p>Then $5 and</p>"),
        failed_first=True,
    ),
    Case(
        "kernel-header.md",
        "A text whose front matter names a kernel alone",
        "---\njupyter:\n  kernelspec:\n    display_name: Python 3\n    name: python3\n"
        "  jupytext:\n    text_representation: {extension: .md}\n---\n\n"
        "# A text of a tool\n\nWords.\n\n```python\n1 / 0\n```\n",
        shows=("A text of a tool</h1>",),
        failed_first=True,
    ),
)
