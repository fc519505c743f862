"""Works added to a bibliography: every byte that was there stays, and what is added can be read."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from galley.article.bibliography import NoticeKind, parse_bibliography
from galley.citing.adding import add_works
from galley.citing.pasted import PastedWork, read_pasted
from galley.findings import UsageError
from galley.html.pandoc import Pandoc

pytestmark = pytest.mark.kernel

BIBTEX = """@article{lopez2019,
  author = {López, María and O'Neill, Ann},
  title = {Words about {BDNF} \\& hands},
  journal = {Stroke},
  year = {2019},
  doi = {10.1/x}
}"""
RIS = """TY  - JOUR
ID  - lopez2019
AU  - López, María
AU  - O'Neill, Ann
TI  - Words about BDNF & hands
JO  - Stroke
PY  - 2019
DO  - 10.1/x
KW  - Retracted
ER  -
"""
CSL = json.dumps(
    {
        "id": "lopez2019",
        "type": "article-journal",
        "title": "Words about BDNF & hands",
        "author": [
            {"family": "López", "given": "María"},
            {"family": "O'Neill", "given": "Ann"},
        ],
        "container-title": "Stroke",
        "issued": {"date-parts": [[2019]]},
        "DOI": "10.1/x",
        "keyword": "Expression of concern",
    }
)
OLD = {
    "bib": "@book{old, title={Old}}\n",
    "ris": "TY  - BOOK\nID  - old\nTI  - Old\nER  - \n",
    "json": '[\n  {\n    "id": "old",\n    "type": "book",\n    "title": "Old"\n  }\n]\n',
}


@pytest.fixture(scope="module")
def pandoc() -> Iterator[Pandoc]:
    with Pandoc() as pandoc:
        yield pandoc


def work(text: str) -> PastedWork:
    (found,) = read_pasted(text).works
    return found


@pytest.mark.parametrize("suffix", OLD)
@pytest.mark.parametrize(
    ("pasted", "notice"),
    [(BIBTEX, None), (RIS, NoticeKind.RETRACTION), (CSL, NoticeKind.CONCERN)],
)
def test_a_work_of_any_form_is_added_to_a_bibliography_of_any(
    suffix: str, pasted: str, notice: NoticeKind | None, tmp_path: Path, pandoc: Pandoc
) -> None:
    path = tmp_path / f"references.{suffix}"
    path.write_bytes(OLD[suffix].encode())
    add_works(path, [work(pasted)], pandoc.convert)
    written = path.read_bytes()
    assert written.startswith(OLD[suffix].rstrip("]}\n ").encode())
    bibliography, findings = parse_bibliography(written.decode(), path.name)
    assert (bibliography.keys, findings) == (("old", "lopez2019"), ())
    entry = bibliography.entries["lopez2019"]
    assert (entry.title, entry.year, entry.doi) == ("Words about BDNF & hands", "2019", "10.1/x")
    assert [author.replace("’", "'") for author in entry.authors] == [
        "López, María",
        "O'Neill, Ann",
    ]
    assert (entry.notice.kind if entry.notice else None) == notice


@pytest.mark.parametrize(
    ("before", "between"),
    [
        (b"@book{old, title={Old}}\n", b"\n"),
        (b"@book{old, title={Old}}", b"\n\n"),
        (b"@book{old, title={Old}}\n\n", b""),
        (b"@book{old,\r\n title={Old}}\r\n", b"\r\n"),
        (b"@book{old,\r\n title={Old}}", b"\r\n\r\n"),
        (b"\xef\xbb\xbf@book{old, title={Old}}\n", b"\n"),
        (b"", b""),
        (b"\xef\xbb\xbf", b""),
    ],
)
def test_bibtex_is_added_as_it_came_with_the_line_ends_of_the_file(
    before: bytes, between: bytes, tmp_path: Path, pandoc: Pandoc
) -> None:
    path = tmp_path / "references.bib"
    path.write_bytes(before)
    add_works(path, [work(BIBTEX)], pandoc.convert)
    ending = b"\r\n" if b"\r\n" in before else b"\n"
    added = BIBTEX.encode().replace(b"\n", ending) + ending
    assert path.read_bytes() == before + between + added


def test_titles_keep_their_own_capitals(tmp_path: Path, pandoc: Pandoc) -> None:
    path = tmp_path / "references.bib"
    title = "Pemulihan tangan dengan <i>BDNF</i> & mRNA: what McGill & the WHO say"
    item = {"id": "a", "type": "article-journal", "title": title, "container-title": "Brain"}
    add_works(path, [work(json.dumps(item))], pandoc.convert)
    assert path.read_text("utf-8") == (
        "@article{a,\n"
        "  title = {Pemulihan tangan dengan \\emph{{BDNF}} \\& {mRNA:} what {McGill} \\& the {WHO} "
        "say},\n"
        "  journal = {Brain}\n"
        "}\n"
    )


def test_a_file_of_an_old_program_keeps_its_letters(tmp_path: Path, pandoc: Pandoc) -> None:
    path = tmp_path / "references.bib"
    path.write_bytes("@book{old, title={Fünf}}\n".encode("cp1252"))
    add_works(path, [work(BIBTEX)], pandoc.convert)
    assert path.read_bytes().decode("cp1252") == f"@book{{old, title={{Fünf}}}}\n\n{BIBTEX}\n"


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        (
            "references.bib",
            "@book{a, title={ä}}".encode("utf-16"),
            "the bibliography references.bib is not UTF-8 text, so the work cannot be added to it",
        ),
        (
            "references.json",
            b'{"a": 1}',
            "the bibliography references.json is not a list to which a work could be added",
        ),
        (
            "references.json",
            b'[{"title": "\xe4"}]',
            "the bibliography references.json is not UTF-8 text, so the work cannot be added to it",
        ),
    ],
)
def test_a_file_that_cannot_take_a_work_is_left_alone(
    name: str, data: bytes, message: str, tmp_path: Path, pandoc: Pandoc
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(UsageError) as refused:
        add_works(path, [work(BIBTEX)], pandoc.convert)
    assert refused.value.message == message
    assert path.read_bytes() == data


def test_a_letter_that_an_old_file_cannot_hold_is_refused(tmp_path: Path, pandoc: Pandoc) -> None:
    path = tmp_path / "references.bib"
    path.write_bytes("@book{old, title={Fünf}}\n".encode("cp1252"))
    with pytest.raises(UsageError):
        add_works(path, [work("@book{new, title={β-blockers}}")], pandoc.convert)


def test_the_file_keeps_its_rights_and_a_link_stays_a_link(tmp_path: Path, pandoc: Pandoc) -> None:
    real, link = tmp_path / "library.bib", tmp_path / "references.bib"
    real.write_bytes(b"")
    real.chmod(0o664)
    link.symlink_to(real)
    add_works(link, [work(BIBTEX)], pandoc.convert)
    assert link.is_symlink()
    assert real.stat().st_mode & 0o777 == 0o664
    assert real.read_text("utf-8") == f"{BIBTEX}\n"


def test_a_bibliography_is_begun_where_there_is_none(tmp_path: Path, pandoc: Pandoc) -> None:
    path = tmp_path / "references.bib"
    add_works(path, [work(RIS), work(BIBTEX).with_key("other2019")], pandoc.convert)
    bibliography, _ = parse_bibliography(path.read_text("utf-8"), path.name)
    assert bibliography.keys == ("lopez2019", "other2019")
    assert path.stat().st_mode & 0o777 == 0o644
