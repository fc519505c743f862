"""The list of figures and what a form may offer: whole, in both languages, and never stale."""

from __future__ import annotations

import ast
import json
from pathlib import Path
from typing import cast

import pytest
from PIL import Image

import galley_figures
from galley_figures import ExplanatoryFigure
from galley_figures.listing import Listed, list_figures, names_of
from galley_figures.locale import LANGS, Lang
from galley_figures.locale.figure_list import LIST
from galley_figures.locale.parameter_names import NAMES, VALUES
from galley_figures.parameter_records import parameter_of, parameter_record
from galley_figures.starters import starter

LISTED = list_figures()
each_figure = pytest.mark.parametrize("listed", LISTED, ids=lambda listed: listed.name)
each_kind = pytest.mark.parametrize("name", names_of("kinds"))
each_language = pytest.mark.parametrize("lang", LANGS)


def test_every_public_figure_is_listed_once() -> None:
    others = {"ExplanatoryFigure", "explore"}
    assert sorted(listed.name for listed in LISTED) == sorted(set(galley_figures.__all__) - others)
    assert sorted(LIST) == sorted(listed.name for listed in LISTED)


@each_figure
def test_a_listed_figure_has_short_words_in_each_language(listed: Listed) -> None:
    for words in (listed.words.title, listed.words.shows):
        assert set(words) == set(LANGS)
        assert all(text.strip() == text and text for text in words.values())
    assert all(len(title) <= 40 for title in listed.words.title.values())
    assert all(text.endswith(".") and len(text) <= 90 for text in listed.words.shows.values())


@each_figure
def test_a_ready_figure_is_listed_as_what_it_is_drawn_as(listed: Listed) -> None:
    if listed.group == "kinds":
        assert listed.words.evidence is None
    else:
        drawn: ExplanatoryFigure = getattr(galley_figures, listed.name)()
        assert drawn.evidence.kind == listed.words.evidence


@each_figure
def test_every_parameter_and_every_word_of_a_choice_has_a_name_in_each_language(
    listed: Listed,
) -> None:
    for info in listed.parameters.values():
        own = info.label("en") != info.label("id") or info.name in NAMES
        assert own, f"{info.name} needs a name in locale/parameter_names.py"
        if info.kind is str and isinstance(info.legal, tuple):
            named = info.choice.values if info.choice else VALUES.get(info.name, {})
            assert {str(value) for value in info.legal} <= set(named), info.name


def test_no_name_is_kept_for_a_parameter_that_is_gone() -> None:
    known = {name for listed in LISTED for name in listed.parameters} | {"label", "shown"}
    assert set(NAMES) <= known
    assert set(VALUES) <= known


@each_figure
def test_a_parameter_survives_the_way_through_json(listed: Listed) -> None:
    for info in listed.parameters.values():
        record = json.loads(json.dumps(parameter_record(info)))
        again = parameter_of(record)
        assert parameter_record(again) == record
        assert (again.name, again.legal, again.is_optional) == (
            info.name,
            info.legal,
            info.is_optional,
        )
        assert [again.label(lang) for lang in LANGS] == [info.label(lang) for lang in LANGS]


# What a kind starts with


@each_kind
@each_language
def test_a_kind_starts_with_a_call_that_draws_and_says_that_its_numbers_are_not_real(
    name: str, lang: Lang, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for picture in ("picture.png", "gambar.png"):
        Image.new("RGB", (80, 60), "white").save(tmp_path / picture)
    figure = cast("ExplanatoryFigure", eval(starter(name, lang), vars(galley_figures) | _all()))
    assert figure.lang == lang
    assert figure.evidence.kind in {"synthetic", "schematic"}
    assert f'    lang="{lang}",\n)\n' in starter(name, lang)


@each_kind
def test_a_start_is_the_same_call_in_each_language(name: str) -> None:
    calls = [ast.parse(starter(name, lang), mode="eval").body for lang in LANGS]
    keywords = [[key.arg for key in cast("ast.Call", call).keywords] for call in calls]
    assert keywords[0] == keywords[1]


def test_a_ready_figure_needs_no_start() -> None:
    assert starter("plasticity_window", "en") == ""


def _all() -> dict[str, object]:
    return {name: getattr(galley_figures, name) for name in galley_figures.__all__}
