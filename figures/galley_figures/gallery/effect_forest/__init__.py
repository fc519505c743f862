"""Forest plots of published effects: one measure on one axis, no pooled diamond.

Only rows whose numbers were read in a source are drawn.
"""

from __future__ import annotations

from matplotlib.figure import Figure

from galley_figures.compose import compose
from galley_figures.explanatory import ExplanatoryFigure, MadeBy
from galley_figures.gallery.effect_forest.data import (
    Data,
    PanelChoice,
    compute,
    describe,
    evidence,
    table,
)
from galley_figures.kinds.forest import draw_forest
from galley_figures.locale import Audience, Lang
from galley_figures.style.canvas import Layout

__all__ = ["Data", "compute", "describe", "draw", "effect_forest", "evidence", "table"]


def effect_forest(
    *, panel: PanelChoice = "timing_odds", lang: Lang = "en", audience: Audience = "patient"
) -> ExplanatoryFigure:
    """Draw published effects with their intervals against the line of no effect.

    Parameters
    ----------
    panel : {"arm_points", "bdnf", "motor_gain", "timing_odds"}
        ``arm_points``: nerve stimulation with training, in points of an arm score; ``bdnf``: the
        growth factor in blood after training or stimulation; ``motor_gain``: more therapy time
        against less; ``timing_odds``: very early training after stroke, odds ratios.
    lang : {"en", "id"}
        Language of every word.
    audience : {"patient", "clinician"}
        Plain words, or terms with group sizes.

    Raises
    ------
    ValueError
        If a parameter has no such value; for the panel, with the nearest legal name.

    References
    ----------
    dawson2021, ramoscastaneda2022; dinoff2016, mackay2017, brunoni2015; lohse2014, lang2016;
    bernhardt2016, bernhardt2021 (keys in references.bib).

    Examples
    --------
    >>> effect_forest(panel="bdnf").evidence.kind
    'data'
    """
    data = compute(panel=panel, lang=lang, audience=audience)
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
            "galley_figures.effect_forest", {"panel": panel, "lang": lang, "audience": audience}
        ),
        caption=data.words.caption,
    )


def draw(data: Data, layout: Layout) -> Figure:
    """Draw the panel as a forest plot."""
    return draw_forest(data.forest, layout)
