"""The steps of the workflow: which follows which, and what each rests on.

A basis is a citation key with what was seen of it: "checked" where the words that support the step
were read in the source or its abstract. A step without one is somebody's proposal, not a finding.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from galley_figures.kinds.flow.spec import StepKind
from galley_figures.kinds.meanings import Meaning
from galley_figures.locale.treatment_workflow import StepKey

Seen: TypeAlias = Literal["checked", "secondary", "not checked"]


@dataclass(frozen=True)
class Basis:
    """A source and how far what it says was seen."""

    source: str
    seen: Seen


@dataclass(frozen=True)
class Plan:
    """One step without its words.

    Attributes
    ----------
    is_added
        Not part of the author's framework, but added to it here.
    """

    key: StepKey
    after: tuple[StepKey, ...] = ()
    bases: tuple[Basis, ...] = ()
    is_added: bool = False
    kind: StepKind = "step"
    meaning: Meaning = "neutral"


STEPS: Final = (
    Plan("goal", bases=(Basis("kwakkel2023", "checked"),), is_added=True),
    Plan("outside", ("goal",), (Basis("kwakkel2023", "checked"),)),
    Plan(
        "ways",
        ("outside",),
        (Basis("levin2009", "checked"), Basis("kwakkel2023", "checked")),
        meaning="compensation",
    ),
    Plan("adapt", ("ways",)),
    Plan("inside", ("goal",), (Basis("finnigan2013", "checked"),)),
    # Nobody has been seen to say that the evidence suffices; nuwer1997 was not read.
    Plan(
        "choice",
        ("inside",),
        (Basis("nuwer1997", "not checked"),),
        is_added=True,
        kind="decision",
        meaning="caution",
    ),
    Plan("research", ("choice",), is_added=True),
    Plan("caution", ("choice",), is_added=True, kind="caution"),
    Plan(
        "practice",
        ("adapt", "research", "caution"),
        (Basis("kwakkel2023", "checked"),),
    ),
    Plan(
        "measure",
        ("practice",),
        (Basis("kwakkel2023", "checked"), Basis("levin2009", "secondary")),
        is_added=True,
    ),
    Plan("decide", ("measure",), (Basis("kwakkel2023", "checked"),), is_added=True),
)

SOURCES: Final = tuple(dict.fromkeys(basis.source for step in STEPS for basis in step.bases))
