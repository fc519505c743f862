"""Parameters of figure functions: what is legal, what is refused, and how readers see them."""

from typing import Annotated, Literal

import numpy as np
import pytest

from galley_figures.errors import FigureError, nearest
from galley_figures.locale import Lang
from galley_figures.parameters import Choice, ParameterInfo, Range, parameters_of, validated

Day = Annotated[
    int,
    Range(
        0,
        365,
        label={"en": "Training starts", "id": "Latihan mulai"},
        unit={"en": "days", "id": "hari"},
        unit_of_one={"en": "day"},
    ),
]
Panel = Annotated[
    Literal["arm", "leg"],
    Choice({"en": "Limb", "id": "Anggota gerak"}, {"arm": {"en": "the arm", "id": "lengan"}}),
]


@validated
def draw(
    *,
    day: Day = 7,
    share: Annotated[float, Range(0.5, 2)] = 1,
    panel: Panel = "arm",
    lang: Lang = "en",
    is_marked: bool = False,
    level: Literal[1, 2, 3] = 1,
    marked_day: Day | None = None,
    other_day: Annotated[float | None, Range(0, 9)] = None,
    note: str = "",
) -> tuple[object, ...]:
    return day, share, panel, lang, is_marked, level, marked_day, other_day, note


def refusal(**arguments: object) -> str:
    with pytest.raises(FigureError) as caught:
        draw(**arguments)  # type: ignore[arg-type]
    return str(caught.value)


def info(name: str) -> ParameterInfo:
    return parameters_of(draw)[name]


# What is legal


def test_legal_values_reach_the_function_unchanged() -> None:
    assert draw(day=365, panel="leg", lang="id", marked_day=0, note="x") == (
        *(365, 1, "leg", "id", False, 1, 0, None, "x"),
    )


@pytest.mark.parametrize("day", [0, 365, 7.0, np.int64(7), np.float32(7)])
def test_both_ends_and_whole_numbers_of_any_kind_are_legal(day: float) -> None:
    assert draw(day=day)[0] == day  # type: ignore[arg-type]


def test_none_is_legal_only_where_the_signature_says_so() -> None:
    assert draw(marked_day=None, other_day=None)[6:8] == (None, None)
    assert refusal(day=None) == "day must be 0 to 365 days, not None"
    assert refusal(lang=None) == "lang must be one of en, id, not None"


def test_anything_goes_where_the_signature_names_no_values() -> None:
    assert draw(note="anything at all")[-1] == "anything at all"
    assert info("note").legal is None


# What is refused


@pytest.mark.parametrize(
    ("day", "written"),
    [
        (-1, "-1"),
        (366, "366"),
        ("7", "'7'"),
        (True, "True"),
        (float("nan"), "nan"),
        (float("inf"), "inf"),
        ([7], "[7]"),
    ],
)
def test_a_number_outside_its_range_is_refused_with_the_range_and_its_unit(
    day: object, written: str
) -> None:
    assert refusal(day=day) == f"day must be 0 to 365 days, not {written}"


def test_a_broken_number_is_refused_where_whole_ones_are_counted() -> None:
    assert refusal(day=7.5) == "day must be a whole number, 0 to 365 days, not 7.5"
    assert draw(share=1.5)[1] == 1.5


def test_a_range_without_a_unit_names_none() -> None:
    assert refusal(share=3) == "share must be 0.5 to 2, not 3"
    assert refusal(other_day=10) == "other_day must be 0 to 9, not 10"


def test_an_optional_number_is_held_to_its_range_too() -> None:
    assert refusal(marked_day=400) == "marked_day must be 0 to 365 days, not 400"


def test_an_unknown_word_is_refused_with_the_legal_ones_and_the_one_that_was_meant() -> None:
    assert refusal(panel="legs") == (
        "panel must be one of arm, leg, not 'legs'. Did you mean 'leg'?"
    )
    assert refusal(lang="de") == "lang must be one of en, id, not 'de'"


@pytest.mark.parametrize("value", [1, 0, "yes", None])
def test_only_a_truth_is_a_truth(value: object) -> None:
    assert refusal(is_marked=value) == f"is_marked must be one of True, False, not {value!r}"


def test_a_choice_of_numbers_takes_no_truth_for_a_number() -> None:
    assert draw(level=3)[5] == 3
    assert refusal(level=4) == "level must be one of 1, 2, 3, not 4"
    assert refusal(level=True) == "level must be one of 1, 2, 3, not True"


def test_a_value_that_cannot_be_compared_is_refused_all_the_same() -> None:
    assert refusal(panel=["arm"]) == "panel must be one of arm, leg, not ['arm']"


def test_an_unknown_parameter_is_python_s_own_error() -> None:
    with pytest.raises(TypeError, match="unexpected keyword argument 'dya'"):
        draw(dya=7)  # type: ignore[call-arg]


def test_the_check_keeps_the_function_s_name_and_words() -> None:
    @validated
    def compute(*, day: Day = 7) -> int:
        """Return the day."""
        return day

    assert (compute.__name__, compute.__doc__) == ("compute", "Return the day.")
    assert list(parameters_of(compute)) == ["day"]


# How readers see them


def test_kinds_and_legal_values_come_from_the_signature() -> None:
    assert {name: known.kind for name, known in parameters_of(draw).items()} == {
        "day": int,
        "share": float,
        "panel": str,
        "lang": str,
        "is_marked": bool,
        "level": int,
        "marked_day": int,
        "other_day": float,
        "note": str,
    }
    assert info("panel").legal == ("arm", "leg")
    assert info("day").default == 7
    assert [name for name, known in parameters_of(draw).items() if known.is_optional] == [
        "marked_day",
        "other_day",
    ]


def test_a_control_is_called_by_its_label_or_else_by_its_name() -> None:
    assert info("day").label("en") == "Training starts"
    assert info("day").label("id") == "Latihan mulai"
    assert info("panel").label("id") == "Anggota gerak"
    assert info("is_marked").label("en") == "Is marked"


def test_a_value_is_written_with_its_unit_in_the_reader_s_language() -> None:
    assert info("day").value_label(30, "en") == "30 days"
    assert info("day").value_label(1, "en") == "1 day"
    assert info("day").value_label(1, "id") == "1 hari"
    assert info("share").value_label(0.5, "id") == "0,5"


def test_a_word_is_written_as_readers_call_it() -> None:
    assert info("panel").value_label("arm", "id") == "lengan"
    assert info("panel").value_label("leg", "id") == "leg"
    assert info("is_marked").value_label(True, "id") == "ya"
    assert info("is_marked").value_label(False, "en") == "no"


def test_ranges_and_choices_can_be_members_of_a_set() -> None:
    assert len({Range(0, 1), Range(0, 1), Range(0, 2)}) == 2
    assert len({Choice({"en": "a", "id": "b"})}) == 1


# The error itself


def test_an_error_says_what_is_wrong_and_then_the_fix() -> None:
    error = FigureError("bars: no rows", "Give one.")
    assert str(error) == "bars: no rows\nFix: Give one."
    assert (error.message, error.fix) == ("bars: no rows", "Give one.")
    assert isinstance(error, ValueError)
    assert str(FigureError("bars: no rows")) == "bars: no rows"


def test_a_notebook_shows_the_message_and_no_stack_of_calls() -> None:
    error = FigureError("bars: no rows", "Give one.")
    assert error._render_traceback_() == ["bars: no rows", "Fix: Give one."]


def test_a_word_near_a_legal_one_is_guessed_and_others_are_not() -> None:
    assert nearest("lable", ["label", "value"]) == "Did you mean 'label'?"
    assert nearest("colour", ["label", "value"]) == ""
    assert nearest("x", []) == ""
