"""BibTeX files by bibtexparser: keys, the few fields Galley looks at, what is wrong and where."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable, Iterator, Mapping

from bibtexparser.entrypoint import parse_string
from bibtexparser.library import Library
from bibtexparser.middlewares import LatexDecodingMiddleware, SeparateCoAuthors
from bibtexparser.model import (
    Block,
    DuplicateBlockKeyBlock,
    DuplicateFieldKeyBlock,
    Entry,
    ExplicitComment,
    Field,
    ImplicitComment,
    ParsingFailedBlock,
)

from galley.article.bibliography_entry import (
    BibliographyEntry,
    ParsedWorks,
    bare_doi,
    duplicate_key,
    entry_broken,
)
from galley.findings import Finding, Place, Severity

# bibtexparser reports broken blocks to its log as well; here they become findings.
logging.getLogger("bibtexparser").addHandler(logging.NullHandler())

_YEAR = re.compile(r"\d{4}")
_KEY = re.compile(r"@\w+\s*\{\s*([^\s,=}{]+)")


def parse_bibtex(text: str, file: str) -> ParsedWorks:
    """Parse BibTeX; entries that cannot be read are left out and become findings."""
    blocks = list(parse_string(text, parse_stack=[]).blocks)
    findings = tuple(_block_findings(blocks, file))
    readable = [block for block in blocks if _is_readable(block)]
    # An untouched file goes to pandoc as it is, so that its line numbers stay the author's.
    kept = "\n".join(block.raw or "" for block in readable) if findings else text
    return ParsedWorks(kept, tuple(_read_entries(kept, _lines(readable))), findings)


def _is_readable(block: Block) -> bool:
    if isinstance(block, DuplicateFieldKeyBlock):
        return True
    if isinstance(block, ParsingFailedBlock | ImplicitComment | ExplicitComment):
        return False
    return not isinstance(block, Entry) or bool(block.key.strip())


def _lines(blocks: Iterable[Block]) -> dict[str, int]:
    lines: dict[str, int] = {}
    for block in blocks:
        key = _key(block)
        if key:
            lines.setdefault(key, _line(block))
    return lines


def _line(block: Block) -> int:
    return (block.start_line or 0) + 1


def _key(block: Block) -> str:
    if isinstance(block, Entry):
        return str(block.key)
    match = _KEY.match(block.raw or "")
    return match[1] if match else ""


def _block_findings(blocks: list[Block], file: str) -> Iterator[Finding]:
    lines = _lines(block for block in blocks if _is_readable(block))
    for block in blocks:
        line, key = _line(block), _key(block)
        if isinstance(block, DuplicateBlockKeyBlock):
            yield duplicate_key(file, line, str(block.key), lines.get(str(block.key)))
        elif isinstance(block, DuplicateFieldKeyBlock):
            yield _duplicate_field(block, file, key)
        elif isinstance(block, ParsingFailedBlock):
            yield _unreadable(file, line, key)
        elif isinstance(block, Entry) and not block.key.strip():
            yield entry_broken(
                file,
                line,
                "an entry has no citation key",
                "Write a key after the brace, for example @article{bi2001,",
            )


def _duplicate_field(block: DuplicateFieldKeyBlock, file: str, key: str) -> Finding:
    names = ", ".join(f"'{name}'" for name in sorted(block.duplicate_keys))
    return Finding(
        "bibliography-duplicate-field",
        Severity.WARNING,
        Place(file, line=_line(block)),
        f"the entry '{key}' gives {names} twice",
        "Remove one of the two.",
    )


def _unreadable(file: str, line: int, key: str) -> Finding:
    named = f"the entry '{key}'" if key else "an entry"
    return entry_broken(
        file,
        line,
        f"{named} cannot be read and cannot be cited",
        "Check that each brace and quotation mark is closed and a comma ends each field.",
    )


def _read_entries(text: str, lines: Mapping[str, int]) -> Iterator[BibliographyEntry]:
    library = parse_string(text)
    twice = [_inner_entry(block) for block in library.failed_blocks]
    entries = {str(entry.key): entry for entry in [*library.entries, *twice] if entry}
    words = _decoded(entries.values())
    for key in sorted(entries, key=lambda key: lines.get(key, 0)):
        yield _read_entry(_with_parent(entries, key), words.get(key, {}), lines.get(key))


def _inner_entry(block: Block) -> Entry | None:
    """Return the entry that is usable although a field is given twice."""
    inner = block.ignore_error_block if isinstance(block, DuplicateFieldKeyBlock) else None
    return inner if isinstance(inner, Entry) else None


def _with_parent(entries: Mapping[str, Entry], key: str) -> Entry:
    """Add the year that a chapter takes over from the book that ``crossref`` names."""
    entry = entries[key]
    crossref = entry.fields_dict.get("crossref")
    parent = entries.get(str(crossref.value)) if crossref else None
    if parent is None or {"year", "date"} & set(entry.fields_dict):
        return entry
    taken = [field for field in parent.fields if field.key in {"year", "date"}]
    return Entry(entry.entry_type, entry.key, [*entry.fields, *taken])


def _decoded(entries: Iterable[Entry]) -> dict[str, dict[str, list[str]]]:
    r"""Read titles and names, in which ``{\"o}`` means ö; addresses must not be touched."""
    chosen = [
        Entry(
            entry.entry_type,
            entry.key,
            [
                Field(field.key.lower(), str(field.value))
                for field in entry.fields
                if field.key.lower() in {"title", "author", "editor"}
            ],
        )
        for entry in entries
    ]
    library = Library(list[Block](chosen))
    for middleware in (LatexDecodingMiddleware(), SeparateCoAuthors()):
        library = middleware.transform(library)
    return {
        str(entry.key): {
            field.key: field.value if isinstance(field.value, list) else [str(field.value)]
            for field in entry.fields
        }
        for entry in library.entries
    }


def _read_entry(
    entry: Entry, words: Mapping[str, list[str]], line: int | None
) -> BibliographyEntry:
    fields = {field.key.lower(): str(field.value) for field in entry.fields}
    year = _YEAR.search(fields.get("year") or fields.get("date", ""))
    names = words.get("author") or words.get("editor") or []
    return BibliographyEntry(
        key=str(entry.key),
        kind=str(entry.entry_type).lower(),
        title=" ".join("".join(words.get("title", [])).replace("{", "").replace("}", "").split()),
        authors=tuple(name for name in names if name and name != "others"),
        year=year[0] if year else "",
        doi=bare_doi(fields.get("doi", "")),
        url=fields.get("url", "").strip(),
        line=line,
    )
