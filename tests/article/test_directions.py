"""Text is read in the order in which it is written."""

from __future__ import annotations

import pytest

from galley.article.directions import plain_directions, without_directions, without_overrides


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Report \u202efdp.exe", "Report fdp.exe"),
        ("\u202aa\u202bb\u202cc\u202dd", "abcd"),
        ("the word \u2067السكتة\u2069 means", "the word \u2067السكتة\u2069 means"),
        ("open \u2066isolate", "open isolate"),
        ("closed\u2069 before \u2066it begins", "closed before it begins"),
        ("one \u2066a\u2069\n\ntwo \u2066b", "one \u2066a\u2069\n\ntwo b"),
        ("marks \u200f\u200e stay", "marks \u200f\u200e stay"),
    ],
)
def test_only_what_deceives_is_left_out(text: str, plain: str) -> None:
    assert plain_directions(text) == plain


def test_code_has_no_sign_of_direction() -> None:
    assert without_directions("x = '\u2067a\u2069' # \u202eb") == "x = 'a' # b"


def test_html_keeps_isolates_which_end_with_their_paragraph() -> None:
    assert without_overrides("<p>\u2066a</p>\u202eb") == "<p>\u2066a</p>b"
