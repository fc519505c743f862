"""The JSON bundle with which an explanatory figure travels through a notebook."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from galley.article.model import DataTable, Evidence, EvidenceClass

FIGURE_BUNDLE = "application/vnd.galley.figure+json"


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")


class EvidenceBundle(_Part):
    """Evidence class, citation keys and a note in plain words."""

    kind: EvidenceClass = Field(alias="class")
    sources: tuple[str, ...] = ()
    note: str = ""


class TableBundle(_Part):
    """A tidy table whose column names carry their units."""

    columns: tuple[str, ...] = ()
    rows: tuple[tuple[str | float | int | None, ...], ...] = ()


class MadeBy(_Part):
    """The function and parameters that drew the figure."""

    function: str
    parameters: dict[str, Any] = Field(default_factory=dict)

    def __str__(self) -> str:
        arguments = ", ".join(f"{name}={value!r}" for name, value in self.parameters.items())
        return f"{self.function}({arguments})"


class FigureBundle(_Part):
    """What a figure says about itself; version 1 of the contract."""

    version: Literal[1] = Field(alias="schema")
    alt: str
    description: str = ""
    caption: str | None = None
    lang: str = "en"
    evidence: EvidenceBundle | None = None
    data: TableBundle | None = None
    narrow_svg: str = ""
    made_by: MadeBy | None = None
    is_picture: bool = False
    credit: str = ""
    consent: str = ""

    def as_evidence(self) -> Evidence | None:
        """Return the evidence as the article's own value."""
        if self.evidence is None:
            return None
        return Evidence(self.evidence.kind, self.evidence.sources, self.evidence.note)

    def as_table(self) -> DataTable | None:
        """Return the data as the article's own value; ``None`` for a table without columns."""
        if self.data is None or not self.data.columns:
            return None
        return DataTable(self.data.columns, self.data.rows)


def parse_figure_bundle(value: object) -> FigureBundle | None:
    """Read a bundle out of an output, or return ``None`` where it is not one.

    A notebook may come from anywhere, so a forged or damaged bundle must not stop the article:
    its drawing is then shown as a plain figure.
    """
    try:
        if isinstance(value, str):
            return FigureBundle.model_validate_json(value)
        return FigureBundle.model_validate(value)
    except ValidationError:
        return None
