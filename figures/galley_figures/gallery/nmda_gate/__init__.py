"""The NMDA receptor: a gate that opens only when two things happen at once.

The equation and its two constants were read as public models quote them. The threshold of calcium
between weakening and strengthening is qualitative, so it is told in words and never drawn.
"""

from __future__ import annotations

from galley_figures.compose import compose
from galley_figures.explanatory import ExplanatoryFigure, MadeBy
from galley_figures.gallery.nmda_gate.data import (
    Data,
    Magnesium,
    compute,
    describe,
    evidence,
    table,
)
from galley_figures.gallery.nmda_gate.drawing import draw
from galley_figures.locale import Audience, Lang

__all__ = ["Data", "Magnesium", "compute", "describe", "draw", "evidence", "nmda_gate", "table"]


def nmda_gate(
    *, lang: Lang = "en", audience: Audience = "patient", mg_mm: Magnesium = 1
) -> ExplanatoryFigure:
    """Draw how many NMDA channels pass current, with glutamate and without.

    Parameters
    ----------
    lang : {"en", "id"}
        Language of every word.
    audience : {"patient", "clinician"}
        Plain words, or terms and the equation.
    mg_mm : float, mM
        Magnesium outside the cell, from 0.1 to 4.

    Returns
    -------
    ExplanatoryFigure
        Evidence class ``model``: the voltage-dependent magnesium block.

    Raises
    ------
    FigureError
        If a parameter has no such value.

    References
    ----------
    jahr1990 (key in references.bib), as quoted in public model files.

    Examples
    --------
    >>> nmda_gate(mg_mm=2).made_by.parameters["mg_mm"]
    2
    """
    data = compute(lang=lang, audience=audience, mg_mm=mg_mm)
    alt, description = describe(data)
    return compose(
        draw,
        data,
        alt=alt,
        description=description,
        table=table(data),
        evidence=evidence(data),
        lang=lang,
        made_by=MadeBy(
            "galley_figures.nmda_gate", {"lang": lang, "audience": audience, "mg_mm": mg_mm}
        ),
        caption=data.words.caption,
    )
