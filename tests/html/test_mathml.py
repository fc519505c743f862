"""Formulas set as TeX would: distances and accents, with MathML Core only."""

from __future__ import annotations

import re

import pytest

from galley.html.mathml import set_formula


def _set(inside: str) -> str:
    html = set_formula(f'<math display="block" xmlns="urn:x"><mrow>{inside}</mrow></math>')
    start, end = '<math display="block" xmlns="urn:x"><mrow>', "</mrow></math>"
    assert html.startswith(start)
    assert html.endswith(end)
    return html[len(start) : -len(end)]


X, Y = "<mi>x</mi>", "<mi>y</mi>"
SIN = '<mrow><mi mathvariant="normal">sin</mi><mo>&#8289;</mo></mrow>'
SIN_OUT = SIN.replace("&#8289;", "\u2061")
THIN = '<mspace width="0.167em"></mspace>'
TIGHT = '<mo lspace="0" rspace="0">'


def test_a_lone_operator_in_a_script_takes_no_room() -> None:
    assert _set(f"<msub>{X}<mo>+</mo></msub>") == f"<msub>{X}{TIGHT}+</mo></msub>"


def test_operators_within_a_script_take_no_room_either() -> None:
    charge = "<msup><mi>K</mi><mrow><mn>2</mn><mo>+</mo></mrow></msup>"
    assert _set(charge) == charge.replace("<mo>", TIGHT)
    limit = f"<munder><mo>∑</mo><mrow>{X}<mo>=</mo><mn>1</mn></mrow></munder>"
    assert _set(limit) == limit.replace("<mo>=", f"{TIGHT}=")


@pytest.mark.parametrize("name", ["msubsup", "munderover"])
def test_both_scripts_are_tightened_and_the_base_is_not(name: str) -> None:
    html = f"<{name}><mo>∫</mo><mo>−</mo><mo>+</mo></{name}>"
    assert _set(html) == f"<{name}><mo>∫</mo>{TIGHT}−</mo>{TIGHT}+</mo></{name}>"


def test_operators_on_the_line_keep_their_room() -> None:
    assert _set(f"{X}<mo>+</mo>{Y}") == f"{X}<mo>+</mo>{Y}"


def test_brackets_in_a_script_are_left_as_they_are() -> None:
    html = f'<msup>{X}<mrow><mo stretchy="false" form="prefix">(</mo>{Y}</mrow></msup>'
    assert _set(html) == html


def test_the_name_of_a_function_stands_apart_from_letters() -> None:
    assert _set(f"{X}{SIN}{Y}") == f"{X}{THIN}{SIN_OUT}{THIN}{Y}"


def test_the_name_of_a_function_stands_close_to_a_bracket_and_to_operators() -> None:
    bracket = '<mo stretchy="false" form="prefix">(</mo>'
    assert _set(f"<mo>=</mo>{SIN}{bracket}{X}") == f"<mo>=</mo>{SIN_OUT}{bracket}{X}"
    row = f'<mrow><mo stretchy="true" form="prefix">(</mo>{X}</mrow>'
    assert _set(f"{SIN}{row}") == f"{SIN_OUT}{row}"


def test_a_closing_bracket_before_a_name_counts_as_a_letter() -> None:
    closing = '<mo stretchy="false" form="postfix">)</mo>'
    assert _set(f"{X}{closing}{SIN}") == f"{X}{closing}{THIN}{SIN_OUT}"


def test_two_names_have_one_space_between_them() -> None:
    assert _set(SIN + SIN + X) == f"{SIN_OUT}{THIN}{SIN_OUT}{THIN}{X}"


def test_a_name_with_a_power_or_a_limit_is_still_a_name() -> None:
    power = f"<msup>{SIN}<mn>2</mn></msup>"
    assert _set(power + X) == f"{power.replace('&#8289;', chr(0x2061))}{THIN}{X}"
    limit = '<munder><mi mathvariant="normal">lim</mi><mi>t</mi></munder>'
    assert _set(limit + X) == f"{limit}{THIN}{X}"


def test_a_space_the_author_wrote_is_not_doubled() -> None:
    html = f'{SIN_OUT}<mspace width="1em"></mspace>{X}'
    assert _set(html) == html


@pytest.mark.parametrize(
    ("sign", "alone"), [("\u0302", "ˆ"), ("‾", "¯"), ("\u0303", "˜"), ("\u0307", "˙")]
)
def test_an_accent_over_one_letter_stays_small(sign: str, alone: str) -> None:
    html = _set(f'<mover>{X}<mo accent="true">{sign}</mo></mover>')
    assert html == f'<mover>{X}<mo accent="true" stretchy="false">{alone}</mo></mover>'


def test_the_arrow_of_a_vector_is_a_small_arrow() -> None:
    html = _set(f'<mover>{X}<mo accent="true">→</mo></mover>')
    assert '<mo accent="true" stretchy="false" mathsize="60%">→</mo>' in html


def test_an_accent_over_several_letters_stretches_over_them() -> None:
    html = f'<mover><mrow>{X}{Y}</mrow><mo accent="true">%s</mo></mover>'
    assert _set(html % "¯") == html % "‾"
    assert _set(html % "\u0302") == html % "\u0302"
    assert _set(html % "⏞") == html % "⏞"


def test_an_asterisk_is_that_of_formulas() -> None:
    assert _set(f"<msup>{X}<mo>*</mo></msup>") == f"<msup>{X}{TIGHT}∗</mo></msup>"


def test_what_is_no_xml_comes_back_unchanged() -> None:
    assert set_formula("<math><mi>\x01</mi></math>") == "<math><mi>\x01</mi></math>"


def test_no_style_attribute_is_made() -> None:
    html = _set(f'{SIN}{X}<mover>{X}<mo accent="true">\u0302</mo></mover>')
    assert re.findall(r"\b(style|columnalign|mathvariant=\"bold)", html) == []


def test_text_that_means_markup_stays_text() -> None:
    assert _set(f"{X}<mo>&lt;</mo><mtext>&amp;</mtext>") == (
        f"{X}<mo>&lt;</mo><mtext>&amp;</mtext>"
    )


@pytest.mark.parametrize(
    ("length", "bounded"),
    [
        ("2em", "2em"),
        ("-0.1667em", "-0.1667em"),
        ("9999.0em", "12em"),
        ("-9999pt", "-3em"),
        ("x", "0"),
    ],
)
def test_a_formula_takes_no_room_beyond_its_place(length: str, bounded: str) -> None:
    formula = set_formula(f'<math><mspace width="{length}"></mspace></math>')

    assert f'width="{bounded}"' in formula
