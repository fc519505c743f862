"""Rules about headings, links, images, outputs; one file each."""

from __future__ import annotations

from galley.checks.rule import Rule
from galley.checks.structure import (
    cell_error,
    cross_reference_unknown,
    image_missing,
    image_missing_alt,
    link_broken,
)

RULES: tuple[Rule, ...] = (
    cell_error.RULE,
    cross_reference_unknown.RULE,
    image_missing.RULE,
    image_missing_alt.RULE,
    link_broken.RULE,
)
