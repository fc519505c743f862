"""What the learning rules draw: one panel per rule, each with its simulated curves and words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Final, Literal, TypeAlias

from galley_figures.explanatory import Cell, DataTable, Evidence
from galley_figures.gallery.learning_rules.runs import RUNS, SEED, Line, Run
from galley_figures.locale import Audience, Lang, number
from galley_figures.locale.learning_rules import (
    COLUMNS,
    RULE_LABEL,
    RULE_NAMES,
    TOY,
    WORDS,
    PanelWords,
    RuleName,
    Words,
)
from galley_figures.models.inputs import FloatArray
from galley_figures.parameters import Choice, validated

Rule: TypeAlias = Annotated[
    Literal["all", "hebb", "oja", "bcm"], Choice(label=RULE_LABEL, values=RULE_NAMES)
]

SLOGAN_SOURCES: Final = ("hebb1949", "lowel1992")
_SHARE_SETTLED: Final = 0.6
"""After this share of a run the winning response of BCM moves around its level."""


@dataclass(frozen=True)
class Curve:
    """One curve with the words beside it."""

    steps: tuple[float, ...]
    values: tuple[float, ...]
    label: str
    line: Line


@dataclass(frozen=True)
class Panel:
    """One rule as it is drawn.

    Attributes
    ----------
    values
        The whole run, one column per curve, for the table and the descriptions.
    """

    name: RuleName
    curves: tuple[Curve, ...]
    step_ticks: tuple[tuple[float, str], ...]
    value_ticks: tuple[tuple[float, str], ...]
    run: Run
    words: PanelWords
    values: FloatArray


@dataclass(frozen=True)
class Data:
    """All that is drawn; an aside is a heading and its text."""

    panels: tuple[Panel, ...]
    asides: tuple[tuple[str, str], ...]
    rule: Rule
    words: Words
    lang: Lang
    audience: Audience


@validated
def compute(*, lang: Lang = "en", audience: Audience = "patient", rule: Rule = "all") -> Data:
    """Run the rules that are asked for and choose their words."""
    words = WORDS[lang, audience]
    names = tuple(name for name in RUNS if rule in {"all", name})
    return Data(
        panels=tuple(_panel(name, words.panels[name], lang) for name in names),
        asides=_asides(words, has_scales=len(names) > 1),
        rule=rule,
        words=words,
        lang=lang,
        audience=audience,
    )


def _asides(words: Words, *, has_scales: bool) -> tuple[tuple[str, str], ...]:
    *others, (heading, text) = words.paragraphs
    return *others, (heading, f"{text} {words.own_scales}" if has_scales else text)


def _panel(name: RuleName, words: PanelWords, lang: Lang) -> Panel:
    run = RUNS[name]
    values = run.simulate(run.steps)
    steps = tuple(float(step) for step in range(0, run.steps + 1, run.every))
    return Panel(
        name=name,
        curves=tuple(
            Curve(
                steps=steps,
                values=tuple(values[:: run.every, place].tolist()),
                label=label.format(
                    value=number(float(values[-1, place]), lang, decimals=run.decimals),
                    steps=number(run.steps, lang),
                ),
                line=run.lines[place],
            )
            for place, label in enumerate(words.curves)
        ),
        step_ticks=tuple((tick, _thousands(tick, lang)) for tick in run.step_ticks),
        value_ticks=tuple((tick, number(tick, lang)) for tick in run.value_ticks),
        run=run,
        words=words,
        values=values,
    )


def _thousands(value: float, lang: Lang) -> str:
    text = f"{value:,.0f}"
    return text.replace(",", ".") if lang == "id" else text


def describe(data: Data) -> tuple[str, str]:
    """Return the text alternative and the long description of what is drawn."""
    alt = data.words.alt if data.rule == "all" else data.panels[0].words.alt
    ends = {panel.name: _end(panel, data.lang) for panel in data.panels}
    sentences = [_filled(panel.words.sentence, panel, data.lang) for panel in data.panels]
    if data.rule != "all":
        return _filled(alt, data.panels[0], data.lang), _joined(data, sentences)
    return alt.format(**ends), _joined(data, sentences)


def _joined(data: Data, sentences: list[str]) -> str:
    asides = [f"{heading}. {text}" for heading, text in data.asides]
    return " ".join((data.words.opening, *sentences, *asides))


def _end(panel: Panel, lang: Lang) -> str:
    return number(float(panel.values[-1, 0]), lang, decimals=panel.run.decimals)


def _filled(text: str, panel: Panel, lang: Lang) -> str:
    settled = panel.values[int(_SHARE_SETTLED * panel.run.steps) :, 0]
    return text.format(
        value=_end(panel, lang),
        steps=number(panel.run.steps, lang),
        level=number(round(float(settled.mean())), lang),
        loser=number(abs(float(panel.values[-1, -1])), lang, decimals=1),
    )


def evidence(data: Data) -> Evidence:
    """Return what the rules rest on, in the figure's language."""
    sources = dict.fromkeys((*(panel.run.source for panel in data.panels), *SLOGAN_SOURCES))
    return Evidence("model", tuple(sources), data.words.note.format(seed=SEED))


def table(data: Data) -> DataTable:
    """Return every curve at some of its steps, with the rule's source."""
    return DataTable(
        COLUMNS[data.lang],
        tuple(row for panel in data.panels for row in _rows(panel, data.lang)),
    )


def _rows(panel: Panel, lang: Lang) -> list[tuple[Cell, ...]]:
    return [
        (
            RULE_NAMES[panel.name][lang],
            name,
            step,
            round(float(panel.values[step, place]), 3),
            SEED,
            panel.run.source,
            TOY[lang],
        )
        for place, name in enumerate(panel.words.curve_names)
        for step in range(0, panel.run.steps + 1, panel.run.table_every)
    ]
