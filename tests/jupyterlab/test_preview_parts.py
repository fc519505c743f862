"""A page in parts is the page, and only parts that are new are told."""

from __future__ import annotations

import pytest
from markupsafe import Markup

from galley.html.context import RenderedBlock
from galley.jupyterlab.body_parts import Extent, measure
from galley.jupyterlab.parts import DIVIDER, take_apart

PAGE = f'<head></head><body>top<div class="body">\n{DIVIDER}<p>a</p>\n{DIVIDER}<hr><b>c</b>\n'
PRINTED = f"{PAGE}{DIVIDER}</div>end</body>"


def prose(*pieces: str) -> list[RenderedBlock]:
    return [RenderedBlock("prose", Markup(piece)) for piece in pieces]


def test_the_parts_one_after_the_other_are_the_page() -> None:
    parts = take_apart(PRINTED, prose("<p>a</p>", "<hr><b>c</b>"))
    assert parts.html == PRINTED.replace(DIVIDER, "")
    assert parts.head == "<head></head>"
    assert parts.blocks is not None
    assert [(block.html, block.elements) for block in parts.blocks] == [
        ("<p>a</p>\n", 1),
        ("<hr><b>c</b>\n", 2),
    ]


def test_parts_that_are_known_are_named_and_not_told() -> None:
    first = take_apart(PRINTED, prose("<p>a</p>", "<hr><b>c</b>")).record([])
    changed = PRINTED.replace("<p>a", "<p>A")
    second = take_apart(changed, prose("<p>A</p>", "<hr><b>c</b>")).record(first["parts"])
    assert list(second["parts"].values()) == ["<p>A</p>\n"]
    assert second["blocks"] == [[next(iter(second["parts"])), 1], first["blocks"][1]]
    assert (second["head"], second["top"]) == (first["head"], first["top"])


@pytest.mark.parametrize("piece", ["words", "<p>open", "<b><i></b></i>", "<!-- x --><p>a</p>"])
def test_a_body_with_a_piece_that_is_not_whole_is_not_divided(piece: str) -> None:
    parts = take_apart(PRINTED, prose(piece, "<hr><b>c</b>"))
    assert parts.blocks is None
    assert parts.html == PRINTED.replace(DIVIDER, "")


def test_space_belongs_to_what_stands_before_it() -> None:
    printed = PRINTED.replace("<p>a</p>", " ").replace("<hr>", "\n<hr>")
    parts = take_apart(printed, prose(" ", "\n<hr><b>c</b>"))
    assert parts.html == printed.replace(DIVIDER, "")
    assert parts.top == '<body>top<div class="body">\n \n\n'
    assert [block.html for block in parts.blocks or ()] == ["<hr><b>c</b>\n"]


def test_a_page_without_a_body_is_one_part() -> None:
    parts = take_apart("<head></head><body>only</body>")
    assert (parts.blocks, parts.html) == (None, "<head></head><body>only</body>")


@pytest.mark.parametrize(
    ("html", "extent"),
    [
        ("<p>a</p><img alt='>'> <br/>", Extent(3, is_whole=True)),
        ("<svg><path d='M'/></svg>", Extent(1, is_whole=True)),
        ("</p><p>a</p>", Extent(1, is_whole=False)),
        ("<p>a</p></p>", Extent(1, is_whole=False)),
    ],
)
def test_html_is_measured(html: str, extent: Extent) -> None:
    assert measure(html) == extent
