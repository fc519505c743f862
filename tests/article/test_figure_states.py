"""The states of a figure as an article holds them; whatever is damaged leaves the plain figure."""

from __future__ import annotations

import copy
import json
from typing import Any

import pytest
from markdown_it.token import Token
from nbformat.v4 import new_code_cell, new_output

from galley.article.figure_states import parse_states
from galley.article.model import DataTable, Evidence, Figure, FigureChoice, MadeBy
from galley.article.numbering import number_blocks
from galley.article.outputs import CellCaption, collect_outputs

BUNDLE = "application/vnd.galley.figure+json"


def state(day: int, who: str) -> dict[str, Any]:
    return {
        "values": {"day": day, "who": who},
        "svg": f"<svg>{day} {who}</svg>",
        "narrow_svg": f"<svg>narrow {day} {who}</svg>",
        "png": "AA==",
        "alt": f"Day {day} for {who}.",
        "description": "Long.",
        "caption": f"Of day {day}.",
        "data": {"columns": ["day"], "rows": [[day]]},
        "evidence": {"class": "schematic", "sources": [f"key{day}", "both"], "note": "Drawn."},
        "made_by": {"function": "f", "parameters": {"day": day}, "versions": {"matplotlib": "3"}},
    }


def bundle() -> dict[str, Any]:
    return {
        "schema": 1,
        "alt": "Day 7 for you.",
        "evidence": {"class": "schematic", "sources": ["key7"], "note": ""},
        "narrow_svg": "<svg/>",
        "choices": [
            {
                "name": "day",
                "label": "Starts after",
                "values": [{"value": 1, "label": "1 day"}, {"value": 7, "label": "7 days"}],
            },
            {
                "name": "who",
                "label": "For",
                "values": [{"value": "you", "label": "you"}, {"value": "all", "label": "all"}],
            },
        ],
        "states": [state(day, who) for day in (1, 7) for who in ("you", "all")],
        "shown": 2,
    }


def figure_of(said: object, caption: CellCaption | None = None) -> Figure:
    output = new_output("display_data", data={"image/svg+xml": "<svg></svg>", BUNDLE: said})
    cell = new_code_cell("", id="cell", outputs=[output])
    (block,) = collect_outputs(cell, caption or CellCaption())
    assert isinstance(block, Figure)
    return block


def test_a_figure_has_its_controls_and_a_figure_for_each_combination() -> None:
    figure = figure_of(bundle())
    assert figure.choices == (
        FigureChoice("Starts after", ("1 day", "7 days")),
        FigureChoice("For", ("you", "all")),
    )
    assert [state.places for state in figure.states] == [(0, 0), (0, 1), (1, 0), (1, 1)]
    assert figure.shown == 2
    last = figure.states[-1].figure
    assert last.drawings == {"image/svg+xml": "<svg>7 all</svg>", "image/png": "AA=="}
    assert (last.narrow_svg, last.alt) == ("<svg>narrow 7 all</svg>", "Day 7 for all.")
    assert last.evidence == Evidence("schematic", ("key7", "both"), "Drawn.")
    assert last.data == DataTable(("day",), ((7,),))
    assert last.made_by == MadeBy("f", {"day": 7}, {"matplotlib": "3"})


def test_a_bundle_that_was_kept_as_text_is_read_too() -> None:
    assert figure_of(json.dumps(bundle())) == figure_of(bundle())


def test_each_state_is_a_figure_with_an_anchor_of_its_own() -> None:
    numbered = number_blocks([figure_of(bundle(), CellCaption(label="fig-a"))], ()).blocks
    (figure,) = numbered
    assert isinstance(figure, Figure)
    assert (figure.anchor, figure.number) == ("fig-a", "1")
    assert [(one.anchor, one.number) for one in figure.in_states] == [
        ("fig-a:state-1", "1"),
        ("fig-a:state-2", "1"),
        ("fig-a:state-3", "1"),
        ("fig-a:state-4", "1"),
    ]


def test_the_sources_of_every_state_are_the_figures() -> None:
    assert figure_of(bundle()).sources == ("key7", "key1", "both")


def test_the_authors_caption_and_evidence_are_those_of_every_state_but_not_the_alt_text() -> None:
    caption = CellCaption(
        label="fig-a",
        tokens=(Token("text", "", 0, content="Hers."),),
        alt="Hers.",
        evidence=Evidence("model"),
    )
    figure = figure_of(bundle(), caption)
    assert figure.alt == "Hers."
    for each in figure.states:
        assert each.figure.caption == caption.tokens
        assert each.figure.evidence == caption.evidence
        assert each.figure.alt.startswith("Day ")


def changed(change: Any) -> dict[str, Any]:
    said = copy.deepcopy(bundle())
    change(said)
    return said


DAMAGES = {
    "no choices": lambda said: said.pop("choices"),
    "no states": lambda said: said.pop("states"),
    "an empty list of states": lambda said: said["states"].clear(),
    "an empty list of choices": lambda said: said["choices"].clear(),
    "states that are text": lambda said: said.update(states="<script>"),
    "a state that is missing": lambda said: said["states"].pop(),
    "a state twice": lambda said: said["states"].append(said["states"][0]),
    "a state of an unknown value": lambda said: said["states"][0]["values"].update(day=3),
    "a value that is true and not 1": lambda said: said["states"][0]["values"].update(day=True),
    "a state without a value": lambda said: said["states"][0]["values"].pop("day"),
    "a state without alt text": lambda said: said["states"][0].pop("alt"),
    "a state with a forged table": lambda said: said["states"][0].update(data=[1]),
    "a first state that is not there": lambda said: said.update(shown=4),
    "a first state below zero": lambda said: said.update(shown=-1),
    "no first state": lambda said: said.pop("shown"),
    "a value twice": lambda said: said["choices"][0]["values"][1].update(value=1),
    "a choice without a label": lambda said: said["choices"][0].update(label=""),
    "a choice of one value": lambda said: said["choices"][0]["values"].pop(),
    "the same choice twice": lambda said: said["choices"].__setitem__(1, said["choices"][0]),
    "three choices": lambda said: said["choices"].append(said["choices"][0]),
    "a choice of thirteen values": lambda said: said["choices"][0].update(
        values=[{"value": n, "label": str(n)} for n in range(13)]
    ),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_damaged_states_leave_the_figure_without_them(damage: str) -> None:
    said = changed(DAMAGES[damage])
    assert parse_states(said) is None
    figure = figure_of(said)
    assert (figure.choices, figure.states) == ((), ())
    assert figure.alt == "Day 7 for you."
    assert figure.evidence == Evidence("schematic", ("key7",))
