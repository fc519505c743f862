import io
from dataclasses import replace

import pytest

from galley.console.progress import show_progress
from galley.console.progress_board import ProgressBoard
from galley.console.progress_words import duration_words, event_line
from galley.site.request import ProgressEvent

EVENTS = (
    ProgressEvent("step", "Executing 2 articles"),
    ProgressEvent("article", "its code changed", "n/a.ipynb", "clinician", total=2),
    ProgressEvent("article", "", "n/a.ipynb", "clinician", "built", 3.21, 1, 2),
    ProgressEvent("article", "division by zero", "n/b.ipynb", state="failed", done=2, total=2),
)


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("event", "line"),
    [
        (EVENTS[0], "Executing 2 articles"),
        (EVENTS[1], "  running       n/a.ipynb [clinician]: its code changed"),
        (EVENTS[2], "  built         n/a.ipynb [clinician] (3.2 s)"),
        (EVENTS[3], "  FAILED        n/b.ipynb: division by zero"),
    ],
)
def test_an_event_is_one_plain_line(event: ProgressEvent, line: str) -> None:
    assert event_line(event) == line


def test_where_there_is_no_terminal_each_event_is_a_line_without_codes() -> None:
    stream = io.StringIO()
    with show_progress(stream) as show:
        for event in EVENTS:
            show(event)
    assert stream.getvalue().splitlines() == [event_line(event) for event in EVENTS]


def test_which_cell_runs_is_not_told_where_lines_cannot_move() -> None:
    stream = io.StringIO()
    with show_progress(stream) as show:
        show(ProgressEvent("article", "first run", "n/a.ipynb", cells=9))
        show(ProgressEvent("article", "first run", "n/a.ipynb", cell=3, cells=9))
    assert stream.getvalue() == "  running       n/a.ipynb: first run\n"


def test_each_running_article_has_a_line_with_its_cell() -> None:
    board = ProgressBoard()
    board.take(ProgressEvent("step", "Running the articles"), 0)
    assert board.lines(0) == ["Running the articles"]
    running = ProgressEvent("article", "first run", "n/a.ipynb", total=50, cells=9, left_s=130)
    board.take(running, 1)
    board.take(replace(running, edition="clinician", expected_s=20.4), 2)
    board.take(replace(running, cell=3), 4)
    assert board.lines(11) == [
        "Running the articles: 0 of 50 done, 50 left, about 2 min",
        "    n/a.ipynb  cell 3 of 9  10 s",
        "    n/a.ipynb [clinician]  starting  9 s of about 20 s",
    ]


def test_what_has_ended_is_counted_and_what_is_left_gets_less_by_itself() -> None:
    board = ProgressBoard()
    board.take(ProgressEvent("step", "Running the articles"), 0)
    board.take(ProgressEvent("article", "", "n/a.ipynb", total=12), 0)
    board.take(ProgressEvent("article", "", "n/b.ipynb", total=12), 0)
    ended = ProgressEvent("article", "", "n/a.ipynb", state="built", done=1, total=12, left_s=40)
    board.take(ended, 5)
    board.take(ProgressEvent("article", "", "n/b.ipynb", cell=1, cells=2, total=12, left_s=40), 5)
    assert board.lines(15) == [
        "Running the articles: 1 of 12 done, 11 left, about 30 s",
        "    n/b.ipynb  cell 1 of 2  15 s",
    ]
    assert board.lines(500)[0] == "Running the articles: 1 of 12 done, 11 left, about 1 s"
    board.take(ProgressEvent("step", "Making the pages"), 501)
    assert board.lines(502) == ["Making the pages"]


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(0.4, "0 s"), (59, "59 s"), (61, "1 min"), (3000, "50 min"), (9000, "2.5 h")],
)
def test_times_are_told_as_one_would_say_them(seconds: float, words: str) -> None:
    assert duration_words(seconds) == words


def test_on_a_terminal_what_has_ended_stays_and_the_moving_line_goes() -> None:
    stream = Terminal()
    with show_progress(stream) as show:
        for event in EVENTS:
            show(event)
    text = stream.getvalue()
    assert "  built         n/a.ipynb [clinician] (3.2 s)" in text
    assert "Executing 2 articles: 2 of 2 done, 0 left" in text
    assert "\x1b[" in text
