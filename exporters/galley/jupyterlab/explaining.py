"""What the guide says of each rule, in the language of JupyterLab."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from galley.checks import guide
from galley.checks.rule_examples import Example, rule_examples
from galley.checks.rule_facts import RuleFacts
from galley.jupyterlab import excepting
from galley.speech.language import INDONESIAN

_REFUSALS: Mapping[str, str] = {
    excepting.NO_REASON: "Sebutkan dengan tiga kata atau lebih mengapa ini boleh tetap.",
    excepting.NOT_THIS_RULE: "Masalah ini tidak dapat dikesampingkan.",
    excepting.NO_FRONT_MATTER: "Sel pertama tidak memuat front matter di antara dua baris ---, "
    "jadi tidak ada tempat untuk menulis alasannya.",
    excepting.NOT_READ: "Front matter tidak dapat dibaca. Perbaiki itu lebih dulu.",
    excepting.IS_THERE: "Front matter sudah mengesampingkan masalah ini.",
}


def in_language(refusal: str, lang: str) -> str:
    """Return why something cannot be set aside, in a language."""
    return _REFUSALS.get(refusal, refusal) if lang == INDONESIAN else refusal


@lru_cache(maxsize=2)
def rule_records(lang: str) -> Mapping[str, Any]:
    """Return what an author may want to know of each rule, by its id."""
    words = guide.INDONESIAN if lang == INDONESIAN else guide.ENGLISH
    examples = rule_examples(lang)
    return {
        rule.id: {**_record(rule, words), **_example_record(examples.get(rule.id))}
        for rule in guide.rules_in(words)
    }


def _example_record(example: Example | None) -> dict[str, str]:
    return {"bad": example.bad, "good": example.good} if example else {}


def _record(rule: RuleFacts, words: guide.GuideWords) -> dict[str, str]:
    return {
        "what": rule.what,
        "why": rule.why,
        "cost": f"{words.cost} {words.costs[rule.cost]}",
        "group": words.groups[rule.group],
        "severity": rule.severity.value,
    }
