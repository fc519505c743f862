"""The quick reader of YAML gives what the thorough one gives, or leaves the text to it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from galley.article import yaml_nodes
from galley.article.yaml_nodes import Node, compose
from galley.article.yaml_text import _Reader

_FRONT_MATTER = """\
title: "Apakah latihan membantu? 😀"
date: 2026-11-18
authors: [editors, A. B.]
withdrawn: no
number: 010
share: 1e3
empty:
key_points:
  - Getting better can mean moving as before
  # a comment
  - true
"""


_REFUSALS = (YAMLError, ValueError, TypeError, LookupError, AttributeError, RecursionError)


def _read(compose: Callable[[str], Node | None], text: str) -> tuple[object, object]:
    """Return the values and their lines, as `parse_yaml` finds them."""
    node, reader = compose(text), _Reader()
    return (repr(reader.read(node, ())) if node else None), reader.lines


def _thoroughly(text: str) -> Node | None:
    node: Node | None = YAML(typ="safe", pure=True).compose(text)
    return node


def _outcome(compose: Callable[[str], Node | None], text: str) -> object:
    try:
        return _read(compose, text)
    except _REFUSALS:
        return "refused"


def test_front_matter_is_read_quickly_and_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    expected = _read(_thoroughly, _FRONT_MATTER)
    monkeypatch.setattr("ruamel.yaml.YAML.compose", None)  # the thorough reader is not asked

    assert _read(compose, _FRONT_MATTER) == expected


@pytest.mark.parametrize(
    "text",
    [
        "a:\tb",
        "a: one\u2028b: two",
        "list:\n  - &x: 1",
        "a: !",
        "a: >#b",
        "%YAML 1.1\n---\na: yes",
        "a: [one, !two]",
        "a: 'open",
        "a: b: c",
    ],
)
def test_what_the_libraries_read_differently_is_left_to_the_thorough_one(text: str) -> None:
    assert _outcome(compose, text) == _outcome(_thoroughly, text)


_SIGNS = "abc:-[]{},#&*!|>'\"%@`?\n\t .01é😀~"
_WORDS = ("\n  ", "\n  - ", "a: ", "true", "no", "1e3", "<<", "2026-01-01", "12:30", "...")
_ODDITIES = ("---\n", "\r\n", "\u2028", "\ufeff", '"a b"', "!!str ", "*a")
_PIECES = st.sampled_from((*_SIGNS, *_WORDS, *_ODDITIES))


@given(
    st.integers(0, len(_FRONT_MATTER)),
    st.lists(_PIECES, max_size=6).map("".join),
    st.integers(0, 4),
)
def test_any_slip_in_front_matter_is_read_alike(at: int, slip: str, lost: int) -> None:
    text = _FRONT_MATTER[:at] + slip + _FRONT_MATTER[at + lost :]

    assert _outcome(compose, text) == _outcome(_thoroughly, text)


@given(st.lists(_PIECES, max_size=14).map("".join))
def test_any_text_is_read_alike(text: str) -> None:
    assert _outcome(compose, text) == _outcome(_thoroughly, text)


def test_without_libyaml_the_python_loader_serves(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr("yaml.CSafeLoader")
    yaml_nodes._loader.cache_clear()
    try:
        assert _read(compose, _FRONT_MATTER) == _read(_thoroughly, _FRONT_MATTER)
    finally:
        yaml_nodes._loader.cache_clear()
