"""The style sheet asks for nothing newer than the browsers of 2022 without saying what else to do.

What is newer stands behind a question (`@supports`), or in a rule of its own which an older browser
skips as a whole, or behind an older declaration. Where nothing is lost by going without, the list
below says so. A name that is in no list makes a test fail: look up since when browsers know it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import pytest
import tinycss2
from tinycss2.ast import AtRule, Declaration, Node, ParseError, QualifiedRule

from galley.html.assets import maths_stylesheet, stylesheet


def names(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Known to Chromium 108, Firefox 108 and Safari 16.2, all of December 2022.
AT_RULES = {"font-face", "layer", "media", "page", "supports"}
FUNCTIONS = names(
    "attr calc clamp counter format inset local linear-gradient max min minmax repeat rgb rgba "
    "rotate scale translate translatex translatey url var"
)
PSEUDO = names(
    "active after any-link before checked disabled empty first-child first-of-type focus "
    "focus-visible focus-within hover is lang last-child last-of-type link marker not nth-child "
    "nth-of-type only-child placeholder root selection target visited where"
)
UNITS = names("ch deg dvh em ex fr mm ms pt px rem s vh vw %")

# Newer, and what a reader has without it. `property: feature` or `feature`.
HARMLESS = {
    "text-decoration-color: color-mix": "the line under a link is drawn in full strength",
    "text-wrap": "lines break where they are full",
    "size-adjust": "text moves a little when the faces have come",
    "position-visibility": "a note stays while what it explains scrolls away",
    "text-decoration: thickness": "the chosen entry is bold and has another colour",
    "page: bottom-right": "the browser's own lines, or no page numbers",
}
# Newer, and only behind `@supports` or in a rule of its own.
NEWER_PSEUDO = {"details-content", "has", "popover-open"}
NEWER_PROPERTIES = {"position-area", "position-try-fallbacks", "position-anchor", "anchor-name"}
# Newer in one of the three; `@supports not (container-type: …)` stands beside it.
CONTAINERS = {"container", "container-type", "container-name"}


@dataclass(frozen=True)
class Rule:
    """A style rule: its selector, its declarations, and the questions around it."""

    prelude: list[Node]
    content: list[Node]
    around: tuple[str, ...]

    @property
    def selector(self) -> str:
        return " ".join(tinycss2.serialize(self.prelude).split())

    @property
    def is_asked_for(self) -> bool:
        return any(question.startswith("supports") for question in self.around)

    @property
    def declarations(self) -> list[Declaration]:
        parsed = tinycss2.parse_blocks_contents(self.content, True, True)
        return [each for each in parsed if isinstance(each, Declaration)]


def rules(nodes: Iterable[Node], around: tuple[str, ...] = ()) -> Iterator[Rule]:
    for node in nodes:
        assert not isinstance(node, ParseError), node.message
        if isinstance(node, QualifiedRule):
            yield Rule(node.prelude, node.content, around)
        elif isinstance(node, AtRule) and node.content is not None:
            name = node.lower_at_keyword
            question = f"{name} {' '.join(tinycss2.serialize(node.prelude).split())}"
            if name in {"font-face", "page"}:
                yield Rule([], node.content, (*around, question))
            else:
                inside = tinycss2.parse_rule_list(node.content, True, True)
                yield from rules(inside, (*around, question))


SHEET = stylesheet() + maths_stylesheet()
RULES = tuple(rules(tinycss2.parse_stylesheet(SHEET, True, True)))


def inner(nodes: Iterable[Node]) -> Iterator[Node]:
    """Yield nodes with all that they hold."""
    for node in nodes:
        yield node
        yield from inner(getattr(node, "arguments", None) or ())
        content = getattr(node, "content", None)
        yield from inner(content if isinstance(content, list) else ())


def functions_of(declaration: Declaration) -> set[str]:
    return {node.lower_name for node in inner(declaration.value) if node.type == "function"}


def pseudo_of(selector: str) -> set[str]:
    return set(re.findall(r"::?(-?[a-z][a-z-]*)", re.sub(r'"[^"]*"|\[[^]]*\]', "", selector)))


def test_the_sheet_is_read_at_all() -> None:
    assert len(RULES) > 300
    assert any(rule.is_asked_for for rule in RULES)


def test_every_at_rule_is_known_since_2022_or_said_to_be_harmless() -> None:
    names = {question.split()[0] for rule in RULES for question in rule.around}
    assert names <= AT_RULES | {"container"}
    inside_pages = {
        node.lower_at_keyword
        for rule in RULES
        for node in tinycss2.parse_blocks_contents(rule.content, True, True)
        if isinstance(node, AtRule)
    }
    assert {f"page: {name}" for name in inside_pages} <= HARMLESS.keys()


def test_every_function_and_unit_is_known_or_has_an_older_value_before_it() -> None:
    for rule in RULES:
        before: set[str] = set()
        for declaration in rule.declarations:
            for name in functions_of(declaration) - FUNCTIONS:
                what = f"{declaration.name}: {name}"
                is_safe = rule.is_asked_for or declaration.name in before or what in HARMLESS
                assert is_safe, f"{rule.selector} {{ {what}() }}"
            units = {n.lower_unit for n in inner(declaration.value) if n.type == "dimension"}
            assert units <= UNITS, f"{rule.selector} {{ {declaration.name}: {units - UNITS} }}"
            before.add(declaration.name)


def test_newer_properties_are_asked_for_or_harmless() -> None:
    for rule in RULES:
        for declaration in rule.declarations:
            name = declaration.lower_name
            if name in NEWER_PROPERTIES:
                assert rule.is_asked_for, f"{rule.selector} {{ {name} }}"
            if name.startswith(("text-wrap", "position-", "text-box", "view-transition", "anchor")):
                assert name in NEWER_PROPERTIES | HARMLESS.keys(), name
            if name == "text-decoration" and len(declaration.value) > 2:
                assert "text-decoration: thickness" in HARMLESS


def test_newer_selectors_stand_alone_or_behind_a_question() -> None:
    """An unknown selector takes all others of its list with it."""
    for rule in RULES:
        newer = pseudo_of(rule.selector) - PSEUDO
        assert newer <= NEWER_PSEUDO, f"{rule.selector}: since when is {newer} known?"
        if newer and not rule.is_asked_for:
            parts = re.split(r",(?![^(]*\))", rule.selector)
            assert all(pseudo_of(part) & newer for part in parts), rule.selector


def test_where_containers_are_not_known_the_window_decides() -> None:
    asking = [rule for rule in RULES if any(q.startswith("container") for q in rule.around)]
    instead = {
        rule.selector
        for rule in RULES
        if any(re.match(r"supports not \(container-type", q) for q in rule.around)
    }
    assert asking
    assert {rule.selector for rule in asking} <= instead


def test_what_knows_no_layers_has_a_sheet_of_its_own() -> None:
    outside = [
        rule
        for rule in RULES
        if rule.is_asked_for and not any(q.startswith("layer") for q in rule.around)
    ]
    hidden = next(r for r in outside if r.selector.startswith(".preview:not([data-open])"))
    assert {".choices", ".figure__drawing--narrow", ".theme"} <= set(
        re.split(r",\s*", hidden.selector)
    )
    for rule in outside:
        # Tokens lie in a layer.
        assert not any("var" in functions_of(each) for each in rule.declarations), rule.selector


@pytest.mark.parametrize("sheet", ["stylesheet", "maths"])
def test_nothing_nests(sheet: str) -> None:
    """Browsers know nested rules since 2023."""
    css = stylesheet() if sheet == "stylesheet" else maths_stylesheet()
    for rule in rules(tinycss2.parse_stylesheet(css, True, True)):
        nodes = tinycss2.parse_blocks_contents(rule.content, True, True)
        assert not [node for node in nodes if isinstance(node, QualifiedRule)]
