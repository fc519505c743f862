"""Examples of rules: what one objects to, and how it can be said instead."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files


@dataclass(frozen=True)
class Example:
    """One pair.

    Attributes
    ----------
    bad
        What the rule finds; empty where something is missing.
    is_front_matter
        Whether it stands in front matter, not in the text.
    """

    bad: str
    good: str
    is_front_matter: bool


@lru_cache(maxsize=2)
def rule_examples(lang: str) -> Mapping[str, Example]:
    """Return the examples in a language, by rule; few rules have none."""
    found = {rule: _example(pairs, lang) for rule, pairs in _written().items()}
    return {rule: example for rule, example in found.items() if example}


def _example(pairs: Mapping[str, Mapping[str, str]], lang: str) -> Example | None:
    is_front_matter = "front" in pairs
    pair = pairs.get("front", pairs.get(lang))
    return Example(pair["bad"], pair["good"], is_front_matter) if pair else None


def _written() -> dict[str, dict[str, dict[str, str]]]:
    text = files("galley.checks").joinpath("rule_examples.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
