"""An abbreviation whose words the article never gives, or gives too late."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from galley.article.markdown import walk
from galley.article.model import Prose
from galley.checks.citations.works import typed_list
from galley.checks.people.abbreviations import (
    abbreviations,
    has_long_form,
    needs_no_long_form,
)
from galley.checks.rule import Cost, Group, Manuscript, Remark, Rule
from galley.findings import Place, Severity

_RUNNING = frozenset({"paragraph", "item", "quote"})
_SMALL = re.compile(r"\b[a-z]{2,6}\b")


@dataclass(frozen=True)
class _Text:
    """Words of an article; `is_running` where they are read one after the other."""

    text: str
    place: Place
    is_running: bool = False


def find(manuscript: Manuscript) -> Iterator[Remark]:
    """Find abbreviations without a long form, each once, where it is used first."""
    texts = tuple(_texts(manuscript))
    small_words = {word for each in texts for word in _SMALL.findall(each.text)}
    hovering = _explained_by_roles(manuscript)
    for short, uses in _uses(texts).items():
        if short in hovering or short.lower() in small_words:
            continue
        if not needs_no_long_form(short, manuscript.audience):
            yield from _remarks(short, uses, texts, manuscript.context.abbreviations)


def _remarks(
    short: str, uses: list[int], texts: tuple[_Text, ...], known: Mapping[str, str]
) -> Iterator[Remark]:
    given = next((i for i, each in enumerate(texts) if has_long_form(short, each.text)), None)
    running = [number for number in uses if texts[number].is_running]
    first = texts[running[0] if running else uses[0]]
    if given is None:
        yield Remark(first.place, f"{short} is never written out", _fix(short, known))
    elif running and texts[given].is_running and running[0] < given:
        yield Remark(
            first.place,
            f"{short} is used before it is written out",
            f"{_fix(short, known)} Now it is written out later, at {texts[given].place}.",
        )


def _fix(short: str, known: Mapping[str, str]) -> str:
    if short in known:
        return f"write it out here, where it is used first: {known[short]} ({short})."
    return f"write its long form here, where it is used first, and ({short}) behind it."


def _texts(manuscript: Manuscript) -> Iterator[_Text]:
    article = manuscript.article
    front_matter = article.front_matter
    for text in (article.title, front_matter.description, *front_matter.key_points):
        yield _Text(text, Place(article.file))
    # In a typed list of sources are initials and names of journals.
    for passage in typed_list(manuscript).body:
        yield _Text(passage.text, passage.place, passage.kind in _RUNNING)


def _uses(texts: tuple[_Text, ...]) -> dict[str, list[int]]:
    uses: dict[str, list[int]] = {}
    for number, each in enumerate(texts):
        for match in abbreviations(each.text):
            uses.setdefault(match[1], []).append(number)
    return uses


def _explained_by_roles(manuscript: Manuscript) -> set[str]:
    r"""Return what ``{abbr}\`LTP (long-term potentiation)\``` writes out."""
    return {
        token.content
        for block in manuscript.article.blocks
        if isinstance(block, Prose)
        for token in walk(block.tokens)
        if token.type == "role" and token.attrs.get("title")
    }


RULE = Rule(
    id="abbreviation-unexpanded",
    severity=Severity.ADVICE,
    group=Group.PEOPLE,
    what="an abbreviation that is never written out",
    why="Who does not know the letters cannot follow, and looks them up elsewhere.",
    harm=2,
    cost=Cost.WORD,
    find=find,
)
