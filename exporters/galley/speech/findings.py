"""Findings and refusals in the author's language."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from galley.findings import Finding
from galley.speech.language import ENGLISH
from galley.speech.phrasebook import ANYWHERE, read_phrasebook

ERRORS = "ERRORS"
SENTENCES = "SENTENCES"
_ALSO = (
    (("-wrong-value", "-missing-value", "-unknown-field"), "VALUES"),
    (("-broken",), "YAML_FIXES"),
    (("machine-fault", "store-unwritable", "execution-failed"), ERRORS),
)
"""Endings of rules → the list that several rules share."""


def findings_in(lang: str, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return findings in a language; what the phrasebook does not know stays English."""
    if lang == ENGLISH:
        return tuple(findings)
    return tuple(
        replace(
            each,
            message=words_in(lang, each.message, each.rule),
            fix=words_in(lang, each.fix, each.rule),
        )
        for each in findings
    )


def words_in(lang: str, text: str, rule: str) -> str:
    """Return what a rule says in a language."""
    return text if lang == ENGLISH else known_words(lang, text, rule) or text


def known_words(lang: str, text: str, rule: str) -> str | None:
    """Return what a rule says in a language; None where the phrasebook does not know it."""
    also = (name for endings, name in _ALSO if rule.endswith(endings))
    return read_phrasebook(lang).say(text, rule, ANYWHERE, *also)


def refusal_in(lang: str, text: str) -> str:
    """Return why something could not be done, in a language."""
    return text if lang == ENGLISH else known_refusal(lang, text) or text


def known_refusal(lang: str, text: str) -> str | None:
    """Return the same; None where the phrasebook does not know it."""
    return read_phrasebook(lang).say(text, ERRORS, ANYWHERE)


def sentence_in(lang: str, text: str) -> str:
    """Return what a step of a build or an answer of ``galley why`` says, in a language."""
    return text if lang == ENGLISH else known_sentence(lang, text) or text


def known_sentence(lang: str, text: str) -> str | None:
    """Return the same; None where the phrasebook does not know it."""
    return read_phrasebook(lang).say(text, SENTENCES)
