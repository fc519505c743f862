"""How something works in the body, told in words alone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from galley.article.model import Figure
from galley.article.tokens import walk_article
from galley.checks.rule import Cost, Group, Manuscript, Remark, Rule
from galley.findings import Place, Severity

_MANY_WORDS = 400
_OFTEN = 5
_MECHANISM = re.compile(
    r"\b(?:LTP|LTD|STDP|BDNF|NMDA|AMPA|GABA)\b"
    r"|(?i:\blong[- ]term (?:potentiation|depression)\b|\b(?:neuro)?plasticity\b|\bsynap\w+"
    r"|\bneurotransmitters?\b|\bmembranes?\b|\b(?:re)?my?elin\w*|\baxon\w*|\bdendrit\w+"
    r"|\baction potentials?\b|\breceptors?\b|\bmechanisms?\b|\bhebb\w*"
    r"|\b(?:neuro)?plastisitas\b|\bsinaps\w*|\bmembran\b|\bmielin\w*|\bakson\w*"
    r"|\bpotensial aksi\b|\bpotensiasi\b|\breseptor\b|\bmekanisme\b)"
)


def find(manuscript: Manuscript) -> Iterator[Remark]:
    """Find longer articles about a mechanism in which nothing is drawn.

    About a mechanism is an article that names one in its title, description or a heading, and
    again and again in its text. A cell that has not been run may draw; then nothing is said.
    """
    article = manuscript.article
    if article.word_count < _MANY_WORDS or article.front_matter.kind == "page":
        return
    if _is_drawn(manuscript) or not _is_about_mechanism(manuscript):
        return
    yield Remark(
        Place(article.file),
        f"{article.word_count} words about how something works, and no figure",
        "draw the steps: galley_figures has ready figures and kinds that a table fills.",
    )


def _is_drawn(manuscript: Manuscript) -> bool:
    article = manuscript.article
    if any(isinstance(block, Figure) for block in article.blocks):
        return True
    if article.code_cells and not manuscript.context.is_executed:
        return True
    return any(
        token.type in {"image", "figure_open"} or "<svg" in token.content or "<img" in token.content
        for token in walk_article(article)
    )


def _is_about_mechanism(manuscript: Manuscript) -> bool:
    article = manuscript.article
    names = (article.title, article.front_matter.description, *(h.text for h in article.headings))
    if not any(_MECHANISM.search(name) for name in names if name):
        return False
    texts = (passage.text for passage in manuscript.prose)
    return sum(len(_MECHANISM.findall(text)) for text in texts) >= _OFTEN


RULE = Rule(
    id="mechanism-without-figure",
    severity=Severity.ADVICE,
    group=Group.STRUCTURE,
    what="an article about a mechanism without a figure",
    why="How parts act on each other is hard to follow in words alone.",
    harm=1,
    cost=Cost.WORK,
    find=find,
)
