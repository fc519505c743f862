"""What languages call themselves: a reader looks for the word they know."""

from __future__ import annotations

_NAMES = {
    "ar": "العربية",
    "de": "Deutsch",
    "en": "English",
    "es": "Español",
    "fr": "Français",
    "hi": "हिन्दी",
    "id": "Bahasa Indonesia",
    "it": "Italiano",
    "ja": "日本語",
    "jv": "Basa Jawa",
    "ms": "Bahasa Melayu",
    "nl": "Nederlands",
    "pl": "Polski",
    "pt": "Português",
    "ru": "Русский",
    "su": "Basa Sunda",
    "sv": "Svenska",
    "tr": "Türkçe",
    "vi": "Tiếng Việt",
    "zh": "中文",
}


def language_name(lang: str) -> str:
    """Return a language's name in itself; its tag where we do not know it."""
    base, _, region = lang.partition("-")
    name = _NAMES.get(base.lower(), lang)
    return f"{name} ({region})" if region and base.lower() in _NAMES else name
