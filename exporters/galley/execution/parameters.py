"""Values for an article's parameters: gathered, converted and checked before a kernel starts."""

from __future__ import annotations

import ast
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from galley.execution.declared import DeclaredParameter, DeclaredParameters
from galley.findings import Finding, Place, Severity, UsageError, did_you_mean

COMMAND_LINE = "the command line"

# Galley offers these to every article; an article that does not declare them is not told.
_OFFERED = frozenset({"lang", "audience"})
_WORDS = {
    "int": "a whole number",
    "float": "a number",
    "str": "text",
    "bool": "true or false",
    "list": "a list",
    "dict": "a table of names and values",
}
_EXAMPLES = {
    "int": "30",
    "float": "2.5",
    "str": "'patient'",
    "bool": "true",
    "list": "[1, 7, 30]",
    "dict": '{"early": 7}',
}
_TRUTHS = {"true": True, "yes": True, "false": False, "no": False}


@dataclass(frozen=True)
class GivenValue:
    """A value for a parameter and, in words, where it came from."""

    name: str
    value: object
    origin: str
    must_be_declared: bool = True


def gather_values(
    *,
    lang: str,
    site: Mapping[str, object],
    edition: Mapping[str, object],
    edition_origin: str,
    command_line: Mapping[str, object],
) -> tuple[GivenValue, ...]:
    """Return each name's winning value: command line over edition over language over site.toml.

    The article's own language wins over ``site.toml``, so that a translation is never computed
    in the language of its original.
    """
    layers = (
        *(GivenValue(name, value, "site.toml", False) for name, value in site.items()),
        GivenValue("lang", lang, "the article's language", False),
        *(
            GivenValue(name, value, edition_origin, name not in _OFFERED)
            for name, value in edition.items()
        ),
        *(GivenValue(name, value, COMMAND_LINE, False) for name, value in command_line.items()),
    )
    return tuple({given.name: given for given in layers}.values())


def check_values(
    declared: DeclaredParameters, given: Iterable[GivenValue], file: str
) -> tuple[dict[str, Any], tuple[Finding, ...]]:
    """Convert each value to its declared type; what does not fit becomes an error finding.

    Raises
    ------
    UsageError
        If a value from the command line does not fit.
    """
    values: dict[str, Any] = {}
    findings: list[Finding] = []
    for item in sorted(given, key=lambda item: item.name):
        parameter = declared.find(item.name)
        if parameter is None:
            findings += [_unknown(declared, item, file)] if item.must_be_declared else []
            continue
        try:
            values[item.name] = convert(item, parameter)
        except ValueError:
            finding = _wrong_type(declared, parameter, item, file)
            if item.origin == COMMAND_LINE:
                raise UsageError(f"{finding.place}: {finding.message}", finding.fix) from None
            findings.append(finding)
    return values, tuple(findings)


def check_command_line(
    names: Iterable[str], declared_by_article: Sequence[DeclaredParameters]
) -> None:
    """Raise `UsageError` for a name on the command line that no article declares."""
    legal = sorted({name for declared in declared_by_article for name in declared.names})
    for name in names:
        if name not in legal:
            listing = (
                f"The articles declare: {', '.join(legal)}."
                if legal
                else "No article has a code cell tagged 'parameters'."
            )
            raise UsageError(
                f"no article declares the parameter '{name}'",
                _sentences(did_you_mean(name, legal), listing),
            )


def unused_in_site(
    values: Mapping[str, object], declared_by_article: Iterable[DeclaredParameters], file: str
) -> tuple[Finding, ...]:
    """Warn of parameters in ``site.toml`` that no article declares."""
    legal = sorted({name for declared in declared_by_article for name in declared.names})
    return tuple(
        Finding(
            rule="parameter-unused",
            severity=Severity.WARNING,
            place=Place(file),
            message=f"no article declares the parameter '{name}'",
            fix=_sentences(did_you_mean(name, legal), "Rename it, or remove it from [parameters]."),
        )
        for name in values
        if name not in legal and name not in _OFFERED
    )


def convert(given: GivenValue, parameter: DeclaredParameter) -> Any:  # noqa: ANN401 - any JSON value
    """Return the value as the declared type; raise `ValueError` where it does not fit."""
    value = given.value
    if isinstance(value, date | datetime):
        value = value.isoformat()
    if given.origin == COMMAND_LINE and isinstance(value, str):
        value = _parse_text(value, parameter)
    if value is None and parameter.accepts_none:
        return None
    if parameter.choices:
        return _check_choice(value, parameter)
    return _check_kind(value, parameter.kind)


def _check_choice(value: object, parameter: DeclaredParameter) -> object:
    if value not in parameter.choices:
        raise ValueError(value)
    return value


def _check_kind(value: Any, kind: str) -> Any:  # noqa: ANN401 - any JSON value
    if kind == "float" and isinstance(value, int | float) and not isinstance(value, bool):
        return float(value)
    legal: dict[str, type] = {"int": int, "str": str, "bool": bool, "list": list, "dict": dict}
    if kind == "" or (kind in legal and type(value) is legal[kind]):
        return value
    raise ValueError(value)


def _parse_text(text: str, parameter: DeclaredParameter) -> object:
    """Read text from the command line as the declared type wants it."""
    if parameter.accepts_none and text in {"None", "null"}:
        return None
    return _READERS.get(parameter.kind, _guess)(text)


def _parse_literal(text: str) -> object:
    try:
        return json.loads(text)
    except ValueError:
        pass
    try:
        return ast.literal_eval(text)
    except (ValueError, SyntaxError) as error:
        raise ValueError(text) from error


def _guess(text: str) -> object:
    """Read text where no type is declared, with the same outcome as papermill's ``-p``."""
    if text in {"True", "False", "None"}:
        return ast.literal_eval(text)
    for number in (int, float):
        try:
            return number(text)
        except ValueError:
            continue
    return text


_READERS: dict[str, Callable[[str], object]] = {
    "str": str,
    "int": int,
    "float": float,
    "bool": lambda text: _TRUTHS.get(text.lower(), text),
    "list": _parse_literal,
    "dict": _parse_literal,
}


def _unknown(declared: DeclaredParameters, given: GivenValue, file: str) -> Finding:
    listing = (
        f"The article declares: {', '.join(declared.names)}."
        if declared.names
        else f"Add a code cell tagged 'parameters' that sets {given.name}."
    )
    return Finding(
        rule="parameter-unknown",
        severity=Severity.ERROR,
        place=Place(file),
        message=f"unknown parameter '{given.name}', from {given.origin}",
        fix=_sentences(did_you_mean(given.name, declared.names), listing),
    )


def _wrong_type(
    declared: DeclaredParameters, parameter: DeclaredParameter, given: GivenValue, file: str
) -> Finding:
    return Finding(
        rule="parameter-wrong-type",
        severity=Severity.ERROR,
        place=Place(file, declared.cell_id),
        message=f"parameter '{parameter.name}' must be {_expected(parameter)}, "
        f"not {given.value!r}, which came from {given.origin}",
        fix=_how_to_give(parameter, given.value),
    )


def _expected(parameter: DeclaredParameter) -> str:
    if parameter.choices:
        return "one of " + ", ".join(repr(choice) for choice in parameter.choices)
    return f"{_WORDS[parameter.kind]} ({parameter.kind})"


def _how_to_give(parameter: DeclaredParameter, value: object) -> str:
    if parameter.choices:
        return "Give one of the listed values, or change the annotation in the 'parameters' cell."
    example = parameter.default or _EXAMPLES[parameter.kind]
    advice = f"Give {_WORDS[parameter.kind]}, for example {example}."
    if parameter.kind == "int" and isinstance(value, float):
        advice += " To allow fractions, write the default with a decimal point."
    return advice


def _sentences(*parts: str) -> str:
    # A guess starts in lower case, because it usually follows "Fix: ".
    return " ".join(part for part in parts if part)
