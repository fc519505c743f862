"""A new cell with the call of a figure, in the manner of the library's own examples."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Final

from galley.jupyterlab.figures.article import SentArticle
from galley.jupyterlab.figures.catalogue import FigureEntry
from galley.jupyterlab.figures.code import Code
from galley.jupyterlab.figures.names import LIBRARY, bound_names, library_names
from galley.jupyterlab.figures.options import as_yaml
from galley_figures.locale import Lang

_LANG_LINE: Final = re.compile(r'^    lang="\w+",\n', re.MULTILINE)


def new_cell(
    entry: FigureEntry, article: SentArticle, *, after: str, lang: Lang, caption: str
) -> str:
    """Return the source of a cell that draws a figure.

    Parameters
    ----------
    after
        The cell below which it will stand; empty for the end of the article.
    lang
        Of the article.
    caption
        The library's own; where it has none, only the author knows what to see, and a check asks.
    """
    name, needs_import = _called(entry.name, article, after)
    label = unique_label(entry.name, article.labels_beside())
    written = as_yaml("caption", caption) if caption else ""
    lines = [f"#| label: {label}", f"#| caption: {written}".rstrip()]
    if needs_import:
        lines += [f"from {LIBRARY} import {entry.name}", ""]
    return "\n".join([*lines, _call(entry, name, article.parameters(), lang)])


def unique_label(name: str, taken: Collection[str]) -> str:
    """Return a label that no cell has.

    >>> unique_label("plasticity_window", {"fig-plasticity-window"})
    'fig-plasticity-window-2'
    """
    wanted = f"fig-{name.replace('_', '-')}"
    number, label = 1, wanted
    while label in taken:
        number += 1
        label = f"{wanted}-{number}"
    return label


def _called(name: str, article: SentArticle, after: str) -> tuple[str, bool]:
    """Return what the figure is called in the new cell, and whether that has to be imported."""
    codes = _codes_above(article, after)
    names = library_names(codes, (name,))
    # An import inside of a function gives no name to other cells.
    known = frozenset[str]().union(*map(bound_names, codes))
    for own, public in names.functions.items():
        if public == name and own in known:
            return own, False
    for module in sorted(names.modules & known):
        return f"{module}.{name}", False
    return name, True


def _codes_above(article: SentArticle, after: str) -> list[Code]:
    index = article.index_of(after)
    above = article.cells if index is None else article.cells[: index + 1]
    return [cell.code for cell in above if cell.code]


def _call(entry: FigureEntry, name: str, parameters: Collection[str], lang: Lang) -> str:
    starter = entry.starters.get(lang, "")
    if starter:
        line = _language(parameters, lang)
        call = _LANG_LINE.sub(f"    {line},\n" if line else "", starter).rstrip("\n")
        return name + call.removeprefix(entry.name)
    given = (_language(parameters, lang), "audience=audience" if "audience" in parameters else "")
    wanted = (each for each in given if each.partition("=")[0] in entry.parameters)
    return f"{name}({', '.join(wanted)})"


def _language(parameters: Collection[str], lang: Lang) -> str:
    """Return the argument that says the language; English needs none."""
    if "lang" in parameters:
        return "lang=lang"
    return f'lang="{lang}"' if lang != "en" else ""
