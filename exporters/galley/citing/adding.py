"""Writing works into a bibliography: every byte that is there already stays."""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Callable, Sequence
from pathlib import Path

from galley.article.bibliography_adding import with_csl_work, with_entry
from galley.article.bibliography_entry import BibliographyEntry
from galley.article.bibliography_notice import NoticeKind
from galley.article.bibliography_ris import looks_like_ris
from galley.article.model import Citation, CitationCluster
from galley.citing.pasted import PastedWork
from galley.citing.titles import with_own_case
from galley.disk import write_whole
from galley.findings import Place, UsageError
from galley.html.pandoc_types import PandocRequest, PandocResult
from galley.html.reference_files import reference_files

Convert = Callable[[PandocRequest], PandocResult]

_NEW_FILE = 0o644
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
# As bibliography_notice reads them in an entry's keywords.
_KEYWORDS = {
    NoticeKind.RETRACTION: "Retracted publication",
    NoticeKind.CONCERN: "Expression of concern",
    NoticeKind.CORRECTION: "Corrected",
}


def add_works(path: Path, works: Sequence[PastedWork], convert: Convert) -> None:
    """Add works to a bibliography, in the form that its name says; begin it where there is none.

    Raises
    ------
    UsageError
        If its text cannot take them.
    EnvironmentFault
        If it cannot be written.
    """
    # What a link leads to is rewritten, not the link.
    path = path.resolve()
    is_new = not path.exists()
    mode = _NEW_FILE if is_new else path.stat().st_mode
    data = b"" if is_new else path.read_bytes()
    form = _form(data, path)
    for work in works:
        data = _with_work(data, form, work, path.name, convert)
    write_whole(path, data)
    path.chmod(mode)


def exported(work: PastedWork, convert: Convert) -> PandocResult:
    """Return a work as pandoc sets and writes it."""
    cluster = CitationCluster((Citation(work.entry.key),), Place(""))
    return convert(PandocRequest((cluster,), bibliography=work.bibliography))


def _form(data: bytes, path: Path) -> str:
    """Return how a bibliography is written; what it says counts more than its name."""
    text = data.removeprefix(codecs.BOM_UTF8).decode("latin-1")
    if text.lstrip().startswith(("[", "{")):
        return "json"
    return "ris" if looks_like_ris(text) else path.suffix.lower().removeprefix(".")


def _with_work(data: bytes, form: str, work: PastedWork, name: str, convert: Convert) -> bytes:
    if data.startswith(_UTF_16):
        raise _not_utf_8(name)
    if form == "json":
        return _with_csl(data, work, name, convert)
    # Each byte stands for itself here, whatever the file is written in.
    before = data.removeprefix(codecs.BOM_UTF8).decode("latin-1")
    added = with_entry(before, _entry_text(work, form, convert))[len(before) :]
    return data + _encoded(added, data, name)


def _with_csl(data: bytes, work: PastedWork, name: str, convert: Convert) -> bytes:
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        raise _not_utf_8(name) from None
    longer = with_csl_work(text, _csl_item(work, convert))
    if longer is None:
        raise UsageError(
            f"the bibliography {name} is not a list to which a work could be added",
            "export it again from your reference manager as CSL-JSON",
        )
    return longer.encode("utf-8")


def _encoded(added: str, data: bytes, name: str) -> bytes:
    """Return a text as the file is written: UTF-8, or else as old programs of Windows do."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        try:
            return added.encode("cp1252")
        except UnicodeEncodeError:
            raise _not_utf_8(name) from None
    return added.encode("utf-8")


def _not_utf_8(name: str) -> UsageError:
    return UsageError(
        f"the bibliography {name} is not UTF-8 text, so the work cannot be added to it",
        "export it again from your reference manager as UTF-8",
    )


def _entry_text(work: PastedWork, form: str, convert: Convert) -> str:
    """Return a work as an entry of a ``.bib`` or ``.ris`` file; as it came, where it may."""
    if work.form == form:
        return work.text
    works = exported(work, convert).works
    files = reference_files(works)
    if form not in files:
        raise UsageError(
            f"the work '{work.entry.key}' cannot be written into the bibliography",
            "paste it in another form, for example as BibTeX",
        )
    text = files[form].decode().strip()
    if form == "bib":
        text = with_own_case(text, json.loads(works.csl_json)[0])
    keyword = _notice_keyword(work.entry)
    if form == "ris":
        lines = (
            f"KW  - {keyword}" if keyword else "",
            f"N1  - {_note(work)}" if _note(work) else "",
        )
        more = "".join(f"\n{line}" for line in lines if line)
        return text.replace("\nER  -", f"{more}\nER  -")
    if not keyword:
        return text
    return f"{text[:-1].rstrip()},\n  keywords = {{{keyword}}}\n}}"


def _csl_item(work: PastedWork, convert: Convert) -> dict[str, object]:
    if work.csl is not None:
        return work.csl
    item: dict[str, object] = json.loads(exported(work, convert).works.csl_json)[0]
    keyword = _notice_keyword(work.entry)
    more = {"keyword": keyword, "annote": _note(work)}
    return {"id": work.entry.key, **item, **{name: text for name, text in more.items() if text}}


def _note(work: PastedWork) -> str:
    """Return what is noted about a work, which pandoc keeps from readers."""
    return re.sub(r"\\([&%$#_])", r"\1", work.entry.note)


def _notice_keyword(entry: BibliographyEntry) -> str:
    """Return what goes on telling readers about a notice that the title does not tell."""
    notice = entry.notice
    return _KEYWORDS[notice.kind] if notice and notice.source != "title" else ""
