"""Rules about the works an article rests on, and how it cites them; one file each."""

from __future__ import annotations

from galley.checks.citations import (
    citation_et_al,
    citation_outside_sentence,
    citation_typed,
    citation_typed_known,
    citation_unknown_key,
    reference_animal,
    reference_corrected,
    reference_doi_malformed,
    reference_doi_missing,
    reference_doubted,
    reference_duplicate,
    reference_incomplete,
    reference_preprint,
    reference_retracted,
    reference_stub,
    reference_style_mixed,
    reference_typed_uncited,
    sources_old,
)
from galley.checks.rule import Rule

RULES: tuple[Rule, ...] = (
    citation_unknown_key.RULE,
    reference_stub.RULE,
    citation_typed.RULE,
    citation_typed_known.RULE,
    citation_outside_sentence.RULE,
    citation_et_al.RULE,
    reference_retracted.RULE,
    reference_doubted.RULE,
    reference_corrected.RULE,
    reference_animal.RULE,
    reference_preprint.RULE,
    reference_doi_malformed.RULE,
    reference_doi_missing.RULE,
    reference_incomplete.RULE,
    reference_duplicate.RULE,
    reference_typed_uncited.RULE,
    reference_style_mixed.RULE,
    sources_old.RULE,
)
