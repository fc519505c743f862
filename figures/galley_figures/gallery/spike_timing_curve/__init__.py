"""Spike-timing-dependent plasticity: which cell fires first decides stronger or weaker.

The curve needs the published time constants only. The amplitudes of the rule are known from memory
and were not checked in a source, so each side is drawn against its own largest change and neither
the axis nor the relative depth of the two sides shows an amplitude.
"""

from __future__ import annotations

from galley_figures.compose import compose
from galley_figures.explanatory import ExplanatoryFigure, MadeBy
from galley_figures.gallery.spike_timing_curve.data import (
    Data,
    compute,
    describe,
    evidence,
    table,
)
from galley_figures.gallery.spike_timing_curve.drawing import draw
from galley_figures.locale import Audience, Lang

__all__ = ["Data", "compute", "describe", "draw", "evidence", "spike_timing_curve", "table"]


def spike_timing_curve(*, lang: Lang = "en", audience: Audience = "patient") -> ExplanatoryFigure:
    """Draw how the order and distance of two spikes change a synapse.

    Parameters
    ----------
    lang
        Language of the words, ``en`` or ``id``.
    audience
        ``patient`` for plain words, ``clinician`` for terms and time constants.

    Returns
    -------
    ExplanatoryFigure
        Evidence class ``model``: 60 pairings at 1 Hz in cultured rat hippocampal neurons.

    Raises
    ------
    ValueError
        If the language or the audience is not one of the legal ones.

    References
    ----------
    bi2001, pfister2006 (keys in references.bib).
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
        made_by=MadeBy("galley_figures.spike_timing_curve", {"lang": lang, "audience": audience}),
        caption=data.words.caption,
    )
