"""Citations that open a preview, and the ways back from the list of references."""

from __future__ import annotations

from markupsafe import Markup

from galley.html.context import Reference
from galley.html.previews import with_previews
from galley.html.words import words_for

WORDS = words_for("en")
REFERENCES = (
    Reference("bi2001", Markup("Bi &amp; Poo (2001).")),
    Reference("a&b", Markup("A (2002).")),
)


def link(key: str, text: str) -> str:
    return f'<a href="#ref-{key}" role="doc-biblioref">{text}</a>'


def page(*parts: str) -> str:
    return str(with_previews("".join(parts), REFERENCES, WORDS))


def test_a_citation_is_one_button_to_the_keyboard_and_a_link_where_there_are_no_popovers() -> None:
    assert page(link("bi2001", "Bi &amp; Poo, 2001")) == (
        '<label class="cite"><a tabindex="-1" aria-hidden="true" href="#ref-bi2001" '
        'role="doc-biblioref">Bi &amp; Poo, 2001</a><button id="cited:1" class="cite__open" '
        'popovertarget="see:bi2001" aria-label="Bi &amp; Poo, 2001"></button></label>'
    )


def test_each_work_of_a_cluster_has_its_own_preview() -> None:
    html = page("(", link("bi2001", "Bi, 2001"), "; ", link("a&amp;b", "A, 2002"), ")")
    assert 'popovertarget="see:bi2001"' in html
    assert 'popovertarget="see:a&amp;b"' in html


def test_a_year_or_a_number_alone_gets_a_name() -> None:
    assert 'aria-label="Reference 2001"' in page(link("bi2001", "2001"))
    assert 'aria-label="Reference 3"' in page(link("bi2001", "3"))
    assert 'aria-label="Rujukan 3"' in with_previews(
        link("bi2001", "3"), REFERENCES, words_for("id")
    )


def test_a_name_holds_no_tags() -> None:
    assert 'aria-label="WHO &amp; others, 2001"' in page(
        link("bi2001", "<em>WHO</em> &amp; others, 2001")
    )


def test_what_is_no_citation_of_a_listed_work_stays_as_it_is() -> None:
    for html in (
        link("other2000", "Other, 2000"),
        '<a href="#ref-bi2001">An author’s own link</a>',
        '<details class="figure__details">' + link("bi2001", "2001") + "</details>",
    ):
        assert page(html) == html


def test_the_list_leads_back_to_each_place() -> None:
    html = page(link("bi2001", "Bi, 2001"), '<li id="ref-bi2001">Bi.</li>')
    assert html.endswith(
        '<li id="ref-bi2001">Bi. <span class="references__back">'
        '<a href="#cited:1" aria-label="Back to the text">↩</a></span></li>'
    )
    html = page(link("bi2001", "Bi, 2001") * 2, '<li id="ref-bi2001">Bi.</li>')
    assert html.endswith(
        '<a href="#cited:1" aria-label="Back to the text (1)">↩1</a> '
        '<a href="#cited:2" aria-label="Back to the text (2)">↩2</a></span></li>'
    )


def test_a_work_that_only_a_table_cites_has_no_way_back() -> None:
    html = '<li id="ref-bi2001">Bi.</li>'
    assert page(html) == html
