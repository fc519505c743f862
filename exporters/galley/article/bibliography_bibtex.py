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
    find_pmid,
    split_keywords,
)
from galley.article.bibliography_language import language_tag
from galley.article.bibliography_notice import notice_in_entry
from galley.findings import Finding, Place, Severity

# bibtexparser reports broken blocks to its log as well; here they become findings.
logging.getLogger("bibtexparser").addHandler(logging.NullHandler())

_YEAR = re.compile(r"\d{4}")
_KEY = re.compile(r"@\w+\s*\{\s*([^\s,=}{]+)")
_TEX = re.compile(r"[\\~$%#&_^]|--|``|\'\'|<<|>>|[!?]`")
_ALWAYS_DECODED = frozenset({"title", "author", "editor"})
# Their words count only where they hold a command, and decoding takes its time.
_DECODED_IF_TEX = frozenset(
    {"journal", "journaltitle", "booktitle", "publisher", "institution", "keywords"}
)
# A chapter takes these over from the book that ``crossref`` names: field → the book's own name.
_INHERITED = {"year": "year", "date": "date", "publisher": "publisher", "booktitle": "title"}
_NOTES = ("note", "annote", "annotation", "addendum")


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
    """Add what a chapter takes over from the book that ``crossref`` names."""
    entry = entries[key]
    crossref = entry.fields_dict.get("crossref")
    parent = entries.get(str(crossref.value)) if crossref else None
    if parent is None:
        return entry
    own, of_parent = set(entry.fields_dict), parent.fields_dict
    has_day = bool({"year", "date"} & own)
    taken = [
        Field(name, of_parent[theirs].value)
        for name, theirs in _INHERITED.items()
        if theirs in of_parent and name not in own and not (has_day and name in {"year", "date"})
    ]
    return Entry(entry.entry_type, entry.key, [*entry.fields, *taken])


def _decoded(entries: Iterable[Entry]) -> dict[str, dict[str, list[str]]]:
    r"""Read titles and names, in which ``{\"o}`` means ö; addresses must not be touched."""
    chosen = [
        _with_fields(entry, [field for field in entry.fields if _is_decoded(field)])
        for entry in entries
    ]
    # Decoding takes a hundred times as long as to see that there is nothing to decode.
    tex = [_with_fields(entry, [f for f in entry.fields if _has_tex(f)]) for entry in chosen]
    decoded = LatexDecodingMiddleware().transform(Library(list[Block](tex)))
    # An entry that cannot be decoded is not among them; it is read as it stands.
    words = {entry.key: entry.fields_dict for entry in decoded.entries}
    plain = [
        _with_fields(
            entry, [words.get(entry.key, {}).get(f.key) or _unbraced(f) for f in entry.fields]
        )
        for entry in chosen
    ]
    library = SeparateCoAuthors().transform(Library(list[Block](plain)))
    return {
        str(entry.key): {
            field.key: field.value if isinstance(field.value, list) else [str(field.value)]
            for field in entry.fields
        }
        for entry in library.entries
    }


def _with_fields(entry: Entry, fields: Iterable[Field]) -> Entry:
    lowered = [Field(field.key.lower(), field.value) for field in fields]
    return Entry(entry.entry_type, entry.key, lowered)


def _has_tex(field: Field) -> bool:
    return bool(_TEX.search(str(field.value)))


def _unbraced(field: Field) -> Field:
    return Field(field.key, str(field.value).replace("{", "").replace("}", ""))


def _is_decoded(field: Field) -> bool:
    name = field.key.lower()
    return name in _ALWAYS_DECODED or (name in _DECODED_IF_TEX and "\\" in str(field.value))


def _read_entry(
    entry: Entry, words: Mapping[str, list[str]], line: int | None
) -> BibliographyEntry:
    raw = {field.key.lower(): str(field.value) for field in entry.fields}
    fields = {name: _plain("".join(words.get(name, [value]))) for name, value in raw.items()}
    year = _YEAR.search(fields.get("year") or fields.get("date", ""))
    names = words.get("author") or words.get("editor") or []
    keywords = split_keywords(_first(fields, "keywords", "keyword"))
    notes = tuple(fields[name] for name in _NOTES if fields.get(name))
    return BibliographyEntry(
        key=str(entry.key),
        kind=_kind(entry, fields),
        title=fields.get("title", ""),
        authors=tuple(name for name in names if name and name != "others"),
        year=year[0] if year else "",
        doi=bare_doi(re.sub(r"\\(?=[_%&#<>])|[{}]", "", raw.get("doi", ""))),
        url=raw.get("url", "").strip(),
        line=line,
        has_more_authors="others" in names,
        journal=_first(fields, "journal", "journaltitle", "booktitle"),
        volume=fields.get("volume", ""),
        number=_first(fields, "number", "issue"),
        pages=_first(fields, "pages", "eid", "articleno", "article-number"),
        publisher=_first(fields, "publisher", "institution", "school", "organization"),
        pmid=_pmid(fields, notes),
        keywords=keywords,
        note=" ".join(notes),
        status=fields.get("pubstate", "").lower(),
        language=language_tag(_first(fields, "langid", "language", "hyphenation")),
        notice=notice_in_entry(fields.get("title", ""), keywords),
    )


def _kind(entry: Entry, fields: Mapping[str, str]) -> str:
    """Return the entry's type; ``article-newspaper`` where Zotero says so in another field."""
    kind, subtype = str(entry.entry_type).lower(), fields.get("entrysubtype", "").lower()
    return f"{kind}-{subtype}" if subtype in {"newspaper", "magazine"} else kind


def _first(fields: Mapping[str, str], *names: str) -> str:
    return next((fields[name] for name in names if fields.get(name)), "")


def _plain(text: str) -> str:
    return " ".join(text.replace("{", "").replace("}", "").split())


def _pmid(fields: Mapping[str, str], notes: tuple[str, ...]) -> str:
    is_pubmed = fields.get("eprinttype", "").lower() == "pubmed"
    given = _first(fields, "pmid") or (fields.get("eprint", "") if is_pubmed else "")
    return given or find_pmid(notes)
