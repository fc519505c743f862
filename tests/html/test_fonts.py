"""The page's faces: small, the same in every build, with the letters pages need."""

from __future__ import annotations

from importlib.resources import files
from io import BytesIO

import pytest
from fontTools.ttLib import TTFont

from galley.html.face_cache import FaceCache
from galley.html.fonts import (
    EXTENDED_FACES,
    FACES,
    font_face_rules,
    kept_font,
    needs_extended,
    subset_font,
)

BUDGET_BYTES = 66 * 1024


def test_the_faces_of_a_page_stay_in_their_budget() -> None:
    assert sum(len(subset_font(face)) for face in FACES) <= BUDGET_BYTES


def test_cutting_a_face_again_gives_the_same_bytes() -> None:
    face = FACES[0]
    first = subset_font(face)
    assert kept_font(face, FaceCache(None)) == first


def test_a_face_keeps_the_dates_of_its_origin() -> None:
    face = FACES[0]
    original = TTFont(BytesIO(files(face.package).joinpath("files", face.file).read_bytes()))
    cut = TTFont(BytesIO(subset_font(face)), recalcTimestamp=False)
    assert cut["head"].modified == original["head"].modified


@pytest.mark.parametrize("face", FACES, ids=lambda face: face.name)
def test_a_face_has_accents_typographic_signs_and_the_minus(face: object) -> None:
    have = TTFont(BytesIO(subset_font(face))).getBestCmap()  # type: ignore[arg-type]
    assert {sign for sign in "Aéñüß0–—‘’“”…−×±≥" if ord(sign) not in have} == set()


@pytest.mark.parametrize("face", EXTENDED_FACES, ids=lambda face: face.name)
def test_the_extended_faces_have_greek_and_names(face: object) -> None:
    have = TTFont(BytesIO(subset_font(face))).getBestCmap()  # type: ignore[arg-type]
    assert {sign for sign in "ΔτβσωΩŠčłńőışž" if ord(sign) not in have} == set()


def test_figures_are_of_one_width_so_that_columns_of_numbers_stand_straight() -> None:
    for face in FACES:
        font = TTFont(BytesIO(subset_font(face)))
        names = [font.getBestCmap()[ord(figure)] for figure in "0123456789"]
        assert len({font["hmtx"][name][0] for name in names}) == 1


def test_an_extended_face_serves_each_weight_by_a_rule_of_its_own() -> None:
    rules = font_face_rules(EXTENDED_FACES[1], "x.woff2")
    assert rules == (
        '@font-face{font-family:"Source Sans";font-style:normal;font-weight:400;'
        'font-display:swap;src:url("x.woff2") format("woff2");unicode-range:U+100-17F,U+391-3C9}\n'
        '@font-face{font-family:"Source Sans";font-style:normal;font-weight:600;'
        'font-display:swap;src:url("x.woff2") format("woff2");unicode-range:U+100-17F,U+391-3C9}\n'
    )


@pytest.mark.parametrize(
    ("text", "needed"), [("Réadaptation – 3 %", False), ("τ = 17 ms", True), ("Dvořák", True)]
)
def test_only_greek_and_foreign_latin_call_for_the_extended_faces(
    text: str, *, needed: bool
) -> None:
    assert needs_extended(text) is needed
