"""Ids on a page occur once, whatever an author's tools repeat."""

from __future__ import annotations

from galley.html.context import FigureContext, RenderedBlock
from galley.html.markup import finished
from galley.html.unique_ids import with_unique_ids


def test_of_two_elements_with_one_id_the_first_keeps_it() -> None:
    table = RenderedBlock("table", finished('<table id="T_1"><td id="a">1</td></table>'))
    again, same = (str(block.html) for block in with_unique_ids([table, table]))
    assert again == str(table.html)
    assert same == "<table><td>1</td></table>"


def test_a_figures_anchor_is_no_others() -> None:
    figure = RenderedBlock("figure", figure=FigureContext(anchor="fig-a"))
    prose = RenderedBlock("prose", finished('<p id="fig-a">x</p>'))
    assert [str(block.html) for block in with_unique_ids([prose, figure])] == ["<p>x</p>", ""]
