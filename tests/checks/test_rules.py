"""The first rules: what they find, word for word, and what they leave alone."""

from __future__ import annotations

import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from galley.article.article import Identity, read_article
from galley.article.front_matter import FrontMatter
from galley.checks import check_article, people
from galley.checks.rule import CheckContext

FILE = "notebooks/x.ipynb"
COMPLETE = {
    "title": "X",
    "description": "One sentence.",
    "date": "2026-11-20",
    "review_by": "2028-11-20",
    "authors": [{"name": "Maria Lopez", "credentials": "MD", "affiliation": "St. Mary Hospital"}],
    "disclosures": "none",
    "funding": "none",
}
KEYS = ("hodgkin1952", "bi2001")
HERE = {
    "cell-error",
    "cell-stderr",
    "citation-unknown-key",
    "cross-reference-unknown",
    "figure-evidence-unknown",
    "figure-missing-alt",
    "figure-missing-caption",
    "figure-missing-evidence",
    "image-missing",
    "image-missing-alt",
    "link-broken",
    *(rule.id for rule in people.RULES),
}
"""The rules of which this file tells; the others have files of their own."""


def markdown(source, cell_id="text"):
    return new_markdown_cell(source, id=cell_id)


def figure(options="", *, cell_id="figure", outputs=None):
    drawing = new_output("display_data", data={"image/png": "AA=="})
    return new_code_cell(
        f"{options}\nplot()", id=cell_id, outputs=[drawing] if outputs is None else outputs
    )


def all_findings(*cells, front=COMPLETE, **context):
    context = {"known_keys": KEYS, "bibliography_file": "notebooks/references.bib", **context}
    article = read_article(
        new_notebook(cells=list(cells)),
        Identity(FILE, "x", title="X", front_matter=FrontMatter.model_validate(front)),
        known_keys=KEYS,
    )
    return check_article(article, CheckContext(**context))


def findings(*cells, **given):
    return [str(found) for found in all_findings(*cells, **given) if found.rule in HERE]


def test_an_article_that_lacks_nothing_has_no_findings():
    good = figure(
        "#| label: fig-a\n#| caption: A curve.\n#| alt: It falls for ten days.\n"
        "#| evidence: data [@bi2001]"
    )

    assert all_findings(markdown("See [](#fig-a) and [@hodgkin1952]."), good) == ()


def test_an_unknown_key_is_told_with_the_nearest():
    assert findings(markdown("One.\n\nTwo [@hodgkin1925].")) == [
        "notebooks/x.ipynb#text:3: unknown citation key 'hodgkin1925'\n"
        "  Fix: did you mean 'hodgkin1952'? Keys live in notebooks/references.bib."
    ]


def test_an_unknown_key_far_from_every_other_is_to_be_added():
    assert findings(markdown("[@zzz2020]")) == [
        "notebooks/x.ipynb#text:1: unknown citation key 'zzz2020'\n"
        "  Fix: add an entry 'zzz2020'. Keys live in notebooks/references.bib."
    ]


def test_without_a_bibliography_the_fix_names_the_file_to_make():
    assert findings(markdown("[@bi2001]"), known_keys=(), bibliography_file="") == [
        "notebooks/x.ipynb#text:1: unknown citation key 'bi2001'\n"
        "  Fix: add a references.bib with an entry 'bi2001' beside the notebook."
    ]


def test_the_sources_of_a_figure_are_citations_too():
    shown = figure("#| caption: A.\n#| alt: B.\n#| evidence: model [@bi2002]")

    assert findings(shown) == [
        "notebooks/x.ipynb#figure: unknown citation key 'bi2002'\n"
        "  Fix: did you mean 'bi2001'? Keys live in notebooks/references.bib."
    ]


def test_a_bare_figure_lacks_three_things():
    assert findings(figure()) == [
        "notebooks/x.ipynb#figure: this figure has no alternative text, "
        "so a screen reader has nothing to say\n"
        "  Fix: write '#| alt: what the figure shows' at the top of the cell.",
        "notebooks/x.ipynb#figure: this figure has no caption\n"
        "  Fix: write '#| caption: one sentence that says what to see' at the top of the cell.",
        "notebooks/x.ipynb#figure: this figure does not say whether it shows data, a model "
        "or a drawing\n"
        "  Fix: write '#| evidence: data [@key]' (or model, schematic, synthetic) "
        "at the top of the cell.",
    ]


def test_a_misspelt_evidence_class_is_told_with_the_nearest():
    shown = figure("#| caption: A.\n#| alt: B.\n#| evidence: shematic")

    assert findings(shown)[0] == (
        "notebooks/x.ipynb#figure: unknown evidence class 'shematic'\n"
        "  Fix: did you mean 'schematic'? Legal are data, model, schematic, synthetic."
    )


def test_a_reference_to_nothing_is_told_with_the_nearest():
    cells = (
        markdown("See [](#fig-curv)."),
        figure("#| label: fig-curve\n#| caption: A.\n#| alt: B.\n#| evidence: data"),
    )

    assert findings(*cells) == [
        "notebooks/x.ipynb#text:1: nothing in this article has the label 'fig-curv'\n"
        "  Fix: did you mean 'fig-curve'?"
    ]


def test_a_label_counts_before_its_cell_was_run_and_not_after():
    cells = (markdown("See [](#fig-a)."), figure("#| label: fig-a", outputs=[]))

    assert findings(*cells, is_executed=False) == []
    assert findings(*cells) == [
        "notebooks/x.ipynb#text:1: nothing in this article has the label 'fig-a'\n"
        "  Fix: its cell shows no figure or table; end the cell with the figure itself."
    ]


def test_a_missing_image_and_one_without_words():
    found = findings(
        markdown("![A hand](hand.png)\n\n![](foot.png)"),
        has_image=lambda source, _cell: source == "foot.png",
    )

    assert found == [
        "notebooks/x.ipynb#text:1: the image 'hand.png' is not there\n"
        "  Fix: put the file beside the notebook, or correct its name (capitals count).",
        "notebooks/x.ipynb#text:3: the image 'foot.png' has no alternative text\n"
        "  Fix: write what it shows between the brackets: ![a hand on a table](hand.png).",
    ]


def test_a_link_that_leads_nowhere():
    found = findings(
        markdown("[gone](gone.ipynb), [there](there.ipynb)"),
        has_page=lambda address: address == "there.ipynb",
    )

    assert found == [
        "notebooks/x.ipynb#text:1: the link 'gone.ipynb' leads to nothing on this site\n"
        "  Fix: correct the address; a link to another article names its notebook."
    ]


def test_an_error_is_a_finding_unless_it_was_meant():
    error = new_output("error", ename="ValueError", evalue="no", traceback=[])
    meant = new_code_cell("x", id="meant", outputs=[error], metadata={"tags": ["raises-exception"]})

    assert findings(new_code_cell("x", id="broken", outputs=[error]), meant) == [
        "notebooks/x.ipynb#broken: this cell ends in an error: ValueError: no\n"
        "  Fix: mend the code and run the cell, or tag the cell 'raises-exception' "
        "if readers should see the error."
    ]


def test_of_a_long_error_the_first_line_is_told():
    """Some libraries add a page of shapes and hints to theirs."""
    error = new_output("error", ename="Error", evalue="\nno\nHint: …\nMore", traceback=[])
    broad = new_output("error", ename="Error", evalue="x" * 201, traceback=[])
    said = [
        findings(new_code_cell("x", id="broken", outputs=[each]))[0].splitlines()[0]
        for each in (error, broad)
    ]

    start = "notebooks/x.ipynb#broken: this cell ends in an error: Error: "
    assert said == [f"{start}no", f"{start}{'x' * 200}…"]


def test_warnings_that_readers_are_not_shown():
    output = new_output("stream", name="stderr", text="UserWarning: x")

    assert findings(new_code_cell("x", id="loud", outputs=[output])) == [
        "notebooks/x.ipynb#loud: this cell prints warnings, which readers are not shown\n"
        "  Fix: run the cell and mend what it warns of."
    ]


def test_missing_people_and_dates_are_errors_only_where_there_is_front_matter():
    rules = [text.split(": ", 1)[1].split("\n")[0] for text in findings(front={})]

    assert len(rules) >= 3
    assert len(findings(front={}, has_front_matter=False)) == 1


@pytest.mark.parametrize("rule", ["citation-unknown-key"])
def test_a_rule_is_switched_off_with_a_reason(rule):
    front = {**COMPLETE, "ignore": {rule: "the entry follows next week"}}

    assert findings(markdown("[@nobody2020]"), front=front) == []
