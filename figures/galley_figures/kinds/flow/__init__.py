"""Steps with arrows and decisions, from a small table."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from galley_figures.errors import FigureError, nearest
from galley_figures.explanatory import EvidenceClass, ExplanatoryFigure
from galley_figures.kinds.about import about_figure
from galley_figures.kinds.flow.drawing import draw_flow
from galley_figures.kinds.flow.spec import STEP_KINDS, Arrow, Flow, Step
from galley_figures.kinds.flow.words import describe_flow, table_of_flow
from galley_figures.kinds.kind import Kind
from galley_figures.kinds.meanings import meaning_in
from galley_figures.locale import Lang
from galley_figures.tables import Column, Record, TableSource, read_table

__all__ = [
    "Arrow",
    "Flow",
    "Step",
    "describe_flow",
    "draw_flow",
    "flow",
    "read_steps",
    "table_of_flow",
]

COLUMNS: Final = (
    Column("step", "langkah", "a short name, or its number"),
    Column("text", "teks", "what it says beside its name", is_required=False),
    Column("after", "setelah", "the steps that it follows", is_required=False),
    Column("kind", "jenis", "step, decision, stop or caution", is_required=False),
    Column("answer", "jawaban", "what stands on the arrow into it", is_required=False),
    Column("meaning", "makna", "what its colour says", is_required=False),
    Column("source", "sumber", "the citation key of what it says", is_required=False),
)


FLOW: Final = Kind("flow", draw_flow, describe_flow, table_of_flow)


def flow(
    table: TableSource,
    *,
    evidence: EvidenceClass,
    sources: Sequence[str] = (),
    note: str = "",
    caption: str = "",
    lang: Lang = "en",
) -> ExplanatoryFigure:
    """Draw steps in boxes, joined by arrows, from left to right or from top to bottom.

    Parameters
    ----------
    table
        Columns ``step`` and, where wanted, ``text``, ``after`` (the steps that it follows, by name
        or by the number of their row, with ``;`` between them), ``kind`` (step, decision, stop,
        caution), ``answer`` (what stands on the arrow into it), ``meaning`` (restoration,
        compensation, time, dose, caution, harm, neutral) and ``source``. Where no row says what it
        follows, each follows the one before.
    evidence, sources, note
        What the flow rests on; most flows are ``schematic``.
    lang
        Language of the words Galley adds.

    Raises
    ------
    FigureError
        If the table cannot be read, steps go round in a circle, one follows a step that is not
        there, a decision has a way out without an answer, or there are more than 12.

    Examples
    --------
    >>> figure = flow(
    ...     [{"step": "Ask"}, {"step": "Try"}, {"step": "Ask again"}],
    ...     evidence="schematic",
    ... )
    >>> figure.alt
    'Flow of steps: Ask; Try; Ask again.'
    """
    spec = Flow(read_steps(table, lang=lang))
    about = about_figure(
        "flow",
        evidence=evidence,
        sources=sources,
        note=note,
        caption=caption,
        lang=lang,
        row_sources=[step.source for step in spec.steps if step.source],
    )
    return FLOW.figure(spec, about)


def read_steps(table: TableSource, *, lang: Lang) -> tuple[Step, ...]:
    """Return the table's rows as steps; rows that name no other are a chain."""
    rows = read_table(table, COLUMNS, figure="flow", lang=lang)
    names = [_name(row["step"]) for row in rows]
    steps = tuple(_step(row, names) for row in rows)
    if any(step.after for step in steps):
        return steps
    return tuple(
        replace(step, after=(steps[at - 1].name,)) if at else step for at, step in enumerate(steps)
    )


def _name(cell: object) -> str:
    """Take a number also as a data frame writes it, ``1.0``."""
    return re.sub(r"^(\d+)\.0$", r"\1", str(cell))


def _step(row: Record, names: Sequence[str]) -> Step:
    kind = str(row["kind"] or "step")
    if kind not in STEP_KINDS:
        raise FigureError(
            f"flow: {row['step']!r}: unknown kind {kind!r}",
            f"{nearest(kind, STEP_KINDS)} The kinds are {', '.join(STEP_KINDS)}.".strip(),
        )
    return Step(
        name=_name(row["step"]),
        text=str(row["text"] or ""),
        after=_named(str(row["after"] or ""), names),
        kind=kind,
        answer=str(row["answer"] or ""),
        meaning=meaning_in(row["meaning"], figure="flow", row=row["step"]),
        source=str(row["source"] or ""),
    )


def _named(cell: str, names: Sequence[str]) -> tuple[str, ...]:
    """Split a cell at semicolons, or at commas unless a name holds them."""
    if cell.casefold() in {name.casefold() for name in names}:
        return (cell,)
    parts = cell.split(";") if ";" in cell else cell.split(",")
    return tuple(_name(part.strip()) for part in parts if part.strip())
