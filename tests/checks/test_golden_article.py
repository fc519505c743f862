"""A clinic's article, and what an editor would have marked in it: each mark, and nothing else."""

from __future__ import annotations

import pytest
from tests.checks.golden_article import FRONT_MATTER, golden_notebook

from galley.article.article import Identity, read_article
from galley.article.front_matter import FrontMatter
from galley.checks import check_article
from galley.checks.rule import CheckContext

# The editor's mark, the rule that finds it, and the cells it must be found in.
MARKS = (
    ("no date", "front-matter-missing-date", [None]),
    ("no day of review", "front-matter-missing-review-by", [None]),
    ("no affiliation", "author-affiliation-missing", [None]),
    ("letters nobody knows", "credentials-unexplained", [None]),
    ("no disclosure", "front-matter-missing-disclosures", [None]),
    ("no funding statement", "funding-missing", [None]),
    ("a work that is on no list", "citation-typed", ["restoration"]),
    ("works nobody cites", "reference-typed-uncited", ["references"] * 2),
    ("et al. for two authors", "citation-et-al", ["restoration"]),
    ("no DOI", "reference-doi-missing", ["references"] * 3),
    ("no volume, no pages", "reference-incomplete", ["references"]),
    ("lists of authors in two styles", "reference-style-mixed", ["references"]),
    ("research that is not named", "claim-uncited", ["restoration", "timing"]),
    ("permanently", "claim-absolute", ["restoration"]),
    (
        "praise",
        "claim-superlative",
        ["intro", "rehabilitation", "practice", "timing"],
    ),
    ("significantly", "claim-significant", ["restoration"]),
    ("numbers without a source", "number-uncited", ["rehabilitation"]),
    ("stimulation without its risks", "risks-unsaid", ["restoration"]),
    ("no word on what else there is", "alternatives-unsaid", ["restoration"]),
    ("a slogan of nobody", "quotation-without-source", ["restoration"]),
    ("an abbreviation", "abbreviation-unexpanded", ["practice"]),
    ("hard to read", "reading-level", [None]),
)


@pytest.fixture(scope="module")
def found():
    article = read_article(
        golden_notebook(),
        Identity(
            "notebooks/two-roads.ipynb",
            "two-roads",
            title=FRONT_MATTER["title"],
            front_matter=FrontMatter.model_validate(FRONT_MATTER),
        ),
    )
    return check_article(article, CheckContext(year=2026))


@pytest.mark.parametrize(
    ("rule", "cells"), [mark[1:] for mark in MARKS], ids=[mark[0] for mark in MARKS]
)
def test_what_an_editor_marks_is_found(found, rule, cells):
    assert [finding.place.cell for finding in found if finding.rule == rule] == cells


def test_nothing_else_is_found(found):
    known = {rule for _, rule, _ in MARKS}

    assert [str(finding) for finding in found if finding.rule not in known] == []
