"""A synthetic QEEG map: where slow waves outweigh alpha waves, and what that does not tell.

Nothing here was recorded. The map is interpolated as a logarithm and its colours are levels of the
palette, so the drawing follows the theme; no threshold is drawn, as none is diagnostic.
"""

from __future__ import annotations

from galley_figures.compose import compose
from galley_figures.explanatory import ExplanatoryFigure, MadeBy
from galley_figures.gallery.qeeg_map.data import (
    Data,
    Focus,
    compute,
    describe,
    evidence,
    table,
)
from galley_figures.gallery.qeeg_map.drawing import draw
from galley_figures.locale import Audience, Lang

__all__ = ["Data", "Focus", "compute", "describe", "draw", "evidence", "qeeg_map", "table"]


def qeeg_map(
    *, lang: Lang = "en", audience: Audience = "patient", focus: Focus = "C3"
) -> ExplanatoryFigure:
    """Draw a synthetic map of the delta/alpha ratio over the 19 electrodes of the 10-20 system.

    Parameters
    ----------
    lang : {"en", "id"}
        Language of every word.
    audience : {"patient", "clinician"}
        Plain words, or terms with what is known of the published threshold.
    focus : {"C3", "F3", "P3", "C4", "O2"}
        The electrode around which slow waves are put in.

    Returns
    -------
    ExplanatoryFigure
        Evidence class ``synthetic``, seed: 0.

    Raises
    ------
    FigureError
        If a parameter has no such value.

    References
    ----------
    finnigan2016 (key in references.bib) for the ratio.

    Examples
    --------
    >>> qeeg_map(focus="O2").evidence.kind
    'synthetic'
    """
    data = compute(lang=lang, audience=audience, focus=focus)
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
            "galley_figures.qeeg_map", {"lang": lang, "audience": audience, "focus": focus}
        ),
        caption=data.words.caption,
    )
