"""What the workflow draws: its steps in words, and the table of what each rests on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from galley_figures.explanatory import Cell, DataTable, Evidence
from galley_figures.gallery.treatment_workflow.steps import STEPS, Basis, Plan, Seen
from galley_figures.kinds.flow import Flow, Step, describe_flow
from galley_figures.kinds.flow.words import KIND_WORDS
from galley_figures.locale import (
    CHECKED,
    CHECKED_SECONDARY,
    NOT_CHECKED,
    SCHEMATIC,
    Audience,
    Lang,
)
from galley_figures.locale.treatment_workflow import WORDS, Words
from galley_figures.parameters import validated

_STATUS: Final[Mapping[Seen, Mapping[Lang, str]]] = MappingProxyType(
    {"checked": CHECKED, "secondary": CHECKED_SECONDARY, "not checked": NOT_CHECKED}
)


@dataclass(frozen=True)
class Data:
    """All that is drawn, words included."""

    flow: Flow
    credit: str
    schematic: str
    words: Words
    lang: Lang
    audience: Audience


@validated
def compute(*, lang: Lang = "en", audience: Audience = "patient") -> Data:
    """Put the steps into words."""
    words = WORDS[lang, audience]
    return Data(
        flow=Flow(tuple(_step(plan, words) for plan in STEPS)),
        credit=words.credit,
        schematic=SCHEMATIC[lang],
        words=words,
        lang=lang,
        audience=audience,
    )


def _step(plan: Plan, words: Words) -> Step:
    own = words.steps[plan.key]
    return Step(
        name=own.name,
        text=own.text,
        after=tuple(words.steps[key].name for key in plan.after),
        kind=plan.kind,
        answer=own.answer,
        meaning=plan.meaning,
    )


def describe(data: Data) -> tuple[str, str]:
    """Return the text alternative and the long description of what is drawn."""
    steps = data.words.steps
    alt = data.words.alt.format(
        outside=_within(steps["outside"].name), inside=_within(steps["inside"].name)
    )
    _alt, description = describe_flow(data.flow, data.lang)
    return alt, f"{data.credit} {description}"


def _within(name: str) -> str:
    """Return a name as it stands within a sentence."""
    return name[:1].lower() + name[1:]


def evidence(data: Data) -> Evidence:
    """Return what the steps rest on; a source that was not read is named in the table only."""
    seen = (basis.source for plan in STEPS for basis in plan.bases if basis.seen != "not checked")
    return Evidence("schematic", tuple(dict.fromkeys(seen)), data.words.note)


def table(data: Data) -> DataTable:
    """Return every step once for each source, or once if it has none."""
    rows = [
        _row(place, basis, data)
        for place in data.flow.order
        for basis in STEPS[place].bases or (None,)
    ]
    return DataTable(data.words.columns, tuple(rows))


def _row(place: int, basis: Basis | None, data: Data) -> tuple[Cell, ...]:
    plan, step, order = STEPS[place], data.flow.steps[place], data.flow.order
    before = (order.index(other) + 1 for other in data.flow.before(place))
    return (
        order.index(place) + 1,
        step.name,
        step.text,
        KIND_WORDS[data.lang][step.kind].lower(),
        ", ".join(map(str, before)) or None,
        step.answer or None,
        data.words.origins[plan.is_added],
        basis.source if basis else None,
        data.words.sayings[plan.key, basis.source] if basis else None,
        _STATUS[basis.seen if basis else "not checked"][data.lang],
    )
