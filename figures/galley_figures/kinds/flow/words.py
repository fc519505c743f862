"""What a flow says in words: text alternative, description in the order of its steps, table."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from galley_figures.explanatory import Cell, DataTable
from galley_figures.kinds.alternatives import first_that_fits
from galley_figures.kinds.flow.spec import Flow, Step, StepKind
from galley_figures.locale import Lang

KIND_WORDS: Final[Mapping[Lang, Mapping[StepKind, str]]] = MappingProxyType(
    {
        "en": {"step": "step", "decision": "decision", "stop": "Stop", "caution": "Caution"},
        "id": {
            "step": "langkah",
            "decision": "keputusan",
            "stop": "Berhenti",
            "caution": "Hati-hati",
        },
    }
)
"""The names of the kinds of steps; those with a capital are written in their boxes."""

_ALTS: Final[Mapping[Lang, tuple[str, str, str]]] = MappingProxyType(
    {
        "en": (
            "Flow of steps: {names}.",
            "Flow of {count} steps, from “{first}” to “{last}”.",
            "Flow of {count} steps.",
        ),
        "id": (
            "Alur langkah: {names}.",
            "Alur {count} langkah, dari “{first}” sampai “{last}”.",
            "Alur {count} langkah.",
        ),
    }
)
_INTRODUCTION: Final[Mapping[Lang, str]] = MappingProxyType(
    {
        "en": "Boxes joined by arrows, {count} in all.",
        "id": "Kotak-kotak yang dihubungkan dengan panah, seluruhnya {count}.",
    }
)
_STEP: Final[Mapping[Lang, str]] = MappingProxyType(
    {"en": "Step {number}{kind}: {words}", "id": "Langkah {number}{kind}: {words}"}
)
_ASIDE: Final[Mapping[Lang, Mapping[StepKind, str]]] = MappingProxyType(
    {
        "en": {
            "step": "",
            "decision": ", a decision",
            "stop": ", a stop",
            "caution": ", a caution",
        },
        "id": {
            "step": "",
            "decision": ", keputusan",
            "stop": ", berhenti",
            "caution": ", peringatan",
        },
    }
)
_FOLLOWS: Final[Mapping[Lang, str]] = MappingProxyType(
    {"en": "It follows {parts}.", "id": "Setelah {parts}."}
)
_PART: Final[Mapping[Lang, str]] = MappingProxyType(
    {"en": "step {number}", "id": "langkah {number}"}
)
_ANSWERED: Final[Mapping[Lang, str]] = MappingProxyType(
    {"en": " (“{answer}”)", "id": " (“{answer}”)"}
)
_AND: Final[Mapping[Lang, str]] = MappingProxyType({"en": " and ", "id": " dan "})
_COLUMNS: Final[Mapping[Lang, tuple[str, ...]]] = MappingProxyType(
    {
        "en": ("number", "step", "text", "kind", "after", "answer", "source"),
        "id": ("nomor", "langkah", "teks", "jenis", "setelah", "jawaban", "sumber"),
    }
)


def describe_flow(flow: Flow, lang: Lang) -> tuple[str, str]:
    """Return the text alternative and the long description, steps in their order."""
    lines = [_INTRODUCTION[lang].format(count=len(flow.steps))]
    lines += [_step_words(flow, place, lang) for place in flow.order]
    return _alt(flow, lang), " ".join(lines)


def _alt(flow: Flow, lang: Lang) -> str:
    names = [flow.steps[place].heading for place in flow.order]
    return first_that_fits(
        *(
            template.format(
                names="; ".join(name.rstrip(".") for name in names),
                count=len(names),
                first=names[0],
                last=names[-1],
            )
            for template in _ALTS[lang]
        )
    )


def _step_words(flow: Flow, place: int, lang: Lang) -> str:
    step = flow.steps[place]
    said = _STEP[lang].format(
        number=flow.order.index(place) + 1, kind=_ASIDE[lang][step.kind], words=_own_words(step)
    )
    follows = _follows(flow, place, lang)
    return f"{_ended(said)} {follows}".strip()


def _own_words(step: Step) -> str:
    if not (step.title and step.text):
        return step.heading
    joint = " " if step.title[-1] in ".?!:" else ": "
    return f"{step.title}{joint}{step.text}"


def _ended(text: str) -> str:
    return text if text.endswith((".", "?", "!")) else f"{text}."


def _follows(flow: Flow, place: int, lang: Lang) -> str:
    arrows = [arrow for arrow in flow.arrows if arrow.end == place]
    parts = [
        _PART[lang].format(number=flow.order.index(arrow.start) + 1)
        + (_ANSWERED[lang].format(answer=arrow.answer) if arrow.answer else "")
        for arrow in arrows
    ]
    return _FOLLOWS[lang].format(parts=_AND[lang].join(parts)) if parts else ""


def table_of_flow(flow: Flow, lang: Lang) -> DataTable:
    """Return every step in its order; columns that would be empty are left out."""
    rows = [_row(flow, place, lang) for place in flow.order]
    columns = _COLUMNS[lang]
    kept = [i for i in range(len(columns)) if any(row[i] is not None for row in rows)]
    return DataTable(
        tuple(columns[i] for i in kept), tuple(tuple(row[i] for i in kept) for row in rows)
    )


def _row(flow: Flow, place: int, lang: Lang) -> tuple[Cell, ...]:
    step = flow.steps[place]
    numbers = [flow.order.index(other) + 1 for other in flow.before(place)]
    return (
        flow.order.index(place) + 1,
        step.title or None,
        step.text or None,
        KIND_WORDS[lang][step.kind].lower(),
        ", ".join(map(str, numbers)) or None,
        step.answer or None,
        step.source or None,
    )
