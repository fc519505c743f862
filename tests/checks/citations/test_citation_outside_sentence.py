"""Citations that belong to no sentence."""

from __future__ import annotations

import pytest

from galley.checks.citations.citation_outside_sentence import RULE

OUTSIDE = [
    ("en", "It rises. [@huang2014]", 1, "behind the full stop"),
    ("en", "It rises.[@huang2014] Then it falls.", 1, "behind the full stop"),
    ("en", "It rises.\n\n[@huang2014]", 3, "in a paragraph of its own"),
    ("en", "## BDNF [@huang2014]\n\nIt rises.", 1, "in a heading"),
    ("id", "Kadarnya naik. [@huang2014]", 1, "behind the full stop"),
    ("id", "Kadarnya naik.\n\n[@huang2014]", 3, "in a paragraph of its own"),
]
INSIDE = [
    ("en", "It rises [@huang2014]."),
    ("en", "It rises [@huang2014]. It also falls. [@huang2014]"),
    ("en", "It rises.[^1]\n\n[^1]: See @huang2014 for more."),
    ("en", "| Work | Found |\n|---|---|\n| [@huang2014] | more |"),
    ("en", "To read on:\n\n- [@huang2014]"),
    ("id", "Kadarnya naik [@huang2014]."),
    ("id", "Menurut @huang2014, kadarnya naik."),
]


@pytest.mark.parametrize(("lang", "text", "line", "where"), OUTSIDE)
def test_a_citation_outside_every_sentence(say, lang, text, line, where):
    assert say(RULE, text, lang) == [
        f"x.ipynb#text:{line}: the citation of 'huang2014' stands {where}, "
        "so nobody can tell what it backs\n"
        "  Fix: put [@huang2014] into the sentence that rests on it, before its full stop."
    ]


@pytest.mark.parametrize(("lang", "text"), INSIDE)
def test_a_citation_in_a_sentence(say, lang, text):
    assert say(RULE, text, lang) == []
