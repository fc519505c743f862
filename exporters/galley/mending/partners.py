"""What is mended in a text is mended in the notebook that is one article with it, too."""

from __future__ import annotations

from galley.article.notebook_text import source_of, source_spans
from galley.article.text_notebook import without_kernel_fields
from galley.discovery import SUFFIX, with_partner, without_suffix
from galley.mending.desk import Change, Desk, FileText, Piece


def with_partners(desk: Desk) -> Desk:
    """Return the desk with the same changes in the notebooks beside its texts.

    A cell that the notebook does not have is left alone: then the two differed before.
    """
    for change in desk.changes():
        file = desk.files[change.piece.file]
        partner = with_partner(file.path) if change.piece.cell else None
        if partner is not None:
            name = f"{without_suffix(change.piece.file)}{SUFFIX}"
            if name not in desk.files:
                files = {**desk.files, name: FileText(partner, partner.read_bytes())}
                desk = Desk(files, desk.mended, desk.unsaved)
            desk = _with_change(desk, name, change)
    return desk


def _with_change(desk: Desk, name: str, change: Change) -> Desk:
    before, after = (_as_in_notebook(text) for text in (change.before, change.after))
    for cell, span in source_spans(desk.files[name].text or "").items():
        piece = Piece(name, cell)
        is_same = _as_in_notebook(source_of(span)).strip() == before.strip()
        if is_same and piece not in desk.mended:
            return desk.with_text(piece, after)
    return desk


def _as_in_notebook(source: str) -> str:
    """Return front matter without what a notebook keeps in its metadata; else the source."""
    if not source.startswith("---\n"):
        return source
    blanked = without_kernel_fields(source).split("\n")
    pairs = zip(source.split("\n"), blanked, strict=True)
    return "\n".join(line for line, kept in pairs if kept or not line)
