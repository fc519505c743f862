"""The fields of ``site.toml`` as frozen values."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import PurePosixPath
from typing import Annotated, Literal
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    ValidationInfo,
    field_validator,
)

from galley.address_patterns import check_former, check_pattern, check_target
from galley.article.front_matter_models import AuthoredValue, Person
from galley.article.front_matter_values import (
    Day,
    LanguageTag,
    Lines,
    ParameterName,
    Scalar,
    check_web_address,
    is_person_id,
    resolve_person,
)
from galley.config_colours import Colours
from galley.config_publishing import PublishSettings
from galley.config_values import BaseUrl, Text
from galley.findings import Severity, did_you_mean
from galley.slugs import breaks_lines
from galley.validation import wrong, wrong_value

_NO_LIMIT = "none"
_MAIL = re.compile(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}")


def _check_timezone(value: str) -> str:
    try:
        ZoneInfo(value)
    except (LookupError, ValueError, OSError):
        raise wrong_value(
            "a time zone", 'Write for example timezone = "Europe/London" or timezone = "UTC"'
        ) from None
    return value


def _check_file(value: str) -> str:
    path = PurePosixPath(value.replace("\\", "/"))
    if path.is_absolute() or ".." in path.parts or ":" in value:
        raise wrong_value("a file in the content folder")
    return str(path) if value else ""


def _check_mail(value: str) -> str:
    if value and not _MAIL.fullmatch(value):
        raise wrong_value("a mail address")
    return value


def _check_contact(value: str) -> str:
    if _MAIL.fullmatch(value):
        return value
    try:
        return check_web_address(value)
    except ValueError:
        raise wrong_value("a mail address, or an address that begins with https://") from None


def _check_trusted(value: Sequence[str]) -> Sequence[str]:
    """Refuse to trust what is not there yet: a notebook may come from anybody."""
    if any("*" in slug for slug in value):
        raise wrong(
            "'trusted' stands for every article, also for those that others add later",
            'Name each article whose HTML is your own, for example trusted = ["timing-window"].',
        )
    return value


def _check_menu_address(value: str) -> str:
    scheme = urlsplit(value).scheme.lower() if ":" in value else ""
    if scheme not in {"", "http", "https", "mailto", "tel"} or breaks_lines(value):
        raise wrong_value("an article, a page, or an address that begins with https://")
    return value


def _check_person_id(value: str) -> str:
    if not is_person_id(value):
        raise wrong(
            f"'{value}' cannot be the id of a person",
            "Use lower-case letters, digits and hyphens, for example [authors.maria-lopez].",
        )
    return value


def _with_ids(value: object) -> object:
    """Give every person the id under which the file has them."""
    if not isinstance(value, Mapping):
        return value
    return {
        key: {**person, "id": key} if isinstance(person, Mapping) else person
        for key, person in value.items()
    }


_Pattern = Annotated[str, AfterValidator(check_pattern)]
_FileName = Annotated[str, AfterValidator(_check_file)]
_People = Annotated[
    Mapping[
        Annotated[str, AfterValidator(_check_person_id)],
        Annotated[Person, BeforeValidator(resolve_person)],
    ],
    BeforeValidator(_with_ids),
]


def _read_limit(value: object) -> object:
    return None if value == _NO_LIMIT else value


_Limit = Annotated[
    Annotated[float, Field(gt=0)] | None,
    BeforeValidator(_read_limit),
]


class NavItem(AuthoredValue):
    """One entry of the site's navigation.

    Attributes
    ----------
    href
        An article's address inside the site, ``about.html``, or a web address.
    """

    title: Text = Field(examples=["About"])
    href: Annotated[Text, AfterValidator(_check_menu_address)] = Field(examples=["about.html"])


class Limits(AuthoredValue):
    """How long a notebook may run, how much it may take, and how large the store may grow.

    ``"none"`` lifts a limit. An article's front matter cannot change one: it may be a stranger's.

    Attributes
    ----------
    cell_seconds
        How long a cell may run.
    article_seconds
        How long all cells of an article may run, without the start of the kernel.
    memory_megabytes
        What the kernel and all that the code starts may hold; a megabyte is 1024 × 1024 bytes.
    output_megabytes
        What an article's outputs may weigh; a megabyte is 1,000,000 bytes.
    processes
        How many processes the kernel may be, with those that the code starts; threads are none.
    sandbox
        Whether code runs without network, and without a view of the author's other files.
    """

    cell_seconds: _Limit = Field(60.0, examples=[300])
    article_seconds: _Limit = Field(180.0, examples=[1800])
    memory_megabytes: _Limit = Field(2048.0, examples=[4096])
    output_megabytes: _Limit = Field(8.0, examples=[20])
    processes: _Limit = Field(64.0, examples=[200])
    store_megabytes: float = Field(2000.0, gt=0, examples=[2000])
    sandbox: bool = Field(default=False, examples=[True])


class CheckSettings(AuthoredValue):
    """How strict the checks are.

    Attributes
    ----------
    severity
        Rule id → what its findings are: ``error``, ``warning``, ``advice`` or ``off``.
    also
        Groups of rules that are off by themselves: ``publicity`` for Indonesian doctors.
    newest_source_years
        An article whose newest source is older than so many years is told so.
    contact
        Your mail address: `galley check --online` sends it along, so that a service can write to
        you instead of shutting you out.
    """

    severity: Mapping[str, Literal["error", "warning", "advice", "off"]] = Field(
        default_factory=dict, examples=[{"claim-superlative": "advice"}]
    )
    also: tuple[Literal["publicity"], ...] = Field((), examples=[["publicity"]])
    newest_source_years: int = Field(10, ge=1, examples=[10])
    contact: Annotated[str, AfterValidator(_check_mail)] = Field(
        "", examples=["maria.lopez@example.org"]
    )

    def severity_of(self, rule: str, usual: Severity) -> Severity | None:
        """Return what a rule's findings are; None where it is switched off."""
        given = self.severity.get(rule, usual.value)
        return None if given == "off" else Severity(given)


class SecurityContact(AuthoredValue):
    """Whom to tell of a hole in the site: what ``security.txt`` says.

    Attributes
    ----------
    contact
        A mail address or a web address.
    expires
        The day until which that holds; whoever finds an older file is to believe none of it.
    """

    contact: Annotated[str, AfterValidator(_check_contact)] = Field(
        "", examples=["security@example.org"]
    )
    expires: Day | None = Field(None, examples=["2027-11-01"])


class SiteTexts(AuthoredValue):
    """The site's own words in one language.

    Attributes
    ----------
    corrections
        A mail address or a web address for readers who have found a mistake.
    """

    title: str = Field("", examples=["Neurorestoration"])
    description: str = Field("", examples=["What helps after stroke."])
    notice: str = Field("", examples=["These pages are examples."])
    footer: str = Field("", examples=["Made with Galley."])
    disclaimer: str = Field("", examples=["This is no medical advice."])
    licence: str = Field("", examples=["CC BY 4.0"])
    corrections: Annotated[str, AfterValidator(_check_contact)] = Field(
        "", examples=["corrections@example.org"]
    )
    categories: Lines = Field((), examples=[["Neurorestoration"]])
    navigation: tuple[NavItem, ...] = Field(
        (), examples=[[{"title": "About", "href": "about.html"}]]
    )


class PersonTexts(AuthoredValue):
    """A person's own words in one language; an empty one is as in the default language."""

    name: str = Field("", examples=["Maria Lopez"])
    credentials: str = Field("", examples=["dokter spesialis saraf"])
    affiliation: str = Field("", examples=["Rumah Sakit St. Maria"])
    bio: str = Field("", examples=["Merawat orang setelah stroke."])


class TranslatedTexts(SiteTexts):
    """The site's words in another language; its people are those of `SiteConfig.authors`."""

    authors: Mapping[str, PersonTexts] = Field(
        default_factory=dict, examples=[{"maria-lopez": {"bio": "Merawat orang setelah stroke."}}]
    )


class SiteConfig(SiteTexts):
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
    search
        Whether readers can search the site, where there are two articles or more.
    execute
        Whether code is run; else the outputs that the notebooks hold are shown.
    trusted
        Slugs of articles whose own HTML and scripts are let through, as their author wrote them.
    type
        What prose and titles are set in.
    host
        Where the site will be; the files that this host reads are published with it.
    precompress
        Whether each text is there as ``.gz`` and ``.br`` too, for hosts that send these.
    address
        The address of an article, with ``{slug}`` in it; ``{year}``, ``{month}``, ``{category}``
        and ``{lang}`` may stand beside it. Without ``{lang}``, other languages have a folder.
    addresses
        Language → the whole address of an article in it, where it is not as in `address`.
    redirects
        Former address → the article or page it leads to, or an address on the web.
    """

    base_url: BaseUrl = Field("", examples=["https://example.org/blog/"])
    language: LanguageTag = Field("en", examples=["en"])
    languages: tuple[LanguageTag, ...] = Field((), examples=[["en", "id"]], validate_default=True)
    timezone: Annotated[str, AfterValidator(_check_timezone)] = Field(
        "UTC", examples=["Europe/London"]
    )
    authors: _People = Field(
        default_factory=dict, examples=[{"maria-lopez": {"name": "Maria Lopez"}}]
    )
    translated: Mapping[LanguageTag, TranslatedTexts] = Field(
        default_factory=dict, examples=[{"id": {"title": "Neurorestorasi"}}]
    )
    noindex: bool = Field(False, examples=[True])
    show_code: bool = Field(False, examples=[True])
    strict: bool = Field(False, examples=[True])
    execute: bool = Field(True, examples=[False])
    trusted: Annotated[Lines, AfterValidator(_check_trusted)] = Field(
        (), examples=[["timing-window"]]
    )
    parameters: Mapping[ParameterName, Scalar] = Field(
        default_factory=dict, examples=[{"audience": "patient"}]
    )
    citation_style: Literal["author-year", "numeric"] = Field(
        "author-year", examples=["author-year"]
    )
    search: bool = Field(True, examples=[False])
    logo: _FileName = Field("", examples=["images/logo.svg"])
    icon: _FileName = Field("", examples=["images/icon.png"])
    colours: Colours = Field(Colours(), examples=[{"accent": "#0b5c5c"}])
    type: Literal["serif", "sans"] = Field("serif", examples=["sans"])
    host: Literal["", "apache", "cloudflare", "github", "netlify"] = Field("", examples=["github"])
    precompress: bool = Field(False, examples=[True])
    checks: CheckSettings = Field(
        CheckSettings(), examples=[{"severity": {"claim-superlative": "advice"}}]
    )
    limits: Limits = Field(Limits(), examples=[{"cell_seconds": 300}])
    security: SecurityContact = Field(
        SecurityContact(), examples=[{"contact": "security@example.org", "expires": "2027-11-01"}]
    )
    publish: PublishSettings = Field(PublishSettings(), examples=[{"to": "s3://bucket/blog"}])
    address: _Pattern = Field("{slug}.html", examples=["blog/{year}/{slug}/"])
    addresses: Mapping[LanguageTag, _Pattern] = Field(
        default_factory=dict, examples=[{"en": "en/blog/{slug}/", "id": "id/blog/{slug}/"}]
    )
    redirects: Mapping[
        Annotated[str, AfterValidator(check_former)], Annotated[str, AfterValidator(check_target)]
    ] = Field(default_factory=dict, examples=[{"/old-name/": "new-name"}])

    @field_validator("languages")
    @classmethod
    def _settle_languages(cls, value: tuple[str, ...], info: ValidationInfo) -> tuple[str, ...]:
        language = info.data.get("language")
        if language and value and language not in value:
            listed = ", ".join(f'"{lang}"' for lang in (language, *value))
            raise wrong(
                f"'languages' does not have the default language '{language}'",
                f"Write languages = [{listed}]",
            )
        return tuple(dict.fromkeys(value or ((language,) if language else ())))

    @field_validator("addresses")
    @classmethod
    def _check_addresses(cls, value: Mapping[str, str], info: ValidationInfo) -> Mapping[str, str]:
        languages: tuple[str, ...] = info.data.get("languages", tuple(value))
        unknown = [lang for lang in value if lang not in languages]
        if unknown:
            raise wrong(
                f"'addresses' has the language '{unknown[0]}', which 'languages' does not have",
                did_you_mean(unknown[0], languages)
                or f"Legal are {', '.join(languages)}; add '{unknown[0]}' to languages.",
            )
        return value

    @field_validator("translated")
    @classmethod
    def _check_translated(
        cls, value: Mapping[str, TranslatedTexts], info: ValidationInfo
    ) -> Mapping[str, TranslatedTexts]:
        # Where `languages` itself is wrong, that is said already.
        languages: tuple[str, ...] = info.data.get("languages", tuple(value))
        unknown = [lang for lang in value if lang not in languages]
        if unknown:
            raise wrong(
                f"'translated' has the language '{unknown[0]}', which 'languages' does not have",
                did_you_mean(unknown[0], languages)
                or f"Legal are {', '.join(languages)}; add '{unknown[0]}' to languages.",
            )
        return value

    @field_validator("translated")
    @classmethod
    def _check_translated_people(
        cls, value: Mapping[str, TranslatedTexts], info: ValidationInfo
    ) -> Mapping[str, TranslatedTexts]:
        people: Mapping[str, Person] = info.data.get("authors", {})
        strangers = [key for texts in value.values() for key in texts.authors if key not in people]
        if strangers:
            raise wrong(
                f"'translated' has the person '{strangers[0]}', whom 'authors' does not have",
                did_you_mean(strangers[0], people)
                or f"Add [authors.{strangers[0]}] with a name, or correct the id.",
            )
        return value

    def in_language(self, lang: str) -> SiteTexts:
        """Return the site's words in a language; what is not translated is as in the default."""
        own = {name: getattr(self, name) for name in SiteTexts.model_fields}
        texts = self.translated.get(lang)
        given = {
            name: getattr(texts, name) for name in own if texts and name in texts.model_fields_set
        }
        return SiteTexts.model_construct(**(own | given))

    def in_words_of(self, person: Person, lang: str) -> Person:
        """Return a person as ``site.toml`` has them, in the words of a language."""
        key = person.id or ""
        texts = self.translated.get(lang)
        words = texts.authors.get(key) if texts else None
        given = {name: text for name, text in words.model_dump().items() if text} if words else {}
        return self.authors.get(key, person).model_copy(update=given)
