"""Outside in and inside out, meeting in practice: one author's framework as a flow of steps.

The framework says what to do, not what was shown to work; where it lets a QEEG map choose the
stimulation, the flow asks whether the evidence suffices and says what follows as it does not.
"""

from __future__ import annotations

from galley_figures.compose import compose
from galley_figures.explanatory import ExplanatoryFigure, MadeBy
from galley_figures.gallery.treatment_workflow.data import (
    Data,
    compute,
    describe,
    evidence,
    table,
)
from galley_figures.gallery.treatment_workflow.drawing import draw
from galley_figures.locale import Audience, Lang

__all__ = ["Data", "compute", "describe", "draw", "evidence", "table", "treatment_workflow"]


def treatment_workflow(*, lang: Lang = "en", audience: Audience = "patient") -> ExplanatoryFigure:
    """Draw two ways of planning treatment, outside in and inside out, that meet in practice.

    Parameters
    ----------
    lang : {"en", "id"}
        Language of every word.
    audience : {"patient", "clinician"}
        Plain words, or clinical terms.

    Returns
    -------
    ExplanatoryFigure
        Evidence class ``schematic``; an author's framework, not an established classification.

    Raises
    ------
    FigureError
        If a parameter has no such value.

    References
    ----------
    kwakkel2023, levin2009, finnigan2013 (keys in references.bib); nuwer1997 is named in the table
    as not read.

    Examples
    --------
    >>> treatment_workflow().evidence.kind
    'schematic'
    """
    data = compute(lang=lang, audience=audience)
    alt, description = describe(data)
    return compose(
        draw,
        data,
        alt=alt,
        description=description,
        table=table(data),
        evidence=evidence(data),
        lang=lang,
        made_by=MadeBy("galley_figures.treatment_workflow", {"lang": lang, "audience": audience}),
        caption=data.words.caption,
    )
