"""Outputs that act: their types, what a terminal would obey, widgets, and cells with odd names."""

from __future__ import annotations

from tests.corpus.case import Case
from tests.corpus.parts import (
    Json,
    base64_of,
    code,
    markdown,
    notebook,
    output,
    png,
    printed,
    raised,
    shown,
    stored,
)
from tests.corpus.touching import ASKED, MARKER

RUN, CALL = MARKER, ASKED
ATTACK = f'"><script>{RUN}</script>'
PNG = base64_of(png())
WIDGET = "application/vnd.jupyter.widget-view+json"
STATE = "application/vnd.jupyter.widget-state+json"


def _case(name: str, what: str, *cells: Json, **expected: object) -> Case:
    return Case(f"{name}.ipynb", what, stored(*cells, title="Outputs"), **expected)  # type: ignore[arg-type]


def _kinds(*kinds: str, content: object = f"<script>{RUN}</script>") -> tuple[Json, ...]:
    return tuple(output({kind: content, "text/plain": "in words"}, source=kind) for kind in kinds)


TYPES = (
    _case(
        "type-javascript",
        "Outputs that are scripts",
        *_kinds(
            "application/javascript", "text/javascript", "application/x-javascript", content=RUN
        ),
        shows=("in words",),
    ),
    _case(
        "type-latex",
        "LaTeX outputs with links and files",
        *_kinds(
            "text/latex",
            content=f"$$\\href{{javascript:{RUN}}}{{x}} \\input{{../secret.txt}}$$",
        ),
        *_kinds("text/latex", content=f"\\begin{{x}}<script>{RUN}</script>\\end{{x}}"),
        omits=('href="javascript',),
        leaves=("\\begin{",),
    ),
    _case(
        "type-mermaid",
        "Outputs that another program would draw",
        *_kinds(
            "text/vnd.mermaid",
            "text/vnd.graphviz",
            "application/vnd.plotly.v1+json",
            "application/vnd.vegalite.v5+json",
            "application/vnd.bokehjs_exec.v0+json",
            "application/geo+json",
            "application/vdom.v1+json",
        ),
        shows=("in words",),
        omits=('class="mermaid"',),
    ),
    _case(
        "type-vdom",
        "An output that names elements and handlers",
        output(
            {
                "application/vdom.v1+json": {
                    "tagName": "script",
                    "attributes": {"onclick": RUN},
                    "children": [RUN],
                },
                "text/plain": "in words",
            }
        ),
        shows=("in words",),
    ),
    _case(
        "type-pdf",
        "Documents and films as outputs",
        *_kinds("application/pdf", "video/mp4", "audio/wav", content="AAAA"),
        shows=("in words",),
    ),
    _case(
        "type-html-list",
        "HTML in lines, in which a tag is parted",
        output({"text/html": ["<scr", f"ipt>{RUN}</scr", "ipt><b>kept</b>"]}),
        shows=("<b>kept</b>",),
    ),
    _case(
        "type-html-object",
        "HTML that is a JSON object",
        output({"text/html": {"x": f"<script>{RUN}</script>"}, "text/plain": "in words"}),
    ),
    _case(
        "type-unknown",
        "A type whose name is an attack",
        *_kinds(ATTACK, "image/svg+xml;x=<script>", "text/html; charset=x"),
        shows=("in words",),
    ),
    _case(
        "type-markdown",
        "Markdown outputs with links and raw HTML",
        *_kinds(
            "text/markdown",
            content=f'[a](javascript:{RUN}) <div title="\n\n`" onmouseover="{RUN}`\n\n">',
        ),
        failed_first=True,
    ),
    _case(
        "picture-type",
        "A picture that is HTML, and one that is a drawing",
        output({"image/png": base64_of(f"<script>{RUN}</script>".encode())}),
        output({"image/jpeg": base64_of(f"<svg onload='{RUN}'/>".encode())}),
        output({"image/png": PNG}),
        shows=("<img",),
    ),
    _case(
        "output-metadata",
        "Sizes and names in an output's metadata",
        code(
            "x",
            shown(
                {"image/png": PNG},
                metadata={
                    "image/png": {"width": f'9" onload="{RUN}', "height": 1e9, "alt": ATTACK},
                    "isolated": True,
                    "filenames": {"image/png": "../../up.png"},
                },
            ),
        ),
        shows=("<img",),
    ),
)

TERMINAL = (
    _case(
        "terminal-html",
        "Printed text that is HTML",
        code("x", printed(f"<script>{RUN}</script><!-- <b>bold</b> ]]>")),
        shows=("&lt;script&gt;",),
    ),
    _case(
        "terminal-links",
        "Links, titles and moves that a terminal obeys",
        code(
            "x",
            printed(
                f"\x1b]8;;javascript:{RUN}\x07link\x1b]8;;\x07 \x1b]0;title\x07 \x1b[2J\x1b[10;1H"
                f'\x1b]52;c;cm0gLXJm\x07 \x1b[31m<b onclick="{RUN}">red\x1b[0m'
                "\x9b31m \x1bP+q\x1b\\"
            ),
        ),
        omits=("javascript:window", "cm0gLXJm", "]8;;"),
    ),
    _case(
        "terminal-colours",
        "Colours that are addresses and styles",
        code("x", printed(f'\x1b[38;2;1;2;3m"a\x1b[0m \x1b[38;5;{"9" * 40}mb \x1b[;;;;m c\x1b[0')),
        omits=("style=",),
        failed_first=True,
    ),
    _case(
        "error",
        "An error whose name, message and traceback are HTML",
        code(
            "x",
            raised(
                f"<script>{RUN}</script>",
                f'<img src=x onerror="{RUN}">',
                f"\x1b[31m<script>{RUN}</script>\x1b[0m",
            ),
        ),
        shows=("&lt;script&gt;",),
    ),
    _case(
        "stream-name",
        "A stream of an odd name",
        code("x", printed("gone", name=ATTACK), printed("kept")),
        shows=("kept",),
    ),
)

WIDGETS = (
    Case(
        "widget-html.ipynb",
        "A widget whose state is HTML",
        stored(
            output({WIDGET: {"model_id": "a"}, "text/plain": f"HTML(value='<script>{RUN}')"}),
            title="Widgets",
            widgets={
                STATE: {
                    "state": {
                        "a": {
                            "model_name": "HTMLModel",
                            "model_module": "@jupyter-widgets/controls",
                            "state": {"value": f'<img src=x onerror="{RUN}">{ATTACK}'},
                        }
                    }
                }
            },
        ),
    ),
    Case(
        "widget-module.ipynb",
        "A widget that names a module of another host",
        stored(
            output({WIDGET: {"model_id": ATTACK}, "text/plain": "in words"}),
            title="Widgets",
            widgets={
                STATE: {
                    "state": {
                        ATTACK: {
                            "model_module": CALL,
                            "model_name": CALL,
                            "state": {"_view_module": CALL, "children": ["IPY_MODEL_x"]},
                        },
                        "</script>": {"state": None},
                    }
                }
            },
        ),
        shows=("in words",),
    ),
    Case(
        "widget-damaged.ipynb",
        "A widget's state that is no object",
        stored(
            output({WIDGET: [ATTACK], "text/plain": "in words"}),
            title="Widgets",
            widgets=[ATTACK],
        ),
        shows=("in words",),
    ),
)

NAMES = (
    Case(
        "cell-ids.ipynb",
        "Cells with ids that break out, and with those of the page",
        stored(
            markdown("## One", id=ATTACK[:60]),
            markdown(":::{note}\nWords.\n:::", id="content"),
            code("x", shown({"image/png": PNG}), id="addEventListener"),
            code("y", shown({"image/png": PNG}), id="../../up"),
            title="Ids",
        ),
        shows=('role="note"',),
    ),
    Case(
        "cell-tags.ipynb",
        "Tags and metadata that are attacks",
        stored(
            markdown("Words.", metadata={"tags": [ATTACK, f"edition:{ATTACK}", None, 7]}),
            code("x", printed("printed"), metadata={"tags": [ATTACK], "name": ATTACK}),
            title="Tags",
        ),
    ),
    Case(
        "kernel.ipynb",
        "A kernel and a language whose names are attacks",
        notebook(
            markdown("# Kernel"),
            code("#| echo: true\n<script>", printed("printed")),
            kernel={"name": ATTACK, "display_name": ATTACK, "language": ATTACK},
            language_info={"name": ATTACK, "pygments_lexer": ATTACK, "file_extension": "/../x"},
        ),
        shows=("printed",),
    ),
    Case(
        "attachments.ipynb",
        "Attachments with names that climb and types that lie",
        stored(
            markdown(
                "![a](attachment:a.svg) ![b](attachment:../../b.png) ![c](attachment:c.html)",
                attachments={
                    "a.svg": {"image/png": base64_of(f"<svg onload='{RUN}'/>".encode())},
                    "../../b.png": {"image/png": PNG},
                    "c.html": {"text/html": base64_of(f"<script>{RUN}</script>".encode())},
                },
            ),
            title="Attachments",
        ),
    ),
    Case(
        "options.ipynb",
        "Cell options that are attacks",
        stored(
            code(
                f'#| label: fig-"><script>\n'
                f"#| caption: '<script>{RUN}</script> [x](javascript:1)'\n"
                f"#| alt: '{ATTACK}'\n#| evidence: data [@\"><script>]\n#| echo: true\nx",
                shown({"image/png": PNG}),
            ),
            title="Options",
        ),
        shows=("&lt;script&gt;",),
        omits=('href="javascript',),
    ),
)

CASES: tuple[Case, ...] = (*TYPES, *TERMINAL, *WIDGETS, *NAMES)
