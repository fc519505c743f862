"""Drawings that act, ask, grow or leave their place: as outputs, files, attachments and figures."""

from __future__ import annotations

import json

from tests.corpus.case import Case
from tests.corpus.parts import Json, base64_of, code, markdown, output, png, shown, stored
from tests.corpus.touching import ASKED, MARKER

RUN, CALL = MARKER, ASKED
HEAD = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    ' width="40" height="20"'
)
DOT = '<circle cx="9" cy="9" r="4"/>'
PNG = base64_of(png())


def svg(body: str, attributes: str = "", before: str = "") -> str:
    return f"{before}{HEAD} {attributes}>{body}{DOT}</svg>"


def drawn(text: str, alt: str = "Dots") -> Json:
    """Return a notebook that shows a drawing as an output, as a file and as an attachment."""
    return stored(
        output({"image/svg+xml": text}, source=f"#| alt: {alt}\nx"),
        markdown(
            "![Dots](attachment:b.svg)",
            attachments={"b.svg": {"image/svg+xml": base64_of(text.encode())}},
        ),
        title="A drawing",
    )


def _case(
    name: str, what: str, body: str, attributes: str = "", before: str = "", **expected: object
) -> Case:
    text = svg(body, attributes, before)
    return Case(f"{name}.ipynb", what, drawn(text), **{"shows": ("<circle",), **expected})  # type: ignore[arg-type]


ACTING = (
    _case("script", "A script in a drawing", f"<script>{RUN}</script>"),
    _case(
        "script-cdata",
        "A script between CDATA marks, from another host",
        f'<script href="{CALL}"><![CDATA[{RUN}]]></script>',
    ),
    _case(
        "script-namespace",
        "A script under another name of its name space",
        f'<x:script xmlns:x="http://www.w3.org/2000/svg">{RUN}</x:script>',
    ),
    _case(
        "html-inside",
        "Elements of HTML in a drawing",
        f'<script xmlns="http://www.w3.org/1999/xhtml">{RUN}</script>'
        f'<img xmlns="http://www.w3.org/1999/xhtml" src="x" onerror="{RUN}"/>',
    ),
    _case(
        "handlers",
        "Handlers in capitals and on every part",
        f'<g onclick="{RUN}" ONLOAD="{RUN}"><path d="M0 0h9" onmouseover="{RUN}"/></g>',
        f'onload="{RUN}"',
        lacks=("ONLOAD",),
    ),
    _case(
        "foreign-object",
        "HTML inside a drawing",
        f'<foreignObject width="9" height="9"><body xmlns="http://www.w3.org/1999/xhtml" '
        f'onload="{RUN}"><iframe src="{CALL}"/></body></foreignObject>',
        lacks=("foreignObject",),
    ),
    _case(
        "link-javascript",
        "A link in a drawing that runs",
        f'<a xlink:href="javascript:{RUN}"><text>t</text></a><a href="javascript:{RUN}"/>',
        shows=("<text>t</text>",),
    ),
    _case(
        "animation",
        "Animations that change a link",
        f'<a id="a"><text>t</text></a><animate xlink:href="#a" attributeName="href" '
        f'values="javascript:{RUN}" begin="0s"/><set attributeName="href" to="javascript:{RUN}"/>'
        f'<animateTransform onbegin="{RUN}" attributeName="x"/>',
        lacks=("<animate", "<set", "attributeName"),
    ),
    _case(
        "events-element",
        "Elements that listen, of SVG Tiny",
        f'<handler type="application/ecmascript">{RUN}</handler><listener event="load"/>',
        lacks=("<handler", "<listener"),
    ),
    _case(
        "use-data",
        "A copy of a drawing in the address",
        f'<use href="data:image/svg+xml;base64,{base64_of(svg(f"<script>{RUN}</script>").encode())}'
        '#x"/>',
        lacks=('<use href="data:',),
    ),
    _case(
        "description-html",
        "A picture in a description, which a page reads as HTML",
        f'<desc><image src="{CALL}" srcset="{CALL} 2x"/></desc>'
        f"<title><style>@import '{CALL}';</style></title>",
        failed_first=True,
    ),
    _case(
        "description-unclosed",
        "An element in a description that HTML never closes",
        "<desc><g/><path/></desc><title>&lt;/title>&lt;img src=x&gt;</title>",
        omits=("<desc><g",),
        failed_first=True,
    ),
    _case(
        "metadata",
        "An editor's notes, with the names of folders",
        '<metadata><cc xmlns="x">/home/ana/ward-7</cc></metadata>'
        '<sodipodi:namedview xmlns:sodipodi="s" inkscape:export-filename="/home/ana/ward-7.png" '
        'xmlns:inkscape="i"/>',
        lacks=("ward-7",),
    ),
)

ASKING = (
    _case(
        "image-elsewhere",
        "Pictures, copies and filters from another host",
        f'<image xlink:href="{CALL}"/><use href="{CALL}#x"/><filter><feImage href="{CALL}"/>'
        f'</filter><text><textPath xlink:href="{CALL}#p">t</textPath></text>',
    ),
    _case(
        "style-import",
        "A style sheet that loads",
        f"<style>@import '{CALL}'; circle {{ fill: url({CALL}#a) }}</style>",
    ),
    _case(
        "style-escaped",
        "A style sheet that spells its words with backslashes",
        f"<style>@\\69mport '{CALL}'; * {{ fill: u\\rl({CALL}) }}</style>",
    ),
    _case(
        "style-image-set",
        "Addresses as plain strings in a style",
        f"<style>circle {{ mask: image-set('{CALL}' 1x) }}</style>"
        f"<rect mask=\"image-set('{CALL}' 1x)\" width='9' height='9'/>"
        f"<rect style=\"mask: -webkit-image-set('{CALL}' 1x)\" width='9' height='9'/>"
        f"<rect cursor=\"image-set('{CALL}' 1x), auto\" width='9' height='9'/>",
        lacks=("image-set('https",),
        failed_first=True,
    ),
    _case(
        "style-fonts",
        "A face from another host",
        f"<style>@font-face {{ font-family: a; src: url({CALL}) }} text {{ font-family: a }}"
        "</style><text>t</text>",
    ),
    _case(
        "paint-elsewhere",
        "Paint, masks and markers from another host",
        f'<path d="M0 0h9" fill="url({CALL}#a)" mask="url( \'{CALL}#m\' )" '
        f'marker-end="URL({CALL}#e)" filter="url(//evil.example/x#f)" clip-path="url({CALL}"/>',
        lacks=("evil.example/x#",),
    ),
    _case(
        "stylesheet-instruction",
        "An instruction that loads a style sheet, and a document type that reads a file",
        "",
        before=f'<?xml version="1.0"?><?xml-stylesheet href="{CALL}"?>'
        '<!DOCTYPE svg [<!ENTITY a "b">]>',
        lacks=("xml-stylesheet",),
    ),
    Case(
        "entity-file.ipynb",
        "A drawing that reads a file beside the folder",
        stored(
            output(
                {
                    "image/svg+xml": '<!DOCTYPE svg [<!ENTITY read SYSTEM "../secret.txt">]>'
                    f"{HEAD}><text>&read;</text></svg>",
                    "image/png": PNG,
                },
                source="#| alt: Dots\nx",
            ),
            title="A drawing",
        ),
        shows=("<img",),
    ),
    Case(
        "entity-bomb.ipynb",
        "A drawing whose entities multiply",
        stored(
            output(
                {
                    "image/svg+xml": "<!DOCTYPE svg ["
                    '<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">'
                    '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>' + f"{HEAD}><text>&c;</text></svg>",
                    "image/png": PNG,
                },
                source="#| alt: Dots\nx",
            ),
            title="A drawing",
        ),
        lacks=("aaaaaaaaaaaaaaaaaaaa",),
    ),
)

_BOMB = (
    "".join(f'<g id="l{n}">' + f'<use href="#l{n + 1}"/>' * 10 + "</g>" for n in range(12))
    + '<g id="l12"><path d="M0 0h9"/></g>'
)

LEAVING = (
    _case(
        "overflow",
        "A drawing that paints over the page around it",
        '<rect x="-999" y="-999" width="9999" height="9999" fill="white"/>',
        'overflow="visible" style="overflow:visible;position:fixed;inset:0"',
        omits=('overflow="visible"', "position:fixed"),
        failed_first=True,
    ),
    _case(
        "transform",
        "A drawing that moves itself over the page",
        "",
        'transform="translate(-500,-900) scale(60)"',
        omits=("translate(-500,-900)",),
        failed_first=True,
    ),
    _case(
        "filter",
        "A filter that floods what stands around the drawing",
        '<filter id="f" x="-9000%" y="-9000%" width="20000%" height="20000%"><feFlood '
        'flood-color="white"/></filter>',
        'filter="url(#f)"',
        failed_first=True,
    ),
    _case(
        "focus",
        "A drawing that takes the focus or can be written in",
        '<rect tabindex="0" autofocus="" contenteditable="true" popover="" accesskey="s" '
        'focusable="true" width="9" height="9"/>',
        omits=('<rect tabindex="0"', "contenteditable", 'popover=""'),
        failed_first=True,
    ),
    _case(
        "size",
        "A drawing larger than every page",
        "",
        'viewBox="0 0 1e9 1e-9" preserveAspectRatio="none"',
    ),
    _case(
        "copies-bomb",
        "Copies of copies, a million millions of them",
        _BOMB,
        shows=(),
        omits=("-l11",),
        failed_first=True,
    ),
    _case(
        "deep",
        "A drawing nested too deeply",
        "<g>" * 5000 + "</g>" * 5000,
        shows=(),
    ),
    _case(
        "ids-of-the-page",
        "Ids of the page in a drawing",
        '<g id="content"><g id="references"/><g id="see:x"/><g id="addEventListener"/></g>',
        omits=('<g id="content"', '<g id="addEventListener"'),
    ),
)

BUNDLE = {
    "schema": 1,
    "alt": f'"><script>{RUN}</script>',
    "description": f"<script>{RUN}</script>",
    "caption": f'<img src=x onerror="{RUN}">',
    "lang": f'"><script>{RUN}</script>',
    "evidence": {
        "class": "data",
        "sources": ["evil2020", "<script>"],
        "note": f'<b onclick="{RUN}">',
    },
    "data": {
        "columns": [f"<script>{RUN}</script>", "=1+1"],
        "rows": [['=cmd|<img onerror="x">', "@SUM(A1)"], ["+1+1", "-2+3"], ["\t=1", "ok\r=2"]],
    },
    "narrow_svg": svg(f"<script>{RUN}</script>", f'onload="{RUN}"'),
    "made_by": {"function": f"<script>{RUN}</script>", "parameters": {}},
}
EXPLORED = {
    **BUNDLE,
    "choices": [
        {
            "name": "day",
            "label": f'"><script>{RUN}</script>',
            "values": [{"value": n, "label": f'<img src=x onerror="{RUN}">{n}'} for n in (1, 2)],
        }
    ],
    "states": [
        {**BUNDLE, "values": {"day": n}, "svg": svg(f"<script>{RUN}</script>"), "png": PNG}
        for n in (1, 2)
    ],
    "shown": 1,
}
_TYPE = "application/vnd.galley.figure+json"

FIGURES = (
    Case(
        "figure.ipynb",
        "An explanatory figure that says everything with an attack",
        stored(
            output(
                {"image/svg+xml": BUNDLE["narrow_svg"], _TYPE: BUNDLE},
                source=f'#| label: fig-"><script>\n#| caption: <script>{RUN}</script>\nx',
            ),
            title="A figure",
        ),
        shows=("&lt;script&gt;", "<circle"),
    ),
    Case(
        "explored.ipynb",
        "An explored figure whose states and choices are attacks",
        stored(output({"image/svg+xml": BUNDLE["narrow_svg"], _TYPE: EXPLORED}), title="A figure"),
        shows=('<input type="radio"', "&lt;img src=x onerror="),
    ),
    Case(
        "figure-text.ipynb",
        "A figure's notes as text that is no JSON object",
        stored(
            code("x", shown({"image/png": PNG, _TYPE: json.dumps(BUNDLE)})),
            code("y", shown({"image/png": PNG, _TYPE: [BUNDLE]})),
            title="A figure",
        ),
        shows=("<img",),
    ),
    Case(
        "alt.ipynb",
        "Alternative texts that break out of their attribute",
        stored(
            output({"image/png": PNG}, source=f"#| alt: '\"><script>{RUN}</script>'\nx"),
            code(
                "y",
                shown({"image/png": PNG}, metadata={"image/png": {"alt": f'" onload="{RUN}'}}),
            ),
            markdown(f'![" onload="{RUN}](a.png "\\" onerror=\\"{RUN}")'),
            title="Alternative texts",
        ),
        files={"a.png": png(9, 9)},
        shows=('alt="&#34;&gt;&lt;script&gt;',),
    ),
    Case(
        "file.ipynb",
        "A drawing of the folder, named in the text",
        stored(markdown("![Dots](evil.svg)"), title="A file"),
        files={
            "evil.svg": svg(
                f"<script>{RUN}</script><desc><image src='{CALL}'/></desc>"
                f"<style>@import '{CALL}'; .a {{ mask: image-set('{CALL}' 1x) }}</style>",
                f'onload="{RUN}"',
            )
        },
        shows=('alt="Dots"',),
        failed_first=True,
    ),
)

CASES: tuple[Case, ...] = (*ACTING, *ASKING, *LEAVING, *FIGURES)
