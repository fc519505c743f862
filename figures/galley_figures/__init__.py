"""Explanatory figures for articles: drawings that carry their data, evidence and text alternative.

    from galley_figures import plasticity_window
    plasticity_window(lang="en", audience="patient")

Each name is imported when it is first used (PEP 562), so an article depends on the figures it uses
and on no other.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from galley_figures.explanatory import ExplanatoryFigure
    from galley_figures.exploring import explore
    from galley_figures.gallery.avert_outcomes import avert_outcomes
    from galley_figures.gallery.cpass_start_times import cpass_start_times
    from galley_figures.gallery.dose_timing_map import dose_timing_map
    from galley_figures.gallery.early_deaths_icons import early_deaths_icons
    from galley_figures.gallery.effect_forest import effect_forest
    from galley_figures.gallery.evidence_ladder import evidence_ladder
    from galley_figures.gallery.learning_rules import learning_rules
    from galley_figures.gallery.ltp_decay import ltp_decay
    from galley_figures.gallery.nmda_gate import nmda_gate
    from galley_figures.gallery.plasticity_window import plasticity_window
    from galley_figures.gallery.proportional_recovery_artefact import (
        proportional_recovery_artefact,
    )
    from galley_figures.gallery.qeeg_map import qeeg_map
    from galley_figures.gallery.recovery_curves import recovery_curves
    from galley_figures.gallery.recovery_matrix import recovery_matrix
    from galley_figures.gallery.spike_timing_curve import spike_timing_curve
    from galley_figures.gallery.treatment_workflow import treatment_workflow
    from galley_figures.kinds.bars import bars
    from galley_figures.kinds.before_after import before_after
    from galley_figures.kinds.comparison_matrix import comparison_matrix
    from galley_figures.kinds.curve import curve
    from galley_figures.kinds.flow import flow
    from galley_figures.kinds.forest import forest
    from galley_figures.kinds.icon_array import icon_array
    from galley_figures.kinds.picture import picture
    from galley_figures.kinds.point_map import point_map
    from galley_figures.kinds.timeline import timeline

__all__ = [
    "ExplanatoryFigure",
    "avert_outcomes",
    "bars",
    "before_after",
    "comparison_matrix",
    "cpass_start_times",
    "curve",
    "dose_timing_map",
    "early_deaths_icons",
    "effect_forest",
    "evidence_ladder",
    "explore",
    "flow",
    "forest",
    "icon_array",
    "learning_rules",
    "ltp_decay",
    "nmda_gate",
    "picture",
    "plasticity_window",
    "point_map",
    "proportional_recovery_artefact",
    "qeeg_map",
    "recovery_curves",
    "recovery_matrix",
    "spike_timing_curve",
    "timeline",
    "treatment_workflow",
]

_HOMES: Final = {
    "ExplanatoryFigure": "galley_figures.explanatory",
    "avert_outcomes": "galley_figures.gallery.avert_outcomes",
    "bars": "galley_figures.kinds.bars",
    "before_after": "galley_figures.kinds.before_after",
    "comparison_matrix": "galley_figures.kinds.comparison_matrix",
    "cpass_start_times": "galley_figures.gallery.cpass_start_times",
    "curve": "galley_figures.kinds.curve",
    "dose_timing_map": "galley_figures.gallery.dose_timing_map",
    "early_deaths_icons": "galley_figures.gallery.early_deaths_icons",
    "effect_forest": "galley_figures.gallery.effect_forest",
    "evidence_ladder": "galley_figures.gallery.evidence_ladder",
    "explore": "galley_figures.exploring",
    "flow": "galley_figures.kinds.flow",
    "forest": "galley_figures.kinds.forest",
    "icon_array": "galley_figures.kinds.icon_array",
    "learning_rules": "galley_figures.gallery.learning_rules",
    "ltp_decay": "galley_figures.gallery.ltp_decay",
    "nmda_gate": "galley_figures.gallery.nmda_gate",
    "picture": "galley_figures.kinds.picture",
    "plasticity_window": "galley_figures.gallery.plasticity_window",
    "point_map": "galley_figures.kinds.point_map",
    "proportional_recovery_artefact": "galley_figures.gallery.proportional_recovery_artefact",
    "qeeg_map": "galley_figures.gallery.qeeg_map",
    "recovery_curves": "galley_figures.gallery.recovery_curves",
    "recovery_matrix": "galley_figures.gallery.recovery_matrix",
    "spike_timing_curve": "galley_figures.gallery.spike_timing_curve",
    "timeline": "galley_figures.kinds.timeline",
    "treatment_workflow": "galley_figures.gallery.treatment_workflow",
}


def __getattr__(name: str) -> Any:  # noqa: ANN401 - each name has a type of its own, see above
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
