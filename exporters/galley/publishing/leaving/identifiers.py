"""Strings that look as if they told who a patient is, or opened a door: for the author to look at.

A mark is a question, never a verdict. The forms are in ``identifiers.toml``.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from galley.publishing.leaving.model import Mark, MarkKind

_MONTH = "(?:jan|feb|mar|apr|may|mei|jun|jul|aug|agu|sep|oct|okt|nov|dec|des)[a-z]*\\.?"
_PARTS = {
    "day": (
        rf"(?:\d{{1,2}} {_MONTH} \d{{4}}|{_MONTH} \d{{1,2}},? \d{{4}}"
        r"|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{4}-\d{2}-\d{2})"
    ),
    "name": r"[A-Z][a-z’'-]+(?: [A-Z][a-z’'-]+)*",
    # As case reports write it: "Ny. S", "Mr J.K.".
    "initials": r"(?:[A-Z]\. ?){1,3}|[A-Z]{1,3}\b",
}
_USUALLY_BETWEEN = " ?[:#]? ?"


@dataclass(frozen=True)
class _Form:
    """How a kind of identifier is written, and what a match must be besides."""

    kind: MarkKind
    pattern: re.Pattern[str]
    holds: Callable[[str], bool]


def find_identifiers(text: str) -> Iterator[Mark]:
    """Find what looks like an identifier, each once, in the order of the forms.

    Parameters
    ----------
    text
        Words of a page, a table or a drawing.
    """
    seen = set()
    for form in _forms():
        for match in form.pattern.finditer(text):
            mark = Mark(form.kind, match.group().strip())
            if mark not in seen and form.holds(mark.words):
                seen.add(mark)
                yield mark


def find_columns(header: str) -> Iterator[Mark]:
    """Find columns that by their names hold persons, in the first line of a table."""
    for name in re.split(r"[,;\t]", header):
        column = name.strip().strip('"')
        if _columns().fullmatch(column):
            yield Mark(MarkKind.COLUMN, column)


@cache
def _forms() -> tuple[_Form, ...]:
    return tuple(map(_read_form, _lexicon()["forms"]))


@cache
def _columns() -> re.Pattern[str]:
    return re.compile(_either(_lexicon()["columns"]["value"]), re.IGNORECASE)


def _lexicon() -> Mapping[str, Any]:
    text = files("galley.publishing.leaving").joinpath("identifiers.toml").read_text("utf-8")
    return tomllib.loads(text)


def _read_form(form: Mapping[str, Any]) -> _Form:
    value = _either(part.format(**_PARTS) for part in form["value"])
    between = form.get("between", _USUALLY_BETWEEN).format()
    lead = rf"\b{_either(form['lead'])}{between}" if "lead" in form else ""
    flags = re.NOFLAG if form.get("minds-case") else re.IGNORECASE
    check = _CHECKS[form.get("check", "")]
    return _Form(MarkKind(form["kind"]), re.compile(lead + value, flags), check)


def _either(parts: Sequence[str] | Iterator[str]) -> str:
    return f"(?:{'|'.join(parts)})"


def _digits(words: str) -> str:
    return "".join(re.findall(r"\d", words))


def _is_nik(words: str) -> bool:
    """Tell whether sixteen digits are built as an Indonesian NIK: region, birthday, number."""
    digits = _digits(words)
    province, day, month = int(digits[:2]), int(digits[6:8]), int(digits[8:10])
    # Of women, 40 is added to the day.
    is_day = 1 <= day <= 31 or 41 <= day <= 71  # noqa: PLR2004 - days of a month
    return 11 <= province <= 97 and is_day and 1 <= month <= 12  # noqa: PLR2004 - provinces, months


def _is_phone(words: str) -> bool:
    return 9 <= len(_digits(words)) <= 15  # noqa: PLR2004 - as E.164 has them


def _is_anything(_words: str) -> bool:
    return True


_CHECKS = {"nik": _is_nik, "phone": _is_phone, "": _is_anything}
