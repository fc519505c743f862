"""The figures of the library, known from its own list without loading anything that draws."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from galley_figures.locale import Lang, number
from galley_figures.parameter_records import parameter_of
from galley_figures.parameters import ParameterInfo, Range

TABLE: Final = "table"
"""The kind of a figure that an author fills herself: what it is, she says."""


@dataclass(frozen=True)
class FigureEntry:
    """One figure.

    Attributes
    ----------
    evidence
        ``data``, ``model``, ``schematic``, ``synthetic``, or `TABLE`.
    starters
        By language, the call with which a kind starts; "" for a ready figure.
    """

    name: str
    title: Mapping[str, str]
    shows: Mapping[str, str]
    evidence: str
    parameters: Mapping[str, ParameterInfo]
    starters: Mapping[str, str]

    def record(self, lang: Lang) -> dict[str, Any]:
        """Return what the gallery shows, as JSON values."""
        return {
            "name": self.name,
            "title": self.title[lang],
            "shows": self.shows[lang],
            "evidence": self.evidence,
            "parameters": [
                told for info in self.parameters.values() if (told := told_of(info, lang))
            ],
        }


Catalogue = Mapping[str, FigureEntry]


def parse_catalogue(records: Sequence[Mapping[str, Any]]) -> Catalogue:
    """Return the figures of the library's list."""
    return {record["name"]: _entry(record) for record in records}


def _entry(record: Mapping[str, Any]) -> FigureEntry:
    infos = (parameter_of(each) for each in record["parameters"])
    return FigureEntry(
        name=record["name"],
        title=record["title"],
        shows=record["shows"],
        evidence=record["evidence"] or TABLE,
        parameters={info.name: info for info in infos},
        starters=record["starters"],
    )


def told_of(info: ParameterInfo, lang: Lang) -> dict[str, str]:
    """Return a parameter's name with its range or its words; the language of words is no news."""
    if info.name == "lang":
        return {}
    return {"name": info.label(lang), "legal": _legal(info, lang)}


def _legal(info: ParameterInfo, lang: Lang) -> str:
    if isinstance(info.legal, Range):
        to = "sampai" if lang == "id" else "to"
        high = info.value_label(info.legal.high, lang)
        return f"{number(info.legal.low, lang)} {to} {high}"
    if info.legal:
        return "; ".join(info.value_label(value, lang) for value in info.legal)
    return ""


def as_lang(code: object) -> Lang:
    """Return the library's language that is nearest to a language code."""
    is_indonesian = isinstance(code, str) and code.lower().replace("_", "-").split("-")[0] == "id"
    return "id" if is_indonesian else "en"
