"""What a Word file says: comments with answers, tracked changes, and silent ones."""

from __future__ import annotations

from datetime import date

from tests.review.returned.docx_files import (
    added,
    bookmark,
    bookmark_end,
    comment,
    docx,
    marked,
    paragraph,
    removed,
    text,
    thread,
)

from galley.review.returned.anchors import anchor_of
from galley.review.returned.comments import Reply
from galley.review.returned.notes import Note, note_of, note_record, read_notes
from galley.review.returned.parts import read_parts

SPLIT = '<w:ins w:id="9" w:author="dr. B" w:date="2026-11-21T09:00:00Z"/>'


def notes(data: bytes, sent: bytes | None = None) -> tuple[Note, ...]:
    return read_notes(read_parts(data, "x.docx"), read_parts(sent, "s.docx") if sent else None)


def changes(*body: str) -> list[tuple[str, str, str]]:
    return [(note.kind, note.old, note.new) for note in notes(docx(*body))]


def silent(sent: list[str], now: list[str]) -> list[tuple[str, str]]:
    before, after = ([paragraph(text(each)) for each in texts] for texts in (sent, now))
    found = notes(docx(*after), docx(*before))
    assert {note.kind for note in found} <= {"untracked"}
    return [(note.old, note.new) for note in found]


def test_a_comment_says_who_when_what_and_of_which_words() -> None:
    body = paragraph(text("The window "), marked(0, text("opens early")), text("."))
    (note,) = notes(docx(body, comments=comment(0, "How early?")))
    assert (note.kind, note.by, note.date) == ("comment", "dr. B", date(2026, 11, 20))
    assert (note.words, note.text) == ("opens early", "How early?")
    assert note.context == "The window opens early."


def test_answers_stand_with_the_comment_that_they_answer() -> None:
    found = notes(
        docx(
            paragraph(marked(0, marked(1, text("six weeks")))),
            comments=comment(0, "Source?") + comment(1, "Zeiler 2013.", by="dr. C"),
            threads=thread(0, is_done=True) + thread(1, of=0),
        )
    )
    (note,) = found
    assert note.replies == (Reply("dr. C", "2026-11-20T10:00:00Z", "Zeiler 2013."),)
    assert note.is_settled


def test_a_comment_over_two_paragraphs_is_one() -> None:
    first = paragraph('<w:commentRangeStart w:id="0"/>', text("One."))
    second = paragraph(text("Two."), '<w:commentRangeEnd w:id="0"/>')
    (note,) = notes(docx(first, second, comments=comment(0, "Join them.")))
    assert (note.words, note.context) == ("One. Two.", "One.")


def test_a_comment_that_is_nowhere_in_the_text_is_not_lost() -> None:
    (note,) = notes(docx(paragraph(text("x")), comments=comment(0, "In all: good.")))
    assert (note.words, note.text) == ("", "In all: good.")


def test_a_day_that_is_none_is_left_out() -> None:
    (note,) = notes(docx(paragraph(), comments=comment(0, "x", day="yesterday")))
    assert note.date is None


def test_words_in_place_of_others_are_one_change() -> None:
    body = paragraph(text("within "), removed("two"), added("six"), text(" weeks"))
    assert changes(body) == [("change", "two", "six")]


def test_words_put_in_and_words_taken_out_elsewhere_are_two_changes() -> None:
    body = paragraph(added("Often "), text("the hand recovers"), removed(" fully"))
    assert changes(body) == [("change", "", "Often"), ("change", "fully", "")]


def test_changes_of_two_people_side_by_side_are_two() -> None:
    body = paragraph(removed("two", by="dr. A"), added("six", by="dr. B"))
    assert changes(body) == [("change", "two", ""), ("change", "", "six")]


def test_taken_out_and_put_in_again_is_no_change() -> None:
    assert changes(paragraph(removed("the  hand"), added("the hand"))) == []


def test_moved_words_are_taken_out_and_put_in() -> None:
    here = paragraph(
        removed("gone").replace("w:del ", "w:moveFrom ").replace("w:del>", "w:moveFrom>")
    )
    there = paragraph(added("gone").replace("w:ins", "w:moveTo"))
    assert changes(here, there) == [("change", "gone", ""), ("change", "", "gone")]


def test_a_change_in_a_table_and_in_a_footnote_is_found() -> None:
    cell = f"<w:tbl><w:tr><w:tc>{paragraph(text('4'), added('2'))}</w:tc></w:tr></w:tbl>"
    note = f"<w:footnote>{paragraph(removed('cf.'))}</w:footnote>"
    found = notes(docx(cell, footnotes=note))
    assert [(each.old, each.new) for each in found] == [("", "2"), ("cf.", "")]


def test_the_bookmark_of_the_cell_is_known_wherever_word_moved_it() -> None:
    one, two = anchor_of("intro"), anchor_of("text")
    body = [
        bookmark(one, 1),
        paragraph(added("A")),
        paragraph(bookmark_end(1), bookmark(two, 2), added("B")),
        bookmark_end(2),
        paragraph(added("C")),
    ]
    assert [note.anchor for note in notes(docx(*body))] == [one, two, ""]


def test_bookmarks_of_others_are_no_cells() -> None:
    (note,) = notes(docx(bookmark("_GoBack"), paragraph(added("A"))))
    assert note.anchor == ""


def test_a_sentence_changed_in_silence_is_found_with_the_words_around_it() -> None:
    sent = "Training helps most in the first four weeks after a stroke."
    now = "Training helps most in the first six weeks after a stroke."
    assert silent(["Title", sent, "End"], ["Title", now, "End"]) == [
        ("the first four weeks after", "the first six weeks after")
    ]


def test_a_paragraph_put_in_or_taken_out_in_silence_is_found() -> None:
    assert silent(["A.", "B."], ["A.", "New.", "B."]) == [("", "New.")]
    assert silent(["A.", "B."], ["A."]) == [("B.", "")]


def test_what_was_tracked_is_not_told_again_as_silent() -> None:
    sent = docx(paragraph(text("within two weeks. Then more.")))
    now = docx(
        paragraph(text("within "), removed("two"), added("six"), text(" weeks. "), mark=SPLIT),
        paragraph(text("Then more.")),
    )
    assert [(note.kind, note.old, note.new) for note in notes(now, sent)] == [
        ("change", "two", "six")
    ]


def test_notes_are_the_same_after_they_were_kept() -> None:
    body = paragraph(marked(0, text("x y")), removed("a"), added("b"))
    data = docx(body, comments=comment(0, "z") + comment(1, "r"), threads=thread(1, of=0))
    found = notes(data)
    assert tuple(note_of(note_record(note)) for note in found) == found
    assert len({note.key for note in found}) == 2


def test_very_deep_xml_is_read() -> None:
    deep = "<w:sdt>" * 5000 + paragraph(added("A")) + "</w:sdt>" * 5000
    assert changes(deep) == [("change", "", "A")]
