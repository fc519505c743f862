"""Where a remark belongs: by its bookmark, else by its words."""

from __future__ import annotations

from galley.findings import Place
from galley.jupyterlab.marked_words import marked_words
from galley.review.returned.anchors import anchor_of, first_anchor, second_anchor_of
from galley.review.returned.comments import Reply
from galley.review.returned.keeping import Kept
from galley.review.returned.notes import Note
from galley.review.returned.placing import Where, place_note
from galley.review.returned.telling import placed_notes
from galley.speech.findings import findings_in

CELLS = {
    "front": "---\ntitle: When\n---",
    "intro": "# When\n\nThe *window* opens early\nand closes late [@a].",
    "end": "Training helps most in the first six weeks.",
}


def comment(words: str, **more: str) -> Note:
    return Note("comment", "dr. B", "2026-11-20T10:00:00Z", words, "Really?", **more)


def told(note: Note) -> tuple[str, str]:
    (placed,) = placed_notes([note], CELLS, "n/x.ipynb", "x")
    return placed.finding.message, placed.finding.fix


def test_a_bookmark_has_a_name_that_word_keeps() -> None:
    name = anchor_of("a-very-long-id-of-a-cell-with-64-characters-in-all-0123456789-abc")
    assert len(name) <= 40
    assert name.isidentifier()
    assert first_anchor(name) == name


def test_two_places_may_show_the_same_cell() -> None:
    name = second_anchor_of("intro", 12)
    assert len(name) <= 40
    assert first_anchor(name) == anchor_of("intro")
    assert first_anchor("_GoBack") == ""


def test_the_bookmark_decides_and_the_words_find_the_line() -> None:
    note = comment("window opens", anchor=anchor_of("intro"))
    assert place_note(note, CELLS) == Where("intro", 3, "window opens")


def test_without_a_bookmark_the_words_decide() -> None:
    note = comment("weeks", context="Training helps most in the first six weeks.")
    assert place_note(note, CELLS) == Where("end", 1, "weeks")


def test_two_words_are_enough_where_one_cell_alone_says_them() -> None:
    assert place_note(comment("six weeks"), CELLS) == Where("end", 1, "six weeks")
    assert place_note(comment("the"), CELLS).cell is None


def test_a_remark_of_which_no_cell_has_the_words_belongs_to_none() -> None:
    assert place_note(comment("Other words altogether here"), CELLS).cell is None
    assert place_note(comment(""), CELLS).cell is None


def test_a_bookmark_of_a_cell_that_is_gone_leaves_the_words() -> None:
    note = comment("the first six weeks", anchor=anchor_of("gone"))
    assert place_note(note, CELLS).cell == "end"


def test_remarks_stand_in_the_order_of_cells_and_those_without_one_come_last() -> None:
    notes = [comment("nowhere at all"), comment("first six weeks"), comment("and closes late")]
    placed = placed_notes([*notes, comment("window opens early")], CELLS, "n/x.ipynb", "x")
    assert [str(each.finding.place) for each in placed] == [
        "n/x.ipynb#intro:3",
        "n/x.ipynb#intro:4",
        "n/x.ipynb#end:1",
        "n/x.ipynb",
    ]


def test_a_comment_as_a_finding() -> None:
    note = Note(
        "comment",
        "dr. B",
        "2026-11-20T10:00:00Z",
        words="six weeks",
        text="Source?",
        replies=(Reply("dr. C", "", "Zeiler."),),
    )
    assert told(note) == (
        'dr. B (2026-11-20) comments on "six weeks": Source? / dr. C: Zeiler.',
        f"Answer it in the text, then mark it as done: galley review x --done {note.key}",
    )


def test_changes_as_findings() -> None:
    fix = "Take it over or leave your text as it is, then mark it as done: galley review x --done "
    for old, new, message in (
        ("two", "six", 'dr. B would replace "two" with "six"'),
        ("two", "", 'dr. B would take out "two"'),
        ("", "six", 'dr. B would put in "six"'),
    ):
        note = Note("change", "dr. B", old=old, new=new)
        assert told(note) == (message, fix + note.key)


def test_silent_changes_as_findings() -> None:
    for old, new, message in (
        ("two", "six", '"two" came back as "six"'),
        ("two", "", '"two" did not come back'),
        ("", "six", '"six" was not there before'),
    ):
        said = told(Note("untracked", old=old, new=new))
        assert said[0] == message
        assert said[1].startswith("Word did not track who changed it. Take it over or leave")


def test_colleague_comment_and_colleague_change_are_told_in_indonesian() -> None:
    notes = [comment("weeks"), Note("change", "dr. B", old="two", new="six")]
    placed = placed_notes(notes, CELLS, "n/x.ipynb", "x")
    said = findings_in("id", [each.finding for each in placed])
    assert [each.rule for each in said] == ["colleague-comment", "colleague-change"]
    assert [each.message for each in said] == [
        'dr. B (2026-11-20) berkomentar tentang "weeks": Really?',
        'dr. B mengusulkan "two" diganti dengan "six"',
    ]
    assert said[0].fix.startswith("Jawab di dalam teks, lalu tandai selesai: galley review x")
    panel = [each.finding for each in placed_notes(notes, CELLS, "n/x.ipynb", "")]
    assert [each.fix for each in findings_in("id", panel)] == [
        "Jawab di dalam teks, lalu tandai selesai.",
        "Terima, atau biarkan teks Anda apa adanya, lalu tandai selesai.",
    ]


def test_the_words_of_a_comment_are_underlined_in_their_cell() -> None:
    (placed,) = placed_notes([comment("opens early and")], CELLS, "n/x.ipynb", "x")
    assert placed.finding.place == Place("n/x.ipynb", "intro", 3)
    words = marked_words(placed.finding, CELLS["intro"])
    assert words is not None
    assert words.text == "opens early\nand"


def test_what_is_done_stays_done_when_the_file_comes_again() -> None:
    one, two = comment("one"), comment("two")
    kept = Kept().with_notes([one]).with_done([one.key, "000000000000"])
    again = kept.with_notes([one, two])
    assert (again.open, again.done) == ((two,), {one.key})


def test_what_was_resolved_in_word_is_done() -> None:
    note = Note("comment", "dr. B", text="x", is_settled=True)
    assert Kept().with_notes([note]).open == ()
