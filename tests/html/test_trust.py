"""What stands at an article's end so that readers can trust it and put it right."""

from __future__ import annotations

from dataclasses import replace

from markupsafe import Markup

from galley.html.context import (
    ArticleContext,
    ChangeContext,
    Day,
    FigureContext,
    OwnCitation,
    PageContext,
    PersonContext,
    RenderedBlock,
    SiteContext,
    StateContext,
)
from galley.html.environment import make_environment
from galley.html.trust import Trust, Way, trust_of
from galley.html.words import words_for

ADDRESS = "https://e.org/blog/window.html"
MADE = FigureContext("fig-a", made_by_html=Markup("Drawn by x"))
TEMPLATES = make_environment()


def block(figure: FigureContext) -> RenderedBlock:
    return RenderedBlock("figure", figure=figure)


def end_of(article: ArticleContext, lang: str = "en") -> str:
    page = PageContext(lang, words_for(lang), SiteContext("Blog"), article.title)
    html = TEMPLATES.get_template("article/index.html.j2").render(page=page, article=article)
    return html.partition('<footer class="article__end">')[2]


def test_an_article_says_how_it_may_be_used_and_whom_to_tell() -> None:
    assert trust_of("5 & more", ADDRESS, "CC BY 4.0", "a@e.org", [block(MADE)]) == Trust(
        licence=Way("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/"),
        corrections=Way(
            "a@e.org",
            "mailto:a@e.org?subject=5%20%26%20more&body=%0A%0Ahttps%3A//e.org/blog/window.html",
        ),
        address=Way("e.org/blog/window.html", ADDRESS),
        has_made_figures=True,
    )


def test_what_is_not_known_is_not_there() -> None:
    assert trust_of("T", "", "", "", [block(FigureContext("fig-a"))]) == Trust()
    assert trust_of("T", "", "", "a@e.org", []).corrections == Way(
        "a@e.org", "mailto:a@e.org?subject=T"
    )


def test_mistakes_may_be_told_on_a_page_instead() -> None:
    form = trust_of("T", ADDRESS, "", "https://e.org/tell/?a=1", []).corrections
    assert form == Way("e.org/tell/?a=1", "https://e.org/tell/?a=1")


def test_a_figure_of_states_was_made_too() -> None:
    states = FigureContext("fig-a", states=(StateContext((1,), "Day 1", MADE),))
    assert trust_of("T", "", "", "", [block(states)]).has_made_figures


WHOLE = ArticleContext(
    "Window",
    authors=(PersonContext("Maria Lopez", "MD", "Hospital"),),
    reviewers=(PersonContext("Chidi Okafor", "MSc", orcid="0000-0002-1825-0097"),),
    published=Day("2026-11-01", "1 November 2026"),
    updated=Day("2026-11-03", "3 November 2026"),
    reviewed=Day("2026-11-02", "2 November 2026"),
    review_by=Day("2028-11-01", "1 November 2028"),
    changes=(ChangeContext(Day("2026-11-03", "3 November 2026"), "A number."),),
    disclosures="none",
    own_citation=OwnCitation(Markup("Lopez, M.")),
    trust=trust_of("Window", ADDRESS, "CC BY 4.0", "a@e.org", [block(MADE)]),
)


def test_the_end_names_people_then_what_speaks_for_the_article_then_how_to_pass_it_on() -> None:
    end = end_of(WHOLE)
    order = [
        "About the author",
        "Maria Lopez",
        "Reviewed by",
        "Chidi Okafor",
        "orcid.org/0000-0002-1825-0097",
        "About this article",
        'Published <time datetime="2026-11-01">1 November 2026</time>',
        'Updated <time datetime="2026-11-03">',
        'Reviewed <time datetime="2026-11-02">',
        'Next review <time datetime="2028-11-01">',
        "A number.",
        "The authors declare no competing interests.",
        "Drawn by code.",
        '<a href="https://creativecommons.org/licenses/by/4.0/" rel="license">CC BY 4.0</a>',
        "Found a mistake?",
        ">a@e.org</a>. What is corrected is listed here with its date.",
        "Cite this article",
        f'Link to this page: <a href="{ADDRESS}">e.org/blog/window.html</a>',
    ]
    places = [end.find(words) for words in order]
    assert -1 not in places, order[places.index(-1)]
    assert places == sorted(places)


def test_the_button_that_copies_is_hidden_until_a_script_can() -> None:
    assert (
        f'<button class="share__copy" type="button" hidden data-copy="{ADDRESS}" '
        'data-copied="Copied">Copy link</button>'
    ) in end_of(WHOLE)


def test_an_indonesian_article_says_it_in_indonesian() -> None:
    end = end_of(WHOLE, "id")
    assert "Menemukan kesalahan?" in end
    assert "Ditinjau <time" in end
    assert "Salin tautan" in end


def test_a_withdrawn_article_is_not_passed_on() -> None:
    withdrawn = replace(
        WHOLE, withdrawn=ChangeContext(Day("2026-12-01", "1 December 2026"), "Wrong.")
    )
    assert "data-copy" not in end_of(replace(withdrawn, own_citation=None))
    assert "Found a mistake?" in end_of(withdrawn)


def test_an_article_that_cannot_be_cited_still_has_its_link() -> None:
    assert "Link to this page:" in end_of(replace(WHOLE, own_citation=None))
