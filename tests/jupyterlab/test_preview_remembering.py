"""Pandoc is asked for what is new, and the answer is the same as if it had been asked for all."""

from __future__ import annotations

from dataclasses import replace

import pytest

from galley.article.model import Citation, CitationCluster
from galley.findings import Place
from galley.html.pandoc import Pandoc
from galley.html.pandoc_types import PandocRequest, PandocResult
from galley.jupyterlab.remembering import RememberingConvert

BIB = "@book{a1, author={One, Ann}, title={First}, year={2001}}\n"
X, Y = ("x^2", False), ("y", True)


class Counting:
    """Answers as pandoc would, and notes what it was asked."""

    def __init__(self) -> None:
        self.asked: list[PandocRequest] = []

    def __call__(self, request: PandocRequest) -> PandocResult:
        self.asked.append(request)
        clusters = tuple(cluster.citations[0].key for cluster in request.clusters)
        return PandocResult(clusters, (), tuple(tex.upper() for tex, _ in request.formulas))


def cluster(key: str, line: int = 1) -> CitationCluster:
    return CitationCluster((Citation(key),), Place("x.ipynb", "cell", line))


def test_nothing_is_asked_twice() -> None:
    pandoc = Counting()
    convert = RememberingConvert(pandoc)
    request = PandocRequest((cluster("a1"),), (X, Y), BIB)
    assert convert(request) == convert(request) == PandocResult(("a1",), (), ("X^2", "Y"))
    assert len(pandoc.asked) == 1


def test_a_new_formula_is_asked_alone() -> None:
    pandoc = Counting()
    convert = RememberingConvert(pandoc)
    convert(PandocRequest((cluster("a1"),), (X,), BIB))
    answer = convert(PandocRequest((cluster("a1", line=9),), (Y, X), BIB))
    assert answer == PandocResult(("a1",), (), ("Y", "X^2"))
    assert (pandoc.asked[1].clusters, pandoc.asked[1].formulas) == ((), (Y,))


def test_a_new_citation_sets_all_citations_and_no_formula() -> None:
    pandoc = Counting()
    convert = RememberingConvert(pandoc)
    convert(PandocRequest((cluster("a1"),), (X,), BIB))
    answer = convert(PandocRequest((cluster("b2"), cluster("a1")), (X,), BIB))
    assert answer == PandocResult(("b2", "a1"), (), ("X^2",))
    assert (len(pandoc.asked[1].clusters), pandoc.asked[1].formulas) == (2, ())


@pytest.mark.parametrize(
    "changed", [{"bibliography": ""}, {"lang": "id"}, {"style": "numeric"}, {"own": "[]"}]
)
def test_what_citations_depend_on_has_them_set_again(changed: dict[str, str]) -> None:
    pandoc = Counting()
    convert = RememberingConvert(pandoc)
    request = PandocRequest((cluster("a1"),), (X,), BIB)
    convert(request)
    convert(replace(request, **changed))  # type: ignore[arg-type]
    assert len(pandoc.asked) == 2


def test_a_formula_that_names_an_equation_is_set_again_when_its_number_changes() -> None:
    pandoc = Counting()
    convert = RememberingConvert(pandoc)
    convert(PandocRequest(formulas=(X,), numbers={"eq": "1"}))
    convert(PandocRequest(formulas=(X,), numbers={"eq": "2"}))
    assert len(pandoc.asked) == 2


@pytest.mark.kernel
def test_the_answers_are_those_of_pandoc() -> None:
    first = PandocRequest((cluster("a1"), cluster("none")), (X,), BIB)
    second = PandocRequest(
        (cluster("a1", line=2), cluster("none")), (Y, (r"\frac{1}{", False)), BIB
    )
    with Pandoc() as pandoc:
        convert = RememberingConvert(pandoc.convert)
        assert [convert(each) for each in (first, second, first)] == [
            pandoc.convert(each) for each in (first, second, first)
        ]
