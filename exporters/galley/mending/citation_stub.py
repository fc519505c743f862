"""A citation of a work that the bibliography does not have gets an entry to be filled in.

The entry says that it is to be written, so that `reference-stub` goes on asking for it. Where the
key looks like a slip of another one, the author decides: a second entry would hide the slip.
"""

from __future__ import annotations

import json
import re

from galley.article.json_spans import Span, read_spans
from galley.findings import Finding, did_you_mean
from galley.mending.desk import Desk, Piece, line_break
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
        return _add_to_json(text, key)
    stub = _ris_stub(key) if piece.file.endswith(".ris") else _bibtex_stub(key)
    ending = line_break(text)
    gap = "" if not text else ending if text.endswith("\n") else ending * 2
    return text + gap + stub.replace("\n", ending)


def _bibtex_stub(key: str) -> str:
    fields = "".join(f"  {name} = {{{MARK if name == 'title' else ''}}},\n" for name in _FIELDS)
    return f"@article{{{key},\n{fields}}}\n"


def _ris_stub(key: str) -> str:
    return f"TY  - JOUR\nID  - {key}\nTI  - {MARK}\nER  - \n"


def _add_to_json(text: str, key: str) -> str:
    """Add a work at the end of the list, indented like the others."""
    root = read_spans(text)
    works = _list_of_works(root) if root else None
    if works is None:
        return ""
    stub = {"id": key, "type": "article-journal", "title": MARK}
    if not works.items:
        return text[: works.start] + json.dumps([stub], indent=2) + text[works.end :]
    last = works.items[-1]
    before = text[works.start + 1 : works.items[0].start]
    written = json.dumps(stub, indent=2 if "\n" in before else None)
    indented = written.replace("\n", f"\n{before.rpartition(chr(10))[2]}")
    return f"{text[: last.end]},{before or ' '}{indented}{text[last.end :]}"


def _list_of_works(root: Span) -> Span | None:
    found = root.fields.get("items", root.fields.get("references"))
    works = found if root.kind == "object" else root
    return works if works is not None and works.kind == "list" else None
