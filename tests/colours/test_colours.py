"""A site's own colours: what follows from them, and what cannot be read in them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from galley.colours.checking import check_colours
from galley.colours.contrast import TEXT, lowest_contrast, nearest
from galley.colours.oklch import Oklch, mixed, oklch
from galley.colours.scheme import scheme_of
from galley.config import Colours, parse_config
from galley.findings import ContentError, Finding, Place, Severity
from galley_figures.style.palette import PALETTE, contrast

HEX = st.from_regex(r"#[0-9a-f]{6}", fullmatch=True)


def colours(**given: object) -> Colours:
    return Colours.model_validate(given)


def found(**given: object) -> list[Finding]:
    return list(check_colours(colours(**given), lambda path: Place(".".join(path))))


@pytest.mark.parametrize(
    ("value", "lightness", "chroma", "hue"),
    # Ottosson's own values for sRGB's primaries, in degrees.
    [
        ("#ff0000", 0.628, 0.258, 29.2),
        ("#00ff00", 0.866, 0.295, 142.5),
        ("#0000ff", 0.452, 0.313, 264.1),
    ],
)
def test_primaries_lie_where_the_inventor_has_them(
    value: str, lightness: float, chroma: float, hue: float
) -> None:
    found = oklch(value)
    assert (found.lightness, found.chroma) == pytest.approx((lightness, chroma), abs=0.001)
    assert found.hue * 57.2958 % 360 == pytest.approx(hue, abs=0.1)


@given(HEX)
def test_a_colour_survives_the_way_there_and_back(value: str) -> None:
    assert oklch(value).hex == value


def test_what_no_screen_shows_keeps_lightness_and_hue() -> None:
    shown = oklch(Oklch(0.7, 0.4, 1.0).hex)
    assert shown.lightness == pytest.approx(0.7, abs=0.01)
    assert shown.hue == pytest.approx(1.0, abs=0.02)


def test_half_way_from_black_to_white_is_the_grey_that_looks_so() -> None:
    assert mixed("#000000", "#ffffff", 0.5) == "#636363"


@settings(max_examples=25, deadline=None)
@given(HEX, HEX)
def test_the_nearest_colour_passes_and_one_that_passes_is_left_alone(one: str, ground: str) -> None:
    better = nearest(one, [ground], TEXT)
    assert contrast(better, ground) >= TEXT
    assert nearest(better, [ground], TEXT) == better


def test_a_site_without_colours_has_those_of_the_palette() -> None:
    scheme = scheme_of(Colours())
    assert scheme.light.own == scheme.dark.own == {}
    assert scheme.dark.accent == PALETTE["restoration"].dark


def test_an_accent_is_the_pages_alone_and_becomes_light_in_the_dark() -> None:
    scheme = scheme_of(colours(accent="#7a1f5c"))
    assert scheme.light.own == {"--accent": "#7a1f5c"}
    assert scheme.dark.own == {"--accent": "#f08cc8"}


def test_paper_and_ink_change_places_in_the_dark_and_figures_share_them() -> None:
    scheme = scheme_of(colours(paper="#fff3e6", ink="#2b1a10"))
    assert scheme.dark.own["--fig-paper"] == "#1d130d"
    assert scheme.dark.own["--fig-ink"] == "#ebe0d4"
    assert set(scheme.light.own) == {
        f"--fig-{name}"
        for name in (
            "paper",
            "ink",
            "ink-soft",
            "ink-muted",
            "hairline",
            "watermark",
            "band",
            "band-strong",
        )
    }


def test_galleys_own_colours_given_again_stay_as_they_are() -> None:
    light = {"paper": PALETTE["paper"].light, "ink": PALETTE["ink"].light}
    dark = {"paper": PALETTE["paper"].dark, "ink": PALETTE["ink"].dark}
    for scheme, theme in zip(
        (scheme_of(colours(**light, dark=dark)).light, scheme_of(colours(**light, dark=dark)).dark),
        ("light", "dark"),
        strict=True,
    ):
        for name in ("ink-soft", "ink-muted", "hairline", "band"):
            ours = oklch(getattr(PALETTE[name], theme))
            assert oklch(scheme.own[f"--fig-{name}"]).lightness == pytest.approx(
                ours.lightness, abs=0.01
            )


@settings(max_examples=25, deadline=None)
@given(accent=HEX, paper=HEX, ink=HEX)
def test_whatever_is_chosen_dark_words_can_be_read(accent: str, paper: str, ink: str) -> None:
    dark = scheme_of(colours(accent=accent, paper=paper, ink=ink)).dark
    for value in (dark.ink, dark.accent, dark.of_figures("ink-soft"), dark.of_figures("ink-muted")):
        assert lowest_contrast(value, [dark.paper]) >= TEXT


def test_colours_that_can_be_read_are_not_spoken_of() -> None:
    assert found() == []
    assert found(accent="#0b5c5c", signal="#8a5a00", ink="#1a1a1a", paper="#ffffff") == []


def test_an_accent_that_is_too_light_is_told_with_the_nearest_that_passes() -> None:
    assert found(accent="#7fd4c1") == [
        Finding(
            "colour-contrast",
            Severity.ERROR,
            Place("colours.accent"),
            "accent = '#7fd4c1' on the light paper '#fbf8f1' has a contrast of 1.4, and words "
            "need 4.5",
            'Write accent = "#1c7969" under [colours], the nearest colour that passes.',
        )
    ]
    assert found(accent="#1c7969") == []


def test_a_dark_accent_is_told_of_where_it_stands() -> None:
    assert found(dark={"paper": "#000000", "accent": "#0b5c5c"}) == [
        Finding(
            "colour-contrast",
            Severity.ERROR,
            Place("colours.dark.accent"),
            "accent = '#0b5c5c' on the dark paper '#000000' has a contrast of 2.6, and words "
            "need 4.5",
            'Write accent = "#39807f" under [colours.dark], the nearest colour that passes.',
        )
    ]


def test_a_paper_on_which_figures_are_lost_is_told_with_one_on_which_they_are_not() -> None:
    (one,) = found(paper="#d8d8d8")
    assert str(one) == (
        "colours.paper: on the light paper '#d8d8d8', the colour 'step-1' of figures has a "
        "contrast of 2.7, and it needs 3\n"
        '  Fix: Write paper = "#e2e2e2" under [colours], the nearest colour that passes.'
    )
    assert found(paper="#e2e2e2") == []


@pytest.mark.parametrize(
    ("given", "fixes"),
    [
        ({"paper": "#000000", "ink": "#ffffff"}, {"Choose a lighter paper."}),
        ({"dark": {"paper": "#ffffff", "ink": "#000000"}}, {"Choose a darker paper."}),
    ],
)
def test_where_no_colour_is_near_the_paper_is_to_blame(
    given: dict[str, object], fixes: set[str]
) -> None:
    assert {finding.fix for finding in found(**given)} >= fixes


def test_dark_colours_are_written_in_a_table_of_their_own() -> None:
    config, _ = parse_config(
        '[colours]\naccent = "#0B5C5C"\n[colours.dark]\nink = "#ffffff"\n', "s"
    )
    assert (config.colours.accent, config.colours.dark.ink) == ("#0b5c5c", "#ffffff")
    with pytest.raises(ContentError) as raised:
        parse_config('[colours.dark]\nink = "white"\n', "site.toml")
    assert "which is not a colour written as # and six digits" in str(raised.value)
