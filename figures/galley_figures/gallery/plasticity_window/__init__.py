"""When training seems to change the most after a stroke, and when a high dose did harm."""

from __future__ import annotations

from galley_figures.compose import compose
from galley_figures.explanatory import Evidence, ExplanatoryFigure, MadeBy, Parameter
from galley_figures.gallery.plasticity_window.data import SOURCES, Data, compute, describe, table
from galley_figures.gallery.plasticity_window.days import StartDay
from galley_figures.gallery.plasticity_window.drawing import draw
from galley_figures.locale import Audience, Lang

__all__ = ["Data", "compute", "describe", "draw", "plasticity_window"]


def plasticity_window(
    *, lang: Lang = "en", audience: Audience = "patient", start_day: StartDay | None = None
) -> ExplanatoryFigure:
    """Phases after a stroke, trial windows at their true times, and a schematic curve.

    Parameters
    ----------
    lang : {"en", "id"}
        Language of every word.
    audience : {"patient", "clinician"}
        Plain words, or trial names with group sizes.
    start_day : int, days
        A day since the stroke, 0 to 365, to be marked as the start of training, so that readers
        see its phase and what trials say of it. It recommends nothing.

    Raises
    ------
    FigureError
        If a parameter has no such value.

    References
    ----------
    bernhardt2017, dromerick2021, avert2015; the curve: zeiler2013, biernaskie2004, ballester2019.

    Examples
    --------
    >>> plasticity_window(lang="id").lang
    'id'
    >>> plasticity_window(start_day=30).data.rows[-1][:3]
    ('start of training', 'marked day', 30)
    """
    data = compute(lang=lang, audience=audience, start_day=start_day)
    alt, description = describe(data)
    parameters: dict[str, Parameter] = {"lang": lang, "audience": audience}
    if start_day is not None:
        parameters["start_day"] = start_day
    return compose(
        draw,
        data,
        alt=alt,
        description=description,
        table=table(data),
        evidence=Evidence("schematic", SOURCES, data.words.note),
        lang=lang,
        made_by=MadeBy("galley_figures.plasticity_window", parameters),
        caption=data.words.caption,
    )
