"""What `galley check` says to people: three things first, then by article, advice folded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from galley.console.findings_order import (
    CellOrder,
    gravest_first,
    reading_order,
    things_first,
)
from galley.console.findings_text import count_text
from galley.console.repeats import Repeats, join_repeats, more_text, short_place
from galley.console.rule_words import cost_words, group_heading, severity_word, told_rules
from galley.discovery import is_article_name
from galley.findings import Finding, Severity
from galley.speech.findings import findings_in
from galley.speech.language import spoken_language
from galley.speech.say import mark, say

_FIRST_WORDS = {
    1: mark("One thing first:"),
    2: mark("Two things first:"),
    3: mark("Three things first:"),
}
_FEW_WORDS = {
    1: mark("One thing to mend:"),
    2: mark("Two things to mend:"),
    3: mark("Three things to mend:"),
}
# So many articles are told of in full; of more, each has a few lines.
_MOST_IN_FULL = 3
_LINES_IN_BRIEF = 3
_ANYWAY = mark(
    "To publish an error anyway, write in the article's front matter  ignore: {{rule: because …}}"
    "  with the rule's name\nand the reason; galley status lists it."
)


@dataclass(frozen=True)
class CheckText:
    """How findings are told.

    Attributes
    ----------
    shows_all
        Whether every finding is told in full, advice too.
    command
        What was typed, without options: ``galley check notebooks``.
    """

    shows_all: bool = False
    command: str = "galley check"
    cells: CellOrder = field(default_factory=dict)

    def render(self, findings: Iterable[Finding]) -> str:
        """Return everything that is printed, without a closing line break."""
        ordered = findings_in(spoken_language(), reading_order(findings, self.cells))
        told = self._told(ordered)
        first = things_first(told)
        rest = [each for each in told if each not in first]
        folded = [each for each in rest if self._is_folded(each)]
        shown = [each for each in rest if not self._is_folded(each)]
        parts = (
            _first_text(first, _FIRST_WORDS if rest else _FEW_WORDS),
            self._articles_text(shown, has_first=bool(first)),
            self._advice_text(folded),
            say(_ANYWAY) if _has_error_of_article(ordered) else "",
            f"{count_text(ordered).capitalize()}.",
        )
        return "\n\n".join(part for part in parts if part)

    def _is_folded(self, repeats: Repeats) -> bool:
        return not self.shows_all and repeats.first.severity is Severity.ADVICE

    def _told(self, findings: Sequence[Finding]) -> tuple[Repeats, ...]:
        if self.shows_all:
            return tuple(Repeats(finding) for finding in findings)
        return join_repeats(findings)

    def _articles_text(self, rest: Sequence[Repeats], *, has_first: bool) -> str:
        articles: dict[str, list[Repeats]] = {}
        for each in rest:
            articles.setdefault(each.first.place.file, []).append(each)
        if not articles:
            return ""
        in_full = self.shows_all or len(articles) <= _MOST_IN_FULL
        blocks = [
            _article_in_full(file, found) if in_full else _article_in_brief(file, found)
            for file, found in articles.items()
        ]
        heading = say("Then, by article:") if has_first else say("By article:")
        return "\n\n".join([heading, *blocks]) if in_full else "\n".join([heading, "", *blocks])

    def _advice_text(self, advice: Sequence[Repeats]) -> str:
        if not advice:
            return ""
        counts: dict[str, int] = {}
        for each in advice:
            counts[each.first.rule] = counts.get(each.first.rule, 0) + len(each)
        total = sum(counts.values())
        words = (
            mark("1 piece of advice: {command} --all shows it")
            if total == 1
            else mark("{total} pieces of advice: {command} --all shows them")
        )
        heading = say(words, total=total, command=self.command)
        return "\n".join([heading, *_advice_lines(counts)])


def rules_text() -> str:
    """Return every rule for `galley check --rules`: its id, severity, what it finds and why."""
    groups: dict[str, list[str]] = {}
    for rule in told_rules().values():
        asked = say(", off unless site.toml asks for it") if rule.is_asked else ""
        online = say(", only with --online") if rule.asks_network else ""
        severity = severity_word(rule.severity)
        lines = f"  {rule.id} ({severity}{asked}{online}): {rule.what}\n    {rule.why}"
        groups.setdefault(group_heading(rule), []).append(lines)
    return "\n\n".join("\n".join([f"{group}:", *lines]) for group, lines in groups.items())


def _first_text(first: Sequence[Repeats], words: Mapping[int, str]) -> str:
    if not first:
        return ""
    blocks = [
        f"{number}. {_in_full(each, str(each.first.place), indent='   ', says_why=True)}"
        for number, each in enumerate(first, start=1)
    ]
    return "\n\n".join([say(words[len(first)]), *blocks])


def _article_in_full(file: str, found: Sequence[Repeats]) -> str:
    lines = [f"  {_in_full(each, short_place(each.first.place), indent='    ')}" for each in found]
    return "\n".join([_heading(file, found), *lines])


def _article_in_brief(file: str, found: Sequence[Repeats]) -> str:
    """Return the gravest findings of an article, a line each, and how to see the others."""
    if len(found) == 1:
        return _in_brief(found[0], str(found[0].first.place))
    worst = gravest_first(found)[:_LINES_IN_BRIEF]
    lines = [f"  {_in_brief(each, short_place(each.first.place))}" for each in worst]
    left = len(found) - _LINES_IN_BRIEF
    if left > 0:
        where = f": galley check {_quoted(file)}" if is_article_name(file) else ""
        lines.append(f"  {say('and {count} more', count=left)}{where}")
    return "\n".join([_heading(file, found), *lines])


def _heading(file: str, found: Iterable[Repeats]) -> str:
    every = [finding for each in found for finding in (each.first, *each.more)]
    return f"{file}: {count_text(every)}"


def _in_full(repeats: Repeats, where: str, *, indent: str, says_why: bool = False) -> str:
    finding = repeats.first
    facts = told_rules().get(finding.rule)
    lines = [
        f"{where}: {finding.message}" if where else finding.message,
        more_text(repeats, indent),
        say("Why: {why}", why=facts.why) if facts and says_why else "",
        say("Fix: {fix}", fix=finding.fix) if finding.fix else "",
        say("Rule: {rule}", rule=rule_text(finding)),
    ]
    return f"\n{indent}".join(line for line in lines if line)


def _in_brief(repeats: Repeats, where: str) -> str:
    said = f"{where}: {repeats.first.message}" if where else repeats.first.message
    more = say(", and {count} more", count=len(repeats.more)) if repeats.more else ""
    return f"{said}{more} ({repeats.first.rule})"


def rule_text(finding: Finding) -> str:
    """Return for example ``citation-unknown-key (error; costs a look into the sources)``."""
    facts = told_rules().get(finding.rule)
    cost = say("; costs {cost}", cost=cost_words(facts.cost)) if facts else ""
    return f"{finding.rule} ({severity_word(finding.severity)}{cost})"


def _advice_lines(counts: Mapping[str, int]) -> Iterator[str]:
    for rule, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        facts = told_rules().get(rule)
        what = f": {facts.what}" if facts else ""
        yield f"  {count} × {rule}{what}"


def _has_error_of_article(findings: Iterable[Finding]) -> bool:
    return any(
        finding.severity is Severity.ERROR and is_article_name(finding.place.file)
        for finding in findings
    )


def _quoted(file: str) -> str:
    return f'"{file}"' if " " in file else file
