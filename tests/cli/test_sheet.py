"""`galley sheet` on small content folders; nothing is run, and what is signed can be read."""

from __future__ import annotations

import json
from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from galley.cli import run

NAME = "dr. A. B., Sp.N."
FRONT = "date: 2026-11-01\nauthors: [{name: A, credentials: MD, affiliation: B}]\ndisclosures: none"
SITE = """
title = "Site"
languages = ["en", "id"]
[authors.lopez]
name = "Maria Lopez"
credentials = "MD, PhD"
"""


def write(path: Path, text: str = "Side effects were rare.", code: str = "", **front: str) -> None:
    fields = {"title": "A title", **front}
    matter = "\n".join([*(f"{key}: {value}" for key, value in fields.items()), FRONT])
    cells = [new_markdown_cell(f"---\n{matter}\n---", id="front")]
    cells.append(new_markdown_cell(text, id="words"))
    cells += [new_code_cell(code, id="plot")] if code else []
    notebook = new_notebook(cells=cells)
    notebook.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3"}
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(nbformat.writes(notebook), encoding="utf-8")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795651200")  # 26 November 2026
    write(tmp_path / "notebooks" / "x.ipynb")
    (tmp_path / "notebooks" / "site.toml").write_text(SITE)
    return tmp_path / "notebooks"


@pytest.fixture
def said(capsys: pytest.CaptureFixture[str]) -> object:
    def say(*words: str, code: int = 0) -> str:
        assert run(list(words)) == code
        out, err = capsys.readouterr()
        return out + err

    return say


def line(text: str, item: str) -> str:
    """Return what the sheet says of one line, without its breaks."""
    rest = text.split(f"  {item} ", 1)[1]
    lines = rest.splitlines()
    own = [lines[0]]
    for each in lines[1:]:
        if not each.startswith("      "):
            break
        own.append(each)
    return " ".join(part.strip() for part in own)


def test_the_sheet_shows_what_is_seen_with_its_place_and_who_has_to_judge(folder, said) -> None:
    text = said("sheet", "x")
    assert text.startswith("Editor's sheet: A title\nnotebooks/x.ipynb, en ("), (
        "the article is named first"
    )
    assert line(text, "JAMA-1") == (
        "Authorship: who wrote this, with which qualifications, working where? "
        "seen: author: A, MD; B [notebooks/x.ipynb] not signed"
    )
    assert line(text, "DISCERN-2") == (
        "Does it do what it says it will? for a person to judge; not signed"
    )
    assert line(text, "DISCERN-4").endswith("seen: as for JAMA-2 not signed")
    assert line(text, "DISCERN-11") == (
        "Does it name the risks of each treatment? "
        "seen: risks: “Side effects were rare.” [notebooks/x.ipynb#words:1] not signed"
    )
    assert max(map(len, text.splitlines())) <= 88
    assert not (folder / "sheets").exists()
    assert not (folder / ".galley").exists()


@pytest.mark.usefixtures("folder")
def test_there_is_no_score(said) -> None:
    said("sheet", "x", "--sign", "JAMA-1,JAMA-2", "--by", NAME)
    for form in ("text", "markdown", "json"):
        text = said("sheet", "x", "--format", form)
        assert not any(f"{sign}{of}" in text for sign in ("2", "38") for of in (" of 4", "/4", "%"))


def test_open_findings_are_listed_by_rule(folder, said) -> None:
    write(folder / "x.ipynb", "See [@a2001] and [@b2001].")
    text = said("sheet", "x")
    heading = text.index("Open findings\n")
    assert "  error: citation-unknown-key × 2\n" in text[heading:]
    assert text.endswith("  galley check notebooks/x.ipynb says where, and how to mend them.\n")


def test_the_sheet_speaks_the_language_of_the_article_or_the_one_asked_for(folder, said) -> None:
    write(folder / "x.id.ipynb", "Efek samping jarang.")
    text = said("sheet", "x.id")
    assert text.startswith("Lembar editor: A title\nnotebooks/x.id.ipynb, id (")
    assert line(text, "DISCERN-11") == (
        "Apakah menyebut risiko setiap pengobatan? terlihat: risiko: “Efek samping jarang.” "
        "[notebooks/x.id.ipynb#words:1] belum ditandatangani"
    )
    assert said("sheet", "x.id", "--lang", "en").startswith("Editor's sheet: A title\n")
    assert said("sheet", "x").startswith("Editor's sheet: A title\nnotebooks/x.ipynb")


def test_a_signature_is_kept_for_people_and_shown(folder, said) -> None:
    told = said("sheet", "x", "--sign", "discern-8", "--sign", "JAMA-1", "--by", NAME)
    assert told == (
        "dr. A. B., Sp.N. signed DISCERN-8 and JAMA-1 of notebooks/x.ipynb on 2026-11-26.\n"
        "Kept in notebooks/sheets/x.en.yml; put it under version control.\n"
    )
    kept = (folder / "sheets" / "x.en.yml").read_text(encoding="utf-8")
    assert '- item: DISCERN-8\n  by: dr. A. B., Sp.N.\n  date: "2026-11-26"\n' in kept
    text = said("sheet", "x")
    assert line(text, "JAMA-1").endswith("[notebooks/x.ipynb] signed: dr. A. B., Sp.N., 2026-11-26")
    assert line(text, "JAMA-3").endswith("not signed")


def test_a_person_of_the_site_signs_by_id_and_a_note_is_kept(folder, said) -> None:
    said("sheet", "x", "--sign", "NHS-7", "--by", "lopez", "--note", "Asked two\nfamilies.")
    assert line(said("sheet", "x"), "NHS-7") == (
        "Was it made for what its readers need? for a person to judge "
        "signed: Maria Lopez, MD, PhD, 2026-11-26 – Asked two families."
    )
    write(folder / "x.ipynb", "Other words.")
    assert line(said("sheet", "x"), "NHS-7").endswith(
        "(signed by Maria Lopez, MD, PhD); changed: cell words – Asked two families."
    )


def test_a_change_of_the_text_ends_the_signature_and_names_the_cell(folder, said) -> None:
    said("sheet", "x", "--sign", "DISCERN-2", "--by", NAME)
    write(folder / "x.ipynb", "Side effects were\nrare.", reviewers="[lopez]")
    assert line(said("sheet", "x"), "DISCERN-2").endswith("signed: dr. A. B., Sp.N., 2026-11-26")
    write(folder / "x.ipynb", "Side effects were frequent.")
    assert line(said("sheet", "x"), "DISCERN-2") == (
        "Does it do what it says it will? for a person to judge "
        "unsigned: the text has changed since 2026-11-26 (signed by dr. A. B., Sp.N.); "
        "changed: cell words"
    )
    said("sheet", "x", "--sign", "DISCERN-2", "--by", NAME)
    assert line(said("sheet", "x"), "DISCERN-2").endswith("signed: dr. A. B., Sp.N., 2026-11-26")


def test_the_lines_about_dates_end_with_the_dates_the_others_do_not(folder, said) -> None:
    said("sheet", "x", "--sign", "DISCERN-5,DISCERN-6", "--by", NAME)
    write(folder / "x.ipynb", updated="2026-11-20")
    text = said("sheet", "x")
    assert line(text, "DISCERN-5").endswith("(signed by dr. A. B., Sp.N.); changed: dates")
    assert line(text, "DISCERN-6").endswith("signed: dr. A. B., Sp.N., 2026-11-26")


def test_the_line_about_the_translation_ends_with_the_original(folder, said) -> None:
    write(folder / "x.id.ipynb", "Efek samping jarang.")
    said("sheet", "x.id", "--sign", "NHS-5,NHS-7", "--by", NAME)
    write(folder / "x.ipynb", "Side effects were frequent.")
    text = said("sheet", "x.id")
    assert line(text, "NHS-5").endswith("berubah: naskah asli yang diterjemahkan")
    assert line(text, "NHS-7").endswith("ditandatangani: dr. A. B., Sp.N., 2026-11-26")


def test_editions_have_sheets_of_their_own(folder, said) -> None:
    write(folder / "x.ipynb", editions="{patient: {}, clinician: {}}")
    told = said("sheet", "x", "--edition", "clinician", "--sign", "JAMA-1", "--by", NAME)
    assert told == (
        "dr. A. B., Sp.N. signed JAMA-1 of notebooks/x.ipynb, edition clinician on 2026-11-26.\n"
        "Kept in notebooks/sheets/x.en.clinician.yml; put it under version control.\n"
    )
    text = said("sheet", "x")
    assert line(text, "JAMA-1").endswith("not signed")
    assert "edition patient, with a sheet of their own: clinician (" in " ".join(text.split())
    assert said("sheet", "x", "--edition", "clinican", code=2) == (
        "notebooks/x.ipynb has no edition 'clinican'\n"
        "  Fix: did you mean 'clinician'? Its editions are: patient, clinician.\n"
    )


def test_what_was_signed_before_its_code_ran_rests_on_the_code(folder, said) -> None:
    write(folder / "x.ipynb", code="draw(1)")
    assert said("sheet", "x", "--sign", "PIF-7", "--by", NAME).endswith(
        "Its code has not been run here since it last changed, so its figures were not seen: "
        "the signature ends when that code changes.\n"
    )
    assert "seen: figures: not seen, because the code has not been run" in said("sheet", "x")
    write(folder / "x.ipynb", code="draw(2)")
    assert line(said("sheet", "x"), "PIF-7").endswith("changed: cell plot")


@pytest.mark.usefixtures("folder")
def test_the_markdown_sheet_can_be_signed_on_paper(said) -> None:
    said("sheet", "x", "--sign", "JAMA-1", "--by", NAME)
    text = said("sheet", "x", "--format", "markdown")
    assert text.startswith("# Editor's sheet: A title\n\nnotebooks/x.ipynb, en (")
    assert (
        "- **DISCERN-2** Does it do what it says it will?\n"
        "  - for a person to judge\n"
        "  - signed (name, date): ______________________\n"
    ) in text
    assert "  - signed: dr. A. B., Sp.N., 2026-11-26\n" in text


def test_the_json_sheet_has_every_line_with_its_state(folder, said) -> None:
    said("sheet", "x", "--sign", "DISCERN-11", "--by", NAME)
    sheet = json.loads(said("sheet", "x", "--format", "json"))
    assert [sheet[key] for key in ("schema", "file", "lang", "figures_seen")] == [
        1,
        "notebooks/x.ipynb",
        "en",
        True,
    ]
    lines = {each["id"]: each for part in sheet["standards"] for each in part["lines"]}
    assert len(lines) == 40
    assert lines["DISCERN-11"] == {
        "id": "DISCERN-11",
        "question": "Does it name the risks of each treatment?",
        "seen": [
            {
                "words": "risks: “Side effects were rare.”",
                "file": "notebooks/x.ipynb",
                "cell": "words",
                "line": 1,
            }
        ],
        "state": "signed",
        "signatures": [{"by": NAME, "date": "2026-11-26", "note": "", "changed": []}],
    }
    write(folder / "x.ipynb", "Side effects were frequent.")
    changed = json.loads(said("sheet", "x", "--format", "json"))
    lines = {each["id"]: each for part in changed["standards"] for each in part["lines"]}
    assert lines["DISCERN-11"]["state"] == "changed"
    assert lines["DISCERN-11"]["signatures"][0]["changed"] == ["words"]
    assert changed["text"] != sheet["text"]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (
            ["--sign", "JAMA-1"],
            "nobody is named who signs\n"
            '  Fix: say who has read it, for example --by "dr. A. B., Sp.N."\n',
        ),
        (
            ["--sign", "JAMA-1", "--by", " . "],
            "nobody is named who signs\n"
            '  Fix: say who has read it, for example --by "dr. A. B., Sp.N."\n',
        ),
        (
            ["--sign", "JAMA-1", "--by", "lopes"],
            "site.toml has no person 'lopes'\n"
            "  Fix: did you mean 'lopez'? Or write the whole name, "
            'for example --by "dr. A. B., Sp.N."\n',
        ),
        (
            ["--by", NAME],
            "no line of the sheet is named\n  Fix: name one, for example --sign DISCERN-8\n",
        ),
        (
            ["--sign", "all-open", "--by", NAME],
            "the sheet has no line 'all-open'\n"
            "  Fix: The lines are JAMA-1 to JAMA-4, DISCERN-1 to DISCERN-16, PIF-1 to PIF-10, "
            "NHS-1 to NHS-10; each is signed by its name.\n",
        ),
        (
            ["--edition", "patient"],
            "notebooks/x.ipynb has no edition 'patient'\n  Fix: It has no editions.\n",
        ),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(folder, said, words, message) -> None:
    assert said("sheet", "x", *words, code=2) == message
    assert not (folder / "sheets").exists()


def test_an_unknown_article_is_guessed_and_a_broken_one_says_why(folder, said) -> None:
    assert said("sheet", "xx", code=2) == ("there is no article 'xx'\n  Fix: did you mean 'x'?\n")
    (folder / "broken.ipynb").write_text("{")
    told = said("sheet", "broken", code=2)
    assert told.startswith("notebooks/broken.ipynb cannot be read: ")
    assert told.endswith("\n  Fix: galley check says more\n")


def test_a_damaged_sheet_is_neither_read_nor_overwritten(folder, said) -> None:
    (folder / "sheets").mkdir()
    (folder / "sheets" / "x.en.yml").write_text("schema: 1")
    message = (
        "notebooks/sheets/x.en.yml: the editor's sheet cannot be read: "
        "something in it is missing or has another form\n"
        "  Fix: Take the file back from version control, or delete it: then nothing is signed.\n"
    )
    assert said("sheet", "x", code=1) == message
    assert said("sheet", "x", "--sign", "JAMA-1", "--by", NAME, code=1) == message
    assert (folder / "sheets" / "x.en.yml").read_text() == "schema: 1"


def test_a_folder_that_cannot_be_written_is_told(folder, said) -> None:
    (folder / "sheets").write_text("a file in its place")
    assert said("sheet", "x", "--sign", "JAMA-1", "--by", NAME, code=1) == (
        "notebooks/sheets/x.en.yml cannot be written: File exists\n"
        "  Fix: Make the content folder writable, and sign again; nothing is signed yet.\n"
    )
