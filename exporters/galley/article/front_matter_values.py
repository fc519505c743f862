"""The kinds of value that front matter and ``site.toml`` are made of, each with its own words."""

from __future__ import annotations

import keyword
import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import Annotated, Any
from urllib.parse import unquote, urlsplit

from pydantic import AfterValidator, BeforeValidator, PlainValidator, ValidationInfo
from slugify import slugify

from galley.findings import did_you_mean
from galley.slugs import breaks_lines
from galley.validation import wrong, wrong_value

_A_DAY = "a day written as YYYY-MM-DD"
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_LONG_MONTHS = """
    january february march april may june july august september october november december
"""
_ISO_DAY = re.compile(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[T ].*)?")
_DAY_FIRST = re.compile(r"(\d{1,2})\.? ([A-Za-z]+)\.?,? (\d{4})")
_MONTH_FIRST = re.compile(r"([A-Za-z]+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})")
_NAME = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_ORCID = re.compile(r"\d{4}-\d{4}-\d{4}-\d{3}[\dX]")


def parse_day(value: object) -> date:
    """Read a day: ISO, or with the month's English name, which leaves no doubt of the order."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    day = _day_in(" ".join(value.split())) if isinstance(value, str) else None
    if day is None:
        raise wrong_value(_A_DAY)
    return day


def _day_in(text: str) -> date | None:
    if match := _ISO_DAY.fullmatch(text):
        return _day(match[1], match[2], match[3])
    if match := _DAY_FIRST.fullmatch(text):
        return _day(match[3], _month(match[2]), match[1])
    if match := _MONTH_FIRST.fullmatch(text):
        return _day(match[3], _month(match[1]), match[2])
    return None


def _month(name: str) -> str:
    """Return the number of a month given by its English name or the first three letters."""
    short = name.lower()[:3]
    is_known = name.lower() in {*_MONTHS, "sept", *_LONG_MONTHS.split()}
    return str(_MONTHS.index(short) + 1) if is_known else "0"


def _day(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def _check_slug(value: str) -> str:
    legal = slugify(value)
    if value != legal:
        fix = f"Write slug: {legal}" if legal else "Write for example slug: timing-window"
        raise wrong_value("lower-case letters, digits and hyphens", fix)
    return value


def _check_language(value: str) -> str:
    if not _LANGUAGE.fullmatch(value):
        raise wrong_value("a language code", "Write for example en, id or pt-BR.")
    return value


def _check_orcid(value: str) -> str:
    orcid = value.removeprefix("https://orcid.org/").removeprefix("http://orcid.org/").strip("/")
    if orcid and not (_ORCID.fullmatch(orcid) and _orcid_check_digit(orcid) == orcid[-1]):
        raise wrong_value(
            "an ORCID iD (16 digits, the last one checks the others)",
            "Copy it from your orcid.org page, for example 0000-0002-1825-0097.",
        )
    return orcid


def _orcid_check_digit(orcid: str) -> str:
    total = 0
    for digit in orcid.replace("-", "")[:-1]:
        total = (total + int(digit)) * 2
    rest = (12 - total % 11) % 11
    return "X" if rest == 10 else str(rest)  # noqa: PLR2004 — ISO 7064: ten is written X


def check_web_address(value: str) -> str:
    """Accept an absolute http(s) address, or nothing."""
    if value and not _is_web_address(value):
        raise wrong_value("an address that begins with https:// or http://")
    return value


def _is_web_address(value: str) -> bool:
    try:
        parts = urlsplit(value)
        is_whole = parts.scheme in {"http", "https"} and bool(parts.hostname)
        return is_whole and " " not in value and not breaks_lines(value)
    except ValueError:
        return False


def _check_alias(value: str) -> str:
    # Browsers send other letters as their numbers, and hosts look for the letters.
    path = unquote(value.strip()).removeprefix("/")
    parts = path.rstrip("/").split("/")
    is_hidden = any(part.startswith(".") and part != ".well-known" for part in parts)
    is_odd = "://" in path or any(char in path for char in "?#\\:") or breaks_lines(path)
    if is_odd or "" in parts or is_hidden:
        raise wrong_value(
            "an old address inside this site", "Write for example aliases: [old-name.html]"
        )
    return path


def _check_edition(value: str) -> str:
    if not _NAME.fullmatch(value):
        raise wrong(
            f"'{value}' cannot be the name of an edition, because it becomes part of an address",
            "Use lower-case letters, digits and hyphens, for example clinician.",
        )
    return value


def _check_parameter(value: str) -> str:
    if not value.isidentifier() or keyword.iskeyword(value):
        raise wrong(
            f"'{value}' cannot be the name of a parameter",
            "Use the variable's name in the cell tagged parameters, for example audience.",
        )
    return value


def _check_scalar(value: object) -> str | int | float | bool | None:
    if value is None or isinstance(value, str | int | float | bool):
        return value
    if isinstance(value, date):
        return value.isoformat()
    raise wrong_value("a text, a number, true or false")


def split_words(value: object) -> object:
    """Turn ``a, b`` into a list; leave everything else to pydantic."""
    if isinstance(value, str):
        return [word.strip() for word in value.split(",") if word.strip()]
    return value


def _distinct(values: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for value in values if value))


# Names of one word are no names of people: in "Ann Nurse, MD" the second is not a person.
_BETWEEN_PEOPLE = re.compile(r"\s*(?:,\s*(?:and|dan|&)\s|,|;|\s(?:and|dan|&)\s)\s*")


def as_people(value: object) -> object:
    """Turn people written as one text, ``Ann Nurse and Ben Doctor``, into a list."""
    if isinstance(value, str):
        names = _BETWEEN_PEOPLE.split(value.strip())
        return names if all(" " in name for name in names) else [value]
    return as_list(value)


_MARKED = re.compile(r"[$*_`\\\[<]")
_MARKUP = (
    (re.compile(r"!?\[([^\[\]]*)\]\([^()]*\)"), r"\1"),
    (re.compile(r"</?[A-Za-z][^<>]*>"), ""),
    (re.compile(r"(\*\*|__|`)(?=\S)(.+?)(?<=\S)\1"), r"\2"),
    (re.compile(r"(?<![\w*])\*(?=\S)([^*]+?)(?<=\S)\*(?![\w*])"), r"\1"),
    (re.compile(r"(?<![\w_])_(?=\S)([^_]+?)(?<=\S)_(?![\w_])"), r"\1"),
)
_FORMULA = re.compile(r"\$(?=\S)([^$]*[\\^_=<>][^$]*|[A-Za-z])(?<=\S)\$(?!\d)|\\\((.+?)\\\)")


def without_markup(value: str) -> str:
    """Return a line of Markdown as plain words: a title stands where there is no markup."""
    if not _MARKED.search(value):
        return value
    # Late: it belongs to a package that knows this one, and few titles have a formula.
    from galley.article.markdown.tex_words import tex_words

    value = _FORMULA.sub(lambda match: tex_words(match[1] or match[2]), value)
    for pattern, words in _MARKUP:
        value = pattern.sub(words, value)
    return value


def as_list(value: object) -> object:
    """Turn a single value into a list of one."""
    return [value] if isinstance(value, str | Mapping) else value


def _policy(value: object) -> object:
    """Understand ``cache: false`` and ``cache: true`` of other tools."""
    return {True: "auto", False: "never"}[value] if isinstance(value, bool) else value


def _check_policy(value: str) -> str:
    if not re.fullmatch(r"auto|never|[1-9]\d{0,3} days?", value):
        raise wrong_value(
            "'auto', 'never' or a number of days",
            "Write cache: never to execute the article at every build, or for example "
            "cache: 7 days",
        )
    return value


# What other tools know of a person, and a page does not show.
_NOT_SHOWN_TEXT = """
    corresponding email roles role github twitter bluesky mastodon linkedin equal_contributor
    equal-contributor deceased note phone fax degrees attributes metadata
"""
_NOT_SHOWN_OF_PEOPLE = frozenset(_NOT_SHOWN_TEXT.split())


def resolve_person(value: object, info: ValidationInfo) -> object:
    """Turn an id of ``site.toml``, or a name, into a person; other values are pydantic's."""
    people: Mapping[str, Any] = (info.context or {}).get("people", {})
    if isinstance(value, Mapping):
        is_reference = "name" not in value and value.get("id") in tuple(people)
        return people[value["id"]] if is_reference else _person_fields(value)
    if not isinstance(value, str):
        return value
    name = value.strip()
    if name in people:
        return people[name]
    if people and is_person_id(name):
        listed = ", ".join(sorted(people))
        near = did_you_mean(name, people)
        raise wrong(
            f"unknown person '{name}'",
            f"{near} People in site.toml: {listed}."
            if near
            else f"Add [authors.{name}] to site.toml, or use one of {listed}.",
        )
    return {"name": name}


def is_person_id(name: str) -> bool:
    """Tell an id from a name: ids have no spaces and no capitals."""
    return bool(_NAME.fullmatch(name))


def _person_fields(value: Mapping[Any, Any]) -> dict[str, Any]:
    """Read MyST's and Quarto's way of writing people."""
    person = {
        str(key): item
        for key, item in value.items()
        if item is not None and key not in _NOT_SHOWN_OF_PEOPLE
    }
    affiliations = person.pop("affiliations", None)
    if affiliations and "affiliation" not in person:
        person["affiliation"] = "; ".join(_name_of(item) for item in _listed(affiliations))
    if "website" in person:
        person.setdefault("url", person.pop("website"))
    for field in ("name", "affiliation"):
        if isinstance(person.get(field), Mapping):
            person[field] = _name_of(person[field])
    return person


def _listed(value: object) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _name_of(value: object) -> str:
    if not isinstance(value, Mapping):
        return str(value)
    name = value.get("name") or value.get("literal") or value.get("institution")
    return str(name or " ".join(str(value[key]) for key in ("given", "family") if key in value))


Day = Annotated[date, BeforeValidator(parse_day)]
Slug = Annotated[str, AfterValidator(_check_slug)]
LanguageTag = Annotated[str, AfterValidator(_check_language)]
Orcid = Annotated[str, AfterValidator(_check_orcid)]
WebAddress = Annotated[str, AfterValidator(check_web_address)]
Alias = Annotated[str, AfterValidator(_check_alias)]
EditionName = Annotated[str, AfterValidator(_check_edition)]
ParameterName = Annotated[str, AfterValidator(_check_parameter)]
Scalar = Annotated[str | int | float | bool | None, PlainValidator(_check_scalar)]
PlainLine = Annotated[str, AfterValidator(without_markup)]
Words = Annotated[tuple[str, ...], BeforeValidator(split_words), AfterValidator(_distinct)]
Lines = Annotated[tuple[str, ...], BeforeValidator(as_list), AfterValidator(_distinct)]
CachePolicy = Annotated[str, BeforeValidator(_policy), AfterValidator(_check_policy)]
