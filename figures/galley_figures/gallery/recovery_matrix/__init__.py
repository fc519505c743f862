"""Two ways to get better after a stroke, restitution and compensation, at three levels."""

from __future__ import annotations

from galley_figures.compose import compose
from galley_figures.explanatory import Evidence, ExplanatoryFigure, MadeBy
from galley_figures.gallery.recovery_matrix.data import SOURCES, Data, compute, describe, table
from galley_figures.gallery.recovery_matrix.drawing import draw
from galley_figures.locale import Audience, Lang

__all__ = ["Data", "compute", "describe", "draw", "recovery_matrix"]


def recovery_matrix(*, lang: Lang = "en", audience: Audience = "patient") -> ExplanatoryFigure:
    """Restitution and compensation in brain tissue, movement and everyday tasks.

    Parameters
    ----------
    lang : {"en", "id"}
        Language of every word.
    audience : {"patient", "clinician"}
        Plain words, or the terms of the definitions.

    Raises
    ------
    ValueError
        If a parameter has no such value.

    References
    ----------
    levin2009 (levels and columns), kwakkel2023 (adaptation, substitution), cortes2017.

    Examples
    --------
    >>> recovery_matrix(lang="id").lang
    'id'
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
        made_by=MadeBy("galley_figures.recovery_matrix", {"lang": lang, "audience": audience}),
        caption=data.words.caption,
    )
