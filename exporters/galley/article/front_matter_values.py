"""The kinds of value that front matter and ``site.toml`` are made of."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

Day = date
Orcid = str
WebAddress = str
Slug = str
Alias = str
LanguageTag = str
EditionName = str
ParameterName = str
CachePolicy = Literal["auto", "never"]
