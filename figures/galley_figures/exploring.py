"""Draw a figure in each of several states, so that a reader can switch between them."""

from __future__ import annotations

import inspect
import itertools
import math
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final, cast

from galley_figures.errors import FigureError, nearest
from galley_figures.explanatory import ExplanatoryFigure
from galley_figures.explored import ChoiceValue, ExploredFigure, FigureState, ReaderChoice
from galley_figures.locale import LANGS, Audience, Lang
from galley_figures.parameters import ParameterInfo, Value, parameters_of

MOST_VALUES: Final = 12
"""How many values a reader can choose among at one control."""

MOST_STATES: Final = 24
"""How many states a page can carry; it holds every one from the start."""

_MOST_CHOICES: Final = 2


def explore(
    figure_function: Callable[..., ExplanatoryFigure],
    /,
    *,
    label: str | Mapping[str, str] = "",
    shown: Value | Mapping[str, Value] | None = None,
    lang: Lang = "en",
    audience: Audience | Sequence[Audience] | None = None,
    **values: object,
) -> ExploredFigure:
    """Draw a figure for each of several values, for readers to switch between on the page.

    Parameters
    ----------
    figure_function
        A function that returns an `ExplanatoryFigure`, such as ``plasticity_window``.
    label
        What the reader's control is called, where the parameter's own words do not fit; with two
        controls, a mapping from the parameters' names.
    shown
        The value that is shown first and printed; with two controls, a mapping from the
        parameters' names. Else the function's own default where it is among the values, else the
        first value.
    lang, audience
        As in the figure function.
    **values
        The figure function's other parameters. One or two of them get a list, and the figure is
        drawn for each combination; the others get one value.

    Raises
    ------
    FigureError
        If the function has no such parameter, or a value is not legal, or a reader would have to
        choose among more than 12 values or 24 states. Nothing has been drawn then.

    Examples
    --------
    >>> from galley_figures import explore, plasticity_window
    >>> [state.values for state in explore(plasticity_window, start_day=[7, 30]).states]
    [{'start_day': 7}, {'start_day': 30}]
    """
    name = _name(figure_function)
    known = parameters_of(figure_function)
    given = _given(known, lang, audience, values)
    _check_names(name, known, given)
    explored = _explored(known, given)
    fixed = {key: value for key, value in given.items() if key not in explored}
    check_explored(known, explored)
    for key, value in fixed.items():
        known[key].check(value)
    labels = _labels(label, explored)
    choices = tuple(_choice(known[key], explored[key], labels, lang) for key in explored)
    combinations = [
        dict(zip(explored, each, strict=True)) for each in itertools.product(*explored.values())
    ]
    first = combinations.index(first_shown(known, explored, shown))
    states = tuple(
        FigureState(each, _drawn(figure_function, name, {**fixed, **each})) for each in combinations
    )
    return ExploredFigure(choices, states, first)


def _name(figure_function: object) -> str:
    """Return the name of a figure function; refuse what is none."""
    if isinstance(figure_function, ExplanatoryFigure):
        name = figure_function.made_by.function.rpartition(".")[2]
        raise FigureError(
            "explore takes the figure function, not a figure that is already drawn",
            f"write explore({name}, …) without brackets after {name}.",
        )
    if not inspect.isfunction(figure_function):
        raise FigureError(
            f"explore takes a figure function, not {figure_function!r}",
            "write for example explore(plasticity_window, start_day=[7, 30]).",
        )
    return figure_function.__name__


def _given(
    known: Mapping[str, ParameterInfo],
    lang: Lang,
    audience: object,
    values: Mapping[str, object],
) -> dict[str, object]:
    """Return every argument for the figure function; arrays and ranges have become lists."""
    if lang not in LANGS:
        raise FigureError(f"lang must be one of {', '.join(LANGS)}, not {lang!r}")
    named = {"lang": lang} if "lang" in known else {}
    given = {**named, "audience": audience, **values}
    if audience is None:
        given.pop("audience")
    return {key: _as_list(value) for key, value in given.items()}


def _as_list(value: object) -> object:
    if hasattr(value, "tolist"):  # an array or a number of numpy's or pandas'
        return value.tolist()
    return list(value) if isinstance(value, range | tuple) else value


def _check_names(
    name: str, known: Mapping[str, ParameterInfo], given: Mapping[str, object]
) -> None:
    legal = ", ".join(known) or "none"
    for key in given:
        if key not in known:
            fix = f"{nearest(key, known)} Its parameters are {legal}.".strip()
            raise FigureError(f"{name} has no parameter {key!r}", fix)
    for key, info in known.items():
        if info.default is inspect.Parameter.empty and key not in given:
            raise FigureError(f"{name} needs {key}", f"write explore({name}, {key}=…).")


def _explored(
    known: Mapping[str, ParameterInfo], given: Mapping[str, object]
) -> dict[str, list[Value]]:
    """Return the parameters that got a list where they take one value."""
    explored = {
        key: cast("list[Value]", value)
        for key, value in given.items()
        if isinstance(value, list) and _takes_one_value(known[key])
    }
    if not explored:
        able = [key for key, info in known.items() if _takes_one_value(info) and key != "lang"]
        raise FigureError(
            "explore needs a list of values for one parameter or two",
            f"give a list to {' or '.join(able)}." if able else "this figure has no such one.",
        )
    if len(explored) > _MOST_CHOICES:
        raise FigureError(
            f"a reader can switch one parameter or two, not {len(explored)}: {', '.join(explored)}",
            "give the others one value each.",
        )
    return explored


def _takes_one_value(info: ParameterInfo) -> bool:
    """Tell a number, a word or a yes-or-no from a table or a list."""
    return info.legal is not None or info.kind in {int, float, str, bool, Any}


def check_explored(known: Mapping[str, ParameterInfo], explored: Mapping[str, list[Value]]) -> None:
    """Refuse values that are not legal, and more of them than a reader can choose among.

    Raises
    ------
    FigureError
        With the parameter and what it may be.
    """
    for key, values in explored.items():
        for value in values:
            if value is None:
                raise FigureError(f"{key} needs a value in each state, not None")
            known[key].check(value)
        _check_number_of_values(key, values)
    count = math.prod(len(values) for values in explored.values())
    if count > MOST_STATES:
        sizes = " × ".join(str(len(values)) for values in explored.values())
        raise FigureError(
            f"{' and '.join(explored)} make {sizes} = {count} states; the page carries every one "
            f"from the start, so {MOST_STATES} are the most",
            "give fewer values.",
        )


def _check_number_of_values(key: str, values: list[Value]) -> None:
    twice = [value for position, value in enumerate(values) if value in values[:position]]
    if twice:
        raise FigureError(f"{key} has the value {twice[0]!r} twice", "name each value once.")
    if len(values) < 2:  # noqa: PLR2004 - a choice has two ends
        raise FigureError(
            f"{key} has {len(values) or 'no'} value{'s' if not values else ''} to choose from",
            "give two values or more.",
        )
    if len(values) > MOST_VALUES:
        raise FigureError(
            f"{key} has {len(values)} values; a reader can choose among {MOST_VALUES} at most",
            "give fewer values.",
        )


def _labels(label: str | Mapping[str, str], explored: Mapping[str, object]) -> Mapping[str, str]:
    if isinstance(label, str):
        if label and len(explored) > 1:
            pairs = ", ".join(f"{key!r}: …" for key in explored)
            raise FigureError(
                "label names one control, but there are two", f"write label={{{pairs}}}."
            )
        return dict.fromkeys(explored, label)
    for key in label:
        if key not in explored:
            raise FigureError(
                f"label names {key!r}, which has no list of values",
                f"{nearest(key, explored)} Lists were given for {', '.join(explored)}.".strip(),
            )
    return label


def _choice(
    info: ParameterInfo, values: list[Value], labels: Mapping[str, str], lang: Lang
) -> ReaderChoice:
    return ReaderChoice(
        info.name,
        labels.get(info.name) or info.label(lang),
        tuple(ChoiceValue(value, info.value_label(value, lang)) for value in values),
    )


def first_shown(
    known: Mapping[str, ParameterInfo],
    explored: Mapping[str, list[Value]],
    shown: Value | Mapping[str, Value] | None,
) -> dict[str, Value]:
    """Return the values of the state that is shown first.

    Raises
    ------
    FigureError
        If `shown` names a value that is not among the explored ones.
    """
    wanted = _wanted(explored, shown)
    first: dict[str, Value] = {}
    for key, values in explored.items():
        default = cast("Value", known[key].default)
        first[key] = wanted.get(key, default if default in values else values[0])
        if first[key] not in values:
            legal = ", ".join(str(value) for value in values)
            raise FigureError(f"shown must be one of {legal} for {key}, not {first[key]!r}")
    return first


def _wanted(
    explored: Mapping[str, list[Value]], shown: Value | Mapping[str, Value] | None
) -> Mapping[str, Value]:
    if shown is None:
        return {}
    if isinstance(shown, Mapping):
        for key in shown:
            if key not in explored:
                raise FigureError(
                    f"shown names {key!r}, which has no list of values",
                    f"{nearest(key, explored)} Lists were given for {', '.join(explored)}.".strip(),
                )
        return shown
    if len(explored) > 1:
        pairs = ", ".join(f"{key!r}: …" for key in explored)
        raise FigureError(
            "shown gives one value, but there are two controls", f"write shown={{{pairs}}}."
        )
    return dict.fromkeys(explored, shown)


def _drawn(
    figure_function: Callable[..., ExplanatoryFigure], name: str, arguments: Mapping[str, object]
) -> ExplanatoryFigure:
    figure = figure_function(**arguments)
    if not isinstance(figure, ExplanatoryFigure):
        raise FigureError(
            f"{name} returned {type(figure).__name__}, not an explanatory figure",
            "return what galley_figures.compose.compose returns.",
        )
    return figure
