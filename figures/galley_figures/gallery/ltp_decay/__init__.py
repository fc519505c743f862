"""How long strengthened synapses stay strong, and that they are weakened too: shapes, in rats.

Only published ranges in words stand in the drawing; it has no scale.
"""

from __future__ import annotations

from galley_figures.compose import compose
from galley_figures.explanatory import ExplanatoryFigure, MadeBy
from galley_figures.gallery.ltp_decay.data import Data, compute, describe, evidence, table
from galley_figures.gallery.ltp_decay.drawing import draw
from galley_figures.locale import Audience, Lang

__all__ = ["Data", "compute", "describe", "draw", "evidence", "ltp_decay", "table"]


def ltp_decay(*, lang: Lang = "en", audience: Audience = "patient") -> ExplanatoryFigure:
    """Draw decremental and stable long-term potentiation (LTP), and long-term depression (LTD).

    Parameters
    ----------
    lang : {"en", "id"}
        Language of every word.
    audience : {"patient", "clinician"}
        Plain words, or terms with the days on which an enriched environment began.

    Returns
    -------
    ExplanatoryFigure
        Evidence class ``schematic``.

    Raises
    ------
    FigureError
        If a parameter has no such value.

    References
    ----------
    abraham2003 for decremental and stable LTP, abraham2002 for a year and for what reversed it,
    bi1998 for weakening (keys in references.bib).

    Examples
    --------
    >>> ltp_decay().evidence.kind
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
        made_by=MadeBy("galley_figures.ltp_decay", {"lang": lang, "audience": audience}),
        caption=data.words.caption,
    )
