"""Printed colours are classes of the page, whatever a program mixed."""

from __future__ import annotations

import pytest

from galley.html.terminal import terminal_html


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("\x1b[31mred\x1b[0m", '<span class="ansi-red-fg">red</span>'),
        ("\x1b[38;2;250;10;20mred\x1b[0m", '<span class="ansi-red-fg">red</span>'),
        ("\x1b[1;38;5;208mb\x1b[0m", '<span class="ansi-bold ansi-yellow-fg">b</span>'),
        ("\x1b[38;2;90;91;92mgrey\x1b[0m", "<span>grey</span>"),
        ("\x1b[48;5;208mground\x1b[0m", "<span>ground</span>"),
    ],
)
def test_a_mixed_colour_is_the_nearest_of_the_page(text: str, html: str) -> None:
    assert terminal_html(text) == html
