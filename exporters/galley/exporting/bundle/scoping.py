"""A style sheet for one element of a page that belongs to somebody else. Pure.

What leaks neither way, in browsers of 2022:

- Every rule holds below `SCOPE` only. Names that a page has in common are Galley's own: custom
  properties, families of faces, animations. Rules for pages and other media of the whole are gone.
- Layers become levels of specificity, since rules in layers would lose to every rule of the host
  outside of them. Each level has more ids than the one below, the lowest more than hosts have.
- Every declaration is important, so that `* { … !important }` of a host does not get through.
- Widths are those of the element's place, not of the window; sizes do not follow a host that has
  shrunk the root's letters.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import tinycss2
from tinycss2.ast import AtRule, Declaration, Node, QualifiedRule

SCOPE = ".galley-article"
"""The element around everything; the place that widths are measured by."""
SHEET = ".galley-sheet"
"""The one inside, which stands for the page: what `:root`, `html` and `body` say holds for it."""
PREFIX = "galley-"
FAMILY = "Galley "

_LOWEST = 2
# Bootstrap and others name classes so that no selector of theirs has more than one id.
_ID = "#g"
_PLACE = "galley-article"
_ROOTS = re.compile(r"(?<![\w.#-])(?::root|html|body|main)(?![\w-])")
_HEADING = re.compile(r"(?<![\w.#:\-\[=\"])h([1-6])(?![\w-])")
_VARIABLE = re.compile(r"--(?!galley-)([\w-]+)")
_REM = re.compile(r"(?<![\w.#-])(-?(?:\d+\.?\d*|\.\d+))rem\b")
_WIDTHS = re.compile(r"\((?:min|max)-width:\s*[\d.]+(?:rem|px|em)\)(?:\s*and\s*)?")
# What the body of a bundle never has; and the theme, which follows the host.
_ABSENT = re.compile(
    r"^[^(]*\.(?:masthead|colophon|entry|entries|shelf|lead|listing|sequence|related|share|theme|notice|"
    r"skip-link|glossary|home|directory|paper-only|article-head__(?:title|standfirst|category))"
    r"(?![a-z])|\[data-theme"
)
_OLD_BROWSERS = "text-emphasis"


@dataclass
class Scoping:
    """One style sheet on its way into the scope.

    Attributes
    ----------
    levels
        The layers in their order; a rule outside of all stands above the last.
    """

    levels: list[str] = field(default_factory=list)
    families: set[str] = field(default_factory=set)

    def scoped(self, css: str) -> str:
        """Return the sheet."""
        rules = _rules(css)
        self.families |= set(_declared_families(rules))
        return "".join(self._each(rules, None))

    def _each(self, rules: Iterable[Node], layer: str | None) -> Iterator[str]:
        for rule in rules:
            if isinstance(rule, QualifiedRule):
                yield self._qualified(rule, layer)
            elif isinstance(rule, AtRule):
                yield self._at_rule(rule, layer)

    def _at_rule(self, rule: AtRule, layer: str | None) -> str:
        name, prelude = rule.lower_at_keyword, _text(rule.prelude)
        if name == "layer":
            return self._layer(rule, prelude, layer)
        if rule.content is None or name == "page" or _OLD_BROWSERS in prelude:
            return ""
        if name == "font-face":
            return f"@font-face{{{self._declarations(rule.content, is_important=False)}}}"
        if name == "keyframes":
            frames = self._renamed(_text(rule.content))
            return f"@keyframes {PREFIX}{prelude}{{{frames}}}"
        return self._conditional(name, prelude, "".join(self._each(_nested(rule), layer)))

    def _layer(self, rule: AtRule, prelude: str, layer: str | None) -> str:
        for name in (part.strip() for part in prelude.split(",")):
            if name not in self.levels:
                self.levels.append(name)
        if rule.content is None:
            return ""
        return "".join(self._each(_nested(rule), prelude or layer))

    def _conditional(self, name: str, prelude: str, inside: str) -> str:
        if not inside:
            return ""
        if name == "media" and not _WIDTHS.sub("", prelude).strip():
            widths = prelude.replace("rem", "em")
            return (
                f"@container {_PLACE} {widths}{{{inside}}}"
                f"@supports not (container-type:inline-size){{@media {widths}{{{inside}}}}}"
            )
        return f"@{name} {prelude}{{{inside}}}"

    def _qualified(self, rule: QualifiedRule, layer: str | None) -> str:
        level = self.levels.index(layer) if layer in self.levels else len(self.levels)
        parts = [part for part in _split(_text(rule.prelude)) if not _ABSENT.search(part)]
        declarations = self._declarations(rule.content) if parts else ""
        if not declarations:
            return ""
        return f"{','.join(selector(part, level) for part in parts)}{{{declarations}}}"

    def _declarations(self, content: list[Node], *, is_important: bool = True) -> str:
        found = tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True)
        told = (self._declaration(each, is_important=is_important) for each in found)
        return ";".join(filter(None, told))

    def _declaration(self, each: Node, *, is_important: bool) -> str:
        if not isinstance(each, Declaration):
            return ""
        value = self._renamed(_text(each.value))
        name = _VARIABLE.sub(rf"--{PREFIX}\1", each.name)
        return f"{name}:{value}{'!important' if is_important else ''}"

    def _renamed(self, value: str) -> str:
        """Return a value with names of our own, and sizes that no host has shrunk."""
        value = _VARIABLE.sub(rf"--{PREFIX}\1", value)
        for family in self.families:
            value = value.replace(f'"{family}"', f'"{FAMILY}{family}"')
        return _REM.sub(_in_own_unit, value)


def selector(written: str, level: int) -> str:
    """Return a selector that holds below the scope, above all lower levels and the host's rules."""
    inner = _ROOTS.sub(SHEET, written.strip())
    inner = _HEADING.sub(r'[data-level="\1"]', inner)
    return f"{SCOPE}:not({_ID * (level + _LOWEST)}) {inner}"


def renamed_families(html: str, families: Iterable[str]) -> str:
    """Return HTML whose drawings ask for faces by the names of a scoped sheet."""
    for family in families:
        html = html.replace(f"'{family}'", f"'{FAMILY}{family}'")
    return html


def _in_own_unit(match: re.Match[str]) -> str:
    number = match[1]
    return "0px" if float(number) == 0 else f"calc(var(--{PREFIX}unit)*{number})"


def _rules(css: str) -> list[Node]:
    parsed: list[Node] = tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)
    return parsed


def _nested(rule: AtRule) -> list[Node]:
    nested: list[Node] = tinycss2.parse_rule_list(
        rule.content, skip_comments=True, skip_whitespace=True
    )
    return nested


def _declared_families(rules: Iterable[Node]) -> Iterator[str]:
    for rule in rules:
        if not isinstance(rule, AtRule) or rule.content is None:
            continue
        if rule.lower_at_keyword == "font-face":
            yield from re.findall(r'font-family:\s*"([^"]+)"', _text(rule.content))
        elif rule.lower_at_keyword in {"layer", "media", "supports"}:
            yield from _declared_families(_nested(rule))


def _split(prelude: str) -> list[str]:
    """Return the selectors of a list; commas inside brackets divide nothing."""
    parts, depth, start = [], 0, 0
    for place, sign in enumerate(prelude):
        depth += (sign in "([") - (sign in ")]")
        if sign == "," and depth == 0:
            parts.append(prelude[start:place])
            start = place + 1
    return [*parts, prelude[start:]]


def _text(nodes: Iterable[Node]) -> str:
    text: str = tinycss2.serialize(nodes)
    return text.strip()
