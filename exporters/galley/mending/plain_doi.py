"""A DOI that is written as an address, or with something around it, becomes the DOI alone."""

from __future__ import annotations

import re

from galley.checks.citations.reference_doi_malformed import tidy_doi
from galley.findings import Finding
from galley.mending.desk import Desk, Piece
from galley.mending.mender import Surroundings

RULE = "reference-doi-malformed"
# In BibTeX, CSL-JSON and RIS: what stands before the DOI, the DOI as it is written, what follows.
_FIELD = re.compile(
    r"(?P<head>^\s*doi\s*=\s*[{\"]\s*|\"DOI\"\s*:\s*\"\s*|^DO\s{0,2}-\s)"
    r"(?P<doi>[^{}\"\r\n]*?)(?P<tail>\s*(?:[}\"]|$))",
    re.IGNORECASE | re.MULTILINE,
)
_PREFIX = re.compile(r"^doi\s*[:=]?\s*", re.IGNORECASE)
# A line that was broken inside a DOI leaves a blank at a sign where lines may break.
_WRAPPED = re.compile(r"(?<=[./-])\s+|\s+(?=[./-])")
_BLANK = re.compile(r"\s")


def mend(_finding: Finding, desk: Desk, around: Surroundings) -> Desk | None:
    """Write every DOI of the bibliography without an address before it."""
    return mend_all(desk, around.bibliography)


def mend_all(desk: Desk, piece: Piece) -> Desk | None:
    """Write every DOI of a bibliography alone; None where they are so already."""
    text = desk.text(piece)
    if not text:
        return None
    plain = _FIELD.sub(
        lambda match: f"{match['head']}{plain_doi(match['doi'])}{match['tail']}", text
    )
    return desk.with_text(piece, plain) if plain != text else None


def plain_doi(text: str) -> str:
    """Return the DOI alone; the text as it is where nothing in it is surely one."""
    unwrapped = _WRAPPED.sub("", text.replace("\\_", "_").strip())
    return text if _BLANK.search(_PREFIX.sub("", unwrapped)) else tidy_doi(unwrapped) or text
