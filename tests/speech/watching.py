"""Notes what Galley says while tests run, and which of it has no Indonesian."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from functools import wraps
from pathlib import Path
from typing import Any

import galley
from galley.checks.rule import Remark
from galley.checks.rule_facts import known_rules
from galley.execution.why import Answer
from galley.findings import EnvironmentFault, Finding, UsageError
from galley.site.request import ProgressEvent
from galley.speech.findings import known_refusal, known_sentence, known_words
from galley.speech.language import INDONESIAN
from galley.speech.phrasebook import read_phrasebook

_PACKAGE = str(Path(galley.__file__).parent)
# They hand on what was said elsewhere.
_PASSING_ON = ("finding_records.py", "rule.py", "dated_rule.py", "site_rule.py", "mishaps.py")

Said = tuple[str, str]
"""What was said, and by which rule; of a refusal, and of a remark, which have none, by whom."""

_REFUSAL, _REMARK, _SENTENCE = "refusal", "remark", "sentence"
_LONG = 1_000
_said: set[Said] = set()


def watch() -> None:
    """Note from now on all that Galley's own code says, whatever test made it speak."""
    _note(Finding, lambda made: _both(made, made.rule))
    _note(Remark, lambda made: _both(made, _REMARK))
    _note(UsageError, lambda made: _both(made, _REFUSAL))
    _note(EnvironmentFault, lambda made: _both(made, _REFUSAL))
    _note(Answer, lambda made: {(made.sentence, _SENTENCE)})
    # What is said of an article may be an error of its own.
    _note(ProgressEvent, lambda made: {(made.message, _SENTENCE)} if made.kind == "step" else set())


def unsaid() -> list[str]:
    """Return what has been said since the last time and has no Indonesian."""
    said = sorted(_said)
    _said.clear()
    # What is longer is a test of how much is borne, and stays English.
    return [f"{by}: {text}" for text, by in said if len(text) < _LONG and not _is_known(text, by)]


def _both(made: Any, by: str) -> set[Said]:
    return {(made.message, by), (made.fix, by)}


def _note(kind: type, said: Callable[[Any], set[Said]]) -> None:
    make = kind.__init__  # type: ignore[misc]

    @wraps(make)
    def made(self: Any, *given: Any, **named: Any) -> None:
        make(self, *given, **named)
        speaker = sys._getframe(1).f_code.co_filename
        if speaker.startswith(_PACKAGE) and not speaker.endswith(_PASSING_ON):
            _said.update(said(self))

    kind.__init__ = made  # type: ignore[misc]


def _is_known(text: str, by: str) -> bool:
    if by == _REFUSAL:
        return known_refusal(INDONESIAN, text) is not None
    if not text:
        return True
    if by == _SENTENCE:
        return known_sentence(INDONESIAN, text) is not None
    if by == _REMARK:
        return any(known_words(INDONESIAN, text, rule) for rule in _rules())
    return by not in known_rules() or known_words(INDONESIAN, text, by) is not None


def _rules() -> Iterator[str]:
    return (name for name in read_phrasebook(INDONESIAN).lists if not name.isupper())
