"""`galley check` as an author, a workflow and an editor run it."""

import json

import nbformat
import pytest
from nbformat.v4 import new_markdown_cell, new_notebook

from galley.checks.rule_facts import known_rules
from galley.cli import run

FRONT = """---
title: X
description: One sentence.
date: 2026-11-20
review_by: 2028-11-20
authors: [Maria Lopez]
disclosures: none
---
"""


@pytest.fixture
def content(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "notebooks").mkdir()
    others = sorted(set(known_rules()) - {"citation-unknown-key", "image-missing-alt"})
    off = "".join(f'{rule} = "off"\n' for rule in others)
    (tmp_path / "notebooks" / "site.toml").write_text(f"[checks.severity]\n{off}")
    write(tmp_path / "notebooks" / "a.ipynb", "Words [@nobody].")
    write(tmp_path / "notebooks" / "b.ipynb", "Words. ![](b.svg)")
    (tmp_path / "notebooks" / "b.svg").touch()
    return tmp_path / "notebooks"


def write(path, text):
    cells = [new_markdown_cell(FRONT, id="front"), new_markdown_cell(text, id="text")]
    nbformat.write(new_notebook(cells=cells), path)


@pytest.mark.usefixtures("content")
def test_an_error_makes_the_exit_code_1_and_says_what_to_do(capsys):
    assert run(["check"]) == 1
    assert capsys.readouterr().out == (
        "Two things to mend:\n"
        "\n"
        "1. notebooks/a.ipynb#text:1: unknown citation key 'nobody'\n"
        "   Why: A reader who wants to check the claim finds no reference behind it.\n"
        "   Fix: add a references.bib with an entry 'nobody' beside the notebook.\n"
        "   Rule: citation-unknown-key (error; costs a look into the sources)\n"
        "\n"
        "2. notebooks/b.ipynb#text:1: the image 'b.svg' has no alternative text\n"
        "   Why: Readers with a screen reader, or on a slow network, are told nothing.\n"
        "   Fix: write what it shows between the brackets: ![a hand on a table](hand.png).\n"
        "   Rule: image-missing-alt (warning; costs a sentence)\n"
        "\n"
        "To publish an error anyway, write in the article's front matter  "
        "ignore: {rule: because …}  with the rule's name\n"
        "and the reason; galley status lists it.\n"
        "\n"
        "1 error, 1 warning.\n"
    )


@pytest.mark.usefixtures("content")
def test_a_warning_leaves_the_exit_code_0(capsys):
    assert run(["check", "notebooks/b.ipynb"]) == 0
    assert capsys.readouterr().out.endswith("\n\n1 warning.\n")


@pytest.mark.usefixtures("content")
@pytest.mark.parametrize("form", ["json", "github", "sarif"])
def test_each_form_for_programs_has_the_same_findings_and_exit_code(form, capsys):
    assert run(["check", "--format", form]) == 1
    out = capsys.readouterr().out
    assert out.count("unknown citation key 'nobody'") == 1
    if form != "github":
        json.loads(out)


def test_an_annotation_names_the_line_of_the_file(content, capsys):
    run(["check", "--format", "github"])
    (first, _) = capsys.readouterr().out.splitlines()
    line = int(first.split("line=")[1].split(",")[0])
    text = (content / "a.ipynb").read_text(encoding="utf-8").splitlines()[line - 1]
    assert text.strip() == '"Words [@nobody]."'


def test_all_rules_are_listed_without_content(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert run(["check", "--rules"]) == 0
    assert "  citation-unknown-key (error): " in capsys.readouterr().out
