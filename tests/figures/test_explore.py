"""`explore`: every state drawn beforehand, wrong values refused before anything is drawn."""

import base64
import gzip
import inspect
import json
from collections.abc import Callable
from importlib.metadata import version

import pytest

from galley_figures import ExplanatoryFigure, explore, plasticity_window
from galley_figures.errors import FigureError
from galley_figures.explanatory import FIGURE_BUNDLE
from galley_figures.explored import ExploredFigure
from galley_figures.gallery.plasticity_window.days import StartDay

DAYS = [1, 7, 30, 90, 365]
MAX_GZIP_BYTES = 40 * 1024


@pytest.fixture(scope="module")
def explored() -> ExploredFigure:
    return explore(plasticity_window, start_day=DAYS)


def refused(call: Callable[[], object]) -> str:
    with pytest.raises(FigureError) as caught:
        call()
    return str(caught.value)


def never_drawn(*, start_day: int = 1, lang: str = "en") -> ExplanatoryFigure:
    raise AssertionError(f"drawn for {start_day} in {lang}")


def test_every_state_is_the_figure_as_its_function_draws_it(explored: ExploredFigure) -> None:
    assert [state.values for state in explored.states] == [{"start_day": day} for day in DAYS]
    for day, state in zip(DAYS, explored.states, strict=True):
        assert state.figure == plasticity_window(start_day=day)


def test_the_control_has_the_parameters_own_words_in_the_language_of_the_figure() -> None:
    days = [0, 1, 30]
    english = explore(plasticity_window, start_day=days).choices[0]
    indonesian = explore(plasticity_window, lang="id", start_day=days).choices[0]
    assert (english.name, english.label) == ("start_day", "Training starts after")
    assert [value.label for value in english.values] == ["0 days", "1 day", "30 days"]
    assert indonesian.label == "Latihan mulai setelah"
    assert [value.label for value in indonesian.values] == ["0 hari", "1 hari", "30 hari"]


def test_a_notebook_shows_the_state_that_is_shown_first_and_the_bundle_holds_all() -> None:
    explored = explore(plasticity_window, start_day=DAYS, shown=30)
    shown = plasticity_window(start_day=30)
    data, metadata = explored._repr_mimebundle_()
    alone, alone_metadata = shown._repr_mimebundle_()
    assert explored.figure == shown
    assert {kind: data[kind] for kind in data if kind != FIGURE_BUNDLE} == {
        kind: alone[kind] for kind in alone if kind != FIGURE_BUNDLE
    }
    assert metadata == alone_metadata
    bundle = json.loads(json.dumps(data[FIGURE_BUNDLE]))
    assert bundle["shown"] == 2
    assert {key: bundle[key] for key in alone[FIGURE_BUNDLE]} == alone[FIGURE_BUNDLE]


def test_the_bundle_of_a_state_carries_its_drawings_and_words(explored: ExploredFigure) -> None:
    bundle = explored.bundle()
    assert bundle["choices"] == [
        {
            "name": "start_day",
            "label": "Training starts after",
            "values": [
                {"value": 1, "label": "1 day"},
                {"value": 7, "label": "7 days"},
                {"value": 30, "label": "30 days"},
                {"value": 90, "label": "90 days"},
                {"value": 365, "label": "365 days"},
            ],
        }
    ]
    for state, kept in zip(explored.states, bundle["states"], strict=True):
        figure = state.figure
        assert list(kept) == [
            "values", "svg", "narrow_svg", "png", "alt", "description", "caption", "data",
            "evidence", "made_by",
        ]  # fmt: skip
        assert kept["values"] == state.values
        assert (kept["svg"], kept["narrow_svg"]) == (figure.wide_svg, figure.narrow_svg)
        assert base64.b64decode(kept["png"]) == figure.png
        assert (kept["alt"], kept["description"]) == (figure.alt, figure.description)
        assert kept["made_by"]["parameters"] == {
            "lang": "en",
            "audience": "patient",
            "start_day": state.values["start_day"],
        }


@pytest.mark.parametrize("lang", ["en", "id"])
def test_all_states_together_are_small(lang: str) -> None:
    explored = explore(plasticity_window, lang=lang, start_day=DAYS)
    drawings = (s.figure.wide_svg + s.figure.narrow_svg for s in explored.states)
    assert len(gzip.compress("".join(drawings).encode(), mtime=0)) <= MAX_GZIP_BYTES


def test_the_most_states_there_can_be_are_small_too() -> None:
    explored = explore(
        plasticity_window,
        audience=["patient", "clinician"],
        start_day=[0, 1, 2, 5, 7, 14, 30, 60, 90, 180, 270, 365],
    )
    assert len(explored.states) == 24
    drawings = (s.figure.wide_svg + s.figure.narrow_svg for s in explored.states)
    assert len(gzip.compress("".join(drawings).encode(), mtime=0)) <= MAX_GZIP_BYTES


def test_two_parameters_make_every_combination() -> None:
    explored = explore(plasticity_window, audience=["patient", "clinician"], start_day=[7, 30])
    assert [choice.name for choice in explored.choices] == ["audience", "start_day"]
    assert [tuple(state.values.values()) for state in explored.states] == [
        ("patient", 7),
        ("patient", 30),
        ("clinician", 7),
        ("clinician", 30),
    ]


def test_the_functions_own_default_is_shown_first_where_it_is_among_the_values() -> None:
    explored = explore(plasticity_window, audience=["clinician", "patient"], start_day=30)
    assert explored.states[explored.shown].values == {"audience": "patient"}
    assert explored.figure == plasticity_window(audience="patient", start_day=30)


def test_with_two_controls_the_state_shown_first_is_named_by_parameter() -> None:
    explored = explore(
        plasticity_window,
        audience=["patient", "clinician"],
        start_day=[7, 30],
        shown={"start_day": 30},
        label={"audience": "Written for"},
    )
    assert explored.states[explored.shown].values == {"audience": "patient", "start_day": 30}
    assert [choice.label for choice in explored.choices] == [
        "Written for",
        "Training starts after",
    ]


def test_the_audience_has_words_for_readers_in_every_figure() -> None:
    explored = explore(plasticity_window, lang="id", audience=["patient", "clinician"], start_day=7)
    (choice,) = explored.choices
    assert choice.label == "Ditulis untuk"
    assert [value.label for value in choice.values] == ["pasien", "klinisi"]


def test_a_range_and_a_tuple_are_lists_too() -> None:
    for days in (range(10, 31, 10), (10, 20, 30)):
        explored = explore(plasticity_window, start_day=days)
        assert [state.values["start_day"] for state in explored.states] == [10, 20, 30]


def test_a_list_for_a_parameter_that_takes_lists_is_no_choice() -> None:
    seen: list[list[str]] = []

    def listing(*, rows: list[str], start_day: int = 1) -> ExplanatoryFigure:
        seen.append(rows)
        return plasticity_window(start_day=start_day)

    explored = explore(listing, rows=["a", "b"], start_day=[1, 2])
    assert [choice.name for choice in explored.choices] == ["start_day"]
    assert [choice.label for choice in explored.choices] == ["Start day"]
    assert seen == [["a", "b"], ["a", "b"]]


REFUSALS = {
    "a figure": (
        lambda: explore(plasticity_window(), start_day=[1, 2]),  # type: ignore[arg-type]
        "explore takes the figure function, not a figure that is already drawn\n"
        "Fix: write explore(plasticity_window, …) without brackets after plasticity_window.",
    ),
    "no function": (
        lambda: explore("plasticity_window", start_day=[1, 2]),  # type: ignore[arg-type]
        "explore takes a figure function, not 'plasticity_window'\n"
        "Fix: write for example explore(plasticity_window, start_day=[7, 30]).",
    ),
    "an unknown parameter": (
        lambda: explore(plasticity_window, startday=[1, 2]),
        "plasticity_window has no parameter 'startday'\n"
        "Fix: Did you mean 'start_day'? Its parameters are lang, audience, start_day.",
    ),
    "no list": (
        lambda: explore(plasticity_window, start_day=30),
        "explore needs a list of values for one parameter or two\n"
        "Fix: give a list to audience or start_day.",
    ),
    "an illegal value": (
        lambda: explore(never_drawn_days, start_day=[30, 400]),
        "start_day must be 0 to 365 days, not 400",
    ),
    "an illegal fixed value": (
        lambda: explore(plasticity_window, audience="nurse", start_day=[7, 30]),  # type: ignore[arg-type]
        "audience must be one of patient, clinician, not 'nurse'",
    ),
    "an unknown language": (
        lambda: explore(plasticity_window, lang="de", start_day=[7, 30]),  # type: ignore[arg-type]
        "lang must be one of en, id, not 'de'",
    ),
    "no value": (
        lambda: explore(plasticity_window, start_day=[None, 30]),
        "start_day needs a value in each state, not None",
    ),
    "one value": (
        lambda: explore(never_drawn, start_day=[30]),
        "start_day has 1 value to choose from\nFix: give two values or more.",
    ),
    "an empty list": (
        lambda: explore(never_drawn, start_day=[]),
        "start_day has no values to choose from\nFix: give two values or more.",
    ),
    "the same value twice": (
        lambda: explore(never_drawn, start_day=[30, 7, 30]),
        "start_day has the value 30 twice\nFix: name each value once.",
    ),
    "too many values": (
        lambda: explore(never_drawn, start_day=range(13)),
        "start_day has 13 values; a reader can choose among 12 at most\nFix: give fewer values.",
    ),
    "too many states": (
        lambda: explore(never_drawn_twice, first=range(5), second=range(5)),
        "first and second make 5 × 5 = 25 states; the page carries every one from the start, "
        "so 24 are the most\nFix: give fewer values.",
    ),
    "too many parameters": (
        lambda: explore(never_drawn_twice, first=[1, 2], second=[1, 2], third=[1, 2]),
        "a reader can switch one parameter or two, not 3: first, second, third\n"
        "Fix: give the others one value each.",
    ),
    "a missing parameter": (
        lambda: explore(never_drawn_twice, first=[1, 2]),
        "never_drawn_twice needs second\nFix: write explore(never_drawn_twice, second=…).",
    ),
    "an absent first state": (
        lambda: explore(never_drawn, start_day=[7, 30], shown=8),
        "shown must be one of 7, 30 for start_day, not 8",
    ),
    "a first state of another parameter": (
        lambda: explore(never_drawn, start_day=[7, 30], shown={"startday": 8}),
        "shown names 'startday', which has no list of values\n"
        "Fix: Did you mean 'start_day'? Lists were given for start_day.",
    ),
    "one label for two controls": (
        lambda: explore(never_drawn_twice, first=[1, 2], second=[1, 2], label="Day"),
        "label names one control, but there are two\n"
        "Fix: write label={'first': …, 'second': …}.",
    ),
    "one first value for two controls": (
        lambda: explore(never_drawn_twice, first=[1, 2], second=[1, 2], shown=1),
        "shown gives one value, but there are two controls\n"
        "Fix: write shown={'first': …, 'second': …}.",
    ),
    "a function that draws no explanatory figure": (
        lambda: explore(returns_text, start_day=[7, 30]),
        "returns_text returned str, not an explanatory figure\n"
        "Fix: return what galley_figures.compose.compose returns.",
    ),
}  # fmt: skip


def never_drawn_twice(*, first: int = 1, second: int, third: int = 1) -> ExplanatoryFigure:
    raise AssertionError(f"drawn for {first}, {second} and {third}")


def returns_text(*, start_day: int) -> str:
    return f"day {start_day}"


def never_drawn_days(*, start_day: StartDay) -> ExplanatoryFigure:
    raise AssertionError(f"drawn for {start_day}")


@pytest.mark.parametrize("case", REFUSALS)
def test_what_cannot_be_explored_is_refused_before_anything_is_drawn(case: str) -> None:
    call, message = REFUSALS[case]
    assert refused(call) == message


def test_an_explored_figure_is_frozen_and_drawn_the_same_each_time(
    explored: ExploredFigure,
) -> None:
    assert explored == explore(plasticity_window, start_day=DAYS)
    with pytest.raises(AttributeError):
        explored.shown = 1  # type: ignore[misc]


def test_what_made_a_figure_travels_with_its_versions() -> None:
    made_by = plasticity_window().bundle()["made_by"]
    assert list(made_by) == ["function", "parameters", "versions"]
    packages = {"galley_figures": "galley-articles", "matplotlib": "matplotlib"}
    assert made_by["versions"] == {name: version(package) for name, package in packages.items()}


def test_explore_is_documented() -> None:
    for section in ("Parameters", "Raises", "Examples"):
        assert section in (inspect.getdoc(explore) or "")
