"""The guide's page of all rules: the list and the page are the same."""

from pathlib import Path

import nbformat
import pytest

from galley.checks.guide import PAGES, guide_notebook, main, rules_without_indonesian
from galley.checks.rule_facts import known_rules

GUIDE = Path(__file__).resolve().parents[2] / "notebooks" / "guide"


@pytest.mark.parametrize("name", PAGES)
def test_the_page_has_every_rule_as_it_is_now(name: str) -> None:
    written = (GUIDE / name).read_text(encoding="utf-8")
    assert written == guide_notebook(name), "run: python -m galley.checks.guide notebooks/guide"


@pytest.mark.parametrize("name", PAGES)
def test_the_page_says_of_each_rule_what_and_how_severe(name: str) -> None:
    text = "\n".join(cell.source for cell in nbformat.reads(guide_notebook(name), 4).cells)
    for rule in known_rules():
        assert text.count(f"\n- `{rule}`: ") == 1, rule
    assert "ignore:" in text
    assert "[checks.severity]" in text


def test_every_rule_is_said_in_indonesian() -> None:
    assert rules_without_indonesian() == []


def test_the_pages_are_written_where_they_are_wanted(tmp_path: Path) -> None:
    main([str(tmp_path / "guide")])
    for name in PAGES:
        assert (tmp_path / "guide" / name).read_text(encoding="utf-8") == guide_notebook(name)
