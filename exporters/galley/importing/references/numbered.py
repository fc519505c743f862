"""Citations by number: ``[3–5, 8]``, raised numbers as markup and as signs of their own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

_RANGE = r"\d{1,3}(?:\s*[-–—‐,;]\s*\d{1,3})*"
_SIGNS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_DIGITS = str.maketrans(_SIGNS + "⁻", "0123456789-")
_STOP = r"(?P<stop>[.,;:!?…]*[”\"’»)]?)"
_FORMS = (
    # [12] · [3–5, 8] · \[12\]
    re.compile(
        rf"(?P<before>[.,;:!?]?)(?P<space>[ \u00a0]?)\\?\[(?P<numbers>{_RANGE})\\?\](?![(\[]?\()"
    ),
    # ^1,2^ · <sup>1</sup> · {sup}`1`
    re.compile(
        rf"(?P<before>[.,;:!?]?)(?P<space>[ \u00a0]?)(?:\^\[?(?P<caret>{_RANGE})\]?\^"
        rf"|<sup>\s*\[?(?P<tag>{_RANGE})\]?\s*</sup>"
        rf"|\{{sup(?:erscript)?\}}`\s*\[?(?P<role>{_RANGE})\]?\s*`)"
    ),
    re.compile(
        rf"(?P<before>[.,;:!?]?)(?P<space>[ \u00a0]?)"
        rf"(?P<signs>[{_SIGNS}]{{1,3}}(?:[⁻,–-][{_SIGNS}]{{1,3}})*)(?![⁺⁻\w])"
    ),
)
# (7) · (7,8), at the end of a clause; only where a whole text cites so.
_ROUND = re.compile(
    rf"(?P<before>)(?P<space>[ \u00a0])\((?P<numbers>{_RANGE})\)(?=\s*(?:[.,;]|$))", re.MULTILINE
)
_LONGEST_RANGE = 40
_FEWEST = 2
# Raised numbers behind these are powers.
_UNITS = re.compile(
    r"(?:^|[^\w])(?:[mcdkµμn]?m|kg|g|s|[a-zA-Z]|χ|Chi|chi|min|ml|in|ft|cells?|[A-Z][a-z]?)$"
)
_LAST_WORD = re.compile(r"[^\W\d_]{2,}[”\"’»)*_]*$|[.,;:!?)”\"’»\]*_]$")


@dataclass(frozen=True)
class NumberedCitations:
    """A text whose numbers became keys.

    Attributes
    ----------
    keys
        The works that are cited now.
    unknown
        Numbers as they stand in the text that no line of the list has.
    """

    text: str
    keys: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()


def cites_by_round_brackets(texts: Iterable[str], keys: Mapping[int, str]) -> bool:
    """Tell whether a whole text cites as ``(7)``, which elsewhere counts something.

    At least two works and half of the list are named so, no number is another, and none stands in
    square brackets or is raised.
    """
    named: set[int] = set()
    for text in texts:
        if any(
            set(_numbers_of(match)) & keys.keys()
            for form in _FORMS
            for match in form.finditer(text)
            if _may_cite(text, match)
        ):
            return False
        for match in _ROUND.finditer(text):
            named.update(_numbers_of(match))
    return len(named) >= max(_FEWEST, len(keys) / 2) and named <= keys.keys()


def cites_in_order(texts: Iterable[str], length: int) -> bool:
    """Tell whether a text numbers the works of a list that has no numbers, by their order.

    It names the first work first, no later one before an earlier one, and none beyond the list.
    """
    named: list[int] = []
    for text in texts:
        found = [
            (match.start(), _numbers_of(match))
            for form in _FORMS
            for match in form.finditer(text)
            if _may_cite(text, match)
        ]
        named += [number for _, numbers in sorted(found) for number in numbers]
    first = list(dict.fromkeys(named))
    is_whole = bool(first) and first[0] == 1 and first == sorted(first)
    return is_whole and len(first) >= _FEWEST and first[-1] <= length


def cite_numbers(
    text: str, keys: Mapping[int, str], *, is_round: bool = False
) -> NumberedCitations:
    """Write the keys of a numbered list's works in place of their numbers.

    Parameters
    ----------
    keys
        Number → key; empty where the list has no numbers, and then nothing is changed.
    is_round
        Whether numbers in round brackets are citations too.
    """
    if not keys:
        return NumberedCitations(text)
    cited: list[str] = []
    unknown: list[str] = []
    for form in (*_FORMS, _ROUND) if is_round else _FORMS:
        text = _replaced(text, form, keys, cited, unknown)
    return NumberedCitations(text, tuple(dict.fromkeys(cited)), tuple(dict.fromkeys(unknown)))


def _replaced(
    text: str,
    form: re.Pattern[str],
    keys: Mapping[int, str],
    cited: list[str],
    unknown: list[str],
) -> str:
    def replaced(match: re.Match[str]) -> str:
        numbers = _numbers_of(match)
        if not _may_cite(text, match) or not numbers:
            return match[0]
        works = [keys.get(number, "") for number in numbers]
        if not all(works):
            if any(works) or (min(numbers) > 0 and "numbers" in match.groupdict()):
                unknown.append(match[0].strip(" .,;:!?\u00a0"))
            return match[0]
        cited.extend(works)
        return _written(text, match, works)

    return form.sub(replaced, text)


def _numbers_of(match: re.Match[str]) -> list[int]:
    groups = match.groupdict()
    names = ("numbers", "caret", "tag", "role", "signs")
    typed = next(groups[name] for name in names if groups.get(name))
    numbers: list[int] = []
    for part in re.split(r"\s*[,;]\s*", typed.translate(_DIGITS)):
        first, *last = (int(each) for each in re.split(r"\s*[-–—‐]\s*", part))
        end = last[0] if last else first
        if not first <= end <= first + _LONGEST_RANGE:
            return []
        numbers.extend(range(first, end + 1))
    return numbers


def _may_cite(text: str, match: re.Match[str]) -> bool:
    before = text[: match.start()] + match["before"]
    if "numbers" in match.groupdict():
        # What stands between round brackets or behind an equals sign is a range or a value.
        return not re.search(r"[=<>≤≥±×]\s*$|\b(?:range|rentang|in|antara|between)\s*$", before)
    if match["space"]:
        return False
    return bool(_LAST_WORD.search(before)) and (
        bool(match["before"]) or not _UNITS.search(before.rstrip('”"’»)*_'))
    )


def _written(text: str, match: re.Match[str], works: list[str]) -> str:
    """Put the works before the full stop behind which their numbers stood."""
    cluster = f"[{'; '.join(f'@{key}' for key in works)}]"
    stop = match["before"]
    ends = re.match(r"\s*(?:$|[A-ZÀ-Þ\n“\"(])", text[match.end() :])
    if stop and (not match["space"] or ends):
        return f" {cluster}{stop}"
    lead = stop + (
        match["space"] or (" " if match.start() and not text[match.start()].isspace() else "")
    )
    return f"{lead}{cluster}"
