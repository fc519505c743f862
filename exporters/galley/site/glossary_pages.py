"""The glossary of a site: all terms of a language with what they mean, from A to Z."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from jinja2 import Environment

from galley.html.meanings import Meaning
from galley.html.words import words_for
from galley.site.alphabet import letter_of, sort_key
from galley.site.frame import Frame


@dataclass(frozen=True)
class Letter:
    """The terms that begin with a letter."""

    name: str
    anchor: str
    terms: tuple[Meaning, ...]


def glossary_pages(frame: Frame, templates: Environment) -> Iterator[tuple[str, str]]:
    """Yield path and HTML of each language's glossary."""
    paths = {lang: path for lang in frame.graph.languages if (path := frame.glossary_page(lang))}
    for lang, path in paths.items():
        alternates = frame.alternate_paths(paths)
        page = frame.page(path, lang, words_for(lang).glossary, alternates=alternates)
        template = templates.get_template("site/glossary.html.j2")
        letters = tuple(_letters(frame.meanings(lang), lang))
        yield path, template.render(page=page, letters=letters)


def _letters(meanings: tuple[Meaning, ...], lang: str) -> Iterator[Letter]:
    ordered = sorted(meanings, key=lambda meaning: sort_key(meaning.word, lang))
    for number, (name, terms) in enumerate(
        groupby(ordered, lambda meaning: letter_of(meaning.word, lang)), start=1
    ):
        yield Letter(name, f"letter-{number}", tuple(terms))
