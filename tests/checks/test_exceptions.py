"""Exceptions in front matter: what they settle, and what is wrong with them."""

from datetime import date

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from galley.checks import check_workspace
from galley.workspace import read_workspace

ASKED = {
    "exception-unknown-rule",
    "exception-without-reason",
    "exception-unneeded",
    "front-matter-unknown-field",
    "image-missing",
    "figure-missing-alt",
    "reference-stub",
    "site-unknown-rule",
    "translation-without-original",
}
FRONT = """---
title: X
description: One sentence.
date: 2026-11-20
review_by: 2028-11-20
authors: [Maria Lopez]
disclosures: none
{ignore}
---
"""


def write(folder, name, ignore, text="Words.", *more):
    front = new_markdown_cell(FRONT.format(ignore=ignore), id="front")
    cells = [front, new_markdown_cell(text, id="text"), *more]
    nbformat.write(new_notebook(cells=cells), folder / name)


def findings(folder):
    found = check_workspace(read_workspace(folder, "n"), date(2026, 11, 26))
    return [str(each) for each in found if each.rule in ASKED]


def test_an_exception_with_a_reason_settles_what_it_names(tmp_path):
    write(tmp_path, "x.ipynb", "ignore: {image-missing: the picture comes tomorrow}", "![a](a.png)")
    assert findings(tmp_path) == []


def test_an_exception_settles_what_was_noticed_while_reading(tmp_path):
    ignore = "subtitel: x\nignore: {front-matter-unknown-field: kept for another program}"
    write(tmp_path, "x.ipynb", ignore)
    assert findings(tmp_path) == []


def test_an_exception_settles_what_was_noticed_of_the_folder(tmp_path):
    (tmp_path / "site.toml").write_text('languages = ["en", "id"]')
    ignore = "ignore: {translation-without-original: aslinya belum ditulis}"
    write(tmp_path, "x.id.ipynb", ignore)
    assert findings(tmp_path) == []


def test_an_exception_settles_what_is_found_in_the_bibliography(tmp_path):
    (tmp_path / "references.bib").write_text("@article{a,\n  title = {TODO},\n}\n")
    write(tmp_path, "x.ipynb", "ignore: {reference-stub: the book comes next week}", "So [@a].")
    assert findings(tmp_path) == []
    write(tmp_path, "y.ipynb", "", "So [@a].")
    assert [each.split(": ")[0] for each in findings(tmp_path)] == ["n/references.bib:1"]


def test_an_unknown_rule_is_told_with_the_nearest(tmp_path):
    write(tmp_path, "x.ipynb", "ignore:\n  image-mising: the picture comes tomorrow")
    assert findings(tmp_path) == [
        "n/x.ipynb#front:9: 'ignore' names the rule 'image-mising', which does not exist\n"
        "  Fix: did you mean 'image-missing'? All rules: galley check --rules"
    ]


@pytest.mark.parametrize("reason", ["x", "todo", "nanti saja"])
def test_a_reason_that_says_nothing_is_none(tmp_path, reason):
    write(tmp_path, "x.ipynb", f"ignore: {{image-missing: {reason}}}", "![a](a.png)")
    assert findings(tmp_path) == [
        f"n/x.ipynb#front:8: the exception for 'image-missing' has the reason '{reason}', "
        "which says nothing\n"
        "  Fix: Say in a few words why it may stay, for example "
        "image-missing: the publisher gave leave to show it"
    ]


def test_an_exception_without_any_reason_is_told(tmp_path):
    write(tmp_path, "x.ipynb", 'ignore: {image-missing: ""}', "![a](a.png)")
    assert findings(tmp_path)[0].startswith(
        "n/x.ipynb#front:8: the exception for 'image-missing' has no reason\n"
    )


def test_what_is_wrong_with_exceptions_cannot_be_an_exception(tmp_path):
    ignore = "ignore: {exception-without-reason: I never give any, image-missing: x}"
    write(tmp_path, "x.ipynb", ignore, "![a](a.png)")
    assert len(findings(tmp_path)) == 1


def test_an_exception_for_what_is_gone_is_no_longer_needed(tmp_path):
    write(tmp_path, "x.ipynb", "ignore: {image-missing: the picture comes tomorrow}")
    assert findings(tmp_path) == [
        "n/x.ipynb#front:8: the exception for 'image-missing' is no longer needed: "
        "nothing is found any more\n"
        "  Fix: Remove it from ignore, so that the same mistake is noticed if it comes back."
    ]


def test_an_exception_is_needed_where_one_edition_needs_it(tmp_path):
    ignore = (
        "ignore: {image-missing: the picture comes tomorrow}\n"
        "editions: {patient: {audience: patient}, clinician: {audience: clinician}}"
    )
    extra = new_markdown_cell("![a](a.png)", id="more", metadata={"tags": ["edition:clinician"]})
    write(tmp_path, "x.ipynb", ignore, "Words.", extra)
    assert findings(tmp_path) == []


def test_nothing_is_said_of_an_exception_before_the_code_has_run(tmp_path):
    ignore = "ignore: {figure-missing-alt: the picture is decoration}"
    write(tmp_path, "x.ipynb", ignore, "Words.", new_code_cell("plot()", id="code"))
    assert findings(tmp_path) == []


def test_a_severity_for_an_unknown_rule_is_told(tmp_path):
    (tmp_path / "site.toml").write_text(
        'title = "X"\n[checks.severity]\nimage-mising = "off"\nimage-missing = "advice"\n'
    )
    write(tmp_path, "x.ipynb", "", "![a](a.png)")
    assert findings(tmp_path)[0] == (
        "n/site.toml:3: 'checks.severity' names the rule 'image-mising', which does not exist\n"
        "  Fix: did you mean 'image-missing'? All rules: galley check --rules"
    )


def test_what_is_noticed_while_reading_has_the_severity_that_the_site_gives_it(tmp_path):
    (tmp_path / "site.toml").write_text('[checks.severity]\nfront-matter-unknown-field = "off"\n')
    write(tmp_path, "x.ipynb", "subtitel: x")
    assert findings(tmp_path) == []
