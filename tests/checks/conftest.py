"""One rule on one small article, of one cell of text or of several cells."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from galley.article.article import Identity, read_article
from galley.article.front_matter import FrontMatter
from galley.checks.rule import CheckContext, Manuscript, Rule
from galley.checks.rules import RULES

FILE = "notebooks/x.ipynb"
WHOLE = {
    "title": "X",
    "date": "2026-11-20",
    "authors": [{"name": "Maria Lopez", "credentials": "MD", "affiliation": "St. Mary Hospital"}],
    "disclosures": "none",
    "funding": "none",
}

MakeManuscript = Callable[..., Manuscript]
Tell = Callable[..., list[str]]


@pytest.fixture
def manuscript() -> MakeManuscript:
    """Make a manuscript of one Markdown cell ``text``.

    Front matter is whole but for what is given; names that it does not have go to the context.
    """

    def make(text: str, lang: str = "en", edition: str = "", **given: object) -> Manuscript:
        front = {key: value for key, value in given.items() if key in FrontMatter.model_fields}
        front_matter = FrontMatter.model_validate({**WHOLE, **front})
        article = read_article(
            new_notebook(cells=[new_markdown_cell(text, id="text")]),
            Identity(FILE, "x", lang, edition, front_matter.title or "", front_matter),
            known_keys=("bi2001", "hodgkin1952"),
        )
        context = {key: value for key, value in given.items() if key not in front}
        return Manuscript(article, CheckContext(**context))

    return make


@pytest.fixture
def told(manuscript: MakeManuscript) -> Tell:
    """Return what a rule, or the one of an id, says about a text, without the file's name."""
    rules = {rule.id: rule for rule in RULES}

    def tell(rule: Rule | str, text: str, lang: str = "en", **given: object) -> list[str]:
        found = (rules[rule] if isinstance(rule, str) else rule).find(
            manuscript(text, lang, **given)
        )
        return [
            f"{str(remark.place).removeprefix(FILE)}: {remark.message}\n  Fix: {remark.fix}"
            for remark in found
        ]

    return tell


def _read(cells, *, lang="en", title="X", kind="article", front=None, **context):
    front = FrontMatter.model_validate({"title": title, "kind": kind, **(front or {})})
    article = read_article(
        new_notebook(cells=list(cells)),
        Identity(FILE, "x", lang, title=title, front_matter=front),
        known_keys=("bi2001",),
    )
    return Manuscript(article, CheckContext(**context))


@pytest.fixture
def found():
    """Return what a rule says about cells: place without the file's name, message and fix."""

    def find(rule, *cells, **given):
        return [
            f"{str(remark.place).removeprefix(FILE)}: {remark.message}\n  Fix: {remark.fix}"
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
