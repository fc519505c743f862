"""Recovery of the arm in five groups, from a start score that the caller chooses.

Group averages under usual care; nobody's own future can be read off.
"""

from __future__ import annotations

from galley_figures.compose import compose
from galley_figures.explanatory import ExplanatoryFigure, MadeBy
from galley_figures.gallery.recovery_curves.data import (
    Data,
    StartScore,
    compute,
    describe,
    evidence,
    table,
)
from galley_figures.gallery.recovery_curves.drawing import draw
from galley_figures.locale import Audience, Lang

__all__ = [
    "Data",
    "StartScore",
    "compute",
    "describe",
    "draw",
    "evidence",
    "recovery_curves",
    "table",
]


def recovery_curves(
    *, lang: Lang = "en", audience: Audience = "patient", fm_start: StartScore = 10
) -> ExplanatoryFigure:
    """Draw how the arm recovers in five groups over 26 weeks, all from the same start.

    Parameters
    ----------
    lang : {"en", "id"}
        Language of every word.
    audience : {"patient", "clinician"}
        Plain words, or the groups' parameters.
    fm_start : float, points
        Fugl-Meyer score of the upper limb at the start, from 0 to 60. It is the caller's: the
        groups' own start scores were not seen.

    Returns
    -------
    ExplanatoryFigure
        Evidence class ``model``.

    Raises
    ------
    FigureError
        If a parameter has no such value.

    References
    ----------
    vandervliet2020 (key in references.bib). That missing points are counted from the start score
    to 66 was not checked in it.

    Examples
    --------
    >>> recovery_curves(fm_start=25).evidence.kind
    'model'
    """
    data = compute(lang=lang, audience=audience, fm_start=fm_start)
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
            "galley_figures.recovery_curves",
            {"lang": lang, "audience": audience, "fm_start": data.start},
        ),
        caption=data.words.caption,
    )
