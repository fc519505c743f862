"""One argument changed in a cell: it has its value, and every other character is as it was."""

from __future__ import annotations

import ast
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from tests.jupyterlab.figure_cells import IMPORT, change
from tests.jupyterlab.notebooks import ARTICLES

from galley.jupyterlab.figures.changing import RefusedError
from galley.speech.findings import known_refusal
from galley.speech.language import INDONESIAN

# Replacing


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("plasticity_window(start_day=7)", "plasticity_window(start_day=30)"),
        ("plasticity_window(start_day = 7 )", "plasticity_window(start_day = 30 )"),
        ("plasticity_window(start_day=(7))  # seven", "plasticity_window(start_day=(30))  # seven"),
        ("plasticity_window(start_day=None)", "plasticity_window(start_day=30)"),
        ("plasticity_window(start_day=-1)", "plasticity_window(start_day=30)"),
        (
            "show(plasticity_window(\n    lang='id',  # día\n    start_day=7,\n))",
            "show(plasticity_window(\n    lang='id',  # día\n    start_day=30,\n))",
        ),
        ("plasticity_window(lang='é→', start_day=7)", "plasticity_window(lang='é→', start_day=30)"),
        ("x = plasticity_window(start_day=7); x", "x = plasticity_window(start_day=30); x"),
        (
            "def f():\r\n\treturn plasticity_window(start_day=7)\r\nf()",
            "def f():\r\n\treturn plasticity_window(start_day=30)\r\nf()",
        ),
    ],
)
def test_a_value_takes_the_place_of_the_old_one(source: str, expected: str) -> None:
    assert change(IMPORT + source, "start_day", 30) == IMPORT + expected


def test_lines_that_are_no_python_stay_where_they_are() -> None:
    magics = "%matplotlib inline\n!ls ~\nfiles = !ls\nbars?\n"
    source = f"{magics}{IMPORT}plasticity_window(start_day=7)"
    assert change(source, "start_day", 8) == source.replace("=7", "=8")


@pytest.mark.parametrize(
    ("old", "expected"),
    [
        ('"days"', '"it\'s 5"'),
        ("'days'", '"it\'s 5"'),
        ('"""days"""', '"it\'s 5"'),
        ('("da"\n    "ys")', '("it\'s 5")'),
    ],
)
def test_a_text_keeps_its_quotes_where_it_can(old: str, expected: str) -> None:
    source = f"{IMPORT}bars(table, unit={old}, note='n')"
    assert change(source, "unit", "it's 5") == f"{IMPORT}bars(table, unit={expected}, note='n')"


def test_a_short_text_keeps_single_quotes() -> None:
    assert change(IMPORT + "bars(t, unit='a')", "unit", "b").endswith("unit='b')")


def test_the_argument_of_the_chosen_call_changes_and_no_other() -> None:
    source = f"{IMPORT}plasticity_window(start_day=1)\nplasticity_window(start_day=2)"
    assert change(source, "start_day", 9, call=1) == source.replace("=2", "=9")
    assert change(source, "start_day", 9, call=0) == source.replace("=1", "=9")


# Adding


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("plasticity_window()", "plasticity_window(start_day=30)"),
        ("plasticity_window( )", "plasticity_window(start_day=30 )"),
        ("plasticity_window(  # none\n)", "plasticity_window(start_day=30  # none\n)"),
        ("(plasticity_window)()", "(plasticity_window)(start_day=30)"),
        ("plasticity_window(lang='id')", "plasticity_window(lang='id', start_day=30)"),
        ("plasticity_window(lang='id',)", "plasticity_window(lang='id', start_day=30)"),
        ("plasticity_window(lang=('id'))", "plasticity_window(lang=('id'), start_day=30)"),
        ("plasticity_window(lang='#,)')", "plasticity_window(lang='#,)', start_day=30)"),
        (
            "plasticity_window(\n    lang=lang,\n    audience=audience,\n)",
            "plasticity_window(\n    lang=lang,\n    audience=audience,\n    start_day=30,\n)",
        ),
        (
            "plasticity_window(\n    lang=lang,  # a, b)\n)",
            "plasticity_window(\n    lang=lang,  # a, b)\n    start_day=30,\n)",
        ),
        (
            "plasticity_window(\n    lang=lang  # said above\n)",
            "plasticity_window(\n    lang=lang,  # said above\n    start_day=30\n)",
        ),
        (
            "plasticity_window(\n    lang=(lang)\n)",
            "plasticity_window(\n    lang=(lang),\n    start_day=30\n)",
        ),
        (
            "plasticity_window(\r\n\tlang=lang,\r\n)",
            "plasticity_window(\r\n\tlang=lang,\r\n\tstart_day=30,\r\n)",
        ),
        (
            "plasticity_window(lang=lang, # one\n    audience=audience)",
            "plasticity_window(lang=lang, # one\n    audience=audience,\n    start_day=30)",
        ),
    ],
)
def test_an_argument_that_was_not_there_follows_the_last_in_the_manner_of_the_others(
    source: str, expected: str
) -> None:
    assert change(IMPORT + source, "start_day", 30) == IMPORT + expected


# Any call, however it is written


@dataclass(frozen=True)
class Written:
    """A cell in pieces: what stands before and after the value of `start_day`."""

    before: str
    after: str

    def with_value(self, value: str) -> str:
        return self.before + value + self.after


_OTHERS = ["lang='id'", 'audience="clinician"', "lang=lang", "audience = (audience)"]
_SPACES = ["", " ", "\n    ", "\n\n\t", "  # é, (note)\n    ", " \\\n  ", "\r\n  "]
_AROUND = [
    ("", ""),
    ("figure = ", ""),
    ("show(1, ", ")"),
    ("[", ", 'ü→𝄞']"),
    ("é = 'ü𝄞'; print(é); ", "  # ü"),
    ("def f():\n    '''𝄞 start_day=7'''\n    return ", "\nf()"),
    ("# start_day=7, é\nif True:\n    ", "\nelse:\n    pass\n"),
    ("%matplotlib inline\n", "\n"),
    ("x = {'start_day': 7, 'f': lambda: ", "}"),
]


@st.composite
def written_calls(draw: st.DrawFn, *, value: str | None) -> Written:
    """Return a cell; without a value, the call does not name the parameter."""
    others = draw(st.lists(st.sampled_from(_OTHERS), max_size=2, unique_by=lambda each: each[:4]))
    arguments: list[str | None] = list(others)
    if value is not None:
        arguments.insert(draw(st.integers(0, len(others))), None)
    spaces = st.sampled_from(_SPACES)
    ahead, behind = draw(st.sampled_from(_AROUND))
    before, after = f"{IMPORT}{ahead}plasticity_window(", ""
    for at, argument in enumerate(arguments):
        is_last = at == len(arguments) - 1
        comma = "," if not is_last or draw(st.booleans()) else ""
        opening, closing = draw(st.sampled_from([("", ""), ("(", ")"), ("( ", "\n)")]))
        own, end = draw(spaces), f"{draw(spaces)}{comma}{draw(spaces)}"
        if argument is None:
            before, after = f"{before}{after}{own}start_day={opening}", f"{closing}{end}"
        elif value is not None and None in arguments[:at]:
            after += own + argument + end
        else:
            before, after = before + after + own + argument + end, ""
    return Written(before, f"{after}){behind}")


LITERALS = ["7", "None", "0", "-3", "'seven'", "7.0", "[1, 2]", "(1,)"]
VALUES = st.one_of(st.none(), st.integers(0, 365))


@given(data=st.data(), old=st.sampled_from(LITERALS), value=VALUES)
def test_whatever_the_call_looks_like_only_the_value_changes(
    data: st.DataObject, old: str, value: int | None
) -> None:
    cell = data.draw(written_calls(value=old))
    source = cell.with_value(old)
    assume(_is_python(source))
    assert change(source, "start_day", value) == cell.with_value(repr(value))


@given(data=st.data(), value=st.integers(0, 365))
def test_whatever_the_call_looks_like_an_argument_is_added_and_nothing_is_lost(
    data: st.DataObject, value: int
) -> None:
    cell = data.draw(written_calls(value=None))
    source = cell.with_value("")
    assume(_is_python(source))
    new = change(source, "start_day", value)
    assert _keywords(new)["start_day"] == value
    assert {**_keywords(source), "start_day": value} == _keywords(new)
    assert _is_contained(source, new)
    added = len(new) - len(source)
    assert added <= len(f"start_day={value}") + len(",\r\n\n\t    ") + 2


@given(text=st.text(max_size=60))
def test_any_text_is_written_so_that_it_is_read_again(text: str) -> None:
    new = change(f"{IMPORT}bars(t, unit='a', note=\"b\")", "note", text)
    assert _keywords(new, "bars")["note"] == " ".join(text.split())


@given(value=st.floats(allow_nan=False, allow_infinity=False))
def test_any_number_is_written_so_that_it_is_read_again(value: float) -> None:
    new = change(f"{IMPORT}bars(t, limit=1)", "limit", value)
    assert _keywords(new, "bars")["limit"] == value


def _is_python(source: str) -> bool:
    try:
        ast.parse(source.replace("%matplotlib", "#matplotlib"))
    except SyntaxError:
        return False
    return True


def _keywords(source: str, name: str = "plasticity_window") -> dict[str, Any]:
    tree = ast.parse(source.replace("%matplotlib", "#matplotlib"))
    (call,) = (
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == name
    )
    return {
        str(each.arg): each.value.id
        if isinstance(each.value, ast.Name)
        else ast.literal_eval(each.value)
        for each in call.keywords
    }


def _is_contained(part: Sequence[str], whole: Sequence[str]) -> bool:
    rest = iter(whole)
    return all(character in rest for character in part)


# The library's own examples


def _figure_cells() -> list[str]:
    notebooks = sorted(ARTICLES.rglob("*.ipynb"))
    cells = (cell for path in notebooks for cell in json.loads(path.read_text("utf-8"))["cells"])
    sources = ("".join(cell["source"]) for cell in cells if cell["cell_type"] == "code")
    return [source for source in sources if "galley_figures" in source]


@pytest.mark.parametrize("source", _figure_cells(), ids=lambda source: source[9:36].strip())
def test_a_caption_changes_in_every_cell_of_our_own_articles(source: str) -> None:
    new = change(source, "caption", "What: to see", call=None)
    (line,) = (line for line in new.splitlines() if line not in source.splitlines())
    assert line == '#| caption: "What: to see"'


# What is refused


@pytest.mark.parametrize(
    ("call", "name", "value", "message"),
    [
        (
            "plasticity_window()",
            "start_day",
            400,
            "start_day must be 0 to 365 days, not 400",
        ),
        (
            "plasticity_window()",
            "start_day",
            7.5,
            "start_day must be a whole number, 0 to 365 days, not 7.5",
        ),
        ("plasticity_window()", "lang", "de", "lang must be one of en, id, not 'de'"),
        (
            "bars(t)",
            "evidence",
            "dat",
            "evidence must be one of data, model, schematic, "
            "synthetic, not 'dat'. Did you mean 'data'?",
        ),
        ("bars(t)", "decimals", "two", "decimals must be 0 to 6, not 'two'"),
        ("bars(t)", "decimals", 1.5, "decimals must be a whole number, 0 to 6, not 1.5"),
        ("bars(t)", "limit", float("nan"), "limit must be a number, not nan"),
        ("bars(t)", "limit", float("inf"), "limit must be a number, not inf"),
        ("bars(t)", "limit", 10**400, f"limit must be a number, not {10**400!r}"),
        ("bars(t)", "decimals", True, "decimals must be 0 to 6, not True"),
        ("bars(t)", "unit", None, "unit must be text, not None"),
        ("bars(t)", "unit", ["a"], "unit must be text, not ['a']"),
        ("bars(t)", "table", "| a |", "table is changed in the cell itself."),
        ("bars(t)", "width", 3, "bars has no parameter width."),
        (
            "plasticity_window(start_day=day + 1)",
            "start_day",
            3,
            "start_day is computed: day + 1. Change it in the cell itself.",
        ),
        (
            "plasticity_window(**rest)",
            "start_day",
            3,
            "start_day may be passed on by another name. Change it in the cell.",
        ),
        (
            "explore(plasticity_window, start_day=[1, 7])",
            "start_day",
            "1, 400",
            "start_day must be 0 to 365 days, not 400",
        ),
        (
            "explore(plasticity_window, start_day=[1, 7])",
            "start_day",
            "1",
            "start_day has 1 value to choose from\nFix: give two values or more.",
        ),
        (
            "explore(plasticity_window, start_day=[1, 7], shown=7)",
            "start_day",
            "1, 30",
            "shown must be one of 1, 30 for start_day, not 7",
        ),
        (
            "explore(plasticity_window, start_day=[1, 7], shown=7)",
            "shown",
            8,
            "shown must be one of 1, 7 for start_day, not 8",
        ),
        ("print()", "start_day", 3, "This cell draws no figure of the library."),
        (
            "plasticity_window(",
            "start_day",
            3,
            "This cell cannot be read as Python: look at line 2.",
        ),
    ],
)
def test_what_is_not_legal_is_refused_in_the_library_s_words(
    call: str, name: str, value: object, message: str
) -> None:
    with pytest.raises(RefusedError) as refused:
        change(IMPORT + call, name, value)
    assert str(refused.value) == message
    assert known_refusal(INDONESIAN, message)


def test_a_call_that_is_gone_is_not_changed() -> None:
    with pytest.raises(RefusedError, match=r"^This figure is no longer in the cell\.$"):
        change(IMPORT + "plasticity_window()", "start_day", 3, call=1)


# Several values


def test_several_values_for_readers_are_written_as_a_list() -> None:
    source = IMPORT + "explore(plasticity_window, start_day=[1, 7], shown=7, lang=lang)"
    assert change(source, "start_day", "1; 7; 90") == source.replace("[1, 7]", "[1, 7, 90]")
    assert change(source, "start_day", "1, 7, 90") == source.replace("[1, 7]", "[1, 7, 90]")
    assert change(source, "shown", 1) == source.replace("shown=7", "shown=1")


def test_citation_keys_are_a_list_of_words() -> None:
    assert change(IMPORT + "bars(t)", "sources", "bi2001, @avert2015").endswith(
        "bars(t, sources=['bi2001', 'avert2015'])".replace("'", '"')
    )
