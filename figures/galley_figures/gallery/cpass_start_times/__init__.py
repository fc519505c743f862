"""CPASS: twenty hours of extra arm training, begun at three times after a stroke."""

from __future__ import annotations

from matplotlib.figure import Figure

from galley_figures.compose import compose
from galley_figures.explanatory import ExplanatoryFigure, MadeBy
from galley_figures.gallery.cpass_start_times.data import (
    Data,
    compute,
    data_of,
    describe,
    evidence,
    table,
)
from galley_figures.gallery.cpass_start_times.drawing import draw_groups
from galley_figures.kinds.forest import draw_forest
from galley_figures.locale import Audience, Lang
from galley_figures.style.canvas import Layout

__all__ = [
    "Data",
    "compute",
    "cpass_start_times",
    "data_of",
    "describe",
    "draw",
    "evidence",
    "table",
]


def cpass_start_times(*, lang: Lang = "en", audience: Audience = "patient") -> ExplanatoryFigure:
    """Draw when extra arm training began in the CPASS trial, with whom, and what was found.

    The gains in points are not drawn before they are checked: see `groups`.

    Parameters
    ----------
    lang : {"en", "id"}
        Language of every word.
    audience : {"patient", "clinician"}
        Plain words, or terms.

    Raises
    ------
    ValueError
        If a parameter has no such value.

    References
    ----------
    dromerick2021 (the trial), edwardson2022 (no reason to delay therapy); keys in references.bib.

    Examples
    --------
    >>> cpass_start_times().evidence.sources
    ('dromerick2021', 'edwardson2022')
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
        made_by=MadeBy("galley_figures.cpass_start_times", {"lang": lang, "audience": audience}),
        caption=data.words.caption,
    )


def draw(data: Data, layout: Layout) -> Figure:
    """Draw the gains with their intervals where they are checked; else what was found, in words."""
    if data.forest is not None:
        return draw_forest(data.forest, layout)
    return draw_groups(data, layout)
