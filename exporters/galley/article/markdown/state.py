"""What the rules share while one article is parsed; lives in markdown-it's `env`."""

from __future__ import annotations

from collections.abc import Collection, MutableMapping
from dataclasses import dataclass, field
from typing import Any

from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline

from galley.article.markdown.macros import Macro
from galley.article.model import Label
from galley.findings import Finding, Place, Severity

_KEY = "galley"

Env = MutableMapping[str, Any]


@dataclass
class ProseState:
    """Where the parser is, and what it has met.

    Attributes
    ----------
    place
        The place of the block in hand; its line is where the block's text begins.
    prefix
        Put before the ids of citations, so that texts parsed apart do not share ids.
    anchors
        Ids that are taken.
    """

    place: Place
    known_keys: Collection[str] | None = None
    prefix: str = "cite"
    citations: int = 0
    anchors: set[str] = field(default_factory=set)
    labels: dict[str, Label] = field(default_factory=dict)
    macros: dict[str, Macro] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)

    def next_citation_id(self) -> str:
        """Return a new id for a citation."""
        self.citations += 1
        return f"{self.prefix}-{self.citations}"

    def warn(
        self,
        rule: str,
        place: Place,
        message: str,
        fix: str,
        severity: Severity = Severity.WARNING,
    ) -> None:
        """Note a finding that does not stop anything."""
        finding = Finding(rule, severity, place, message, fix)
        if finding not in self.findings:
            self.findings.append(finding)


def new_env(state: ProseState) -> Env:
    """Return an `env` that carries the state."""
    return {_KEY: state}


def prose_state(env: Env) -> ProseState:
    """Return the state an `env` carries."""
    state: ProseState = env[_KEY]
    return state


def inline_place(state: StateInline) -> Place:
    """Return the place of the inline rule in hand, to the line."""
    block = prose_state(state.env).place
    line = (block.line or 1) + state.src.count("\n", 0, state.pos)
    return Place(block.file, block.cell, line)


def block_place(state: StateBlock, line: int) -> Place:
    """Return the place of a zero-based line of the cell in hand."""
    cell = prose_state(state.env).place
    return Place(cell.file, cell.cell, line + 1)
