"""A translation and its original: what one says and the other does not."""

from __future__ import annotations

from pathlib import Path

import nbformat.v4 as nb
import pytest
from nbformat import write

from galley.checks.content import read_manuscripts
from galley.checks.site import check_site
from galley.checks.site.translation_differs import compare
from galley.workspace import read_workspace

X = "notebooks/x.ipynb"
BESIDE = f"  Fix: compare with {X}#text:1, and let both say the same."


@pytest.fixture
def differences(manuscript):
    def find(english, indonesian, there=None, here=None):
        pair = manuscript(english, **(there or {})), manuscript(indonesian, "id", **(here or {}))
        return [f"{each.place}: {each.message}\n  Fix: {each.fix}" for each in compare(*pair)]

    return find


def test_a_number_that_was_mistyped(differences):
    assert differences("Odds 1.76.", "Odds 1,67.") == [
        f"{X}#text:1: {X} has the number 1.76, this translation has the number 1,67\n{BESIDE}"
    ]


def test_numbers_that_were_left_out(differences):
    assert differences("48 of 1,054, and 32 of 1,050.", "48 dari 1.054.") == [
        f"{X}#text:1: {X} has the numbers 32, 1,050, this translation of it has not\n{BESIDE}"
    ]


def test_a_percent_sign_that_was_lost_or_added(differences):
    assert differences("It was 50%.", "Itu 50.") == [
        f"{X}#text:1: {X} has the number 50%, this translation of it has not\n{BESIDE}"
    ]
    assert differences("It was 50.", "Itu 50 persen.") == [
        f"{X}#text:1: this translation has the number 50 persen, {X} has not\n{BESIDE}"
    ]


@pytest.mark.parametrize(
    ("english", "indonesian"),
    [
        ("48 of 1,054 (4.6%).", "48 dari 1.054 (4,6 persen)."),
        ("Three weeks, 12 months.", "3 minggu, dua belas bulan."),
        ("One of two ways.", "Salah satu cara."),
        ("This may do harm [@bi2001].", "Ini dapat merugikan [@bi2001]."),
    ],
)
def test_a_pair_that_says_the_same(differences, english, indonesian):
    assert differences(english, indonesian) == []


def test_a_written_number_that_was_lost(differences):
    assert differences("Seven weeks.", "Beberapa minggu.") == [
        f"{X}#text:1: {X} has the number Seven, this translation of it has not\n{BESIDE}"
    ]


def test_a_citation_that_was_lost(differences):
    assert differences("So it is [@bi2001].", "Begitulah [@hodgkin1952].") == [
        f"{X}#text:1: {X} has the citation bi2001, this translation has the citation hodgkin1952\n"
        f"{BESIDE}"
    ]


def test_harm_that_one_of_them_leaves_out(differences):
    assert differences("It works. Seizures occur.", "Terapi ini membantu.") == [
        f"{X}#text:1: {X} speaks of harm here, this translation of it does not\n"
        f"  Fix: compare with {X}#text:1, and write it here as well."
    ]
    assert differences("It works.", "Efek samping terjadi.") == [
        f"{X}#text:1: this translation speaks of harm here, {X} does not\n"
        f"  Fix: compare with {X}#text:1, and write it there as well."
    ]


def test_an_original_that_was_changed_since(differences):
    changed = {"updated": "2027-01-02"}
    assert differences("Words.", "Kata.", changed) == [
        f"{X}: {X} was changed on 2027-01-02, this translation of it is of 2026-11-20\n"
        "  Fix: carry the change over, and write the day as updated:"
    ]
    assert differences("Words.", "Kata.", changed, changed) == []


def test_a_review_that_comes_later_or_never(differences):
    due = {"review_by": "2028-11-20"}
    assert differences("Words.", "Kata.", due) == [
        f"{X}: {X} is to be reviewed by 2028-11-20, this translation of it never\n"
        "  Fix: write review_by: 2028-11-20"
    ]
    assert differences("Words.", "Kata.", due, {"review_by": "2029-11-20"}) == [
        f"{X}: {X} is to be reviewed by 2028-11-20, this translation of it only by 2029-11-20\n"
        "  Fix: give both the same day, so that they stay alike."
    ]
    assert differences("Words.", "Kata.", due, {"review_by": "2028-12-20"}) == []


def test_an_original_that_was_withdrawn(differences):
    withdrawn = {"withdrawn": {"date": "2027-01-02", "reason": "Wrong."}}
    assert differences("Words.", "Kata.", withdrawn) == [
        f"{X}: {X} was withdrawn, and this translation of it was not\n"
        "  Fix: copy withdrawn: from there, with its reason in this language."
    ]
    assert differences("Words.", "Kata.", withdrawn, withdrawn) == []


def _write(path: Path, text: str, *labels: str, front: str = "") -> None:
    cells = [
        nb.new_markdown_cell(f"---\ntitle: X\ndate: 2026-11-20\n{front}---", id="front"),
        nb.new_markdown_cell(text, id="text"),
        *(nb.new_code_cell(f"#| label: {label}\nplot()", id=label) for label in labels),
    ]
    write(nb.new_notebook(cells=cells), path)


def _found(folder: Path) -> list[str]:
    workspace = read_workspace(folder, "")
    return [
        f"{each.place}: {each.message}"
        for each in check_site(read_manuscripts(workspace, 2026), workspace)
        if each.rule == "translation-differs"
    ]


def test_pairs_are_found_by_their_names_and_compared_in_each_edition(tmp_path):
    (tmp_path / "site.toml").write_text('languages = ["en", "id"]\n')
    editions = "editions: {patient: {audience: patient}, clinician: {audience: clinician}}\n"
    _write(tmp_path / "x.ipynb", "It took 5 days.", "fig-a", "fig-b", front=editions)
    _write(tmp_path / "x.id.ipynb", "Lamanya 6 hari.", "fig-a", front=editions)
    _write(tmp_path / "other.ipynb", "It took 7 days.")
    assert list(dict.fromkeys(_found(tmp_path))) == [
        "x.id.ipynb#text:1: x.ipynb has the number 5, this translation has the number 6",
        "x.id.ipynb: x.ipynb has the figure fig-b, this translation of it has not",
    ]


def test_an_edition_that_the_original_lacks_is_compared_with_its_first(tmp_path):
    (tmp_path / "site.toml").write_text('languages = ["en", "id"]\n')
    editions = "editions: {patient: {audience: patient}}\n"
    _write(tmp_path / "x.ipynb", "It took 5 days.", front=editions)
    _write(tmp_path / "x.id.ipynb", "Lamanya 6 hari.")
    assert len(_found(tmp_path)) == 1


def test_a_translation_may_ignore_it_with_a_reason(tmp_path):
    (tmp_path / "site.toml").write_text('languages = ["en", "id"]\n')
    ignore = "ignore: {translation-differs: The numbers are those of Indonesia alone.}\n"
    _write(tmp_path / "x.ipynb", "It took 5 days.")
    _write(tmp_path / "x.id.ipynb", "Lamanya 6 hari.", front=ignore)
    assert _found(tmp_path) == []
