"""A folder in which every part an author can write tries to run code, read files or call home.

`MARKER` is what an attack would set; `SECRET` is what it would read.
"""

from __future__ import annotations

import base64
import io
import json
from pathlib import Path
from typing import Any

from PIL import Image

MARKER = "galley_marker"
SECRET = "OUTSIDE-THE-FOLDER"
RUN = f"window.{MARKER}=1"
CALL = "https://evil.example/x"

SMALL_SVG = base64.b64encode(f"<svg onload={RUN}/>".encode()).decode()

HTML = (
    f"<script>{RUN}</script>",
    f"<SCRIPT/x>{RUN}</SCRIPT >",
    f"<scr<script>ipt>{RUN}</scr</script>ipt>",
    f"<img src=x onerror={RUN}>",
    f'<img src="x" ONERROR = "{RUN}">',
    f"<svg/onload={RUN}>",
    f"<svg><script>{RUN}</script></svg>",
    f'<svg><a xlink:href="javascript:{RUN}"><text>t</text></a></svg>',
    f'<svg><animate attributeName=href values="javascript:{RUN}"/></svg>',
    f'<svg><foreignObject><body onload="{RUN}"></body></foreignObject></svg>',
    f"<math><mtext><table><mglyph><style><img src=x onerror={RUN}></style></mglyph></table></math>",
    f'<math href="javascript:{RUN}">click</math>',
    f'<a href="javascript:{RUN}">link</a>',
    f'<a href=" java&#x09;script:{RUN}">link</a>',
    f'<a href="JaVaScRiPt&colon;{RUN}">link</a>',
    f'<a href="data:text/html,<script>{RUN}</script>">link</a>',
    f'<a href="vbscript:{RUN}">link</a>',
    f'<a href="#" onclick="{RUN}" target="_blank">link</a>',
    f'<a href="#" data-commandlinker-command="x" data-commandlinker-args="{RUN}">link</a>',
    f"<body onload={RUN}><details open ontoggle={RUN}><summary>s</summary></details>",
    f'<div style="background:url({CALL});position:fixed;inset:0">cover</div>',
    f"<style>@import '{CALL}'; body {{ display: none }}</style>",
    f'<link rel="stylesheet" href="{CALL}"><meta http-equiv="refresh" content="0;url={CALL}">',
    f'<base href="{CALL}"><form action="{CALL}"><input name=a autofocus onfocus={RUN}></form>',
    f'<iframe src="{CALL}" srcdoc="<script>parent.{MARKER}=1</script>"></iframe>',
    f'<object data="{CALL}"><embed src="{CALL}"></object><video src="{CALL}" poster="{CALL}">',
    f'<img srcset="{CALL} 2x" src="{CALL}" lowsrc="{CALL}"><picture><source srcset="{CALL}">',
    f'<table background="{CALL}"><tr><td background="{CALL}">cell</td></tr></table>',
    f'<img src="data:image/svg+xml;base64,{SMALL_SVG}">',
    f'<noscript><p title="</noscript><img src=x onerror={RUN}>"></noscript>',
    f"<!--><img src=x onerror={RUN}>--><![CDATA[<script>{RUN}</script>]]>",
    f"<textarea><script>{RUN}</script></textarea><template><script>{RUN}</script></template>",
    f"<xmp><script>{RUN}</script></xmp><plaintext><script>{RUN}</script>",
    '<img name="body" id="content" src="x"><form id="forms"></form><a id="toc" name="cookie">c</a>',
    "</article></main></body></html><h1>After the end</h1>",
)

MARKDOWN = (
    f"[a](javascript:{RUN}) [b]( jAvAsCrIpT:{RUN} ) [c](data:text/html;base64,PHNjcmlwdD4=)",
    f"[d][ref] <javascript:{RUN}>\n\n[ref]: javascript:{RUN}",
    f'![e](javascript:{RUN}) ![f](x "onerror={RUN}") ![g]({CALL}.png)',
    f'[h](#x "\\" onmouseover=\\"{RUN}")',
    f'# Heading <img src=x onerror={RUN}> {{#id\\" onclick={RUN}}}',
    f'[span]{{.c onclick="{RUN}" style="color:red" id="x y"}}',
    f"```{{raw}} html\n<script>{RUN}</script>\n```",
    f"```{{=html}}\n<script>{RUN}</script>\n```",
    "```{include} ../secret.txt\n```",
    "```{literalinclude} ../secret.txt\n```",
    f'```{{figure}} javascript:{RUN}\n:name: "><script>{RUN}\n:target: javascript:{RUN}\nc\n```',
    f"```{{iframe}} {CALL}\n```\n\n```{{mermaid}}\ngraph LR; A[<img src=x onerror={RUN}>]\n```",
    f'```{{button}} javascript:{RUN}\n```\n\n```html"onload={RUN}\ncode\n```',
    f'{{abbr}}`X (<script>{RUN}</script>)` {{raw}}`<script>{RUN}</script>` {{ref}}`"><script>`',
    f"{{download}}`x <javascript:{RUN}>` {{doc}}`../secret.txt` {{button}}`javascript:{RUN}`",
    f"$\\href{{javascript:{RUN}}}{{x}}$ $\\text{{<script>{RUN}</script>}}$",
    "$\\input{../secret.txt}$ $\\unicode{x}$ $$\\include{../secret.txt}$$",
    f'$\\style{{background:url({CALL})}}{{x}}$ $\\class{{x" onclick="{RUN}}}{{y}}$',
    "{{ config }} {% include '../secret.txt' %} {{ ''.__class__ }} ${7*7} <%= 7 %>",
    "[secret](../secret.csv) ![secret](../secret.png) ![linked](linked.png) ![abs](/../secret.png)",
    f"[@evil2020] and [^note]\n\n[^note]: <img src=x onerror={RUN}>",
    f"term\n: <script>{RUN}</script>\n\n- [ ] <img src=x onerror={RUN}>",
)

SVG = f"""<?xml version="1.0"?><?xml-stylesheet href="{CALL}"?>
<!DOCTYPE svg [<!ENTITY read SYSTEM "../secret.txt"><!ENTITY a "aaaaaaaaaa">]>
<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"
 width="20" height="10" onload="{RUN}"><script>{RUN}</script><title>Dots</title>
<style>@import "{CALL}"; circle {{ fill: url({CALL}#a); background: url({CALL}) }}</style>
<foreignObject><iframe xmlns="http://www.w3.org/1999/xhtml" src="{CALL}"/></foreignObject>
<a xlink:href="javascript:{RUN}"><circle r="4" onclick="{RUN}" style="fill:url({CALL})"/></a>
<image xlink:href="{CALL}"/><use href="{CALL}#x"/><set attributeName="href" to="javascript:{RUN}"/>
<filter><feImage href="{CALL}"/></filter><text>kept</text></svg>"""

PLAIN_SVG = SVG[SVG.index("<svg") :]

BIBLIOGRAPHY = rf"""@article{{evil2020,
  title = {{<script>{RUN}</script> \href{{javascript:{RUN}}}{{T}} <img src=x onerror={RUN}>}},
  author = {{"><script>{RUN}</script>, A.}},
  journal = {{\input{{../secret.txt}}}},
  year = {{2020}},
  url = {{javascript:{RUN}}},
  doi = {{10.1/"><img src=x onerror={RUN}>}},
}}
"""

SITE = f"""title = "</title><script>{RUN}</script>"
description = "\\" onload=\\"{RUN}"
base_url = "https://blog.example/"
languages = ["en"]
trusted = []
notice = "<script>{RUN}</script>"
licence = "<img src=x onerror={RUN}>"

[authors.evil]
name = "<script>{RUN}</script>"
affiliation = "\\"><img src=x onerror={RUN}>"
url = "https://a.example/\\"onclick=\\"{RUN}"
"""

FRONT_MATTER = f"""---
title: "</title></h1><script>{RUN}</script>"
description: '"><script>{RUN}</script>'
date: 2026-01-02
authors: [evil]
tags: ["<script>{RUN}</script>", "../../up"]
category: '"><img src=x onerror={RUN}>'
disclosures: "<script>{RUN}</script>"
funding: "<iframe src='{CALL}'></iframe>"
key_points: ["<script>{RUN}</script>", "[k](javascript:{RUN})"]
image: ../secret.png
inputs: ["../secret.txt", "/etc/passwd"]
---"""


def picture() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (4, 4), "#123456").save(out, "PNG")
    return out.getvalue()


PNG = base64.b64encode(picture()).decode()

BUNDLE = {
    "schema": 1,
    "alt": f'"><script>{RUN}</script>',
    "description": f"<script>{RUN}</script>",
    "caption": f"<img src=x onerror={RUN}>",
    "lang": f'"><script>{RUN}</script>',
    "evidence": {
        "class": "data",
        "sources": ["evil2020", "<script>"],
        "note": f"<b onclick={RUN}>",
    },
    "data": {"columns": [f"<script>{RUN}</script>"], "rows": [[f"=cmd|<img onerror={RUN}>"]]},
    "narrow_svg": PLAIN_SVG,
    "made_by": {"function": f"<script>{RUN}</script>", "parameters": {}},
}


# States that hold together, so that they are shown, and say everything with an attack.
EXPLORED = {
    **BUNDLE,
    "choices": [
        {
            "name": "day",
            "label": f'"><script>{RUN}</script>',
            "values": [{"value": n, "label": f"<img src=x onerror={RUN}>{n}"} for n in (1, 2)],
        }
    ],
    "states": [
        {**BUNDLE, "values": {"day": n}, "svg": svg, "png": PNG}
        for n, svg in ((1, SVG), (2, PLAIN_SVG))
    ],
    "shown": 1,
}


def markdown(source: str, **fields: Any) -> dict[str, Any]:
    return {"cell_type": "markdown", "metadata": {}, "source": source, **fields}


def output(*bundles: dict[str, Any], source: str = "x") -> dict[str, Any]:
    outputs = [{"output_type": "display_data", "data": b, "metadata": {}} for b in bundles]
    cell = {"cell_type": "code", "metadata": {}, "source": source, "execution_count": 1}
    return {**cell, "outputs": outputs}


def notebook(*cells: dict[str, Any], **metadata: Any) -> dict[str, Any]:
    # A language that is nowhere, and whose name is an attack of its own.
    evil = f'"><script>{RUN}</script>'
    kernel = {"name": evil, "display_name": evil, "language": evil}
    known = {"kernelspec": kernel, "language_info": {"name": evil}, **metadata}
    return {"nbformat": 4, "nbformat_minor": 4, "metadata": known, "cells": list(cells)}


NOTEBOOKS = {
    "html-in-markdown": notebook(*(markdown(f"text {html}\n\n{html}") for html in HTML)),
    "html-in-outputs": notebook(*(output({"text/html": html}) for html in HTML)),
    "html-as-markdown-output": notebook(*(output({"text/markdown": html}) for html in HTML)),
    "markdown": notebook(*(markdown(source) for source in MARKDOWN)),
    "drawings": notebook(
        output({"image/svg+xml": SVG}, {"image/svg+xml": PLAIN_SVG, "image/png": PNG}),
        output(
            {"image/svg+xml": PLAIN_SVG, "application/vnd.galley.figure+json": BUNDLE},
            source=f'#| label: fig-"><script>\n#| caption: <script>{RUN}</script>\nx',
        ),
        output({"image/svg+xml": PLAIN_SVG, "application/vnd.galley.figure+json": EXPLORED}),
        output({"image/png": PNG}, source=f"#| alt: '\"><script>{RUN}</script>'\nx"),
        markdown("![svg](evil.svg) ![linked](linked.png)"),
    ),
    "front-matter": notebook({"cell_type": "raw", "metadata": {}, "source": FRONT_MATTER}),
    "metadata": notebook(
        markdown("# Metadata", id=f'"><script>{RUN}</script>', metadata={"tags": ["<script>"]}),
        markdown(
            "![a](attachment:a.svg) ![b](attachment:../../b.png)",
            attachments={
                "a.svg": {"image/svg+xml": base64.b64encode(SVG.encode()).decode()},
                "../../b.png": {"image/png": PNG},
            },
        ),
        output({"text/plain": "shown"}, source=f"#| echo: true\n<script>{RUN}</script>"),
        {
            "cell_type": "code",
            "metadata": {},
            "source": "x",
            "execution_count": 1,
            "outputs": [
                {"output_type": "stream", "name": "stdout", "text": f"<script>{RUN}</script>"},
                {
                    "output_type": "error",
                    "ename": f"<script>{RUN}</script>",
                    "evalue": f"<img src=x onerror={RUN}>",
                    "traceback": [f"\x1b[31m<script>{RUN}</script>\x1b[0m"],
                },
            ],
        },
        widgets={"application/vnd.jupyter.widget-state+json": {"state": {"a": "<script>"}}},
    ),
    "climbs": notebook(
        markdown("---\ntitle: Climbs\nslug: ../../climbed\naliases: [../../climbed.html]\n---")
    ),
    "redirects": notebook(
        markdown(f"---\ntitle: Redirects\naliases: ['javascript:{RUN}', '/../../climbed']\n---")
    ),
    "nested": notebook(
        markdown(">" * 3000 + " quoted"),
        markdown("[" * 20000 + "]" * 20000),
        markdown("*" * 30000 + "a" + "_" * 30000),
        markdown("- " * 2000 + "item"),
        markdown("<div>" * 20000),
        markdown("$" + "{" * 5000 + "}" * 5000 + "$"),
        markdown("$" + "\\frac{1}{" * 400 + "x" + "}" * 400 + "$"),
        markdown("$x" + "^{x" * 1500 + "}" * 1500 + "$ and $x" + "_{x" * 30 + "}" * 30 + "$"),
        markdown("$x^\\frac" + "{1}{\\frac" * 30 + "{1}{2}" + "}" * 30 + "$"),
        markdown("$" + "\\sqrt{" * 3000 + "}" * 3000 + "$ and $" + "\\sqrt" * 2000 + "x$"),
        markdown("$\\def\\a{\\a\\a}\\a$ and $\\newcommand{\\b}{\\b\\b}\\b$"),
        markdown(":::{note}\n" * 300),
        markdown("`" * 20001 + "a"),
        markdown("![" * 5000 + "](x)"),
        markdown("| a " * 3000 + "|\n" + "|---" * 3000 + "|"),
        output({"text/html": "<b>" * 20000}, {"text/html": "<table><tr><td>" * 2000}),
    ),
}


def write_folder(folder: Path) -> Path:
    """Write the hostile folder beside what it must not read; return the folder."""
    outside, content = folder, folder / "blog"
    content.mkdir()
    outside.joinpath("secret.txt").write_text(SECRET, encoding="utf-8")
    outside.joinpath("secret.csv").write_text(f"a\n{SECRET}\n", encoding="utf-8")
    outside.joinpath("secret.png").write_bytes(secret_picture())
    content.joinpath("linked.png").symlink_to(outside / "secret.png")
    content.joinpath("linked.ipynb").symlink_to(outside / "secret.txt")
    content.joinpath("evil.svg").write_text(SVG, encoding="utf-8")
    content.joinpath("site.toml").write_text(SITE, encoding="utf-8")
    content.joinpath("references.bib").write_text(BIBLIOGRAPHY, encoding="utf-8")
    for name, value in NOTEBOOKS.items():
        content.joinpath(f"{name}.ipynb").write_text(json.dumps(value), encoding="utf-8")
    return content


def secret_picture() -> bytes:
    """Return a picture of a size that no other has, by which it is known."""
    out = io.BytesIO()
    Image.new("RGB", (77, 33), "#ff00ff").save(out, "PNG")
    return out.getvalue()
