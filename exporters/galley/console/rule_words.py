"""What is known of rules, in the author's language."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from galley.checks.guide import INDONESIAN, rules_in
from galley.checks.rule import Cost
from galley.checks.rule_facts import RuleFacts, known_rules
from galley.findings import Severity
from galley.speech import language
from galley.speech.say import mark, say

_SEVERITIES = {
    Severity.ERROR: mark("error"),
    Severity.WARNING: mark("warning"),
    Severity.ADVICE: mark("advice"),
}


def told_rules() -> Mapping[str, RuleFacts]:
    """Return every rule by its id, with its words in the author's language."""
    return _in_indonesian() if _is_indonesian() else known_rules()


def severity_word(severity: Severity) -> str:
    """Return a severity in the author's language."""
    return say(_SEVERITIES[severity])


def cost_words(cost: Cost) -> str:
    """Return what it takes to mend something, in the author's language."""
    return INDONESIAN.costs[cost] if _is_indonesian() else str(cost)


def group_heading(facts: RuleFacts) -> str:
    """Return what a rule looks at, in the author's language, as a heading."""
    return INDONESIAN.groups[facts.group] if _is_indonesian() else facts.group.capitalize()


def _is_indonesian() -> bool:
    return language.spoken_language() == language.INDONESIAN


@lru_cache(maxsize=1)
def _in_indonesian() -> Mapping[str, RuleFacts]:
    return {rule.id: rule for rule in rules_in(INDONESIAN)}
