"""A reader switches a figure: by key, by finger, on paper, in the dark, and never by a script."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser

DAYS = (1, 7, 30, 90, 365)
OPEN_ALL = "document.querySelectorAll('details').forEach(node => { node.open = true; })"
# What of a figure can be seen: its drawings' names, evidence lines and labels of states.
SEEN = """() => [...document.querySelectorAll('#fig-start svg, #fig-start .state__label')]
  .filter(node => node.checkVisibility())
  .map(node => node.getAttribute('aria-label') || node.textContent)"""


@pytest.fixture
def explored(open_page: Callable[..., Page], everything: Any) -> Callable[..., Page]:
    """Return a function that opens the page of figures in states; scripts are off at first."""

    def opened(**options: Any) -> Page:
        return open_page(
            everything.url + "explored.html", **{"java_script_enabled": False, **options}
        )

    return opened


def shown_day(page: Page, figure: str = "#fig-start") -> str:
    """Return the name of the one drawing that can be seen."""
    visible = page.locator(f"{figure} svg[role=img]:visible")
    expect(visible).to_have_count(1)
    return visible.get_attribute("aria-label") or ""


def test_the_state_that_the_author_chose_is_shown_first(explored: Callable[..., Page]) -> None:
    page = explored()
    assert "Training starts on day 30," in shown_day(page)
    expect(page.get_by_role("radio", name="30 days")).to_be_checked()


def test_arrow_keys_switch_drawing_text_alternative_table_and_files(
    explored: Callable[..., Page],
) -> None:
    page = explored()
    page.locator("#fig-start summary").click()
    page.get_by_role("radio", name="30 days").focus()
    table = page.locator("#fig-start table:visible")
    for key, day in (("ArrowRight", 90), ("ArrowDown", 365), ("ArrowRight", 1), ("ArrowLeft", 365)):
        page.keyboard.press(key)
        assert f"Training starts on day {day}," in shown_day(page)
        expect(table).to_have_count(1)
        last = table.locator("tbody tr").last.locator("td, th").all_inner_texts()
        assert last[:3] == ["start of training", "marked day", str(day)]
        place = DAYS.index(day) + 1
        files = page.locator("#fig-start .figure__downloads a:visible")
        assert [link.get_attribute("href") for link in files.all()] == [
            f"explored/fig-start-state-{place}.{kind}" for kind in ("csv", "svg", "png")
        ]


def test_the_control_is_a_named_group_of_radio_buttons_for_a_screen_reader(
    explored: Callable[..., Page],
) -> None:
    page = explored()
    group = page.locator("#fig-start").get_by_role(
        "group", name="Training starts after", exact=True
    )
    names = [one.get_attribute("value") for one in group.get_by_role("radio").all()]
    assert names == ["1", "2", "3", "4", "5"]
    for day in DAYS:
        expect(
            group.get_by_role("radio", name="1 day" if day == 1 else f"{day} days", exact=True)
        ).to_have_count(1)


def test_two_controls_choose_one_of_every_combination(explored: Callable[..., Page]) -> None:
    page = explored(viewport={"width": 1280, "height": 900})
    figure = page.locator("#fig-both")
    words = "AVERT, n = 2,104"
    assert "day 0," in shown_day(page, "#fig-both")
    expect(figure.locator("svg:visible").get_by_text(words)).to_have_count(0)
    figure.get_by_role("radio", name="clinicians", exact=True).check()
    assert "day 0," in shown_day(page, "#fig-both")
    expect(figure.locator("svg:visible").get_by_text(words)).to_have_count(1)
    figure.get_by_role("radio", name="60 days", exact=True).check()
    assert "day 60," in shown_day(page, "#fig-both")
    expect(figure.locator("svg:visible").get_by_text(words)).to_have_count(1)


def test_one_figure_does_not_switch_the_other(explored: Callable[..., Page]) -> None:
    page = explored()
    before = shown_day(page, "#fig-both")
    page.locator("#fig-start").get_by_role("radio", name="7 days", exact=True).check()
    assert shown_day(page, "#fig-both") == before
    assert "day 7," in shown_day(page)


def test_what_was_opened_stays_open_when_the_state_changes(explored: Callable[..., Page]) -> None:
    page = explored()
    page.locator("#fig-start summary").click()
    page.locator("#fig-start").get_by_role("radio", name="7 days", exact=True).check()
    expect(page.locator("#fig-start .figure__details table:visible")).to_have_count(1)


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_fingers_can_hit_every_value(explored: Callable[..., Page], width: int) -> None:
    page = explored(viewport={"width": width, "height": 800})
    boxes = [label.bounding_box() for label in page.locator(".choice label").all()]
    assert len(boxes) == 9
    assert all(box and box["height"] >= 44 and box["width"] >= 44 for box in boxes)


@pytest.mark.parametrize(("width", "layout"), [(390, "narrow"), (1280, "wide")])
def test_each_state_has_a_drawing_for_phones(
    explored: Callable[..., Page], width: int, layout: str
) -> None:
    page = explored(viewport={"width": width, "height": 800})
    for day in DAYS:
        page.locator("#fig-start .choice label").nth(DAYS.index(day)).click()
        assert f"day {day}," in shown_day(page)
        expect(page.locator(f"#fig-start .figure__drawing--{layout}:visible")).to_have_count(1)


def test_paper_shows_the_chosen_state_with_its_label_and_no_control(
    explored: Callable[..., Page],
) -> None:
    page = explored(viewport={"width": 794, "height": 1123})
    page.locator("#fig-start").get_by_role("radio", name="90 days", exact=True).check()
    page.emulate_media(media="print")
    assert "day 90," in shown_day(page)
    expect(page.locator("#fig-start .state__label:visible")).to_have_text(
        ["Training starts after: 90 days"]
    )
    expect(page.locator("#fig-start .choices")).to_be_hidden()
    expect(page.locator("#fig-start .figure__evidence")).to_be_visible()
    expect(page.locator("#fig-start .figure__caption")).to_be_visible()


def test_paper_shows_data_and_description_of_the_chosen_state_since_it_cannot_be_opened(
    explored: Callable[..., Page],
) -> None:
    page = explored(viewport={"width": 794, "height": 1123})
    assert page.locator("#fig-start details").get_attribute("open") is None
    page.emulate_media(media="print")
    expect(page.locator("#fig-start summary")).to_be_hidden()
    expect(page.locator("#fig-start .figure__facts:visible")).to_have_count(1)
    expect(page.locator("#fig-start table:visible")).to_have_count(1)
    expect(page.locator("#fig-start a[download]:visible")).to_have_count(0)


def test_a_state_follows_light_and_dark(explored: Callable[..., Page]) -> None:
    page = explored(java_script_enabled=True, color_scheme="light")
    page.locator("#fig-start").get_by_role("radio", name="7 days", exact=True).check()
    ink = """() => getComputedStyle(
      [...document.querySelectorAll('#fig-start svg text')].find(node => node.checkVisibility())
    ).fill"""
    light = page.evaluate(ink)
    page.emulate_media(color_scheme="dark")
    assert page.evaluate(ink) != light


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_no_state_makes_the_page_wider_than_its_screen(
    explored: Callable[..., Page], width: int
) -> None:
    page = explored(java_script_enabled=True, viewport={"width": width, "height": 800})
    page.evaluate(OPEN_ALL)
    for label in page.locator(".choice label").all():
        label.click()
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_browser_that_cannot_hide_states_shows_them_all_with_their_labels(
    browser: Browser, everything: Any
) -> None:
    """As one without ``:has()`` reads the style sheet: no rule with it, no query for it."""
    context = browser.new_context()
    page = context.new_page()

    def older(route: Any) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=answer.text().replace(":has(", ":unknown("))

    page.route("**/assets/site-*.css", older)
    page.goto(everything.url + "explored.html")
    seen = page.evaluate(SEEN)
    context.close()
    labels = [text for text in seen if text.startswith("Training starts after:")]
    assert len(labels) == 5
    assert [text for text in seen if text not in labels and "day 365," in text]
    assert len(seen) == 10


def test_every_file_of_every_state_is_there(everything: Any) -> None:
    names = {path.name for path in (everything.folder / "explored").iterdir()}
    for kind in ("csv", "svg", "png"):
        assert f"fig-start.{kind}" in names
        assert {f"fig-start-state-{place}.{kind}" for place in (1, 2, 4, 5)} <= names
