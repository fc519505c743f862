"""The face of formulas: small, complete, the same in every build, and only where it is needed."""

from __future__ import annotations

import re
from io import BytesIO

import pytest
from fontTools.ttLib import TTFont

from galley.findings import EnvironmentFault
from galley.html.assets import has_maths, inline_stylesheet, maths_assets, site_assets
from galley.html.face_cache import FaceCache
from galley.html.fonts import Face, kept_font, subset_font
from galley.html.maths_face import ALPHABET_FACES, MATHS_FACE

BUDGET_BYTES = 36 * 1024
FACES = (MATHS_FACE, *ALPHABET_FACES)

# What formulas of articles print; single letters as browsers slant them.
LETTERS = "𝐴𝑥𝑤ℎ𝑦𝜏𝜂𝜃𝜇ΔΣΩ0123456789ABCabc"
SIGNS = "+−±×·÷=≠≈≤≥<>∞∂∇∈∉⊂∪∩→⇌⇒∝′″∘∗…⋯⋮⋱°%¬∀∃⊤ℏ"
STRETCHED_UP = "(){}[]⟨⟩⌊⌋⌈⌉√∑∏∫"
BUILT = "(){}[]|‖√"
STRETCHED_ACROSS = "‾→←⏞⏟\u0302\u0303"


def _font(face: Face) -> TTFont:
    return TTFont(BytesIO(subset_font(face)))


def _heights(font: TTFont, direction: str) -> dict[str, object]:
    variants = font["MATH"].table.MathVariants
    glyphs = getattr(variants, f"{direction}GlyphCoverage").glyphs
    return dict(zip(glyphs, getattr(variants, f"{direction}GlyphConstruction"), strict=True))


def test_the_face_of_formulas_stays_in_its_budget() -> None:
    assert len(subset_font(MATHS_FACE)) <= BUDGET_BYTES


def test_an_alphabet_costs_less_than_twenty_kilobytes() -> None:
    assert max(len(subset_font(face)) for face in ALPHABET_FACES) <= 20 * 1024


def test_cutting_again_gives_the_same_bytes() -> None:
    assert kept_font(MATHS_FACE, FaceCache(None)) == subset_font(MATHS_FACE)


def test_it_has_what_formulas_print() -> None:
    have = _font(MATHS_FACE).getBestCmap()
    wanted = LETTERS + SIGNS + STRETCHED_UP + BUILT + STRETCHED_ACROSS
    assert {sign for sign in wanted if ord(sign) not in have} == set()


@pytest.mark.parametrize("sign", STRETCHED_UP)
def test_brackets_roots_and_sums_come_in_several_heights(sign: str) -> None:
    font = _font(MATHS_FACE)
    construction = _heights(font, "Vert")[font.getBestCmap()[ord(sign)]]
    assert len(construction.MathGlyphVariantRecord) > 1


@pytest.mark.parametrize("sign", BUILT)
def test_brackets_and_roots_are_built_from_parts_where_no_height_is_enough(sign: str) -> None:
    font = _font(MATHS_FACE)
    parts = _heights(font, "Vert")[font.getBestCmap()[ord(sign)]].GlyphAssembly.PartRecords
    assert {part.glyph for part in parts} <= set(font.getGlyphOrder())
    assert any(part.PartFlags & 1 for part in parts), "one part can be repeated"


@pytest.mark.parametrize("sign", STRETCHED_ACROSS)
def test_hats_arrows_and_braces_can_be_made_wide(sign: str) -> None:
    font = _font(MATHS_FACE)
    assert font.getBestCmap()[ord(sign)] in _heights(font, "Horiz")


def test_only_the_first_face_has_the_space_by_which_browsers_choose_distances() -> None:
    assert [0x20 in _font(face).getBestCmap() for face in FACES] == [True, False, False, False]


@pytest.mark.parametrize(
    ("face", "letters"), [*zip(ALPHABET_FACES, ("𝐖𝐱𝝁𝟎", "ℝℒ𝔼𝔤𝒩", "𝖲𝚃𝛤"), strict=True)]
)
def test_special_alphabets_have_faces_of_their_own(face: Face, letters: str) -> None:
    have = _font(face).getBestCmap()
    assert {letter for letter in letters if ord(letter) not in have} == set()
    assert {letter for letter in letters if ord(letter) in _font(MATHS_FACE).getBestCmap()} == set()


@pytest.mark.parametrize("face", FACES, ids=lambda face: face.name)
def test_a_cut_face_names_its_makers_and_its_licence(face: Face) -> None:
    names = _font(face)["name"]
    assert "The STIX Fonts Project Authors" in names.getDebugName(0)
    assert "SIL Open Font License" in names.getDebugName(13)


def test_a_missing_package_is_said_with_what_to_do() -> None:
    with pytest.raises(EnvironmentFault) as caught:
        subset_font(Face("x", "X", "no_such_package", "x.ttf", (), (400,)))
    assert str(caught.value) == (
        "the package no_such_package, which carries a font, is not installed\n"
        "  Fix: Install Galley again."
    )


# ------------------------------------------------------------------ style sheets


def test_the_sheet_of_formulas_is_apart_from_the_sites() -> None:
    assets = maths_assets()
    sheet = assets.files[assets.stylesheet].decode()
    assert re.fullmatch(r"assets/maths-[0-9a-f]{8}\.css", assets.stylesheet)
    assert re.search(r'math\{font-family:"Galley Maths",', sheet)
    loaded = {f"assets/{name}" for name in re.findall(r'url\("([^"]+)"\)', sheet)}
    assert loaded == set(assets.files) - {assets.stylesheet}
    assert "Galley Maths" not in site_assets().files[site_assets().stylesheet].decode()


def test_a_page_that_stands_alone_carries_the_face_only_with_a_formula() -> None:
    assert "Galley Maths" not in inline_stylesheet("<p>plain words</p>")
    with_formula = inline_stylesheet("<p><math><mi>x</mi></math></p>")
    assert with_formula.count('@font-face{font-family:"Galley Maths"') == 1
    assert with_formula.count("math{font-family:") == 1


def test_a_page_that_stands_alone_carries_the_alphabets_it_prints() -> None:
    bold = inline_stylesheet("<math><mi>𝐖</mi></math>")
    assert bold.count('@font-face{font-family:"Galley Maths"') == 2
    every = inline_stylesheet()
    assert every.count('@font-face{font-family:"Galley Maths"') == 4


def test_a_formula_is_known_by_its_element() -> None:
    assert has_maths('<p>so <math display="inline"><mi>x</mi></math></p>')
    assert not has_maths("<p>aftermath</p>")
