"""All rules, in the order in which the guide lists them."""

from __future__ import annotations

from galley.checks import citations, claims, figures, language, people, publicity, structure
from galley.checks.rule import Rule

RULES: tuple[Rule, ...] = (
    *citations.RULES,
    *claims.RULES,
    *figures.RULES,
    *people.RULES,
    *structure.RULES,
    *language.RULES,
    *publicity.RULES,
)
"""Those that look at one article; `galley.checks.site` has those that compare several."""
