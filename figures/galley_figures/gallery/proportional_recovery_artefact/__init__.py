"""Why recovery looks proportional where it is not: the same made-up people, drawn twice.

Nobody here recovers by a rule. The line in the second panel comes from subtracting the start, and
from a score that ends.
"""

from __future__ import annotations

from galley_figures.compose import compose
from galley_figures.explanatory import ExplanatoryFigure, MadeBy
from galley_figures.gallery.proportional_recovery_artefact.data import (
    Data,
    compute,
    describe,
    evidence,
    table,
)
from galley_figures.gallery.proportional_recovery_artefact.drawing import draw
from galley_figures.locale import Audience, Lang

__all__ = [
    "Data",
    "compute",
    "describe",
    "draw",
    "evidence",
    "proportional_recovery_artefact",
    "table",
]


def proportional_recovery_artefact(
    *, lang: Lang = "en", audience: Audience = "patient"
) -> ExplanatoryFigure:
    """Draw made-up people whose end is independent of their start, and their change.

    Parameters
    ----------
    lang : {"en", "id"}
        Language of every word.
    audience : {"patient", "clinician"}
        Plain words, or terms.

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
    hope2019, hawe2019 for the artefact, prabhakaran2008 for the rule (keys in references.bib).

    Examples
    --------
    >>> proportional_recovery_artefact().evidence.kind
    'synthetic'
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
        made_by=MadeBy(
            "galley_figures.proportional_recovery_artefact", {"lang": lang, "audience": audience}
        ),
        caption=data.words.caption,
    )
