"""What the parameters of a figure function may be, said once: in its signature.

    StartDay: TypeAlias = Annotated[
        float,
        Range(0, 365, label={"en": "Training starts", "id": "Latihan mulai"},
              unit={"en": "days", "id": "hari"}),
    ]

    @validated
    def compute(*, start_day: StartDay = 7, lang: Lang = "en") -> Data: ...

`validated` refuses other values before the function runs; `explore` takes from the same place how
a reader's control is named, and an editor what a form may offer.
"""

from __future__ import annotations

import functools
import inspect
import numbers
import types
import typing
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any, Final, Literal, ParamSpec, TypeAlias, TypeVar, get_args

from galley_figures.errors import FigureError, nearest
from galley_figures.locale import Lang, number
from galley_figures.locale.parameter_names import name_in_words, value_in_words

_P = ParamSpec("_P")
_R = TypeVar("_R")

Bilingual: TypeAlias = Mapping[Lang, str]
Value: TypeAlias = str | float | int | bool

_NO_WORDS: Final[Bilingual] = {}
_YES_NO: Final[Mapping[bool, Bilingual]] = {
    True: {"en": "yes", "id": "ya"},
    False: {"en": "no", "id": "tidak"},
}


@dataclass(frozen=True)
class Range:
    """The legal numbers of a parameter, both ends included.

    Attributes
    ----------
    unit
        In each language, as it stands after a number; none for a bare number.
    unit_of_one
        What stands after the number 1, in languages where that differs.
    label
        What a reader's control is called.
    """

    low: float
    high: float
    # `Annotated[float, Range(...)] | None` needs a hash, which a dict has not.
    unit: Bilingual = field(default_factory=dict, hash=False)
    label: Bilingual = field(default_factory=dict, hash=False)
    unit_of_one: Bilingual = field(default_factory=dict, hash=False)

    def unit_after(self, value: float, lang: Lang) -> str:
        """Return the unit as it stands after a number."""
        unit = self.unit.get(lang, "")
        return self.unit_of_one.get(lang, unit) if value == 1 else unit


@dataclass(frozen=True)
class Choice:
    """What the legal words of a ``Literal`` parameter are called for readers."""

    label: Bilingual = field(hash=False)
    values: Mapping[str, Bilingual] = field(default_factory=dict, hash=False)


@dataclass(frozen=True)
class ParameterInfo:
    """One parameter of a figure function: what it may be, and its words.

    Attributes
    ----------
    legal
        The words of a choice, or the range of a number; ``None`` where anything goes.
    choice
        The words' names for readers.
    is_optional
        Whether ``None`` is legal too.
    """

    name: str
    kind: type
    legal: tuple[Value, ...] | Range | None
    default: object
    choice: Choice | None = None
    is_optional: bool = False

    def label(self, lang: Lang) -> str:
        """Return what a reader's control is called; else the name that all figures share."""
        words = self.legal.label if isinstance(self.legal, Range) else _NO_WORDS
        words = self.choice.label if self.choice else words
        return words.get(lang) or name_in_words(self.name, lang)

    def value_label(self, value: Value, lang: Lang) -> str:
        """Return a value as readers see it, with its unit."""
        if isinstance(value, bool):
            return _YES_NO[value][lang]
        if isinstance(value, str):
            words = self.choice.values.get(value, _NO_WORDS) if self.choice else _NO_WORDS
            return words.get(lang) or value_in_words(self.name, value, lang)
        unit = self.legal.unit_after(value, lang) if isinstance(self.legal, Range) else ""
        return f"{number(value, lang)} {unit}".strip()

    def check(self, value: object) -> None:
        """Refuse a value that the parameter may not have.

        Raises
        ------
        FigureError
            With the parameter, the legal values or range with its unit, and the value given.
        """
        if value is None and self.is_optional:
            return
        if isinstance(self.legal, Range):
            _check_range(self.name, value, self.legal, whole=self.kind is int)
        elif self.legal is not None and not _is_one_of(value, self.legal):
            words = [str(word) for word in self.legal]
            guess = nearest(value, words) if isinstance(value, str) else ""
            ending = f". {guess}" if guess else ""
            raise FigureError(
                f"{self.name} must be one of {', '.join(words)}, not {value!r}{ending}"
            )


def _is_one_of(value: object, legal: tuple[Value, ...]) -> bool:
    """Tell whether a value is legal; 1 is not True, though Python finds them equal."""
    return any(value == one and isinstance(value, bool) == isinstance(one, bool) for one in legal)


def _check_range(name: str, value: object, legal: Range, *, whole: bool) -> None:
    unit = legal.unit.get("en", "")
    span = f"{legal.low:g} to {legal.high:g}{' ' if unit else ''}{unit}"
    is_number = isinstance(value, numbers.Real) and not isinstance(value, bool)
    # `nan` fails the comparison, as it should.
    if is_number and legal.low <= typing.cast("float", value) <= legal.high:
        if not whole or float(typing.cast("float", value)).is_integer():
            return
        raise FigureError(f"{name} must be a whole number, {span}, not {value!r}")
    raise FigureError(f"{name} must be {span}, not {value!r}")


@functools.cache
def parameters_of(function: Callable[..., object]) -> Mapping[str, ParameterInfo]:
    """Return what a figure function's parameters may be, read from its signature."""
    hints = typing.get_type_hints(function, include_extras=True)
    return {
        name: _parameter_info(name, hints.get(name, Any), parameter.default)
        for name, parameter in inspect.signature(function).parameters.items()
    }


def _parameter_info(name: str, hint: Any, default: object) -> ParameterInfo:  # noqa: ANN401 - type hints have no type
    hint, is_optional = _without_none(hint)
    extras: tuple[object, ...] = ()
    if typing.get_origin(hint) is Annotated:
        hint, *rest = get_args(hint)
        extras = tuple(rest)
        hint, is_optional_inside = _without_none(hint)
        is_optional = is_optional or is_optional_inside
    choice = next((extra for extra in extras if isinstance(extra, Choice)), None)
    legal: tuple[Value, ...] | Range | None
    legal = next((extra for extra in extras if isinstance(extra, Range)), None)
    kind = hint if isinstance(hint, type) else object
    if typing.get_origin(hint) is Literal:
        legal, kind = get_args(hint), type(get_args(hint)[0])
    elif hint is bool:
        legal = (True, False)
    return ParameterInfo(name, kind, legal, default, choice, is_optional)


def _without_none(hint: Any) -> tuple[Any, bool]:  # noqa: ANN401 - the same
    """Take ``None`` out of ``X | None``."""
    if typing.get_origin(hint) not in {typing.Union, types.UnionType}:
        return hint, False
    others = [part for part in get_args(hint) if part is not type(None)]
    return (others[0] if len(others) == 1 else hint), len(others) < len(get_args(hint))


def validated(function: Callable[_P, _R]) -> Callable[_P, _R]:
    """Check each argument against the function's own annotations before it runs."""

    @functools.wraps(function)
    def checked(*args: _P.args, **kwargs: _P.kwargs) -> _R:
        arguments = inspect.signature(function).bind(*args, **kwargs).arguments
        known = parameters_of(function)
        for name, value in arguments.items():
            known[name].check(value)
        return function(*args, **kwargs)

    return checked
