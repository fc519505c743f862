import json
from pathlib import Path

import pytest

from galley.console.findings_text import count_text, findings_text, in_order
from galley.console.report_text import (
    problems_text,
    report_json,
    summary_text,
    write_report,
)
from galley.findings import EnvironmentFault, Finding, Place, Severity
from galley.site.request import ArticleReport, BuildReport, Failure

ERROR = Finding("bad-day", Severity.ERROR, Place("n/b.ipynb", "x", 3), "no such day", "Mend it.")
WARNING = Finding("odd", Severity.WARNING, Place("n/a.ipynb"), "odd thing")
ADVICE = Finding("hint", Severity.ADVICE, Place("n/a.ipynb"), "could be better")
FAILURE = Failure(
    "cell-2", "1 / 0", "ZeroDivisionError", "line one\ndivision by zero", "Traceback…"
)


def test_findings_are_grouped_by_what_they_mean_for_the_author() -> None:
    assert findings_text((ERROR, WARNING)) == (
        "1 error:\nn/b.ipynb#x:3: no such day\n  Fix: Mend it.\n  Rule: bad-day\n\n"
        "1 warning:\nn/a.ipynb: odd thing\n  Rule: odd"
    )


def test_what_a_rule_finds_again_in_an_article_is_joined() -> None:
    again = [Finding("odd", Severity.WARNING, Place("n/a.ipynb", "x", n), "odd") for n in (1, 2)]
    assert findings_text(again) == (
        "2 warnings:\nn/a.ipynb#x:1: odd\n  And 1 more: #x:2\n  Rule: odd"
    )


def test_what_is_said_of_several_articles_is_told_once() -> None:
    def of(file: str, message: str = "odd") -> Finding:
        return Finding("odd", Severity.WARNING, Place(file, "x", 1), message, "Mend it.")

    assert findings_text([of("n/a.ipynb"), of("n/deep/b.ipynb"), of("n/deep/c.ipynb")]) == (
        "3 warnings:\nn/a.ipynb#x:1: odd\n  And in 2 other files: b.ipynb, c.ipynb\n"
        "  Fix: Mend it.\n  Rule: odd"
    )
    assert "And in 1 other file: c.ipynb" in findings_text([of("n/a.ipynb"), of("c.ipynb")])
    assert "other file" not in findings_text([of("n/a.ipynb"), of("n/b.ipynb", "stranger")])
    many = [of(f"n/{number}.ipynb") for number in range(9)]
    listed = ", ".join(f"{number}.ipynb" for number in range(1, 7))
    assert f"And in 8 other files: {listed}, …\n" in findings_text(many)


def test_of_many_warnings_a_few_are_told_of_errors_all() -> None:
    many = [Finding(f"odd-{n}", Severity.WARNING, Place("n/a.ipynb"), "odd") for n in range(20)]
    text = findings_text(many)
    assert text.startswith("20 warnings:\n")
    assert text.count("Rule:") == 12
    assert text.endswith("\nand 8 warnings more; galley check shows them")
    errors = [Finding(f"bad-{n}", Severity.ERROR, Place("n/a.ipynb"), "bad") for n in range(20)]
    assert findings_text(errors).count("Rule:") == 20


def test_findings_come_once_and_errors_first() -> None:
    assert in_order((ADVICE, WARNING, ERROR, WARNING)) == (ERROR, WARNING, ADVICE)


@pytest.mark.parametrize(
    ("findings", "text"),
    [
        ((), "nothing to mend"),
        ((ERROR, ERROR, ADVICE), "2 errors, 1 piece of advice"),
        ((WARNING,), "1 warning"),
    ],
)
def test_findings_are_counted_in_words(findings: tuple[Finding, ...], text: str) -> None:
    assert count_text(findings) == text


def test_a_failed_cell_is_shown_with_the_last_line_of_its_error() -> None:
    report = BuildReport((ArticleReport("n/a.ipynb", "failed", failure=FAILURE),))
    assert problems_text(report) == "n/a.ipynb#cell-2: ZeroDivisionError: division by zero"


def test_a_failed_cell_that_a_finding_tells_of_is_not_told_twice() -> None:
    told = Finding("cell-failed", Severity.ERROR, Place("n/a.ipynb", "cell-2"), "the cell failed")
    article = ArticleReport("n/a.ipynb", "failed", findings=(told,), failure=FAILURE)
    assert problems_text(BuildReport((article,))).count("cell-2") == 1


def test_advice_is_left_to_check() -> None:
    assert problems_text(BuildReport(findings=(ADVICE,))) == ""


def test_the_summary_says_what_happened_and_where_to_look(tmp_path: Path) -> None:
    (tmp_path / "index.html").touch()
    states = ("built", "built", "failed", "held_back", "unpublished")
    report = BuildReport(
        tuple(ArticleReport(f"n/{number}.ipynb", state) for number, state in enumerate(states)),
        findings=(WARNING,),
        written=("a", "b"),
        removed=("c",),
        seconds=2.04,
    )
    assert summary_text(report, tmp_path).splitlines() == [
        (
            "Articles: 2 built, 1 failed, 1 held back because of errors, "
            "1 not published (draft or future date)."
        ),
        "Files: 2 written, 0 unchanged, 1 removed, in 2.0 s.",
        "Findings: 1 warning.",
        f"Look at {tmp_path.as_posix()}/index.html",
    ]


@pytest.mark.parametrize(
    ("state", "is_complete"),
    [
        ("built", True),
        ("unchanged", True),
        ("unpublished", True),
        ("failed", False),
        ("held_back", False),
    ],
)
def test_a_build_is_complete_unless_an_article_failed_or_was_held_back(
    state: str, *, is_complete: bool
) -> None:
    report = BuildReport((ArticleReport("n/a.ipynb", state),))  # type: ignore[arg-type]
    assert report.is_complete is is_complete


def test_the_report_has_everything_as_json() -> None:
    article = ArticleReport(
        "n/a.ipynb", "failed", "clinician", "en", "", "its code changed", 1.23456, (ERROR,), FAILURE
    )
    record = json.loads(report_json(BuildReport((article,), (WARNING,), ("a.html",), seconds=2)))
    assert record["schema"] == 1
    assert record["files"] == {"written": ["a.html"], "unchanged": [], "removed": []}
    (told,) = record["articles"]
    assert told["failure"]["cell_id"] == "cell-2"
    assert told["failure"]["source"] == "1 / 0"
    assert (told["state"], told["reason"], told["seconds"]) == ("failed", "its code changed", 1.235)
    assert [finding["rule"] for finding in told["findings"]] == ["bad-day"]


def test_a_report_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentFault) as raised:
        write_report(BuildReport(), tmp_path)
    assert "cannot be written" in str(raised.value)
