"""`galley export --to docx`: one Word file of an article, for a colleague's comments."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from galley.exporting.bundle.drawing import Drawings
from galley.exporting.document.asked import document_of
from galley.exporting.document.drawings import PAPER
from galley.exporting.document.model import Document
from galley.exporting.pandoc_files import write_pandoc
from galley.exporting.request import Exported, ExportRequest
from galley.exporting.word.anchored import word_document
from galley.exporting.word.reference import reference_docx

_DIGITS = 16
_ON_PAPER = {"--fig-paper": PAPER}
_REFERENCE = "reference.docx"
# A zip file knows no day before.
_EARLIEST = date(1980, 1, 2)


def make(request: ExportRequest) -> Exported:
    """Return the Word file of an article, and its copy for the day when it comes back."""
    document = with_pictures(document_of(request), Drawings.beside(request.pictures))
    sent = _name_of(document)
    data = write_docx(document, sent)
    return Exported(
        {f"{request.name}.docx": data}, document.findings, kept={f"sent/{sent}.docx": data}
    )


def with_pictures(document: Document, drawings: Drawings) -> Document:
    """Return a document whose drawings are pictures too, which every version of Word shows.

    Without typst, an author's own drawing stays one, and old versions of Word leave its place bare.
    """
    files, png = dict(document.files), dict(document.png)
    for path, data in document.files.items():
        if path.endswith(".svg") and path not in png:
            drawn = drawings.png(data.decode("utf-8", "replace"), _ON_PAPER)
            if drawn:
                png[path] = f"{path.removesuffix('.svg')}-drawn.png"
                files[png[path]] = drawn
    return replace(document, files=files, png=png)


def write_docx(document: Document, sent: str = "") -> bytes:
    """Return a document as a Word file: the same bytes for the same document."""
    with TemporaryDirectory(prefix="galley-") as name:
        folder = Path(name)
        for path, data in document.files.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(data)
        (folder / _REFERENCE).write_bytes(reference_docx(document))
        return write_pandoc(
            word_document(document, sent),
            ["--to", "docx", "--reference-doc", _REFERENCE, "--output", "-"],
            folder=folder,
            seconds_since_1970=_moment(document),
        )


def _moment(document: Document) -> int:
    """Return when the file says that it was made: on the day of its text."""
    day = max(date.fromisoformat(document.newest_day or "1980-01-02"), _EARLIEST)
    return int(datetime(day.year, day.month, day.day, 12, tzinfo=UTC).timestamp())


def _name_of(document: Document) -> str:
    """Return a name for what is sent, which another text does not have."""
    digest = hashlib.sha256(json.dumps(word_document(document)).encode())
    for path, data in sorted(document.files.items()):
        digest.update(path.encode() + hashlib.sha256(data).digest())
    return digest.hexdigest()[:_DIGITS]
