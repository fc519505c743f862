"""Rules about headings, links, images, outputs; one file each."""

from __future__ import annotations

from galley.checks.rule import Rule
from galley.checks.structure import (
    cell_error,
    cross_reference_unknown,
    heading_duplicate,
    heading_order,
    image_dicom,
    image_metadata,
    image_missing,
    image_missing_alt,
    label_twice,
    link_broken,
    link_unpublished,
    mechanism_without_figure,
    output_path,
    patient_identifier,
    quotation_without_source,
    starter_text_left,
)

RULES: tuple[Rule, ...] = (
    cell_error.RULE,
    cross_reference_unknown.RULE,
    heading_duplicate.RULE,
    heading_order.RULE,
    image_dicom.RULE,
    image_metadata.RULE,
    image_missing.RULE,
    image_missing_alt.RULE,
    label_twice.RULE,
    link_broken.RULE,
    link_unpublished.RULE,
    mechanism_without_figure.RULE,
    output_path.RULE,
    patient_identifier.RULE,
    quotation_without_source.RULE,
    starter_text_left.RULE,
)
