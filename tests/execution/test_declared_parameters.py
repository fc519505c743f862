import pytest
from nbformat.v4 import new_code_cell, new_notebook

from galley.execution.declared import DeclaredParameter, DeclaredParameters, read_declared


def read(source: str, language: str = "python") -> DeclaredParameters:
    cell = new_code_cell(source, id="parameters", metadata={"tags": ["parameters"]})
    return read_declared(new_notebook(cells=[new_code_cell("x = 1"), cell]), language)


def test_a_notebook_without_the_tagged_cell_declares_nothing() -> None:
    assert read_declared(new_notebook(cells=[new_code_cell("x = 1")]), "python").names == ()


def test_names_come_in_the_order_of_the_cell_which_is_known_by_its_id() -> None:
    declared = read("lang = 'en'\naudience = 'patient'")
    assert declared.names == ("lang", "audience")
    assert declared.cell_id == "parameters"


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("x = 3", "int"),
        ("x = -3", "int"),
        ("x = 2.5", "float"),
        ("x = 'a'", "str"),
        ("x = True", "bool"),
        ("x = [1, 2]", "list"),
        ("x = {'a': 1}", "dict"),
        ("x = 3 * 7", ""),
        ("x = None", ""),
        ("x: float = 3", "float"),
        ("x: 'int' = 3", "int"),
        ("x: list[int] = []", "list"),
        ("x: int | str = 3", ""),
        ("x: pathlib.Path = 3", ""),
    ],
)
def test_the_type_is_that_of_the_annotation_or_else_of_the_default(line: str, kind: str) -> None:
    assert read(line).parameters[0].kind == kind


@pytest.mark.parametrize(
    "line", ["x: int | None = None", "x: Optional[int] = 3", "x: typing.Optional[int] = 3"]
)
def test_an_optional_annotation_allows_none_beside_its_type(line: str) -> None:
    parameter = read(line).parameters[0]
    assert (parameter.kind, parameter.accepts_none) == ("int", True)


def test_a_literal_annotation_lists_the_legal_values() -> None:
    parameter = read("who: Literal['patient', 'clinician'] = 'patient'").parameters[0]
    assert parameter.choices == ("patient", "clinician")


def test_options_magics_and_comments_in_the_cell_are_no_parameters() -> None:
    source = "#| echo: false\n%matplotlib inline\n!ls\n# note = 1\ndays = 30  # of training"
    assert read(source).parameters == (DeclaredParameter("days", kind="int", default="30"),)


@pytest.mark.parametrize(
    ("language", "source", "expected"),
    [
        ("r", "days <- 30\nlang = 'en'  # the language", {"days": "float", "lang": "str"}),
        ("julia", "days = 30; early = true", {"days": "float"}),
        ("javascript", "let days = 30;\nconst who = f(x);", {"days": "float", "who": ""}),
    ],
)
def test_other_languages_are_read_line_by_line(
    language: str, source: str, expected: object
) -> None:
    declared = read(source, language)
    assert {p.name: p.kind for p in declared.parameters} == expected


def test_a_cell_with_broken_python_still_tells_its_names() -> None:
    assert read("days = 30\nif (").names == ("days",)
