"""Words that a reader may ask about open what they mean: once, and only in running text."""

from __future__ import annotations

import re

import pytest
from markupsafe import Markup

from galley.glossary import parse_glossary
from galley.html.explaining import Explained, explain
from galley.html.meanings import meanings_of

GLOSSARY = """
recovery:
  en: recovery
  id: pemulihan
  definition:
    en: Getting *better* & stronger.
    id: Membaik.
spontaneous recovery:
  en: spontaneous recovery
  definition:
    en: Recovery by itself.
ltp:
  en: long-term potentiation
  short: LTP
  definition:
    en: A lasting strengthening.
mri:
  en: magnetic resonance imaging
  short: MRI
plain:
  en: dose
"""
MEANINGS = {
    lang: meanings_of(parse_glossary(GLOSSARY, "glossary.yml")[0], lang) for lang in ("en", "id")
}


def explained(*parts: str, lang: str = "en", href: str = "glossary.html") -> Explained:
    return explain(map(Markup, parts), MEANINGS[lang], lang, href)


def marked(html: str, **options: str) -> list[str]:
    """Return the names of the buttons in the HTML."""
    (part,) = explained(html, **options).parts
    return re.findall(r'<button class="cite__open"[^>]*aria-label="([^"]*)">', part)


def test_a_term_is_a_button_over_a_link_to_its_place_in_the_glossary() -> None:
    found = explained("<p>No recovery.</p>")
    assert found.parts == (
        '<p>No <label class="cite term"><a href="glossary.html#term-recovery" tabindex="-1" '
        'aria-hidden="true">recovery</a><button class="cite__open" '
        'popovertarget="term:recovery" aria-label="recovery"></button></label>.</p>',
    )
    assert [meaning.id for meaning in found.used] == ["recovery"]
    assert found.used[0].html == "Getting <em>better</em> &amp; stronger."


def test_without_a_glossary_page_it_is_no_link() -> None:
    (part,) = explained("<p>recovery</p>", href="").parts
    assert '<span aria-hidden="true">recovery</span><button' in part


def test_only_the_first_use_in_all_parts_is_marked() -> None:
    found = explained("<p>Recovery and recovery.</p>", "<p>recovery</p>")
    assert [part.count("<button") for part in found.parts] == [1, 0]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("RECOVERY", ["RECOVERY"]),
        ("spontaneous\nrecovery", ["spontaneous\nrecovery"]),
        ("long-term potentiation", ["long-term potentiation"]),
        ("LTP", ["LTP"]),
        ("ltp and LTPs", []),
        ("recoverys", ["recoverys"]),
        ("prerecovery, recovery-based, xMRI", []),
        ("MRI", ["MRI"]),
        ("magnetic resonance imaging", []),
        ("dose", []),
        ("a &amp; recovery &lt; b", ["recovery"]),
    ],
)
def test_whole_words_are_found(text: str, names: list[str]) -> None:
    assert marked(f"<p>{text}</p>") == names


@pytest.mark.parametrize(
    "html",
    [
        "<h2>recovery</h2>",
        '<a href="#x">the <em>recovery</em> of</a>',
        "<code>recovery</code>",
        "<pre><span>recovery</span></pre>",
        '<span class="citation" id="c">(<span>Recovery</span> group, 2019)</span>',
        '<p class="callout__label" id="x">Recovery</p>',
        "<math><mtext>recovery</mtext></math>",
        "<svg><text>recovery</text></svg>",
        "<figcaption>recovery</figcaption>",
        "<table><tr><th>recovery</th></tr></table>",
        "<summary>recovery</summary>",
        '<p title="recovery">x</p>',
    ],
)
def test_what_has_a_job_of_its_own_is_left_as_it_is(html: str) -> None:
    assert explained(html).parts == (html,)


def test_text_after_a_quiet_element_is_read_again() -> None:
    html = '<h2>recovery <a href="#">x</a></h2><ul><li>recovery</li></ul>'
    assert explained(html).parts[0].startswith(html.partition("<ul>")[0])
    assert marked(html) == ["recovery"]


def test_another_language_has_its_own_words() -> None:
    assert marked("<p>pemulihan, recovery, pemulihans</p>", lang="id") == ["pemulihan"]


def test_every_abbreviation_that_an_author_explains_opens_one_meaning() -> None:
    abbr = '<abbr title="tissue plasminogen &amp; co">tPA</abbr>'
    found = explained(f"<p>{abbr}, {abbr}</p>")
    assert found.parts[0].count(f'<span aria-hidden="true">{abbr}</span><button') == 2
    (meaning,) = found.used
    assert (meaning.word, meaning.html, meaning.is_listed) == (
        "tPA",
        "tissue plasminogen &amp; co",
        False,
    )


def test_an_abbreviation_that_the_glossary_has_opens_what_the_glossary_says() -> None:
    found = explained('<p><abbr title="Long-term potentiation">LTP</abbr>, then LTP</p>')
    assert [meaning.id for meaning in found.used] == ["ltp"]
    assert found.parts[0].count("<button") == 1


def test_names_that_would_share_a_place_get_places_of_their_own() -> None:
    text = "a b:\n  en: one\n  short: A\na-b:\n  en: two\n  short: B\n"
    glossary, _ = parse_glossary(text, "glossary.yml")
    assert [meaning.anchor for meaning in meanings_of(glossary, "en")] == [
        "term-a-b",
        "term-a-b--2",
    ]
