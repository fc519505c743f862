"""``site.toml``: what an author says about the whole site."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from galley.article.front_matter import Person, Scalar
from galley.article.front_matter_values import LanguageTag, ParameterName, WebAddress
from galley.findings import Finding

CONFIG_FILE = "site.toml"


class _Value(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


class NavItem(_Value):
    """One entry of the site's navigation; `href` is a page of the site or a web address."""

    title: str
    href: str


class Limits(_Value):
    """How long a notebook may run and how much it may put out."""

    cell_seconds: float | None = None
    article_seconds: float | None = None
    output_megabytes: float = 20.0


class SiteTexts(_Value):
    """The site's own words in one language."""

    title: str = ""
    description: str = ""
    notice: str = ""
    footer: str = ""
    disclaimer: str = ""
    licence: str = ""
    categories: tuple[str, ...] = ()
    navigation: tuple[NavItem, ...] = ()


class SiteConfig(_Value):
    """Everything ``site.toml`` may hold; every field has a default.

    Attributes
    ----------
    base_url
        Absolute, ending in ``/``; empty where the author gave none.
    language
        The default language; its pages have no language folder in their address.
    languages
        All languages of the site, the default one among them.
    translated
        Language → the site's words in it, where they differ; read them with `in_language`.
    trusted
        Slugs of articles whose HTML outputs are shown as they are.
    address
        The address of an article in the default language, with ``{slug}`` in it.
    """

    title: str = ""
    description: str = ""
    base_url: WebAddress = ""
    language: LanguageTag = "en"
    languages: tuple[LanguageTag, ...] = ()
    timezone: str = "UTC"
    authors: Mapping[str, Person] = Field(default_factory=dict)
    licence: str = ""
    categories: tuple[str, ...] = ()
    navigation: tuple[NavItem, ...] = ()
    notice: str = ""
    footer: str = ""
    disclaimer: str = ""
    translated: Mapping[str, SiteTexts] = Field(default_factory=dict)
    noindex: bool = False
    show_code: bool = False
    strict: bool = False
    trusted: tuple[str, ...] = ()
    parameters: Mapping[ParameterName, Scalar] = Field(default_factory=dict)
    citation_style: Literal["author-year", "numeric"] = "author-year"
    logo: str = ""
    icon: str = ""
    colours: Mapping[str, str] = Field(default_factory=dict)
    limits: Limits = Limits()
    publish: Mapping[str, Scalar] = Field(default_factory=dict)
    address: str = "{slug}.html"

    def in_language(self, lang: str) -> SiteTexts:
        """Return the site's words in a language; what is not translated is as in the default."""
        own = {name: getattr(self, name) for name in SiteTexts.model_fields}
        texts = self.translated.get(lang)
        given = {name: getattr(texts, name) for name in texts.model_fields_set} if texts else {}
        return SiteTexts.model_construct(**(own | given))


def read_site_config(root: Path, name: str) -> tuple[SiteConfig, tuple[Finding, ...]]:
    """Read ``site.toml`` of a content folder."""
    raise NotImplementedError


def read_config(root: Path, name: str) -> SiteConfig:
    """Read ``site.toml`` of a content folder; without one, every field has its default."""
    return read_site_config(root, name)[0]
