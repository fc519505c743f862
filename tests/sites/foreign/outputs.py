"""Notebooks whose outputs were stored by other tools; no kernel here runs them again."""

from __future__ import annotations

import base64

from drawings import PNG, SVG, png_bytes
from parts import Json, code, markdown, printed, raised, shown, stored

PANDAS = """<div>
<style scoped>
    .dataframe tbody tr th:only-of-type { vertical-align: middle; }
    .dataframe thead th { text-align: right; }
</style>
<table border="1" class="dataframe">
  <thead><tr style="text-align: right;"><th></th><th>dose</th><th>n</th></tr></thead>
  <tbody><tr><th>0</th><td>cost $5 or $10</td><td>12</td></tr></tbody>
</table>
<p>1 rows × 2 columns</p></div>"""

PLOTLY = """<div id="plot"></div><script src="https://cdn.evil.example/plotly.js"></script>
<script>alert("marker")</script>"""

WIDGET_STATE = {"application/vnd.jupyter.widget-state+json": {"state": {}, "version_major": 2}}
WIDGET_VIEW = "application/vnd.jupyter.widget-view+json"

FILES: dict[str, Json | str | bytes] = {
    "output/pandas.ipynb": stored(
        markdown("# A table of pandas"),
        code("df", shown({"text/html": PANDAS, "text/plain": "PLAIN TABLE"})),
        code("df2", shown({"text/html": [PANDAS[:50], PANDAS[50:]], "text/plain": ["x"]})),
    ),
    "output/terminal.ipynb": stored(
        markdown("# Terminal text"),
        code(
            "fit()",
            printed("\x1b[31mred\x1b[0m \x1b]8;;https://evil.example\x07link\x1b]8;;\x07 plain\n"),
            printed("\r10%|#   |\r50%|##  |"),
            printed(["\r100%|####|\n", "done\n"]),
            printed("STDERR WORDS\n", "stderr"),
            printed("bell\x07 back\x08space <b>not bold</b> $x$ :::\n"),
        ),
    ),
    "output/errors.ipynb": stored(
        markdown("# A stored error"),
        code(
            "boom()",
            raised(
                "ValueError",
                "<script>alert('marker')</script>",
                "\x1b[0;31mValueError\x1b[0m Traceback",
                "/home/aperez/secret/ward.py in boom()",
            ),
        ),
        code("odd()", {"output_type": "error"}),
    ),
    "output/widgets.ipynb": stored(
        markdown("# Widgets"),
        code(
            "slider",
            shown({WIDGET_VIEW: {"model_id": "abc"}, "text/plain": "IntSlider(value=7)"}),
            shown({WIDGET_VIEW: {"model_id": "def"}}),
        ),
        widgets=WIDGET_STATE,
    ),
    "output/scripts.ipynb": stored(
        markdown("# Scripts"),
        code("plot", shown({"text/html": PLOTLY, "text/plain": "PLOTLY FALLBACK"})),
        code("js", shown({"application/javascript": "alert('marker')", "text/plain": "<JS>"})),
        code(
            "film",
            shown({"text/html": '<iframe src="https://films.example/f" onload="x()"></iframe>'}),
        ),
        code(
            "markdown",
            shown({"text/markdown": "**bold** <img src=x onerror=\"alert('marker')\"> [@key]"}),
        ),
        code("latex", shown({"text/latex": "$$\\frac{a}{b}$$", "text/plain": "LATEX FALLBACK"})),
        code("svg", shown({"image/svg+xml": SVG, "text/plain": "<svg>"})),
    ),
    "output/large.ipynb": stored(
        markdown("# Over a megabyte"),
        code("text", printed("spike " * 200_000)),
        code("html", shown({"text/html": "<p>" + "row<br>" * 200_000 + "</p>"})),
        code("png", shown({"image/png": base64.b64encode(png_bytes(2400, 900)).decode()})),
    ),
    "output/odd.ipynb": stored(
        markdown("# Odd outputs"),
        code("a", {"output_type": "display_data"}),
        code("b", {"output_type": "display_data", "data": None, "metadata": None}),
        code("c", shown({"image/png": "not base64 !!"})),
        code("d", shown({"image/png": [PNG[:20] + "\n", PNG[20:]], "text/plain": 5})),
        code("e", shown({"application/pdf": "JVBERi0=", "text/plain": "A PDF"})),
        code("f", shown({"application/json": {"a": [1]}, "text/plain": "JSON FALLBACK"})),
        code("g", shown({"image/svg+xml": "<svg><unclosed"}, metadata={"image/png": "x"})),
        code("h", {"output_type": "stream"}),
        code("i", shown({"text/plain": "<Figure at 0x7f00deadbeef>"})),
        code("j", shown({"text/html": "<table><tr><td>unclosed</table></div></div><p>after"})),
        code("k", shown({"image/gif": "R0lGODlhAQABAAAAACw="})),
    ),
}
