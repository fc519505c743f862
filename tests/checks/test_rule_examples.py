"""The examples of rules: the first of each pair is found by the rule, the second is not."""

from datetime import date
from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_markdown_cell, new_notebook

from galley.checks import check_workspace
from galley.checks.rule_examples import Example, rule_examples
from galley.checks.rule_facts import known_rules
from galley.workspace import read_workspace

FIELDS = {
    "title": "Hands",
    "description": "How hands learn.",
    "date": "2026-01-02",
    "review_by": "2028-01-02",
    "authors": "[{name: Maria Lopez, credentials: physiotherapist, affiliation: Example}]",
    "disclosures": "none",
    "funding": "none",
}
TODAY = date(2026, 11, 26)
CASES = [
    pytest.param(rule, lang, example, id=f"{rule}-{lang}")
    for lang in ("en", "id")
    for rule, example in rule_examples(lang).items()
]


def found(folder: Path, rule: str, lang: str, example: Example, text: str) -> set[str]:
    """Return the rules that find something in an article with an example in it."""
    (folder / "site.toml").write_text(f'language = "{lang}"', encoding="utf-8")
    (folder / "hand.png").write_bytes(b"")
    works = [f"@misc{{{key},\n  title = {{{key}}},\n}}\n" for key in ("key", "kunci", "smith2020")]
    (folder / "references.bib").write_text("".join(works), encoding="utf-8")
    fields = dict(FIELDS)
    if example.is_front_matter:
        name = text.partition(":")[0] or named_by(rule)
        fields.pop(name, None)
    front = "".join(f"{name}: {value}\n" for name, value in fields.items())
    more = text if example.is_front_matter else ""
    cells = [new_markdown_cell(f"---\n{front}{more}\n---", id="front")]
    if not example.is_front_matter:
        cells.append(new_markdown_cell(text, id="text"))
    nbformat.write(new_notebook(cells=cells), folder / "a.ipynb")
    other = new_markdown_cell(f"---\n{front}---\n# Other", id="front")
    nbformat.write(new_notebook(cells=[other]), folder / "other.ipynb")
    findings = check_workspace(read_workspace(folder, "n"), TODAY)
    return {each.rule for each in findings if each.place.file == "n/a.ipynb"}


def named_by(rule: str) -> str:
    """Return the field that a rule misses."""
    return next(name for name in FIELDS if name.replace("_", "-") in rule)


@pytest.mark.parametrize(("rule", "lang", "example"), CASES)
def test_the_first_is_found_and_the_second_is_not(
    tmp_path: Path, rule: str, lang: str, example: Example
) -> None:
    assert rule in found(tmp_path, rule, lang, example, example.bad)
    assert rule not in found(tmp_path, rule, lang, example, example.good)


def test_every_example_is_of_a_rule_that_there_is() -> None:
    assert set(rule_examples("en")) | set(rule_examples("id")) <= set(known_rules())


def test_a_rule_without_an_example_has_none() -> None:
    assert "reading-clock" not in rule_examples("en")
