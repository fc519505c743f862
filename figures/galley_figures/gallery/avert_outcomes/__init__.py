"""AVERT: what happened to people who were active very early, and to people with usual care."""

from __future__ import annotations

from matplotlib.figure import Figure

from galley_figures.compose import compose
from galley_figures.explanatory import ExplanatoryFigure, MadeBy
from galley_figures.gallery.avert_outcomes.data import (
    Data,
    Outcome,
    caption,
    compute,
    describe,
    evidence,
    table,
)
from galley_figures.kinds.bars import draw_bars
from galley_figures.locale import Audience, Lang
from galley_figures.style.canvas import Layout

__all__ = ["Data", "avert_outcomes", "compute", "describe", "draw", "evidence", "table"]


def avert_outcomes(
    *, outcome: Outcome = "good_outcome", lang: Lang = "en", audience: Audience = "patient"
) -> ExplanatoryFigure:
    """Draw an outcome of the AVERT trial in both of its groups, of 100 people.

    Parameters
    ----------
    outcome : {"good_outcome", "death"}
        ``good_outcome``: little or no disability after 3 months; ``death``: within 14 days.
    lang : {"en", "id"}
        Language of every word.
    audience : {"patient", "clinician"}
        Plain words, or terms and what the trial's comparison was.

    Raises
    ------
    ValueError
        If a parameter has no such value.

    References
    ----------
    avert2015 (good outcomes, usual care), bernhardt2021 (deaths); keys in references.bib.

    Examples
    --------
    >>> avert_outcomes(outcome="death").evidence.sources
    ('bernhardt2021', 'avert2015')
    """
    data = compute(outcome=outcome, lang=lang, audience=audience)
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
            "galley_figures.avert_outcomes",
            {"outcome": outcome, "lang": lang, "audience": audience},
        ),
        caption=caption(data),
    )


def draw(data: Data, layout: Layout) -> Figure:
    """Draw the two groups as bars from 0."""
    return draw_bars(data.bars, layout, data.lang)
