"""What messengers, networks and search engines are told of a page besides its title."""

from __future__ import annotations

from dataclasses import dataclass, field

from markupsafe import Markup

# The place that the form of OpenGraph asks for; of a language with several, the largest.
_PLACES = {
    "ar": "AR", "de": "DE", "en": "US", "es": "ES", "fr": "FR", "id": "ID", "it": "IT", "ja": "JP",
    "jv": "ID", "ko": "KR", "ms": "MY", "nl": "NL", "pl": "PL", "pt": "BR", "ru": "RU", "su": "ID",
    "th": "TH", "tr": "TR", "vi": "VN", "zh": "CN",
}  # fmt: skip


@dataclass(frozen=True)
class SharedImage:
    """The picture that stands for a page elsewhere; `url` is absolute, sizes are in pixels."""

    url: str
    width: int = 0
    height: int = 0
    alt: str = ""


@dataclass(frozen=True)
class Sharing:
    """What a page says of itself where it is not.

    Attributes
    ----------
    published, modified
        Days as ``2026-08-17``; empty where they are not known.
    section, tags
        What the article is about.
    linked_data
        The element with JSON-LD: `galley.html.linked_data`.
    """

    image: SharedImage | None = None
    published: str = ""
    modified: str = ""
    section: str = ""
    tags: tuple[str, ...] = ()
    linked_data: Markup = field(default=Markup(), repr=False)


NO_SHARING = Sharing()
"""Nothing."""


def locale_of(lang: str) -> str:
    """Return a language as OpenGraph writes it, ``id_ID``; empty where its place is not known."""
    language, *rest = lang.replace("_", "-").split("-")
    region = next((part for part in rest if len(part) == 2 and part.isalpha()), "")  # noqa: PLR2004 - a country
    place = region.upper() or _PLACES.get(language.lower(), "")
    return f"{language.lower()}_{place}" if place else ""
