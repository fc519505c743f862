"""What is known of a rule without running it; for lists, reports and did-you-mean."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

from galley.checks.rule import Cost, Group
from galley.findings import Severity


@dataclass(frozen=True)
class RuleFacts:
    """What a rule is called, what it finds and why that matters; see `galley.checks.rule.Rule`.

    Attributes
    ----------
    compares_articles
        Whether it needs the whole content folder.
    needs_build
        Whether only `galley build` finds it.
    asks_day
        Whether it comes true by itself on some day.
    asks_network
        Whether only ``--online`` looks for it.
    """

    id: str
    severity: Severity
    group: Group
    what: str
    why: str
    harm: int
    cost: Cost
    is_asked: bool = False
    compares_articles: bool = False
    needs_build: bool = False
    asks_day: bool = False
    asks_network: bool = False


class _AnyRule(Protocol):
    @property
    def id(self) -> str: ...
    @property
    def severity(self) -> Severity: ...
    @property
    def group(self) -> Group: ...
    @property
    def what(self) -> str: ...
    @property
    def why(self) -> str: ...
    @property
    def harm(self) -> int: ...
    @property
    def cost(self) -> Cost: ...


@lru_cache(maxsize=1)
def known_rules() -> Mapping[str, RuleFacts]:
    """Return every rule that a finding may name, by id, in the order of the guide."""
    # Late: the rules import what this module is imported by.
    from galley.checks.dated import DATED_RULES
    from galley.checks.online_rules import ONLINE_RULES
    from galley.checks.reading_facts import read_reading_facts
    from galley.checks.rules import RULES
    from galley.checks.site import SITE_RULES

    facts = (
        *(_facts(rule, is_asked=rule.is_asked) for rule in RULES),
        *(_facts(rule, asks_day=True) for rule in DATED_RULES),
        *(_facts(rule, compares_articles=True) for rule in SITE_RULES),
        *read_reading_facts(),
        *(_facts(rule, asks_network=True) for rule in ONLINE_RULES),
    )
    order = list(Group)
    known: dict[str, RuleFacts] = {}
    for each in sorted(facts, key=lambda each: order.index(each.group)):
        # What is noticed while reading may have a rule of its own, which says more.
        known.setdefault(each.id, each)
    return known


def _facts(rule: _AnyRule, **more: bool) -> RuleFacts:
    return RuleFacts(
        rule.id, rule.severity, rule.group, rule.what, rule.why, rule.harm, rule.cost, **more
    )
