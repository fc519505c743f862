"""The file that keeps signatures: read as it was written, and refused in plain words."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from galley.findings import ContentError
from galley.signing.fingerprint import Fingerprint
from galley.signing.signatures import Signed, parse_signed, render_signed

DAY = date(2026, 11, 26)
SEEN = Fingerprint("1e10", "0o17", {"answer": "12e4", "fig": ""}, {"fig": "000123456789"}, "0x1")
NAME = "dr. A. B., Sp.N."
TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).map(
    lambda text: " ".join(text.split()) or "x"
)


def test_the_file_says_what_it_is_and_can_be_read_by_people() -> None:
    signed = Signed().sign(["DISCERN-8"], NAME, DAY, SEEN, note="Two sentences were added.")
    assert render_signed(signed, {"article": "x", "title": "X: a title", "lang": "en"}) == (
        "# What named people have signed of this article. `galley sheet` writes this file; keep it "
        "with the\n"
        "# article. `texts` says what each of them had before them, so that a later change shows.\n"
        "schema: 1\n"
        "article: x\n"
        "title: 'X: a title'\n"
        "lang: en\n"
        "signed:\n"
        "- item: DISCERN-8\n"
        "  by: dr. A. B., Sp.N.\n"
        '  date: "2026-11-26"\n'
        "  note: Two sentences were added.\n"
        "  text: a1f2e7cdcfa8\n"
        "texts:\n"
        "  a1f2e7cdcfa8:\n"
        '    front matter: "1e10"\n'
        '    dates: "0o17"\n'
        '    original: "0x1"\n'
        "    cells:\n"
        '      answer: "12e4"\n'
        '      fig: ""\n'
        "    code:\n"
        '      fig: "000123456789"\n'
    )


def test_digests_that_look_like_numbers_are_read_as_they_were_written() -> None:
    signed = Signed().sign(["JAMA-1", "JAMA-2"], NAME, DAY, SEEN)
    assert parse_signed(render_signed(signed, {}), "x.yml") == signed


@given(TEXT, TEXT, st.dictionaries(TEXT, TEXT, max_size=3))
def test_any_name_note_and_cell_comes_back(by: str, note: str, cells: dict[str, str]) -> None:
    signed = Signed().sign(["NHS-1"], by, DAY, Fingerprint("a", "b", cells), note=note)
    assert parse_signed(render_signed(signed, {"title": note}), "x.yml") == signed


def test_signing_again_replaces_ones_own_signature_and_nobody_elses() -> None:
    later, other = date(2026, 12, 1), Fingerprint("other", "")
    signed = Signed().sign(["JAMA-1"], NAME, DAY, SEEN).sign(["JAMA-1"], "dr. C.", DAY, SEEN)
    again = signed.sign(["JAMA-1"], NAME, later, other)
    assert [(each.by, each.day) for each in again.of("JAMA-1")] == [(NAME, later), ("dr. C.", DAY)]
    assert again.last_day == later


def test_texts_that_nobody_signs_any_more_are_not_kept() -> None:
    other = Fingerprint("other", "")
    signed = Signed().sign(["JAMA-1"], NAME, DAY, SEEN).sign(["JAMA-1"], NAME, DAY, other)
    assert list(parse_signed(render_signed(signed, {}), "x.yml").texts.values()) == [other]


@pytest.mark.parametrize(
    ("text", "place", "problem"),
    [
        ("a: [", "x.yml:1", "a bracket is opened here and not closed"),
        ("", "x.yml", "something in it is missing or has another form"),
        ("schema: 1", "x.yml", "something in it is missing or has another form"),
        ("schema: 2\nsigned: []\ntexts: {}", "x.yml", "it was written by a newer Galley"),
        (
            "schema: 1\ntexts: {}\nsigned: [{item: JAMA-1, by: x, date: today, text: a}]",
            "x.yml",
            "something in it is missing or has another form",
        ),
    ],
)
def test_a_damaged_file_is_refused(text: str, place: str, problem: str) -> None:
    with pytest.raises(ContentError) as raised:
        parse_signed(text, "x.yml")
    assert str(raised.value) == (
        f"{place}: the editor's sheet cannot be read: {problem}\n"
        "  Fix: Take the file back from version control, or delete it: then nothing is signed."
    )
