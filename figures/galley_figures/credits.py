"""Sentences on who made a picture, and whether those in it agreed to be shown."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from galley_figures.explanatory import EvidenceClass
from galley_figures.locale.notebook import words_for

_ONLY_YES: Final = frozenset({"yes", "true", "ya", "x"})


def credit_sentences(
    *, credit: str, consent: str, evidence_kind: EvidenceClass | None, lang: str
) -> tuple[str, ...]:
    """Return what a reader is told beside the evidence of a picture.

    Parameters
    ----------
    credit
        A name, or a name with its own word before it, as in ``Drawing: Ayu Lestari``.
    consent
        How the people in it agreed; ``yes`` where no more is said.

    Examples
    --------
    >>> credit_sentences(credit="A. Lestari", consent="yes", evidence_kind="data", lang="en")
    ('Photo: A. Lestari.', 'Shown with consent.')
    """
    return tuple(_sentences(credit.strip(), consent.strip(), evidence_kind, lang))


def _sentences(credit: str, consent: str, kind: EvidenceClass | None, lang: str) -> Iterator[str]:
    words = words_for(lang)
    if credit:
        label = words.photo if kind in {"data", None} else words.picture
        yield _ended(credit if ": " in credit else f"{label}: {credit}")
    if consent.lower() in _ONLY_YES:
        yield f"{words.shown_with_consent}."
    elif consent:
        yield f"{words.shown_with_consent} ({consent.rstrip('.')})."


def _ended(sentence: str) -> str:
    return sentence if sentence.endswith((".", "!", "?")) else f"{sentence}."
