import io

import pytest

from galley.console.progress import event_line, show_progress
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


def test_on_a_terminal_what_has_ended_stays_and_the_moving_line_goes() -> None:
    stream = Terminal()
    with show_progress(stream) as show:
        for event in EVENTS:
            show(event)
    text = stream.getvalue()
    assert "  built         n/a.ipynb [clinician] (3.2 s)" in text
    assert "\x1b[" in text
