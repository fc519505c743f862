"""Exceptions: ``ignore:`` in front matter, by which an author publishes something anyway."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace

from galley.checks.rule import Group, Manuscript
from galley.checks.rule_facts import RuleFacts, known_rules
from galley.config import CheckSettings
from galley.findings import Finding, Place, Severity, did_you_mean

_FEWEST_WORDS = 3
OWN_RULES = ("exception-unknown-rule", "exception-without-reason", "exception-unneeded")
"""What speaks of exceptions; no exception settles it."""


def settled(findings: Iterable[Finding], settings: CheckSettings) -> Iterator[Finding]:
    """Yield findings with the severity that ``site.toml`` gives them, without those it has off."""
    for finding in findings:
        severity = settings.severity_of(finding.rule, finding.severity)
        if severity is not None:
            is_same = severity is finding.severity
            yield finding if is_same else replace(finding, severity=severity)


def without_exceptions(
    findings: Iterable[Finding], ignored: Mapping[str, Collection[str]]
) -> Iterator[Finding]:
    """Leave out what the article it was found in ignores; `ignored` is file → rule ids."""
    for finding in findings:
        yield from not_ignored([finding], ignored.get(finding.place.file, ()))


def not_ignored(findings: Iterable[Finding], rules: Collection[str]) -> Iterator[Finding]:
    """Leave out what rules have found that an article ignores, in its bibliography too."""
    return (each for each in findings if each.rule not in rules or each.rule in OWN_RULES)


def exception_findings(manuscript: Manuscript) -> Iterator[Finding]:
    """Find exceptions for rules that do not exist, and those without a reason."""
    for rule, reason in manuscript.article.front_matter.ignore.items():
        place = _place(manuscript, rule)
        if rule not in known_rules():
            yield _unknown(rule, place)
        elif not says_why(reason):
            yield _without_reason(rule, reason, place)


def says_why(reason: str) -> bool:
    """Tell whether a reason has enough words to be one."""
    return len(reason.split()) >= _FEWEST_WORDS


def unneeded_exceptions(
    manuscripts: Iterable[Manuscript],
    found: Collection[str],
    *,
    is_whole: bool,
    compares_articles: bool,
) -> Iterator[Finding]:
    """Find exceptions for what is no longer found in any edition of an article.

    Parameters
    ----------
    manuscripts
        All editions of one article.
    found
        The ids of the rules that found something, exceptions or not.
    is_whole
        Whether its code has been run; without that, only what it says of itself is known.
    compares_articles
        Whether the rules that compare articles were asked.
    """
    editions = tuple(manuscripts)
    asked = [rule for rule in editions[0].article.front_matter.ignore if rule not in found]
    settings = editions[0].context.settings
    for rule in asked:
        facts = known_rules().get(rule)
        if facts and _is_known_to_be_gone(
            facts, settings, is_whole=is_whole, compares_articles=compares_articles
        ):
            yield _unneeded(rule, _place(editions[0], rule))


def _is_known_to_be_gone(
    facts: RuleFacts, settings: CheckSettings, *, is_whole: bool, compares_articles: bool
) -> bool:
    if facts.needs_build or facts.asks_day or facts.asks_network or facts.id in OWN_RULES:
        return False
    if settings.severity.get(facts.id) == "off":
        return False
    is_wanted = facts.id in settings.severity or facts.group in settings.also
    if facts.is_asked and not is_wanted:
        return False
    if facts.compares_articles:
        return compares_articles
    return is_whole or facts.group is Group.PEOPLE


def _place(manuscript: Manuscript, rule: str) -> Place:
    place = manuscript.context.field_place(("ignore", rule))
    return place or Place(manuscript.article.file)


def _unknown(rule: str, place: Place) -> Finding:
    near = did_you_mean(rule, known_rules())
    return Finding(
        "exception-unknown-rule",
        Severity.WARNING,
        place,
        f"'ignore' names the rule '{rule}', which does not exist",
        f"{near} All rules: galley check --rules".strip(),
    )


def _without_reason(rule: str, reason: str, place: Place) -> Finding:
    given = f"has the reason '{reason}', which says nothing" if reason else "has no reason"
    return Finding(
        "exception-without-reason",
        Severity.ERROR,
        place,
        f"the exception for '{rule}' {given}",
        "Say in a few words why it may stay, for example "
        f"{rule}: the publisher gave leave to show it",
    )


def _unneeded(rule: str, place: Place) -> Finding:
    return Finding(
        "exception-unneeded",
        Severity.ADVICE,
        place,
        f"the exception for '{rule}' is no longer needed: nothing is found any more",
        "Remove it from ignore, so that the same mistake is noticed if it comes back.",
    )
