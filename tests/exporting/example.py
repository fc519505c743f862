"""An article that has one of everything, and its document."""

from __future__ import annotations

import base64
import io
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import nbformat.v4 as nb
from PIL import Image

from galley.article.article import Identity, read_article
from galley.article.bibliography import parse_bibliography
from galley.article.front_matter import FrontMatter
from galley.article.model import Article
from galley.article.publication import standing_of
from galley.exporting.document.making import make_document
from galley.exporting.document.model import Document
from galley.exporting.pandoc_files import read_html
from galley.glossary import parse_glossary
from galley.html.context import Link, PersonContext
from galley.html.meanings import meanings_of
from galley.html.pandoc import Pandoc
from galley.html.reference_list import style_of
from galley.html.surroundings import Surroundings

ADDRESS = "https://example.org/blog/window.html"
BIBLIOGRAPHY = """
@article{bi2001, author={Bi, Guo and Poo, Mu}, title={Synaptic change}, journal={Journal},
 year={2001}, doi={10.1000/one}}
@article{lee2020, author={Lee, Ann}, title={Practice after stroke}, journal={Other}, year={2020}}
"""
GLOSSARY = """
plasticity:
  en: plasticity
  id: plastisitas
  definition: {en: The ability of the brain to change., id: Kemampuan otak untuk berubah.}
"""
SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="720" height="360" viewBox="0 0 720 360" '
    "font-family=\"'Source Sans', 'Source Sans Pro', sans-serif\">"
    '<rect width="720" height="360" fill="var(--fig-paper, #fbf9f4)"/>'
    '<path d="M60 300 C 200 20, 400 20, 660 280" stroke="var(--fig-restoration, #0b5c5c)" '
    'fill="none" stroke-width="6"/>'
    '<path d="M60 300 L 300 100 L 660 300 z" fill="var(--fig-caution, #8a5a00)"/>'
    '<text x="60" y="340" font-size="24" fill="var(--fig-ink, #1a1a1a)">Weeks</text></svg>'
)


def png(width: int = 40, height: int = 20) -> bytes:
    """Return a small picture."""
    out = io.BytesIO()
    Image.new("RGB", (width, height), "#0b5c5c").save(out, format="PNG")
    return out.getvalue()


def figure_output(**said: Any) -> nb.NotebookNode:
    """Return what an explanatory figure leaves in a notebook."""
    bundle = {
        "schema": 1,
        "alt": "A curve that rises and falls.",
        "description": "The curve is highest in the first weeks.",
        "evidence": {"class": "schematic", "sources": ["lee2020"], "note": "A shape only."},
        "data": {"columns": ["start_days", "result"], "rows": [[1, "low"], [30, "high"]]},
        **said,
    }
    data = {
        "image/svg+xml": SVG,
        "image/png": base64.b64encode(png(1440, 720)).decode(),
        "application/vnd.galley.figure+json": bundle,
    }
    return nb.new_output("display_data", data=data)


TEXT = """## What the window is {#x}

Training matters [@bi2001, p. 3], and **plasticity** is *limited*.[^one] See [](#fig-window),
[](#tbl-doses) and equation [](#eq-one); [another page](other.html), [away](https://example.com/a).

[^one]: A note with `code` and [@lee2020].

$$ \\tau = \\frac{a}{b} $$ (eq-one)

Inline $x^2$.

:::{help} If it gets worse
Call **your doctor**.
:::

:::{dropdown} More
Folded text.
:::

:::{table} Doses in the trials.
:label: tbl-doses

| Drug | Dose (mg) |
|:--|--:|
| A | 10 |
| B | 20 |
:::

- [ ] to do
- [x] done

:::{figure} photo.png
:label: fig-photo
:alt: A hand on a table.
:evidence: data [@lee2020]
:credit: Ayu Lestari
:description: Longer words.
A photo.
:::
"""
RAW = 'Raw <span onclick="x()">HTML</b> <div style="color:red"><p>inside</p></div> #emph[no] $5\n'
FRONT: Mapping[str, Any] = {
    "description": "One sentence.",
    "date": "2026-11-20",
    "updated": "2026-11-22",
    "reviewed": "2026-11-21",
    "key_points": ["First *point* [@lee2020].", "Second with $y$."],
    "disclosures": "none",
    "funding": "A grant.",
    "category": "Neurorestoration",
    "tags": ["stroke"],
}


def article(lang: str = "en", *cells: nb.NotebookNode, **front: Any) -> Article:
    """Return the article of the example, or of other cells."""
    own = cells or (
        nb.new_markdown_cell(TEXT, id="text"),
        nb.new_code_cell(
            "#| label: fig-window\n#| caption: The first weeks [@bi2001].\nplot()",
            id="plot",
            outputs=[figure_output()],
        ),
        nb.new_code_cell(
            "frame",
            id="frame",
            outputs=[
                nb.new_output(
                    "execute_result",
                    data={
                        "text/html": "<table><tr><th></th><th>a</th></tr>"
                        "<tr><th>r</th><td>1.5</td></tr></table>"
                    },
                )
            ],
        ),
        nb.new_markdown_cell(RAW, id="raw"),
    )
    fields = {**FRONT, **front}
    title = fields.pop("title", "When is the window?")
    identity = Identity(
        "notebooks/window.ipynb", "window", lang, "", title, FrontMatter.model_validate(fields)
    )
    return read_article(nb.new_notebook(cells=list(own)), identity)


def document(made: Article, folder: Path, pandoc: Pandoc, **around: Any) -> Document:
    """Return the document of an article whose files lie in a folder."""
    (folder / "photo.png").write_bytes(png())
    bibliography = parse_bibliography(BIBLIOGRAPHY, "references.bib")[0]
    surroundings = Surroundings(
        image=lambda _src, _cell: None,
        picture=lambda _name, _data: None,
        link=lambda href: href,
        authors=(PersonContext("Maria Lopez", "Sp.N.", affiliation="A hospital"),),
        category=Link("Neurorestoration", "topics/neuro.html"),
        tags=(Link("stroke", "tags/stroke.html"),),
        licence="CC BY 4.0",
        corrections="mail@example.org",
        address=ADDRESS,
        site_title="Fog & Light",
        standing=standing_of(made.front_matter, None),
        meanings=meanings_of(parse_glossary(GLOSSARY, "glossary.yml")[0], made.lang),
    )
    return make_document(
        made,
        replace(surroundings, **around),
        style_of(bibliography, "author-year"),
        convert=pandoc.convert,
        read_html=read_html,
        find=lambda name: folder / name if (folder / name).is_file() else None,
    )
