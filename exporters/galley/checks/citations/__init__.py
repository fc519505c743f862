"""Rules about the works an article rests on, and how it cites them; one file each."""

from __future__ import annotations

from galley.checks.citations import (
    citation_unknown_key,
    reference_stub,
)
from galley.checks.rule import Rule

RULES: tuple[Rule, ...] = (citation_unknown_key.RULE, reference_stub.RULE)
