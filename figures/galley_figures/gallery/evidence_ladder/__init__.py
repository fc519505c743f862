"""The evidence ladder: which kind of study stands behind a treatment, and which way it points."""

from __future__ import annotations

from galley_figures.compose import compose
from galley_figures.explanatory import ExplanatoryFigure, MadeBy
from galley_figures.gallery.evidence_ladder.data import Data, compute, describe, evidence, table
from galley_figures.gallery.evidence_ladder.drawing import draw
from galley_figures.locale import Audience, Lang

__all__ = ["Data", "compute", "describe", "draw", "evidence", "evidence_ladder", "table"]


def evidence_ladder(*, lang: Lang = "en", audience: Audience = "patient") -> ExplanatoryFigure:
    """Draw kinds of study on stimulation and training after stroke as the rungs of a ladder.

    Parameters
    ----------
    lang : {"en", "id"}
        Language of every word.
    audience : {"patient", "clinician"}
        Plain words, or terms with numbers.

    Raises
    ------
    ValueError
        If a parameter has no such value.

    References
    ----------
    lefaucheur2020; lohse2014; avert2015, bernhardt2021; dawson2021; lang2016; ward2019;
    fritsch2010 (keys in references.bib).

    Examples
    --------
    >>> evidence_ladder().evidence.sources[0]
    'lefaucheur2020'
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
        made_by=MadeBy("galley_figures.evidence_ladder", {"lang": lang, "audience": audience}),
        caption=data.words.caption,
    )
