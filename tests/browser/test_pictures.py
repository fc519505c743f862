"""Pictures and plain figures on a page: read in the dark, marked, with all their words."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest
from PIL import Image
from playwright.sync_api import Locator, Page

from galley_figures.style.palette import contrast, css_variables

pytestmark = pytest.mark.browser

PAPER = css_variables("light")["--fig-paper"]
INK_ALONE = ("fig-ink", "fig-white", "fig-clear", "fig-invented")


@pytest.fixture
def pictures(open_page: Callable[..., Page], everything: Any) -> Callable[..., Page]:
    def pictures(scheme: str = "light", width: int = 1280) -> Page:
        return open_page(
            everything.url + "pictures.html",
            color_scheme=scheme,
            viewport={"width": width, "height": 900},
        )

    return pictures


def colours(part: Locator) -> Counter[str]:
    """Count the colours of what a reader sees there."""
    part.scroll_into_view_if_needed()
    part.evaluate("node => node.decode?.()")  # pictures load when they are near
    image = Image.open(io.BytesIO(part.screenshot())).convert("RGB")
    found = image.getcolors(image.width * image.height) or []
    return Counter({"#{:02x}{:02x}{:02x}".format(*value): count for count, value in found})


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", INK_ALONE)
def test_black_ink_stands_on_light_paper_in_both_themes(
    pictures: Callable[..., Page], name: str, scheme: str
) -> None:
    seen = colours(pictures(scheme).locator(f"#{name} .figure__drawing :is(svg, img)"))
    ground, count = seen.most_common(1)[0]
    assert ground == PAPER
    assert count > seen.total() / 2
    assert max(contrast(ink, ground) for ink, often in seen.items() if often > 20) > 7


def test_ink_in_the_text_stands_on_paper_in_the_dark(pictures: Callable[..., Page]) -> None:
    seen = colours(pictures("dark").locator(".body > p img").first)
    assert seen.most_common(1)[0][0] == PAPER


def test_a_plain_figure_keeps_its_white_ground_out_of_a_light_page(
    pictures: Callable[..., Page],
) -> None:
    assert "#ffffff" not in colours(pictures("light").locator("#fig-white .figure__drawing"))


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("fig-ink", "schematic"),
        ("fig-clear", "schematic"),
        ("fig-made-up", "made up"),
        ("fig-invented", "made up"),
    ],
)
def test_what_is_drawn_or_made_up_wears_a_mark_in_a_frame(
    pictures: Callable[..., Page], name: str, word: str, scheme: str, width: int
) -> None:
    box = pictures(scheme, width).locator(f"#{name} .figure__drawing")
    mark = box.locator(".figure__mark")
    assert mark.inner_text() == word
    assert mark.is_visible()
    style = "getComputedStyle(node)"
    assert box.evaluate(f"node => {style}.borderTopWidth") == "1px"
    dashes = "dashed" if word == "schematic" else "solid"
    assert box.evaluate(f"node => {style}.borderTopStyle") == dashes
    assert float(mark.evaluate(f"node => parseFloat({style}.fontSize)")) >= 12


@pytest.mark.parametrize("name", ["fig-white", "fig-photo", "fig-hand"])
def test_what_is_measured_or_seen_wears_none(pictures: Callable[..., Page], name: str) -> None:
    assert pictures().locator(f"#{name} .figure__mark").count() == 0


@pytest.mark.parametrize(
    ("name", "line"),
    [
        (
            "fig-ink",
            "Drawing, not measured data. After Bi and Poo [1]. Drawing: Ana Author. Not to scale.",
        ),
        ("fig-made-up", "Made-up picture, not a real case."),
        (
            "fig-photo",
            "Seen or measured, not made up. Photo: Ana Author. "
            "Shown with consent (written consent, 2026).",
        ),
        (
            "fig-hand",
            "Seen or measured, not made up. Photo: Ana Author. "
            "Shown with consent (written consent, 2026).",
        ),
        ("fig-white", "Measured data. From Bi and Poo [1]."),
        ("fig-invented", "Made-up data, to show the idea."),
    ],
)
def test_each_says_below_what_it_is_and_who_made_it(
    pictures: Callable[..., Page], name: str, line: str
) -> None:
    assert pictures().locator(f"#{name} .figure__evidence").text_content() == line


def test_alt_text_and_description_are_there(pictures: Callable[..., Page]) -> None:
    page = pictures()
    for name, alt in (("fig-ink", "A zigzag of ink"), ("fig-hand", "Four dots")):
        assert page.get_by_role("img", name=alt).first.is_visible()
        assert page.locator(f"#{name} img").get_attribute("alt") == alt
        page.locator(f"#{name} summary").click()
        assert page.locator(f"#{name} details p").first.is_visible()


def test_a_picture_of_people_is_not_offered_as_a_file(pictures: Callable[..., Page]) -> None:
    page = pictures()
    assert page.locator("#fig-hand a[download]").count() == 0
    assert page.locator("#fig-white a[download]").count() > 0


@pytest.mark.parametrize(("width", "sharpness", "expected"), [(390, 1, 640), (320, 3, 640)])
def test_a_browser_loads_the_lighter_form_in_the_width_it_needs(
    open_page: Callable[..., Page], everything: Any, width: int, sharpness: int, expected: int
) -> None:
    page = open_page(
        everything.url + "pictures.html",
        viewport={"width": width, "height": 900},
        device_scale_factor=sharpness,
    )
    image = page.locator("#fig-clear img")
    image.scroll_into_view_if_needed()
    image.evaluate("node => node.decode()")
    address = image.evaluate("node => node.currentSrc")
    assert address.endswith(".webp")
    data = page.request.get(address).body()
    assert Image.open(io.BytesIO(data)).width == expected


@pytest.mark.parametrize(("motion", "suffix"), [("no-preference", ".gif"), ("reduce", ".webp")])
def test_whoever_wants_nothing_to_move_sees_the_first_frame(
    open_page: Callable[..., Page], everything: Any, motion: str, suffix: str
) -> None:
    page = open_page(everything.url + "pictures.html", reduced_motion=motion)
    image = page.get_by_role("img", name="A dot walks to the right")
    image.scroll_into_view_if_needed()
    image.evaluate("node => node.decode()")
    assert image.evaluate("node => node.currentSrc").endswith(suffix)


PLAIN = ("fig-white", "fig-clear", "fig-invented")


@pytest.mark.parametrize("name", PLAIN)
@pytest.mark.parametrize("width", [320, 390, 480])
def test_a_plain_figure_keeps_its_words_at_12_px_on_a_phone(
    pictures: Callable[..., Page], name: str, width: int
) -> None:
    drawing = pictures(width=width).locator(f"#{name} .figure__drawing :is(svg, img)")
    share = drawing.evaluate(
        "node => node.getBoundingClientRect().width / node.getAttribute('width')"
    )
    px_per_inch = 100 if drawing.evaluate("node => node.localName") == "img" else 96
    assert share * px_per_inch * 10 / 72 >= 12  # matplotlib's usual 10 points
    box = drawing.evaluate("node => node.closest('.scroll').getBoundingClientRect().right")
    assert box <= width


@pytest.mark.parametrize("name", PLAIN)
def test_a_plain_figure_scrolls_by_key_in_a_box_with_a_name(
    pictures: Callable[..., Page], name: str
) -> None:
    page = pictures(width=390)
    box = page.locator(f"#{name}").get_by_role(
        "group", name="Drawing; scroll sideways to see all of it"
    )
    box.focus()
    assert box.evaluate("node => node === document.activeElement")
    assert box.evaluate("node => getComputedStyle(node).outlineStyle") == "solid"
    page.keyboard.press("ArrowRight")
    page.wait_for_function("() => document.activeElement.scrollLeft > 0")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", PLAIN)
def test_the_edge_beyond_which_more_of_a_plain_figure_lies_is_drawn(
    pictures: Callable[..., Page], name: str, scheme: str
) -> None:
    box = pictures(scheme, 390).locator(f"#{name} .scroll")
    assert edges(box) == (False, True)
    box.evaluate("node => { node.scrollLeft = 9999; }")
    assert edges(box) == (True, False)


def edges(box: Locator) -> tuple[bool, bool]:
    """Tell at which sides a line runs down the whole box."""
    box.scroll_into_view_if_needed()
    image = Image.open(io.BytesIO(box.screenshot())).convert("RGB")
    columns = [
        [image.getpixel((x, y)) for y in range(4, image.height - 4)] for x in range(image.width)
    ]
    # A box that begins between two pixels is cut out with a part of its neighbour.
    return any(map(is_dark_line, columns[:3])), any(map(is_dark_line, columns[-3:]))


def is_dark_line(pixels: list[Any]) -> bool:
    return all(contrast("#{:02x}{:02x}{:02x}".format(*pixel), PAPER) > 3 for pixel in pixels)


@pytest.mark.parametrize("name", PLAIN)
def test_a_plain_figure_is_seen_whole_on_a_desk(pictures: Callable[..., Page], name: str) -> None:
    box = pictures(width=1280).locator(f"#{name} .scroll")
    assert box.evaluate("node => node.scrollWidth - node.clientWidth") == 0
