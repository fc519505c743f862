"""A typed work as an entry of a bibliography in BibTeX."""

from __future__ import annotations

import re
from collections.abc import Iterator

from galley.importing.references.typed_work import TypedWork

_SIGNS = re.compile(r"[&%$#_{}~^\\]")
# A brace would have to be closed again, whatever stands before it.
_WORDS = {
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "\\": r"\textbackslash{}",
    "{": "(",
    "}": ")",
}
_NO_BRACES = re.compile(r"[{}\\\s]")


def render_entry(work: TypedWork, key: str) -> str:
    """Return a work as BibTeX: what the line says, and the line itself as ``annote``."""
    fields = ",\n".join(f"  {name} = {{{value}}}" for name, value in _fields(work) if value)
    return f"@{work.kind}{{{key},\n{fields}\n}}\n"


def _fields(work: TypedWork) -> Iterator[tuple[str, str]]:
    yield "author", " and ".join(_authors(work))
    # Braces keep the capitals as they were typed.
    yield "title", f"{{{tex(_title(work))}}}"
    yield "journal", tex(work.journal)
    yield "year", work.year
    yield "volume", tex(work.volume)
    yield "number", tex(work.issue)
    yield "pages", tex(work.pages).replace("-", "--")
    yield "edition", work.edition
    yield "publisher", tex(work.publisher)
    yield "address", tex(work.place)
    yield "type", "Thesis" if work.kind == "thesis" else ""
    yield "doi", _NO_BRACES.sub("", work.doi)
    yield "pmid", work.pmid
    yield "url", _NO_BRACES.sub("", work.url)
    yield "annote", f"read from a typed reference: {tex(work.text)}"


def _title(work: TypedWork) -> str:
    """Return its title; of a line with a number alone that number, which is all there is."""
    number = f"doi:{work.doi}" if work.doi else f"PMID {work.pmid}"
    return work.title or ("" if work.authors else number)


def _authors(work: TypedWork) -> Iterator[str]:
    for author in work.authors:
        yield tex(author) if "," in author else f"{{{tex(author)}}}"
    if work.has_more:
        yield "others"


def tex(text: str) -> str:
    """Return a text in which no sign is a command."""
    return _SIGNS.sub(lambda match: _WORDS.get(match[0], f"\\{match[0]}"), text)
