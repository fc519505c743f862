"""Citation syntax by itself."""

import pytest

from galley.article.citations import is_citation_key, match_key, parse_bracketed, parse_role
from galley.article.model import Citation


@pytest.mark.parametrize(
    ("text", "citations"),
    [
        ("@a", (Citation("a"),)),
        ("see @a, p. 3", (Citation("a", "see", "p. 3"),)),
        ("@a; -@b, ch. 2", (Citation("a"), Citation("b", suffix="ch. 2", mode="suppress_author"))),
        ("@smith:2020_x.y", (Citation("smith:2020_x.y"),)),
        ("@doi:10.1000/xyz.", (Citation("doi:10.1000/xyz", suffix="."),)),
        ("@a;", None),
        ("@a and @b", None),
        ("me@example.org", None),
        ("", None),
    ],
)
def test_what_stands_between_brackets(text: str, citations: tuple[Citation, ...] | None) -> None:
    assert parse_bracketed(text) == citations


@pytest.mark.parametrize(
    ("name", "known", "is_key"),
    [
        ("bi2001", (), True),
        ("smith_2018a", (), True),
        ("galley", (), False),
        ("galley", ("galley",), True),
        ("galley", None, True),
        ("v2", (), False),
    ],
)
def test_a_handle_is_no_citation(name: str, known: tuple[str, ...] | None, *, is_key: bool) -> None:
    assert is_citation_key(name, known) is is_key


def test_a_key_ends_before_the_punctuation_of_the_sentence() -> None:
    assert match_key("@bi2001.", 0) == ("bi2001", 7)


def test_roles_take_keys_with_prefix_and_suffix() -> None:
    assert parse_role("cite:p", "{see}a{p. 3}, b") == (Citation("a", "see", "p. 3"), Citation("b"))
    assert parse_role("cite:t", "a;b")[1] == Citation("b", mode="narrative")


def test_a_very_long_name_takes_no_time() -> None:
    assert not is_citation_key("a1" * 50_000 + "!", ())
