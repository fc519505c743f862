"""What a picture is to whatever publishes it: the bundle of a figure, without a drawing."""

from __future__ import annotations

import base64
from dataclasses import dataclass, field
from typing import Any, Literal, TypeAlias

from galley_figures.credits import credit_sentences
from galley_figures.explanatory import FIGURE_BUNDLE, SCHEMA, Evidence, MadeBy
from galley_figures.notebook_html import notebook_html

MediaType: TypeAlias = Literal["image/png", "image/jpeg"]


@dataclass(frozen=True)
class PictureFigure:
    """A picture and what explains it.

    Attributes
    ----------
    data
        The file as it may be published: upright, without metadata, marked where it must be.
    credit
        Who made it.
    consent
        How the people in it agreed to be shown; empty where it shows nobody.
    """

    data: bytes = field(repr=False)
    media_type: MediaType
    alt: str
    description: str
    evidence: Evidence
    lang: str
    made_by: MadeBy
    credit: str = ""
    consent: str = ""
    caption: str | None = None

    def bundle(self) -> dict[str, Any]:
        """Return everything but the picture, ready for JSON."""
        return {
            "schema": SCHEMA,
            "is_picture": True,
            "alt": self.alt,
            "description": self.description,
            "caption": self.caption,
            "lang": self.lang,
            "evidence": {
                "class": self.evidence.kind,
                "sources": list(self.evidence.sources),
                "note": self.evidence.note,
            },
            "credit": self.credit,
            "consent": self.consent,
            "made_by": {
                "function": self.made_by.function,
                "parameters": dict(self.made_by.parameters),
                "versions": dict(self.made_by.versions),
            },
        }

    def _repr_mimebundle_(
        self,
        include: object = None,  # noqa: ARG002 - IPython's protocol; it filters by itself
        exclude: object = None,  # noqa: ARG002 - the same
    ) -> tuple[dict[str, Any], dict[str, dict[str, str]]]:
        """Return data and metadata for a notebook's output."""
        data = {
            self.media_type: base64.b64encode(self.data).decode("ascii"),
            "text/html": self._notebook_html(),
            "text/plain": self.alt,
            FIGURE_BUNDLE: self.bundle(),
        }
        return data, {self.media_type: {"alt": self.alt}}

    def _notebook_html(self) -> str:
        return notebook_html(
            alt=self.alt,
            caption=self.caption,
            evidence_kind=self.evidence.kind,
            note=self.evidence.note,
            png=self.data,
            lang=self.lang,
            credit_lines=credit_sentences(
                credit=self.credit,
                consent=self.consent,
                evidence_kind=self.evidence.kind,
                lang=self.lang,
            ),
            is_picture=True,
            sources=self.evidence.sources,
            description=self.description,
        )
