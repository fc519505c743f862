"""The fields of front matter as frozen values."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from galley.article.front_matter_values import (
    Alias,
    CachePolicy,
    Day,
    EditionName,
    LanguageTag,
    Lines,
    Orcid,
    ParameterName,
    PlainLine,
    Scalar,
    Slug,
    WebAddress,
    Words,
    as_list,
    as_people,
    resolve_person,
)


class AuthoredValue(BaseModel):
    """Base of everything an author writes: frozen, and an unknown name is noticed."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", str_strip_whitespace=True, coerce_numbers_to_str=True
    )


class Person(AuthoredValue):
    """An author or reviewer, from ``site.toml`` (then with an `id`) or written in the article."""

    id: str | None = None
    name: str = Field(min_length=1, examples=["Maria Lopez"])
    credentials: str = Field("", examples=["MD, PhD"])
    affiliation: str = Field("", examples=["St. Mary Hospital"])
    orcid: Orcid = Field("", examples=["0000-0002-1825-0097"])
    url: WebAddress = Field("", examples=["https://example.org/maria"])
    registration: str = Field("", examples=["GMC 1234567"])
    bio: str = Field("", examples=["Works with people after stroke."])


class Change(AuthoredValue):
    """A change after publication that readers are told of."""

    date: Day = Field(examples=["2026-11-22"])
    note: str = Field(min_length=1, examples=["Corrected the number of people in the trial."])


class Withdrawn(AuthoredValue):
    """Since when an article no longer stands, and why."""

    date: Day = Field(examples=["2026-11-22"])
    reason: str = Field(min_length=1, examples=["The trial it rests on was retracted."])


_People = Annotated[
    tuple[Annotated[Person, BeforeValidator(resolve_person)], ...], BeforeValidator(as_people)
]


class FrontMatter(AuthoredValue):
    """Everything an author says about an article; nothing in it is required to parse.

    Attributes
    ----------
    date
        The day of publication; an article with a day to come is not published yet.
    editions
        Edition name → parameters; the first edition has the article's own address.
    reviewed
        The day on which the reviewers last looked whether it is true.
    slug
        The last part of the address, where it is not to follow from the file name.
    cache
        ``never`` executes the article at every build, ``7 days`` when its last run is that old,
        ``auto`` when something it rests on changed.
    inputs
        Files beside the notebook that it reads; when one changes, the article runs again.
    ignore
        Rule id → the reason for which its findings do not matter in this article.
    """

    title: PlainLine | None = Field(None, examples=["When does the brain listen?"])
    description: PlainLine = Field("", examples=["One sentence under the title."])
    date: Day | None = Field(None, examples=["2026-11-20"])
    updated: Day | None = Field(None, examples=["2026-11-22"])
    changes: Annotated[tuple[Change, ...], BeforeValidator(as_list)] = Field(
        (), examples=[[{"date": "2026-11-22", "note": "Corrected a number."}]]
    )
    reviewed: Day | None = Field(None, examples=["2026-11-21"])
    review_by: Day | None = Field(None, examples=["2028-11-20"])
    authors: _People = Field((), examples=[["editors"]])
    reviewers: _People = Field((), examples=[["editors"]])
    tags: Words = Field((), examples=[["stroke", "timing"]])
    category: str = Field("", examples=["Neurorestoration"])
    disclosures: str = Field("", examples=["none"])
    funding: str = Field("", examples=["none"])
    draft: bool = Field(False, examples=[True])
    key_points: Lines = Field((), examples=[["The first weeks matter most."]])
    editions: Mapping[EditionName, Mapping[ParameterName, Scalar]] = Field(
        default_factory=dict, examples=[{"patient": {"audience": "patient"}}]
    )
    slug: Slug | None = Field(None, examples=["timing-window"])
    lang: LanguageTag | None = Field(None, examples=["en"])
    aliases: Annotated[tuple[Alias, ...], BeforeValidator(as_list)] = Field(
        (), examples=[["old-name.html"]]
    )
    kind: Literal["article", "page"] = Field("article", examples=["article"])
    image: str | None = Field(None, examples=["images/window.png"])
    image_alt: str = Field("", examples=["A curve that falls within twelve weeks."])
    withdrawn: Withdrawn | None = Field(
        None, examples=[{"date": "2026-11-22", "reason": "Its main trial was retracted."}]
    )
    cache: CachePolicy | None = Field(None, examples=["never"])
    inputs: Lines = Field((), examples=[["data/trial.csv"]])
    ignore: Mapping[str, str] = Field(
        default_factory=dict, examples=[{"figure-without-data": "The data may not be shared."}]
    )
    noindex: bool | None = Field(None, examples=[True])
