"""Numbers are the same number in every language that writes them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from galley.checks.site.numbers import numbers


@pytest.mark.parametrize(
    ("english", "indonesian", "value"),
    [
        ("2,104 people", "2.104 orang", "2104"),
        ("1.76", "1,76", "1.76"),
        ("1.0", "1", "1"),
        ("\N{MINUS SIGN}0.05", "\N{MINUS SIGN}0,05", "-0.05"),
        ("1,234,567.5", "1.234.567,5", "1234567.5"),
        ("week 5", "minggu ke-5", "5"),
        ("in 1949.", "pada 1949.", "1949"),
        ("16.8 ms", "16.8 ms", "16.8"),
        ("three", "tiga", "3"),
        ("the third", "ketiga", "3"),
        ("twelve", "dua belas", "12"),
    ],
)
def test_a_number_in_two_languages(english, indonesian, value):
    for text, lang in ((english, "en"), (indonesian, "id")):
        assert [number.value for number in numbers(text, lang)] == [Decimal(value)]


@pytest.mark.parametrize("text", ["50%", "50 %", "50 percent", "50 persen"])
def test_a_percentage(text):
    (number,) = numbers(text, "en")
    assert (number.value, number.is_percentage) == (50, True)


@pytest.mark.parametrize("text", ["electrode T7", "Val66Met", "none", "ditiga"])
def test_what_is_no_number(text):
    assert list(numbers(text, "en")) == list(numbers(text, "id")) == []
