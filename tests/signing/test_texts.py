"""Whom a page may name as reviewer: who signed this text, and whom the author alone names."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from galley.article.bibliography_entry import BibliographyEntry
from galley.article.front_matter import Person
from galley.html.context import PersonContext
from galley.html.reviewing import Reviewed, Reviewer, reviewed
from galley.html.words import words_for
from galley.signing.fingerprint import REFERENCES, Fingerprint, changed_parts, work_digests
from galley.signing.signatures import Signed, parse_signed, render_signed
from galley.signing.texts import (
    TEXT,
    UNSIGNED,
    TextSignature,
    read_signed_text,
    sheet_path,
)

DAY, LATER = date(2026, 11, 22), date(2026, 11, 24)
NOW = Fingerprint("front", "dates", {"text": "aa"}, works={"bi2001": "11"})
OLD = Fingerprint("front", "dates", {"text": "bb"}, works={"bi2001": "11"})
WORK = BibliographyEntry("bi2001", "article", title="Synaptic modification", year="2001", line=4)
CLAIMED = date(2026, 11, 1)


def reviewer(name: str, seen: Fingerprint | None = None, day: date = DAY) -> Reviewer:
    signature = TextSignature(name, "", day, seen) if seen else None
    return Reviewer(PersonContext(name), signature)


def named(*reviewers: Reviewer, lang: str = "en") -> tuple[list[tuple[str, str]], date | None]:
    found = reviewed(reviewers, CLAIMED, NOW, words_for(lang))
    return [(person.name, person.seen) for person in found.reviewers], found.day


def test_without_signatures_the_author_s_word_stands_as_it_is() -> None:
    assert named(reviewer("A")) == ([("A", "")], CLAIMED)
    assert reviewed((), None, NOW, words_for("en")) == Reviewed()


def test_who_signed_this_text_is_named_with_the_day() -> None:
    told = "Read this text on 22 November 2026. It has not changed since."
    assert named(reviewer("A", NOW)) == ([("A", told)], DAY)


def test_the_day_is_told_in_indonesian() -> None:
    told = "Membaca naskah ini pada 22 November 2026. Sejak itu isinya tidak berubah."
    assert named(reviewer("A", NOW), lang="id")[0] == [("A", told)]


def test_who_signed_another_text_is_not_named_and_no_day_is_claimed() -> None:
    assert named(reviewer("A", OLD)) == ([], None)


def test_of_two_the_one_whose_signature_stands_is_named() -> None:
    found, day = named(reviewer("A", OLD, LATER), reviewer("B", NOW))
    assert [name for name, _ in found] == ["B"]
    assert day == DAY


def test_beside_an_ended_signature_the_author_s_word_for_another_stands() -> None:
    assert named(reviewer("A", OLD), reviewer("B")) == ([("B", "")], CLAIMED)


def test_a_signature_whose_text_was_lost_does_not_stand() -> None:
    assert TextSignature("A", "", DAY, None).changed(NOW) == ("?",)


def test_a_person_is_known_by_id_and_by_name() -> None:
    person = Person(id="lopez", name="Maria Lopez", credentials="MD")
    for by, who in (("Other", "lopez"), ("Maria Lopez", ""), ("Maria Lopez, MD", "")):
        assert TextSignature(by, who, DAY, NOW).is_of(person)
    assert not TextSignature("Lopez", "", DAY, NOW).is_of(person)


@pytest.mark.parametrize(
    ("field", "value", "is_seen"),
    [
        ("title", "Another title", True),
        ("year", "2002", True),
        ("doi", "10.1000/x", True),
        ("line", 9, False),
        ("keywords", ("tag",), False),
        ("note", "mine", False),
    ],
)
def test_a_cited_work_that_reads_differently_ends_a_signature(
    field: str, value: object, *, is_seen: bool
) -> None:
    def seen(work: BibliographyEntry) -> Fingerprint:
        return replace(NOW, works=work_digests(["bi2001"], {"bi2001": work}.get))

    changed = changed_parts(seen(WORK), seen(replace(WORK, **{field: value})))
    assert changed == ((REFERENCES,) if is_seen else ())


def test_signatures_from_before_works_were_noted_stand() -> None:
    assert changed_parts(replace(NOW, works=None), NOW) == ()


def test_a_sheet_tells_who_signed_the_text(tmp_path: Path) -> None:
    path = sheet_path(tmp_path, "folder/x", "en", "patient")
    assert path == tmp_path / "sheets" / "folder" / "x.en.patient.yml"
    signed = Signed().sign([TEXT], "Maria Lopez, MD", DAY, NOW, person="lopez")
    signed = signed.sign(["JAMA-1"], "dr. B", DAY, NOW)
    assert parse_signed(render_signed(signed, {}), "x") == signed
    path.parent.mkdir(parents=True)
    path.write_text(render_signed(signed, {}), encoding="utf-8")
    found = read_signed_text(path, {"bi2001": WORK}.get)
    assert found.signatures == (TextSignature("Maria Lopez, MD", "lopez", DAY, NOW),)
    assert found.works == work_digests(["bi2001"], {"bi2001": WORK}.get)


def test_a_missing_sheet_and_a_broken_one_tell_of_nobody(tmp_path: Path) -> None:
    path = tmp_path / "x.yml"
    assert read_signed_text(path, lambda _: None) == UNSIGNED
    path.write_text("signed: [{item: TEXT\n", encoding="utf-8")
    assert read_signed_text(path, lambda _: None) == UNSIGNED


def test_a_signature_is_taken_back() -> None:
    signed = Signed().sign([TEXT, "JAMA-1"], "Maria Lopez, MD", DAY, NOW, person="lopez")
    left = signed.without([TEXT], "Maria Lopez", "lopez")
    assert [signature.item for signature in left.signatures] == ["JAMA-1"]
    assert signed.without([TEXT], "dr. B") == signed
