"""One rule on an article of several cells."""

from __future__ import annotations

import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from galley.article.article import Identity, read_article
from galley.article.front_matter import FrontMatter
from galley.checks.rule import CheckContext, Manuscript


def _read(cells, *, lang="en", title="X", kind="article", **context):
    front = FrontMatter.model_validate({"title": title, "kind": kind})
    article = read_article(
        new_notebook(cells=list(cells)),
        Identity("x.ipynb", "x", lang, title=title, front_matter=front),
        known_keys=("bi2001",),
    )
    return Manuscript(article, CheckContext(**context))


@pytest.fixture
def found():
    """Return what a rule says of cells: place, message and fix."""

    def find(rule, *cells, **given):
        return [
            f"{str(remark.place).removeprefix('x.ipynb')}: {remark.message}\n  Fix: {remark.fix}"
            for remark in rule.find(_read(cells, **given))
        ]

    return find


@pytest.fixture
def text():
    """Make a Markdown cell."""
    return lambda source, cell_id="text": new_markdown_cell(source, id=cell_id)


@pytest.fixture
def drawn():
    """Make a code cell that shows a drawing; ``svg`` is its content, options are its words."""

    def make(*, cell_id="figure", svg="<svg/>", data=None, **options):
        lines = [f"#| {name}: {value}" for name, value in options.items()]
        output = new_output("display_data", data=data or {"image/svg+xml": svg})
        return new_code_cell("\n".join([*lines, "plot()"]), id=cell_id, outputs=[output])

    return make
