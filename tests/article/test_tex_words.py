"""Formulas in titles, lists and feeds, in plain words."""

import pytest

from galley.article.markdown.tex_words import tex_words


@pytest.mark.parametrize(
    ("tex", "words"),
    [
        (r"\tau_m", "τₘ"),
        (r"x^2 + \alpha", "x² + α"),
        (r"\mathbf{V}_{rest}", "V_rest"),
        # Commands that lack what they need: the letters stay.
        (r"\sqrt", ""),
        (r"\href x", "x"),
        (r"a \begin{array} b", "a array b"),
        (r"\'\href", ""),
        (r"\input{../secret.txt} x", "x"),
    ],
)
def test_a_formula_is_said_in_words(tex: str, words: str) -> None:
    assert tex_words(tex) == words
