"""The style sheet: complete, small, readable in both themes, and asking nothing of other hosts."""

from __future__ import annotations

import base64
import gzip
import hashlib
import re
from itertools import product
from pathlib import Path

import pytest

import galley.html
from galley.html.assets import (
    SHEETS,
    figure_colours,
    inline_stylesheet,
    shrink,
    site_assets,
    stylesheet,
)
from galley.html.context import ThemeColors
from galley.html.policy import content_security_policy
from galley_figures.style.palette import contrast, css_variables

CSS = Path(galley.html.__file__).parent / "static" / "css"
SHEET_PATHS = sorted(CSS.rglob("*.css"))
TOKENS = (CSS / "tokens.css").read_text(encoding="utf-8")

# What text may stand on, and the inks it is set in.
GROUNDS = ("--paper", "--paper-2", "--fig-caution-tint")
INKS = ("--ink", "--ink-2", "--accent", "--signal", "--harm")


def _colour(token: str, theme: str) -> str:
    variables = css_variables(theme)  # type: ignore[arg-type]
    if token in variables:
        return variables[token]
    alias = re.search(rf"{token}: var\((--fig-[\w-]+)\);", TOKENS)
    assert alias, f"{token} takes no colour from the palette"
    return variables[alias[1]]


@pytest.mark.parametrize(("theme", "ground", "ink"), [*product(("light", "dark"), GROUNDS, INKS)])
def test_text_can_be_read_on_every_ground(theme: str, ground: str, ink: str) -> None:
    assert contrast(_colour(ink, theme), _colour(ground, theme)) >= 4.5


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_quietest_ink_can_be_read_on_paper(theme: str) -> None:
    assert contrast(_colour("--ink-3", theme), _colour("--paper", theme)) >= 4.5


def test_the_browser_frame_has_the_colour_of_the_paper() -> None:
    papers = ThemeColors(
        css_variables("light")["--fig-paper"], css_variables("dark")["--fig-paper"]
    )
    assert ThemeColors() == papers


def test_every_variable_that_is_used_is_set() -> None:
    css = stylesheet()
    used = set(re.findall(r"var\((--[\w-]+)", css))
    set_ = set(re.findall(r"(--[\w-]+):", css))
    assert used - set_ == set()


def test_every_own_token_is_used() -> None:
    tokens = set(re.findall(r"^\s*(--[\w-]+):", TOKENS, flags=re.MULTILINE))
    used = set(re.findall(r"var\((--[\w-]+)", stylesheet()))
    assert tokens - used == set()


def test_every_colour_of_the_figures_is_set_for_both_themes() -> None:
    css = figure_colours()
    for name in css_variables("light"):
        assert css.count(f"{name}:") == 3


def test_dark_colours_are_for_screens_so_that_paper_stays_light() -> None:
    _, system, chosen, _ = shrink(figure_colours()).split("@media screen")
    assert system.startswith(" and (prefers-color-scheme:dark){:root:not([data-theme=light]){")
    assert chosen.startswith("{:root[data-theme=dark]{color-scheme:dark;")


def test_a_readers_own_choice_has_the_same_dark_colours_as_the_systems() -> None:
    _, system, chosen, _ = figure_colours().split("@media ")
    assert re.findall(r"--[^;]*;", system) == re.findall(r"--[^;]*;", chosen)


def test_layers_come_in_their_order() -> None:
    assert stylesheet().startswith(f"@layer {','.join(SHEETS)};")
    last = [stylesheet().rindex(f"@layer {name}{{") for name in SHEETS]
    assert last == sorted(last)


@pytest.mark.parametrize("path", SHEET_PATHS, ids=lambda path: path.name)
def test_a_sheet_keeps_the_rules_of_the_house(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) < 150
    assert "!important" not in text
    assert "url(" not in text
    assert text.count("{") == text.count("}")
    if path.name != "print.css":
        assert re.findall(r"#[0-9a-f]{3,8}\b", text) == [], "a colour belongs to the palette"


def test_the_sheet_is_at_most_eleven_kilobytes_on_its_way() -> None:
    assert len(gzip.compress(stylesheet().encode(), 9, mtime=0)) < 11_000


def test_files_are_named_after_their_content_and_lie_in_one_folder() -> None:
    assets = site_assets()
    for address, data in assets.files.items():
        assert re.fullmatch(r"assets/[a-z-]+-[0-9a-f]{8}\.(css|woff2)", address)
        assert hashlib.sha256(data).hexdigest()[:8] in address
    assert assets.stylesheet in assets.files


def test_every_face_the_sheet_loads_is_among_the_files() -> None:
    assets = site_assets()
    css = assets.files[assets.stylesheet].decode()
    loaded = {f"assets/{name}" for name in re.findall(r'url\("([^"]+)"\)', css)}
    inside = {each for each in loaded if each.startswith("assets/data:font/woff2;base64,")}
    assert len(inside) == 1
    assert loaded - inside == set(assets.files) - {assets.stylesheet}


def test_a_page_that_stands_alone_carries_its_faces_and_no_address() -> None:
    css = str(inline_stylesheet("plain words"))
    assert css.count("data:font/woff2;base64,") == 5
    assert set(re.findall(r"url\(\"(.{5})", css)) == {"data:"}


def test_greek_on_the_page_brings_the_extended_faces() -> None:
    assert str(inline_stylesheet("τ")).count("U+100-17F") == 4
    assert str(inline_stylesheet()).count("U+100-17F") == 4
    assert "U+100-17F" not in str(inline_stylesheet("t"))


def test_shrinking_keeps_what_a_rule_says() -> None:
    css = '/* why */\na > b ,\nc :hover {\n  width: calc(1px + 2px);\n  content: "·";\n}\n'
    assert shrink(css) == 'a>b,c :hover{width:calc(1px + 2px);content:"·"}\n'


def test_the_policy_allows_own_files_and_nothing_else() -> None:
    assert content_security_policy() == (
        "default-src 'none'; style-src 'self' file:; img-src 'self' file: data:; "
        "font-src 'self' file: data:; connect-src 'self'; base-uri 'none'; form-action 'none'"
    )


def test_the_policy_of_a_page_that_stands_alone_names_its_sheet_by_digest() -> None:
    digest = base64.b64encode(hashlib.sha256(b"a{}").digest()).decode()
    assert f"style-src 'sha256-{digest}';" in content_security_policy("a{}")
