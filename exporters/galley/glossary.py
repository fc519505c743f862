"""``glossary.yml``: the words a site uses, one word for one thing in each language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from galley.article.yaml_text import YamlProblemError, parse_yaml
from galley.findings import Finding, Place, Severity

GLOSSARY_FILE = "glossary.yml"
_NO_LANGUAGES = frozenset({"definition", "short"})


@dataclass(frozen=True)
class Term:
    """One thing with its word in each language.

    Attributes
    ----------
    words
        Language → word.
    definitions
        Language → what it means, in a sentence.
    abbreviations
        Language → the short form of the word, for example ``LTP``.
    """

    id: str
    words: Mapping[str, str] = field(default_factory=dict)
    definitions: Mapping[str, str] = field(default_factory=dict)
    abbreviations: Mapping[str, str] = field(default_factory=dict)

    def word(self, lang: str) -> str:
        """Return the word in a language, or nothing."""
        return _in_language(self.words, lang)

    def short(self, lang: str) -> str:
        """Return the short form in a language, or nothing."""
        return _in_language(self.abbreviations, lang)

    def definition(self, lang: str) -> str:
        """Return the definition in a language, or nothing."""
        return _in_language(self.definitions, lang)


@dataclass(frozen=True)
class Glossary:
    """The terms of a site, in the file's order."""

    entries: tuple[Term, ...] = ()

    def terms(self, lang: str) -> frozenset[str]:
        """Return the words of a language, in small letters."""
        words = (_in_language(entry.words, lang) for entry in self.entries)
        return frozenset(word.lower() for word in words if word)

    def abbreviations(self, lang: str) -> Mapping[str, str]:
        """Return the short forms of a language, each with the word that it stands for."""
        pairs = (
            (_in_language(entry.abbreviations, lang), _in_language(entry.words, lang))
            for entry in self.entries
        )
        return {short: word for short, word in pairs if short and word}


def _in_language(texts: Mapping[str, str], lang: str) -> str:
    return texts.get(lang) or texts.get(lang.lower().partition("-")[0], "")


def parse_glossary(text: str, file: str) -> tuple[Glossary, tuple[Finding, ...]]:
    """Parse the file; an entry that is not one becomes a finding, the rest is used."""
    try:
        yaml = parse_yaml(text)
    except YamlProblemError as problem:
        return Glossary(), (_broken(file, problem.line, problem.message, problem.fix),)
    if yaml.value is None:
        return Glossary(), ()
    if not isinstance(yaml.value, dict):
        return Glossary(), (_broken(file, 1, "it is not a list of terms"),)
    findings = tuple(
        _broken(file, yaml.line((name,)), f"the term '{name}' has no word in any language")
        for name, fields in yaml.value.items()
        if not _words(fields)
    )
    return Glossary(tuple(_terms(yaml.value.items()))), findings


def _terms(items: Iterable[tuple[str, Any]]) -> Iterator[Term]:
    for name, fields in items:
        words = _words(fields)
        if words:
            shorts = _short_forms(fields.get("short"), words)
            yield Term(name, words, _texts(fields.get("definition")), shorts)


def _words(fields: object) -> dict[str, str]:
    words = _texts(fields)
    return {lang: word for lang, word in words.items() if lang not in _NO_LANGUAGES}


def _short_forms(value: object, words: Iterable[str]) -> dict[str, str]:
    """Return the short form in each language; one that is written alone is that of them all."""
    return dict.fromkeys(words, value) if isinstance(value, str) and value else _texts(value)


def _texts(value: object) -> dict[str, str]:
    if not isinstance(value, Mapping):
        return {}
    return {str(lang): text for lang, text in value.items() if isinstance(text, str) and text}


def _broken(file: str, line: int | None, message: str, fix: str = "") -> Finding:
    return Finding(
        "glossary-broken",
        Severity.WARNING,
        Place(file, line=line),
        message,
        fix or "Write for each term a line for each language, for example  en: recovery",
    )
