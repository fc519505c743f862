"""A rule on one small article with a bibliography."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from galley.article.bibliography import parse_bibliography
from galley.article.retractions import parse_retractions
from galley.checks.rule import Manuscript, Rule

FILE = "notebooks/references.bib"
WORKS = """@article{huang2001, author = {Huang, Eric J. and Reichardt, Louis F.},
  title = {Neurotrophins: roles in neuronal development and function}, year = 2001,
  journal = {Annual Review of Neuroscience}, volume = 24, pages = {677--736},
  doi = {10.1146/annurev.neuro.24.1.677}}
@article{huang2014, author = {Huang, T. and Larsen, K. T. and Møller, N. C.}, year = 2014,
  title = {Physical activity and BDNF}, journal = {Scand J}, volume = 24, pages = {1--10},
  doi = {10.1111/sms.12069}}
@book{hebb1949, author = {Hebb, Donald O.}, title = {The Organization of Behavior}, year = 1949,
  publisher = {Wiley}}
"""

Say = Callable[..., list[str]]


@pytest.fixture
def say(manuscript: Callable[..., Manuscript]) -> Say:
    """Return what a rule says about a text whose bibliography is `works`."""

    def says(
        rule: Rule,
        text: str,
        lang: str = "en",
        *,
        works: str = WORKS,
        notices: str = "",
        **given: object,
    ) -> list[str]:
        bibliography = parse_bibliography(works, FILE)[0]
        bibliography = bibliography.with_notices(parse_retractions(notices, "retractions.csv")[0])
        read = manuscript(text, lang, **given)
        context = replace(
            read.context,
            known_keys=bibliography.keys,
            work=bibliography.entries.get,
            bibliography_file=FILE,
        )
        found = rule.find(Manuscript(read.article, context))
        return [
            f"{str(remark.place).removeprefix('notebooks/')}: {remark.message}\n  Fix: {remark.fix}"
            for remark in found
        ]

    return says
