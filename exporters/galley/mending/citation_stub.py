"""A citation of a work that the bibliography does not have gets an entry to be filled in.

The entry says that it is to be written, so that `reference-stub` goes on asking for it. Where the
key looks like a slip of another one, the author decides: a second entry would hide the slip.
"""

from __future__ import annotations

import re

from galley.article.bibliography_adding import with_csl_work, with_entry
from galley.findings import Finding, did_you_mean
from galley.mending.desk import Desk, Piece
from galley.mending.mender import Surroundings

RULE = "citation-unknown-key"
MARK = "TODO: the title of the work"
_KEY = re.compile(r"unknown citation key '(.+)'")
_USUAL_KEY = re.compile(r"[\w:.+/-]+")
_FIELDS = ("author", "title", "journal", "year", "volume", "pages", "doi")


def mend(finding: Finding, desk: Desk, around: Surroundings) -> Desk | None:
    """Add the entry at the end of the bibliography."""
    said = _KEY.match(finding.message)
    key = said[1] if said else ""
    if not _USUAL_KEY.fullmatch(key) or did_you_mean(key, around.workspace.bibliography.keys):
        return None
    piece = around.bibliography
    text = desk.text(piece)
    if text is None:
        return None
    stub = _with_stub(piece, text, key)
    return desk.with_text(piece, stub) if stub else None


def _with_stub(piece: Piece, text: str, key: str) -> str:
    if re.search(rf"[{{(\"\s]{re.escape(key)}[\s,\"]", text):
        # It is there already, from another finding or in an entry that cannot be read.
        return ""
    if piece.file.endswith(".json"):
        return with_csl_work(text, {"id": key, "type": "article-journal", "title": MARK}) or ""
    stub = _ris_stub(key) if piece.file.endswith(".ris") else _bibtex_stub(key)
    return with_entry(text, stub)


def _bibtex_stub(key: str) -> str:
    fields = "".join(f"  {name} = {{{MARK if name == 'title' else ''}}},\n" for name in _FIELDS)
    return f"@article{{{key},\n{fields}}}\n"


def _ris_stub(key: str) -> str:
    return f"TY  - JOUR\nID  - {key}\nTI  - {MARK}\nER  - \n"
