"""Answers in the language of who asks; what stays in memory and in files is English."""

from __future__ import annotations

import json
from typing import Any

from galley.speech.findings import refusal_in, sentence_in, words_in
from galley.speech.language import ENGLISH

_OF_FINDING = frozenset({"rule", "message", "fix"})
_PROBLEM = "problem"


def answer_in(lang: str, answer: str | bytes) -> str | bytes:
    """Return a JSON answer with its findings, or its refusal, in a language."""
    text = answer.decode() if isinstance(answer, bytes) else answer
    # A page alone is long, and has nothing to be said otherwise.
    if lang == ENGLISH or not ('"message"' in text or f'"{_PROBLEM}"' in text):
        return answer
    told = json.loads(text)
    if isinstance(told, dict) and isinstance(told.get("message"), str) and "rule" not in told:
        told["message"] = refusal_in(lang, told["message"])
    return json.dumps(_told(lang, told))


def _told(lang: str, value: Any) -> Any:  # noqa: ANN401 - any JSON
    """Return JSON with every finding, and why an article cannot be read, told in a language."""
    if isinstance(value, list):
        return [_told(lang, each) for each in value]
    if not isinstance(value, dict):
        return value
    if value.keys() >= _OF_FINDING:
        rule = str(value["rule"])
        said = {name: words_in(lang, str(value[name]), rule) for name in ("message", "fix")}
        return {**value, **said}
    problem = value.get(_PROBLEM)
    told = {_PROBLEM: sentence_in(lang, problem)} if isinstance(problem, str) else {}
    return {name: _told(lang, each) for name, each in value.items()} | told
