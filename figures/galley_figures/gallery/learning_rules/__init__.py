"""Three learning rules on one toy neuron: Hebb runs away, Oja stays bounded, BCM chooses.

All numbers are those of the demonstration; none was measured, none is from the papers.
"""

from __future__ import annotations

from galley_figures.compose import compose
from galley_figures.explanatory import ExplanatoryFigure, MadeBy
from galley_figures.gallery.learning_rules.data import (
    Data,
    Rule,
    compute,
    describe,
    evidence,
    table,
)
from galley_figures.gallery.learning_rules.drawing import draw
from galley_figures.locale import Audience, Lang

__all__ = ["Data", "Rule", "compute", "describe", "draw", "evidence", "learning_rules", "table"]


def learning_rules(
    *, lang: Lang = "en", audience: Audience = "patient", rule: Rule = "all"
) -> ExplanatoryFigure:
    """Draw what three learning rules do to a toy neuron with two inputs.

    Parameters
    ----------
    lang : {"en", "id"}
        Language of every word.
    audience : {"patient", "clinician"}
        Plain words, or the rules as formulas.
    rule : {"all", "hebb", "oja", "bcm"}
        All three side by side, or one of them.

    Returns
    -------
    ExplanatoryFigure
        Evidence class ``model``: a toy, seed: 0.

    Raises
    ------
    FigureError
        If a parameter has no such value.

    References
    ----------
    hebb1949, oja1982, bienenstock1982; lowel1992 for the slogan (keys in references.bib).

    Examples
    --------
    >>> learning_rules(rule="oja").evidence.sources
    ('oja1982', 'hebb1949', 'lowel1992')
    """
    data = compute(lang=lang, audience=audience, rule=rule)
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
            "galley_figures.learning_rules", {"lang": lang, "audience": audience, "rule": rule}
        ),
        caption=data.words.captions[rule],
    )
