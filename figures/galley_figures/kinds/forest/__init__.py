"""Forest plots from a small table: estimates with their intervals, one measure on one axis."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from galley_figures.explanatory import EvidenceClass, ExplanatoryFigure
from galley_figures.kinds.about import about_figure
from galley_figures.kinds.decimals import Decimals, check_decimals
from galley_figures.kinds.forest.axis import axis_for
from galley_figures.kinds.forest.drawing import draw_forest
from galley_figures.kinds.forest.reading import (
    Reading,
    check_choice,
    read_forest,
    refuse_pooled,
    source_in_words,
)
from galley_figures.kinds.forest.spec import (
    Better,
    Forest,
    ForestAxis,
    ForestGroup,
    ForestLine,
    ForestRow,
    Scale,
    Side,
    colours_of,
    side_of,
)
from galley_figures.kinds.forest.words import (
    INTERVAL,
    NO_EFFECT,
    capitalised,
    describe_forest,
    groups_in_words,
    numbers_in_words,
    table_of_forest,
)
from galley_figures.kinds.kind import Kind
from galley_figures.locale import LANGS, Lang
from galley_figures.tables import TableSource

__all__ = [
    "Better",
    "Forest",
    "ForestAxis",
    "ForestGroup",
    "ForestLine",
    "ForestRow",
    "Scale",
    "Side",
    "axis_for",
    "capitalised",
    "colours_of",
    "describe_forest",
    "draw_forest",
    "forest",
    "groups_in_words",
    "numbers_in_words",
    "read_forest",
    "side_of",
    "source_in_words",
    "table_of_forest",
]


FOREST: Final = Kind(
    "forest",
    lambda spec, layout, _lang: draw_forest(spec, layout),
    describe_forest,
    table_of_forest,
)


def forest(
    table: TableSource,
    *,
    measure: str,
    no_effect: float,
    better: Better,
    low_side: str,
    high_side: str,
    evidence: EvidenceClass,
    sources: Sequence[str] = (),
    note: str = "",
    caption: str = "",
    scale: Scale = "linear",
    no_effect_label: str = "",
    threshold: float | None = None,
    threshold_label: str = "",
    interval: str = "95% interval",
    remark: str = "",
    caution: str = "",
    decimals: Decimals | None = None,
    pooled: bool = False,
    lang: Lang = "en",
) -> ExplanatoryFigure:
    """Draw estimates with their intervals against the line of no effect.

    Parameters
    ----------
    table
        Columns ``label``, ``estimate``, ``low``, ``high`` and, where known, ``group``, ``source``,
        ``measure`` (refused where rows name more than one) and ``better``, for a group whose good
        side is another than the figure's.
    measure
        What the numbers are: ``odds ratio``, ``difference in points (FMA-UE)``.
    no_effect
        1 for ratios, 0 for differences.
    better
        Which side of no effect is good for a person: ``low``, ``high`` or ``neither``.
    low_side, high_side
        What lies on both sides, such as ``fewer deaths`` and ``more deaths``.
    evidence, sources, note
        What the numbers rest on.
    scale
        ``log`` for ratios, else ``linear``.
    no_effect_label
        What the line is called, if not ``no difference``.
    threshold, threshold_label
        A further line, such as the smallest difference that counts, and what it is.
    interval
        What low and high are.
    remark
        What a reader must know to read it rightly; stands in the drawing.
    caution
        What a reader would most easily take wrongly; stands in the drawing with a sign.
    decimals
        How many decimals numbers are written with; else as many as the table has.
    pooled
        Always false; a diamond is refused with the reason.
    lang
        Language of the words Galley adds.

    Raises
    ------
    FigureError
        If the table cannot be read, or the figure would mislead.

    Examples
    --------
    >>> figure = forest(
    ...     [{"label": "Early training", "estimate": 1.76, "low": 1.06, "high": 2.92}],
    ...     measure="odds ratio",
    ...     scale="log",
    ...     no_effect=1,
    ...     better="low",
    ...     low_side="fewer deaths",
    ...     high_side="more deaths",
    ...     evidence="data",
    ...     sources=["bernhardt2021"],
    ... )
    >>> figure.alt
    'Odds ratio, with intervals: Early training 1.76 (1.06–2.92), worse.'
    """
    refuse_pooled(pooled=pooled)
    check_decimals(decimals)
    check_choice("lang", lang, LANGS)
    reading = Reading(
        measure=measure,
        scale=scale,
        no_effect=no_effect,
        no_effect_label=no_effect_label or NO_EFFECT[lang],
        better=better,
        sides=(low_side, high_side),
        threshold=threshold,
        threshold_label=threshold_label,
        interval=INTERVAL[lang] if interval == INTERVAL["en"] else interval,
        remark=remark,
        caution=caution,
        decimals=decimals,
        lang=lang,
    )
    spec = read_forest(table, reading)
    about = about_figure(
        "forest",
        evidence=evidence,
        sources=sources,
        note=note,
        caption=caption,
        lang=lang,
        row_sources=[row.key for row in spec.rows if row.key],
    )
    return FOREST.figure(spec, about, measure=measure, scale=scale)
