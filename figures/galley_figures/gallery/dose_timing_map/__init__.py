"""Trials by when their training began and how much it was: a map without a scale of dose."""

from __future__ import annotations

from galley_figures.compose import compose
from galley_figures.explanatory import Evidence, ExplanatoryFigure, MadeBy
from galley_figures.gallery.dose_timing_map.data import SOURCES, Data, compute, describe, table
from galley_figures.gallery.dose_timing_map.drawing import draw
from galley_figures.locale import Audience, Lang

__all__ = ["Data", "compute", "describe", "dose_timing_map", "draw"]


def dose_timing_map(*, lang: Lang = "en", audience: Audience = "patient") -> ExplanatoryFigure:
    """Trials of training after a stroke, by the time of their start and the dose in words.

    No trial compared doses and times with one another, so there is no surface, only points.

    Parameters
    ----------
    lang : {"en", "id"}
        Language of every word.
    audience : {"patient", "clinician"}
        Plain words, or group sizes and amounts of training.

    Raises
    ------
    FigureError
        If a parameter has no such value.

    References
    ----------
    avert2015, dromerick2021, wolf2006, lang2016, ward2019; phases: bernhardt2017.

    Examples
    --------
    >>> dose_timing_map().evidence.kind
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
        evidence=Evidence("schematic", SOURCES, data.words.note),
        lang=lang,
        made_by=MadeBy("galley_figures.dose_timing_map", {"lang": lang, "audience": audience}),
        caption=data.words.caption,
    )
