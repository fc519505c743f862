"""Adding works to the text of a bibliography: what stands there already stays as it is."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

from galley.article.json_spans import Span, read_spans


def line_break(text: str) -> str:
    """Return how a text ends its lines."""
    return "\r\n" if "\r\n" in text else "\n"


def with_entry(text: str, entry: str) -> str:
    """Return BibTeX or RIS with an entry at its end, one empty line before it."""
    ending = line_break(text)
    lines = "".join(f"{line}{ending}" for line in entry.strip("\r\n").splitlines())
    return f"{text}{_gap(text, ending)}{lines}"


def with_csl_work(text: str, work: Mapping[str, object]) -> str | None:
    """Return CSL-JSON with a work at the end of the list, indented like the others.

    Returns
    -------
    str or None
        None where the text holds no list of works.
    """
    if not text.strip("\ufeff \t\r\n"):
        return f"{text}{json.dumps([work], indent=2, ensure_ascii=False)}\n"
    root = read_spans(text)
    works = _list_of_works(root) if root else None
    if works is None:
        return None
    is_plain = text.isascii() and "\\u" in text
    ending = line_break(text)
    if not works.items:
        written = json.dumps([work], indent=2, ensure_ascii=is_plain).replace("\n", ending)
        return text[: works.start] + written + text[works.end :]
    last = works.items[-1]
    before = text[works.start + 1 : works.items[0].start]
    indent = (_indent(before, text, last) or 2) if "\n" in before else None
    written = json.dumps(work, indent=indent, ensure_ascii=is_plain)
    indented = written.replace("\n", f"{ending}{before.rpartition(chr(10))[2]}")
    return f"{text[: last.end]},{before or ' '}{indented}{text[last.end :]}"


def _gap(text: str, ending: str) -> str:
    """Return what parts an entry from the text before it."""
    if not text.strip("\ufeff"):
        return ""
    if re.search(r"\n[ \t]*\r?\n[ \t]*\Z", text):
        return ""
    return ending if text.endswith("\n") else ending * 2


def _indent(before: str, text: str, work: Span) -> int:
    """Return by how much the fields of a work stand further in than the work itself."""
    first = next(iter(re.findall(r"\n([ \t]*)\S", text[work.start : work.end])), "")
    return max(len(first) - len(before.rpartition("\n")[2]), 0)


def _list_of_works(root: Span) -> Span | None:
    found = root.fields.get("items", root.fields.get("references"))
    works = found if root.kind == "object" else root
    return works if works is not None and works.kind == "list" else None
