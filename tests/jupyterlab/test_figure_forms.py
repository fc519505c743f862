"""What a form shows of a cell: its figures, each parameter as it stands, and nothing that ran."""

from __future__ import annotations

from typing import Any

import pytest
from tests.jupyterlab.figure_cells import IMPORT, article, catalogue

from galley.jupyterlab.figures.article import SentArticle, parse_article
from galley.jupyterlab.figures.forms import form_of
from galley.speech.findings import known_refusal
from galley.speech.language import INDONESIAN
from galley_figures.locale import Lang


def form(*sources: str, tags: str = "", lang: Lang = "en") -> dict[str, Any]:
    """Return the form of the last cell."""
    return form_of(article(*sources, tags=tags), f"cell-{len(sources) - 1}", catalogue(), lang)


def fields(source: str, *, lang: Lang = "en") -> dict[str, dict[str, Any]]:
    (call,) = form(IMPORT + source, lang=lang)["calls"]
    return {field["name"]: field for field in call["fields"]}


# Which cells hold a figure


@pytest.mark.parametrize(
    "source",
    [
        "from galley_figures import bars\nbars(t)",
        "from galley_figures import bars as b\nb(t)",
        "from galley_figures import *\nbars(t)",
        "from galley_figures.kinds.bars import bars\nbars(t)",
        "import galley_figures\ngalley_figures.bars(t)",
        "import galley_figures as gf\nx = [gf.bars(t)]",
        "import galley_figures.sheet\ngalley_figures.bars(t)",
        "%matplotlib inline\nfrom galley_figures import bars\nbars(t)",
        "%%time\nfrom galley_figures import bars\nbars(t)",
    ],
)
def test_a_figure_is_known_however_it_was_imported(source: str) -> None:
    assert [call["figure"] for call in form(source)["calls"]] == ["bars"]


@pytest.mark.parametrize(
    "source",
    [
        "",
        "bars(t)",
        "from elsewhere import bars\nbars(t)",
        "from .galley_figures import bars\nbars(t)",
        "import galley_figures\nother.bars(t)",
        "import galley_figures\ngalley_figures.ExplanatoryFigure()",
        "from galley_figures import bars\nbars",
        "from galley_figures import explore\nexplore(my_figure, day=[1, 2])",
        "# from galley_figures import bars\n'bars(t)'",
    ],
)
def test_other_cells_have_no_form(source: str) -> None:
    assert form(source) == {"calls": [], "options": {}, "needs": [], "problem": ""}


def test_an_import_in_another_cell_counts() -> None:
    assert form("from galley_figures import bars", "bars(t)")["needs"] == ["cell-0"]


def test_a_markdown_cell_and_a_cell_that_is_gone_have_no_form() -> None:
    sent = parse_article([{"id": "a", "type": "markdown", "source": IMPORT + "bars(t)"}])
    assert form_of(sent, "a", catalogue(), "en")["calls"] == []
    assert form_of(SentArticle(()), "b", catalogue(), "en")["calls"] == []


@pytest.mark.parametrize(
    ("source", "problem"),
    [
        ("bars(", "This cell cannot be read as Python: look at line 1."),
        ("x = 1\n  y", "This cell cannot be read as Python: look at line 2."),
        ("%%html\n<b>", "This cell is not written in Python."),
        ("a\0b", "This cell cannot be read as Python: look at line 1."),
        (
            "x" * 100_001,
            "This cell is too long for a form. Change it in the cell itself.",
        ),
    ],
)
def test_code_that_cannot_be_read_is_told(source: str, problem: str) -> None:
    assert form(source)["problem"] == problem
    assert known_refusal(INDONESIAN, problem)


@pytest.mark.parametrize(
    "deep",
    [
        "(" * 50_000,
        "(" * 90 + ")" * 90,
        "[" * 3000 + "]" * 3000,
        "-" * 90_000 + "1",
        "not " * 20_000 + "1",
        "a" + ".b" * 40_000,
        "a" + "()" * 40_000,
        "1" + "+1" * 40_000,
        "lambda: " * 10_000 + "1",
        "f(" * 20_000,
        "9" * 90_000,
        "x = " * 20_000 + "1",
        "if 1:\n" + " if 1:\n" * 100,
        "f'{" * 200,
        "a if b else " * 8_000 + "c",
        "*" * 90_000,
        "\\\n" * 40_000,
    ],
)
def test_hostile_code_is_read_or_refused_and_never_brings_anything_down(deep: str) -> None:
    for source in (deep, f"{IMPORT}bars(t, unit={deep})"):
        problem = form(source)["problem"]
        assert not problem or problem.startswith("This cell cannot be read as Python")


def test_nothing_of_a_cell_runs(tmp_path: Any) -> None:
    touched = tmp_path / "touched"
    touch = f"__import__('pathlib').Path({str(touched)!r}).touch()"
    source = f"{IMPORT}{touch}\nbars({touch}, unit={touch}, decimals=[{touch} for _ in 'a'][0])"
    assert form(source, lang="en")["calls"][0]["figure"] == "bars"
    assert not touched.exists()


# Each parameter as it stands


def test_a_number_with_its_range_and_unit() -> None:
    assert fields("plasticity_window(start_day=7)")["start_day"] == {
        "name": "start_day",
        "label": "Training starts after",
        "control": "number",
        "value": 7,
        "text": "",
        "code": "7",
        "is_given": True,
        "is_optional": True,
        "default": None,
        "unit": "days",
        "low": 0,
        "high": 365,
        "step": 1,
        "choices": [],
    }


def test_a_choice_with_its_words_in_the_language_of_the_lab() -> None:
    field = fields("plasticity_window()", lang="id")["audience"]
    assert (field["label"], field["control"]) == ("Ditulis untuk", "choice")
    assert (field["value"], field["is_given"]) == ("patient", False)
    assert field["choices"] == [["patient", "pasien"], ["clinician", "klinisi"]]


@pytest.mark.parametrize(
    ("argument", "control", "value"),
    [
        ("rounded=True", "switch", True),
        ("out_of=1000", "choice", 1000),
        ("event='died'", "text", "died"),
        ("note='a' 'b'", "long-text", "ab"),
        ("note=-1", "code", None),
        ("note=f'{x}'", "code", None),
        ("note=words[0]", "code", None),
        ("rounded=1", "code", None),
        ("rounded=not False", "code", None),
        ("event=b'died'", "code", None),
        ("sources=['a', 'b']", "list", ["a", "b"]),
        ("sources=('a',)", "list", ["a"]),
        ("sources=[a]", "code", None),
        ("sources=[1]", "code", None),
    ],
)
def test_what_is_written_is_shown_and_what_is_computed_only_as_code(
    argument: str, control: str, value: object
) -> None:
    source = f"from galley_figures import icon_array\nicon_array(t, {argument})"
    (call,) = form(source)["calls"]
    name, _, code = argument.partition("=")
    (field,) = (field for field in call["fields"] if field["name"] == name)
    assert (field["control"], field["value"], field["code"]) == (control, value, code)


def test_a_table_by_its_place_is_shown_as_code() -> None:
    field = fields('bars("| a |", unit="days")')["table"]
    assert (field["control"], field["code"], field["is_given"]) == ("code", '"| a |"', True)


def test_what_is_passed_on_as_a_whole_hides_what_is_not_named() -> None:
    known = fields("plasticity_window(lang='id', **rest)")
    assert known["lang"]["value"] == "id"
    assert (known["start_day"]["control"], known["start_day"]["code"]) == ("code", "rest")


def test_what_nobody_should_change_is_offered_only_where_it_is_written() -> None:
    assert {"caption", "start"}.isdisjoint(fields("bars(t)"))
    assert fields("bars(t, caption='c')")["caption"]["value"] == "c"


def test_several_values_for_readers_are_shown_as_a_list_with_the_first() -> None:
    known = fields("explore(plasticity_window, start_day=[1, 7, 30], shown=7, lang=lang)")
    assert (known["start_day"]["control"], known["start_day"]["text"]) == ("list", "1, 7, 30")
    assert known["shown"]["choices"] == [[1, "1 day"], [7, "7 days"], [30, "30 days"]]
    assert known["shown"]["value"] == 7
    assert (known["lang"]["control"], known["lang"]["code"]) == ("code", "lang")


def test_two_figures_in_a_cell_have_a_form_each() -> None:
    calls = form(f"{IMPORT}plasticity_window(start_day=1)\nbars(plasticity_window())")["calls"]
    assert [call["figure"] for call in calls] == ["plasticity_window", "bars", "plasticity_window"]


def test_a_slider_has_places_enough_for_any_range() -> None:
    source = "from galley_figures import nmda_gate\nnmda_gate(mg_mm=1.2)"
    (field,) = (each for each in form(source)["calls"][0]["fields"] if each["name"] == "mg_mm")
    assert (field["low"], field["high"], field["step"], field["unit"]) == (0.1, 4, 0.05, "mM")


# Label and caption


def test_label_and_caption_are_read_from_the_top_of_the_cell() -> None:
    options = '#| label: fig-a\n#| echo: true\n#| caption: "What: to see"\n'
    assert form(f"{options}{IMPORT}bars(t)")["options"] == {
        "label": "fig-a",
        "caption": "What: to see",
    }
    assert form(f"{IMPORT}bars(t)")["options"] == {"label": "", "caption": ""}


# What has to run before


def test_a_cell_needs_those_that_give_its_names_a_meaning_and_no_others() -> None:
    sources = [
        "lang = 'en'\naudience = 'patient'",
        "other = 1",
        "from galley_figures import bars",
        "raw = read()",
        "table = clean(raw)",
        "def clean(x): return x",
        "bars(table, lang=lang)",
    ]
    assert form(*sources)["needs"] == ["cell-0", "cell-2", "cell-3", "cell-4"]


def test_a_name_that_the_cell_gives_a_meaning_itself_needs_no_other_cell() -> None:
    assert form("lang = 'id'", f"{IMPORT}lang = 'en'\nbars(t, lang=lang)")["needs"] == []
    assert form("lang = 'id'", f"{IMPORT}lang = lang\nbars(t, lang=lang)")["needs"] == ["cell-0"]


def test_what_was_sent_may_be_anything() -> None:
    for sent in (None, 1, "a", [1, None, {}], [{"id": 1, "type": 2, "source": 3, "tags": 4}]):
        assert form_of(parse_article(sent), "1", catalogue(), "en")["calls"] == []
