"""Front matter: what the first cell says about an article, as frozen values.

The names are MyST's where MyST has one; `galley.article.front_matter_values` lists the names of
other tools that are understood too, `galley.article.front_matter_places` where it is found.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, StrictBool, StrictFloat, StrictInt, StrictStr

from galley.findings import Finding, Place
from galley.article.front_matter_places import SplitFrontMatter, split_front_matter
from galley.article.front_matter_values import (
    Alias,
    CachePolicy,
    Day,
    EditionName,
    LanguageTag,
    Orcid,
    ParameterName,
    Slug,
    WebAddress,
)

__all__ = [
    "Change",
    "FrontMatter",
    "Person",
    "Scalar",
    "SplitFrontMatter",
    "Withdrawn",
    "split_front_matter",
]

Scalar = StrictStr | StrictBool | StrictInt | StrictFloat | None


class _Value(BaseModel):
    """Base of everything an author writes: frozen, and an unknown name is noticed."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", str_strip_whitespace=True, coerce_numbers_to_str=True
    )


class Person(_Value):
    """An author or reviewer, from ``site.toml`` (then with an `id`) or written in the article."""

    id: str | None = None
    name: str = Field(min_length=1, description="a name", examples=["Maria Lopez"])
    credentials: str = Field("", description="text", examples=["MD, PhD"])
    affiliation: str = Field("", description="text", examples=["St. Mary Hospital"])
    orcid: Orcid = Field("", description="an ORCID iD", examples=["0000-0002-1825-0097"])
    url: WebAddress = Field("", description="a web address", examples=["https://example.org/me"])
    registration: str = Field("", description="text", examples=["GMC 1234567"])
    bio: str = Field("", description="text", examples=["Works with people after stroke."])


class Change(_Value):
    """A change after publication that readers are told of."""

    date: Day
    note: str = Field(min_length=1, description="text", examples=["Corrected the dose."])


class Withdrawn(_Value):
    """Since when an article no longer stands, and why."""

    date: Day
    reason: str = Field(min_length=1, description="text", examples=["Its main trial was retracted."])


class FrontMatter(_Value):
    """Everything an author says about an article; nothing in it is required to parse.

    Attributes
    ----------
    date
        The day of publication; an article with a day to come is not published yet.
    editions
        Edition name → parameters; the first edition has the article's own address.
    slug
        The last part of the address, where it is not to follow from the file name.
    ignore
        Rule id → the reason for which its findings do not matter in this article.
    """

    title: str | None = None
    description: str = ""
    date: Day | None = None
    updated: Day | None = None
    changes: tuple[Change, ...] = ()
    review_by: Day | None = None
    authors: tuple[Person, ...] = ()
    reviewers: tuple[Person, ...] = ()
    tags: tuple[str, ...] = ()
    category: str = ""
    disclosures: str = ""
    funding: str = ""
    draft: bool = False
    key_points: tuple[str, ...] = ()
    editions: Mapping[EditionName, Mapping[ParameterName, Scalar]] = Field(default_factory=dict)
    slug: Slug | None = None
    lang: LanguageTag | None = None
    aliases: tuple[Alias, ...] = ()
    kind: Literal["article", "page"] = "article"
    image: str | None = None
    image_alt: str = ""
    withdrawn: Withdrawn | None = None
    cache: CachePolicy | None = None
    inputs: tuple[str, ...] = ()
    ignore: Mapping[str, str] = Field(default_factory=dict)
    noindex: bool | None = None


def parse_front_matter(
    text: str, place: Place, people: Mapping[str, Person]
) -> tuple[FrontMatter, tuple[Finding, ...]]:
    """Parse the YAML of an article's front matter."""
    raise NotImplementedError


def missing_field_findings(
    front_matter: FrontMatter, place: Place, *, had_front_matter: bool
) -> tuple[Finding, ...]:
    """Tell what a reader would miss."""
    raise NotImplementedError
