"""The list of rules: every finding that Galley can make is in it."""

import re
from pathlib import Path

import galley
from galley.checks.rule_facts import known_rules
from galley.findings import Severity

PACKAGE = Path(galley.__file__).parent
MADE = re.compile(
    r"""(?:\bFinding\(\s*(?:rule=)?|\.warn\(\s*|\b[A-Z_]*RULE\s=\s)"([a-z0-9]+(?:-[a-z0-9]+)+)\""""
)


def test_every_rule_that_the_code_names_is_listed() -> None:
    named = {
        rule
        for path in PACKAGE.rglob("*.py")
        for rule in MADE.findall(path.read_text(encoding="utf-8"))
    }
    assert len(named) > 40
    assert sorted(named - set(known_rules())) == []


def test_each_rule_is_listed_once_in_kebab_case_and_in_words() -> None:
    for rule, facts in known_rules().items():
        assert rule == facts.id
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)+", rule), rule
        assert facts.severity in Severity
        assert 1 <= facts.harm <= 5, rule
        assert not facts.what.endswith("."), rule
        assert facts.why.endswith("."), rule
        assert facts.why[0].isupper(), rule
