"""What every rule owes an author: a name, a reason, a mend, and examples that prove it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from galley.checks.dated import DATED_RULES
from galley.checks.rules import RULES
from galley.checks.site import SITE_RULES

TESTS = Path(__file__).parents[1]
EVERY_RULE = (*RULES, *DATED_RULES, *SITE_RULES)
TEXT_OF_TESTS = "\n".join(
    path.read_text(encoding="utf-8")
    for path in sorted(TESTS.rglob("*.py"))
    if path != Path(__file__)
)


def test_every_id_is_one_rules_alone():
    ids = [rule.id for rule in EVERY_RULE]

    assert sorted(set(ids)) == sorted(ids)


@pytest.mark.parametrize("rule", EVERY_RULE, ids=lambda rule: rule.id)
def test_a_rule_says_what_and_why_in_words_for_people(rule):
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", rule.id)
    assert re.fullmatch(r"[^A-Z].*[^.]", rule.what)
    assert re.fullmatch(r"[A-Z].*\.", rule.why)
    assert 1 <= rule.harm <= 5


@pytest.mark.parametrize("rule", EVERY_RULE, ids=lambda rule: rule.id)
def test_a_rule_has_examples(rule):
    module = rule.id.replace("-", "_")

    named = re.search(rf"\b({rule.id}(?!-)|{module}(?!_))\b", TEXT_OF_TESTS)

    assert named, f"no test names {rule.id}"


def test_the_modules_of_a_group_are_all_registered():
    checks = Path(__import__("galley.checks", fromlist=["x"]).__path__[0])
    named = {
        path.stem.replace("_", "-")
        for group in checks.iterdir()
        if group.is_dir() and group.name not in {"text", "__pycache__"}
        for path in group.glob("*.py")
        if "\nRULE = " in path.read_text(encoding="utf-8")
        or "\nRULE: " in path.read_text(encoding="utf-8")
    }

    assert named - {rule.id for rule in EVERY_RULE} == set()
