"""A pandoc that is not asked twice: most of an article is as it was a word ago."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import replace
from typing import Generic, TypeVar

from galley.html.pandoc_types import PandocRequest, PandocResult

_Value = TypeVar("_Value")
_KEPT_CITATIONS = 16
_KEPT_FORMULAS = 2_000
_NO_CITATIONS = PandocResult((), (), ())


class _Recent(Generic[_Value]):
    """The values that were asked for last, by key."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._values: OrderedDict[Hashable, _Value] = OrderedDict()

    def __contains__(self, key: Hashable) -> bool:
        return key in self._values

    def __getitem__(self, key: Hashable) -> _Value:
        self._values.move_to_end(key)
        return self._values[key]

    def keep(self, key: Hashable, value: _Value) -> None:
        self._values[key] = value
        if len(self._values) > self._size:
            self._values.popitem(last=False)


class RememberingConvert:
    """Converts as the function it is given does, and asks that one for what is new alone.

    Citations are set together, since years and numbers depend on each other; each formula by
    itself.
    """

    def __init__(self, convert: Callable[[PandocRequest], PandocResult]) -> None:
        self._convert = convert
        self._citations: _Recent[PandocResult] = _Recent(_KEPT_CITATIONS)
        self._formulas: _Recent[str | None] = _Recent(_KEPT_FORMULAS)

    def __call__(self, request: PandocRequest) -> PandocResult:
        """Return the HTML of an article's citations, references and formulas."""
        keys = [_formula_key(formula, request) for formula in request.formulas]
        known = {key: self._formulas[key] for key in keys if key in self._formulas}
        missing = {
            key: formula
            for key, formula in zip(keys, request.formulas, strict=True)
            if key not in known
        }
        answer = self._answer(request, tuple(missing.values()))
        new = dict(zip(missing, answer.formulas, strict=True))
        for key, mathml in new.items():
            self._formulas.keep(key, mathml)
        known |= new
        return replace(answer, formulas=tuple(known[key] for key in keys))

    def _answer(
        self, request: PandocRequest, formulas: tuple[tuple[str, bool], ...]
    ) -> PandocResult:
        """Return citations, known or new, with the formulas that were not known."""
        key = _citation_key(request)
        if key in self._citations:
            only_formulas = replace(request, clusters=(), formulas=formulas, own="")
            set_now = self._convert(only_formulas) if formulas else _NO_CITATIONS
            return replace(self._citations[key], formulas=set_now.formulas)
        answer = self._convert(replace(request, formulas=formulas))
        self._citations.keep(key, replace(answer, formulas=()))
        return answer


def _citation_key(request: PandocRequest) -> Hashable:
    # Where in a cell a citation stands makes no difference to how it is printed.
    clusters = tuple(cluster.citations for cluster in request.clusters)
    return (clusters, request.bibliography, request.lang, request.style, request.own)


def _formula_key(formula: tuple[str, bool], request: PandocRequest) -> Hashable:
    return (formula, tuple(request.numbers.items()))
