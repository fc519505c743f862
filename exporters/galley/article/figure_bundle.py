"""The JSON bundle with which an explanatory figure travels through a notebook."""

from __future__ import annotations

from typing import Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from galley.article.model import DataTable, Evidence, EvidenceClass, MadeBy

FIGURE_BUNDLE = "application/vnd.galley.figure+json"


class BundlePart(BaseModel):
    """A frozen part of a bundle; what a later version adds to it is ignored."""

    model_config = ConfigDict(frozen=True, extra="ignore")


class EvidenceBundle(BundlePart):
    """Evidence class, citation keys and a note in plain words."""

    kind: EvidenceClass = Field(alias="class")
    sources: tuple[str, ...] = ()
    note: str = ""


class TableBundle(BundlePart):
    """A tidy table whose column names carry their units."""

    columns: tuple[str, ...] = ()
    rows: tuple[tuple[str | float | int | None, ...], ...] = ()

    @model_validator(mode="after")
    def _check_rows(self) -> Self:
        if any(len(row) != len(self.columns) for row in self.rows):
            raise ValueError("a row is not as long as the columns are many")
        return self


class MadeByBundle(BundlePart):
    """The function, parameters and versions that drew the figure."""

    function: str
    parameters: dict[str, Any] = Field(default_factory=dict)
    versions: dict[str, str] = Field(default_factory=dict)


class SaidBundle(BundlePart):
    """What a figure, or one of its states, says about itself."""

    alt: str
    description: str = ""
    caption: str | None = None
    evidence: EvidenceBundle | None = None
    data: TableBundle | None = None
    narrow_svg: str = ""
    made_by: MadeByBundle | None = None
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

    def as_made_by(self) -> MadeBy | None:
        """Return what made the figure as the article's own value."""
        if self.made_by is None:
            return None
        # A notebook on the disk has its keys sorted, one in memory as they were given; a page must
        # not tell the two apart.
        return MadeBy(
            self.made_by.function,
            dict(sorted(self.made_by.parameters.items())),
            dict(sorted(self.made_by.versions.items())),
        )


class FigureBundle(SaidBundle):
    """The whole bundle of a figure; version 1 of the contract."""

    version: Literal[1] = Field(alias="schema")
    lang: str = "en"


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
