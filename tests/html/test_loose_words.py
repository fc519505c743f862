"""Words between the blocks of an author's HTML."""

import pytest

from galley.html.loose_words import in_paragraphs


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>a </p><div>b</div> c<p></p>", "<p>a </p><div>b</div> <p>c</p>"),
        ("a <b>c</b>\n<hr>\nd", "<p>a <b>c</b></p>\n<hr>\n<p>d</p>"),
        ("<table><tr><td>1</td></tr></table>tail", "<table><tr><td>1</td></tr></table><p>tail</p>"),
        ("<div><p>a</p>b</div>", "<div><p>a</p>b</div>"),
        ("<p>a</p> <math><mi>x</mi></math>", "<p>a</p> <p><math><mi>x</mi></math></p>"),
        # A caption has no block: it is not a paragraph.
        ("just <em>words</em>", "just <em>words</em>"),
        # No words: an anchor, a picture, a break.
        ('<a id="x"></a><p>a</p><br><img src="i.png">', None),
        # A link around a block cannot stand in a paragraph.
        ("<p>a</p><a><div>b</div></a>", None),
        ("<p>a</p>\n\n<p>b</p>\n", None),
    ],
)
def test_words_beside_blocks_become_paragraphs(html: str, expected: str | None) -> None:
    assert in_paragraphs(html) == (html if expected is None else expected)
