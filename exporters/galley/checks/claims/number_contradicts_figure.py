"""A number in the text that the table of the figure has otherwise."""

from __future__ import annotations

from collections.abc import Iterator

from galley.article.model import DataTable, Figure
from galley.checks.claims.figure_numbers import Statement, statements
from galley.checks.rule import Cost, Group, Manuscript, Remark, Rule
from galley.checks.text import Sentence
from galley.findings import Severity


def find(manuscript: Manuscript) -> Iterator[Remark]:
    """Find numbers that sentences about a figure give otherwise than its table.

    A figure that was not drawn yet has no table, and nothing is said of it.
    """
    article = manuscript.article
    figures = {block.label: block for block in article.blocks if isinstance(block, Figure)}
    for sentence in manuscript.sentences:
        for name in sentence.references:
            figure = figures.get(name)
            if figure is None:
                continue
            for statement in _contradictions(sentence, figure, manuscript.lang):
                yield Remark(
                    sentence.place,
                    f"the sentence says {statement.said}, but the table of figure "
                    f"{figure.number} has {statement.drawn} for '{statement.row}'",
                    "look into the source, and let text and figure say the same.",
                )


def _contradictions(sentence: Sentence, figure: Figure, lang: str) -> Iterator[Statement]:
    """Yield what no state of the figure says; any of them may be the one that is meant."""
    tables = _tables(figure)
    wrong = [set(statements(sentence.text, table, lang)) for table in tables]
    if wrong:
        said_otherwise = {entry.said for entry in wrong[0]}
        for others in wrong[1:]:
            said_otherwise &= {entry.said for entry in others}
        yield from sorted(entry for entry in wrong[0] if entry.said in said_otherwise)


def _tables(figure: Figure) -> tuple[DataTable, ...]:
    drawn = (figure, *(state.figure for state in figure.states))
    return tuple(dict.fromkeys(part.data for part in drawn if part.data is not None))


RULE = Rule(
    id="number-contradicts-figure",
    severity=Severity.ERROR,
    group=Group.CLAIMS,
    what="a number in the text that the figure has otherwise",
    why="One of the two is wrong, and a reader cannot tell which.",
    harm=4,
    cost=Cost.SEARCH,
    find=find,
)
