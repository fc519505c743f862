"""What a site's own look makes of the style sheet, its faces and its templates."""

from __future__ import annotations

import pytest

from galley.config import Colours
from galley.html.assets import inline_stylesheet, maths_stylesheet, site_assets, stylesheet
from galley.html.context import PageContext, SiteContext, ThemeColors
from galley.html.environment import BrokenTemplateError, make_environment, own_templates
from galley.html.words import words_for
from galley.look import GALLEYS_LOOK, Look

ACCENT = Look(Colours(accent="#7a1f5c"))
SANS = Look(type="sans")


def templates(**texts: str) -> Look:
    named = {f"site/{name}.html.j2": text for name, text in texts.items()}
    return Look(templates=named, folder="blog/templates")


def printed(look: Look, name: str) -> str:
    page = PageContext("en", words_for("en"), SiteContext("Site"), "Title", look=look)
    with own_templates(look):
        return make_environment(look).get_template(f"site/{name}.html.j2").render(page=page)


def test_a_site_that_changes_nothing_has_galleys_sheet() -> None:
    assert stylesheet(Look()) == stylesheet(GALLEYS_LOOK) == stylesheet()
    assert site_assets(Look()) is site_assets(GALLEYS_LOOK)


def test_an_accent_stands_in_the_tokens_after_galleys_for_both_themes() -> None:
    css = stylesheet(ACCENT)
    assert css.index("--accent:#7a1f5c") > css.index("--accent:var(--fig-restoration)")
    assert ":root:not([data-theme=light]){--accent:#f08cc8}" in css
    assert "--fig-restoration:#0b6663" in css


def test_a_paper_reaches_figures_pages_and_the_browser_frame() -> None:
    look = Look(Colours(paper="#ffffff", ink="#101010"))
    assert "--fig-paper:#ffffff" in stylesheet(look)
    assert ThemeColors.of(look) == ThemeColors("#ffffff", "#161616")
    assert ThemeColors.of(GALLEYS_LOOK) == ThemeColors()


def test_prose_in_sans_loads_no_serif_and_weighs_less() -> None:
    assets = site_assets(SANS)
    assert "--serif:var(--sans)" in stylesheet(SANS)
    assert [path for path in assets.files if "serif" in path] == []
    assert any(path.startswith("assets/sans-italic-") for path in assets.files)
    weight = {
        look.type: sum(map(len, site_assets(look).files.values())) for look in (SANS, GALLEYS_LOOK)
    }
    assert weight["sans"] < weight["serif"] - 30_000


def test_a_page_in_sans_that_stands_alone_carries_its_italics() -> None:
    assert str(inline_stylesheet("plain words", SANS)).count("data:font/woff2;base64,") == 3


def test_a_style_of_hers_takes_the_place_of_ours_and_her_own_comes_last() -> None:
    look = Look(
        styles={
            "components/colophon.css": ".colophon { order: 7 }",
            "maths.css": "math { order: 8 }",
            "own.css": ".mine { order: 9 }",
        }
    )
    css = stylesheet(look)
    assert ".colophon{order:7}" in css
    assert ".colophon::before{content" not in css
    assert css.startswith("@layer reset,tokens,base,layout,components,utilities,print,own;")
    assert css.endswith("@layer own{\n.mine { order: 9 }\n}\n")
    assert maths_stylesheet(look) == "math{order:8}\n"


def test_a_style_cannot_end_the_sheet_of_a_page_that_stands_alone() -> None:
    look = Look(styles={"own.css": '.a::after { content: "</style><b>" }'})
    assert "</" not in str(inline_stylesheet("", look))
    assert "<\\/style>" in str(inline_stylesheet("", look))


def test_looks_are_one_where_they_say_the_same() -> None:
    assert Look(Colours(accent="#7a1f5c")) == ACCENT
    assert ACCENT != GALLEYS_LOOK
    assert len({Look(Colours(accent="#7a1f5c")), ACCENT, SANS}) == 2
    assert repr(templates(home="a")) != repr(templates(home="b"))


def test_a_template_of_hers_takes_the_place_of_ours() -> None:
    assert (
        printed(templates(home="<p>{{ page.title }} & more</p>"), "home") == "<p>Title & more</p>"
    )


def test_her_template_may_build_on_ours() -> None:
    look = templates(home='{% extends "partials/page.html.j2" %}{% block main %}mine{% endblock %}')
    with pytest.raises(BrokenTemplateError) as raised:
        printed(look, "home")
    # The page asks for what only its own kind has; the line is that of her template.
    assert raised.value.findings[0].place.file == "blog/templates/site/home.html.j2"
    named = templates(
        home='{% extends "partials/page.html.j2" %}{% set name_tag = "p" %}{% set og_type = "x" %}'
        "{% block main %}mine{% endblock %}"
    )
    assert '<main id="content" class="sheet">\nmine</main>' in printed(named, "home")


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        (
            "<p>\n{{ page.wrods }}",
            2,
            "'galley.html.context.PageContext object' has no attribute 'wrods'",
        ),
        ("\n\n{% if %}", 3, "Expected an expression, got 'end of statement block'"),
        ("{{ 1 | shout }}", 1, "No filter named 'shout'"),
        ("{{ 1 / 0 }}", 1, "ZeroDivisionError: division by zero"),
        ('{% include "mine.j2" %}', 1, "there is no template 'mine.j2'"),
    ],
)
def test_a_broken_template_is_told_with_file_and_line(text: str, line: int, what: str) -> None:
    with pytest.raises(BrokenTemplateError) as raised:
        printed(templates(home=text), "home")
    (finding,) = raised.value.findings
    assert (finding.rule, finding.place.file) == (
        "template-broken",
        "blog/templates/site/home.html.j2",
    )
    assert finding.place.line == line
    assert finding.message.startswith("this template cannot be printed: ")
    assert what in finding.message
    assert finding.fix == "Mend it, or remove the file: then Galley's own is used again."


def test_a_template_cannot_reach_what_runs_code() -> None:
    spying = "{{ page.__class__.__init__.__globals__ }}"
    with pytest.raises(BrokenTemplateError) as raised:
        printed(templates(home=spying), "home")
    assert "unsafe" in raised.value.findings[0].message


def test_a_fault_of_ours_is_not_blamed_on_her_template() -> None:
    with pytest.raises(ZeroDivisionError), own_templates(templates(home="fine")):
        raise ZeroDivisionError
