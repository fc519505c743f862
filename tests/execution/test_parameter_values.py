from collections.abc import Mapping

import pytest

from galley.execution.declared import DeclaredParameter, DeclaredParameters
from galley.execution.parameters import (
    check_command_line,
    check_values,
    gather_values,
    unused_in_site,
)
from galley.findings import UsageError

DECLARED = DeclaredParameters(
    "cell-2",
    (
        DeclaredParameter("lang", kind="str", default="'en'"),
        DeclaredParameter("days", kind="int", default="30"),
        DeclaredParameter("share", kind="float", default="0.5"),
        DeclaredParameter("shows_trial", kind="bool", default="True"),
        DeclaredParameter("sites", kind="list", default="[1, 2]"),
        DeclaredParameter("who", choices=("patient", "clinician"), default="'patient'"),
        DeclaredParameter("limit", kind="int", default="None", accepts_none=True),
        DeclaredParameter("free"),
    ),
)
FILE = "notebooks/window.ipynb"


def check(
    *,
    lang: str = "en",
    site: Mapping[str, object] | None = None,
    edition: Mapping[str, object] | None = None,
    typed: Mapping[str, object] | None = None,
    declared: DeclaredParameters = DECLARED,
) -> None:
    given = gather_values(
        lang=lang,
        site=site or {},
        edition=edition or {},
        edition_origin=f"edition 'patient' of {FILE}",
        command_line=typed or {},
    )
    return check_values(declared, given, FILE)


def message(**layers: Mapping[str, object]) -> str:
    (finding,) = check(**layers)[1]
    return str(finding)


def test_the_command_line_wins_over_the_edition_which_wins_over_the_site() -> None:
    site, edition, typed = {"days": 1, "share": 0.1, "free": 1}, {"days": 2, "share": 0.2}, {}
    assert check(site=site, edition=edition)[0]["days"] == 2
    typed = {"days": "3"}
    values, findings = check(site=site, edition=edition, typed=typed)
    assert (values["days"], values["share"], values["free"], findings) == (3, 0.2, 1, ())


def test_the_language_of_a_translation_wins_over_the_site_but_not_over_an_edition() -> None:
    assert check(lang="id", site={"lang": "en"})[0]["lang"] == "id"
    assert check(lang="id", edition={"lang": "nl"})[0]["lang"] == "nl"


def test_lang_and_audience_are_passed_only_where_declared_and_never_an_error() -> None:
    undeclared = DeclaredParameters("cell-1", (DeclaredParameter("days", kind="int"),))
    values, findings = check(lang="id", edition={"audience": "patient"}, declared=undeclared)
    assert (values, findings) == ({}, ())


def test_an_unknown_parameter_of_an_edition_is_an_error_with_the_nearest_name() -> None:
    assert message(edition={"dayz": 3}) == (
        "notebooks/window.ipynb: unknown parameter 'dayz', from edition 'patient' of "
        "notebooks/window.ipynb\n"
        "  Fix: did you mean 'days'? The article declares: lang, days, share, shows_trial, "
        "sites, who, limit, free."
    )


def test_an_article_without_parameters_is_told_how_to_declare_one() -> None:
    _, (finding,) = check(edition={"days": 3}, declared=DeclaredParameters())
    assert finding.fix == "Add a code cell tagged 'parameters' that sets days."


def test_a_site_parameter_that_one_article_lacks_is_no_error_for_it() -> None:
    assert check(site={"season": "wet"})[1] == ()


def test_a_site_parameter_that_no_article_declares_is_a_warning() -> None:
    (finding,) = unused_in_site({"dayz": 3, "days": 3}, [DECLARED], "notebooks/site.toml")
    assert str(finding) == (
        "notebooks/site.toml: no article declares the parameter 'dayz'\n"
        "  Fix: did you mean 'days'? Rename it, or remove it from [parameters]."
    )


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        (
            "days",
            "many",
            (
                "must be a whole number (int), not 'many', which came from edition 'patient' of "
                "notebooks/window.ipynb\n  Fix: Give a whole number, for example 30."
            ),
        ),
        (
            "days",
            1.5,
            (
                "must be a whole number (int), not 1.5, which came from edition 'patient' of "
                "notebooks/window.ipynb\n  Fix: Give a whole number, for example 30. "
                "To allow fractions, write the default with a decimal point."
            ),
        ),
        (
            "shows_trial",
            "maybe",
            (
                "must be true or false (bool), not 'maybe', which came from edition 'patient' of "
                "notebooks/window.ipynb\n  Fix: Give true or false, for example True."
            ),
        ),
        (
            "who",
            "nurse",
            (
                "must be one of 'patient', 'clinician', not 'nurse', which came from edition "
                "'patient' of notebooks/window.ipynb\n  Fix: Give one of the listed values, "
                "or change the annotation in the 'parameters' cell."
            ),
        ),
    ],
)
def test_a_value_of_the_wrong_type_is_an_error_with_the_expected_one(
    name: str, value: object, expected: str
) -> None:
    assert message(edition={name: value}) == (
        f"notebooks/window.ipynb#cell-2: parameter '{name}' {expected}"
    )


def test_a_wrong_value_in_site_toml_is_said_to_come_from_there() -> None:
    assert "not True, which came from site.toml" in message(site={"days": True})


def test_a_wrong_value_on_the_command_line_is_an_error_of_usage() -> None:
    with pytest.raises(UsageError) as raised:
        check(typed={"days": "many"})
    assert str(raised.value) == (
        "notebooks/window.ipynb#cell-2: parameter 'days' must be a whole number (int), "
        "not 'many', which came from the command line\n"
        "  Fix: Give a whole number, for example 30."
    )


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("days", "7", 7),
        ("share", "1", 1.0),
        ("lang", "12", "12"),
        ("shows_trial", "no", False),
        ("shows_trial", "True", True),
        ("sites", "[3, 4]", [3, 4]),
        ("sites", "['a']", ["a"]),
        ("who", "clinician", "clinician"),
        ("limit", "None", None),
        ("limit", "4", 4),
        ("free", "4", 4),
        ("free", "4.5", 4.5),
        ("free", "True", True),
        ("free", "words", "words"),
    ],
)
def test_text_from_the_command_line_is_read_as_the_declared_type(
    name: str, text: str, expected: object
) -> None:
    value = check(typed={name: text})[0][name]
    assert (value, type(value)) == (expected, type(expected))


def test_a_whole_number_is_a_legal_value_for_a_number() -> None:
    assert check(edition={"share": 1})[0]["share"] == 1.0


def test_a_name_on_the_command_line_that_no_article_declares_is_an_error_of_usage() -> None:
    with pytest.raises(UsageError) as raised:
        check_command_line(["dayz"], [DECLARED, DeclaredParameters()])
    assert str(raised.value) == (
        "no article declares the parameter 'dayz'\n"
        "  Fix: did you mean 'days'? The articles declare: days, free, lang, limit, share, "
        "shows_trial, sites, who."
    )


def test_without_any_parameters_cell_the_command_line_says_so() -> None:
    with pytest.raises(UsageError, match="No article has a code cell tagged 'parameters'"):
        check_command_line(["days"], [DeclaredParameters()])
