"""What has to be said of the workflow in each language, for each reader."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

StepKey: TypeAlias = Literal[
    "goal",
    "outside",
    "ways",
    "adapt",
    "inside",
    "choice",
    "research",
    "caution",
    "practice",
    "measure",
    "decide",
]


@dataclass(frozen=True)
class StepWords:
    """What stands in a box, and on the arrow into it."""

    name: str
    text: str
    answer: str = ""


@dataclass(frozen=True)
class Words:
    """Every word of the drawing and of what explains it.

    Attributes
    ----------
    credit
        Whose framework it is; written at the top of the drawing.
    alt
        ``{outside}`` and ``{inside}`` are the names of the two ways.
    note
        What the drawing rests on, and what was added to the framework.
    columns, origins, sayings
        Of the table: where a step comes from (the framework, or added here), and what each source
        says of it, by step and citation key.
    """

    steps: Mapping[StepKey, StepWords]
    credit: str
    alt: str
    caption: str
    note: str
    columns: tuple[str, ...]
    origins: Mapping[bool, str]
    sayings: Mapping[tuple[StepKey, str], str]
