"""Outputs as libraries store them: tables, text, charts, widgets, films; no kernel runs them."""

# ruff: noqa: E501 - HTML as libraries write it

from __future__ import annotations

import base64
import io
import json

from PIL import Image
from tests.corpus.case import Case
from tests.corpus.parts import (
    Json,
    base64_of,
    code,
    markdown,
    output,
    png,
    printed,
    raised,
    shown,
    stored,
)

PLOTTED = base64_of(png(40, 20))
WIDGET = "application/vnd.jupyter.widget-view+json"
STATE = "application/vnd.jupyter.widget-state+json"
CHART = (
    "this chart needs a script, which this page does not run; readers are told that it is missing"
)
MAP = "this map needs a script, which this page does not run; readers are told that it is missing"
LOST = "this widget works only in a running notebook; readers are told that it is missing"


def html(*parts: str, text: str = "") -> Json:
    """Return a notebook of outputs in HTML, each with the same plain text."""
    plain = {"text/plain": text} if text else {}
    return stored(markdown("# Put out"), *(output({"text/html": part, **plain}) for part in parts))


def shows(*bundles: Json) -> Json:
    return stored(markdown("# Put out"), *map(output, bundles))


def prints(*texts: str) -> Json:
    return stored(markdown("# Printed"), code("run()", *map(printed, texts)))


def moving(kind: str = "GIF") -> str:
    frames = [Image.new("RGB", (9, 6), colour) for colour in ("#aa0000", "#00aa00", "#0000aa")]
    out = io.BytesIO()
    frames[0].save(out, kind, save_all=True, append_images=frames[1:], duration=200, loop=0)
    return base64_of(out.getvalue())


def saved(kind: str) -> str:
    out = io.BytesIO()
    Image.new("RGB", (9, 6), "#336699").save(out, kind)
    return base64_of(out.getvalue())


def widget(name: str, **state: object) -> Json:
    return {"model_name": f"{name}Model", "state": state}


def with_widgets(models: dict[str, Json], *names: str, text: str = "VBox()") -> Json:
    return stored(
        markdown("# Widgets"),
        *(output({WIDGET: {"model_id": name}, "text/plain": text}) for name in names),
        widgets={STATE: {"state": models, "version_major": 2, "version_minor": 0}},
    )


PANDAS = """<div>
<style scoped>.dataframe tbody tr th { vertical-align: top; }</style>
<table border="1" class="dataframe">
  <thead><tr style="text-align: right;"><th></th><th>drug</th><th>dose</th><th>n</th></tr></thead>
  <tbody>
    <tr><th>0</th><td>a &lt; b, $5</td><td>1.5</td><td>12</td></tr>
    <tr><th>...</th><td>...</td><td>...</td><td>...</td></tr>
    <tr><th>9</th><td>c</td><td>NaN</td><td>7</td></tr>
  </tbody>
</table><p>10 rows × 3 columns</p></div>"""

MULTI = """<table border="1" class="dataframe"><thead>
<tr><th></th><th>arm</th><th colspan="2" halign="left">A</th></tr>
<tr><th>site</th><th>visit</th><th>x</th><th>y</th></tr></thead>
<tbody><tr><th rowspan="2" valign="top">p</th><th>1</th><td>0</td><td>1</td></tr>
<tr><th>2</th><td>6</td><td>7</td></tr></tbody></table>"""

STYLED = """<style type="text/css">
#T_f758f_row0_col0 { background-color: #fff7fb; color: #000000; }
#T_f758f_row1_col0, #T_f758f_row1_col1 { background-color: #023858; color: #f1f1f1; font-weight: bold; }
</style>
<table id="T_f758f"><caption>Scores by site</caption>
<thead><tr><th class="blank level0">&nbsp;</th><th id="T_f758f_level0_col0">a</th><th>b</th></tr></thead>
<tbody><tr><th>0</th><td id="T_f758f_row0_col0" class="data row0 col0">0.1</td><td>0.2</td></tr>
<tr><th>1</th><td id="T_f758f_row1_col0">0.9</td><td id="T_f758f_row1_col1">0.8</td></tr></tbody></table>"""

STATSMODELS = """<table class="simpletable"><caption>OLS Regression Results</caption>
<tr><th>Dep. Variable:</th><td>y</td><th>  R-squared:         </th><td>   0.923</td></tr>
<tr><th>Model:</th><td>OLS</td><th></th><td> </td></tr></table>
<table class="simpletable"><tr><td></td><th>coef</th><th>P&gt;|t|</th></tr>
<tr><th>const</th><td>    0.8942</td><td> 0.000</td></tr></table><br/><br/>Notes:<br/>[1] Robust."""

POLARS = """<div><style>.dataframe > thead > tr > th { text-align: right; }</style>
<small>shape: (2, 2)</small><table border="1" class="dataframe"><thead><tr><th>a</th><th>b</th></tr>
<tr><td>i64</td><td>str</td></tr></thead><tbody><tr><td>1</td><td>&quot;x&quot;</td></tr>
<tr><td>2</td><td>&quot;y&quot;</td></tr></tbody></table></div>"""

SKLEARN = """<style>#sk-container-id-1 { color: black; }</style>
<div id="sk-container-id-1" class="sk-top-container"><div class="sk-text-repr-fallback">
<pre>LogisticRegression(C=2)</pre><b>In a Jupyter environment, please rerun this cell</b></div>
<div class="sk-container"><input type="checkbox"><label>LogisticRegression</label></div></div>"""

XARRAY = """<div><svg style="position: absolute; width: 0"><defs></defs></svg><style>.xr-wrap {}</style>
<pre class='xr-text-repr-fallback'>&lt;xarray.Dataset&gt;</pre><div class='xr-wrap'>
<input type='checkbox'/><ul class='xr-sections'><li>x</li></ul></div></div>"""

PLOTLY = {
    "data": [
        {"name": "arm A", "x": [1, 2], "y": {"dtype": "f8", "bdata": "AAAAAAAACEAAAAAAAAAQQA=="}},
        {"name": "arm B", "x": [1, 2], "y": [5, 6]},
    ],
    "layout": {"title": {"text": "Grip by <b>arm</b>"}, "xaxis": {"title": {"text": "week"}}},
}
PLOTLY_HTML = (
    '<div><script>window.PlotlyConfig = {};</script><div id="p1" class="plotly-graph-div"></div>'
    '<script>Plotly.newPlot("p1", '
    + json.dumps(PLOTLY["data"])
    + ", "
    + json.dumps(PLOTLY["layout"])
    + ', {"responsive": true})</script></div>'
)
VEGA = {
    "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
    "title": "Falls in a year",
    "mark": "bar",
    "data": {"name": "d1"},
    "datasets": {"d1": [{"ward": "north", "falls": 3}, {"ward": "south", "falls": 4}]},
}
ALTAIR = (
    '<div id="altair-viz-1"></div><script>var VEGA_DEBUG = {}; (function(spec, embedOpt){'
    'const url = "https://evil.example/x"; vegaEmbed("#vis", spec, embedOpt);})('
    + json.dumps(VEGA)
    + ', {"mode": "vega-lite"});</script>'
)
BOKEH = (
    '(function(root) { const docs_json = {"1": {"roots": [{"title": {"type":"object",'
    '"name":"Title","id":"p1002","attributes":{"text":"Sway of the trunk"}}}]}}; '
    "root.Bokeh.embed.embed_items_notebook(docs_json); })(window);"
)
FOLIUM = (
    '<div style="width:100%;"><div style="position:relative;"><span style="color:#565656">Make this '
    'Notebook Trusted to load map: File -> Trust Notebook</span><iframe srcdoc="&lt;!DOCTYPE html'
    '&gt;&lt;script src=&quot;https://evil.example/x&quot;&gt;&lt;/script&gt; leaflet"></iframe>'
    "</div></div>"
)
JSHTML = (
    '<script>function Animation(frames){}</script><div class="animation"><img id="_anim_img1">'
    '<div class="anim-controls"><input type="range"><button>x</button> Once Loop Reflect</div></div>'
    "<script>(function() { var frames = new Array(2);\n"
    + "".join(
        f'frames[{n}] = "data:image/png;base64,{base64_of(png(12, 8, colour))}"\n'
        for n, colour in enumerate(("#aa0000", "#00aa00", "#0000aa"))
    )
    + 'anim = new Animation(frames, img_id, slider_id, 200, "loop"); })()</script>'
)
FILM = base64.b64encode(b"\x00\x00\x00\x18ftypmp42 not a film that anybody could see").decode()
SOUND = base64.b64encode(b"RIFF....WAVEfmt not a sound").decode()

CASES: tuple[Case, ...] = (
    # ---------------------------------------------------------------- pictures
    Case(
        "pictures-of-every-kind.ipynb",
        "Figures saved as PNG, JPEG, GIF, WebP and SVG, several of them by one cell",
        stored(
            markdown("# Kinds"),
            output(*({f"image/{kind}": saved(kind)} for kind in ("png", "jpeg", "gif", "webp"))),
            output({"image/svg+xml": '<svg viewBox="0 0 4 4"><circle r="2"/></svg>'}),
        ),
        shows=('id="figure-cell-2"', 'id="figure-cell-2-4"', "<circle", ".webp"),
    ),
    Case(
        "picture-in-lines.ipynb",
        "A picture whose base64 is a list of lines",
        shows(
            {"image/png": [PLOTTED[:30] + "\n", PLOTTED[30:]], "text/plain": "<Figure size 1x1>"}
        ),
        shows=('width="40" height="20"',),
        omits=("Figure size",),
    ),
    Case(
        "picture-of-a-size.ipynb",
        "A picture for sharp screens, with the width at which it is to be shown",
        stored(
            markdown("# Sharp"),
            code(
                "plot()",
                shown({"image/png": PLOTTED}, metadata={"image/png": {"width": 20, "height": 10}}),
            ),
        ),
        shows=('width="20" height="10"',),
        failed_first=True,
    ),
    Case(
        "picture-damaged.ipynb",
        "A picture whose base64 is none",
        shows({"image/png": "not base64 !!", "text/plain": "<Figure size 640x480>"}),
        omits=("not base64", "<img"),
        says={"figure-damaged": "this cell's picture is damaged, so readers do not see it"},
    ),
    Case(
        "picture-only-as-pdf.ipynb",
        "A figure that was saved as PDF alone can be opened, and that is said",
        shows({"application/pdf": base64_of(b"%PDF-1.4 small"), "text/plain": "<Figure size 6x4>"}),
        shows=(">Figure (PDF)</a>",),
        says={"figure-damaged": "this figure is a PDF, which readers have to open by itself"},
        failed_first=True,
    ),
    Case(
        "picture-in-html.ipynb",
        "A picture that a backend wrote as HTML is a figure like any other",
        html(
            f'<div><img src="data:image/png;base64,{PLOTTED}" width="640" alt="A rising line"></div>'
        ),
        shows=('<figure class="figure"', 'width="40" height="20" alt="A rising line"'),
        failed_first=True,
    ),
    Case(
        "moving-gif.ipynb",
        "A picture that moves stands still for who asked for less motion",
        shows({"image/gif": moving()}),
        shows=('media="(prefers-reduced-motion: reduce)"',),
    ),
    Case(
        "animation-jshtml.ipynb",
        "An animation of matplotlib that a script would play moves as a picture",
        html(JSHTML, text="<IPython.core.display.HTML object>"),
        shows=('media="(prefers-reduced-motion: reduce)"', 'width="12" height="8"'),
        omits=("Reflect", "<IPython", "anim-controls"),
        failed_first=True,
    ),
    # ---------------------------------------------------------------- films and sounds
    Case(
        "film-inside.ipynb",
        "A film inside the HTML (`to_html5_video`) becomes a file that a link opens",
        html(
            f'<video width="6" controls autoplay><source type="video/mp4" src="data:video/mp4;base64,{FILM}">'
            "Your browser does not support the video tag.</video>"
        ),
        shows=('.mp4">Video (MP4)</a>',),
        omits=("does not support", "<video"),
        failed_first=True,
    ),
    Case(
        "sound-inside.ipynb",
        "A sound inside the HTML (`Audio`) becomes a file that a link opens",
        html(
            f'<audio controls="controls"><source src="data:audio/wav;base64,{SOUND * 90}" type="audio/wav" />'
            "Your browser does not support the audio element.</audio>"
        ),
        shows=('.wav">Sound (WAV)</a>',),
        omits=("does not support",),
        failed_first=True,
    ),
    Case(
        "films-elsewhere.ipynb",
        "Films and pages of other hosts become links with a title or the name of the host",
        html(
            '<iframe width="400" src="https://www.youtube.com/embed/abc_1?rel=0" allowfullscreen></iframe>',
            '<iframe src="https://player.vimeo.com/video/769" title="Gait \'after\' stroke"></iframe>',
            '<video src="https://films.example/a.mp4" controls></video>',
            '<iframe src="https://clinic.example/x?y=1&amp;z=2"></iframe>',
            text="<IPython.lib.display.IFrame at 0x7f0c3a5d1e50>",
        ),
        shows=(
            'href="https://www.youtube.com/watch?v=abc_1">Video on youtube.com</a>',
            "href=\"https://vimeo.com/769\">Gait 'after' stroke</a>",
            ">Video on films.example</a>",
            ">Page on clinic.example</a>",
        ),
        omits=("<iframe", "<video", "0x7f"),
        failed_first=True,
    ),
    # ---------------------------------------------------------------- tables
    Case(
        "pandas.ipynb",
        "A table of pandas in the site's own dress: headings with scopes, numbers aligned",
        html(PANDAS, text="PLAIN"),
        shows=(
            '<th scope="col">drug</th><th scope="col" class="number">dose</th>',
            '<th scope="row">0</th><td>a &lt; b, $5</td><td class="number">1.5</td>',
            '<td class="number">NaN</td>',
            "<p>10 rows × 3 columns</p>",
            'aria-label="Table; scroll sideways to see all of it" tabindex="0"',
        ),
        omits=("PLAIN", "vertical-align", "border="),
        failed_first=True,
    ),
    Case(
        "pandas-multiindex.ipynb",
        "A table of pandas with several levels of rows and columns, and names of both",
        html(MULTI),
        shows=(
            '<th colspan="2" scope="col">A</th>',
            '<th scope="col">site</th><th scope="col">visit</th><th scope="col" class="number">x</th>',
            '<th rowspan="2" scope="row">p</th><th scope="row">1</th><td class="number">0</td>',
        ),
        failed_first=True,
    ),
    Case(
        "pandas-styler.ipynb",
        "A Styler's colours become shades that are readable on any paper; its random ids go",
        html(STYLED),
        shows=(
            "<caption>Scores by site</caption>",
            '<td class="data row0 col0 number">0.1</td>',
            '<td class="number shade-3 strong">0.9</td>',
        ),
        omits=("T_f758f", "#023858", "background-color"),
        failed_first=True,
    ),
    Case(
        "polars.ipynb",
        "A table of polars, whose types stand under its headings",
        html(POLARS),
        shows=("<small>shape: (2, 2)</small>", '<td class="number">1</td>', "<td>str</td>"),
        failed_first=True,
    ),
    Case(
        "statsmodels.ipynb",
        "Tables of statsmodels, whose headings stand beside their values",
        html(STATSMODELS),
        shows=(
            '<th scope="row">Dep. Variable:</th><td>y</td>',
            '<th scope="col">coef</th>'.replace('"col"', '"col" class="number"'),
            '<th scope="row">const</th><td class="number">    0.8942</td>',
        ),
        failed_first=True,
    ),
    Case(
        "sklearn.ipynb",
        "An estimator's diagram needs its own styles, so its text is shown",
        html(SKLEARN, text="LogisticRegression(C=2)"),
        shows=("<pre>LogisticRegression(C=2)</pre>",),
        omits=("rerun this cell", "sk-container"),
        failed_first=True,
    ),
    Case(
        "xarray.ipynb",
        "A data set of xarray needs its own styles, so its text is shown",
        html(XARRAY, text="<xarray.Dataset> Size: 64B\nDimensions:  (x: 2)"),
        shows=("<pre>&lt;xarray.Dataset&gt; Size: 64B\nDimensions:  (x: 2)</pre>",),
        omits=("xr-sections",),
        failed_first=True,
    ),
    Case(
        "html-loosely-nested.ipynb",
        "Headings, blocks inside words and rows without cells, as libraries write them",
        html(
            "<h3>Totals</h3><span><div>12</div></span><pre><div>a</div></pre>"
            "<table><tr></tr><tr><td>1</td></tr></table>"
        ),
        shows=('<div class="strong">Totals</div><span><span>12</span></span>',),
        omits=("<h3>", "<tr></tr>"),
        failed_first=True,
    ),
    Case(
        "html-pictures-beside.ipynb",
        "HTML that a cell put out names a picture beside the notebook, and one far away",
        html(
            '<p>Two:</p><img src="near.png" alt="Near"> <img src="https://evil.example/x" alt="Far">'
        ),
        files={"near.png": png(7, 5)},
        shows=(
            'alt="Near" width="7" height="5"',
            '<a class="image-elsewhere" href="https://evil.example/x">Far</a>',
        ),
        failed_first=True,
    ),
    # ---------------------------------------------------------------- what needs a script
    Case(
        "plotly.ipynb",
        "A chart of plotly leaves its title and its values",
        shows({"application/vnd.plotly.v1+json": PLOTLY, "text/html": PLOTLY_HTML}),
        shows=(
            "An interactive chart is not shown here: Grip by arm.",
            '<th scope="col">week</th><th scope="col">arm A</th><th scope="col">arm B</th>',
            '<td class="number">1</td><td class="number">3</td><td class="number">5</td>',
        ),
        says={"output-needs-script": CHART},
        failed_first=True,
    ),
    Case(
        "plotly-in-script.ipynb",
        "A chart of plotly whose values stand inside a script",
        html(PLOTLY_HTML),
        shows=("is not shown here: Grip by arm.", '<td class="number">4</td>'),
        says={"output-needs-script": CHART},
        failed_first=True,
    ),
    Case(
        "plotly-with-picture.ipynb",
        "A chart that was saved with a picture of it is that picture",
        shows({"application/vnd.plotly.v1+json": PLOTLY, "image/png": PLOTTED}),
        shows=('width="40" height="20"',),
        omits=("is not shown here",),
    ),
    Case(
        "plotly-loader.ipynb",
        "What only brings a library's scripts leaves nothing, and nobody is bothered",
        html(
            '<script>window.PlotlyConfig = {MathJaxConfig: "local"};</script>',
            '<div><a href="https://bokeh.org" class="bk-notebook-logo"></a>'
            "<span>Loading BokehJS ...</span></div>",
        ),
        omits=("Loading BokehJS", "output-block"),
        failed_first=True,
    ),
    Case(
        "altair.ipynb",
        "A chart of Altair leaves its title and its values",
        html(ALTAIR, text="alt.Chart(...)"),
        shows=("is not shown here: Falls in a year.", '<td>north</td><td class="number">3</td>'),
        omits=("alt.Chart",),
        lacks=("vega.github.io",),
        says={"output-needs-script": CHART},
        failed_first=True,
    ),
    Case(
        "bokeh.ipynb",
        "A chart of Bokeh leaves its title",
        shows(
            {
                "text/html": '<div id="p1" data-root-id="p2"></div>',
                "application/javascript": BOKEH,
                "application/vnd.bokehjs_exec.v0+json": "",
            }
        ),
        shows=("is not shown here: Sway of the trunk.",),
        says={"output-needs-script": CHART},
        failed_first=True,
    ),
    Case(
        "folium.ipynb",
        "A map of folium says that it is missing, and not that the notebook is to be trusted",
        html(FOLIUM, text="<folium.folium.Map at 0x7f0c3a5d1e50>"),
        shows=("An interactive map is not shown here.",),
        omits=("Trust Notebook",),
        says={"output-needs-script": MAP},
        failed_first=True,
    ),
    Case(
        "pyvis.ipynb",
        "A page beside the notebook that an iframe would show",
        html(
            '<iframe width="100%" src="net.html"></iframe>',
            text="<IPython.lib.display.IFrame at 0x7f>",
        ),
        shows=("An interactive chart is not shown here.",),
        omits=("net.html",),
        says={"output-needs-script": CHART},
        failed_first=True,
    ),
    Case(
        "script-alone.ipynb",
        "An output that is a script alone leaves nothing to see, and that is said",
        stored(
            markdown("# Script"),
            output(
                {
                    "text/html": "<script>window.galley_marker=1</script>",
                    "text/plain": "<IPython.core.display.HTML object>",
                }
            ),
            output(
                {
                    "application/javascript": "window.galley_marker=1",
                    "text/plain": "<IPython.core.display.Javascript object>",
                }
            ),
        ),
        omits=("output-block", "IPython"),
        says={
            "output-needs-script": "this output needs a script, which this page does not run; "
            "readers see what is left without it"
        },
        failed_first=True,
    ),
    Case(
        "style-alone.ipynb",
        "An output that is a style alone leaves nothing to see",
        html("<style>body { display: none }</style>", text="<IPython.core.display.HTML object>"),
        omits=("output-block", "IPython", "display: none"),
        failed_first=True,
    ),
    # ---------------------------------------------------------------- widgets
    Case(
        "widgets-with-state.ipynb",
        "Widgets whose state was saved show what they last showed, figures included",
        with_widgets(
            {
                "box": widget(
                    "VBox", children=["IPY_MODEL_dose", "IPY_MODEL_note", "IPY_MODEL_out"]
                ),
                "dose": widget("IntSlider", description="Dose", value=7),
                "note": widget("HTML", value="<b>Bold</b> words"),
                "out": widget(
                    "Output",
                    outputs=[
                        {"output_type": "stream", "name": "stdout", "text": "printed inside\n"},
                        {
                            "output_type": "display_data",
                            "data": {"image/png": PLOTTED},
                            "metadata": {},
                        },
                    ],
                ),
                "pick": widget("Dropdown", description="Arm", index=1, _options_labels=["A", "B"]),
            },
            "box",
            "pick",
        ),
        shows=(
            "<p>Dose: 7</p>",
            "<b>Bold</b> words",
            "printed inside",
            "<p>Arm: B</p>",
            '<figure class="figure"',
        ),
        omits=("VBox", "is not shown here"),
        failed_first=True,
    ),
    Case(
        "widgets-without-state.ipynb",
        "A widget of which nothing was saved is named as missing",
        with_widgets({}, "lost", text="VBox(children=(Label(value='Hello'),))"),
        shows=("An interactive control is not shown here.",),
        omits=("VBox",),
        says={"output-needs-script": LOST},
        failed_first=True,
    ),
    Case(
        "progress-widget.ipynb",
        "A progress bar that was a widget, with its state and without",
        with_widgets(
            {
                "bar": widget("HBox", children=["IPY_MODEL_a", "IPY_MODEL_b", "IPY_MODEL_c"]),
                "a": widget("HTML", value="Epochs:\u2007100%"),
                "b": widget("FloatProgress", value=3.0, max=3.0),
                "c": widget("HTML", value="\u20073/3\u2007[00:00&lt;00:00, 192.69it/s]"),
            },
            "bar",
            "lost",
            text="Epochs:   0%|          | 0/3 [00:00<?, ?it/s]",
        ),
        omits=("it/s", "Epochs", "is not shown here"),
        failed_first=True,
    ),
    # ---------------------------------------------------------------- text
    Case(
        "progress-in-text.ipynb",
        "A progress bar that overwrites its line is seen once, also with colours and between warnings",
        stored(
            markdown("# Progress"),
            code(
                "fit()",
                printed("\r 10%|#   |"),
                printed("UserWarning: careful\n", "stderr"),
                printed("\r\x1b[32m 50%|##  |\x1b[0m"),
                printed(["\r100%|####|\n", "done\n"]),
            ),
        ),
        shows=("<pre>100%|####|\ndone\n</pre>",),
        omits=("50%", "UserWarning"),
        says={"cell-stderr": "this cell prints warnings, which readers are not shown"},
        failed_first=True,
    ),
    Case(
        "cursor-moves.ipynb",
        "Cursor moves, erased lines and backspaces are obeyed",
        prints(
            "Epoch 1\nloss 9\n\x1b[2A\x1b[2KEpoch 2\n\x1b[2Kloss 3\n", "ab\x08\x08cd\x07 bell\n"
        ),
        shows=("<pre>Epoch 2\nloss 3\ncd bell\n</pre>",),
        failed_first=True,
    ),
    Case(
        "colours.ipynb",
        "Colours of a terminal: eight, 256 and millions, bold, and a link",
        prints(
            "\x1b[31mred\x1b[0m \x1b[38;5;208mtint\x1b[0m \x1b[38;2;10;200;30mtrue\x1b[0m "
            "\x1b[1;4mbold\x1b[0m \x1b]8;;https://evil.example/x\x07link\x1b]8;;\x07 <i>$x$ :::\n"
        ),
        shows=(
            '<span class="ansi-red-fg">red</span> <span class="ansi-yellow-fg">tint</span> '
            '<span class="ansi-green-fg">true</span> <span class="ansi-bold ansi-underline">bold</span> '
            "link &lt;i&gt;$x$ :::",
        ),
        omits=("rgb(", "style="),
        failed_first=True,
    ),
    Case(
        "addresses.ipynb",
        "Where an object lies in memory is noise, and another at each run",
        stored(
            markdown("# Addresses"),
            output({"text/plain": "<__main__.Model at 0x7f41a4874150>"}),
            output({"text/plain": "[<matplotlib.lines.Line2D at 0x7f41a4874150>]"}),
            output({"text/plain": "{'model': <__main__.Model at 0x7f41a4874150>}"}),
            output({"text/plain": "<function __main__.<lambda>(x)>"}),
            code("print(m)", printed("<__main__.Model object at 0x7f41a4874150>\n")),
        ),
        shows=("{&#39;model&#39;: &lt;__main__.Model&gt;}", "&lt;__main__.Model object&gt;"),
        omits=("0x7f", "Line2D", "lambda"),
        failed_first=True,
    ),
    Case(
        "json.ipynb",
        "JSON and GeoJSON are spelt out",
        shows(
            {
                "application/json": {"a": [1, None], "b": "é"},
                "text/plain": "<IPython.core.display.JSON object>",
            },
            {
                "application/geo+json": {"type": "Point"},
                "text/plain": "<IPython.display.GeoJSON object>",
            },
        ),
        shows=("&#34;b&#34;: &#34;é&#34;", "&#34;type&#34;: &#34;Point&#34;"),
        omits=("IPython",),
        failed_first=True,
    ),
    Case(
        "markdown.ipynb",
        "Markdown that a cell put out is text of the article",
        shows({"text/markdown": "**Bold** and $x_1$\n\n- item"}),
        shows=("<strong>Bold</strong>", "<msub><mi>x</mi><mn>1</mn></msub>", "<li>item</li>"),
    ),
    Case(
        "traceback.ipynb",
        "An error that was stored is shown as one, with a finding",
        stored(
            markdown("# Error"),
            code(
                "boom()",
                raised("ValueError", "too <small>", "\x1b[0;31mValueError\x1b[0m: too <small>"),
            ),
        ),
        shows=('<span class="ansi-red-fg">ValueError</span>: too &lt;small&gt;',),
        says={"cell-error": "this cell ends in an error: ValueError: too <small>"},
    ),
    Case(
        "empty-outputs.ipynb",
        "Outputs without anything in them leave no empty boxes",
        stored(
            markdown("# Empty"),
            code("a", {"output_type": "display_data", "data": {}, "metadata": {}}),
            code(
                "b",
                shown({"text/plain": "  "}),
                shown({"text/html": "<div> </div>"}),
                printed("\n\n"),
            ),
            code("c", {"output_type": "stream"}),
        ),
        omits=("output-block", "printed"),
        failed_first=True,
    ),
    Case(
        "wide-text.ipynb",
        "Text wider than the page scrolls in a box of its own",
        prints("x" * 400 + "\n"),
        shows=(
            '<div class="printed scroll" role="group" aria-label="Output" tabindex="0"><pre>xxx',
        ),
    ),
    Case(
        "many-outputs.ipynb",
        "500 outputs of one cell, none of them lost",
        stored(markdown("# Many"), output(*({"text/html": f"<p>row {n}</p>"} for n in range(500)))),
        shows=("<p>row 0</p>", "<p>row 499</p>"),
        committed=False,
    ),
    Case(
        "over-a-megabyte.ipynb",
        "Outputs of more than a megabyte are shown whole",
        stored(
            markdown("# Large"),
            code("text", printed("spike " * 200_000 + "END-OF-TEXT\n")),
            output({"text/html": "<p>" + "row<br>" * 200_000 + "END-OF-HTML</p>"}),
        ),
        shows=("END-OF-TEXT", "END-OF-HTML"),
        committed=False,
    ),
)
