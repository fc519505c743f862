"""Drawings inside the page: safe, without styles, with ids of their own."""

from __future__ import annotations

import io
import re

import pytest
from matplotlib.figure import Figure

from galley.html.inline_svg import UnusableDrawingError, inline_svg

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10" width="10" height="10">'


def test_styles_become_presentation_attributes():
    svg = f'{HEAD}<path d="M0 0" style="fill: none; stroke: #123; -x: y; stroke-width: 1.5"/></svg>'

    markup = inline_svg(svg, prefix="fig-a", alt="A line")

    assert "style" not in markup
    assert '<path d="M0 0" fill="none" stroke="#123" stroke-width="1.5" />' in markup


def test_ids_and_what_refers_to_them_get_the_figure_in_front():
    svg = (
        f'{HEAD}<defs><clipPath id="c"><rect/></clipPath><path id="p"/></defs>'
        '<g clip-path="url(#c)"><use href="#p"/></g></svg>'
    )

    markup = inline_svg(svg, prefix="fig-a", alt="x")

    assert 'id="fig-a-c"' in markup
    assert 'clip-path="url(#fig-a-c)"' in markup
    assert 'href="#fig-a-p"' in markup


def test_a_drawing_is_one_picture_with_a_name():
    markup = inline_svg(f"{HEAD}<title>old</title></svg>", prefix="f", alt='Two "bars" & more')

    assert 'role="img" aria-label="Two &quot;bars&quot; &amp; more"' in markup
    assert "old" not in markup


def test_a_drawing_without_words_is_hidden_from_screen_readers():
    assert 'aria-hidden="true"' in inline_svg(f"{HEAD}</svg>", prefix="f", alt="")


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        '<image href="https://example.org/x.png"/>',
        '<a href="javascript:alert(1)"><path/></a>',
        '<path onclick="alert(1)"/>',
        "<foreignObject><body/></foreignObject>",
        "<style>* { fill: url(https://example.org) }</style>",
        '<rect fill="url(https://example.org/x)"/>',
        # A page reads what stands in a description as HTML, and this as an `<img>`.
        '<desc><image src="https://example.org/x"/></desc>',
        "<rect mask=\"image-set('https://example.org/x' 1x)\"/>",
        "<rect style=\"mask: -webkit-image-set('https://example.org/x' 1x)\"/>",
    ],
)
def test_what_acts_or_asks_is_removed(hostile):
    markup = inline_svg(f"{HEAD}{hostile}</svg>", prefix="f", alt="x")

    assert not re.search(r"script|example\.org|onclick|foreignObject|<style", markup)


def test_a_drawing_cannot_leave_its_place_or_take_the_focus():
    attributes = 'overflow="visible" transform="scale(9)" filter="url(#f)"'
    head = HEAD.replace("<svg", f"<svg {attributes}", 1)
    body = '<rect tabindex="0" autofocus="" contenteditable="true" popover="" nonce="x"/>'

    markup = inline_svg(f"{head}{body}</svg>", prefix="f", alt="x")

    assert not re.search("overflow|transform|filter", markup)
    assert "<rect />" in markup


def test_copies_of_copies_are_refused_and_many_plain_ones_are_not():
    rows = [f'<g id="l{n}">' + f'<use href="#l{n + 1}"/>' * 10 + "</g>" for n in range(7)]
    circle = '<g id="c"><use href="#c"/><path d="M0 0h9"/></g>'
    many = '<use href="#c"/>' * 20_000

    assert "<path" in inline_svg(f"{HEAD}{circle}{many}</svg>", prefix="f", alt="x")
    with pytest.raises(UnusableDrawingError, match="copies of copies"):
        inline_svg(f"{HEAD}{''.join(rows)}<g id='l7'/></svg>", prefix="f", alt="x")


@pytest.mark.parametrize("text", ["", "<p>no</p>", "<svg", "not xml & at all"])
def test_what_is_not_svg_is_refused(text):
    with pytest.raises(UnusableDrawingError):
        inline_svg(text, prefix="f", alt="x")


def test_a_plain_matplotlib_figure_keeps_its_colours_without_styles():
    figure = Figure(figsize=(3, 2))
    axes = figure.subplots()
    axes.plot([0, 1], [0, 1], color="#d62728", label="a")
    axes.legend()
    stream = io.StringIO()
    figure.savefig(stream, format="svg", metadata={"Date": None})

    markup = inline_svg(stream.getvalue(), prefix="fig-a", alt="A line that rises")

    assert "style=" not in markup
    assert "<style" not in markup
    assert 'stroke="#d62728"' in markup
    assert markup.startswith("<svg")
