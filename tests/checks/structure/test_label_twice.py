"""One label for two things."""

from __future__ import annotations

import pytest

from galley.checks.structure.label_twice import RULE

TOLD = (
    "#second: the label 'fig-a' names two things; references lead to the first\n"
    "  Fix: give one of them another label."
)


@pytest.mark.parametrize("is_executed", [True, False])
def test_two_cells_with_one_label(found, drawn, is_executed):
    cells = (drawn(label="fig-a"), drawn(label="fig-a", cell_id="second"))

    assert found(RULE, *cells, is_executed=is_executed) == [TOLD]


@pytest.mark.parametrize("heading", ["(fig-a)=\n## Doses", "## Dosis {#fig-a}"])
def test_a_cell_and_a_heading_with_one_label(found, drawn, text, heading):
    assert found(RULE, text(heading), drawn(label="fig-a", cell_id="second")) == [TOLD]


@pytest.mark.parametrize("heading", ["(doses)=\n## Doses", "(dosis)=\n## Dosis"])
def test_labels_that_differ(found, drawn, text, heading):
    cells = (text(heading), drawn(label="fig-a"), drawn(label="fig-b", cell_id="second"))

    assert found(RULE, *cells) == []


def test_two_alike_in_the_text_are_an_error_too(manuscript):
    article = manuscript("(a)=\n## One\n\n(a)=\n## Two").article

    assert [(each.rule, each.severity.value) for each in article.findings] == [
        ("label-twice", "error")
    ]
