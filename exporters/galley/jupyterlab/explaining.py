"""What the guide says of each rule, in the language of JupyterLab."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from galley.checks.guide import ENGLISH, INDONESIAN, GuideWords, rules_in
from galley.checks.rule_facts import RuleFacts
from galley.jupyterlab import excepting

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
    return _REFUSALS.get(refusal, refusal) if is_indonesian(lang) else refusal


def is_indonesian(lang: str) -> bool:
    """Tell whether a language code such as ``id-ID`` is Indonesian."""
    return lang.lower().replace("_", "-").partition("-")[0] == "id"


def rule_records(lang: str) -> Mapping[str, Any]:
    """Return what an author may want to know of each rule, by its id."""
    return _records(is_indonesian=is_indonesian(lang))


@lru_cache(maxsize=2)
def _records(*, is_indonesian: bool) -> Mapping[str, Any]:
    words = INDONESIAN if is_indonesian else ENGLISH
    return {rule.id: _record(rule, words) for rule in rules_in(words)}


def _record(rule: RuleFacts, words: GuideWords) -> dict[str, str]:
    return {
        "what": rule.what,
        "why": rule.why,
        "cost": f"{words.cost} {words.costs[rule.cost]}",
        "group": words.groups[rule.group],
        "severity": rule.severity.value,
    }
