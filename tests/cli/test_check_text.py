"""What `galley check` prints for people, word for word."""

import pytest

from galley.console.check_text import CheckText, rules_text
from galley.console.findings_order import reading_order, things_first
from galley.console.repeats import join_repeats
from galley.findings import Finding, Place, Severity

A, B = "n/a.ipynb", "n/b.id.ipynb"


def key(name: str, line: int = 3, file: str = A) -> Finding:
    return Finding(
        "citation-unknown-key",
        Severity.ERROR,
        Place(file, "text", line),
        f"unknown citation key '{name}'",
        "Keys live in n/references.bib.",
    )


def alt(cell: str, file: str = A) -> Finding:
    return Finding(
        "figure-missing-alt",
        Severity.WARNING,
        Place(file, cell),
        "this figure has no alternative text",
        "write '#| alt: …'.",
    )


def advice(line: int, file: str = A) -> Finding:
    return Finding(
        "figure-mark-missing", Severity.ADVICE, Place(file, "text", line), "it has no mark"
    )


IMAGE = Finding("image-missing", Severity.ERROR, Place(A, "text", 1), "the image is not there")
REVIEW = Finding(
    "front-matter-missing-review-by", Severity.ADVICE, Place(A), "no review", "Add it."
)
CAPTION = Finding("figure-missing-caption", Severity.WARNING, Place(A, "fig"), "no caption", "Add.")
CONSENT = Finding("picture-consent-missing", Severity.ERROR, Place(B, "fig", 2), "no consent")


def test_nothing_is_said_where_nothing_is_found() -> None:
    assert CheckText().render(()) == "Nothing to mend."


def test_a_single_thing_is_told_with_its_reason_and_its_cost() -> None:
    assert CheckText().render([alt("fig")]) == (
        "One thing to mend:\n"
        "\n"
        "1. n/a.ipynb#fig: this figure has no alternative text\n"
        "   Why: Readers who cannot see the figure are told nothing.\n"
        "   Fix: write '#| alt: …'.\n"
        "   Rule: figure-missing-alt (warning; costs a sentence)\n"
        "\n"
        "1 warning."
    )


def test_three_things_come_first_then_the_rest_by_article_and_advice_is_folded() -> None:
    found = [IMAGE, key("x"), key("y", 5), alt("fig"), alt("fig2"), CAPTION, CONSENT, REVIEW]
    found += [advice(1), advice(9)]
    text = CheckText(command="galley check n", cells={(A, "fig"): 1, (A, "fig2"): 2})
    assert text.render(found) == (
        "Three things first:\n"
        "\n"
        "1. n/b.id.ipynb#fig:2: no consent\n"
        "   Why: Showing a patient without consent harms the person shown.\n"
        "   Rule: picture-consent-missing (error; costs a sentence)\n"
        "\n"
        "2. n/a.ipynb#text:3: unknown citation key 'x'\n"
        "   And 1 more:\n"
        "     #text:5: unknown citation key 'y'\n"
        "   Why: A reader who wants to check the claim finds no reference behind it.\n"
        "   Fix: Keys live in n/references.bib.\n"
        "   Rule: citation-unknown-key (error; costs a look into the sources)\n"
        "\n"
        "3. n/a.ipynb#text:1: the image is not there\n"
        "   Why: A reader sees a gap where the picture should be.\n"
        "   Rule: image-missing (error; costs a word)\n"
        "\n"
        "Then, by article:\n"
        "\n"
        "n/a.ipynb: 3 warnings\n"
        "  #fig: this figure has no alternative text\n"
        "    And 1 more: #fig2\n"
        "    Fix: write '#| alt: …'.\n"
        "    Rule: figure-missing-alt (warning; costs a sentence)\n"
        "  #fig: no caption\n"
        "    Fix: Add.\n"
        "    Rule: figure-missing-caption (warning; costs a sentence)\n"
        "\n"
        "3 pieces of advice: galley check n --all shows them\n"
        "  2 × figure-mark-missing: a schematic or made-up data without a mark in the drawing\n"
        "  1 × front-matter-missing-review-by: an article that does not say when it will be "
        "reviewed\n"
        "\n"
        "To publish an error anyway, write in the article's front matter  "
        "ignore: {rule: because …}  with the rule's name\n"
        "and the reason; galley status lists it.\n"
        "\n"
        "4 errors, 3 warnings, 3 pieces of advice."
    )


def test_advice_alone_is_folded_into_a_line_for_each_rule() -> None:
    assert CheckText().render([REVIEW]) == (
        "1 piece of advice: galley check --all shows it\n"
        "  1 × front-matter-missing-review-by: an article that does not say when it will be "
        "reviewed\n"
        "\n"
        "1 piece of advice."
    )


def test_all_shows_everything_and_joins_nothing() -> None:
    text = CheckText(shows_all=True).render([alt("fig"), alt("fig2"), REVIEW, advice(2)])
    assert text == (
        "Two things first:\n"
        "\n"
        "1. n/a.ipynb#fig: this figure has no alternative text\n"
        "   Why: Readers who cannot see the figure are told nothing.\n"
        "   Fix: write '#| alt: …'.\n"
        "   Rule: figure-missing-alt (warning; costs a sentence)\n"
        "\n"
        "2. n/a.ipynb#fig2: this figure has no alternative text\n"
        "   Why: Readers who cannot see the figure are told nothing.\n"
        "   Fix: write '#| alt: …'.\n"
        "   Rule: figure-missing-alt (warning; costs a sentence)\n"
        "\n"
        "Then, by article:\n"
        "\n"
        "n/a.ipynb: 2 pieces of advice\n"
        "  no review\n"
        "    Fix: Add it.\n"
        "    Rule: front-matter-missing-review-by (advice; costs a word)\n"
        "  #text:2: it has no mark\n"
        "    Rule: figure-mark-missing (advice; costs some work)\n"
        "\n"
        "2 warnings, 2 pieces of advice."
    )


def test_of_many_articles_each_has_a_few_lines_and_the_way_to_the_rest() -> None:
    files = [f"n/my {number}.ipynb" for number in range(50)]
    found = [
        finding
        for file in files
        for finding in (
            key("x", 1, file),
            key("x", 9, file),
            alt("fig", file),
            Finding("image-missing", Severity.ERROR, Place(file, "t"), "no image"),
            Finding("image-missing-alt", Severity.WARNING, Place(file, "t"), "no words"),
            Finding("link-broken", Severity.ERROR, Place(file, "t"), "no such page"),
            *(advice(line, file) for line in range(1, 9)),
        )
    ]
    text = CheckText().render(found)
    assert len(text.splitlines()) < 5 * 50 + 30
    assert (
        "n/my 7.ipynb: 4 errors, 2 warnings\n"
        "  #text:1: unknown citation key 'x', and 1 more (citation-unknown-key)\n"
        "  #t: no image (image-missing)\n"
        "  #t: no such page (link-broken)\n"
        '  and 2 more: galley check "n/my 7.ipynb"\n'
    ) in text
    assert "400 pieces of advice: galley check --all shows them\n  400 × figure-mark" in text


def test_of_many_articles_one_with_a_single_thing_has_a_single_line() -> None:
    text = CheckText().render([alt("fig", f"n/{number}.ipynb") for number in range(9)])
    assert text.endswith(
        "Then, by article:\n"
        "\n"
        "n/3.ipynb#fig: this figure has no alternative text (figure-missing-alt)\n"
        "n/4.ipynb#fig: this figure has no alternative text (figure-missing-alt)\n"
        "n/5.ipynb#fig: this figure has no alternative text (figure-missing-alt)\n"
        "n/6.ipynb#fig: this figure has no alternative text (figure-missing-alt)\n"
        "n/7.ipynb#fig: this figure has no alternative text (figure-missing-alt)\n"
        "n/8.ipynb#fig: this figure has no alternative text (figure-missing-alt)\n"
        "\n"
        "9 warnings."
    )


def test_a_rule_that_is_not_listed_is_told_without_a_cost() -> None:
    found = Finding("house-rule", Severity.WARNING, Place("n/site.toml", line=4), "not so", "Mend.")
    assert CheckText().render([found]) == (
        "One thing to mend:\n"
        "\n"
        "1. n/site.toml:4: not so\n"
        "   Fix: Mend.\n"
        "   Rule: house-rule (warning)\n"
        "\n"
        "1 warning."
    )


def test_of_many_other_places_a_few_are_named() -> None:
    text = CheckText().render([alt(f"fig{number}") for number in range(9)])
    assert "   And 8 more: #fig1, #fig2, #fig3, #fig4, #fig5, #fig6, …\n" in text


def test_what_hurts_most_comes_first_each_of_another_rule() -> None:
    told = join_repeats([IMAGE, key("x"), key("x", file=B), CONSENT, alt("fig"), advice(1)])
    assert [(each.first.rule, each.first.place.file) for each in things_first(told, 9)] == [
        ("picture-consent-missing", B),
        ("citation-unknown-key", A),
        ("image-missing", A),
        ("figure-missing-alt", A),
        ("citation-unknown-key", B),
    ]


@pytest.mark.parametrize("cells", [{}, {(A, "a"): 1, (A, "b"): 0}])
def test_findings_are_read_in_the_order_of_the_cells(cells: dict[tuple[str, str], int]) -> None:
    first, second = alt("a"), alt("b")
    expected = (second, first) if cells else (first, second)
    assert reading_order([first, second, first], cells) == expected


def test_the_rules_are_listed_by_group_with_what_and_why() -> None:
    text = rules_text()
    assert text.startswith("Citations:\n")
    assert (
        "  citation-unknown-key (error): a citation of a work that the bibliography does not have\n"
        "    A reader who wants to check the claim finds no reference behind it.\n"
    ) in text
