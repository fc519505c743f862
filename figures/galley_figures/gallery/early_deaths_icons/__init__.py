"""AVERT: early deaths as people, so many of 100 in each group."""

from __future__ import annotations

from matplotlib.figure import Figure

from galley_figures.compose import compose
from galley_figures.explanatory import ExplanatoryFigure, MadeBy
from galley_figures.gallery.early_deaths_icons.data import (
    Data,
    compute,
    describe,
    evidence,
    table,
)
from galley_figures.kinds.icon_array import draw_icon_array
from galley_figures.locale import Audience, Lang
from galley_figures.style.canvas import Layout

__all__ = ["Data", "compute", "describe", "draw", "early_deaths_icons", "evidence", "table"]


def early_deaths_icons(*, lang: Lang = "en", audience: Audience = "patient") -> ExplanatoryFigure:
    """Draw who died within 14 days in the AVERT trial, as whole people of 100 in each group.

    It shows how small the chance is; `avert_outcomes` shows the exact numbers with intervals.

    Parameters
    ----------
    lang : {"en", "id"}
        Language of every word.
    audience : {"patient", "clinician"}
        Plain words, or terms with the trial's adjusted comparison.

    Raises
    ------
    ValueError
        If a parameter has no such value.

    References
    ----------
    bernhardt2021 (deaths), avert2015 (usual care); keys in references.bib.

    Examples
    --------
    >>> [row[4] for row in early_deaths_icons().data.rows]
    [5, 3]
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
        made_by=MadeBy("galley_figures.early_deaths_icons", {"lang": lang, "audience": audience}),
        caption=data.words.caption,
    )


def draw(data: Data, layout: Layout) -> Figure:
    """Draw both groups as people."""
    return draw_icon_array(data.array, layout, data.lang)
