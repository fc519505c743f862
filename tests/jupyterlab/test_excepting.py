"""An exception is written into front matter; every other byte stays, or nothing is done."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from galley.article.yaml_text import parse_yaml
from galley.jupyterlab.excepting import (
    IS_THERE,
    NO_FRONT_MATTER,
    NO_REASON,
    NOT_READ,
    NOT_THIS_RULE,
    CannotExceptError,
    with_exception,
)

RULE = "image-missing"
WHY = "the picture comes tomorrow"


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("title: X", f"title: X\nignore:\n  {RULE}: {WHY}"),
        ("title: X\nignore:", f"title: X\nignore:\n  {RULE}: {WHY}"),
        ("ignore:  # none\ntitle: X", f"ignore:  # none\n  {RULE}: {WHY}\ntitle: X"),
        ("ignore: {}\ntitle: X", f'ignore: {{{RULE}: "{WHY}"}}\ntitle: X'),
        (
            "ignore: {cell-error: it is shown}",
            f'ignore: {{{RULE}: "{WHY}", cell-error: it is shown}}',
        ),
        (
            "ignore: {\n  cell-error: it is shown}",
            f'ignore: {{{RULE}: "{WHY}", \n  cell-error: it is shown}}',
        ),
        (
            "ignore:\n    # kept\n    cell-error: >\n      it is\n      shown\ntitle: X  # ours",
            f"ignore:\n    # kept\n    {RULE}: {WHY}\n    cell-error: >\n      it is\n"
            "      shown\ntitle: X  # ours",
        ),
    ],
)
def test_the_exception_is_written_and_all_else_stays(fields: str, expected: str) -> None:
    source = f"---\n{fields}\n---\n# Heading"
    assert with_exception(source, RULE, WHY) == f"---\n{expected}\n---\n# Heading"


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("  the  picture\ncomes tomorrow ", "the picture comes tomorrow"),
        ("because: it is so", '"because: it is so"'),
        ('he said "leave it" there', '"he said \\"leave it\\" there"'),
        ("- it is so", '"- it is so"'),
        ("gambarnya belum ada, besok", "gambarnya belum ada, besok"),
        ("12 may be 13", '"12 may be 13"'),
    ],
)
def test_the_reason_is_written_so_that_it_is_read_again(written: str, expected: str) -> None:
    source = with_exception("---\ntitle: X\n---", RULE, written)
    assert source == f"---\ntitle: X\nignore:\n  {RULE}: {expected}\n---"


@pytest.mark.parametrize(
    ("source", "rule", "reason", "told"),
    [
        ("---\ntitle: X\n---", RULE, "because so", NO_REASON),
        ("---\ntitle: X\n---", RULE, "  ", NO_REASON),
        ("---\ntitle: X\n---", "exception-unneeded", WHY, NOT_THIS_RULE),
        ("---\ntitle: X\n---", "no-such-rule", WHY, NOT_THIS_RULE),
        ("# X\n\n- toc: true", RULE, WHY, NO_FRONT_MATTER),
        ("", RULE, WHY, NO_FRONT_MATTER),
        ("---\ntitle: X", RULE, WHY, NO_FRONT_MATTER),
        ("---\ntitle: 'X\n---", RULE, WHY, NOT_READ),
        ("---\n- title\n---", RULE, WHY, NOT_READ),
        ("---\nignore: all\n---", RULE, WHY, NOT_READ),
        ("---\n{title: X}\n---", RULE, WHY, NOT_READ),
        (f"---\nignore: {{{RULE}: {WHY}}}\n---", RULE, WHY, IS_THERE),
    ],
)
def test_what_cannot_be_written_is_refused_in_words(
    source: str, rule: str, reason: str, told: str
) -> None:
    with pytest.raises(CannotExceptError, match="^" + told.replace(".", r"\.") + "$"):
        with_exception(source, rule, reason)


@given(st.lists(st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1), min_size=3))
def test_any_reason_is_read_as_it_was_given(words: list[str]) -> None:
    source = with_exception("---\nignore: {cell-error: shown}\n---", RULE, " ".join(words))
    read = parse_yaml("\n".join(source.split("\n")[1:-1])).value
    assert read == {"ignore": {RULE: " ".join(words), "cell-error": "shown"}}
    source = with_exception("---\ntitle: X\n---", RULE, " ".join(words))
    read = parse_yaml("\n".join(source.split("\n")[1:-1])).value
    assert read == {"title": "X", "ignore": {RULE: " ".join(words)}}
