"""The small drawings beside the entries of a list."""

from galley.article.model import Figure
from galley.site.thumbnails import wordless

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9" viewBox="0 0 9 9">'


def small(inside: str) -> str:
    drawings = {"image/svg+xml": f"{HEAD}{inside}</svg>"}
    return str(wordless(Figure("cell", "", "fig-a", "1", drawings), "a.html"))


def test_a_drawing_with_colours_of_its_own_stands_on_paper_in_the_dark() -> None:
    assert 'class="on-paper"' in small('<path d="M0 0h9" stroke="#000"/>')


def test_a_drawing_that_follows_the_theme_does_not() -> None:
    assert "on-paper" not in small('<path d="M0 0h9" stroke="var(--fig-ink, #1d2733)"/>')


def test_words_that_nobody_could_read_are_left_out() -> None:
    assert "12 weeks" not in small('<text x="1" y="8">12 weeks</text><path d="M0 0h9"/>')
