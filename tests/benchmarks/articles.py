"""Making content folders to measure with: realistic articles, byte for byte the same each time.

An article has about 800 words, formulas, a table, six citations and two explanatory figures, drawn
by modules that articles share. All of it is invented, and all of it differs between articles.
"""

from __future__ import annotations

import json
import random
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.benchmarks.words import TOPICS, between, choose, chooser, paragraph, sentence

CONTENT = Path(__file__).parent / "content"
REFERENCES = 40
CITATIONS = 6
CATEGORIES = ("Recovery", "Timing", "Mechanisms")
Cell = dict[str, Any]


@dataclass(frozen=True)
class FigureCall:
    """A figure of an article: the function of a shared module, and what it is called with."""

    module: str
    function: str
    arguments: dict[str, float]

    @property
    def source(self) -> str:
        """The line of a code cell that draws it."""
        arguments = ", ".join(f"{name}={value}" for name, value in self.arguments.items())
        return f"{self.function}({arguments})"


def make_articles(folder: Path, count: int) -> None:
    """Write a content folder with `count` articles."""
    shutil.copytree(CONTENT, folder, ignore=shutil.ignore_patterns("__pycache__"))
    _write(folder / "references.bib", _references())
    for number in range(count):
        write_article(folder, number)


def add_prose(folder: Path, numbers: range) -> None:
    """Write further articles that have words, formulas and citations, but no code."""
    for number in numbers:
        cells = [cell for cell in _cells(number) if cell["cell_type"] == "markdown"]
        _write_notebook(folder / f"{slug(number)}.ipynb", cells)


def write_article(folder: Path, number: int, *, words: str = "", code: str = "") -> None:
    """Write one article; `words` end its first paragraph, `code` begins its first code cell."""
    cells = _cells(number)
    prose = next(cell for cell in cells if cell["id"] == "beginning")
    figure = next(cell for cell in cells if cell["id"] == "first-figure")
    prose["source"] += words
    figure["source"] = figure["source"].replace("\nfrom shared", f"\n{code}from shared", 1)
    _write_notebook(folder / f"{slug(number)}.ipynb", cells)


def slug(number: int) -> str:
    """Return the name of an article."""
    return f"article-{number:04d}"


def figure_calls(number: int) -> tuple[FigureCall, FigureCall]:
    """Return the two figures of an article."""
    chance = chooser(number)
    course = {
        "start": between(8, 24, chance),
        "gain": between(10, 24, chance),
        "tau_weeks": between(3, 12, chance),
    }
    name = second_module(number)
    shares = {group: between(2, 38, chance) for group in ("early", "late", "usual")}
    return FigureCall("shared.curves", "recovery", course), FigureCall(
        f"shared.{name}", name, shares
    )


def second_module(number: int) -> str:
    """Return the module of an article's second figure: one of two, by turns."""
    return ("gains", "dropouts")[number % 2]


# ------------------------------------------------------------------ one article


def _cells(number: int) -> list[Cell]:
    chance = chooser(1000 + number)
    keys = _cited(number)
    first, second = figure_calls(number)
    return [
        _markdown("front-matter", _front_matter(number, chance)),
        _markdown("beginning", f"{paragraph(chance)} [@{keys[0]}; @{keys[1]}, p. 3]"),
        _markdown("course", _course(first, keys[2], chance)),
        _code("first-figure", first, "fig-course", "The course of two groups, not of one person."),
        _markdown("figures-words", _after_figure(keys[3], chance)),
        _markdown("table", _table(second, chance)),
        _code("second-figure", second, "fig-groups", "Three groups, as they were formed by lot."),
        _markdown("end", _end(keys[4], keys[5], chance)),
    ]


def _front_matter(number: int, chance: random.Random) -> str:
    topic = choose(TOPICS, chance)
    return f"""---
title: "{topic} after a stroke, part {number + 1}"
description: Invented for the benchmark; {topic.lower()} in two groups over half a year.
date: {2020 + number % 6}-{1 + number % 12:02d}-{1 + number % 28:02d}
review_by: 2032-01-01
authors: [editors]
tags: [benchmark, {topic.lower()}]
category: {CATEGORIES[number % len(CATEGORIES)]}
disclosures: none
key_points:
  - {sentence(chance)}
  - {sentence(chance)}
---"""


def _course(figure: FigureCall, key: str, chance: random.Random) -> str:
    start, gain, tau = figure.arguments.values()
    return f"""## How the score rises

{paragraph(chance)} As @{key} writes, the score $s(t)$ starts at $s_0 = {start}$ and rises by
$\\Delta = {gain}$ with a time constant of $\\tau = {tau}$ weeks, so that

$$
s(t) = s_0 + \\Delta \\left(1 - e^{{-t/\\tau}}\\right), \\qquad
\\left.\\frac{{\\mathrm{{d}}s}}{{\\mathrm{{d}}t}}\\right|_{{t=0}} = \\frac{{\\Delta}}{{\\tau}}.
$$

{paragraph(chance)} [](#fig-course) shows it."""


def _after_figure(key: str, chance: random.Random) -> str:
    return f"""{paragraph(chance)} The sum of squares

$$
Q = \\sum_{{i=1}}^{{n}} \\frac{{(y_i - s(t_i))^2}}{{\\sigma_i^2}}
$$

is smallest for the curve that is drawn [@{key}].

> {sentence(chance)}"""


def _table(figure: FigureCall, chance: random.Random) -> str:
    rows = "\n".join(
        f"| {group.capitalize()} | {20 + int(chance.random() * 60)} | {value} |"
        for group, value in figure.arguments.items()
    )
    return f"""## The three groups

| Group | People | Value |
|:------|-------:|------:|
{rows}

{paragraph(chance)}"""


def _end(first: str, second: str, chance: random.Random) -> str:
    return f"""{paragraph(chance)} [@{first}]

## What is not known

- {sentence(chance)}
- {sentence(chance)}

{paragraph(chance)} Others found the same [@{second}]."""


def _cited(number: int) -> list[str]:
    return [f"study{(number * 7 + step * 11) % REFERENCES + 1:02d}" for step in range(CITATIONS)]


def _markdown(name: str, source: str) -> Cell:
    return {"cell_type": "markdown", "id": name, "metadata": {}, "source": source}


def _code(name: str, figure: FigureCall, label: str, caption: str) -> Cell:
    source = (
        f"#| label: {label}\n#| caption: {caption}\n"
        f"from {figure.module} import {figure.function}\n\n{figure.source}"
    )
    return {
        "cell_type": "code",
        "execution_count": None,
        "id": name,
        "metadata": {},
        "outputs": [],
        "source": source,
    }


def _write_notebook(path: Path, cells: list[Cell]) -> None:
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    notebook = {
        "cells": cells,
        "metadata": {"kernelspec": kernel, "language_info": {"name": "python"}},
        "nbformat": 4,
        "nbformat_minor": 5,
    }
    _write(path, json.dumps(notebook, ensure_ascii=False, indent=1) + "\n")


# ------------------------------------------------------------------ the bibliography


def _references() -> str:
    return "\n".join(_reference(number) for number in range(1, REFERENCES + 1))


def _reference(number: int) -> str:
    chance = chooser(5000 + number)
    names = ("Adams", "Brown", "Chen", "Diaz", "Evans", "Fischer", "Gupta", "Hasan", "Ito", "Jones")
    authors = " and ".join(f"{choose(names, chance)}, {letter}." for letter in "KLM")
    return f"""@article{{study{number:02d},
  author = {{{authors}}},
  title = {{{{{choose(TOPICS, chance)} in an invented trial, number {number}}}}},
  journal = {{Journal of Invented Trials}},
  year = {{{1990 + number % 30}}},
  volume = {{{number}}},
  pages = {{{number * 10}--{number * 10 + 9}}}
}}
"""


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")
